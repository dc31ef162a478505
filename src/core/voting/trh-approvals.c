/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/voting/trh-approvals.h"

#include <string.h>

static guint64
hash_marks (const guint8 *marks, guint n)
{
  guint64 hash = 0xcbf29ce484222325; /* FNV-1a */

  for (guint c = 0; c < n; c++)
    hash = (hash ^ (marks[c] != 0)) * 0x100000001b3;
  return hash;
}

/* The lines of @ballots that stay when equal ones are joined, with the sums of their weights. */
static guint *
join_equal (const TrhBallots *ballots, TrhApprovals *self)
{
  const guint n = trh_ballots_get_n_lines (ballots);
  const guint bits = (guint) g_bit_storage (n) + 1;
  const guint mask = (1u << bits) - 1;
  g_autofree guint *table = g_new0 (guint, (gsize) mask + 1); /* place among the kept, from 1 */
  guint *kept = g_new (guint, n + 1);

  for (guint line = 0; line < n; line++)
    {
      const guint8 *marks = trh_ballots_peek_marks (ballots, line);
      guint slot = (guint) (hash_marks (marks, self->n_candidates) >> (64 - bits)) & mask;

      if (trh_ballot_is_blank (marks, self->n_candidates))
        continue;
      self->n_ballots += trh_ballots_get_weight (ballots, line);
      while (table[slot] != 0 &&
             memcmp (trh_ballots_peek_marks (ballots, kept[table[slot] - 1]), marks, self->n_candidates) != 0)
        slot = (slot + 1) & mask;
      if (table[slot] == 0)
        {
          kept[self->n_lines] = line;
          self->weights[self->n_lines] = 0;
          table[slot] = ++self->n_lines;
        }
      self->weights[table[slot] - 1] += trh_ballots_get_weight (ballots, line);
    }
  return kept;
}

/* From the members of each line to the lines of each candidate. */
static void
turn_round (TrhApprovals *self)
{
  const guint n = self->n_candidates;
  g_autofree guint *next = g_new0 (guint, n + 1);

  self->supporter_starts = g_new0 (guint, n + 1);
  self->supporters = g_new (guint, self->starts[self->n_lines] + 1);
  for (guint i = 0; i < self->starts[self->n_lines]; i++)
    self->supporter_starts[self->members[i] + 1]++;
  for (guint c = 0; c < n; c++)
    {
      self->supporter_starts[c + 1] += self->supporter_starts[c];
      next[c] = self->supporter_starts[c];
    }
  for (guint line = 0; line < self->n_lines; line++)
    for (guint i = self->starts[line]; i < self->starts[line + 1]; i++)
      self->supporters[next[self->members[i]]++] = line;
}

/**
 * trh_approvals_new:
 * @election: of approval ballots, for at most 255 candidates
 *
 * Returns: (transfer full): its ballots, reference counted within one thread
 */
TrhApprovals *
trh_approvals_new (const TrhElection *election)
{
  const TrhBallots *ballots = election->ballots;
  const guint n_lines = trh_ballots_get_n_lines (ballots);
  TrhApprovals *self = g_rc_box_new0 (TrhApprovals);
  g_autofree guint *kept = NULL;
  guint n_members = 0;

  g_return_val_if_fail (election->n_candidates <= G_MAXUINT8, NULL);

  self->n_candidates = election->n_candidates;
  self->weights = g_new (guint64, n_lines + 1);
  kept = join_equal (ballots, self);

  self->starts = g_new (guint, self->n_lines + 1);
  self->members = g_new (guint8, (gsize) self->n_lines * self->n_candidates + 1);
  for (guint line = 0; line < self->n_lines; line++)
    {
      const guint8 *marks = trh_ballots_peek_marks (ballots, kept[line]);

      self->starts[line] = n_members;
      for (guint c = 0; c < self->n_candidates; c++)
        if (marks[c] != 0)
          self->members[n_members++] = (guint8) c;
    }
  self->starts[self->n_lines] = n_members;
  turn_round (self);
  return self;
}

TrhApprovals *
trh_approvals_ref (TrhApprovals *self)
{
  return g_rc_box_acquire (self);
}

static void
clear_approvals (gpointer data)
{
  TrhApprovals *self = data;

  g_free (self->weights);
  g_free (self->starts);
  g_free (self->members);
  g_free (self->supporter_starts);
  g_free (self->supporters);
}

void
trh_approvals_unref (TrhApprovals *self)
{
  g_rc_box_release_full (self, clear_approvals);
}

static gboolean
are_alike (const TrhApprovals *self, const TrhElection *election, guint a, guint b)
{
  const guint *start = self->supporter_starts;
  const guint n = start[a + 1] - start[a];

  return (election->groups == NULL || g_str_equal (election->groups[a], election->groups[b])) && start[b + 1] - start[b] == n &&
         memcmp (self->supporters + start[a], self->supporters + start[b], n * sizeof *self->supporters) == 0;
}

/**
 * trh_approvals_find_alike:
 *
 * Candidates whom the same ballots name, in the same group, can be exchanged in every result.
 *
 * Returns: (transfer full) (array): for each candidate the first one like it, itself when there is none before
 */
guint *
trh_approvals_find_alike (const TrhApprovals *self, const TrhElection *election)
{
  guint *alike = g_new (guint, self->n_candidates);

  for (guint c = 0; c < self->n_candidates; c++)
    for (alike[c] = 0; alike[c] < c && !are_alike (self, election, alike[c], c); alike[c]++)
      ;
  return alike;
}

