/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/voting/trh-count.h"
#include "core/voting/trh-reasons.h"
#include "core/voting/trh-recovery.h"
#include "core/voting/trh-seal.h"
#include "core/voting/trh-urn-set.h"

G_BEGIN_DECLS

/**
 * TrhOpeningError:
 * @TRH_OPENING_ERROR_CHANGED: an urn is not the one of its minutes
 * @TRH_OPENING_ERROR_FOREIGN: an urn belongs to another vote, or is a rehearsal among real ones
 */
typedef enum {
  TRH_OPENING_ERROR_CHANGED,
  TRH_OPENING_ERROR_FOREIGN,
} TrhOpeningError;
#define TRH_OPENING_ERROR (trh_opening_error_quark ())
GQuark trh_opening_error_quark (void);

/* What one urn gave: sums. */
typedef struct {
  char    *session_id;
  char    *fingerprint; /* of the file */
  char    *place;       /* the town, for people */
  guint    valid;
  guint    blank;
  guint    nulls;  /* on paper */
  guint64 *voices; /* ballots that name each candidate */
  guint64 *grades; /* (nullable): for each candidate how often each grade, none counting as the worst */
} TrhOpenedUrn;

/* Closed urns of one poll, their keys, and how to count them: all that a worker needs. Single ballots
 * exist only while it runs. */
typedef struct _TrhOpening TrhOpening;

TrhOpening *trh_opening_new         (const TrhMethod *method, TrhElection *election, gboolean rehearsal);
void        trh_opening_free        (TrhOpening *self);
void        trh_opening_set_method  (TrhOpening *self, const TrhMethod *method);
void        trh_opening_add_urn     (TrhOpening *self, const char *path, const char *fingerprint, const char *place);
void        trh_opening_add_set     (TrhOpening *self, const TrhUrnSet *urns);
void        trh_opening_expect      (TrhOpening *self, TrhUrnContent *urn);
void        trh_opening_set_keys    (TrhOpening *self, const char *path, const char *const passphrases[2]);
void        trh_opening_set_sheet   (TrhOpening *self, const char *poll_id, const guint8 *public_key,
                                     const char *const lines[TRH_RECOVERY_LINES]);
void        trh_opening_set_seed    (TrhOpening *self, const char *seed);
gboolean    trh_opening_run         (TrhOpening *self, GError **error);

TrhElection        *trh_opening_get_election (TrhOpening *self);
const TrhElection  *trh_opening_peek_election (const TrhOpening *self);
const TrhCount     *trh_opening_peek_count (const TrhOpening *self);
const TrhReasons   *trh_opening_peek_reasons (const TrhOpening *self);
const TrhComparison *trh_opening_peek_comparison (const TrhOpening *self);
const char         *trh_opening_get_seed   (const TrhOpening *self);
guint               trh_opening_get_n_urns (const TrhOpening *self);
const TrhOpenedUrn *trh_opening_peek_urn (const TrhOpening *self, guint index);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrhOpening, trh_opening_free)

G_END_DECLS
