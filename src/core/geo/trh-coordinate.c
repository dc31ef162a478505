/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/geo/trh-coordinate.h"

#include <math.h>
#include <string.h>

/**
 * trh_coordinate_is_valid:
 * @self: a point
 *
 * Returns: whether both angles are finite and in range, the poles and ±180° included
 */
gboolean
trh_coordinate_is_valid (TrhCoordinate self)
{
  return isfinite (self.latitude_deg) && isfinite (self.longitude_deg) &&
         fabs (self.latitude_deg) <= 90 && fabs (self.longitude_deg) <= 180;
}

/**
 * trh_coordinate_is_placed:
 * @self: a point
 *
 * Returns: whether @self is valid and somebody has chosen it: not 0, 0
 */
gboolean
trh_coordinate_is_placed (TrhCoordinate self)
{
  return trh_coordinate_is_valid (self) && (self.latitude_deg != 0 || self.longitude_deg != 0);
}
