/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "core/base/trh-error.h"
#include "core/voting/trh-ballot-paper.h"

G_BEGIN_DECLS

/* A ballot is one byte, its mark, for each candidate in the order of the poll:
 * approval: 0 or 1; grades: 0 for none, else 1 for the best, 2 for the next…;
 * ranking: 0 for left out, else 1 for the first, equal ranks sharing a number.
 * A ballot of zeros is blank. It has no name, no number and no time. */

/* What a mark may be in one poll. */
typedef struct {
  TrhBallotPaperKind kind;
  guint n_candidates;
  guint n_grades;    /* of graded ballots */
  guint min_choices; /* approvals, or places, of a ballot that is not blank */
  guint max_choices; /* the same; 0 is no limit */
} TrhBallotForm;

gboolean trh_ballot_is_blank    (const guint8 *marks, guint n_candidates);
gboolean trh_ballot_fits        (const TrhBallotForm *form, const guint8 *marks);

/* The bytes that go into a sealed box: one length for a whole poll. */
gsize    trh_ballot_get_encoded_length (const TrhBallotForm *form);
void     trh_ballot_encode      (const TrhBallotForm *form, const guint8 *marks, guint8 *bytes);
gboolean trh_ballot_decode      (const TrhBallotForm *form, const guint8 *bytes, gsize length, guint8 *marks, GError **error);

/* A multiset of ballots, each line with the number of voters who cast it. */
typedef struct _TrhBallots TrhBallots;

TrhBallots   *trh_ballots_new        (guint n_candidates);
void          trh_ballots_free       (TrhBallots *self);
void          trh_ballots_add        (TrhBallots *self, const guint8 *marks, guint64 weight);
guint         trh_ballots_get_n_lines (const TrhBallots *self);
const guint8 *trh_ballots_peek_marks (const TrhBallots *self, guint line);
guint64       trh_ballots_get_weight (const TrhBallots *self, guint line);
void          trh_ballots_count      (const TrhBallots *self, guint64 *valid, guint64 *blank);
void          trh_ballots_normalise  (TrhBallots *self);
void          trh_ballots_truncate   (TrhBallots *self, guint n_lines);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrhBallots, trh_ballots_free)

G_END_DECLS
