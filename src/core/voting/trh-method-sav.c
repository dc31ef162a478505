/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "core/voting/trh-additive.h"
#include "core/voting/trh-approvals.h"

/* Satisfaction approval voting (Brams & Kilgour 2014): each ballot shares one point equally among those it names. */
static TrhCount *
count_shares (const TrhElection *election, GError **error)
{
  const guint n = election->n_candidates;
  g_autoptr(TrhApprovals) approvals = trh_approvals_new (election);
  g_autofree guint8 *sizes = g_new0 (guint8, n + 1);
  g_autofree TrhWide *scores = g_new0 (TrhWide, n);
  TrhWide denominator;
  TrhCount *count;

  for (guint line = 0; line < approvals->n_lines; line++)
    sizes[approvals->starts[line + 1] - approvals->starts[line]] = TRUE;
  if (!trh_fraction_find_denominator (sizes, n + 1, approvals->n_ballots, &denominator))
    return trh_count_fail_too_large (error);

  for (guint line = 0; line < approvals->n_lines; line++)
    {
      guint size = approvals->starts[line + 1] - approvals->starts[line];
      TrhWide share = denominator / size * approvals->weights[line];

      for (guint i = approvals->starts[line]; i < approvals->starts[line + 1]; i++)
        scores[approvals->members[i]] += share;
    }
  count = trh_count_new (election);
  count->scores = g_new0 (char *, n + 1);
  for (guint c = 0; c < n; c++)
    count->scores[c] = trh_fraction_to_text (scores[c], denominator);
  trh_additive_elect (election, scores, count);
  return count;
}

const TrhMethod trh_method_sav = {
  .id = "sav",
  .kind = TRH_BALLOT_PAPER_APPROVAL,
  .use = TRH_METHOD_COMPARE,
  .quotas = TRUE,
  .name = N_("Shared approval"),
  .sentence = N_("Your voice is shared equally among those you tick; the largest sums are chosen."),
  .count = count_shares,
};
