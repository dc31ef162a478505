/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "core/voting/trh-additive.h"

/* Mean of points: the worst grade is 0 points, each better one a point more, none is 0. */
static TrhCount *
count_mean (const TrhElection *election, GError **error)
{
  const guint n = election->n_candidates;
  const guint n_grades = g_strv_length (election->grades);
  TrhCount *count = trh_count_new (election);
  g_autofree TrhWide *totals = g_new0 (TrhWide, n);

  for (guint line = 0; line < trh_ballots_get_n_lines (election->ballots); line++)
    {
      const guint8 *marks = trh_ballots_peek_marks (election->ballots, line);

      for (guint c = 0; c < n; c++)
        if (marks[c] != 0)
          totals[c] += (TrhWide) trh_ballots_get_weight (election->ballots, line) * (n_grades - marks[c]);
    }
  count->scores = g_new0 (char *, n + 1);
  for (guint c = 0; c < n; c++)
    count->scores[c] = trh_fraction_to_text (totals[c], count->valid);
  trh_additive_elect (election, totals, count);
  return count;
}

const TrhMethod trh_method_range = {
  .id = "range",
  .kind = TRH_BALLOT_PAPER_GRADES,
  .use = TRH_METHOD_COMPARE,
  .quotas = TRUE,
  .name = N_("Mean of the grades"),
  .sentence = N_("Each grade is worth points; the largest means are chosen."),
  .count = count_mean,
};
