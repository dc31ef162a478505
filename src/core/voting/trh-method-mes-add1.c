/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "core/voting/trh-shares.h"

static TrhCount *
count_mes_add1 (const TrhElection *election, GError **error)
{
  return trh_shares_count_add1 (election, error);
}

const TrhMethod trh_method_mes_add1 = {
  .id = "mes-add1",
  .kind = TRH_BALLOT_PAPER_APPROVAL,
  .use = TRH_METHOD_COMPARE,
  .proportional = TRUE,
  .name = N_("Equal shares, fuller purses"),
  .sentence = N_("Each voter has the same purse, which grows until all places are paid."),
  .count = count_mes_add1,
};
