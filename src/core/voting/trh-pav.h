/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/voting/trh-count.h"

G_BEGIN_DECLS

/* Proportional approval voting one candidate after another, forwards or backwards. */
TrhCount *trh_pav_count (const TrhElection *election, gboolean backwards, GError **error);

G_END_DECLS
