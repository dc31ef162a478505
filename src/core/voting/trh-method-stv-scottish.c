/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <string.h>

#include "core/voting/trh-count.h"

/* Single transferable vote as in the Scottish Local Government Elections Order 2007 (SSI 2007/42), rules 45 to 52. */

#define VOTE 100000 /* all values are multiples of 0.00001 vote */

/* Papers that read alike and have moved together */
typedef struct {
  const guint8 *marks;
  guint64       weight;
  guint64       value; /* of one paper */
  guint         rank;  /* read up to here */
  guint         held;  /* by whom, or %TRH_NO_CANDIDATE */
} Papers;

typedef enum {
  CONTINUING,
  ELECTED,
  EXCLUDED,
} Standing;

typedef struct {
  const TrhElection *election;
  TrhCount *count;
  GArray   *papers;
  guint64  *votes;
  Standing *standing;
  guint8   *transferred; /* of an elected candidate: nothing is left to transfer */
  guint    *place;       /* of each candidate in the lot */
  guint     n_continuing;
} State;

/* The next continuing candidate on the papers; equal ranks end them. */
static guint
read_on (const State *self, Papers *papers)
{
  const guint n = self->election->n_candidates;

  for (;;)
    {
      guint found = TRH_NO_CANDIDATE;

      papers->rank++;
      for (guint c = 0; c < n; c++)
        {
          if (papers->marks[c] != papers->rank)
            continue;
          if (found != TRH_NO_CANDIDATE)
            {
              papers->rank = G_MAXUINT8; /* no rank is so high: they are not read again */
              return TRH_NO_CANDIDATE;
            }
          found = c;
        }
      if (found == TRH_NO_CANDIDATE || self->standing[found] == CONTINUING)
        return found;
    }
}

static void
give (State *self, Papers *papers)
{
  papers->held = read_on (self, papers);
  if (papers->held != TRH_NO_CANDIDATE)
    self->votes[papers->held] += papers->value * papers->weight;
}

static gboolean
has_more (gconstpointer votes, guint a, guint b)
{
  return ((const guint64 *) votes)[a] > ((const guint64 *) votes)[b];
}

/* Of candidates with equal votes, those who had most (or least) at the last earlier stage where they
 * differed, and so on back; then the lot. @equal is left with the one. */
static guint
look_back (State *self, GArray *equal, gboolean most)
{
  GPtrArray *stages = self->count->stages;
  guint chosen;

  for (guint i = stages->len; i-- > 0 && equal->len > 1; )
    {
      const TrhStage *stage = stages->pdata[i];
      guint extreme = g_array_index (equal, guint, 0);

      for (guint k = 1; k < equal->len; k++)
        {
          guint c = g_array_index (equal, guint, k);

          if (most ? has_more (stage->votes, c, extreme) : has_more (stage->votes, extreme, c))
            extreme = c;
        }
      for (guint k = equal->len; k-- > 0; )
        if (stage->votes[g_array_index (equal, guint, k)] != stage->votes[extreme])
          g_array_remove_index (equal, k);
    }
  chosen = g_array_index (equal, guint, 0);
  if (equal->len == 1)
    return chosen;
  for (guint k = 1; k < equal->len; k++)
    {
      guint c = g_array_index (equal, guint, k);

      if (most ? self->place[c] < self->place[chosen] : self->place[c] > self->place[chosen])
        chosen = c;
    }
  g_ptr_array_add (self->count->lots, g_array_copy (equal));
  return chosen;
}

/* The candidate of @standing with most (or fewest) votes; of elected ones, among those with a surplus. */
static guint
find_extreme (State *self, Standing standing, gboolean most)
{
  g_autoptr(GArray) equal = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint c = 0; c < self->election->n_candidates; c++)
    {
      guint first = equal->len > 0 ? g_array_index (equal, guint, 0) : c;

      if (self->standing[c] != standing ||
          (standing == ELECTED && (self->transferred[c] || self->votes[c] <= self->count->quota * VOTE)) ||
          (most ? has_more (self->votes, first, c) : has_more (self->votes, c, first)))
        continue;
      if (self->votes[c] != self->votes[first])
        g_array_set_size (equal, 0);
      g_array_append_val (equal, c);
    }
  return equal->len > 0 ? look_back (self, equal, most) : TRH_NO_CANDIDATE;
}

