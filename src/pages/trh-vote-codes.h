/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pages/trh-vote-session.h"

G_BEGIN_DECLS

/* The voting codes of a session. They stand on no disk but hashed: who made them here can print them as long as the
 * window is open; afterwards more can be made. */
GtkWidget *trh_vote_codes_row_new      (TrhVoteSession *session);
GtkWidget *trh_vote_more_codes_row_new (TrhVoteSession *session);
GtkWidget *trh_vote_lost_code_row_new  (TrhVoteSession *session);

/* Shows codes that were just made, and prints slips of paper with them. */
void       trh_vote_show_codes         (GtkWidget *window, TrhVoteSession *session, const GArray *codes);

G_END_DECLS
