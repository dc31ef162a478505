/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A bin that can always be as narrow as the smallest window, and tells how wide it is, so that a
 * page can show less or in another way. Newer versions can put an AdwBreakpointBin here.
 *
 * Properties: "child"; "width" in pixels (notifies after the layout is done, read-only). */
#define TRH_TYPE_WIDTH_BIN (trh_width_bin_get_type ())
G_DECLARE_FINAL_TYPE (TrhWidthBin, trh_width_bin, TRH, WIDTH_BIN, GtkWidget)

int trh_width_bin_get_width (TrhWidthBin *self);

G_END_DECLS
