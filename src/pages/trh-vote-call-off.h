/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pages/trh-page.h"
#include "pages/trh-vote-desk.h"

G_BEGIN_DECLS

GtkWidget *trh_vote_call_off_new (TrhVoteSession *session);
void       trh_vote_ask_call_off (TrhPage *page, TrhVoteDesk *desk, TrhResult *session);
void       trh_vote_add_called_off (AdwPreferencesGroup *group, TrhProject *project, const TrhResultRecord *session);

G_END_DECLS
