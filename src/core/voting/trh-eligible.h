/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/voting/trh-election.h"

G_BEGIN_DECLS

/* Who may still be elected when groups have guarantees: those after whose election the committee
 * can still be completed. For disjoint groups these committees form a matroid (Bredereck et al.,
 * AAAI 2018): all that cannot grow are equally large, and taking the best first is optimal. */
typedef struct _TrhEligible TrhEligible;

gboolean     trh_eligible_is_feasible (const TrhElection *election);

TrhEligible *trh_eligible_new    (const TrhElection *election);
TrhEligible *trh_eligible_copy   (const TrhEligible *self);
void         trh_eligible_free   (TrhEligible *self);
gboolean     trh_eligible_can    (const TrhEligible *self, guint candidate);
void         trh_eligible_elect  (TrhEligible *self, guint candidate);
guint        trh_eligible_get_n_elected (const TrhEligible *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrhEligible, trh_eligible_free)

G_END_DECLS
