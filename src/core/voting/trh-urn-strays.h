/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/voting/trh-urn-content.h"

G_BEGIN_DECLS

/* An urn of a vote that is on this computer and not in the season. Plain data. */
typedef struct {
  TrhUrnContent *content;
  char          *fingerprint; /* SHA-256 of its file, as it was read */
} TrhUrnStray;

GPtrArray *trh_urn_find_strays   (const TrhUrnContent *expected, GHashTable *known);
void       trh_urn_stray_free    (TrhUrnStray *self);
GPtrArray *trh_urn_find_sessions (const char *poll_id, const char *public_key, GHashTable *known);
gboolean   trh_urn_begins_for    (const char *path, const char *poll_id, const char *public_key);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrhUrnStray, trh_urn_stray_free)

G_END_DECLS
