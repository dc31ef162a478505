/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "core/voting/trh-additive.h"
#include "core/voting/trh-pairwise.h"

/* Borda 1781: a candidate gets 1 for every candidate below it and ½ for every one tied with it. On n ballots that
 * is half the sum of n + (ballots above) − (ballots below) over all others. */
static TrhCount *
count_points (const TrhElection *election, GError **error)
{
  const guint n = election->n_candidates;
  TrhCount *count = trh_count_new (election);
  g_autofree guint64 *above = trh_pairwise_new (election);
  g_autofree TrhWide *halves = g_new0 (TrhWide, n);

  count->scores = g_new0 (char *, n + 1);
  for (guint a = 0; a < n; a++)
    {
      for (guint b = 0; b < n; b++)
        halves[a] += b != a ? count->valid + above[a * n + b] - above[b * n + a] : 0;
      count->scores[a] = trh_fraction_to_text (halves[a], 2);
    }
  trh_additive_elect (election, halves, count);
  return count;
}

const TrhMethod trh_method_borda = {
  .id = "borda",
  .kind = TRH_BALLOT_PAPER_RANKING,
  .use = TRH_METHOD_COMPARE,
  .quotas = TRUE,
  .name = N_("Points by rank"),
  .sentence = N_("An artist gets points for each place on each ballot: one for every artist ranked below."),
  .count = count_points,
};
