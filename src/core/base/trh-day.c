/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/base/trh-day.h"

#include <glib/gi18n.h>

#include "core/base/trh-limits.h"

/**
 * trh_day_from_date:
 * @year: Gregorian year
 * @month: 1 to 12
 * @day: 1 to 31
 *
 * Counts days since 1970-01-01 by shifting the year to begin in March, so that the
 * leap day is the last one (the usual era computation over 400 years of 146 097 days).
 *
 * Returns: the day, which may be negative; the date is not checked
 */
int
trh_day_from_date (int year, int month, int day)
{
  int y = month <= 2 ? year - 1 : year;
  int era = (y >= 0 ? y : y - 399) / 400;
  int year_of_era = y - era * 400;
  int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;

  return era * 146097 + day_of_era - 719468;
}

/**
 * trh_day_to_date:
 * @day: days since 1970-01-01
 * @year: (out): Gregorian year
 * @month: (out): 1 to 12
 * @day_of_month: (out): 1 to 31
 *
 * The inverse of trh_day_from_date().
 */
void
trh_day_to_date (int day, int *year, int *month, int *day_of_month)
{
  int z = day + 719468;
  int era = (z >= 0 ? z : z - 146096) / 146097;
  int day_of_era = z - era * 146097;
  int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  int shifted = (5 * day_of_year + 2) / 153;

  *day_of_month = day_of_year - (153 * shifted + 2) / 5 + 1;
  *month = shifted + (shifted < 10 ? 3 : -9);
  *year = year_of_era + era * 400 + (*month <= 2);
}

static gboolean
read_digits (const char **text, guint n, int *value)
{
  *value = 0;
  for (guint i = 0; i < n; i++, (*text)++)
    {
      if (!g_ascii_isdigit (**text))
        return FALSE;
      *value = *value * 10 + (**text - '0');
    }
  return TRUE;
}

/**
 * trh_day_parse:
 * @text: an ISO 8601 calendar date, as `2027-06-12`
 * @day: (out): the day
 *
 * Strict: ten characters, an existing date between 1970-01-02 and %TRH_MAX_DAY.
 *
 * Returns: %FALSE when @text is not a day
 */
gboolean
trh_day_parse (const char *text, int *day)
{
  int year, month, day_of_month, y, m, d;

  if (!read_digits (&text, 4, &year) || *text++ != '-' ||
      !read_digits (&text, 2, &month) || *text++ != '-' ||
      !read_digits (&text, 2, &day_of_month) || *text != '\0' ||
      month < 1 || month > 12 || day_of_month < 1 || day_of_month > 31)
    return FALSE;

  *day = trh_day_from_date (year, month, day_of_month);
  trh_day_to_date (*day, &y, &m, &d); /* 31 June comes back as 1 July */

  return d == day_of_month && m == month && *day > TRH_NO_DAY && *day <= TRH_MAX_DAY;
}

/**
 * trh_day_write:
 * @day: a day
 * @buffer: room for the text
 *
 * Returns: (transfer none): @buffer, holding the ISO 8601 date, or "" for %TRH_NO_DAY
 */
const char *
trh_day_write (int day, char buffer[TRH_DAY_TEXT])
{
  int year, month, day_of_month;

  buffer[0] = '\0';
  if (day != TRH_NO_DAY)
    {
      trh_day_to_date (day, &year, &month, &day_of_month);
      g_snprintf (buffer, TRH_DAY_TEXT, "%04d-%02d-%02d", year, month, day_of_month);
    }

  return buffer;
}

/**
 * trh_day_get_weekday:
 * @day: a day
 *
 * Returns: ISO 8601 weekday, 1 for Monday to 7 for Sunday
 */
int
trh_day_get_weekday (int day)
{
  return ((day + 3) % 7 + 7) % 7 + 1; /* 1970-01-01 was a Thursday */
}

static GTimeZone *
paris (void)
{
  static GTimeZone *zone;

  if (g_once_init_enter (&zone))
    {
      GTimeZone *made = g_time_zone_new_identifier ("Europe/Paris");

      /* without a zone database: the rule of the European Union since 1996, in POSIX form */
      if (made == NULL)
        made = g_time_zone_new_identifier ("CET-1CEST,M3.5.0/2,M10.5.0/3");
      g_once_init_leave (&zone, made != NULL ? made : g_time_zone_new_utc ());
    }

  return zone;
}

