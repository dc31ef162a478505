/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/base/trh-day-read.h"

#include <string.h>

#include "core/base/trh-day.h"
#include "core/base/trh-text.h"

/* French and English are always understood, whatever the language of the screen. */
static const char *const months[][2] = {
  { "janvier", "january" }, { "fevrier", "february" }, { "mars", "march" }, { "avril", "april" },
  { "mai", "may" }, { "juin", "june" }, { "juillet", "july" }, { "aout", "august" },
  { "septembre", "september" }, { "octobre", "october" }, { "novembre", "november" }, { "decembre", "december" },
};
static const char *const weekdays[] = {
  "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
  "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
};

static gboolean
begins (const char *name, const char *word)
{
  return strncmp (name, word, strlen (word)) == 0;
}

/* The month that begins with @word, if there is only one; 0 otherwise. */
static int
find_month (const char *word)
{
  int found = 0;

  if (g_utf8_strlen (word, -1) < 3)
    return 0;

  for (int month = 1; month <= 12; month++)
    {
      g_autofree char *said = trh_text_fold (trh_day_say_month (month));

      if (g_str_equal (word, months[month - 1][0]) || g_str_equal (word, months[month - 1][1]) || g_str_equal (word, said))
        return month;
      if (!begins (months[month - 1][0], word) && !begins (months[month - 1][1], word) && !begins (said, word))
        continue;
      if (found != 0)
        return 0;
      found = month;
    }

  return found;
}

static gboolean
is_weekday (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (weekdays); i++)
    if (strlen (word) >= 2 && begins (weekdays[i], word))
      return TRUE;
  for (int i = 1; i <= 7; i++)
    {
      g_autofree char *said = trh_text_fold (trh_day_say_weekday (i));

      if (g_str_equal (word, said))
        return TRUE;
    }

  return FALSE;
}

/* A number of at most four digits, alone or before the ending of an ordinal ("1er", "2nd"); -1 otherwise. */
static int
read_number (const char *word, gsize *n_digits)
{
  static const char *const endings[] = { "", "er", "e", "st", "nd", "rd", "th" };
  int number = 0;

  for (*n_digits = 0; g_ascii_isdigit (word[*n_digits]); (*n_digits)++)
    {
      if (*n_digits == 4)
        return -1;
      number = number * 10 + (word[*n_digits] - '0');
    }
  if (*n_digits == 0)
    return -1;
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_equal (word + *n_digits, endings[i]))
      return number;

  return -1;
}

static gboolean
make_day (int year, int month, int day_of_month, int *day)
{
  g_autofree char *iso = g_strdup_printf ("%04d-%02d-%02d", year, month, day_of_month);

  return trh_day_parse (iso, day);
}

/* The year that brings the date nearest to @near_day. */
static gboolean
make_near (int month, int day_of_month, int near_day, int *day)
{
  int year, m, d, found = TRH_NO_DAY, candidate;

  trh_day_to_date (near_day, &year, &m, &d);
  /* nine years hold a 29 February, but around a century that is no leap year */
  for (int y = year - 4; y <= year + 4; y++)
    if (make_day (y, month, day_of_month, &candidate) &&
        (found == TRH_NO_DAY || ABS (candidate - near_day) < ABS (found - near_day)))
      found = candidate;

  *day = found;
  return found != TRH_NO_DAY;
}

/**
 * trh_day_read:
 * @text: a date as people type it: `2027-06-12`, `12/06/2027`, `12.6.27`, `12/6`, `12 juin`,
 *   `1er juin 2027`, `lundi 7 juin`, `June 12`
 * @near_day: a date without a year means the one nearest to this day
 * @day: (out): the day
 *
 * French and English names of months are understood in every language, from three letters on.
 * Day and month are in the French order.
 *
 * Returns: %FALSE when @text is not a date
 */
gboolean
trh_day_read (const char *text, int near_day, int *day)
{
  g_autofree char *folded = trh_text_fold (text);
  g_auto(GStrv) words = g_strsplit (folded, " ", 6);
  int numbers[3], month = 0, n = 0;
  gsize first_digits = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      gsize n_digits;
      int number = read_number (words[i], &n_digits);

      if (number >= 0 && n < 3)
        {
          if (n == 0)
            first_digits = n_digits;
          numbers[n++] = number;
        }
      else if (number < 0 && month == 0 && find_month (words[i]) != 0)
        month = find_month (words[i]);
      else if (number >= 0 || i > 0 || !is_weekday (words[i]))
        return FALSE;
    }

  if (month != 0 && n == 1)
    return make_near (month, numbers[0], near_day, day);
  if (month == 0 && n == 2)
    return make_near (numbers[1], numbers[0], near_day, day);
  if (month == 0 && n == 3 && first_digits == 4)
    return make_day (numbers[0], numbers[1], numbers[2], day);
  if (month != 0 && n == 2)
    numbers[2] = numbers[1];
  else if (month == 0 && n == 3)
    month = numbers[1];
  else
    return FALSE;

  return make_day (numbers[2] < 100 ? 2000 + numbers[2] : numbers[2], month, numbers[0], day);
}

/**
 * trh_clock_read:
 * @text: a time as people type it: `18:30`, `18h30`, `18 h`, `18`, `1830`, `midi`
 * @minute: (out): minutes since midnight
 *
 * Returns: %FALSE when @text is not a time from 0:00 to 23:59
 */
gboolean
trh_clock_read (const char *text, int *minute)
{
  g_autofree char *folded = trh_text_fold (text);
  int hours = 0, minutes = 0;
  const char *p = folded;
  guint n = 0;

  if (g_str_equal (folded, "midi") || g_str_equal (folded, "noon"))
    {
      *minute = 720;
      return TRUE;
    }

  for (; g_ascii_isdigit (*p) && n < 4; p++, n++)
    hours = hours * 10 + (*p - '0');
  if (n == 0 || n == 3)
    return FALSE;
  if (n == 4) /* 1830 */
    {
      minutes = hours % 100;
      hours /= 100;
    }
  else
    {
      gboolean mark = *p != '\0';

      while (*p == ' ' || *p == 'h')
        p++;
      if (g_ascii_isdigit (*p))
        {
          if (!mark || !g_ascii_isdigit (p[1]))
            return FALSE;
          minutes = (p[0] - '0') * 10 + (p[1] - '0');
          p += 2;
        }
    }
  if (*p != '\0' || hours > 23 || minutes > 59)
    return FALSE;

  *minute = hours * 60 + minutes;
  return TRUE;
}
