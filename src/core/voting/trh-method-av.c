/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "core/voting/trh-additive.h"

/* Approval voting (Brams & Fishburn 1978): the most approved candidates are elected. */
static TrhCount *
count_approvals (const TrhElection *election, GError **error)
{
  TrhCount *count = trh_count_new (election);
  g_autofree TrhWide *scores = g_new (TrhWide, election->n_candidates);

  count->scores = g_new0 (char *, election->n_candidates + 1);
  for (guint c = 0; c < election->n_candidates; c++)
    {
      scores[c] = count->voices[c];
      count->scores[c] = trh_fraction_to_text (scores[c], 1);
    }
  trh_additive_elect (election, scores, count);
  return count;
}

const TrhMethod trh_method_av = {
  .id = "av",
  .kind = TRH_BALLOT_PAPER_APPROVAL,
  .quotas = TRUE,
  .name = N_("Approval"),
  .sentence = N_("You tick every artist you would like to host; the most ticked are chosen."),
  .count = count_approvals,
};
