/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/voting/trh-count.h"

#include <glib/gi18n.h>

#include "core/voting/trh-eligible.h"

G_DEFINE_QUARK (trh-count-error-quark, trh_count_error)

/* Those that may decide a poll first, in the order in which they are offered. */
static const TrhMethod *const methods[] = {
  &trh_method_av,
  &trh_method_mes_phragmen,
  &trh_method_seqpav,
  &trh_method_mj,
  &trh_method_schulze,
  &trh_method_stv_scottish,
  &trh_method_sav,
  &trh_method_seqphragmen,
  &trh_method_revseqpav,
  &trh_method_borda,
  &trh_method_range,
  &trh_method_mes,
  &trh_method_mes_av,
  &trh_method_mes_add1,
  &trh_method_ranked_pairs,
  NULL,
};

/**
 * trh_count_error_get_name:
 * @code: a #TrhCountError
 *
 * Returns: its stable name, as JSON output gives it
 */
const char *
trh_count_error_get_name (int code)
{
  static const char *const names[] = { "no-expressed-ballot", "quotas-infeasible", "not-offered" };

  return names[code];
}

/**
 * trh_count_new:
 * @election: what is counted
 *
 * Returns: (transfer full): the numbers that every method gives; nobody is elected yet
 */
TrhCount *
trh_count_new (const TrhElection *election)
{
  TrhCount *self = g_new0 (TrhCount, 1);
  const TrhBallots *ballots = election->ballots;

  self->n_candidates = election->n_candidates;
  trh_ballots_count (ballots, &self->valid, &self->blank);
  self->committee = g_array_new (FALSE, FALSE, sizeof (guint));
  self->tied = g_array_new (FALSE, FALSE, sizeof (guint));
  self->voices = g_new0 (guint64, election->n_candidates);
  for (guint line = 0; line < trh_ballots_get_n_lines (ballots); line++)
    {
      const guint8 *marks = trh_ballots_peek_marks (ballots, line);

      for (guint c = 0; c < election->n_candidates; c++)
        if (marks[c] != 0)
          self->voices[c] += trh_ballots_get_weight (ballots, line);
    }
  return self;
}

static void
free_texts (char **texts, guint n)
{
  for (guint i = 0; texts != NULL && i < n; i++)
    g_free (texts[i]);
  g_free (texts);
}

static void
free_round (gpointer data)
{
  TrhRound *round = data;

  g_free (round->score);
  g_array_unref (round->tied);
  free_texts (round->scores, round->n_candidates);
  g_free (round->standing);
  g_free (round);
}

static void
free_stage (gpointer data)
{
  TrhStage *stage = data;

  g_free (stage->votes);
  g_array_unref (stage->elected);
  g_array_unref (stage->elected_without_quota);
  g_free (stage);
}

void
trh_count_free (TrhCount *self)
{
  g_array_unref (self->committee);
  g_array_unref (self->tied);
  g_clear_pointer (&self->committees, g_ptr_array_unref);
  free_texts (self->scores, self->n_candidates);
  g_free (self->voices);
  g_clear_pointer (&self->rounds, g_ptr_array_unref);
  g_free (self->tallies);
  g_free (self->gauge);
  g_clear_pointer (&self->levels, g_ptr_array_unref);
  g_free (self->pairwise);
  g_clear_pointer (&self->order, g_array_unref);
  g_clear_pointer (&self->stages, g_ptr_array_unref);
  g_clear_pointer (&self->lots, g_ptr_array_unref);
  g_free (self);
}

/* For a method that counts in rounds, even if there is none. */
void
trh_count_begin_rounds (TrhCount *self)
{
  self->rounds = g_ptr_array_new_with_free_func (free_round);
}

/* One more round, without scores yet; (transfer none). */
TrhRound *
trh_count_add_round (TrhCount *self)
{
  TrhRound *round = g_new0 (TrhRound, 1);

  round->n_candidates = self->n_candidates;
  round->candidate = TRH_NO_CANDIDATE;
  round->tied = g_array_new (FALSE, FALSE, sizeof (guint));
  round->scores = g_new0 (char *, self->n_candidates + 1);
  round->standing = g_new0 (guint8, self->n_candidates);
  g_ptr_array_add (self->rounds, round);
  return round;
}

/* One more stage; (transfer none). */
TrhStage *
trh_count_add_stage (TrhCount *self)
{
  TrhStage *stage = g_new0 (TrhStage, 1);

  stage->candidate = TRH_NO_CANDIDATE;
  stage->votes = g_new0 (guint64, self->n_candidates);
  stage->elected = g_array_new (FALSE, FALSE, sizeof (guint));
  stage->elected_without_quota = g_array_new (FALSE, FALSE, sizeof (guint));
  if (self->stages == NULL)
    self->stages = g_ptr_array_new_with_free_func (free_stage);
  g_ptr_array_add (self->stages, stage);
  return stage;
}

