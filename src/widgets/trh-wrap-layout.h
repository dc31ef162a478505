/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Puts children one after the other and breaks the line when they do not fit, as words in a
 * paragraph: a toolbar that still works on a telephone. The first child of a line that expands
 * takes the room that is left. AdwWrapBox is newer than our floor. */
#define TRH_TYPE_WRAP_LAYOUT (trh_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (TrhWrapLayout, trh_wrap_layout, TRH, WRAP_LAYOUT, GtkLayoutManager)

GtkLayoutManager *trh_wrap_layout_new (void);

G_END_DECLS
