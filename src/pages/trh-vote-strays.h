/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pages/trh-page.h"
#include "pages/trh-vote-desk.h"

G_BEGIN_DECLS

GtkWidget *trh_vote_strays_new (TrhVoteDesk *desk, TrhPoll *poll);
void       trh_vote_take_up    (TrhPage *page, TrhVoteDesk *desk, TrhPoll *poll, const char *session_id);
void       trh_vote_discard    (TrhPage *page, TrhVoteDesk *desk, const char *session_id);

G_END_DECLS
