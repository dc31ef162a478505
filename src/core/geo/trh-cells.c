/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/geo/trh-cells.h"

#include <math.h>

#include "core/geo/trh-distance.h"

#define CIRCLE_CORNERS 48
#define HIGHEST_DEG 85.0 /* Mercator's plane has no poles */

/* On the plane of Mercator, in radians. It keeps angles, so that over a few kilometres
 * a line halfway between two points is halfway on the ground too, within a thousandth;
 * and the map draws on it: what is straight here is straight there. */
typedef struct {
  double x, y;
} Point;

typedef struct {
  Point  offset; /* from the village */
  double distance;
} Other;

static Point
to_plane (TrhCoordinate coordinate)
{
  double latitude = CLAMP (coordinate.latitude_deg, -HIGHEST_DEG, HIGHEST_DEG) * (G_PI / 180);

  return (Point) { coordinate.longitude_deg * (G_PI / 180), asinh (tan (latitude)) };
}

static TrhCoordinate
to_globe (Point point)
{
  return (TrhCoordinate) { atan (sinh (point.y)) * (180 / G_PI), point.x * (180 / G_PI) };
}

static double
get_radius (const GArray *corners)
{
  double most = 0;

  for (guint i = 0; i < corners->len; i++)
    {
      Point corner = g_array_index (corners, Point, i);

      most = MAX (most, corner.x * corner.x + corner.y * corner.y);
    }

  return sqrt (most);
}

/* Keeps of the convex polygon @from what is nearer to the origin than to @other. */
static void
clip (const GArray *from, GArray *to, Point other)
{
  double middle = (other.x * other.x + other.y * other.y) / 2;

  g_array_set_size (to, 0);
  for (guint i = 0; i < from->len; i++)
    {
      Point a = g_array_index (from, Point, i), b = g_array_index (from, Point, (i + 1) % from->len);
      double beyond_a = a.x * other.x + a.y * other.y - middle;
      double beyond_b = b.x * other.x + b.y * other.y - middle;

      if (beyond_a <= 0)
        g_array_append_val (to, a);
      if ((beyond_a < 0 && beyond_b > 0) || (beyond_a > 0 && beyond_b < 0))
        {
          double t = beyond_a / (beyond_a - beyond_b);
          Point cut = { a.x + t * (b.x - a.x), a.y + t * (b.y - a.y) };

          g_array_append_val (to, cut);
        }
    }
}

static int
compare_distance (gconstpointer a, gconstpointer b)
{
  double one = ((const Other *) a)->distance, other = ((const Other *) b)->distance;

  return (one > other) - (one < other);
}

/* The others that can reach into the circle of village @at, the nearest first. FALSE when
 * the same place was given before. */
static gboolean
find_others (const Point *points, guint n_points, guint at, double radius, GArray *others)
{
  g_array_set_size (others, 0);
  for (guint i = 0; i < n_points; i++)
    {
      Other other = { { points[i].x - points[at].x, points[i].y - points[at].y }, 0 };

      if (i == at || fabs (other.offset.x) >= 2 * radius || fabs (other.offset.y) >= 2 * radius)
        continue;
      other.distance = hypot (other.offset.x, other.offset.y);
      if (other.distance == 0 && i < at)
        return FALSE;
      if (other.distance > 0 && other.distance < 2 * radius)
        g_array_append_val (others, other);
    }
  g_array_sort (others, compare_distance);

  return TRUE;
}

static GArray *
make_cell (const Point *points, guint n_points, guint at, double radius, GArray *others)
{
  g_autoptr(GArray) corners = g_array_sized_new (FALSE, FALSE, sizeof (Point), CIRCLE_CORNERS + 8);
  g_autoptr(GArray) spare = g_array_sized_new (FALSE, FALSE, sizeof (Point), CIRCLE_CORNERS + 8);
  GArray *cell = g_array_new (FALSE, FALSE, sizeof (TrhCoordinate));

  if (!find_others (points, n_points, at, radius, others))
    return cell;
  for (guint i = 0; i < CIRCLE_CORNERS; i++)
    {
      double angle = 2 * G_PI * i / CIRCLE_CORNERS;
      Point corner = { radius * cos (angle), radius * sin (angle) };

      g_array_append_val (corners, corner);
    }

  for (guint i = 0; i < others->len; i++)
    {
      const Other *other = &g_array_index (others, Other, i);
      GArray *clipped = spare;

      if (other->distance / 2 >= get_radius (corners))
        break; /* this one cuts nothing, nor do those further away */
      clip (corners, clipped, other->offset);
      spare = corners;
      corners = clipped;
    }

  for (guint i = 0; i < corners->len; i++)
    {
      Point corner = g_array_index (corners, Point, i);
      TrhCoordinate coordinate = to_globe ((Point) { points[at].x + corner.x, points[at].y + corner.y });

      g_array_append_val (cell, coordinate);
    }

  return cell;
}

/**
 * trh_cells_new:
 * @points: villages, valid points
 * @n_points: how many
 * @radius_m: how far a cell reaches at most, as %TRH_CELL_RADIUS_M
 *
 * Makes the Voronoi cells of the villages, each cut by a circle around it: what is nearer
 * to it than to any other and not further than @radius_m. They stand for communes whose
 * outlines are not known, and must be shown as approximate.
 *
 * Each cell is cut out of its circle by the lines halfway to the others, from the nearest
 * on, until the rest is too far to cut: n² at worst, with a small factor (138 villages:
 * 1 ms; 900 of a region: 15 ms; 900 within one circle, which no land has: 0.3 s).
 * Neighbouring cells share their edges exactly, but for the last bits.
 *
 * Returns: (transfer full) (element-type GArray): for each point the corners of its cell
 *   (#TrhCoordinate), counter-clockwise, the first not repeated; no corner at all when the
 *   same place was given before
 */
GPtrArray *
trh_cells_new (const TrhCoordinate *points, guint n_points, double radius_m)
{
  GPtrArray *cells = g_ptr_array_new_full (n_points, (GDestroyNotify) g_array_unref);
  g_autofree Point *plane = g_new (Point, n_points);
  g_autoptr(GArray) others = g_array_new (FALSE, FALSE, sizeof (Other));

  for (guint i = 0; i < n_points; i++)
    plane[i] = to_plane (points[i]);
  for (guint i = 0; i < n_points; i++)
    {
      /* a metre is longer on the plane towards the poles: 1 / cos φ = cosh y */
      double radius = radius_m / TRH_EARTH_RADIUS_M * cosh (plane[i].y);

      g_ptr_array_add (cells, make_cell (plane, n_points, i, radius, others));
    }

  return cells;
}