/**
 * trh_day_today:
 *
 * Returns: today in Europe/Paris
 */
int
trh_day_today (void)
{
  g_autoptr(GDateTime) now = g_date_time_new_now (paris ());
  int year, month, day;

  g_date_time_get_ymd (now, &year, &month, &day);

  return trh_day_from_date (year, month, day);
}

/* The time of day, in minutes since midnight. */
int
trh_clock_now (void)
{
  g_autoptr(GDateTime) now = g_date_time_new_now (paris ());

  return g_date_time_get_hour (now) * 60 + g_date_time_get_minute (now);
}

/**
 * trh_clock_parse:
 * @text: a clock time, as `18:30`
 * @minute: (out): minutes since midnight
 *
 * Returns: %FALSE when @text is not a time from 00:00 to 23:59
 */
gboolean
trh_clock_parse (const char *text, int *minute)
{
  int hours, minutes;

  if (!read_digits (&text, 2, &hours) || *text++ != ':' ||
      !read_digits (&text, 2, &minutes) || *text != '\0' || hours > 23 || minutes > 59)
    return FALSE;

  *minute = hours * 60 + minutes;
  return TRUE;
}

/**
 * trh_clock_write:
 * @minute: minutes since midnight, or %TRH_NO_CLOCK
 * @buffer: room for the text
 *
 * Returns: (transfer none): @buffer, as `18:30`, or "" for %TRH_NO_CLOCK
 */
const char *
trh_clock_write (int minute, char buffer[TRH_DAY_TEXT])
{
  buffer[0] = '\0';
  if (minute >= 0)
    g_snprintf (buffer, TRH_DAY_TEXT, "%02d:%02d", minute / 60 % 24, minute % 60);

  return buffer;
}

/**
 * trh_clock_to_minutes:
 * @day: a day
 * @minute: clock time on that day in Europe/Paris; 1440 and more run into the next days
 *
 * The instant on a line without summer time, so that differences are true durations:
 * from 23:00 to 05:00 are five hours in the last night of March and seven in that of
 * October. A time that the clocks skip counts as the one an hour later; one that they
 * show twice, as the first.
 *
 * Returns: minutes since 1970-01-01 00:00 UTC
 */
gint64
trh_clock_to_minutes (int day, int minute)
{
  GTimeZone *zone = paris ();
  gint64 asked = ((gint64) day * 1440 + minute) * 60, seconds = asked;
  int interval = g_time_zone_adjust_time (zone, G_TIME_TYPE_DAYLIGHT, &seconds);

  /* a time that is skipped comes back as the moment of the change: we go on from there */
  if (seconds != asked && interval > 0)
    seconds = asked + g_time_zone_get_offset (zone, interval) - g_time_zone_get_offset (zone, interval - 1);

  return seconds / 60 - g_time_zone_get_offset (zone, interval) / 60;
}

const char *
trh_day_say_weekday (int weekday)
{
  static const char *const names[] = {
    N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"), N_("Saturday"), N_("Sunday"),
  };

  g_return_val_if_fail (weekday >= 1 && weekday <= 7, "");
  return _(names[weekday - 1]);
}

const char *
trh_day_say_month (int month)
{
  static const char *const names[] = {
    N_("January"), N_("February"), N_("March"), N_("April"), NC_("month", "May"), N_("June"), N_("July"),
    N_("August"), N_("September"), N_("October"), N_("November"), N_("December"),
  };

  g_return_val_if_fail (month >= 1 && month <= 12, "");
  return month == 5 ? C_("month", "May") : _(names[month - 1]);
}

/* Names are ours, not strftime()'s: the person's language may not be installed as a locale. */
static char *
say_day (int day, gboolean with_weekday, gboolean with_month, gboolean with_year)
{
  int year, month, day_of_month;
  g_autofree char *number = NULL;
  g_autofree char *date = NULL;

  trh_day_to_date (day, &year, &month, &day_of_month);

  /* Translators: the first day of a month, "1er" in French; in English plain "1" */
  number = day_of_month == 1 ? g_strdup (C_("first day of a month", "1")) : g_strdup_printf ("%d", day_of_month);

  if (!with_month)
    date = g_strdup (number);
  else if (with_year)
    /* Translators: a date: day of the month, month, year */
    date = g_strdup_printf (C_("date", "%1$s %2$s %3$d"), number, trh_day_say_month (month), year);
  else
    /* Translators: a date: day of the month, month */
    date = g_strdup_printf (C_("date", "%1$s %2$s"), number, trh_day_say_month (month));

  if (!with_weekday)
    return g_steal_pointer (&date);
  /* Translators: weekday and date, as in "Monday 7 June 2027" */
  return g_strdup_printf (C_("date", "%1$s %2$s"), trh_day_say_weekday (trh_day_get_weekday (day)), date);
}

