/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Lays children out in rows from left to right, as words in a paragraph. A child that expands
 * takes what is left of its row. No GTK container does this without making all columns alike. */
#define TRH_TYPE_BOOTH_WRAP (trh_booth_wrap_get_type ())
G_DECLARE_FINAL_TYPE (TrhBoothWrap, trh_booth_wrap, TRH, BOOTH_WRAP, GtkLayoutManager)

GtkLayoutManager *trh_booth_wrap_new (int gap_px, int row_gap_px);

G_END_DECLS
