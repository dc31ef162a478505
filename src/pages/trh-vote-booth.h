/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pages/trh-page.h"
#include "pages/trh-vote-desk.h"

G_BEGIN_DECLS

/* Gives the screen to the voters of a session, until an organiser takes it back with @pin. */
gboolean trh_vote_open_booth (TrhPage *page, TrhVoteDesk *desk, TrhResult *session, const char *pin, GError **error);

/* Asks for the six digits that lock the booth, then opens it. */
void     trh_vote_ask_pin    (TrhPage *page, TrhResult *session);

G_END_DECLS
