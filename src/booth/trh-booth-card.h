/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk/gdk.h>

G_BEGIN_DECLS

/* A bank card, which everybody has: ISO/IEC 7810, ID-1 */
#define TRH_BOOTH_CARD_MM 85.6

/* How wide it can be on a screen, in application pixels: 45 to 260 dpi */
#define TRH_BOOTH_LEAST_CARD_PX 150
#define TRH_BOOTH_MOST_CARD_PX  880
#define TRH_BOOTH_MOST_CARDS    32 /* screens that are remembered */

char  *trh_booth_name_monitor    (GdkMonitor *monitor);
void   trh_booth_set_card_widths (GVariant *widths);
double trh_booth_find_measured   (GdkMonitor *monitor);

G_END_DECLS
