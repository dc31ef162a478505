/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/voting/trh-urn-content.h"

G_BEGIN_DECLS

/**
 * TrhPileError:
 * @TRH_PILE_ERROR_MARKS: this is no ballot of the vote: too many choices make it null
 * @TRH_PILE_ERROR_NAMES: one person typed twice
 * @TRH_PILE_ERROR_DIFFERENCES: not both have finished, or the two still differ
 */
typedef enum {
  TRH_PILE_ERROR_MARKS,
  TRH_PILE_ERROR_NAMES,
  TRH_PILE_ERROR_DIFFERENCES,
} TrhPileError;
#define TRH_PILE_ERROR (trh_pile_error_quark ())
GQuark trh_pile_error_quark (void);

#define TRH_NOT_NULL TRH_N_NULL_CAUSES /* a paper that counts: valid, or blank when it has no mark */

/* A shuffled pile of paper ballots, numbered afterwards, which two people type without seeing each other's work. When
 * both have finished the differing papers are looked at together. Nothing is kept on the disk: the papers are. */
typedef struct _TrhPile TrhPile;

TrhPile *trh_pile_new       (const TrhBallotForm *form);
void     trh_pile_free      (TrhPile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrhPile, trh_pile_free)

gboolean trh_pile_add       (TrhPile *self, guint typist, const guint8 *marks, TrhNullCause null_cause, GError **error);
void     trh_pile_take_back (TrhPile *self, guint typist);
guint    trh_pile_get_n     (const TrhPile *self, guint typist);
const guint8 *
         trh_pile_peek      (const TrhPile *self, guint typist, guint number, TrhNullCause *null_cause);

void     trh_pile_restart   (TrhPile *self, guint typist);
gboolean trh_pile_finish    (TrhPile *self, guint typist, const char *name, GError **error);
GArray  *trh_pile_compare   (const TrhPile *self);
gboolean trh_pile_settle    (TrhPile *self, guint number, const guint8 *marks, TrhNullCause null_cause, GError **error);
TrhUrnLot *
         trh_pile_get_lot   (const TrhPile *self, GBytes **marks, GError **error);

G_END_DECLS
