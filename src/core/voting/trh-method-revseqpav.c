/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "core/voting/trh-pav.h"

static TrhCount *
count_revseqpav (const TrhElection *election, GError **error)
{
  return trh_pav_count (election, TRUE, error);
}

const TrhMethod trh_method_revseqpav = {
  .id = "revseqpav",
  .kind = TRH_BALLOT_PAPER_APPROVAL,
  .use = TRH_METHOD_COMPARE,
  .proportional = TRUE,
  .name = N_("Decreasing votes, by elimination"),
  .sentence = N_("One by one, the artist who would be missed least is taken off the list."),
  .count = count_revseqpav,
};
