/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/voting/trh-turns.h"

#include "core/base/trh-text.h"

/*
 * Every way of breaking ties is followed, depth first, until it is known that there are more results
 * than are listed. Two ways that meet in one state are one way from there. Ways are tried in the order
 * of the lot, and the bound counts states: neither depends on how ballots or candidates are numbered.
 *
 * Where there are more results than are listed, who is in some or in all of them is found by a second
 * search. Candidates whom the same ballots name, in the same group, can be exchanged in every result: of
 * those who are tied it follows one, and what it finds holds for the others. Ten artists whom nobody
 * knows are one case then, not ten.
 */

#define MOST_STATES 20000
#define MOST_WORK   40000000 /* states times their size: about a second */
#define MOST_WORK_2 10000000

typedef struct {
  const TrhTurns *rule;
  GHashTable  *seen;    /* signatures of states that were followed */
  guint        left;    /* states that may still be followed */
  GPtrArray   *found;   /* (element-type GArray): the first search: different committees */
  const guint *alike;   /* (nullable): the second search: for each candidate the first like it */
  guint        n_candidates;
  gboolean    *in_some; /* the second search: of each candidate */
  gboolean    *in_all;
} Search;

int
trh_turns_compare_numbers (gconstpointer a, gconstpointer b)
{
  guint x = *(const guint *) a, y = *(const guint *) b;

  return (x > y) - (x < y);
}

/* Everybody is in some result, and nobody in all: no other result can change that. */
static gboolean
is_settled (const Search *self)
{
  for (guint c = 0; c < self->n_candidates; c++)
    if (!self->in_some[c] || self->in_all[c])
      return FALSE;
  return TRUE;
}

static gboolean
is_over (const Search *self)
{
  if (self->left == 0)
    return TRUE;
  return self->alike != NULL ? is_settled (self) : self->found->len > TRH_MAX_COMMITTEES;
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

/* @committee: (transfer full) */
static void
add_sorted (GPtrArray *found, GArray *committee)
{
  g_array_sort (committee, trh_turns_compare_numbers);
  for (guint i = 0; i < found->len; i++)
    if (compare_committees (&committee, &found->pdata[i]) == 0)
      {
        g_array_unref (committee);
        return;
      }
  g_ptr_array_add (found, committee);
}

static void
add_committee (Search *self, gconstpointer state)
{
  GArray *committee = g_array_new (FALSE, FALSE, sizeof (guint));

  self->rule->list (state, committee);
  add_sorted (self->found, committee);
}

/* Who is in it, and who could be in place of one alike. */
static void
note_committee (Search *self, gconstpointer state)
{
  g_autoptr(GArray) committee = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree guint *n_in = g_new0 (guint, self->n_candidates), *n_alike = g_new0 (guint, self->n_candidates);

  self->rule->list (state, committee);
  for (guint i = 0; i < committee->len; i++)
    n_in[self->alike[g_array_index (committee, guint, i)]]++;
  for (guint c = 0; c < self->n_candidates; c++)
    n_alike[self->alike[c]]++;
  for (guint c = 0; c < self->n_candidates; c++)
    {
      self->in_some[c] |= n_in[self->alike[c]] > 0;
      self->in_all[c] &= n_in[self->alike[c]] == n_alike[self->alike[c]];
    }
}

static gboolean
is_worth_a_way (const Search *self, const GArray *tied, guint place)
{
  for (guint i = 0; self->alike != NULL && i < place; i++)
    if (self->alike[g_array_index (tied, guint, i)] == self->alike[g_array_index (tied, guint, place)])
      return FALSE;
  return TRUE;
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
          gpointer other;

          if (!is_worth_a_way (self, tied, i))
            continue;
          other = self->rule->copy (state);
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
  if (!is_over (self) && self->alike != NULL)
    note_committee (self, state);
  else if (!is_over (self))
    add_committee (self, state);
  self->rule->free (state);
}

/* Who is tied, when there are too many results to list them. Returns %FALSE when there are too many states, too. */
static gboolean
find_tied_among_many (const TrhTurns *rule, gconstpointer beginning, gsize size, const guint *alike, TrhCount *count)
{
  const guint n = count->n_candidates;
  g_autoptr(GHashTable) seen = g_hash_table_new_full (trh_text_hash, g_str_equal, g_free, NULL);
  g_autofree gboolean *in_some = g_new0 (gboolean, n), *in_all = g_new (gboolean, n);
  Search search = { .rule = rule, .seen = seen, .left = (guint) CLAMP (MOST_WORK_2 / (size + 1), 50, MOST_STATES),
                    .alike = alike, .n_candidates = n, .in_some = in_some, .in_all = in_all };

  for (guint c = 0; c < n; c++)
    in_all[c] = TRUE;
  follow (&search, rule->copy (beginning));
  for (guint c = 0; c < n; c++)
    if (in_some[c] && !in_all[c])
      g_array_append_val (count->tied, c);
  return search.left > 0;
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

/* After the search for @found, which may have ended early. */
static void
conclude (const TrhTurns *rule, gconstpointer beginning, gsize size, const guint *alike, gboolean are_all, GPtrArray *found,
          TrhCount *count)
{
  if (are_all)
    {
      find_tied (found, count);
      count->unique = found->len == 1;
    }
  else
    {
      count->tied_open = !find_tied_among_many (rule, beginning, size, alike, count);
      count->unique = !count->tied_open && count->tied->len == 0;
      count->undetermined = count->tied_open && count->tied->len == 0 && found->len <= 1;
    }
  if (!are_all && !count->unique)
    return;
  if (found->len == 0) /* the only one, and the search ended before */
    add_sorted (found, g_array_copy (count->committee));
  g_ptr_array_sort (found, compare_committees);
  count->committees = g_ptr_array_ref (found);
}

/**
 * trh_turns_run:
 * @state: (transfer full): at the beginning
 * @size: how large a state is, to bound the search for other results
 * @alike: (array): for each candidate the first one whom the same ballots name, in the same group
 * @count: `rounds`, `committee`, `unique`, `committees` and `tied` are filled
 */
void
trh_turns_run (const TrhTurns *rule, gpointer state, gsize size, const guint *alike, TrhCount *count)
{
  g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autoptr(GHashTable) seen = g_hash_table_new_full (trh_text_hash, g_str_equal, g_free, NULL);
  Search search = { .rule = rule, .seen = seen, .left = (guint) CLAMP (MOST_WORK / (size + 1), 50, MOST_STATES),
                    .found = found };
  gpointer beginning = rule->copy (state);

  trh_turns_record (rule, state, count);
  if (trh_count_is_drawn (count) && !(rule->fills && count->committee->len == count->n_candidates))
    follow (&search, rule->copy (beginning));
  else
    add_committee (&search, state);
  rule->free (state);
  conclude (rule, beginning, size, alike, search.left > 0 && found->len <= TRH_MAX_COMMITTEES, found, count);
  rule->free (beginning);
}
