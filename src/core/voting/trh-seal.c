/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/voting/trh-seal-private.h"

#include <glib/gi18n.h>
#include <sodium.h>
#include <string.h>

#include "core/base/trh-json.h"
#include "core/base/trh-limits.h"
#include "core/base/trh-text.h"
#include "core/voting/trh-read.h"

/*
 * The secret key is locked with libsodium's secretbox. Its key is BLAKE2b over the two Argon2id
 * hashes of the passphrases, each with its own salt: both are needed, and neither can be tried
 * without the other. Hence nobody can say which of the two was wrong.
 */

#define FORMAT  "transhumances-keys"
#define VERSION 1
#define LOCKED  (crypto_secretbox_MACBYTES + TRH_SEAL_KEY)
#define MAX_MEMORY_KIB (1024 * 1024) /* asked of us by a file: 1 GiB */
#define MAX_PASSES 64

G_DEFINE_QUARK (trh-seal-error-quark, trh_seal_error)

/* 128 MiB and three passes: half a second on a laptop of 2015, and it still fits an old one. */
const TrhSealCost trh_seal_cost_usual = { 3, 128 * 1024 };

struct _TrhKeys
{
  char       *poll_id;
  char       *holders[2];
  TrhSealCost cost;
  guint8      public_key[TRH_SEAL_KEY];
  guint8      salts[2][crypto_pwhash_argon2id_SALTBYTES];
  guint8      nonce[crypto_secretbox_NONCEBYTES];
  guint8      locked[LOCKED];
};

G_STATIC_ASSERT (TRH_SEAL_KEY == crypto_box_PUBLICKEYBYTES && TRH_SEAL_KEY == crypto_box_SECRETKEYBYTES);
G_STATIC_ASSERT (TRH_SEAL_OVERHEAD == crypto_box_SEALBYTES);

/* Zeros, in protected memory. */
TrhSecret *
trh_secret_new (void)
{
  TrhSecret *self = sodium_init () >= 0 ? sodium_malloc (sizeof *self) : NULL;

  if (self == NULL)
    g_error ("no protected memory"); /* without it nothing may be opened */
  sodium_memzero (self, sizeof *self);
  return self;
}

void
trh_secret_free (TrhSecret *self)
{
  sodium_free (self);
}

/**
 * trh_passphrase_free:
 * @passphrase: (nullable) (transfer full): a passphrase
 */
void
trh_passphrase_free (char *passphrase)
{
  if (passphrase != NULL)
    sodium_memzero (passphrase, strlen (passphrase));
  g_free (passphrase);
}

/* The key of the lock. A passphrase is normalised, so that é is é however the keyboard makes it. */
static gboolean
derive (const TrhKeys *self, const char *const passphrases[2], guint8 *key, GError **error)
{
  guint8 hashes[2][32];
  gboolean ok = TRUE;

  for (guint i = 0; i < 2 && ok; i++)
    {
      char *text = g_utf8_normalize (passphrases[i], -1, G_NORMALIZE_NFC);

      ok = text != NULL && crypto_pwhash_argon2id (hashes[i], sizeof hashes[i], text, strlen (text), self->salts[i],
                                                   self->cost.passes, (gsize) self->cost.memory_kib * 1024,
                                                   crypto_pwhash_argon2id_ALG_ARGON2ID13) == 0;
      trh_passphrase_free (text);
    }
  if (ok)
    crypto_generichash (key, crypto_secretbox_KEYBYTES, hashes[0], sizeof hashes, (const guint8 *) FORMAT, strlen (FORMAT));
  else
    g_set_error_literal (error, TRH_SEAL_ERROR, TRH_SEAL_ERROR_MEMORY,
                         _("There is too little free memory to try the passphrases. Close other programs and try again."));
  sodium_memzero (hashes, sizeof hashes);
  return ok;
}

/**
 * trh_keys_new:
 * @poll_id: what they are for
 * @holders: the names of the two people who keep a passphrase
 * @passphrases: theirs, in the same order
 * @cost: usually #trh_seal_cost_usual
 * @error: return location for a #TrhSealError
 *
 * Makes a pair of keys and locks the secret one. Takes about a second: call it in a worker.
 *
 * Returns: (transfer full): the keys, or %NULL with @error set
 */
TrhKeys *
trh_keys_new (const char *poll_id, const char *const holders[2], const char *const passphrases[2], TrhSealCost cost,
              GError **error)
{
  g_autoptr(TrhSecret) secret = trh_secret_new ();
  guint8 public_key[TRH_SEAL_KEY];

  crypto_box_keypair (public_key, secret->key);
  return trh_keys_lock (poll_id, secret, holders, passphrases, cost, error);
}

