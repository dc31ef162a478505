/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "map/trh-view.h"

static void
test_there_and_back (void)
{
  guint32 seed = g_random_int ();
  GRand *random = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < 10000; i++)
    {
      double latitude = g_rand_double_range (random, -85, 85), longitude = g_rand_double_range (random, -180, 180);
      TrhView view = { g_rand_double (random), g_rand_double (random), exp2 (g_rand_double_range (random, 8, 27)), 800, 600 };
      TrhPoint point = trh_point_from_degrees (latitude, longitude), again;
      double x, y, latitude_again, longitude_again;

      trh_point_to_degrees (point, &latitude_again, &longitude_again);
      g_assert_cmpfloat_with_epsilon (latitude, latitude_again, 1e-9);
      g_assert_cmpfloat_with_epsilon (longitude, longitude_again, 1e-9);
      trh_view_place (&view, point, &x, &y);
      again = trh_view_find (&view, x, y);
      g_assert_cmpfloat_with_epsilon (point.x, again.x, 1e-12);
      g_assert_cmpfloat_with_epsilon (point.y, again.y, 1e-12);
    }
  g_rand_free (random);
}

/* libshumate and we must agree where a place is. */
static void
test_known (void)
{
  TrhPoint serres = trh_point_from_degrees (44.4292, 5.7147);

  /* tile 10/528/370: x = (5.7147 + 180) / 360 · 1024, y by the formula of the OpenStreetMap wiki */
  g_assert_cmpint ((int) (serres.x * 1024), ==, 528);
  g_assert_cmpint ((int) (serres.y * 1024), ==, 370);
  g_assert_cmpfloat_with_epsilon (trh_point_from_degrees (0, 0).y, 0.5, 1e-12);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/map/view/there-and-back", test_there_and_back);
  g_test_add_func ("/map/view/known", test_known);

  return g_test_run ();
}
