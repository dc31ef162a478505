/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pages/trh-vote-session.h"

G_BEGIN_DECLS

/* The end of a session: no code is taken any more; then two organisers state what the room counted, and seal the urn. */
void trh_vote_ask_end     (GtkWidget *window, TrhVoteSession *session);
void trh_vote_ask_closing (GtkWidget *window, TrhVoteSession *session);

G_END_DECLS
