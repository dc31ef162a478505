/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Rows that say something: their words are text, not markup, and have all the lines that they need. */
GtkWidget *trh_plain_row_new        (const char *title, const char *subtitle);
GtkWidget *trh_plain_row_add        (gpointer list, const char *title, const char *subtitle);
void       trh_plain_row_add_button (GtkWidget *row, const char *label, const char *name, const char *action,
                                     const char *target, const char *css_class);
GtkWidget *trh_plain_row_add_file_button (GtkWidget *row, const char *name);

G_END_DECLS
