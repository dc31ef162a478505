/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/exchange/trh-sheet.h"
#include "core/voting/trh-kit.h"
#include "core/voting/trh-urn.h"

G_BEGIN_DECLS

/* A session in a town hall while it is open: its urn, what is asked, and the codes at hand. The same for a session of a
 * season and for one that came in a kit: what a laptop without the season knows is enough.
 * Signal "codes-changed": other codes are at hand. */
#define TRH_TYPE_VOTE_SESSION (trh_vote_session_get_type ())
G_DECLARE_FINAL_TYPE (TrhVoteSession, trh_vote_session, TRH, VOTE_SESSION, GObject)

/* Called after the urn was closed for ever; may fail, and is then tried again when the urn is opened the next time. */
typedef gboolean (*TrhVoteClosedFunc) (TrhVoteSession *session, const TrhUrnContent *urn, const char *fingerprint,
                                       gpointer user_data, GError **error);

TrhVoteSession *trh_vote_session_new          (TrhKit *kit, TrhUrn *urn);
void            trh_vote_session_set_closed   (TrhVoteSession *self, TrhVoteClosedFunc closed, gpointer user_data);
void            trh_vote_session_set_result   (TrhVoteSession *self, gpointer result);
TrhUrn         *trh_vote_session_get_urn      (TrhVoteSession *self);
const TrhKit   *trh_vote_session_peek_kit     (TrhVoteSession *self);
const char     *trh_vote_session_get_id       (TrhVoteSession *self);
const char     *trh_vote_session_get_place    (TrhVoteSession *self);
char           *trh_vote_session_get_file_name (TrhVoteSession *self, const char *what, const char *suffix);

const GArray   *trh_vote_session_peek_codes   (TrhVoteSession *self);
void            trh_vote_session_take_codes   (TrhVoteSession *self, const GArray *codes);
void            trh_vote_session_note_slips   (TrhVoteSession *self);
gboolean        trh_vote_session_lacks_slips  (TrhVoteSession *self);

char           *trh_vote_session_say_elapsed  (TrhVoteSession *self, int day, int minute);
TrhSheet       *trh_vote_session_make_opening (TrhVoteSession *self);
TrhSheet       *trh_vote_session_make_minutes (TrhVoteSession *self);
char           *trh_vote_session_dup_fingerprint (TrhVoteSession *self);

void            trh_vote_session_close_async  (TrhVoteSession *self, const TrhUrnClosing *closing, GAsyncReadyCallback callback,
                                               gpointer user_data);
char           *trh_vote_session_close_finish (TrhVoteSession *self, GAsyncResult *result, GError **error);

G_END_DECLS
