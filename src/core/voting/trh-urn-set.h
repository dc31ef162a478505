/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/voting/trh-urn-content.h"

G_BEGIN_DECLS

/* Closed urns of one vote, in the order of their sessions, each once: whatever the order in which they were
 * brought, and however often. Each stays byte for byte what its town hall closed. Any thread. */
typedef struct _TrhUrnSet TrhUrnSet;

TrhUrnSet           *trh_urn_set_new    (void);
void                 trh_urn_set_free   (TrhUrnSet *self);
void                 trh_urn_set_expect (TrhUrnSet *self, TrhUrnContent *urn);
gboolean             trh_urn_set_add    (TrhUrnSet *self, GBytes *file, const char *name, guint *n_new, GError **error);
gboolean             trh_urn_set_load   (TrhUrnSet *self, const char *path, guint *n_new, GError **error);
guint                trh_urn_set_get_n  (const TrhUrnSet *self);
const TrhUrnContent *trh_urn_set_peek   (const TrhUrnSet *self, guint index);
GBytes              *trh_urn_set_peek_file (const TrhUrnSet *self, guint index);
const char          *trh_urn_set_get_fingerprint (const TrhUrnSet *self, guint index);
GBytes              *trh_urn_set_print  (const TrhUrnSet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrhUrnSet, trh_urn_set_free)

char                *trh_urn_say_place  (const TrhUrnContent *urn, const char *name);
const char          *trh_urn_say_foreign (const TrhUrnContent *expected, const TrhUrnContent *urn);

G_END_DECLS
