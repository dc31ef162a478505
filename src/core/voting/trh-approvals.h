/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/voting/trh-election.h"

G_BEGIN_DECLS

/* Approval ballots as lists both ways: whom each line names, and which lines name a candidate. Equal
 * ballots are one line; blank ones are left out. It does not change. */
typedef struct {
  guint    n_candidates;
  guint    n_lines;
  guint64  n_ballots;       /* that are not blank */
  guint64 *weights;         /* of each line */
  guint   *starts;          /* of each line in @members, and the end */
  guint8  *members;         /* candidates, rising inside a line */
  guint   *supporter_starts; /* of each candidate in @supporters, and the end */
  guint   *supporters;      /* lines, rising for a candidate */
} TrhApprovals;

TrhApprovals *trh_approvals_new  (const TrhElection *election);
guint        *trh_approvals_find_alike (const TrhApprovals *self, const TrhElection *election);
TrhApprovals *trh_approvals_ref  (TrhApprovals *self);
void          trh_approvals_unref (TrhApprovals *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrhApprovals, trh_approvals_unref)

/**
 * TrhClasses:
 *
 * Lines put into classes, and for each class and candidate how many ballots of that class name the
 * candidate. A rule says what a class is: so many chosen already, so much money left. Scores are then
 * sums over few classes, however many ballots there are.
 */
typedef struct {
  TrhApprovals *approvals;
  guint   *class_of; /* of each line */
  GArray  *sums;     /* (element-type guint64): n_candidates for each class */
  GArray  *n_lines;  /* (element-type guint): lines in each class */
} TrhClasses;

TrhClasses *trh_classes_new    (TrhApprovals *approvals, guint n_classes);
TrhClasses *trh_classes_copy   (const TrhClasses *self);
void        trh_classes_free   (TrhClasses *self);
guint       trh_classes_append (TrhClasses *self);
void        trh_classes_move   (TrhClasses *self, guint line, guint to);
void        trh_classes_pass   (TrhClasses *self, guint candidate, const guint *after);
void        trh_classes_sign   (const TrhClasses *self, GByteArray *out);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrhClasses, trh_classes_free)

/* Ballots of @class that name each candidate, (array length=n_candidates). */
static inline const guint64 *
trh_classes_peek (const TrhClasses *self, guint class)
{
  return &g_array_index (self->sums, guint64, (gsize) class * self->approvals->n_candidates);
}

G_END_DECLS
