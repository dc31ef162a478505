/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/voting/trh-codes.h"

#include <string.h>

static gboolean
accepts (const char *typed)
{
  TrhCode code;

  return trh_code_parse (typed, &code);
}

static void
test_made (void)
{
  g_autoptr(GArray) codes = trh_codes_make (2000);
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint places[TRH_CODE_LENGTH][256] = { { 0 } };

  g_assert_cmpuint (codes->len, ==, 2000);
  for (guint i = 0; i < codes->len; i++)
    {
      TrhCode *code = &g_array_index (codes, TrhCode, i);
      char shown[TRH_CODE_SHOWN];

      g_assert_cmpuint (strspn (code->text, TRH_CODE_ALPHABET), ==, TRH_CODE_LENGTH);
      g_assert_true (g_hash_table_add (seen, code->text));
      trh_code_show (code, shown);
      g_assert_cmpuint (strlen (shown), ==, 9);
      g_assert_true (accepts (shown));
      for (guint p = 0; p < TRH_CODE_LENGTH; p++)
        places[p][(guchar) code->text[p]]++;
    }
  for (guint p = 0; p < TRH_CODE_LENGTH; p++) /* 80 of each expected; 26 is six deviations less */
    for (const char *c = TRH_CODE_ALPHABET; *c != '\0'; c++)
      g_assert_cmpuint (places[p][(guchar) *c], >, 26);
}

/* Every single wrong character, and every exchange of two that are one, two or three places apart. */
static void
test_mistakes (void)
{
  g_autoptr(GArray) codes = trh_codes_make (300);

  for (guint i = 0; i < codes->len; i++)
    {
      TrhCode code = g_array_index (codes, TrhCode, i);

      for (guint p = 0; p < TRH_CODE_LENGTH; p++)
        {
          char right = code.text[p];

          for (const char *c = TRH_CODE_ALPHABET; *c != '\0'; c++)
            {
              code.text[p] = *c;
              g_assert_cmpint (accepts (code.text), ==, *c == right);
            }
          code.text[p] = right;
          for (guint q = p + 1; q < TRH_CODE_LENGTH && q <= p + 3; q++)
            {
              code.text[p] = code.text[q];
              code.text[q] = right;
              g_assert_cmpint (accepts (code.text), ==, code.text[p] == right);
              code.text[q] = code.text[p];
              code.text[p] = right;
            }
        }
    }
}

static void
test_typed (void)
{
  g_autoptr(GArray) codes = trh_codes_make (1);
  const TrhCode *code = &g_array_index (codes, TrhCode, 0);
  const char *t = code->text;
  g_autofree char *low = g_ascii_strdown (t, -1);
  g_autofree char *spaced = g_strdup_printf ("  %.2s %.2s\xe2\x80\x91%.2s\xe2\x80\xaf%s \n", low, low + 2, low + 4, low + 6);
  g_autofree char *short_one = g_strndup (t, 7);
  g_autofree char *long_one = g_strconcat (t, "A", NULL);
  TrhCode read;

  g_assert_true (trh_code_parse (spaced, &read));
  g_assert_cmpstr (read.text, ==, t);
  g_assert_false (accepts (""));
  g_assert_false (accepts (short_one));
  g_assert_false (accepts (long_one));
  g_assert_false (accepts ("K7MP-3TR\xff"));
  g_assert_false (accepts ("OOOO-IIII"));
  g_assert_false (accepts ("ÀÀÀÀÀÀÀÀ"));
}

static void
test_hash (void)
{
  g_autoptr(GArray) codes = trh_codes_make (2);
  const guint8 keys[2][TRH_CODE_KEY] = { { 1 }, { 2 } };
  guint8 a[TRH_CODE_HASH], again[TRH_CODE_HASH], other_key[TRH_CODE_HASH], other_code[TRH_CODE_HASH];

  g_assert_true (trh_code_hash (&g_array_index (codes, TrhCode, 0), keys[0], a));
  g_assert_true (trh_code_hash (&g_array_index (codes, TrhCode, 0), keys[0], again));
  g_assert_true (trh_code_hash (&g_array_index (codes, TrhCode, 0), keys[1], other_key));
  g_assert_true (trh_code_hash (&g_array_index (codes, TrhCode, 1), keys[0], other_code));
  g_assert_cmpmem (a, sizeof a, again, sizeof again);
  g_assert_true (memcmp (a, other_key, sizeof a) != 0);
  g_assert_true (memcmp (a, other_code, sizeof a) != 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/voting/codes/made", test_made);
  g_test_add_func ("/voting/codes/mistakes", test_mistakes);
  g_test_add_func ("/voting/codes/typed", test_typed);
  g_test_add_func ("/voting/codes/hash", test_hash);

  return g_test_run ();
}
