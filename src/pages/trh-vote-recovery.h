/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pages/trh-page.h"
#include "pages/trh-vote-desk.h"

G_BEGIN_DECLS

/* The recovery sheet of a vote: its secret key on paper, made with both passphrases and kept nowhere. */
void trh_vote_offer_recovery (GtkWidget *parent, TrhPoll *poll, const TrhKeys *keys, const TrhSecret *secret);
void trh_vote_ask_recovery   (TrhPage *page, TrhVoteDesk *desk, TrhPoll *poll);

G_END_DECLS
