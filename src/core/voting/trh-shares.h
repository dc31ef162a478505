/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/voting/trh-count.h"

G_BEGIN_DECLS

/* What happens to the places that nobody can pay */
typedef enum {
  TRH_REST_EMPTY,
  TRH_REST_PHRAGMEN, /* by Phragmén's rule, from what each ballot has left */
  TRH_REST_AV,       /* to the most approved */
} TrhRest;

TrhCount *trh_shares_count_phragmen (const TrhElection *election);
TrhCount *trh_shares_count_equal    (const TrhElection *election, TrhRest rest);
TrhCount *trh_shares_count_add1     (const TrhElection *election, GError **error);

G_END_DECLS
