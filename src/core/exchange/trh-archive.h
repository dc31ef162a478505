/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/trh-poll.h"
#include "core/model/trh-project.h"
#include "core/model/trh-result.h"

G_BEGIN_DECLS

/**
 * TrhArchiveError:
 * @TRH_ARCHIVE_ERROR_TOO_EARLY: the vote is not counted
 * @TRH_ARCHIVE_ERROR_URN: an urn is missing, or is not the one of the minutes; the sentence names its town
 * @TRH_ARCHIVE_ERROR_EXISTS: there is something of that name already
 */
typedef enum {
  TRH_ARCHIVE_ERROR_TOO_EARLY,
  TRH_ARCHIVE_ERROR_URN,
  TRH_ARCHIVE_ERROR_EXISTS,
} TrhArchiveError;
#define TRH_ARCHIVE_ERROR (trh_archive_error_quark ())
GQuark trh_archive_error_quark (void);

/* What is kept of a counted vote, as one folder: the sealed urns, the minutes to read, the sums, and what is what in
 * words; with a list of fingerprints that `sha256sum --check` reads. Sums only; the urns stay sealed, and the keys are
 * not in it. The same vote gives the same bytes. */
typedef struct _TrhArchive TrhArchive;

TrhArchive *trh_archive_new  (TrhProject *project, const TrhPollRecord *poll, const char *folder, GError **error);
void        trh_archive_free (TrhArchive *self);
gboolean    trh_archive_save (TrhArchive *self, const char *path, GError **error);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrhArchive, trh_archive_free)

G_END_DECLS
