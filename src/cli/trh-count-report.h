/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/voting/trh-explain-count.h"

G_BEGIN_DECLS

/* A result for a person, and what JSON has beyond it; both append to @out. */
void trh_count_report_print  (const TrhTelling *telling, gboolean rounds, gboolean why, GString *out);
void trh_count_report_append (const TrhTelling *telling, gboolean rounds, gboolean why, GString *out);

G_END_DECLS
