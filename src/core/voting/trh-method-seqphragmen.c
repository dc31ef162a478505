/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "core/voting/trh-shares.h"

static TrhCount *
count_seqphragmen (const TrhElection *election, GError **error)
{
  return trh_shares_count_phragmen (election);
}

const TrhMethod trh_method_seqphragmen = {
  .id = "seqphragmen",
  .kind = TRH_BALLOT_PAPER_APPROVAL,
  .use = TRH_METHOD_COMPARE,
  .quotas = TRUE,
  .proportional = TRUE,
  .name = N_("Phragmén"),
  .sentence = N_("The weight of each artist kept is spread over those who chose them; "
                 "the one who weighs least is kept."),
  .count = count_seqphragmen,
};