/**
 * trh_keys_lock:
 * @poll_id: what they are for
 * @secret: the secret key, unlocked or recovered
 * @holders: the names of the two people who keep a passphrase from now on
 * @passphrases: theirs, in the same order
 * @cost: usually #trh_seal_cost_usual
 * @error: return location for a #TrhSealError
 *
 * Locks a secret key under two passphrases. Takes about a second: call it in a worker.
 *
 * Returns: (transfer full): the keys, or %NULL with @error set
 */
TrhKeys *
trh_keys_lock (const char *poll_id, const TrhSecret *secret, const char *const holders[2], const char *const passphrases[2],
               TrhSealCost cost, GError **error)
{
  g_autoptr(TrhKeys) self = g_new0 (TrhKeys, 1);
  guint8 key[crypto_secretbox_KEYBYTES];

  self->poll_id = g_strdup (poll_id);
  self->holders[0] = g_strdup (holders[0]);
  self->holders[1] = g_strdup (holders[1]);
  self->cost = cost;
  randombytes_buf (self->salts, sizeof self->salts);
  randombytes_buf (self->nonce, sizeof self->nonce);
  if (crypto_scalarmult_base (self->public_key, secret->key) != 0 || !derive (self, passphrases, key, error))
    return NULL;
  crypto_secretbox_easy (self->locked, secret->key, TRH_SEAL_KEY, self->nonce, key);
  sodium_memzero (key, sizeof key);
  return g_steal_pointer (&self);
}

void
trh_keys_free (TrhKeys *self)
{
  g_free (self->poll_id);
  g_free (self->holders[0]);
  g_free (self->holders[1]);
  g_free (self);
}

const char *
trh_keys_get_poll_id (const TrhKeys *self)
{
  return self->poll_id;
}

const char *
trh_keys_get_holder (const TrhKeys *self, guint index)
{
  return self->holders[index];
}

const guint8 *
trh_keys_peek_public (const TrhKeys *self)
{
  return self->public_key;
}

/**
 * trh_keys_unlock:
 * @passphrases: of the two holders, in the order of the keys
 * @error: return location for a #TrhSealError
 *
 * Takes about a second: call it in a worker.
 *
 * Returns: (transfer full): the secret key, or %NULL with @error set
 */
TrhSecret *
trh_keys_unlock (const TrhKeys *self, const char *const passphrases[2], GError **error)
{
  g_autoptr(TrhSecret) secret = trh_secret_new ();
  guint8 key[crypto_secretbox_KEYBYTES];
  guint8 public_key[TRH_SEAL_KEY];
  gboolean opened;

  if (!derive (self, passphrases, key, error))
    return NULL;
  opened = crypto_secretbox_open_easy (secret->key, self->locked, LOCKED, self->nonce, key) == 0 &&
           crypto_scalarmult_base (public_key, secret->key) == 0 &&
           sodium_memcmp (public_key, self->public_key, TRH_SEAL_KEY) == 0;
  sodium_memzero (key, sizeof key);
  if (opened)
    return g_steal_pointer (&secret);
  g_set_error_literal (error, TRH_SEAL_ERROR, TRH_SEAL_ERROR_PASSPHRASE,
                       _("At least one of the two passphrases is not the right one."));
  return NULL;
}

/**
 * trh_keys_print:
 *
 * Returns: (transfer full): the keys file; it is worth nothing without the passphrases
 */
GBytes *
trh_keys_print (const TrhKeys *self)
{
  GString *out = g_string_new ("{\n  \"format\": \"" FORMAT "\",\n  \"version\": " G_STRINGIFY (VERSION) ",\n  \"poll\": ");

  trh_json_append_text (out, self->poll_id);
  g_string_append (out, ",\n  \"holders\": [");
  trh_json_append_text (out, self->holders[0]);
  g_string_append (out, ", ");
  trh_json_append_text (out, self->holders[1]);
  g_string_append (out, "],\n  \"public-key\": ");
  trh_append_bytes (out, self->public_key, sizeof self->public_key);
  g_string_append_printf (out, ",\n  \"passes\": %u,\n  \"memory-kib\": %u,\n  \"salts\": [", self->cost.passes,
                          self->cost.memory_kib);
  trh_append_bytes (out, self->salts[0], sizeof self->salts[0]);
  g_string_append (out, ", ");
  trh_append_bytes (out, self->salts[1], sizeof self->salts[1]);
  g_string_append (out, "],\n  \"nonce\": ");
  trh_append_bytes (out, self->nonce, sizeof self->nonce);
  g_string_append (out, ",\n  \"locked-key\": ");
  trh_append_bytes (out, self->locked, sizeof self->locked);
  g_string_append (out, "\n}\n");
  return g_string_free_to_bytes (out);
}

