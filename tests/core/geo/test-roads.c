/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "core/geo/trh-distance.h"
#include "core/geo/trh-roads.h"

#define N_NODES 30
#define N_NETWORKS 200

/* All shortest ways by the method of Floyd and Warshall: if it is shorter over k, go over k. */
static void
find_all (double length_m[N_NODES][N_NODES])
{
  for (guint k = 0; k < N_NODES; k++)
    for (guint i = 0; i < N_NODES; i++)
      for (guint j = 0; j < N_NODES; j++)
        length_m[i][j] = MIN (length_m[i][j], length_m[i][k] + length_m[k][j]);
}

static void
test_random (void)
{
  for (guint n = 0; n < N_NETWORKS; n++)
    {
      g_autoptr(TrhRoads) roads = trh_roads_new ();
      double length_m[N_NODES][N_NODES];
      TrhCoordinate at[N_NODES];

      for (guint i = 0; i < N_NODES; i++)
        {
          g_autofree char *id = g_strdup_printf ("%05u", i);

          at[i] = (TrhCoordinate) { g_test_rand_double_range (44, 45), g_test_rand_double_range (5, 6) };
          g_assert_cmpuint (trh_roads_add_village (roads, id, at[i], g_test_rand_int_range (200, 1500)), ==, i);
          for (guint j = 0; j < N_NODES; j++)
            length_m[i][j] = i == j ? 0 : INFINITY;
        }
      for (guint i = 0; i < N_NODES; i++)
        {
          guint a = (guint) g_test_rand_int_range (0, N_NODES), b = (guint) g_test_rand_int_range (0, N_NODES);

          if (a == b || trh_roads_are_linked (roads, a, b))
            continue;
          trh_roads_link (roads, a, b, TRH_DETOUR_VALLEY);
          length_m[a][b] = length_m[b][a] = TRH_DETOUR_VALLEY * trh_distance_m (at[a], at[b]);
        }
      find_all (length_m);

      for (guint i = 0; i < N_NODES; i++)
        for (guint j = 0; j < N_NODES; j++)
          {
            TrhWay way, back;

            g_assert_cmpint (trh_roads_get_way (roads, i, j, &way), ==, isfinite (length_m[i][j]));
            if (!isfinite (length_m[i][j]))
              continue;
            g_assert_cmpfloat_with_epsilon (way.distance_m, length_m[i][j], 1e-3);
            /* what goes up comes down */
            g_assert_cmpfloat (way.climb_m - way.descent_m, ==,
                               trh_roads_peek_node (roads, j)->altitude_m - trh_roads_peek_node (roads, i)->altitude_m);
            g_assert_true (trh_roads_get_way (roads, j, i, &back));
            g_assert_cmpfloat_with_epsilon (back.distance_m, way.distance_m, 1e-3);
          }
    }
}

/* A pass costs something beside its length: round it when that is hardly longer. */
static void
test_pass (void)
{
  g_autoptr(TrhRoads) roads = trh_roads_new ();
  guint a = trh_roads_add_village (roads, "05001", (TrhCoordinate) { 44, 5 }, 600);
  guint b = trh_roads_add_village (roads, "05002", (TrhCoordinate) { 44, 5.1 }, 600);
  guint over = trh_roads_add_pass (roads, (TrhCoordinate) { 44, 5.05 }, 1200);
  guint round = trh_roads_add_village (roads, "05003", (TrhCoordinate) { 44.02, 5.05 }, 600);
  guint found;
  TrhWay way;

  trh_roads_link (roads, a, over, TRH_DETOUR_VALLEY);
  trh_roads_link (roads, over, b, TRH_DETOUR_VALLEY);
  g_assert_true (trh_roads_get_way (roads, a, b, &way));
  g_assert_cmpuint (way.passes, ==, 1);
  g_assert_cmpfloat (way.climb_m, ==, 600);
  g_assert_cmpfloat (way.descent_m, ==, 600);
  g_assert_false (trh_roads_get_way (roads, a, round, &way));

  /* a new road is known at once */
  trh_roads_link (roads, a, round, TRH_DETOUR_VALLEY);
  trh_roads_link (roads, round, b, TRH_DETOUR_VALLEY);
  g_assert_true (trh_roads_get_way (roads, a, b, &way));
  g_assert_cmpuint (way.passes, ==, 0);
  g_assert_true (trh_roads_find (roads, "05003", &found) && found == round);
  g_assert_false (trh_roads_find (roads, "05004", &found));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/geo/roads/random", test_random);
  g_test_add_func ("/geo/roads/pass", test_pass);

  return g_test_run ();
}
