/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/voting/trh-codes.h"

#include <sodium.h>
#include <string.h>

#include "core/base/trh-text.h"

#define BASE 25

/*
 * The check: numbering the characters 0 to 24, the sum of 2^i × d(i) over the eight places is a
 * multiple of 25. Powers of 2 are units modulo 25, so one wrong character always shows. Exchanging
 * the characters of places i and j changes the sum by (2^j − 2^i)(d(i) − d(j)), and 2^j − 2^i is a unit
 * unless j − i is a multiple of 4: an exchange of neighbours, or of two characters two or three places
 * apart, always shows too. So does a pair written as another pair of twins (AA for CC), since
 * 2^i + 2^(i+1) = 3 × 2^i is a unit.
 */
static const guint8 weights[TRH_CODE_LENGTH] = { 1, 2, 4, 8, 16, 7, 14, 3 }; /* 2^i modulo 25 */
#define LAST_INVERSE 17 /* 3 × 17 = 51 = 1 modulo 25 */

/* A code has 25^7 = 6.1 × 10⁹ values (32 bits): too few for a fast hash beside its key, which a computer
 * would try out in minutes. Argon2id in 1 MiB takes about a millisecond a try: some two months of one
 * processor for one urn, and nothing precomputed serves for the next one. */
#define HASH_PASSES 1
#define HASH_BYTES  (1024 * 1024)

static int
digit_of (char character)
{
  const char *found = character != '\0' ? strchr (TRH_CODE_ALPHABET, g_ascii_toupper (character)) : NULL;

  return found != NULL ? (int) (found - TRH_CODE_ALPHABET) : -1;
}

static guint
sum (const char *text, guint n)
{
  guint total = 0;

  for (guint i = 0; i < n; i++)
    total += weights[i] * (guint) digit_of (text[i]);
  return total % BASE;
}

/**
 * trh_code_parse:
 * @typed: what a person typed
 * @code: (out): the code, when it is one
 *
 * Case, spaces and hyphens (of any width) do not count.
 *
 * Returns: %FALSE when there is a typing mistake
 */
gboolean
trh_code_parse (const char *typed, TrhCode *code)
{
  guint n = 0;

  for (const char *p = typed; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char_validated (p, -1);

      if (character == (gunichar) -1 || character == (gunichar) -2)
        return FALSE;
      if (g_unichar_isspace (character) || g_unichar_type (character) == G_UNICODE_DASH_PUNCTUATION)
        continue;
      if (character > 127 || digit_of ((char) character) < 0 || n == TRH_CODE_LENGTH)
        return FALSE;
      code->text[n++] = g_ascii_toupper ((char) character);
    }
  code->text[n] = '\0';

  return n == TRH_CODE_LENGTH && sum (code->text, TRH_CODE_LENGTH) == 0;
}

/**
 * trh_code_show:
 * @shown: (out): as it is printed, K7MP-3TRD
 */
void
trh_code_show (const TrhCode *code, char shown[TRH_CODE_SHOWN])
{
  g_snprintf (shown, TRH_CODE_SHOWN, "%.4s-%.4s", code->text, code->text + 4);
}

void
trh_code_wipe (TrhCode *code)
{
  sodium_memzero (code, sizeof *code);
}

static void
draw (TrhCode *code)
{
  guint rest;

  for (guint i = 0; i < TRH_CODE_LENGTH - 1; i++)
    code->text[i] = TRH_CODE_ALPHABET[randombytes_uniform (BASE)];
  rest = sum (code->text, TRH_CODE_LENGTH - 1);
  code->text[TRH_CODE_LENGTH - 1] = TRH_CODE_ALPHABET[(BASE - rest) * LAST_INVERSE % BASE];
  code->text[TRH_CODE_LENGTH] = '\0';
}

static GArray *
new_codes (guint n)
{
  GArray *codes = g_array_sized_new (FALSE, TRUE, sizeof (TrhCode), n); /* never grows: no copy is left behind */

  g_array_set_clear_func (codes, (GDestroyNotify) trh_code_wipe);
  return codes;
}

/**
 * trh_codes_make:
 * @n: how many
 *
 * Draws codes from the system's random source, all different, in no order that means anything.
 *
 * Returns: (transfer full) (element-type TrhCode): the codes; wiped when it is freed
 */
GArray *
trh_codes_make (guint n)
{
  GArray *codes = new_codes (n);
  g_autoptr(GHashTable) seen = g_hash_table_new (trh_text_hash, g_str_equal); /* borrows from @codes */

  g_return_val_if_fail (sodium_init () >= 0, codes);

  while (codes->len < n)
    {
      TrhCode code;

      draw (&code);
      if (!g_hash_table_contains (seen, code.text))
        {
          g_array_append_val (codes, code);
          g_hash_table_add (seen, g_array_index (codes, TrhCode, codes->len - 1).text);
        }
      trh_code_wipe (&code);
    }
  return codes;
}

/**
 * trh_codes_join:
 * @first: (element-type TrhCode): codes
 * @second: (nullable) (element-type TrhCode): more of them
 *
 * Returns: (transfer full) (element-type TrhCode): a copy of both; wiped when it is freed
 */
GArray *
trh_codes_join (const GArray *first, const GArray *second)
{
  GArray *both = new_codes (first->len + (second != NULL ? second->len : 0));

  g_array_append_vals (both, first->data, first->len);
  if (second != NULL)
    g_array_append_vals (both, second->data, second->len);
  return both;
}

/**
 * trh_code_hash:
 * @key: random bytes of the urn
 * @hash: (out): what may be kept; says nothing about the code, but the same for the same code and key
 *
 * Returns: %FALSE when there is not enough memory
 */
gboolean
trh_code_hash (const TrhCode *code, const guint8 key[TRH_CODE_KEY], guint8 hash[TRH_CODE_HASH])
{
  G_STATIC_ASSERT (TRH_CODE_KEY == crypto_pwhash_argon2id_SALTBYTES);

  return sodium_init () >= 0 &&
         crypto_pwhash_argon2id (hash, TRH_CODE_HASH, code->text, TRH_CODE_LENGTH, key, HASH_PASSES, HASH_BYTES,
                                 crypto_pwhash_argon2id_ALG_ARGON2ID13) == 0;
}

/**
 * trh_code_cover:
 * @hash: of a code
 * @cover: (out): its BLAKE2b
 *
 * What an urn holds of a code that nobody has used yet. Only who has the code, or has seen it being used, knows the hash
 * below: from an urn or a kit nobody can write down that a code was used.
 */
void
trh_code_cover (const guint8 hash[TRH_CODE_HASH], guint8 cover[TRH_CODE_HASH])
{
  crypto_generichash (cover, TRH_CODE_HASH, hash, TRH_CODE_HASH, NULL, 0);
}
