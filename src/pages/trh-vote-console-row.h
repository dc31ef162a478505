/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "pages/trh-vote-session.h"

G_BEGIN_DECLS

/* Rows of the console of a session: an icon, what it is about, how it stands, and buttons. */

/* What a button of a row does. @window is the window of the console: it has the action win.tell and outlives the row. */
typedef void (*TrhVoteConsoleFunc) (GtkWidget *window, TrhVoteSession *session);

/* What goes on after the row may be gone. */
typedef struct {
  GtkWidget      *window;  /* (owned) */
  TrhVoteSession *session; /* (owned) */
} TrhVoteCall;

TrhVoteCall *trh_vote_call_new  (GtkWidget *window, TrhVoteSession *session);
void         trh_vote_call_free (gpointer call);

GtkWidget *trh_vote_console_row_new        (const char *icon, const char *title, const char *subtitle);
GtkWidget *trh_vote_console_row_add_button (GtkWidget *row, const char *label, const char *name, TrhVoteSession *session,
                                            TrhVoteConsoleFunc pressed, const char *css_class);
GtkWidget *trh_vote_console_row_add_file_button (GtkWidget *row, const char *name, TrhVoteSession *session,
                                                 TrhVoteConsoleFunc pressed);
void       trh_vote_console_row_follow     (GtkWidget *row, TrhVoteSession *session,
                                            void (*show) (GtkWidget *row, TrhVoteSession *session));

G_END_DECLS
