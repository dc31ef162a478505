/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "core/voting/trh-pav.h"

static TrhCount *
count_seqpav (const TrhElection *election, GError **error)
{
  return trh_pav_count (election, FALSE, error);
}

const TrhMethod trh_method_seqpav = {
  .id = "seqpav",
  .kind = TRH_BALLOT_PAPER_APPROVAL,
  .use = TRH_METHOD_RESULT,
  .quotas = TRUE,
  .proportional = TRUE,
  .name = N_("Decreasing votes"),
  .sentence = N_("When one of your choices is kept, your other choices count for half, then for a third, and so on."),
  .count = count_seqpav,
};
