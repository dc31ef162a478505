/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/base/trh-number-words.h"

/* Written by hand from the rules of 1990 and of English grammars. */
static const struct { guint number; const char *french, *english; } cases[] = {
  { 0, "zéro", "zero" },
  { 1, "un", "one" },
  { 16, "seize", "sixteen" },
  { 17, "dix-sept", "seventeen" },
  { 20, "vingt", "twenty" },
  { 21, "vingt-et-un", "twenty-one" },
  { 22, "vingt-deux", "twenty-two" },
  { 61, "soixante-et-un", "sixty-one" },
  { 70, "soixante-dix", "seventy" },
  { 71, "soixante-et-onze", "seventy-one" },
  { 72, "soixante-douze", "seventy-two" },
  { 80, "quatre-vingts", "eighty" },
  { 81, "quatre-vingt-un", "eighty-one" },
  { 90, "quatre-vingt-dix", "ninety" },
  { 91, "quatre-vingt-onze", "ninety-one" },
  { 99, "quatre-vingt-dix-neuf", "ninety-nine" },
  { 100, "cent", "one hundred" },
  { 101, "cent-un", "one hundred and one" },
  { 121, "cent-vingt-et-un", "one hundred and twenty-one" },
  { 180, "cent-quatre-vingts", "one hundred and eighty" },
  { 200, "deux-cents", "two hundred" },
  { 201, "deux-cent-un", "two hundred and one" },
  { 1000, "mille", "one thousand" },
  { 1001, "mille-un", "one thousand and one" },
  { 1100, "mille-cent", "one thousand one hundred" },
  { 2000, "deux-mille", "two thousand" },
  { 2317, "deux-mille-trois-cent-dix-sept", "two thousand three hundred and seventeen" },
  { 21000, "vingt-et-un-mille", "twenty-one thousand" },
  { 80000, "quatre-vingt-mille", "eighty thousand" },
  { 80080, "quatre-vingt-mille-quatre-vingts", "eighty thousand and eighty" },
  { 200000, "deux-cent-mille", "two hundred thousand" },
  { 100000, "cent-mille", "one hundred thousand" },
  { 1000000, "un-million", "one million" },
  { 80000000, "quatre-vingts-millions", "eighty million" },
  { 200000001, "deux-cents-millions-un", "two hundred million and one" },
  { 4294967295, "quatre-milliards-deux-cent-quatre-vingt-quatorze-millions-neuf-cent-soixante-sept-mille-"
                "deux-cent-quatre-vingt-quinze",
    "four billion two hundred and ninety-four million nine hundred and sixty-seven thousand two hundred and ninety-five" },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *french = trh_number_write (cases[i].number, TRH_WORDS_FRENCH);
      g_autofree char *english = trh_number_write (cases[i].number, TRH_WORDS_ENGLISH);

      g_assert_cmpstr (french, ==, cases[i].french);
      g_assert_cmpstr (english, ==, cases[i].english);
    }
}

static void
test_feminine (void)
{
  static const struct { guint number; const char *words; } women[] = {
    { 1, "une" }, { 21, "vingt-et-une" }, { 71, "soixante-et-onze" }, { 81, "quatre-vingt-une" }, { 101, "cent-une" },
    { 1001, "mille-une" }, { 21000, "vingt-et-un-mille" }, { 2, "deux" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (women); i++)
    {
      g_autofree char *words = trh_number_write (women[i].number, TRH_WORDS_FRENCH_FEMININE);

      g_assert_cmpstr (words, ==, women[i].words);
    }
}

/* No two numbers are said alike. */
static void
test_distinct (void)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint number = 0; number < 20000; number++)
    {
      g_autofree char *english = trh_number_write (number, TRH_WORDS_ENGLISH);

      g_assert_true (g_hash_table_add (seen, trh_number_write (number, TRH_WORDS_FRENCH)));
      g_assert_true (g_hash_table_add (seen, g_strconcat ("en ", english, NULL)));
    }
}

static void
test_untranslated (void)
{
  g_autofree char *words = trh_number_say (41, TRUE);

  g_assert_cmpstr (words, ==, "forty-one");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/number-words/cases", test_cases);
  g_test_add_func ("/base/number-words/feminine", test_feminine);
  g_test_add_func ("/base/number-words/distinct", test_distinct);
  g_test_add_func ("/base/number-words/untranslated", test_untranslated);

  return g_test_run ();
}
