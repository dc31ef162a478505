/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pages/trh-vote-session.h"

G_BEGIN_DECLS

/* Asks for six digits, then gives the screen to the voters of a session until an organiser takes it back with them. The
 * window of the console is hidden meanwhile. */
void trh_vote_ask_booth  (GtkWidget *window, TrhVoteSession *session);
void trh_vote_open_booth (GtkWidget *window, TrhVoteSession *session, const char *pin);

G_END_DECLS
