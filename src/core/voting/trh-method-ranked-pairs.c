/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "core/voting/trh-pairwise.h"

/* Ranked pairs: Tideman 1987, winning votes, the lot between equal defeats. */

typedef struct {
  guint   winner, loser;
  guint64 wins, losses;
} Defeat;

static int
compare_strengths (const Defeat *a, const Defeat *b)
{
  if (a->wins != b->wins)
    return a->wins > b->wins ? -1 : 1;
  return (a->losses > b->losses) - (a->losses < b->losses);
}

static int
compare_defeats (gconstpointer left, gconstpointer right, gpointer data)
{
  const Defeat *a = left, *b = right;
  const guint *place = data; /* of each candidate in the lot */
  int order = compare_strengths (a, b);

  if (order != 0)
    return order;
  if (a->winner != b->winner)
    return place[a->winner] < place[b->winner] ? -1 : 1;
  return place[a->loser] > place[b->loser] ? -1 : 1;
}

static GArray *
sort_defeats (const TrhCount *count, const guint *place)
{
  const guint n = count->n_candidates;
  GArray *defeats = g_array_new (FALSE, FALSE, sizeof (Defeat));

  for (guint a = 0; a < n; a++)
    for (guint b = 0; b < n; b++)
      {
        Defeat defeat = { a, b, count->pairwise[a * n + b], count->pairwise[b * n + a] };

        if (defeat.wins > defeat.losses)
          g_array_append_val (defeats, defeat);
      }
  g_array_sort_with_data (defeats, compare_defeats, (gpointer) place);
  return defeats;
}

/* @reaches: row a, column b: a is before b by locked defeats. */
static void
lock_defeat (guint8 *reaches, guint n, const Defeat *defeat)
{
  for (guint a = 0; a < n; a++)
    if (a == defeat->winner || reaches[a * n + defeat->winner])
      for (guint b = 0; b < n; b++)
        if (b == defeat->loser || reaches[defeat->loser * n + b])
          reaches[a * n + b] = TRUE;
}

/* Returns whether the lot was asked. */
static gboolean
fill_order (const TrhElection *election, const guint8 *reaches, TrhCount *count)
{
  const guint n = count->n_candidates;
  g_autofree guint8 *placed = g_new0 (guint8, n);
  gboolean drawn = FALSE;

  count->order = g_array_new (FALSE, FALSE, sizeof (guint));
  while (count->order->len < n)
    {
      guint first = TRH_NO_CANDIDATE;

      for (guint i = 0; i < n; i++)
        {
          guint c = election->lot != NULL ? election->lot[i] : i;
          gboolean free = !placed[c];

          for (guint other = 0; other < n && free; other++)
            free = placed[other] || !reaches[other * n + c];
          if (free && first != TRH_NO_CANDIDATE)
            drawn = TRUE;
          else if (free)
            first = c;
        }
      g_assert (first != TRH_NO_CANDIDATE); /* locked defeats make no circle */
      placed[first] = TRUE;
      g_array_append_val (count->order, first);
    }
  return drawn;
}

static TrhCount *
count_pairs (const TrhElection *election, GError **error)
{
  const guint n = election->n_candidates;
  TrhCount *count = trh_count_new (election);
  g_autofree guint *place = g_new (guint, n);
  g_autofree guint8 *reaches = g_new0 (guint8, (gsize) n * n);
  g_autoptr(GArray) defeats = NULL;
  gboolean drawn = FALSE;

  for (guint i = 0; i < n; i++)
    place[election->lot != NULL ? election->lot[i] : i] = i;
  count->pairwise = trh_pairwise_new (election);
  defeats = sort_defeats (count, place);
  for (guint i = 0; i < defeats->len; i++)
    {
      const Defeat *defeat = &g_array_index (defeats, Defeat, i);

      drawn |= i > 0 && compare_strengths (defeat - 1, defeat) == 0;
      if (!reaches[defeat->loser * n + defeat->winner])
        lock_defeat (reaches, n, defeat);
    }
  drawn |= fill_order (election, reaches, count);
  g_array_append_vals (count->committee, count->order->data, election->seats);
  count->unique = !drawn;
  count->undetermined = drawn; /* to list all results is NP-hard: Brill & Fischer, AAAI 2012 */
  return count;
}

const TrhMethod trh_method_ranked_pairs = {
  .id = "ranked-pairs",
  .kind = TRH_BALLOT_PAPER_RANKING,
  .use = TRH_METHOD_EXPERT,
  .name = N_("Ranked pairs"),
  .sentence = N_("The clearest duels are kept first; a duel that contradicts those already kept is left aside."),
  .count = count_pairs,
};
