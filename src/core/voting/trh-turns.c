/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/voting/trh-turns.h"

#include "core/base/trh-text.h"

/*
 * Every way of breaking ties is followed, depth first, until it is known that there are more results
 * than are listed. Two ways that meet in one state are one way from there. Ways are tried in the order
 * of the lot, and the bound counts states: neither depends on how ballots or candidates are numbered.
 */

#define MOST_STATES 20000
#define MOST_WORK   40000000 /* states times their size: about a second */

typedef struct {
  const TrhTurns *rule;
  GPtrArray  *found; /* (element-type GArray): different committees */
  GHashTable *seen;  /* signatures of states that were followed */
  guint       left;  /* states that may still be followed */
} Search;

int
trh_turns_compare_numbers (gconstpointer a, gconstpointer b)
{
  guint x = *(const guint *) a, y = *(const guint *) b;

  return (x > y) - (x < y);
}

static gboolean
is_over (const Search *self)
{
  return self->left == 0 || self->found->len > TRH_MAX_COMMITTEES;
}

static int
compare_committees (gconstpointer a, gconstpointer b)
{
  const GArray *x = *(const GArray *const *) a, *y = *(const GArray *const *) b;

  for (guint i = 0; i < MIN (x->len, y->len); i++)
    if (g_array_index (x, guint, i) != g_array_index (y, guint, i))
      return g_array_index (x, guint, i) < g_array_index (y, guint, i) ? -1 : 1;
  return (x->len > y->len) - (x->len < y->len);
}

static void
add_committee (Search *self, gconstpointer state)
{
  GArray *committee = g_array_new (FALSE, FALSE, sizeof (guint));

  self->rule->list (state, committee);
  g_array_sort (committee, trh_turns_compare_numbers);
  for (guint i = 0; i < self->found->len; i++)
    if (compare_committees (&committee, &self->found->pdata[i]) == 0)
      {
        g_array_unref (committee);
        return;
      }
  g_ptr_array_add (self->found, committee);
}

static gboolean
is_new (Search *self, gconstpointer state)
{
  g_autoptr(GByteArray) signature = g_byte_array_new ();
  char *sum;

  self->rule->sign (state, signature);
  sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, signature->data, signature->len);
  return g_hash_table_add (self->seen, sum);
}

/* Follows @state, which is consumed, to all its ends. */
static void
follow (Search *self, gpointer state)
{
  g_autoptr(GArray) tied = g_array_new (FALSE, FALSE, sizeof (guint));

  while (!is_over (self) && self->rule->find (state, tied))
    {
      self->left--;
      for (guint i = 1; i < tied->len && !is_over (self); i++)
        {
          gpointer other = self->rule->copy (state);

          self->rule->take (other, g_array_index (tied, guint, i));
          if (is_new (self, other))
            follow (self, other);
          else
            self->rule->free (other);
        }
      self->rule->take (state, g_array_index (tied, guint, 0));
      if (tied->len > 1 && !is_new (self, state))
        {
          self->rule->free (state);
          return;
        }
    }
  if (!is_over (self))
    add_committee (self, state);
  self->rule->free (state);
}

/* Who is in some of the results only, as far as they were found. */
static void
find_tied (const GPtrArray *found, TrhCount *count)
{
  for (guint c = 0; c < count->n_candidates; c++)
    {
      guint n_in = 0;

      for (guint i = 0; i < found->len; i++)
        {
          const GArray *committee = found->pdata[i];

          for (guint k = 0; k < committee->len; k++)
            n_in += g_array_index (committee, guint, k) == c;
        }
      if (n_in > 0 && n_in < found->len)
        g_array_append_val (count->tied, c);
    }
}

/**
 * trh_turns_record:
 * @state: (transfer none): at the beginning; afterwards at the end
 * @count: its `rounds` and `committee` are filled
 *
 * Goes one way, the lot deciding between equals.
 */
void
trh_turns_record (const TrhTurns *rule, gpointer state, TrhCount *count)
{
  g_autoptr(GArray) tied = g_array_new (FALSE, FALSE, sizeof (guint));

  trh_count_begin_rounds (count);
  while (rule->find (state, tied))
    {
      TrhRound *round = trh_count_add_round (count);

      round->candidate = g_array_index (tied, guint, 0);
      g_array_append_vals (round->tied, tied->data, tied->len);
      g_array_sort (round->tied, trh_turns_compare_numbers);
      rule->note (state, round);
      round->score = g_strdup (round->scores[round->candidate]);
      rule->take (state, round->candidate);
    }
  rule->list (state, count->committee);
}

/**
 * trh_turns_run:
 * @state: (transfer full): at the beginning
 * @size: how large a state is, to bound the search for other results
 * @count: `rounds`, `committee`, `unique`, `committees` and `tied` are filled
 */
void
trh_turns_run (const TrhTurns *rule, gpointer state, gsize size, TrhCount *count)
{
  g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autoptr(GHashTable) seen = g_hash_table_new_full (trh_text_hash, g_str_equal, g_free, NULL);
  Search search = { rule, found, seen, (guint) CLAMP (MOST_WORK / (size + 1), 50, MOST_STATES) };
  gpointer beginning = rule->copy (state);

  trh_turns_record (rule, state, count);
  if (trh_count_is_drawn (count) && !(rule->fills && count->committee->len == count->n_candidates))
    follow (&search, beginning);
  else
    {
      add_committee (&search, state);
      rule->free (beginning);
    }
  rule->free (state);

  find_tied (found, count);
  count->undetermined = search.left == 0 && found->len <= TRH_MAX_COMMITTEES;
  count->unique = !count->undetermined && found->len == 1;
  if (!count->undetermined && found->len <= TRH_MAX_COMMITTEES)
    {
      g_ptr_array_sort (found, compare_committees);
      count->committees = g_steal_pointer (&found);
    }
}
