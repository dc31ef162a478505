/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pages/trh-vote-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* One poll as it stands: what comes next, its result, its sessions, its ballot. */
GtkWidget  *trh_vote_view_new      (TrhVoteDesk *desk, TrhPoll *poll);
const char *trh_vote_say_state     (int state);

G_END_DECLS