static gboolean
read_members (TrhKeys *self, JsonObject *root, GError **error)
{
  static const char *const names[] = { "format", "version", "poll", "holders", "public-key", "passes", "memory-kib",
                                       "salts", "nonce", "locked-key", NULL };
  const char *format = trh_read_text (root, "", "format", TRH_MAX_TITLE, error);
  g_auto(GStrv) holders = NULL;
  g_auto(GStrv) salts = NULL;
  gint64 version, passes, memory_kib;
  const char *poll_id;

  if (format == NULL)
    return FALSE;
  if (!g_str_equal (format, FORMAT))
    {
      trh_read_fail (error, "", "format", _("this is not a keys file of a vote"));
      return FALSE;
    }
  if (!trh_read_number (root, "", "version", 1, VERSION, &version, error) || !trh_read_only (root, "", names, error))
    return FALSE;
  poll_id = trh_read_text (root, "", "poll", TRH_MAX_ID, error);
  holders = poll_id != NULL ? trh_read_texts (root, "", "holders", 2, 2, TRH_MAX_TITLE, error) : NULL;
  salts = holders != NULL ? trh_read_texts (root, "", "salts", 2, 2, TRH_MAX_TITLE, error) : NULL;
  if (salts == NULL ||
      !trh_read_number (root, "", "passes", 1, MAX_PASSES, &passes, error) ||
      !trh_read_number (root, "", "memory-kib", 8, MAX_MEMORY_KIB, &memory_kib, error) ||
      !trh_read_bytes_member (root, "", "public-key", self->public_key, sizeof self->public_key, error) ||
      !trh_read_bytes (salts[0], "salts[0]", self->salts[0], sizeof self->salts[0], error) ||
      !trh_read_bytes (salts[1], "salts[1]", self->salts[1], sizeof self->salts[1], error) ||
      !trh_read_bytes_member (root, "", "nonce", self->nonce, sizeof self->nonce, error) ||
      !trh_read_bytes_member (root, "", "locked-key", self->locked, sizeof self->locked, error))
    return FALSE;

  if (!trh_text_is_id (poll_id))
    {
      trh_read_fail (error, "", "poll", _("an identifier is expected"));
      return FALSE;
    }
  self->poll_id = g_strdup (poll_id);
  self->holders[0] = g_strdup (holders[0]);
  self->holders[1] = g_strdup (holders[1]);
  self->cost.passes = (guint) passes;
  self->cost.memory_kib = (guint) memory_kib;
  return TRUE;
}

/**
 * trh_keys_parse:
 * @bytes: a keys file
 * @error: return location for a #TrhDataError that names the place
 *
 * Returns: (transfer full): the keys, or %NULL with @error set
 */
TrhKeys *
trh_keys_parse (GBytes *bytes, GError **error)
{
  g_autoptr(JsonNode) node = trh_json_parse (bytes, error);
  JsonObject *root = node != NULL ? trh_read_object (node, "", error) : NULL;
  g_autoptr(TrhKeys) self = g_new0 (TrhKeys, 1);

  if (root != NULL && sodium_init () >= 0 && read_members (self, root, error))
    return g_steal_pointer (&self);

  trh_json_place_error (bytes, error);
  return NULL;
}

/**
 * trh_seal:
 * @public_key: of the poll
 * @bytes: (array length=length): what is sealed
 * @box: (out): @length + %TRH_SEAL_OVERHEAD bytes; two boxes of the same content have nothing in common
 *
 * Returns: %FALSE when @public_key is not one
 */
gboolean
trh_seal (const guint8 *public_key, const guint8 *bytes, gsize length, guint8 *box)
{
  return sodium_init () >= 0 && crypto_box_seal (box, bytes, length, public_key) == 0;
}

/**
 * trh_unseal:
 * @bytes: (out): @box_length − %TRH_SEAL_OVERHEAD bytes
 * @error: return location for %TRH_SEAL_ERROR_BROKEN
 *
 * Returns: %FALSE with @error set
 */
gboolean
trh_unseal (const guint8 *public_key, const TrhSecret *secret, const guint8 *box, gsize box_length, guint8 *bytes,
            GError **error)
{
  if (box_length >= TRH_SEAL_OVERHEAD &&
      crypto_box_seal_open (bytes, box, box_length, public_key, secret->key) == 0)
    return TRUE;
  g_set_error_literal (error, TRH_SEAL_ERROR, TRH_SEAL_ERROR_BROKEN,
                       _("A sealed ballot does not open with the keys of this vote: "
                         "the urn was changed, or it belongs to another vote."));
  return FALSE;
}
