/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "core/voting/trh-shares.h"

static TrhCount *
count_mes_av (const TrhElection *election, GError **error)
{
  return trh_shares_count_equal (election, TRH_REST_AV);
}

const TrhMethod trh_method_mes_av = {
  .id = "mes-av",
  .kind = TRH_BALLOT_PAPER_APPROVAL,
  .use = TRH_METHOD_COMPARE,
  .quotas = TRUE,
  .proportional = TRUE,
  .name = N_("Equal shares, then the most ticked"),
  .sentence = N_("Each voter has the same purse; places that nobody can pay go to the most ticked."),
  .count = count_mes_av,
};
