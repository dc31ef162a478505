/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/voting/trh-additive.h"

#include <string.h>

#include "core/voting/trh-eligible.h"
#include "core/voting/trh-turns.h"

/*
 * Candidates fall into tiers of equal score. Inside a tier, what can be added to the committee is a
 * matroid, so every choice that cannot grow has the same size; choices are built in the order of
 * the numbers, and a branch is followed only if it still reaches that size. Each branch then ends
 * in a committee of its own, and listing the first 25 takes few steps however many there are.
 */

typedef struct {
  const TrhElection *election;
  guint     *order;     /* candidates by score, then by number */
  guint     *tier_end;  /* for each position in @order: where its tier ends */
  GPtrArray *found;     /* (element-type GArray) */
  GArray    *committee; /* being built */
} Listing;

static guint
rank_within (const TrhEligible *state, const guint *candidates, guint n)
{
  g_autoptr(TrhEligible) trial = trh_eligible_copy (state);

  for (guint i = 0; i < n; i++)
    if (trh_eligible_can (trial, candidates[i]))
      trh_eligible_elect (trial, candidates[i]);
  return trh_eligible_get_n_elected (trial);
}

/* @target: how many must be elected when the tier of @at ends. */
static void
list_from (Listing *self, const TrhEligible *state, guint at, guint target)
{
  if (self->found->len > TRH_MAX_COMMITTEES)
    return;
  if (trh_eligible_get_n_elected (state) == self->election->seats)
    {
      GArray *committee = g_array_copy (self->committee);

      g_array_sort (committee, trh_turns_compare_numbers);
      g_ptr_array_add (self->found, committee);
      return;
    }
  if (at == self->election->n_candidates)
    return;
  if (at == 0 || self->tier_end[at - 1] == at) /* a tier begins */
    target = rank_within (state, self->order + at, self->tier_end[at] - at);

  if (trh_eligible_can (state, self->order[at]))
    {
      g_autoptr(TrhEligible) with = trh_eligible_copy (state);

      trh_eligible_elect (with, self->order[at]);
      g_array_append_val (self->committee, self->order[at]);
      list_from (self, with, at + 1, target);
      g_array_set_size (self->committee, self->committee->len - 1);
    }
  if (rank_within (state, self->order + at + 1, self->tier_end[at] - at - 1) == target)
    list_from (self, state, at + 1, target);
}

static int
compare_by_score (gconstpointer a, gconstpointer b, gpointer data)
{
  const TrhWide *scores = data;
  guint x = *(const guint *) a, y = *(const guint *) b;

  if (scores[x] != scores[y])
    return scores[x] > scores[y] ? -1 : 1;
  return x < y ? -1 : 1;
}

static int
compare_committees (gconstpointer a, gconstpointer b)
{
  const GArray *x = *(const GArray *const *) a, *y = *(const GArray *const *) b;

  for (guint i = 0; i < x->len; i++)
    if (g_array_index (x, guint, i) != g_array_index (y, guint, i))
      return g_array_index (x, guint, i) < g_array_index (y, guint, i) ? -1 : 1;
  return 0;
}

static void
list_committees (const TrhElection *election, const TrhWide *scores, TrhCount *count)
{
  const guint n = election->n_candidates;
  g_autofree guint *order = g_new (guint, n);
  g_autofree guint *tier_end = g_new (guint, n);
  g_autoptr(TrhEligible) state = trh_eligible_new (election);
  g_autoptr(GArray) committee = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  Listing listing = { election, order, tier_end, found, committee };

  for (guint i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data (order, (int) n, sizeof *order, compare_by_score, (gpointer) scores);
  for (guint i = n; i-- > 0; )
    tier_end[i] = i + 1 < n && scores[order[i + 1]] == scores[order[i]] ? tier_end[i + 1] : i + 1;

  list_from (&listing, state, 0, 0);
  count->unique = found->len == 1;
  if (found->len <= TRH_MAX_COMMITTEES)
    {
      g_ptr_array_sort (found, compare_committees);
      count->committees = g_steal_pointer (&found);
    }
}

/* Best score first, the lot between equals. */
static void
elect (const TrhElection *election, const TrhWide *scores, TrhCount *count)
{
  g_autoptr(TrhEligible) state = trh_eligible_new (election);

  while (trh_eligible_get_n_elected (state) < election->seats)
    {
      guint best = G_MAXUINT;

      for (guint i = 0; i < election->n_candidates; i++)
        {
          guint c = election->lot != NULL ? election->lot[i] : i;

          if (trh_eligible_can (state, c) && (best == G_MAXUINT || scores[c] > scores[best]))
            best = c;
        }
      g_assert (best != G_MAXUINT); /* else the quotas were infeasible, which was refused before */
      trh_eligible_elect (state, best);
      g_array_append_val (count->committee, best);
    }
}

/* Candidates who are in some tied committees and not in others: each can be exchanged for another
 * one of the same score, when the committee with the exchange can still be completed. */
static void
find_tied (const TrhElection *election, const TrhWide *scores, TrhCount *count)
{
  const guint n = election->n_candidates;
  g_autofree guint8 *elected = g_new0 (guint8, n);
  g_autofree guint8 *tied = g_new0 (guint8, n);

  for (guint i = 0; i < count->committee->len; i++)
    elected[g_array_index (count->committee, guint, i)] = TRUE;
  for (guint out = 0; out < n; out++)
    {
      g_autoptr(TrhEligible) state = NULL;

      if (!elected[out])
        continue;
      state = trh_eligible_new (election);
      for (guint c = 0; c < n; c++)
        if (elected[c] && c != out)
          trh_eligible_elect (state, c);
      for (guint in = 0; in < n; in++)
        if (!elected[in] && scores[in] == scores[out] && trh_eligible_can (state, in))
          tied[in] = tied[out] = TRUE;
    }
  for (guint c = 0; c < n; c++)
    if (tied[c])
      g_array_append_val (count->tied, c);
}

/**
 * trh_additive_elect:
 * @election: seats, guarantees and lot are read
 * @scores: (array): of each candidate
 * @count: its `committee`, `unique`, `committees` and `tied` are filled
 *
 * Elects the largest scores among those whose election lets the guarantees be met.
 */
void
trh_additive_elect (const TrhElection *election, const TrhWide *scores, TrhCount *count)
{
  elect (election, scores, count);
  list_committees (election, scores, count);
  find_tied (election, scores, count);
}

/**
 * trh_additive_elect_levels:
 * @count: its `levels` are read, and it is filled as by trh_additive_elect()
 *
 * Elects down the levels.
 */
void
trh_additive_elect_levels (const TrhElection *election, TrhCount *count)
{
  g_autofree TrhWide *scores = g_new0 (TrhWide, election->n_candidates);

  for (guint level = 0; level < count->levels->len; level++)
    {
      const GArray *equals = count->levels->pdata[level];

      for (guint i = 0; i < equals->len; i++)
        scores[g_array_index (equals, guint, i)] = count->levels->len - level;
    }
  trh_additive_elect (election, scores, count);
}
