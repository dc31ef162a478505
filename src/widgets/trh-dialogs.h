/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The few dialogs that newer GTK and libadwaita do in another way: one place to change. */

typedef void (*TrhAnswered)   (const char *response, gpointer user_data);
typedef void (*TrhFileChosen) (GFile *file, gpointer user_data);
typedef void (*TrhFilesChosen) (GPtrArray *files, gpointer user_data); /* @files: (element-type GFile) */

void trh_ask          (GtkWidget *parent, const char *heading, const char *body, const char *verb,
                       gboolean destructive, TrhAnswered answered, gpointer user_data);
void trh_ask_to_leave (GtkWidget *parent, const char *heading, const char *body, const char *stay, const char *verb,
                       TrhAnswered answered, gpointer user_data);
void trh_ask_with     (GtkWidget *parent, AdwMessageDialog *dialog, TrhAnswered answered, gpointer user_data);
void trh_choose_file  (GtkWidget *parent, const char *title, GtkFileChooserAction action, const char *name,
                       GtkFileFilter *filter, TrhFileChosen chosen, gpointer user_data);
void trh_choose_file_with (GtkWidget *parent, const char *title, GtkFileChooserAction action, const char *name,
                           GtkFileFilter *filter, TrhFileChosen chosen, gpointer user_data, GDestroyNotify destroy);
void trh_choose_files (GtkWidget *parent, const char *title, GtkFileFilter *filter, TrhFilesChosen chosen,
                       gpointer user_data, GDestroyNotify destroy);
void trh_set_label    (gpointer widget, const char *label);
void trh_set_label_of_mnemonic (gpointer widget, const char *label);
void trh_let_buttons_wrap (GtkWidget *widget);
void trh_close_on_escape (GtkWindow *window);

G_END_DECLS
