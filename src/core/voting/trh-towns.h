/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TRH_MIN_SHOWN 10 /* expressed ballots below which figures of their own could tell who chose what */

void trh_towns_choose_shown (const guint *expressed, guint n, gboolean *shown);

G_END_DECLS
