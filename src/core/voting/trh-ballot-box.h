/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TrhBoothError:
 * @TRH_BOOTH_ERROR_TYPO: the check character does not fit: a typing mistake
 * @TRH_BOOTH_ERROR_UNKNOWN: well formed, but no code of this session
 * @TRH_BOOTH_ERROR_USED: a ballot was already cast with it, or it was cancelled
 * @TRH_BOOTH_ERROR_CLOSED: the session takes no more ballots
 * @TRH_BOOTH_ERROR_FAILED: the ballot could not be saved; the code is still good
 * @TRH_BOOTH_ERROR_UNSURE: the ballot is in the box and its code is used, but a power cut could still lose both
 *
 * Why a box refuses a code or a ballot. The booth has its own words for each in the voter's
 * language; the message is for the organisers and names neither the code nor a choice.
 */
typedef enum {
  TRH_BOOTH_ERROR_TYPO,
  TRH_BOOTH_ERROR_UNKNOWN,
  TRH_BOOTH_ERROR_USED,
  TRH_BOOTH_ERROR_CLOSED,
  TRH_BOOTH_ERROR_FAILED,
  TRH_BOOTH_ERROR_UNSURE,
} TrhBoothError;

#define TRH_BOOTH_ERROR (trh_booth_error_quark ())
GQuark trh_booth_error_quark (void);

/* Where a ballot goes: the urn of a session, as the booth sees it. Codes are given as they were
 * typed; case, spaces and hyphens do not count. */
#define TRH_TYPE_BALLOT_BOX (trh_ballot_box_get_type ())
G_DECLARE_INTERFACE (TrhBallotBox, trh_ballot_box, TRH, BALLOT_BOX, GObject)

/**
 * TrhBallotBoxInterface:
 * @check_code: whether @code may cast a ballot now
 * @cast_async: stores a ballot; keeps its own copy of @code and @marks, and wipes it
 * @cast_finish: %TRUE only when the ballot is on the disk for good
 */
struct _TrhBallotBoxInterface
{
  GTypeInterface parent_iface;

  gboolean (*check_code)  (TrhBallotBox *self, const char *code, GError **error);
  void     (*cast_async)  (TrhBallotBox *self, const char *code, const guint8 *marks, guint n_candidates,
                           GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
  gboolean (*cast_finish) (TrhBallotBox *self, GAsyncResult *result, GError **error);
};

gboolean trh_ballot_box_check_code  (TrhBallotBox *self, const char *code, GError **error);
void     trh_ballot_box_cast_async  (TrhBallotBox *self, const char *code, const guint8 *marks, guint n_candidates,
                                     GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean trh_ballot_box_cast_finish (TrhBallotBox *self, GAsyncResult *result, GError **error);

G_END_DECLS
