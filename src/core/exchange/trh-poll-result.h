/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/trh-poll-edits.h"
#include "core/voting/trh-explain-count.h"
#include "core/voting/trh-opening.h"

G_BEGIN_DECLS

/* A count on its way into the project, as sums, and back, to be told. */
TrhEdit *trh_poll_edit_opened (TrhProject *project, TrhPoll *poll, const TrhOpening *opening, int day, GError **error);

TrhResultRecord *trh_poll_make_total (const TrhPollRecord *poll, const TrhOpening *opening);

/* A count as the project keeps it. Nothing is counted again: what was not kept is not told. All in @telling is owned. */
typedef struct {
  TrhTelling     telling;
  TrhComparison *comparison; /* (nullable) */
} TrhTold;

TrhTold *trh_told_new  (TrhProject *project, const TrhPollRecord *poll, const TrhResultRecord *total);
void     trh_told_free (TrhTold *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrhTold, trh_told_free)

G_END_DECLS
