/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pages/trh-page.h"
#include "pages/trh-vote-desk.h"

G_BEGIN_DECLS

/* Town halls that vote on another computer: their bags go out, their urns come back. */
void trh_vote_ask_bag    (TrhPage *page, TrhVoteDesk *desk, TrhPoll *poll);
void trh_vote_ask_unused (TrhPage *page, TrhVoteDesk *desk, TrhResult *bag);
void trh_vote_ask_urns   (TrhPage *page, TrhVoteDesk *desk, TrhPoll *poll);
void trh_vote_bring_urns (GtkWidget *parent, TrhVoteDesk *desk, TrhPoll *poll, GPtrArray *files);

G_END_DECLS
