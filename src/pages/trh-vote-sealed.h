/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "pages/trh-vote-document.h"
#include "pages/trh-vote-session.h"

G_BEGIN_DECLS

/* What is left of a session whose urn is closed: the words that are read aloud, and papers to sign. */
GtkWidget *trh_vote_make_words   (const char *fingerprint);
void       trh_vote_add_sealed   (GtkWidget *box, TrhVoteSession *session);
void       trh_vote_show_sealed  (GtkWidget *window, TrhVoteSession *session);
void       trh_vote_hand_out_minutes (GtkWidget *window, TrhVoteDialog *dialog, TrhVoteWay way, TrhVoteSession *session);

G_END_DECLS
