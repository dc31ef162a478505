/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/voting/trh-pairwise.h"

/**
 * trh_pairwise_new:
 * @election: of ranked ballots
 *
 * Those left out are below all ranked ones and tied among themselves.
 *
 * Returns: (transfer full) (array): `n_candidates` rows of as many numbers
 */
guint64 *
trh_pairwise_new (const TrhElection *election)
{
  const guint n = election->n_candidates;
  guint64 *above = g_new0 (guint64, (gsize) n * n);
  g_autofree guint8 *ranks = g_new (guint8, n);

  for (guint line = 0; line < trh_ballots_get_n_lines (election->ballots); line++)
    {
      const guint8 *marks = trh_ballots_peek_marks (election->ballots, line);
      const guint64 weight = trh_ballots_get_weight (election->ballots, line);

      for (guint c = 0; c < n; c++)
        ranks[c] = (guint8) (marks[c] - 1); /* left out: 255 */
      for (guint a = 0; a < n; a++)
        {
          guint64 *row = above + (gsize) a * n;
          const guint8 rank = ranks[a];

          for (guint b = 0; rank != 255 && b < n; b++)
            row[b] += rank < ranks[b] ? weight : 0;
        }
    }
  return above;
}
