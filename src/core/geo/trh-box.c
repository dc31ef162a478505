/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/geo/trh-box.h"

#include <math.h>

#include "core/geo/trh-distance.h"

gboolean
trh_box_is_empty (TrhBox self)
{
  return self.south_deg > self.north_deg || self.west_deg > self.east_deg;
}

/* The smallest box around @self and @point. */
TrhBox
trh_box_add (TrhBox self, TrhCoordinate point)
{
  return (TrhBox) {
    MIN (self.south_deg, point.latitude_deg), MIN (self.west_deg, point.longitude_deg),
    MAX (self.north_deg, point.latitude_deg), MAX (self.east_deg, point.longitude_deg),
  };
}

/**
 * trh_box_grow:
 * @self: a box
 * @margin_m: metres to add on each side, at least 0
 *
 * Returns: a box that holds every point within @margin_m of @self, cut at the poles and at
 *   ±180°; an empty box stays empty
 */
TrhBox
trh_box_grow (TrhBox self, double margin_m)
{
  double up = margin_m / TRH_EARTH_RADIUS_M * (180 / G_PI);
  double widest = MIN (MAX (fabs (self.south_deg), fabs (self.north_deg)) + up, 90);
  /* the meridians are nearest to each other on the side of the pole */
  double shrink = cos (widest * (G_PI / 180));
  double across = shrink > up / 360 ? up / shrink : 360;

  if (trh_box_is_empty (self))
    return self;

  return (TrhBox) {
    MAX (self.south_deg - up, -90), MAX (self.west_deg - across, -180),
    MIN (self.north_deg + up, 90), MIN (self.east_deg + across, 180),
  };
}

/* Edges included. */
gboolean
trh_box_contains (TrhBox self, TrhCoordinate point)
{
  return point.latitude_deg >= self.south_deg && point.latitude_deg <= self.north_deg &&
         point.longitude_deg >= self.west_deg && point.longitude_deg <= self.east_deg;
}

/* Whether they have a point in common, edges included. */
gboolean
trh_box_intersects (TrhBox self, TrhBox other)
{
  return !trh_box_is_empty (self) && !trh_box_is_empty (other) &&
         self.south_deg <= other.north_deg && other.south_deg <= self.north_deg &&
         self.west_deg <= other.east_deg && other.west_deg <= self.east_deg;
}

/* The middle of a box that is not empty. */
TrhCoordinate
trh_box_get_centre (TrhBox self)
{
  return (TrhCoordinate) { (self.south_deg + self.north_deg) / 2, (self.west_deg + self.east_deg) / 2 };
}