/* Elects all who have @least votes, most votes first, while there are seats. */
static void
elect_from (State *self, guint64 least, GArray *elected)
{
  while (self->count->committee->len < self->election->seats)
    {
      guint best = TRH_NO_CANDIDATE;

      for (guint c = 0; c < self->election->n_candidates; c++)
        if (self->standing[c] == CONTINUING && self->votes[c] >= least &&
            (best == TRH_NO_CANDIDATE || self->votes[c] > self->votes[best] ||
             (self->votes[c] == self->votes[best] && self->place[c] < self->place[best])))
          best = c;
      if (best == TRH_NO_CANDIDATE)
        return;
      self->standing[best] = ELECTED;
      self->n_continuing--;
      g_array_append_val (elected, best);
      g_array_append_val (self->count->committee, best);
    }
}

/* Elects who reached the quota; then all who are left, when they are as many as the seats left. */
static void
end_stage (State *self, TrhStageAction action, guint moved)
{
  TrhStage *stage = trh_count_add_stage (self->count);

  stage->action = action;
  stage->candidate = moved;
  memcpy (stage->votes, self->votes, self->election->n_candidates * sizeof *self->votes);
  elect_from (self, self->count->quota * VOTE, stage->elected);
  if (self->n_continuing == self->election->seats - self->count->committee->len)
    elect_from (self, 0, stage->elected_without_quota);
}

static void
transfer_surplus (State *self, guint candidate)
{
  const guint64 quota = self->count->quota * VOTE;
  const guint64 surplus = self->votes[candidate] - quota;

  for (guint i = 0; i < self->papers->len; i++)
    {
      Papers *papers = &g_array_index (self->papers, Papers, i);

      if (papers->held != candidate)
        continue;
      papers->value = (guint64) ((unsigned __int128) papers->value * surplus / self->votes[candidate]);
      give (self, papers);
    }
  self->votes[candidate] = quota;
  self->transferred[candidate] = TRUE;
  end_stage (self, TRH_STAGE_SURPLUS, candidate);
}

static void
exclude (State *self, guint candidate)
{
  self->standing[candidate] = EXCLUDED;
  self->n_continuing--;
  self->votes[candidate] = 0;
  for (guint i = 0; i < self->papers->len; i++)
    {
      Papers *papers = &g_array_index (self->papers, Papers, i);

      if (papers->held == candidate)
        give (self, papers);
    }
  end_stage (self, TRH_STAGE_EXCLUDE, candidate);
}

static void
begin (State *self)
{
  const guint n = self->election->n_candidates;

  for (guint i = 0; i < n; i++)
    self->place[self->election->lot != NULL ? self->election->lot[i] : i] = i;
  for (guint line = 0; line < trh_ballots_get_n_lines (self->election->ballots); line++)
    {
      Papers papers = { trh_ballots_peek_marks (self->election->ballots, line),
                        trh_ballots_get_weight (self->election->ballots, line), VOTE };

      if (trh_ballot_is_blank (papers.marks, n))
        continue;
      give (self, &papers);
      g_array_append_val (self->papers, papers);
    }
  end_stage (self, TRH_STAGE_FIRST, TRH_NO_CANDIDATE);
}

static TrhCount *
count_transfers (const TrhElection *election, GError **error)
{
  const guint n = election->n_candidates;
  g_autoptr(TrhCount) count = trh_count_new (election);
  g_autoptr(GArray) papers = g_array_new (FALSE, FALSE, sizeof (Papers));
  g_autofree guint64 *votes = g_new0 (guint64, n);
  g_autofree Standing *standing = g_new0 (Standing, n);
  g_autofree guint8 *transferred = g_new0 (guint8, n);
  g_autofree guint *place = g_new (guint, n);
  State self = { election, count, papers, votes, standing, transferred, place, n };

  if (count->valid > G_MAXUINT64 / VOTE / 2)
    return trh_count_fail_too_large (error);
  count->quota = count->valid / (election->seats + 1) + 1;
  count->lots = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  begin (&self);
  while (count->committee->len < election->seats)
    {
      guint candidate = find_extreme (&self, ELECTED, TRUE);

      if (candidate != TRH_NO_CANDIDATE)
        transfer_surplus (&self, candidate);
      else
        exclude (&self, find_extreme (&self, CONTINUING, FALSE));
    }
  count->unique = count->lots->len == 0;
  count->undetermined = !count->unique;
  return g_steal_pointer (&count);
}

const TrhMethod trh_method_stv_scottish = {
  .id = "stv-scottish",
  .kind = TRH_BALLOT_PAPER_RANKING,
  .use = TRH_METHOD_RESULT,
  .proportional = TRUE,
  .name = N_("Transferable vote"),
  .sentence = N_("Your voice goes to your first choice; if they do not need it or are out, it goes to the next."),
  .count = count_transfers,
};
