/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pages/trh-vote-session.h"

G_BEGIN_DECLS

/* @session: just opened, its urn empty; @window is the one that asked */
typedef void (*TrhVoteOpened) (GtkWidget *window, TrhVoteSession *session);

/* Asks two organisers whether the clock is right, and who they are; then opens the session of a kit. */
void trh_vote_ask_kit_opening (GtkWidget *window, const TrhKit *kit, TrhVoteOpened opened);

G_END_DECLS
