/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/base/trh-day.h"

#include "core/base/trh-limits.h"

/* Every day of the calendar against GDate, and back through its text. */
static void
test_all_days (void)
{
  g_autoptr(GDate) date = g_date_new_dmy (1, 1, 1970);

  for (int day = 0; day <= TRH_MAX_DAY; day++, g_date_add_days (date, 1))
    {
      int year, month, day_of_month, again;
      char buffer[TRH_DAY_TEXT];

      trh_day_to_date (day, &year, &month, &day_of_month);
      g_assert_cmpint (year, ==, g_date_get_year (date));
      g_assert_cmpint (month, ==, (int) g_date_get_month (date));
      g_assert_cmpint (day_of_month, ==, g_date_get_day (date));
      g_assert_cmpint (trh_day_from_date (year, month, day_of_month), ==, day);
      g_assert_cmpint (trh_day_get_weekday (day), ==, (int) g_date_get_weekday (date));
      if (day == TRH_NO_DAY)
        g_assert_cmpstr (trh_day_write (day, buffer), ==, "");
      else
        {
          g_assert_true (trh_day_parse (trh_day_write (day, buffer), &again));
          g_assert_cmpint (again, ==, day);
        }
    }
}

static void
test_strict (void)
{
  static const char *const wrong[] = {
    "", "2027", "2027-06", "2027-6-12", "2027-06-1", "27-06-12", "2027-06-31", "2027-02-29", "2100-02-29", "2027-13-01",
    "2027-00-10", "2027-06-00", "2027-06-12 ", " 2027-06-12", "2027-06-12T10:00", "2027/06/12", "+027-06-12", "2027-06-1a",
    "1970-01-01", "1969-12-31", "2170-01-02", "9999-12-31", "２０２７-06-12", "-027-06-12",
  };
  int day;

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_test_message ("%s", wrong[i]);
      g_assert_false (trh_day_parse (wrong[i], &day));
    }
  g_assert_true (trh_day_parse ("2028-02-29", &day));
  g_assert_true (trh_day_parse ("2000-02-29", &day));
  g_assert_true (trh_day_parse ("1970-01-02", &day));
  g_assert_cmpint (day, ==, 1);
  g_assert_true (trh_day_parse ("2170-01-01", &day));
  g_assert_cmpint (day, ==, TRH_MAX_DAY);
}

static void
test_clocks (void)
{
  static const char *const wrong[] = { "", "8:30", "24:00", "12:60", "12h30", "12:3", "12:300", " 12:30", "-1:30", "12:30:00" };
  char buffer[TRH_DAY_TEXT];
  int minute;

  for (int i = 0; i < 1440; i++)
    {
      g_assert_true (trh_clock_parse (trh_clock_write (i, buffer), &minute));
      g_assert_cmpint (minute, ==, i);
    }
  g_assert_cmpstr (trh_clock_write (TRH_NO_CLOCK, buffer), ==, "");
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_false (trh_clock_parse (wrong[i], &minute));
}

/* The true time between two clocks, as GDateTime counts it in Europe/Paris. */
static gint64
minutes_of_twin (int day, int minute)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier ("Europe/Paris");
  g_autoptr(GDateTime) midnight = NULL;
  g_autoptr(GDateTime) then = NULL;
  int year, month, day_of_month;

  g_assert_nonnull (zone);
  trh_day_to_date (day + minute / 1440, &year, &month, &day_of_month);
  then = g_date_time_new (zone, year, month, day_of_month, minute % 1440 / 60, minute % 60, 0);
  g_assert_nonnull (then);
  return g_date_time_to_unix (then) / 60;
}

static void
test_summer_time (void)
{
  /* the days around both changes of three years, and some in between */
  static const char *const days[] = {
    "2026-03-29", "2026-10-25", "2027-03-28", "2027-10-31", "2028-03-26", "2028-10-29", "2027-07-14", "2027-12-31", "2027-01-01",
  };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      int first;

      g_assert_true (trh_day_parse (days[i], &first));
      for (int day = first - 1; day <= first + 1; day++)
        for (int minute = 0; minute < 3 * 1440; minute += 5)
          {
            /* hours that do not exist or exist twice are said in words, below */
            if (minute % 1440 >= 120 && minute % 1440 < 180)
              continue;
            g_assert_cmpint (trh_clock_to_minutes (day, minute), ==, minutes_of_twin (day, minute));
          }
    }
}

static void
test_hours_that_are_odd (void)
{
  int spring, autumn;

  g_assert_true (trh_day_parse ("2027-03-28", &spring));
  g_assert_true (trh_day_parse ("2027-10-31", &autumn));

  /* a night of five hours and one of seven */
  g_assert_cmpint (trh_clock_to_minutes (spring, 300) - trh_clock_to_minutes (spring - 1, 1380), ==, 300);
  g_assert_cmpint (trh_clock_to_minutes (autumn, 300) - trh_clock_to_minutes (autumn - 1, 1380), ==, 420);
  /* 02:30 is skipped: it counts as 03:30; 02:30 is shown twice: it counts as the first */
  g_assert_cmpint (trh_clock_to_minutes (spring, 150), ==, trh_clock_to_minutes (spring, 210));
  g_assert_cmpint (trh_clock_to_minutes (autumn, 150) - trh_clock_to_minutes (autumn, 90), ==, 60);
  g_assert_cmpint (trh_clock_to_minutes (autumn, 180) - trh_clock_to_minutes (autumn, 150), ==, 90);
  /* time never goes backwards */
  for (int minute = 1; minute < 1440; minute++)
    g_assert_cmpint (trh_clock_to_minutes (autumn, minute), >, trh_clock_to_minutes (autumn, minute - 1));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/day/all", test_all_days);
  g_test_add_func ("/base/day/strict", test_strict);
  g_test_add_func ("/base/day/clocks", test_clocks);
  g_test_add_func ("/base/day/summer-time", test_summer_time);
  g_test_add_func ("/base/day/odd-hours", test_hours_that_are_odd);

  return g_test_run ();
}
