/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pages/trh-page.h"
#include "pages/trh-vote-desk.h"

G_BEGIN_DECLS

/* Asks two people for a passphrase each, and makes the keys of a draft. */
void trh_vote_ask_keys (TrhPage *page, TrhVoteDesk *desk, TrhPoll *poll);

G_END_DECLS
