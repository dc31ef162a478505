/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "core/voting/trh-ballot.h"
#include "core/voting/trh-codes.h"
#include "core/voting/trh-seal.h"
#include "core/voting/trh-urn-bureau.h"

G_BEGIN_DECLS

/* Why a paper ballot counts for nothing; an empty envelope is blank, not null. */
typedef enum {
  TRH_NULL_TOO_MANY,
  TRH_NULL_IDENTITY,  /* a mark by which somebody can be known */
  TRH_NULL_NAME_ADDED,
  TRH_NULL_TORN,      /* or altered */
  TRH_NULL_FOREIGN,   /* not a ballot of this vote */
  TRH_NULL_SEVERAL,   /* different ballots together */
  TRH_NULL_ILLEGIBLE,
  TRH_N_NULL_CAUSES,
} TrhNullCause;

/* A pile of paper ballots after two people typed it. The ballots themselves are sealed among the others. */
typedef struct {
  char *entered_by[2];
  guint n_ballots; /* valid and blank */
  guint nulls[TRH_N_NULL_CAUSES];
} TrhUrnLot;

/* What two organisers state when they close an urn. */
typedef struct {
  const char *names[2];
  int         minute;     /* local time, in minutes since midnight; -1 is not known */
  int         signatures; /* on the roll; -1 is not counted */
  int         slips_left; /* codes on the table that nobody took; -1 is not counted */
  int         paper_found; /* ballots of paper in the box; -1 is not counted */
  const char *incidents;  /* (nullable) */
  const char *remarks;    /* (nullable) */
  const TrhUrnBureau *bureau; /* (nullable): for the minutes */
  int         day;        /* in days since 1970-01-01; 0 is that of the session */
} TrhUrnClosing;

#define TRH_URN_ASKED 65 /* 64 hexadecimal digits, and NUL */

/* What the file of one session holds: a function of the set of its ballots and of the set of its used
 * codes, and of nothing else. No order, no time, no link between a code and a ballot. Plain data. */
typedef struct {
  char         *poll_id;
  char         *session_id;
  gboolean      rehearsal;   /* never counted with real ones */
  char         *commune_id;  /* INSEE code, or "" */
  char         *place;       /* the town, for people, or "" */
  int           day;         /* of the session, in days since 1970-01-01 */
  int           opened_at;   /* local time, in minutes since midnight; -1 is not known */
  gboolean      guaranteed;  /* its poll has guarantees, which this file does not hold */
  TrhBallotForm form;
  char        **candidates;  /* ids of the artists; a ballot has their order */
  char          asked[TRH_URN_ASKED]; /* sum of what voters read, as trh_ballot_paper_dup_sum(); or "" */
  guint8        public_key[TRH_SEAL_KEY];
  guint8        code_key[TRH_CODE_KEY];
  char         *opened_by[2];
  gboolean      stopped;     /* takes no more codes; piles of paper may still come */
  char         *closed_by[2]; /* (nullable): while it is open */
  int           closed_at;   /* as @opened_at */
  int           closed_day;  /* as @day where it is another one, past midnight or on the second day; else 0 */
  int           signatures;  /* as in #TrhUrnClosing, and the two below */
  int           slips_left;
  int           paper_found;
  char         *incidents;   /* or "" */
  char         *remarks;     /* or "" */
  TrhUrnBureau *bureau;      /* (nullable): nothing is noted */
  GPtrArray    *lots;        /* (element-type TrhUrnLot) */
  GByteArray   *unused;      /* covers of the hashes of codes, TRH_CODE_HASH bytes each, sorted */
  GByteArray   *used;        /* the hashes themselves, sorted */
  GByteArray   *cancelled;   /* the same: lost, spoiled, or given back for a paper ballot */
  GByteArray   *boxes;       /* sealed ballots of one length, sorted */
} TrhUrnContent;

TrhUrnContent *trh_urn_content_new     (const char *poll_id, const char *session_id, const TrhBallotForm *form,
                                        const char *const *candidates, const guint8 *public_key,
                                        const char *const opened_by[2]);
TrhUrnContent *trh_urn_content_copy    (const TrhUrnContent *self);
TrhUrnContent *trh_urn_content_empty   (const TrhUrnContent *self);
void           trh_urn_content_free    (TrhUrnContent *self);
void           trh_urn_content_set_session (TrhUrnContent *self, const char *commune_id, const char *place, int day,
                                        int opened_at);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrhUrnContent, trh_urn_content_free)

guint          trh_urn_content_get_n_ballots (const TrhUrnContent *self);
guint          trh_urn_content_get_n_boxes (const TrhUrnContent *self);
guint          trh_urn_content_get_n_codes (const TrhUrnContent *self);
guint          trh_urn_content_get_n_cancelled (const TrhUrnContent *self);
guint          trh_urn_content_get_n_paper (const TrhUrnContent *self);
guint          trh_urn_content_count_nulls (const TrhUrnContent *self, guint nulls[TRH_N_NULL_CAUSES]);
gboolean       trh_urn_content_is_closed (const TrhUrnContent *self);
gboolean       trh_urn_content_add_codes (TrhUrnContent *self, const GArray *codes);
void           trh_urn_content_add_hashes (TrhUrnContent *self, GBytes *hashes);
gboolean       trh_urn_content_knows   (const TrhUrnContent *self, const guint8 *code_hash, gboolean *is_used);
gsize          trh_urn_content_get_box_length (const TrhUrnContent *self);
void           trh_urn_content_record  (TrhUrnContent *self, const guint8 *code_hash, const guint8 *box);
void           trh_urn_content_cancel  (TrhUrnContent *self, const guint8 *code_hash);
void           trh_urn_content_add_lot (TrhUrnContent *self, const TrhUrnLot *lot, const guint8 *boxes);
void           trh_urn_content_close   (TrhUrnContent *self, const TrhUrnClosing *closing);

TrhUrnLot     *trh_urn_lot_copy        (const TrhUrnLot *self);
void           trh_urn_lot_free        (TrhUrnLot *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrhUrnLot, trh_urn_lot_free)

GBytes        *trh_urn_content_print   (const TrhUrnContent *self);
TrhUrnContent *trh_urn_content_parse   (GBytes *bytes, GError **error);
TrhUrnContent *trh_urn_content_read    (JsonNode *node, const char *place, GError **error);
TrhBallots    *trh_urn_content_unseal  (const TrhUrnContent *self, const TrhSecret *secret, GError **error);

G_END_DECLS
