/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/voting/trh-booth.h"

G_BEGIN_DECLS

#define TRH_BOOTH_TARGET_MM 12.7 /* least height and width of anything to touch */
#define TRH_BOOTH_BUTTON_MM 15.0 /* least height of the main buttons */
#define TRH_BOOTH_KEY_MM    14.0 /* of one character */
#define TRH_BOOTH_GAP_MM    3.0  /* between two targets; 2.5 is the least */
#define TRH_BOOTH_ANSWER_MM 60.0 /* least width of an answer, where the screen has it */

double trh_booth_px_per_mm   (int width_px, int width_mm);
double trh_booth_px_of       (GdkDisplay *display, GdkSurface *surface);
double trh_booth_cap_ratio   (PangoContext *context);
double trh_booth_cap_mm      (TrhBoothSize size);
char  *trh_booth_style_write (double px_per_mm, double cap_ratio, TrhBoothSize size, TrhBoothContrast contrast);

G_END_DECLS
