/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The head of a window that asks: a button that leaves it, its title, a button that does it. Where large text in a narrow
 * window leaves too little room for the three, the title has the first line and the buttons the next; #AdwHeaderBar would
 * put them outside of the screen (ux rule A9).
 *
 * In a .ui file, `<child>` is the button that leaves and `<child type="end">` the one that does it.
 * Properties: "title"; "subtitle", "" for none. */
#define TRH_TYPE_DIALOG_HEADER (trh_dialog_header_get_type ())
G_DECLARE_FINAL_TYPE (TrhDialogHeader, trh_dialog_header, TRH, DIALOG_HEADER, GtkWidget)

GtkWidget *trh_dialog_header_new          (const char *title);
void       trh_dialog_header_set_start    (TrhDialogHeader *self, GtkWidget *start);
void       trh_dialog_header_set_end      (TrhDialogHeader *self, GtkWidget *end);
void       trh_dialog_header_set_subtitle (TrhDialogHeader *self, const char *subtitle);

G_END_DECLS
