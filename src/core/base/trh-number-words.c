/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/base/trh-number-words.h"

#include <glib/gi18n.h>

/* The rules of both languages, as minutes are read aloud and posted with their figures in letters. French has the
 * hyphens of 1990 (Conseil supérieur de la langue française, Journal officiel of 6 December 1990, II.1): between
 * all parts. */

static const char *const french[] = {
  "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize",
  "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf",
};
static const char *const french_tens[] = {
  NULL, NULL, "vingt", "trente", "quarante", "cinquante", "soixante", "soixante", "quatre-vingt", "quatre-vingt",
};
static const char *const english[] = {
  "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
  "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
};
static const char *const english_tens[] = {
  NULL, NULL, "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
};

static void
join (GString *out, const char *between, const char *word)
{
  if (out->len > 0)
    g_string_append (out, between);
  g_string_append (out, word);
}

/* @number < 100; @last: nothing but a noun follows, so “quatre-vingts” has its s */
static void
write_french_tens (GString *out, guint number, gboolean feminine, gboolean last)
{
  guint tens = number / 10, units = number % 10;

  if (number < 20)
    {
      join (out, "-", number == 1 && feminine ? "une" : french[number]);
      return;
    }

  join (out, "-", french_tens[tens]);
  if (tens == 7 || tens == 9) /* soixante-et-onze, but quatre-vingt-onze */
    units += 10;
  if (units == 0)
    {
      if (tens == 8 && last)
        g_string_append_c (out, 's');
      return;
    }
  if (units % 10 == 1 && tens < 8)
    join (out, "-", "et");
  join (out, "-", units == 1 && feminine ? "une" : french[units]);
}

/* @number < 1000 */
static void
write_french_hundreds (GString *out, guint number, gboolean feminine, gboolean last)
{
  guint hundreds = number / 100;

  if (hundreds > 1)
    join (out, "-", french[hundreds]);
  if (hundreds > 0)
    join (out, "-", hundreds > 1 && number % 100 == 0 && last ? "cents" : "cent");
  if (number % 100 > 0)
    write_french_tens (out, number % 100, feminine, last);
}

static void
write_french (GString *out, guint number, gboolean feminine)
{
  const struct { guint size; const char *name; } groups[] = { { 1000000000, "milliard" }, { 1000000, "million" } };

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    if (number >= groups[i].size)
      {
        guint n = number / groups[i].size;

        write_french_hundreds (out, n, FALSE, TRUE); /* a noun follows: quatre-vingts millions */
        join (out, "-", groups[i].name);
        if (n > 1)
          g_string_append_c (out, 's');
        number %= groups[i].size;
        if (number == 0)
          return;
      }
  if (number >= 1000)
    {
      if (number / 1000 > 1)
        write_french_hundreds (out, number / 1000, FALSE, FALSE); /* mille is a number, not a noun */
      join (out, "-", "mille");
      number %= 1000;
      if (number == 0)
        return;
    }
  write_french_hundreds (out, number, feminine, TRUE);
}

/* @number < 1000 */
static void
write_english_hundreds (GString *out, guint number)
{
  gboolean needs_and = out->len > 0;

  if (number >= 100)
    {
      join (out, " ", english[number / 100]);
      join (out, " ", "hundred");
      needs_and = TRUE;
      number %= 100;
      if (number == 0)
        return;
    }
  if (needs_and)
    join (out, " ", "and");
  if (number < 20)
    {
      join (out, " ", english[number]);
      return;
    }
  join (out, " ", english_tens[number / 10]);
  if (number % 10 > 0)
    join (out, "-", english[number % 10]);
}

static void
write_english (GString *out, guint number)
{
  const struct { guint size; const char *name; } groups[] = {
    { 1000000000, "billion" }, { 1000000, "million" }, { 1000, "thousand" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    if (number >= groups[i].size)
      {
        g_autoptr(GString) part = g_string_new (NULL);

        write_english_hundreds (part, number / groups[i].size);
        join (out, " ", part->str);
        join (out, " ", groups[i].name);
        number %= groups[i].size;
        if (number == 0)
          return;
      }
  write_english_hundreds (out, number);
}

/**
 * trh_number_write:
 * @number: any
 * @words: the language
 *
 * Returns: (transfer full): @number in letters
 */
char *
trh_number_write (guint number, TrhNumberWords words)
{
  GString *out = g_string_new (NULL);

  if (words == TRH_WORDS_ENGLISH)
    write_english (out, number);
  else if (number == 0)
    g_string_append (out, french[0]);
  else
    write_french (out, number, words == TRH_WORDS_FRENCH_FEMININE);

  return g_string_free (out, FALSE);
}

/* @number in letters, in the language of the texts: as a man or as a woman is counted where that matters. */
char *
trh_number_say (guint number, gboolean feminine)
{
  /* Translators: whose rules write numbers in letters: en or fr */
  const char *language = C_("numbers in letters", "en");
  gboolean is_french = g_str_equal (language, "fr");

  return trh_number_write (number, !is_french ? TRH_WORDS_ENGLISH
                                   : feminine ? TRH_WORDS_FRENCH_FEMININE : TRH_WORDS_FRENCH);
}
