/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pages/trh-vote-desk.h"
#include "pages/trh-vote-document.h"

G_BEGIN_DECLS

/* What is printed and kept of a counted vote; windows have the action win.tell. */
GtkWidget *trh_vote_papers_new   (TrhProject *project, const TrhPollRecord *poll, const TrhResultRecord *total);
void       trh_vote_hand_out_recap (GtkWidget *window, TrhVoteWay way, TrhProject *project, const TrhPollRecord *poll);
void       trh_vote_save_archive (GtkWidget *window, TrhProject *project, const TrhPollRecord *poll);

G_END_DECLS
