/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/trh-view.h"

#include <math.h>

#define MAX_LATITUDE 85.0511 /* degrees: where the square of Web Mercator ends */

/* EPSG:3857 on the sphere, scaled to the unit square. */
TrhPoint
trh_point_from_degrees (double latitude_deg, double longitude_deg)
{
  double latitude = CLAMP (latitude_deg, -MAX_LATITUDE, MAX_LATITUDE) * G_PI / 180;
  TrhPoint point = { (longitude_deg + 180) / 360, (1 - asinh (tan (latitude)) / G_PI) / 2 };

  return point;
}

/* The inverse of trh_point_from_degrees(). */
void
trh_point_to_degrees (TrhPoint point, double *latitude_deg, double *longitude_deg)
{
  *longitude_deg = point.x * 360 - 180;
  *latitude_deg = atan (sinh (G_PI * (1 - 2 * point.y))) * 180 / G_PI;
}

/**
 * trh_view_of_viewport:
 * @viewport: a viewport with a reference map source
 * @width: of the widget, in pixels
 * @height: of the widget, in pixels
 *
 * Returns: what the widget shows; the map is never turned
 */
TrhView
trh_view_of_viewport (ShumateViewport *viewport, int width, int height)
{
  ShumateMapSource *source = shumate_viewport_get_reference_map_source (viewport);
  double tile = source != NULL ? shumate_map_source_get_tile_size (source) : 256;
  TrhPoint centre = trh_point_from_degrees (shumate_location_get_latitude (SHUMATE_LOCATION (viewport)),
                                            shumate_location_get_longitude (SHUMATE_LOCATION (viewport)));
  TrhView view = { 0, 0, tile * exp2 (shumate_viewport_get_zoom_level (viewport)), width, height };

  view.x = centre.x - width / 2.0 / view.scale;
  view.y = centre.y - height / 2.0 / view.scale;

  return view;
}

/* Where a point of the world is, in pixels from the corner of the view. */
void
trh_view_place (const TrhView *view, TrhPoint point, double *x, double *y)
{
  *x = (point.x - view->x) * view->scale;
  *y = (point.y - view->y) * view->scale;
}

/* The point of the world under a pixel. */
TrhPoint
trh_view_find (const TrhView *view, double x, double y)
{
  TrhPoint point = { view->x + x / view->scale, view->y + y / view->scale };

  return point;
}

/* Whether a point is in view, or at most @margin pixels outside. */
gboolean
trh_view_shows (const TrhView *view, TrhPoint point, double margin)
{
  double x, y;

  trh_view_place (view, point, &x, &y);

  return x >= -margin && y >= -margin && x <= view->width + margin && y <= view->height + margin;
}
