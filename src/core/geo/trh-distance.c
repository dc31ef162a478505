/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/geo/trh-distance.h"

#include <math.h>

static double
radians (double degrees)
{
  return degrees * (G_PI / 180);
}

/**
 * trh_distance_m:
 * @a: a valid point
 * @b: another
 *
 * The great-circle distance on a sphere of the mean radius, by the haversine formula
 * (R. W. Sinnott, "Virtues of the Haversine", Sky and Telescope 68, 1984):
 *
 *   h = sin²(Δφ/2) + cos φ₁ · cos φ₂ · sin²(Δλ/2),  d = 2 R · asin √h
 *
 * It keeps its precision for places a few metres apart, where the law of cosines does
 * not. Against the ellipsoid it is wrong by 0.5 % at most, far less than the difference
 * between a straight line and a mountain road.
 *
 * Returns: metres
 */
double
trh_distance_m (TrhCoordinate a, TrhCoordinate b)
{
  double up = sin (radians (b.latitude_deg - a.latitude_deg) / 2);
  double across = sin (radians (b.longitude_deg - a.longitude_deg) / 2);
  double h = up * up + cos (radians (a.latitude_deg)) * cos (radians (b.latitude_deg)) * across * across;

  return 2 * TRH_EARTH_RADIUS_M * asin (sqrt (CLAMP (h, 0, 1)));
}
