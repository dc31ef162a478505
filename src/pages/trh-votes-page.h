/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pages/trh-page.h"

G_BEGIN_DECLS

/* Votes: the polls of the season, and one of them at a time from its preparation to its result. */
#define TRH_TYPE_VOTES_PAGE (trh_votes_page_get_type ())
G_DECLARE_FINAL_TYPE (TrhVotesPage, trh_votes_page, TRH, VOTES_PAGE, TrhPage)

G_END_DECLS
