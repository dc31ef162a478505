/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/voting/trh-count.h"

G_BEGIN_DECLS

/* Duels between candidates on ranked ballots: row a, column b of a square is how many put a above b. */
guint64 *trh_pairwise_new (const TrhElection *election);

G_END_DECLS
