/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/trh-poll.h"
#include "core/model/trh-project.h"
#include "core/model/trh-result.h"
#include "core/voting/trh-opening.h"
#include "core/voting/trh-urn-set.h"

G_BEGIN_DECLS

/* The file of sums in the archive of a vote: what was asked, how it is counted, and what the count gave. It stands on
 * its own: with the sealed urns beside it and the keys the same result follows again, in years, without the season. */
typedef struct {
  TrhPollRecord   *poll;     /* each candidate with the group that guarantees count it as */
  TrhResultRecord *total;
  GPtrArray       *sessions; /* (element-type TrhResultRecord): those that @total is the sum of */
} TrhArchivedSums;

#define TRH_ARCHIVED_SUMS_FORMAT "transhumances-sums"

GBytes          *trh_archived_sums_print (TrhProject *project, const TrhPollRecord *poll, const TrhResultRecord *total);
TrhArchivedSums *trh_archived_sums_parse (GBytes *bytes, GError **error);
void             trh_archived_sums_free  (TrhArchivedSums *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrhArchivedSums, trh_archived_sums_free)

TrhOpening      *trh_archived_sums_make_opening (const TrhArchivedSums *self, const TrhUrnSet *urns, GError **error);
gboolean         trh_archived_sums_agree (const TrhArchivedSums *self, const TrhOpening *opening);

G_END_DECLS
