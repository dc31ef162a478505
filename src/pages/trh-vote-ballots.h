/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/voting/trh-ballot-paper.h"

G_BEGIN_DECLS

/* Asks how many ballots of paper to print, and on which paper, then where to save them.
 * @parent: a widget of a window that has the action win.tell; @place: the town, or "". */
void trh_vote_ask_ballots (GtkWidget *parent, TrhBallotPaper *paper, const char *place);

G_END_DECLS
