/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/voting/trh-recovery.h"

#include <glib/gi18n.h>
#include <sodium.h>
#include <string.h>

#include "core/voting/trh-seal-private.h"

/*
 * A line is eight bytes of the key and two bytes of the BLAKE2b of the line's number and those eight: ten bytes are
 * sixteen characters of five bits. The alphabet is Crockford's: no I, L, O, U; who types them is understood.
 */
#define KEY_BYTES   8
#define CHECK_BYTES 2
#define CHARACTERS  16

G_STATIC_ASSERT (TRH_SEAL_KEY == TRH_RECOVERY_LINES * KEY_BYTES);

static const char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

static void
check (guint line, const guint8 *key, guint8 sum[CHECK_BYTES])
{
  guint8 text[1 + KEY_BYTES] = { (guint8) line };
  guint8 hash[crypto_generichash_BYTES];

  memcpy (text + 1, key, KEY_BYTES);
  crypto_generichash (hash, sizeof hash, text, sizeof text, NULL, 0);
  memcpy (sum, hash, CHECK_BYTES);
  sodium_memzero (text, sizeof text);
  sodium_memzero (hash, sizeof hash);
}

/**
 * trh_recovery_write:
 * @lines: (out): what is printed; wipe it with trh_recovery_wipe()
 */
void
trh_recovery_write (const TrhSecret *secret, char lines[TRH_RECOVERY_LINES][TRH_RECOVERY_LINE])
{
  for (guint line = 0; line < TRH_RECOVERY_LINES; line++)
    {
      guint8 bytes[KEY_BYTES + CHECK_BYTES];
      char *out = lines[line];

      memcpy (bytes, secret->key + line * KEY_BYTES, KEY_BYTES);
      check (line, bytes, bytes + KEY_BYTES);
      for (guint i = 0; i < CHARACTERS; i++)
        {
          guint bit = i * 5, byte = bit / 8;
          guint pair = (guint) bytes[byte] << 8 | (byte + 1 < sizeof bytes ? bytes[byte + 1] : 0);

          if (i > 0 && i % 4 == 0)
            *out++ = ' ';
          *out++ = alphabet[pair >> (11 - bit % 8) & 31];
        }
      *out = '\0';
      sodium_memzero (bytes, sizeof bytes);
    }
}

void
trh_recovery_wipe (char lines[TRH_RECOVERY_LINES][TRH_RECOVERY_LINE])
{
  sodium_memzero (lines, TRH_RECOVERY_LINES * TRH_RECOVERY_LINE);
}

static int
value_of (char character)
{
  char upper = g_ascii_toupper (character);
  const char *found;

  upper = upper == 'O' ? '0' : upper == 'I' || upper == 'L' ? '1' : upper;
  found = upper != '\0' ? strchr (alphabet, upper) : NULL;
  return found != NULL ? (int) (found - alphabet) : -1;
}

/* The ten bytes of a line; %FALSE when it is not sixteen of our characters or its check does not fit. */
static gboolean
read_line (guint line, const char *typed, guint8 bytes[KEY_BYTES + CHECK_BYTES])
{
  guint8 sum[CHECK_BYTES];
  guint n = 0;

  memset (bytes, 0, KEY_BYTES + CHECK_BYTES);
  for (const char *p = typed; *p != '\0'; p++)
    {
      int value = value_of (*p);
      guint bit = n * 5, byte = bit / 8, pair;

      if (g_ascii_isspace (*p) || *p == '-')
        continue;
      if (value < 0 || n++ == CHARACTERS)
        return FALSE;
      pair = (guint) value << (11 - bit % 8);
      bytes[byte] |= (guint8) (pair >> 8);
      if (byte + 1 < KEY_BYTES + CHECK_BYTES)
        bytes[byte + 1] |= (guint8) pair;
    }
  check (line, bytes, sum);
  return n == CHARACTERS && sodium_memcmp (sum, bytes + KEY_BYTES, CHECK_BYTES) == 0;
}

/**
 * trh_recovery_read:
 * @lines: as they were typed; case, spaces and hyphens do not count
 * @public_key: of the vote
 * @error: return location for %TRH_SEAL_ERROR_PASSPHRASE, which names the line, or says that it is another vote's
 *
 * Returns: (transfer full): the secret key, to be locked anew with trh_keys_lock(), or %NULL with @error set
 */
TrhSecret *
trh_recovery_read (const char *const lines[TRH_RECOVERY_LINES], const guint8 *public_key, GError **error)
{
  g_autoptr(TrhSecret) secret = trh_secret_new ();
  guint8 derived[TRH_SEAL_KEY];

  for (guint line = 0; line < TRH_RECOVERY_LINES; line++)
    {
      guint8 bytes[KEY_BYTES + CHECK_BYTES];
      gboolean ok = read_line (line, lines[line], bytes);

      memcpy (secret->key + line * KEY_BYTES, bytes, KEY_BYTES);
      sodium_memzero (bytes, sizeof bytes);
      if (!ok)
        {
          g_set_error (error, TRH_SEAL_ERROR, TRH_SEAL_ERROR_PASSPHRASE,
                       /* Translators: a line of the recovery sheet, from 1 */
                       _("There is a typing mistake in line %u of the recovery sheet."), line + 1);
          return NULL;
        }
    }
  if (crypto_scalarmult_base (derived, secret->key) == 0 && sodium_memcmp (derived, public_key, TRH_SEAL_KEY) == 0)
    return g_steal_pointer (&secret);
  g_set_error_literal (error, TRH_SEAL_ERROR, TRH_SEAL_ERROR_PASSPHRASE, _("This is the recovery sheet of another vote."));
  return NULL;
}
