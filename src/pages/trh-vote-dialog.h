/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A window with one task: groups of rows, a button that does it, a place for what is wrong and for what is
 * being done. Enter in a row and Ctrl+Enter anywhere do it too, Escape leaves. Signal "accepted": the button was pressed; whoever
 * listens closes the window, or says what is missing. Signal "save": a file is wanted rather than paper. */
#define TRH_TYPE_VOTE_DIALOG (trh_vote_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TrhVoteDialog, trh_vote_dialog, TRH, VOTE_DIALOG, AdwWindow)

TrhVoteDialog       *trh_vote_dialog_new       (GtkWidget *parent, const char *title, const char *verb);
void                 trh_vote_dialog_set_tall  (TrhVoteDialog *self);
void                 trh_vote_dialog_set_leave (TrhVoteDialog *self, const char *label);
void                 trh_vote_dialog_set_destructive (TrhVoteDialog *self);
AdwPreferencesGroup *trh_vote_dialog_add_group (TrhVoteDialog *self, const char *title, const char *description);
GtkWidget           *trh_vote_dialog_add_entry (AdwPreferencesGroup *group, const char *title, const char *text);
GtkWidget           *trh_vote_dialog_add_secret (AdwPreferencesGroup *group, const char *title);
GtkWidget           *trh_vote_dialog_add_number (gpointer list, const char *title, const char *subtitle,
                                                 int least, int most, int value);
GtkWidget           *trh_vote_dialog_add_switch (gpointer list, const char *title, const char *subtitle,
                                                 gboolean value);
void                 trh_vote_dialog_add_warning (AdwPreferencesGroup *group, const char *title, const char *subtitle);
GtkWidget           *trh_vote_dialog_add_radio  (gpointer list, const char *title, const char *subtitle, GtkWidget *first);
GtkWidget           *trh_vote_dialog_add_choice (gpointer list, const char *title, const char *const *choices, guint selected);
GtkWidget           *trh_vote_dialog_add_options (gpointer list, const char *title, const char *const *options, guint selected);
guint                trh_vote_dialog_get_option (GtkWidget *row);
void                 trh_vote_dialog_offer_file (TrhVoteDialog *self, AdwPreferencesGroup *group, const char *title,
                                                 const char *subtitle);
GtkWidget           *trh_vote_dialog_add_link   (gpointer list, const char *title, const char *subtitle);
void                 trh_vote_dialog_present   (TrhVoteDialog *self);
void                 trh_vote_dialog_set_busy  (TrhVoteDialog *self, const char *words);
void                 trh_vote_dialog_forget    (TrhVoteDialog *self);
void                 trh_vote_dialog_refuse    (TrhVoteDialog *self, const char *sentence, GtkWidget *culprit);
void                 trh_vote_dialog_tell      (TrhVoteDialog *self, const char *sentence);
void                 trh_vote_dialog_guard     (TrhVoteDialog *self);
void                 trh_vote_dialog_end       (TrhVoteDialog *self);

G_END_DECLS
