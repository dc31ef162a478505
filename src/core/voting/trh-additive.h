/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/voting/trh-count.h"
#include "core/voting/trh-fraction.h"

G_BEGIN_DECLS

/* The end of every method that gives each candidate one number and elects the largest. */
void trh_additive_elect        (const TrhElection *election, const TrhWide *scores, TrhCount *count);
void trh_additive_elect_levels (const TrhElection *election, TrhCount *count);

G_END_DECLS
