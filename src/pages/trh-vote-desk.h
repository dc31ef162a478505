/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/exchange/trh-arrivals.h"
#include "core/exchange/trh-poll-sums.h"
#include "core/exchange/trh-poll-urns.h"
#include "core/workspace/trh-workspace.h"
#include "pages/trh-vote-session.h"

G_BEGIN_DECLS

/* Urns that came back: what each is, and what becomes of it. */
typedef struct {
  grefcount  n_users;
  char      *poll_id;
  GPtrArray *files;    /* (element-type GFile) */
  TrhUrnSet *urns;
  GPtrArray *refused;  /* (element-type utf8): why, each beginning with its town */
  GPtrArray *arrivals; /* (element-type TrhArrival): the others, in the order of @urns */
} TrhVoteReturn;

TrhVoteReturn *trh_vote_return_ref   (TrhVoteReturn *self);
void           trh_vote_return_unref (TrhVoteReturn *self);
guint          trh_vote_return_count (const TrhVoteReturn *self, gboolean known, gboolean taken);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrhVoteReturn, trh_vote_return_unref)

/* What organisers do with a poll, where it takes time or touches urns and keys: each call works in a
 * worker on plain data, then performs one edit. Sessions stay open here until their urn is closed. */
#define TRH_TYPE_VOTE_DESK (trh_vote_desk_get_type ())
G_DECLARE_FINAL_TYPE (TrhVoteDesk, trh_vote_desk, TRH, VOTE_DESK, GObject)

TrhVoteDesk *trh_vote_desk_new                 (TrhWorkspace *workspace);
TrhWorkspace *trh_vote_desk_get_workspace      (TrhVoteDesk *self);

void         trh_vote_desk_make_keys_async     (TrhVoteDesk *self, TrhPoll *poll, const char *const holders[2],
                                                const char *const passphrases[2], GAsyncReadyCallback callback,
                                                gpointer user_data);
TrhSecret   *trh_vote_desk_make_keys_finish    (TrhVoteDesk *self, GAsyncResult *result, GError **error);
TrhKeys     *trh_vote_desk_load_keys           (TrhVoteDesk *self, TrhPoll *poll, GError **error);
void         trh_vote_desk_unlock_async        (TrhVoteDesk *self, TrhKeys *keys, const char *const passphrases[2],
                                                GAsyncReadyCallback callback, gpointer user_data);
TrhSecret   *trh_vote_desk_unlock_finish       (TrhVoteDesk *self, GAsyncResult *result, GError **error);

void         trh_vote_desk_open_session_async  (TrhVoteDesk *self, TrhPoll *poll, const char *commune_id,
                                                const char *const organisers[2], GAsyncReadyCallback callback,
                                                gpointer user_data);
TrhVoteSession *trh_vote_desk_open_session_finish (TrhVoteDesk *self, GAsyncResult *result, GError **error);

void         trh_vote_desk_call_off_async      (TrhVoteDesk *self, TrhResult *result, const char *const names[2],
                                                const char *reason, GAsyncReadyCallback callback, gpointer user_data);
gboolean     trh_vote_desk_call_off_finish     (TrhVoteDesk *self, GAsyncResult *result, GError **error);
void         trh_vote_desk_discard_async       (TrhVoteDesk *self, const char *session_id, GAsyncReadyCallback callback,
                                                gpointer user_data);
gboolean     trh_vote_desk_discard_finish      (TrhVoteDesk *self, GAsyncResult *result, GError **error);

void         trh_vote_desk_find_strays_async   (TrhVoteDesk *self, TrhPoll *poll, GAsyncReadyCallback callback,
                                                gpointer user_data);
GPtrArray   *trh_vote_desk_find_strays_finish  (TrhVoteDesk *self, GAsyncResult *result, GError **error);
void         trh_vote_desk_take_up_async       (TrhVoteDesk *self, TrhPoll *poll, const char *session_id,
                                                GAsyncReadyCallback callback, gpointer user_data);
gboolean     trh_vote_desk_take_up_finish      (TrhVoteDesk *self, GAsyncResult *result, GError **error);

TrhVoteSession *trh_vote_desk_get_session      (TrhVoteDesk *self, TrhResult *result, GError **error);
TrhVoteSession *trh_vote_desk_load_session     (TrhVoteDesk *self, TrhResult *result, GError **error);
gboolean     trh_vote_desk_record_closing      (TrhVoteDesk *self, TrhResult *result, GError **error);

/* What opens the urns, and what decides between equals. Plain, lent. */
typedef struct {
  gboolean    by_sheet;
  const char *passphrases[2]; /* of the two holders of the keys, in their order; unless by the sheet */
  const char *sheet[TRH_RECOVERY_LINES]; /* lines of the recovery sheet, when by it */
  const char *seed;           /* (nullable): drawn in public */
} TrhVoteCounting;

void         trh_vote_desk_count_async         (TrhVoteDesk *self, TrhPoll *poll, const TrhVoteCounting *how,
                                                GAsyncReadyCallback callback, gpointer user_data);
gboolean     trh_vote_desk_count_finish        (TrhVoteDesk *self, GAsyncResult *result, GError **error);

void         trh_vote_desk_pack_async          (TrhVoteDesk *self, TrhPoll *poll, const char *commune_id, guint n_codes,
                                                const char *parent, GAsyncReadyCallback callback, gpointer user_data);
char        *trh_vote_desk_pack_finish         (TrhVoteDesk *self, GAsyncResult *result, GError **error);
gboolean     trh_vote_desk_unpack              (TrhVoteDesk *self, TrhResult *bag, GError **error);
void         trh_vote_desk_read_urns_async     (TrhVoteDesk *self, TrhPoll *poll, GPtrArray *files,
                                                GAsyncReadyCallback callback, gpointer user_data);
TrhVoteReturn *trh_vote_desk_read_urns_finish  (TrhVoteDesk *self, GAsyncResult *result, GError **error);
void         trh_vote_desk_take_urns_async     (TrhVoteDesk *self, TrhVoteReturn *back, GAsyncReadyCallback callback,
                                                gpointer user_data);
gboolean     trh_vote_desk_take_urns_finish    (TrhVoteDesk *self, GAsyncResult *result, GError **error);

G_END_DECLS
