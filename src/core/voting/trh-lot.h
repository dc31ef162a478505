/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char  *trh_lot_hash (const char *seed, const char *id);
guint *trh_lot_draw (const char *seed, const char *const *ids);

G_END_DECLS
