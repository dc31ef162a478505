/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "core/voting/trh-additive.h"
#include "core/voting/trh-pairwise.h"

/* Schulze 2011, Social Choice and Welfare 36, 267–303, winning votes. */

/* How strong a defeat is, or the weakest one of a path: (0, 0) is none. */
typedef struct {
  guint64 wins;
  guint64 losses;
} Strength;

static gboolean
is_stronger (const Strength *a, const Strength *b)
{
  return a->wins != b->wins ? a->wins > b->wins : a->losses < b->losses;
}

static Strength *
find_paths (const guint64 *above, guint n)
{
  Strength *paths = g_new0 (Strength, (gsize) n * n);

  for (guint a = 0; a < n; a++)
    for (guint b = 0; b < n; b++)
      if (above[a * n + b] > above[b * n + a])
        paths[a * n + b] = (Strength) { above[a * n + b], above[b * n + a] };
  for (guint via = 0; via < n; via++)
    for (guint a = 0; a < n; a++)
      for (guint b = 0; a != via && b < n; b++)
        {
          const Strength *first = &paths[a * n + via];
          const Strength *second = &paths[via * n + b];
          const Strength *weakest = is_stronger (first, second) ? second : first;

          if (a != b && b != via && is_stronger (weakest, &paths[a * n + b]))
            paths[a * n + b] = *weakest;
        }
  return paths;
}

static gboolean
is_beaten (const Strength *paths, guint n, guint candidate, const guint8 *placed)
{
  for (guint other = 0; other < n; other++)
    if (other != candidate && !placed[other] && is_stronger (&paths[other * n + candidate], &paths[candidate * n + other]))
      return TRUE;
  return FALSE;
}

static void
fill_levels (const Strength *paths, TrhCount *count)
{
  const guint n = count->n_candidates;
  g_autofree guint8 *placed = g_new0 (guint8, n);
  guint n_placed = 0;

  count->levels = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  while (n_placed < n)
    {
      GArray *level = g_array_new (FALSE, FALSE, sizeof (guint));

      for (guint c = 0; c < n; c++)
        if (!placed[c] && !is_beaten (paths, n, c, placed))
          g_array_append_val (level, c);
      g_assert (level->len > 0); /* “stronger path” is transitive: Schulze 2011, section 4.1 */
      for (guint i = 0; i < level->len; i++)
        placed[g_array_index (level, guint, i)] = TRUE;
      n_placed += level->len;
      g_ptr_array_add (count->levels, level);
    }
}

static guint
find_condorcet_winner (const guint64 *above, guint n)
{
  for (guint a = 0; a < n; a++)
    {
      guint n_beaten = 0;

      for (guint b = 0; b < n; b++)
        n_beaten += above[a * n + b] > above[b * n + a];
      if (n_beaten == n - 1)
        return a;
    }
  return TRH_NO_CANDIDATE;
}

static TrhCount *
count_paths (const TrhElection *election, GError **error)
{
  TrhCount *count = trh_count_new (election);
  g_autofree Strength *paths = NULL;

  count->pairwise = trh_pairwise_new (election);
  count->has_condorcet = TRUE;
  count->condorcet_winner = find_condorcet_winner (count->pairwise, count->n_candidates);
  paths = find_paths (count->pairwise, count->n_candidates);
  fill_levels (paths, count);
  trh_additive_elect_levels (election, count);
  return count;
}

const TrhMethod trh_method_schulze = {
  .id = "schulze",
  .kind = TRH_BALLOT_PAPER_RANKING,
  .use = TRH_METHOD_RESULT,
  .quotas = TRUE,
  .name = N_("Duels (Schulze)"),
  .sentence = N_("An artist goes before another when more voters prefer them, chains of duels being counted when they go "
                 "round in circles."),
  .count = count_paths,
};
