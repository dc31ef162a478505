/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/base/trh-day-read.h"
#include "core/base/trh-day.h"
#include "core/base/trh-limits.h"

static void
test_days (void)
{
  static const struct { const char *text, *near, *day; } cases[] = {
    { "2027-06-12", "2027-01-01", "2027-06-12" },
    { "12/06/2027", "2020-01-01", "2027-06-12" },
    { " 12.6.27 ",  "2020-01-01", "2027-06-12" },
    { "12 juin",    "2027-05-01", "2027-06-12" },
    { "12 Juin 2028", "2027-05-01", "2028-06-12" },
    { "1er août",   "2027-05-01", "2027-08-01" },
    { "lundi 7 juin", "2027-05-01", "2027-06-07" },
    { "lu 7 juin",  "2027-05-01", "2027-06-07" },
    { "June 12",    "2027-05-01", "2027-06-12" },
    { "12 june",    "2027-05-01", "2027-06-12" },
    { "2nd june 2027", "2027-05-01", "2027-06-02" },
    { "3 janv",     "2026-12-20", "2027-01-03" },
    { "20/12",      "2027-01-03", "2026-12-20" },
    { "29 fév",     "2027-06-01", "2028-02-29" },
    { "12 jui",     "2027-05-01", NULL }, /* June or July */
    { "12 ju",      "2027-05-01", NULL },
    { "31 juin",    "2027-05-01", NULL },
    { "31/06/2027", "2027-05-01", NULL },
    { "12",         "2027-05-01", NULL },
    { "",           "2027-05-01", NULL },
    { "demain",     "2027-05-01", NULL },
    { "12 juin 20277", "2027-05-01", NULL },
    { "12 juin 13 juin", "2027-05-01", NULL },
    { "1 2 3 4",    "2027-05-01", NULL },
    { "1969-12-31", "2027-05-01", NULL },
    { "2171-01-01", "2027-05-01", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      char buffer[TRH_DAY_TEXT];
      int near, day;

      g_assert_true (trh_day_parse (cases[i].near, &near));
      if (!trh_day_read (cases[i].text, near, &day))
        day = TRH_NO_DAY;
      g_assert_cmpstr (trh_day_write (day, buffer), ==, cases[i].day != NULL ? cases[i].day : "");
    }
}

/* What the program says of a day, a person can type again. */
static void
test_days_said (void)
{
  for (int day = 1; day <= TRH_MAX_DAY; day += 11)
    {
      g_autofree char *whole = trh_day_say (day);
      g_autofree char *brief = trh_day_say_short (day);
      int read = 0;

      g_assert_true (trh_day_read (whole, 1, &read));
      g_assert_cmpint (read, ==, day);
      g_assert_true (trh_day_read (brief, day, &read));
      g_assert_cmpint (read, ==, day);
    }
}

static void
test_clocks (void)
{
  static const struct { const char *text; int minute; } cases[] = {
    { "18:30", 1110 }, { "18h30", 1110 }, { "18 h 30", 1110 }, { "18h", 1080 }, { "18", 1080 }, { "9:05", 545 },
    { "0:00", 0 }, { "1830", 1110 }, { "midi", 720 },
    { "24:00", -1 }, { "18:60", -1 }, { "18:3", -1 }, { "", -1 }, { "six", -1 }, { "183", -1 }, { "18:30x", -1 }, { "18301", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int minute;

      if (!trh_clock_read (cases[i].text, &minute))
        minute = TRH_NO_CLOCK;
      g_assert_cmpint (minute, ==, cases[i].minute);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/day-read/days", test_days);
  g_test_add_func ("/base/day-read/days-said", test_days_said);
  g_test_add_func ("/base/day-read/clocks", test_clocks);

  return g_test_run ();
}
