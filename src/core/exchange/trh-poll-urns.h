/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/trh-poll-bags.h"
#include "core/voting/trh-urn-set.h"
#include "core/voting/trh-urn-strays.h"

G_BEGIN_DECLS

/* Closed urns that come back from other town halls, and the sessions of the project. */

TrhSessionClosing trh_poll_read_closing (const TrhUrnContent *urn, const char *fingerprint);

TrhUrnSet        *trh_poll_expect_urns  (TrhProject *project, TrhPoll *poll, GError **error);
GHashTable       *trh_poll_list_sessions (TrhProject *project);
TrhPoll          *trh_poll_find_at_stake (TrhProject *project);
TrhEdit          *trh_poll_take_up      (TrhProject *project, TrhPoll *poll, const TrhUrnStray *stray, GError **error);

G_END_DECLS
