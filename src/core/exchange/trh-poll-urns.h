/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/trh-poll-bags.h"
#include "core/voting/trh-urn-set.h"
#include "core/voting/trh-urn-strays.h"

G_BEGIN_DECLS

/* Closed urns that come back from other town halls, and the sessions of the project. */

/* What becomes of urns that were brought. */
typedef struct {
  GArray    *kept;    /* (element-type guint): places in the set of those whose files are kept */
  guint      n_known; /* of them, so many were in the season already */
  GPtrArray *refused; /* (element-type utf8): why the others are not, each beginning with its town */
  TrhEdit   *edit;    /* (nullable): notes what is new */
} TrhUrnsBrought;

TrhSessionClosing trh_poll_read_closing (const TrhUrnContent *urn, const char *fingerprint);

TrhUrnSet        *trh_poll_expect_urns  (TrhProject *project, TrhPoll *poll, GError **error);
GHashTable       *trh_poll_list_sessions (TrhProject *project);
TrhEdit          *trh_poll_take_up      (TrhProject *project, TrhPoll *poll, const TrhUrnStray *stray, GError **error);
TrhUrnsBrought   *trh_poll_bring_in     (TrhProject *project, TrhPoll *poll, const TrhUrnSet *urns);
void              trh_urns_brought_free (TrhUrnsBrought *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrhUrnsBrought, trh_urns_brought_free)

G_END_DECLS
