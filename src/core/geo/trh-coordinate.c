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

/* Reads one angle at *@text and moves past it and the space after it. */
static gboolean
read_angle (const char **text, double *angle)
{
  char *end;

  *angle = g_ascii_strtod (*text, &end);
  if (end == *text)
    return FALSE;
  if (g_str_has_prefix (end, "°"))
    end += strlen ("°");
  while (g_ascii_isspace (*end))
    end++;
  *text = end;

  return TRUE;
}

/**
 * trh_coordinate_parse:
 * @text: latitude then longitude in decimal degrees, as people paste them: "44.428, 5.715",
 *   "44.428 5.715", "44.428;5.715", "44.428°, 5.715°"
 * @coordinate: (out): the point
 *
 * Returns: whether @text is such a pair, valid, and nothing else
 */
gboolean
trh_coordinate_parse (const char *text, TrhCoordinate *coordinate)
{
  TrhCoordinate read;

  if (!read_angle (&text, &read.latitude_deg))
    return FALSE;
  if (*text == ',' || *text == ';')
    text++;
  if (!read_angle (&text, &read.longitude_deg) || *text != '\0' || !trh_coordinate_is_valid (read))
    return FALSE;
  *coordinate = read;

  return TRUE;
}
