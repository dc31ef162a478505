/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/schedule/trh-travel.h"

/* The slow twin: hours as fractions, minutes counted one by one until they are enough. */
typedef struct {
  gint64 over, under;
} Hours;

static Hours
add (Hours a, Hours b)
{
  return (Hours) { a.over * b.under + b.over * a.under, a.under * b.under };
}

static gboolean
is_less (Hours a, Hours b)
{
  return a.over * b.under < b.over * a.under;
}

static int
count_minutes (Hours hours)
{
  int minutes = 0;

  while (is_less ((Hours) { minutes, 60 }, hours))
    minutes++;
  return minutes * 60;
}

static int
take_car (int distance_m, int passes)
{
  return count_minutes (add ((Hours) { distance_m, 45000 }, (Hours) { passes * 3, 60 }));
}

static int
take_bicycle (int distance_m, int climb_m)
{
  return count_minutes (add ((Hours) { distance_m, 14000 }, (Hours) { climb_m, 700 }));
}

static int
take_foot (int distance_m, int climb_m, int descent_m, int walking_mh)
{
  Hours flat = { distance_m, walking_mh };
  Hours heights = add ((Hours) { climb_m, 300 }, (Hours) { descent_m, 500 });
  Hours more = is_less (flat, heights) ? heights : flat, less = is_less (flat, heights) ? flat : heights;

  less.under *= 2;
  return count_minutes (add (more, less));
}

/* By hand: 1.5 km at 45 km/h are two minutes, one pass three. */
static void
test_whole_minutes_stay (void)
{
  g_assert_cmpint (trh_travel_estimate_s (TRH_LEG_CAR, 1500, 0, 0, 1, 0), ==, 5 * 60);
  g_assert_cmpint (trh_travel_estimate_s (TRH_LEG_CAR, 1501, 0, 0, 1, 0), ==, 6 * 60);
  g_assert_cmpint (trh_travel_estimate_s (TRH_LEG_BICYCLE, 700, 35, 0, 0, 0), ==, 6 * 60);
  g_assert_cmpint (trh_travel_estimate_s (TRH_LEG_FOOT, 1000, 0, 0, 0, 3.5), ==, 18 * 60);
}

static void
test_car_and_bicycle (void)
{
  for (int distance_m = 0; distance_m <= 60000; distance_m += 150)
    for (int n = 0; n <= 6; n++)
      {
        g_assert_cmpint (trh_travel_estimate_s (TRH_LEG_CAR, distance_m, 700, 300, (guint) n, 0), ==, take_car (distance_m, n));
        g_assert_cmpint (trh_travel_estimate_s (TRH_LEG_BICYCLE, distance_m, n * 35, 9, 0, 0), ==,
                         take_bicycle (distance_m, n * 35));
      }
}

static void
test_foot (void)
{
  static const int speeds_mh[] = { 3000, 3500, 4000, 4200, 6100 };

  for (guint i = 0; i < G_N_ELEMENTS (speeds_mh); i++)
    for (int distance_m = 0; distance_m <= 20000; distance_m += 250)
      for (int climb_m = 0; climb_m <= 900; climb_m += 45)
        {
          int descent_m = (climb_m * 7 + distance_m / 10) % 800;

          g_assert_cmpint (trh_travel_estimate_s (TRH_LEG_FOOT, distance_m, climb_m, descent_m, 0, speeds_mh[i] / 1000.0), ==,
                           take_foot (distance_m, climb_m, descent_m, speeds_mh[i]));
        }
}

/* Round numbers are where doubles went one minute too far; random ones are everywhere else. */
static void
test_random (void)
{
  for (guint i = 0; i < 5000; i++)
    {
      int distance_m = g_test_rand_int_range (0, 100000), climb_m = g_test_rand_int_range (0, 2000);
      int descent_m = g_test_rand_int_range (0, 2000), passes = g_test_rand_int_range (0, 5);
      int walking_mh = g_test_rand_int_range (1, 101) * 100;

      g_assert_cmpint (trh_travel_estimate_s (TRH_LEG_CAR, distance_m, climb_m, descent_m, (guint) passes, 0), ==,
                       take_car (distance_m, passes));
      g_assert_cmpint (trh_travel_estimate_s (TRH_LEG_BICYCLE, distance_m, climb_m, descent_m, 0, 0), ==,
                       take_bicycle (distance_m, climb_m));
      g_assert_cmpint (trh_travel_estimate_s (TRH_LEG_FOOT, distance_m, climb_m, descent_m, 0, walking_mh / 1000.0), ==,
                       take_foot (distance_m, climb_m, descent_m, walking_mh));
    }
  /* what no road is, and still no overflow */
  g_assert_cmpint (trh_travel_estimate_s (TRH_LEG_FOOT, G_MAXINT, 0, 0, 0, 0.0001), ==, G_MAXINT / 60 * 60);
  g_assert_cmpint (trh_travel_estimate_s (TRH_LEG_BICYCLE, G_MAXINT, G_MAXINT, 0, 0, 0), >, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schedule/travel/whole-minutes-stay", test_whole_minutes_stay);
  g_test_add_func ("/schedule/travel/car-and-bicycle", test_car_and_bicycle);
  g_test_add_func ("/schedule/travel/foot", test_foot);
  g_test_add_func ("/schedule/travel/random", test_random);

  return g_test_run ();
}
