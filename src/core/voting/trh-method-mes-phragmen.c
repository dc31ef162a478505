/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "core/voting/trh-shares.h"

static TrhCount *
count_mes_phragmen (const TrhElection *election, GError **error)
{
  return trh_shares_count_equal (election, TRH_REST_PHRAGMEN);
}

const TrhMethod trh_method_mes_phragmen = {
  .id = "mes-phragmen",
  .kind = TRH_BALLOT_PAPER_APPROVAL,
  .use = TRH_METHOD_RESULT,
  .quotas = TRUE,
  .proportional = TRUE,
  .name = N_("Equal shares"),
  .sentence = N_("Each voter has the same purse; an artist is kept when those who ticked them can pay the place "
                 "together, beginning with the one who costs each of them least."),
  .count = count_mes_phragmen,
};
