/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/voting/trh-fingerprint.h"

#include <string.h>

/*
 * A fingerprint read aloud in a room: four words of five letters, consonants and vowels in turn, 16 bits
 * each (the proquints of D. S. Wilkerson, arXiv 0901.4016). The words are of no language. They are for the ear:
 * 64 bits find every accident and every copy made in haste; the minutes also print all 256.
 */
#define N_WORDS 4

static const char consonants[] = "bdfghjklmnprstvz";
static const char vowels[] = "aiou";

/**
 * trh_fingerprint_say:
 * @sha256: 64 hexadecimal digits
 *
 * Returns: (transfer full): its beginning as four words, or %NULL when it is no fingerprint
 */
char *
trh_fingerprint_say (const char *sha256)
{
  GString *out = g_string_new (NULL);

  if (strlen (sha256) != TRH_FINGERPRINT_HEX || strspn (sha256, "0123456789abcdef") != TRH_FINGERPRINT_HEX)
    {
      g_string_free (out, TRUE);
      return NULL;
    }
  for (guint word = 0; word < N_WORDS; word++)
    {
      guint bits = 0;

      for (guint i = 0; i < 4; i++)
        bits = bits << 4 | (guint) g_ascii_xdigit_value (sha256[word * 4 + i]);
      g_string_append_printf (out, "%s%c%c%c%c%c", word > 0 ? " " : "", consonants[bits >> 12], vowels[bits >> 10 & 3],
                              consonants[bits >> 6 & 15], vowels[bits >> 4 & 3], consonants[bits & 15]);
    }
  return g_string_free (out, FALSE);
}

/**
 * trh_fingerprint_check:
 * @sha256: 64 hexadecimal digits
 * @spoken: the digits again, or the four words, in either case and with any spaces or hyphens between
 *
 * Returns: whether @spoken is the fingerprint @sha256
 */
gboolean
trh_fingerprint_check (const char *sha256, const char *spoken)
{
  g_autofree char *words = trh_fingerprint_say (sha256);
  g_autoptr(GString) heard = g_string_new (NULL);
  g_autoptr(GString) said = g_string_new (NULL);

  for (const char *p = spoken; *p != '\0'; p++)
    if (g_ascii_isalnum (*p))
      g_string_append_c (heard, g_ascii_tolower (*p));
  for (const char *p = words != NULL ? words : ""; *p != '\0'; p++)
    if (*p != ' ')
      g_string_append_c (said, *p);
  return words != NULL && (g_string_equal (heard, said) || g_str_equal (heard->str, sha256));
}
