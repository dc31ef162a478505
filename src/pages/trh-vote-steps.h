/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pages/trh-page.h"
#include "pages/trh-vote-desk.h"

G_BEGIN_DECLS

/* One window for each step of a vote that needs people: it asks, waits, and says what went wrong. */
void trh_vote_ask_keys    (TrhPage *page, TrhVoteDesk *desk, TrhPoll *poll);
void trh_vote_ask_opening (TrhPage *page, TrhVoteDesk *desk, TrhPoll *poll);
void trh_vote_ask_closing (TrhPage *page, TrhVoteDesk *desk, TrhResult *session);
void trh_vote_ask_count   (TrhPage *page, TrhVoteDesk *desk, TrhPoll *poll);
void trh_vote_ask_pin     (TrhPage *page, TrhResult *session);

G_END_DECLS
