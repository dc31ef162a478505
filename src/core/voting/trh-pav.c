/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/voting/trh-pav.h"

#include <string.h>

#include "core/voting/trh-approvals.h"
#include "core/voting/trh-eligible.h"
#include "core/voting/trh-fraction.h"
#include "core/voting/trh-turns.h"

/*
 * The class of a ballot is how many of its candidates are elected (forwards), or are still present
 * (backwards). A ballot of class j counts 1/(j+1) forwards and 1/j backwards for each of the others.
 */

typedef struct {
  const TrhElection *election;
  gboolean     backwards;
  TrhWide      denominator;
  TrhClasses  *classes;
  TrhEligible *eligible;   /* forwards */
  guint8      *gone;       /* elected, or removed */
  GArray      *turns;      /* those who are gone, in order */
  TrhWide     *scores;     /* of the candidates who are not gone, as last found */
} State;

static gpointer
copy (gconstpointer data)
{
  const State *self = data;
  const guint n = self->election->n_candidates;
  State *other = g_memdup2 (self, sizeof *self);

  other->classes = trh_classes_copy (self->classes);
  other->eligible = trh_eligible_copy (self->eligible);
  other->gone = g_memdup2 (self->gone, n);
  other->turns = g_array_copy (self->turns);
  other->scores = g_memdup2 (self->scores, n * sizeof *self->scores);
  return other;
}

static void
free_state (gpointer data)
{
  State *self = data;

  trh_classes_free (self->classes);
  trh_eligible_free (self->eligible);
  g_free (self->gone);
  g_array_unref (self->turns);
  g_free (self->scores);
  g_free (self);
}

static void
find_scores (State *self)
{
  const guint n = self->election->n_candidates;

  memset (self->scores, 0, n * sizeof *self->scores);
  for (guint class = 0; class < self->classes->n_lines->len; class++)
    {
      const guint64 *sums = trh_classes_peek (self->classes, class);
      const guint parts = self->backwards ? class : class + 1;

      for (guint c = 0; parts > 0 && c < n; c++)
        self->scores[c] += self->denominator / parts * sums[c];
    }
}

static gboolean
may_go (const State *self, guint candidate)
{
  return self->backwards ? !self->gone[candidate] : trh_eligible_can (self->eligible, candidate);
}

static gboolean
find (gpointer data, GArray *tied)
{
  State *self = data;
  const guint n = self->election->n_candidates;
  const guint end = self->backwards ? n - self->election->seats : self->election->seats;

  g_array_set_size (tied, 0);
  if (self->turns->len == end)
    return FALSE;
  find_scores (self);
  for (guint i = 0; i < n; i++)
    {
      guint place = self->backwards ? n - 1 - i : i; /* the latest in the lot is removed */
      guint c = self->election->lot != NULL ? self->election->lot[place] : place;
      TrhWide best = tied->len > 0 ? self->scores[g_array_index (tied, guint, 0)] : 0;

      if (!may_go (self, c))
        continue;
      if (tied->len > 0 && (self->backwards ? self->scores[c] > best : self->scores[c] < best))
        continue;
      if (tied->len > 0 && self->scores[c] != best)
        g_array_set_size (tied, 0);
      g_array_append_val (tied, c);
    }
  return tied->len > 0;
}

static void
note (gpointer data, TrhRound *round)
{
  State *self = data;

  round->removed = self->backwards;
  for (guint c = 0; c < self->election->n_candidates; c++)
    if (!self->gone[c])
      {
        round->standing[c] = TRUE;
        round->scores[c] = trh_fraction_to_text (self->scores[c], self->denominator);
      }
}

static void
take (gpointer data, guint candidate)
{
  State *self = data;
  const guint n_classes = self->classes->n_lines->len;
  g_autofree guint *after = g_new (guint, n_classes);

  for (guint class = 0; class < n_classes; class++) /* nobody is in the last one forwards, nor backwards in class 0 */
    after[class] = self->backwards ? MAX (class, 1) - 1 : MIN (class + 1, n_classes - 1);
  trh_classes_pass (self->classes, candidate, after);
  self->gone[candidate] = TRUE;
  g_array_append_val (self->turns, candidate);
  if (!self->backwards)
    trh_eligible_elect (self->eligible, candidate);
}

/* Who is gone says all, in whatever order they went. */
static void
sign (gconstpointer data, GByteArray *out)
{
  const State *self = data;

  g_byte_array_append (out, self->gone, self->election->n_candidates);
}

static void
list (gconstpointer data, GArray *committee)
{
  const State *self = data;

  if (!self->backwards)
    g_array_append_vals (committee, self->turns->data, self->turns->len);
  for (guint c = 0; self->backwards && c < self->election->n_candidates; c++)
    if (!self->gone[c])
      g_array_append_val (committee, c);
}

static const TrhTurns turns = { copy, free_state, find, note, take, sign, list, TRUE };

static State *
begin (const TrhElection *election, TrhApprovals *approvals, gboolean backwards, TrhWide denominator)
{
  State *self = g_new0 (State, 1);

  self->election = election;
  self->backwards = backwards;
  self->denominator = denominator;
  self->classes = trh_classes_new (approvals, (backwards ? election->n_candidates : election->seats) + 1);
  self->eligible = trh_eligible_new (election);
  self->gone = g_new0 (guint8, election->n_candidates);
  self->turns = g_array_new (FALSE, FALSE, sizeof (guint));
  self->scores = g_new0 (TrhWide, election->n_candidates);
  for (guint line = 0; backwards && line < approvals->n_lines; line++)
    trh_classes_move (self->classes, line, approvals->starts[line + 1] - approvals->starts[line]);
  return self;
}

/**
 * trh_pav_count:
 * @backwards: remove the least missed from all, rather than elect the best from none
 * @error: return location for %TRH_COUNT_ERROR_NOT_OFFERED
 *
 * Thiele 1895; S. Janson, arXiv:1611.08826; Lackner & Skowron 2023.
 *
 * Returns: (transfer full): the count, or %NULL with @error set when its sums may not fit in 128 bits
 */
TrhCount *
trh_pav_count (const TrhElection *election, gboolean backwards, GError **error)
{
  const guint n = election->n_candidates;
  g_autoptr(TrhApprovals) approvals = trh_approvals_new (election);
  g_autofree guint8 *parts = g_new0 (guint8, n + 1);
  g_autofree guint *alike = trh_approvals_find_alike (approvals, election);
  guint most = election->seats;
  TrhWide denominator;
  TrhCount *count;

  for (guint line = 0; backwards && line < approvals->n_lines; line++)
    most = MAX (line > 0 ? most : 0, approvals->starts[line + 1] - approvals->starts[line]);
  memset (parts, TRUE, most + 1);
  if (!trh_fraction_find_denominator (parts, most + 1, approvals->n_ballots, &denominator))
    return trh_count_fail_too_large (error);
  count = trh_count_new (election);
  trh_turns_run (&turns, begin (election, approvals, backwards, denominator), approvals->starts[approvals->n_lines],
                 alike, count);
  return count;
}
