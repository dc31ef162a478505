/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/voting/trh-ballot-box.h"
#include "core/voting/trh-urn-content.h"

G_BEGIN_DECLS

/**
 * TrhUrnError:
 * @TRH_URN_ERROR_BUSY: another window or program has this urn open
 * @TRH_URN_ERROR_EXISTS: there is an urn for this session already
 * @TRH_URN_ERROR_CLOSED: it was closed before
 * @TRH_URN_ERROR_MEMORY: this computer has too little memory free
 * @TRH_URN_ERROR_NOT_EMPTY: somebody has voted already
 */
typedef enum {
  TRH_URN_ERROR_BUSY,
  TRH_URN_ERROR_EXISTS,
  TRH_URN_ERROR_CLOSED,
  TRH_URN_ERROR_MEMORY,
  TRH_URN_ERROR_NOT_EMPTY,
} TrhUrnError;
#define TRH_URN_ERROR (trh_urn_error_quark ())
GQuark trh_urn_error_quark (void);

/* The urn of one session while ballots go in, a #TrhBallotBox. It is one file, replaced whole and durably
 * by a worker; ballots that wait at the same moment share one save. Only one object anywhere has it open.
 * Properties that notify: "n-ballots", "closed". Signal "changed": something else may have changed too, as the number of
 * its codes. Main thread.
 *
 * The vote ends with trh_urn_stop_async(), piles of paper may still come, trh_urn_close_async() ends it all; without
 * paper it does so alone. */
#define TRH_TYPE_URN (trh_urn_get_type ())
G_DECLARE_FINAL_TYPE (TrhUrn, trh_urn, TRH, URN, GObject)

/* Where urns and keys live: in the folder of the person's data, not beside the project, which is sent by
 * mail and synchronised. */
char    *trh_urn_get_path    (const char *session_id);
char    *trh_keys_get_path   (const char *poll_id);

gboolean trh_urn_create      (const char *path, TrhUrnContent *content, guint n_codes, GArray **codes, GError **error);
TrhUrn  *trh_urn_open        (const char *path, GError **error);
gboolean trh_urn_keep        (const char *path, GBytes *file, GError **error);
gboolean trh_urn_is_aside    (const char *base, const char *name);
void     trh_urn_tidy_all    (void);
TrhUrnContent *trh_urn_load  (const char *path, char **fingerprint, GError **error);

guint    trh_urn_get_n_ballots (TrhUrn *self);
guint    trh_urn_get_n_codes (TrhUrn *self);
gboolean trh_urn_is_stopped  (TrhUrn *self);
gboolean trh_urn_is_closed   (TrhUrn *self);
const TrhUrnContent *trh_urn_peek_content (TrhUrn *self);

void     trh_urn_cancel_async  (TrhUrn *self, const char *typed, GAsyncReadyCallback callback, gpointer user_data);
void     trh_urn_add_lot_async (TrhUrn *self, const TrhUrnLot *lot, const guint8 *marks, guint n_candidates,
                                GAsyncReadyCallback callback, gpointer user_data);
void     trh_urn_stop_async    (TrhUrn *self, GAsyncReadyCallback callback, gpointer user_data);
void     trh_urn_add_codes_async (TrhUrn *self, guint n_codes, GAsyncReadyCallback callback, gpointer user_data);
GArray  *trh_urn_add_codes_finish (TrhUrn *self, GAsyncResult *result, GError **error);
gboolean trh_urn_change_finish (TrhUrn *self, GAsyncResult *result, GError **error);

void     trh_urn_close_async   (TrhUrn *self, const TrhUrnClosing *closing, GAsyncReadyCallback callback, gpointer user_data);
char    *trh_urn_close_finish  (TrhUrn *self, GAsyncResult *result, GError **error);

/* A session that was opened by mistake. */
gboolean trh_urn_is_empty      (TrhUrn *self);
gboolean trh_urn_hold          (TrhUrn *self, GError **error);
void     trh_urn_release       (TrhUrn *self);
void     trh_urn_let_go        (TrhUrn *self);
gboolean trh_urn_discard       (const char *path, GError **error);

G_END_DECLS
