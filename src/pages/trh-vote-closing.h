/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pages/trh-page.h"
#include "pages/trh-vote-desk.h"

G_BEGIN_DECLS

/* Asks which two organisers close the urn of a session. */
void trh_vote_ask_closing (TrhPage *page, TrhVoteDesk *desk, TrhResult *session);

G_END_DECLS