/**
 * trh_classes_new:
 * @n_classes: at least one; all lines begin in class 0
 *
 * Returns: (transfer full): the classes
 */
TrhClasses *
trh_classes_new (TrhApprovals *approvals, guint n_classes)
{
  TrhClasses *self = g_new (TrhClasses, 1);
  guint64 *first;

  self->approvals = trh_approvals_ref (approvals);
  self->class_of = g_new0 (guint, approvals->n_lines + 1);
  self->sums = g_array_new (FALSE, TRUE, sizeof (guint64));
  self->n_lines = g_array_new (FALSE, TRUE, sizeof (guint));
  g_array_set_size (self->sums, n_classes * approvals->n_candidates);
  g_array_set_size (self->n_lines, n_classes);

  first = &g_array_index (self->sums, guint64, 0);
  g_array_index (self->n_lines, guint, 0) = approvals->n_lines;
  for (guint line = 0; line < approvals->n_lines; line++)
    for (guint i = approvals->starts[line]; i < approvals->starts[line + 1]; i++)
      first[approvals->members[i]] += approvals->weights[line];
  return self;
}

TrhClasses *
trh_classes_copy (const TrhClasses *self)
{
  TrhClasses *copy = g_new (TrhClasses, 1);

  copy->approvals = trh_approvals_ref (self->approvals);
  copy->class_of = g_memdup2 (self->class_of, (self->approvals->n_lines + 1) * sizeof *self->class_of);
  copy->sums = g_array_copy (self->sums);
  copy->n_lines = g_array_copy (self->n_lines);
  return copy;
}

void
trh_classes_free (TrhClasses *self)
{
  trh_approvals_unref (self->approvals);
  g_free (self->class_of);
  g_array_unref (self->sums);
  g_array_unref (self->n_lines);
  g_free (self);
}

/* One more class, without a line yet. Returns its number. */
guint
trh_classes_append (TrhClasses *self)
{
  g_array_set_size (self->sums, self->sums->len + self->approvals->n_candidates);
  g_array_set_size (self->n_lines, self->n_lines->len + 1);
  return self->n_lines->len - 1;
}

void
trh_classes_move (TrhClasses *self, guint line, guint to)
{
  const TrhApprovals *approvals = self->approvals;
  const guint8 *member = approvals->members + approvals->starts[line];
  const guint8 *end = approvals->members + approvals->starts[line + 1];
  const guint64 weight = approvals->weights[line];
  const guint from = self->class_of[line];
  guint64 *source = &g_array_index (self->sums, guint64, (gsize) from * approvals->n_candidates);
  guint64 *target = &g_array_index (self->sums, guint64, (gsize) to * approvals->n_candidates);

  for (; member < end; member++)
    {
      source[*member] -= weight;
      target[*member] += weight;
    }
  g_array_index (self->n_lines, guint, from)--;
  g_array_index (self->n_lines, guint, to)++;
  self->class_of[line] = to;
}

/**
 * trh_classes_pass:
 * @candidate: whose supporters move
 * @after: (array): for each class where its supporters go; to stay, the class itself
 *
 * Moves many lines at once. What leaves a class is summed up first: each member of a line then costs one addition.
 */
void
trh_classes_pass (TrhClasses *self, guint candidate, const guint *after)
{
  const TrhApprovals *approvals = self->approvals;
  const guint n = approvals->n_candidates, n_classes = self->n_lines->len;
  g_autofree guint64 *moved = g_new0 (guint64, (gsize) n_classes * n);
  g_autofree guint *n_moved = g_new0 (guint, n_classes);

  for (guint i = approvals->supporter_starts[candidate]; i < approvals->supporter_starts[candidate + 1]; i++)
    {
      const guint line = approvals->supporters[i], class = self->class_of[line];
      const guint8 *member = approvals->members + approvals->starts[line];
      const guint8 *end = approvals->members + approvals->starts[line + 1];
      const guint64 weight = approvals->weights[line];
      guint64 *row = moved + (gsize) class * n;

      if (after[class] == class)
        continue;
      for (; member < end; member++)
        row[*member] += weight;
      n_moved[class]++;
      self->class_of[line] = after[class];
    }
  for (guint class = 0; class < n_classes; class++)
    if (n_moved[class] > 0)
      {
        guint64 *source = &g_array_index (self->sums, guint64, (gsize) class * n);
        guint64 *target = &g_array_index (self->sums, guint64, (gsize) after[class] * n);

        for (guint c = 0; c < n; c++)
          {
            source[c] -= moved[(gsize) class * n + c];
            target[c] += moved[(gsize) class * n + c];
          }
        g_array_index (self->n_lines, guint, class) -= n_moved[class];
        g_array_index (self->n_lines, guint, after[class]) += n_moved[class];
      }
}

/**
 * trh_classes_sign:
 * @out: bytes written so far
 *
 * Appends what tells two partitions of the same lines apart, whatever the numbers of their classes:
 * for each line the place of its class among those met so far.
 */
void
trh_classes_sign (const TrhClasses *self, GByteArray *out)
{
  g_autofree guint *met = g_new0 (guint, self->n_lines->len);
  guint n_met = 0;

  for (guint line = 0; line < self->approvals->n_lines; line++)
    {
      guint *place = &met[self->class_of[line]];

      if (*place == 0)
        *place = ++n_met;
      g_byte_array_append (out, (const guint8 *) place, sizeof *place);
    }
}
