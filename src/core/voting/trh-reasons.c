/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/voting/trh-reasons.h"

#include "core/base/trh-limits.h"
#include "core/voting/trh-towns.h"

gboolean
trh_numbers_contain (const GArray *numbers, guint number)
{
  for (guint i = 0; i < numbers->len; i++)
    if (g_array_index (numbers, guint, i) == number)
      return TRUE;
  return FALSE;
}

static void
free_town (gpointer data)
{
  TrhTownVoices *town = data;

  if (town == NULL)
    return;
  g_free (town->name);
  g_free (town->voices);
  g_free (town);
}

void
trh_reasons_free (TrhReasons *self)
{
  g_ptr_array_unref (self->reasons);
  g_ptr_array_unref (self->towns);
  g_array_unref (self->quota_in);
  g_array_unref (self->quota_out);
  g_free (self);
}

static TrhTownVoices *
sum_town (const TrhTownBallots *ballots, guint n_candidates, const GArray *committee)
{
  TrhTownVoices *town = g_new0 (TrhTownVoices, 1);

  town->name = g_strdup (ballots->name);
  town->n_towns = 1;
  town->voices = g_new0 (guint64, n_candidates);
  for (guint line = 0; line < trh_ballots_get_n_lines (ballots->ballots); line++)
    {
      const guint8 *marks = trh_ballots_peek_marks (ballots->ballots, line);
      const guint64 weight = trh_ballots_get_weight (ballots->ballots, line);
      gboolean represented = FALSE;

      if (trh_ballot_is_blank (marks, n_candidates))
        {
          town->blank += weight;
          continue;
        }
      town->valid += weight;
      for (guint c = 0; c < n_candidates; c++)
        if (marks[c] != 0)
          {
            town->voices[c] += weight;
            represented |= trh_numbers_contain (committee, c);
          }
      town->represented += represented ? (gint64) weight : 0;
    }
  return town;
}

static void
join_town (TrhTownVoices *others, const TrhTownVoices *town, guint n_candidates)
{
  others->n_towns++;
  others->valid += town->valid;
  others->represented += town->represented;
  for (guint c = 0; c < n_candidates; c++)
    others->voices[c] += town->voices[c];
}

/* What may not be shown alone is shown together, when that is enough. */
static void
guard_towns (TrhReasons *self)
{
  g_autoptr(GPtrArray) all = self->towns;
  g_autofree guint *expressed = g_new0 (guint, all->len + 1);
  g_autofree guint *blank = g_new0 (guint, all->len + 1);
  g_autofree gboolean *shown = g_new0 (gboolean, all->len + 1);
  TrhTownVoices *others = g_new0 (TrhTownVoices, 1);

  others->voices = g_new0 (guint64, self->n_candidates);
  for (guint i = 0; i < all->len; i++)
    {
      const TrhTownVoices *town = all->pdata[i];

      expressed[i] = (guint) MIN (town->valid, G_MAXUINT);
      blank[i] = (guint) MIN (town->blank, G_MAXUINT);
    }
  trh_towns_choose_shown (expressed, blank, all->len, shown);
  self->towns = g_ptr_array_new_with_free_func (free_town);
  for (guint i = 0; i < all->len; i++)
    if (shown[i])
      g_ptr_array_add (self->towns, g_steal_pointer (&all->pdata[i]));
    else
      join_town (others, all->pdata[i], self->n_candidates);
  if (others->valid >= TRH_MIN_SHOWN)
    g_ptr_array_add (self->towns, others);
  else
    free_town (others);
}

#define MOST_CELLS 500000 /* ballots times candidates beyond which missing voices would take too long to find */

/* Whether the candidate is elected whatever the lot, with so many more ballots for it alone. */
static gboolean
is_elected_with (const TrhMethod *method, TrhElection *trial, guint n_lines, guint candidate, guint64 more)
{
  g_autofree guint8 *marks = g_new0 (guint8, trial->n_candidates);
  g_autoptr(TrhCount) count = NULL;

  marks[candidate] = 1;
  trh_ballots_truncate (trial->ballots, n_lines);
  trh_ballots_add (trial->ballots, marks, more);
  count = trh_method_count (method, trial, NULL);
  return count != NULL && !count->tied_open && trh_numbers_contain (count->committee, candidate) &&
         !trh_numbers_contain (count->tied, candidate);
}

