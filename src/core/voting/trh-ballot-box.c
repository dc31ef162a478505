/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/voting/trh-ballot-box.h"

G_DEFINE_QUARK (trh-booth-error-quark, trh_booth_error)
G_DEFINE_INTERFACE (TrhBallotBox, trh_ballot_box, G_TYPE_OBJECT)

static void
trh_ballot_box_default_init (TrhBallotBoxInterface *iface)
{
}

/**
 * trh_ballot_box_check_code:
 * @code: as it was typed
 * @error: return location for a #TrhBoothError
 *
 * Answers at once and reserves nothing: a code may be used at two places at the same moment,
 * and only the first cast counts.
 *
 * Returns: %TRUE when a ballot can be cast with @code
 */
gboolean
trh_ballot_box_check_code (TrhBallotBox *self, const char *code, GError **error)
{
  g_return_val_if_fail (TRH_IS_BALLOT_BOX (self), FALSE);

  return TRH_BALLOT_BOX_GET_IFACE (self)->check_code (self, code, error);
}

/**
 * trh_ballot_box_cast_async:
 * @code: as it was typed
 * @marks: (array length=n_candidates): a mark for each candidate, as in `trh-ballot.h`
 * @n_candidates: of the paper
 * @cancellable: (nullable): stops the waiting, not a ballot already on its way to the disk
 * @callback: called on this thread's main context
 * @user_data: for @callback
 *
 * Puts a ballot into the box, or nothing at all.
 */
void
trh_ballot_box_cast_async (TrhBallotBox *self, const char *code, const guint8 *marks, guint n_candidates,
                           GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (TRH_IS_BALLOT_BOX (self));

  TRH_BALLOT_BOX_GET_IFACE (self)->cast_async (self, code, marks, n_candidates, cancellable, callback, user_data);
}

/**
 * trh_ballot_box_cast_finish:
 * @result: what the callback was given
 * @error: return location for a #TrhBoothError
 *
 * Returns: %TRUE when the ballot is in the box and will be there after a power cut
 */
gboolean
trh_ballot_box_cast_finish (TrhBallotBox *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (TRH_IS_BALLOT_BOX (self), FALSE);

  return TRH_BALLOT_BOX_GET_IFACE (self)->cast_finish (self, result, error);
}
