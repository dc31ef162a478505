/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void trh_towns_choose_shown (const guint *expressed, const guint *blank, guint n, gboolean *shown);

G_END_DECLS
