/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "core/geo/trh-cells.h"
#include "core/geo/trh-distance.h"

#define MARGIN_M 25 /* halfway on Mercator's plane is halfway on the ground to within this */

/* Points as thick as villages, or ten times as thick. */
static TrhCoordinate *
scatter (guint n, double width_deg)
{
  TrhCoordinate *points = g_new (TrhCoordinate, n);

  for (guint i = 0; i < n; i++)
    points[i] = (TrhCoordinate) { 44 + g_test_rand_double_range (0, width_deg),
                                  5 + g_test_rand_double_range (0, width_deg) };

  return points;
}

/* Counts how often a ray to the east crosses the ring. */
static gboolean
contains (const GArray *ring, TrhCoordinate point)
{
  gboolean inside = FALSE;

  for (guint i = 0; i < ring->len; i++)
    {
      TrhCoordinate a = g_array_index (ring, TrhCoordinate, i);
      TrhCoordinate b = g_array_index (ring, TrhCoordinate, (i + 1) % ring->len);

      if ((a.latitude_deg > point.latitude_deg) != (b.latitude_deg > point.latitude_deg) &&
          point.longitude_deg < a.longitude_deg + (b.longitude_deg - a.longitude_deg) *
                                (point.latitude_deg - a.latitude_deg) / (b.latitude_deg - a.latitude_deg))
        inside = !inside;
    }

  return inside;
}

/* Any point of the land lies in the cell of its nearest village and in no other, unless it
 * is too far from all or halfway between two. */
static void
test_nearest (void)
{
  static const struct { guint n; double width_deg; } lands[] = { { 1, 0.1 }, { 2, 0.1 }, { 138, 0.9 }, { 138, 0.1 }, { 900, 2 } };

  for (guint land = 0; land < G_N_ELEMENTS (lands); land++)
    {
      g_autofree TrhCoordinate *villages = scatter (lands[land].n, lands[land].width_deg);
      g_autoptr(GPtrArray) cells = trh_cells_new (villages, lands[land].n, TRH_CELL_RADIUS_M);
      g_autofree TrhCoordinate *points = scatter (2000, lands[land].width_deg);

      g_assert_cmpuint (cells->len, ==, lands[land].n);
      for (guint i = 0; i < 2000; i++)
        {
          double first_m = G_MAXDOUBLE, second_m = G_MAXDOUBLE;
          guint nearest = 0;

          for (guint j = 0; j < lands[land].n; j++)
            {
              double m = trh_distance_m (points[i], villages[j]);

              second_m = MIN (second_m, MAX (m, first_m));
              nearest = m < first_m ? j : nearest;
              first_m = MIN (first_m, m);
            }
          /* the corners of the circle are on it, the middles of its sides a little inside */
          if (second_m - first_m < 2 * MARGIN_M || fabs (first_m - TRH_CELL_RADIUS_M) < 0.01 * TRH_CELL_RADIUS_M)
            continue;
          for (guint j = 0; j < lands[land].n; j++)
            g_assert_cmpint (contains (cells->pdata[j], points[i]), ==, j == nearest && first_m < TRH_CELL_RADIUS_M);
        }
    }
}

static double
get_turn (TrhCoordinate a, TrhCoordinate b, TrhCoordinate c)
{
  return (b.longitude_deg - a.longitude_deg) * (c.latitude_deg - a.latitude_deg) -
         (b.latitude_deg - a.latitude_deg) * (c.longitude_deg - a.longitude_deg);
}

/* Cells turn to the left at every corner, and edges between two cells are the same line. */
static void
test_shape (void)
{
  g_autofree TrhCoordinate *villages = scatter (138, 0.5);
  g_autoptr(GPtrArray) cells = trh_cells_new (villages, 138, TRH_CELL_RADIUS_M);

  for (guint i = 0; i < cells->len; i++)
    {
      const GArray *cell = cells->pdata[i];

      g_assert_cmpuint (cell->len, >=, 3);
      g_assert_true (contains (cell, villages[i]));
      for (guint j = 0; j < cell->len; j++)
        {
          TrhCoordinate a = g_array_index (cell, TrhCoordinate, j);
          TrhCoordinate b = g_array_index (cell, TrhCoordinate, (j + 1) % cell->len);
          TrhCoordinate c = g_array_index (cell, TrhCoordinate, (j + 2) % cell->len);

          g_assert_cmpfloat (get_turn (a, b, c), >, -1e-9);
          g_assert_cmpfloat (trh_distance_m (villages[i], a), <, 1.01 * TRH_CELL_RADIUS_M);
        }
    }
}

static void
test_odd_places (void)
{
  const TrhCoordinate same[] = { { 44, 5 }, { 44, 5 }, { 44.01, 5 }, { 90, 0 }, { -90, 0 } };
  const TrhCoordinate in_line[] = { { 44, 5 }, { 44, 5.01 }, { 44, 5.02 }, { 44, 5.03 } };
  g_autoptr(GPtrArray) cells = trh_cells_new (same, G_N_ELEMENTS (same), TRH_CELL_RADIUS_M);
  g_autoptr(GPtrArray) strips = trh_cells_new (in_line, G_N_ELEMENTS (in_line), TRH_CELL_RADIUS_M);
  g_autoptr(GPtrArray) none = trh_cells_new (NULL, 0, TRH_CELL_RADIUS_M);

  g_assert_cmpuint (((GArray *) cells->pdata[0])->len, >, 0);
  g_assert_cmpuint (((GArray *) cells->pdata[1])->len, ==, 0);
  for (guint i = 0; i < cells->len; i++)
    for (guint j = 0; j < ((GArray *) cells->pdata[i])->len; j++)
      g_assert_true (trh_coordinate_is_valid (g_array_index ((GArray *) cells->pdata[i], TrhCoordinate, j)));
  for (guint i = 0; i < strips->len; i++)
    for (guint j = 0; j < strips->len; j++)
      g_assert_cmpint (contains (strips->pdata[i], in_line[j]), ==, i == j);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_speed (void)
{
  static const struct { guint n; double width_deg; } lands[] = { { 138, 0.9 }, { 900, 3 }, { 900, 0.1 } };

  for (guint land = 0; land < G_N_ELEMENTS (lands); land++)
    {
      g_autofree TrhCoordinate *villages = scatter (lands[land].n, lands[land].width_deg);
      gint64 start = g_get_monotonic_time ();
      g_autoptr(GPtrArray) cells = trh_cells_new (villages, lands[land].n, TRH_CELL_RADIUS_M);
      double ms = (double) (g_get_monotonic_time () - start) / 1000;

      g_test_minimized_result (ms, "%u villages in %.1f degrees: %.1f ms", cells->len, lands[land].width_deg, ms);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/geo/cells/nearest", test_nearest);
  g_test_add_func ("/geo/cells/shape", test_shape);
  g_test_add_func ("/geo/cells/odd-places", test_odd_places);
  if (g_test_perf ())
    g_test_add_func ("/geo/cells/speed", test_speed);

  return g_test_run ();
}
