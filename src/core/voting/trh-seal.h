/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/base/trh-error.h"

G_BEGIN_DECLS

/**
 * TrhSealError:
 * @TRH_SEAL_ERROR_PASSPHRASE: at least one of the two passphrases is not the right one
 * @TRH_SEAL_ERROR_MEMORY: this computer has too little memory free to try them
 * @TRH_SEAL_ERROR_BROKEN: a sealed box does not open with this key
 */
typedef enum {
  TRH_SEAL_ERROR_PASSPHRASE,
  TRH_SEAL_ERROR_MEMORY,
  TRH_SEAL_ERROR_BROKEN,
} TrhSealError;
#define TRH_SEAL_ERROR (trh_seal_error_quark ())
GQuark trh_seal_error_quark (void);

#define TRH_SEAL_KEY      32 /* bytes of a public or secret key, X25519 */
#define TRH_SEAL_OVERHEAD 48 /* bytes that a box is longer than what is in it */
#define TRH_MIN_PASSPHRASE 8 /* characters */

/* How much a try at a passphrase costs: a wish of whoever makes the keys, kept beside them. */
typedef struct {
  guint passes;
  guint memory_kib;
} TrhSealCost;
extern const TrhSealCost trh_seal_cost_usual;

/* A secret key in memory that is never swapped nor dumped, and is wiped when freed. */
typedef struct _TrhSecret TrhSecret;
void trh_secret_free (TrhSecret *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrhSecret, trh_secret_free)

/* Wipes a passphrase, then frees it. */
void trh_passphrase_free (char *passphrase);

/* The keys of one poll: the public one, with which anybody seals, and the secret one, locked under the
 * passphrases of two people. Without both nobody opens a box. Any thread. */
typedef struct _TrhKeys TrhKeys;

TrhKeys      *trh_keys_new            (const char *poll_id, const char *const holders[2], const char *const passphrases[2],
                                       TrhSealCost cost, GError **error);
TrhKeys      *trh_keys_lock           (const char *poll_id, const TrhSecret *secret, const char *const holders[2],
                                       const char *const passphrases[2], TrhSealCost cost, GError **error);
void          trh_keys_free           (TrhKeys *self);
const char   *trh_keys_get_poll_id    (const TrhKeys *self);
const char   *trh_keys_get_holder     (const TrhKeys *self, guint index);
const guint8 *trh_keys_peek_public    (const TrhKeys *self);
TrhSecret    *trh_keys_unlock         (const TrhKeys *self, const char *const passphrases[2], GError **error);
GBytes       *trh_keys_print          (const TrhKeys *self);
TrhKeys      *trh_keys_parse          (GBytes *bytes, GError **error);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrhKeys, trh_keys_free)

gboolean      trh_seal                (const guint8 *public_key, const guint8 *bytes, gsize length, guint8 *box);
gboolean      trh_unseal              (const guint8 *public_key, const TrhSecret *secret, const guint8 *box, gsize box_length,
                                       guint8 *bytes, GError **error);

G_END_DECLS
