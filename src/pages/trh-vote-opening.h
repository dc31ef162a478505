/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pages/trh-page.h"
#include "pages/trh-vote-desk.h"

G_BEGIN_DECLS

/* Asks where people vote and which two organisers open the session. */
void trh_vote_ask_opening (TrhPage *page, TrhVoteDesk *desk, TrhPoll *poll);

G_END_DECLS
