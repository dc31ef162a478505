/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The title of a window that asks, between its two buttons: where those leave little room it goes on in a second and a
 * third line, while #AdwWindowTitle cuts it.
 *
 * Properties: "title"; "subtitle", "" for none. */
#define TRH_TYPE_TITLE (trh_title_get_type ())
G_DECLARE_FINAL_TYPE (TrhTitle, trh_title, TRH, TITLE, GtkWidget)

void trh_title_set_title    (TrhTitle *self, const char *title);
void trh_title_set_subtitle (TrhTitle *self, const char *subtitle);

G_END_DECLS
