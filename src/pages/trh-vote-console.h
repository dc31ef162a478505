/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "pages/trh-vote-session.h"

G_BEGIN_DECLS

/* What organisers see of an open session: how many have voted, never what. Follows the urn by itself. */
GtkWidget *trh_vote_console_new (TrhVoteSession *session);

G_END_DECLS