/* The least number found by doubling and halving: with one fewer the candidate is not elected. */
static void
find_missing (const TrhMethod *method, TrhElection *trial, guint n_lines, guint64 valid, TrhReason *reason)
{
  guint64 below = 0, enough = 1;

  while (enough <= 4 * (valid + 1) && !is_elected_with (method, trial, n_lines, reason->candidate, enough))
    {
      below = enough;
      enough *= 2;
    }
  if (enough > 4 * (valid + 1))
    return; /* a guarantee keeps it out whatever its voices */
  while (enough - below > 1)
    {
      guint64 middle = below + (enough - below) / 2;

      if (is_elected_with (method, trial, n_lines, reason->candidate, middle))
        enough = middle;
      else
        below = middle;
    }
  reason->has_missing = TRUE;
  reason->missing = enough;
}

/* All but the ballots: to count others. */
static TrhElection *
copy_election (const TrhElection *election, gboolean with_quotas)
{
  TrhElection *copy = trh_election_new (election->kind, (const char *const *) election->candidates);

  copy->grades = g_strdupv (election->grades);
  copy->seats = election->seats;
  copy->groups = g_strdupv (election->groups);
  copy->lot = g_memdup2 (election->lot, election->lot != NULL ? election->n_candidates * sizeof *election->lot : 0);
  for (guint q = 0; with_quotas && q < election->quotas->len; q++)
    {
      const TrhQuota *quota = &g_array_index (election->quotas, TrhQuota, q);

      trh_election_add_quota (copy, quota->group, quota->least, quota->most);
    }
  for (guint line = 0; line < trh_ballots_get_n_lines (election->ballots); line++)
    trh_ballots_add (copy->ballots, trh_ballots_peek_marks (election->ballots, line),
                     trh_ballots_get_weight (election->ballots, line));
  return copy;
}

static void
compare_without_quotas (const TrhMethod *method, const TrhElection *election, const TrhCount *count, TrhReasons *self)
{
  g_autoptr(TrhElection) other = copy_election (election, FALSE);
  g_autoptr(TrhCount) without = trh_method_count (method, other, NULL);

  self->has_quotas = election->quotas->len > 0;
  for (guint c = 0; self->has_quotas && without != NULL && c < election->n_candidates; c++)
    {
      gboolean here = trh_numbers_contain (count->committee, c);

      if (here == trh_numbers_contain (without->committee, c))
        continue;
      g_array_append_val (here ? self->quota_in : self->quota_out, c);
      ((TrhReason *) self->reasons->pdata[c])->by_quota = TRUE;
    }
}

static guint
find_round (const TrhCount *count, guint candidate)
{
  for (guint i = 0; count->rounds != NULL && i < count->rounds->len; i++)
    if (((const TrhRound *) count->rounds->pdata[i])->candidate == candidate)
      return i + 1;
  for (guint i = 0; count->stages != NULL && i < count->stages->len; i++)
    {
      const TrhStage *stage = count->stages->pdata[i];

      if (trh_numbers_contain (stage->elected, candidate) || trh_numbers_contain (stage->elected_without_quota, candidate) ||
          (stage->action == TRH_STAGE_EXCLUDE && stage->candidate == candidate))
        return i + 1;
    }
  return 0;
}

/**
 * trh_reasons_new_empty:
 *
 * Returns: (transfer full): what follows from @count alone, without towns, guarantees and missing voices
 */
TrhReasons *
trh_reasons_new_empty (const TrhMethod *method, const TrhCount *count)
{
  TrhReasons *self = g_new0 (TrhReasons, 1);

  self->method = method;
  self->n_candidates = count->n_candidates;
  self->valid = count->valid;
  self->reasons = g_ptr_array_new_with_free_func (g_free);
  self->towns = g_ptr_array_new_with_free_func (free_town);
  self->quota_in = g_array_new (FALSE, FALSE, sizeof (guint));
  self->quota_out = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint c = 0; c < count->n_candidates; c++)
    {
      TrhReason *reason = g_new0 (TrhReason, 1);

      reason->candidate = c;
      reason->elected = trh_numbers_contain (count->committee, c);
      reason->tied = trh_numbers_contain (count->tied, c);
      reason->round = find_round (count, c);
      reason->voices = count->voices[c];
      g_ptr_array_add (self->reasons, reason);
    }
  return self;
}

