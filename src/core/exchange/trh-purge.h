/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/exchange/trh-sheet.h"
#include "core/model/trh-poll.h"
#include "core/model/trh-project.h"
#include "core/voting/trh-kit.h"

G_BEGIN_DECLS

/**
 * TrhPurgeError:
 * @TRH_PURGE_ERROR_TOO_EARLY: not all urns are counted, or the date on the minutes has not come; or the urn of a kit is
 *   still open, or this is the computer of the organiser
 * @TRH_PURGE_ERROR_NOTHING: nothing of this vote is on this computer any more
 * @TRH_PURGE_ERROR_FOREIGN: a file is not of this vote, or not the one of the minutes; nothing was destroyed
 * @TRH_PURGE_ERROR_LEFT: some file could not be destroyed
 */
typedef enum {
  TRH_PURGE_ERROR_TOO_EARLY,
  TRH_PURGE_ERROR_NOTHING,
  TRH_PURGE_ERROR_FOREIGN,
  TRH_PURGE_ERROR_LEFT,
} TrhPurgeError;
#define TRH_PURGE_ERROR (trh_purge_error_quark ())
GQuark trh_purge_error_quark (void);

typedef enum {
  TRH_PURGE_ROLL,
  TRH_PURGE_URN,  /* with the hashes of its codes */
  TRH_PURGE_KEYS,
  TRH_PURGE_REST, /* of an interrupted save */
  TRH_PURGE_ASIDE, /* an urn that another one replaced */
  TRH_PURGE_STRAY, /* an urn of the vote that the season does not name, or that was called off */
} TrhPurgeKind;

/* One file that is to go. */
typedef struct {
  TrhPurgeKind kind;
  char        *path;
  char        *place;     /* the town, or "" */
  char        *expected;  /* SHA-256 of an urn on the minutes, or "" */
  char        *sha256;    /* (nullable): once it was read */
  gboolean     destroyed;
} TrhPurgeFile;

/* What is destroyed at the date on the minutes: rolls, sealed urns with the hashes of their codes, those of the vote that
 * no count knows among them, the keys, and what interrupted saves left. Minutes and sums stay. On a laptop that only held one
 * session from a kit: its roll and its urn, once the copy that was returned is brought in. */
typedef struct _TrhPurge TrhPurge;

gboolean   trh_purge_is_due  (TrhProject *project, const TrhPollRecord *poll, int today);

TrhPurge  *trh_purge_new     (TrhProject *project, const TrhPollRecord *poll, int today, GError **error);
TrhPurge  *trh_purge_new_for_kit (const TrhKit *kit, GError **error);
void       trh_purge_free    (TrhPurge *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrhPurge, trh_purge_free)
guint      trh_purge_get_n   (const TrhPurge *self);
const TrhPurgeFile *
           trh_purge_peek    (const TrhPurge *self, guint index);
const char *trh_purge_say_kind (TrhPurgeKind kind);

gboolean   trh_purge_run     (TrhPurge *self, GError **error);
TrhSheet  *trh_purge_certify (const TrhPurge *self, const char *by, int day, int minute);

G_END_DECLS