/* For a method whose sums do not fit in its whole numbers. Returns %NULL with @error set. */
TrhCount *
trh_count_fail_too_large (GError **error)
{
  g_set_error_literal (error, TRH_COUNT_ERROR, TRH_COUNT_ERROR_NOT_OFFERED,
                       _("there are more ballots and candidates than this method can count exactly"));
  return NULL;
}

/* Whether the lot was asked in any round; the committee may be the same without it. */
gboolean
trh_count_is_drawn (const TrhCount *self)
{
  for (guint i = 0; self->rounds != NULL && i < self->rounds->len; i++)
    if (((const TrhRound *) self->rounds->pdata[i])->tied->len > 1)
      return TRUE;
  return self->lots != NULL && self->lots->len > 0;
}

/**
 * trh_count_print_votes:
 * @votes: in 1/100 000 vote
 *
 * Returns: (transfer full): votes with five decimals after a point
 */
char *
trh_count_print_votes (guint64 votes)
{
  return g_strdup_printf ("%" G_GUINT64_FORMAT ".%05u", votes / 100000, (guint) (votes % 100000));
}

/* All methods, the most usual first, (array zero-terminated=1). */
const TrhMethod *const *
trh_method_get_all (void)
{
  return methods;
}

/* The method that `count --rule` calls @id, or %NULL. */
const TrhMethod *
trh_method_find (const char *id)
{
  for (guint i = 0; methods[i] != NULL; i++)
    if (g_str_equal (methods[i]->id, id))
      return methods[i];
  return NULL;
}

/**
 * trh_method_get_usual:
 * @kind: of the ballots
 * @seats: how many are chosen
 *
 * Returns: (transfer none): what is proposed as long as nobody has chosen: for many places, a method that shares them
 */
const TrhMethod *
trh_method_get_usual (TrhBallotPaperKind kind, guint seats)
{
  switch (kind)
    {
    case TRH_BALLOT_PAPER_GRADES:
      return &trh_method_mj;
    case TRH_BALLOT_PAPER_RANKING:
      return seats > 2 ? &trh_method_stv_scottish : &trh_method_schulze;
    case TRH_BALLOT_PAPER_APPROVAL:
    default:
      return seats >= 4 ? &trh_method_mes_phragmen : &trh_method_av;
    }
}

/**
 * trh_method_check:
 * @method: a method
 * @election: seats and guarantees; the ballots do not matter
 * @error: return location for a #TrhCountError
 *
 * Returns: whether @method can count such an election: asked before a vote is opened
 */
gboolean
trh_method_check (const TrhMethod *method, const TrhElection *election, GError **error)
{
  if (election->kind != method->kind)
    {
      g_set_error (error, TRH_COUNT_ERROR, TRH_COUNT_ERROR_NOT_OFFERED,
                   _("“%s” does not count ballots of this kind"), _(method->name));
      return FALSE;
    }
  if (election->seats < 1 || election->seats > election->n_candidates)
    {
      g_autofree char *places = g_strdup_printf (ngettext ("%u place", "%u places", election->seats), election->seats);
      g_autofree char *candidates = g_strdup_printf (ngettext ("%u candidate", "%u candidates", election->n_candidates),
                                                     election->n_candidates);

      g_set_error (error, TRH_COUNT_ERROR, TRH_COUNT_ERROR_NOT_OFFERED,
                   /* Translators: as in “3 places” and “2 candidates” */
                   _("%1$s for %2$s: there must be at least one place and no more than candidates"), places, candidates);
      return FALSE;
    }
  if (election->quotas->len > 0 && !method->quotas)
    {
      g_set_error (error, TRH_COUNT_ERROR, TRH_COUNT_ERROR_NOT_OFFERED,
                   _("“%s” cannot be counted with guarantees for groups"), _(method->name));
      return FALSE;
    }
  if (!trh_eligible_is_feasible (election))
    {
      g_set_error_literal (error, TRH_COUNT_ERROR, TRH_COUNT_ERROR_QUOTAS_INFEASIBLE,
                           _("No list of this many candidates can meet all the guarantees"));
      return FALSE;
    }
  return TRUE;
}

/**
 * trh_method_count:
 * @method: a method
 * @election: ballots, seats, guarantees, lot
 * @error: return location for a #TrhCountError
 *
 * Counts in exact numbers. The same multiset of ballots gives the same result, whatever the
 * order of ballots and candidates. May take long: call it from a worker thread.
 *
 * Returns: (transfer full): the result, or %NULL with @error set
 */
TrhCount *
trh_method_count (const TrhMethod *method, const TrhElection *election, GError **error)
{
  guint64 valid, blank;

  if (!trh_method_check (method, election, error))
    return NULL;
  trh_ballots_count (election->ballots, &valid, &blank);
  if (valid == 0)
    {
      g_set_error_literal (error, TRH_COUNT_ERROR, TRH_COUNT_ERROR_NO_EXPRESSED_BALLOT,
                           _("No ballot names anyone: there is nothing to count"));
      return NULL;
    }
  return method->count (election, error);
}