/**
 * trh_reasons_new:
 * @method: how it was counted
 * @election: what was counted, ballots included
 * @count: its result
 * @towns: (array length=n_towns): the same ballots, town by town; they need not be all of them
 * @n_towns: 0 when there is only one
 *
 * Counts again without the guarantees, and with more voices for each who is not elected (approval ballots only,
 * when they are not very many): takes some hundreds of times as long as the count itself.
 *
 * Returns: (transfer full): why it ended so
 */
TrhReasons *
trh_reasons_new (const TrhMethod *method, const TrhElection *election, const TrhCount *count, const TrhTownBallots *towns,
                 guint n_towns)
{
  const guint n_lines = trh_ballots_get_n_lines (election->ballots);
  TrhReasons *self = trh_reasons_new_empty (method, count);
  g_autoptr(TrhElection) trial = copy_election (election, TRUE);

  for (guint c = 0; c < election->n_candidates; c++)
    {
      TrhReason *reason = self->reasons->pdata[c];

      if (!reason->elected && election->kind == TRH_BALLOT_PAPER_APPROVAL &&
          (guint64) n_lines * election->n_candidates <= MOST_CELLS)
        find_missing (method, trial, n_lines, count->valid, reason);
    }
  compare_without_quotas (method, election, count, self);
  for (guint i = 0; i < n_towns; i++)
    {
      TrhTownVoices *town = sum_town (&towns[i], election->n_candidates, count->committee);

      town->index = i;
      g_ptr_array_add (self->towns, town);
    }
  guard_towns (self);
  return self;
}

/* Without methods, (transfer full). */
TrhComparison *
trh_comparison_new_empty (void)
{
  TrhComparison *self = g_new0 (TrhComparison, 1);

  self->methods = g_ptr_array_new ();
  self->counts = g_ptr_array_new_with_free_func ((GDestroyNotify) trh_count_free);
  self->common = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

/* @count: (transfer full) */
void
trh_comparison_add (TrhComparison *self, const TrhMethod *method, TrhCount *count)
{
  g_ptr_array_add (self->methods, (gpointer) method);
  g_ptr_array_add (self->counts, count);
}

/* Finds those whom all the methods choose, after the last was added. */
void
trh_comparison_find_common (TrhComparison *self, guint n_candidates)
{
  g_array_set_size (self->common, 0);
  for (guint c = 0; c < n_candidates; c++)
    {
      gboolean by_all = TRUE;

      for (guint i = 0; i < self->counts->len; i++)
        by_all &= trh_numbers_contain (((TrhCount *) self->counts->pdata[i])->committee, c);
      if (by_all)
        g_array_append_val (self->common, c);
    }
}

/**
 * trh_comparison_new:
 * @methods: (array zero-terminated=1): at least two, for one kind of ballots
 * @election: what is counted by each of them
 * @error: return location for a #TrhCountError of the first that cannot
 *
 * Returns: (transfer full): the counts, or %NULL with @error set
 */
TrhComparison *
trh_comparison_new (const TrhMethod *const *methods, const TrhElection *election, GError **error)
{
  g_autoptr(TrhComparison) self = trh_comparison_new_empty ();

  for (guint i = 0; methods[i] != NULL; i++)
    {
      TrhCount *count = trh_method_count (methods[i], election, error);

      if (count == NULL)
        return NULL;
      trh_comparison_add (self, methods[i], count);
    }
  trh_comparison_find_common (self, election->n_candidates);
  return g_steal_pointer (&self);
}

void
trh_comparison_free (TrhComparison *self)
{
  g_ptr_array_unref (self->methods);
  g_ptr_array_unref (self->counts);
  g_array_unref (self->common);
  g_free (self);
}
