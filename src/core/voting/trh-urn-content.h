/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/voting/trh-ballot.h"
#include "core/voting/trh-codes.h"
#include "core/voting/trh-seal.h"

G_BEGIN_DECLS

/* What the file of one session holds: a function of the set of its ballots and of the set of its used
 * codes, and of nothing else. No order, no time, no link between a code and a ballot. Plain data. */
typedef struct {
  char         *poll_id;
  char         *session_id;
  gboolean      rehearsal;   /* never counted with real ones */
  TrhBallotForm form;
  char        **candidates;  /* ids of the artists; a ballot has their order */
  guint8        public_key[TRH_SEAL_KEY];
  guint8        code_key[TRH_CODE_KEY];
  char         *opened_by[2];
  char         *closed_by[2]; /* (nullable): while it is open */
  GByteArray   *unused;      /* hashes of codes, TRH_CODE_HASH bytes each, sorted */
  GByteArray   *used;        /* the same */
  GByteArray   *boxes;       /* sealed ballots of one length, sorted */
} TrhUrnContent;

TrhUrnContent *trh_urn_content_new     (const char *poll_id, const char *session_id, const TrhBallotForm *form,
                                        const char *const *candidates, const guint8 *public_key,
                                        const char *const opened_by[2]);
TrhUrnContent *trh_urn_content_copy    (const TrhUrnContent *self);
void           trh_urn_content_free    (TrhUrnContent *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrhUrnContent, trh_urn_content_free)

guint          trh_urn_content_get_n_ballots (const TrhUrnContent *self);
guint          trh_urn_content_get_n_codes (const TrhUrnContent *self);
gboolean       trh_urn_content_is_closed (const TrhUrnContent *self);
gboolean       trh_urn_content_add_codes (TrhUrnContent *self, const GArray *codes);
gboolean       trh_urn_content_knows   (const TrhUrnContent *self, const guint8 *code_hash, gboolean *is_used);
gsize          trh_urn_content_get_box_length (const TrhUrnContent *self);
void           trh_urn_content_record  (TrhUrnContent *self, const guint8 *code_hash, const guint8 *box);
void           trh_urn_content_close   (TrhUrnContent *self, const char *const names[2]);

GBytes        *trh_urn_content_print   (const TrhUrnContent *self);
TrhUrnContent *trh_urn_content_parse   (GBytes *bytes, GError **error);
TrhBallots    *trh_urn_content_unseal  (const TrhUrnContent *self, const TrhSecret *secret, GError **error);

G_END_DECLS