/**
 * trh_day_say:
 * @day: a day
 *
 * Returns: (transfer full): as in "Monday 7 June 2027", or "no date"
 */
char *
trh_day_say (int day)
{
  return day == TRH_NO_DAY ? g_strdup (_("no date")) : say_day (day, TRUE, TRUE, TRUE);
}

/**
 * trh_day_say_short:
 * @day: a day
 *
 * Returns: (transfer full): as in "7 June", or "no date"
 */
char *
trh_day_say_short (int day)
{
  return day == TRH_NO_DAY ? g_strdup (_("no date")) : say_day (day, FALSE, TRUE, FALSE);
}

/**
 * trh_day_say_range:
 * @first_day: the first day
 * @last_day: the last day, included
 *
 * Returns: (transfer full): as in "7–9 June 2027" or "28 June – 3 July 2027"
 */
char *
trh_day_say_range (int first_day, int last_day)
{
  int y1, m1, d1, y2, m2, d2;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (first_day == TRH_NO_DAY || last_day == TRH_NO_DAY)
    return g_strdup (_("no date"));
  last = say_day (last_day, FALSE, TRUE, TRUE);
  if (first_day == last_day)
    return g_steal_pointer (&last);

  trh_day_to_date (first_day, &y1, &m1, &d1);
  trh_day_to_date (last_day, &y2, &m2, &d2);
  first = say_day (first_day, FALSE, y1 != y2 || m1 != m2, y1 != y2);
  if (y1 == y2 && m1 == m2)
    /* Translators: days of one month, as in "7–9 June 2027" */
    return g_strdup_printf (C_("date range", "%1$s–%2$s"), first, last);
  /* Translators: two dates, as in "28 June – 3 July 2027" */
  return g_strdup_printf (C_("date range", "%1$s – %2$s"), first, last);
}

/**
 * trh_clock_say:
 * @minute: minutes since midnight
 *
 * Returns: (transfer full): as in "18:30", in French "18 h 30"
 */
char *
trh_clock_say (int minute)
{
  if (minute < 0)
    return g_strdup (_("no time"));
  minute %= 1440;
  if (minute % 60 == 0)
    /* Translators: a clock time on the hour; French "%1$d h" */
    return g_strdup_printf (C_("clock", "%1$d:00"), minute / 60);
  /* Translators: a clock time, hours and minutes; French "%1$d h %2$02d" */
  return g_strdup_printf (C_("clock", "%1$d:%2$02d"), minute / 60, minute % 60);
}

/**
 * trh_minutes_say:
 * @minutes: a duration
 *
 * Returns: (transfer full): as in "45 min", "2 h" or "1 h 25 min"
 */
char *
trh_minutes_say (int minutes)
{
  if (minutes < 60)
    /* Translators: a duration */
    return g_strdup_printf (_("%d min"), minutes);
  if (minutes % 60 == 0)
    /* Translators: a duration in whole hours */
    return g_strdup_printf (_("%d h"), minutes / 60);
  /* Translators: a duration, hours and minutes */
  return g_strdup_printf (_("%1$d h %2$d min"), minutes / 60, minutes % 60);
}

/* The day and the clock time of a moment, in its own zone, (transfer full). */
char *
trh_day_say_moment (GDateTime *time)
{
  g_autofree char *date = trh_day_say (trh_day_from_date (g_date_time_get_year (time), g_date_time_get_month (time),
                                                          g_date_time_get_day_of_month (time)));
  g_autofree char *clock = trh_clock_say (g_date_time_get_hour (time) * 60 + g_date_time_get_minute (time));

  /* Translators: a date, a clock time */
  return g_strdup_printf (C_("moment", "%1$s, %2$s"), date, clock);
}
