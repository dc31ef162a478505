/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pages/trh-page.h"

G_BEGIN_DECLS

/* Shows the codes of a session, once, and saves them for the slips of paper. */
void trh_vote_show_codes (TrhPage *page, TrhPoll *poll, const char *place, GArray *codes);

G_END_DECLS
