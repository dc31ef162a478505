/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/geo/trh-polyline.h"

#include <glib/gi18n.h>
#include <math.h>

/*
 * Google's "Encoded Polyline Algorithm Format", precision 5: each angle in 1e-5 degrees,
 * as the difference from the point before, its sign moved to the lowest bit, cut into
 * groups of five bits from the lowest, 32 added to all groups but the last, 63 to all.
 */

#define STEPS_PER_DEGREE 1e5
#define MOST_GROUPS 7 /* 35 bits: more than two turns of the globe */

static void
append_number (GString *text, gint64 number)
{
  guint64 bits = number < 0 ? ~((guint64) number << 1) : (guint64) number << 1;

  while (bits >= 0x20)
    {
      g_string_append_c (text, (char) ((0x20 | (bits & 0x1f)) + 63));
      bits >>= 5;
    }
  g_string_append_c (text, (char) (bits + 63));
}

/**
 * trh_polyline_encode:
 * @points: valid points
 * @n_points: how many
 *
 * Returns: (transfer full): the text, "" for no point
 */
char *
trh_polyline_encode (const TrhCoordinate *points, guint n_points)
{
  GString *text = g_string_sized_new (n_points * 6);
  gint64 last_latitude = 0, last_longitude = 0;

  for (guint i = 0; i < n_points; i++)
    {
      gint64 latitude = llround (points[i].latitude_deg * STEPS_PER_DEGREE);
      gint64 longitude = llround (points[i].longitude_deg * STEPS_PER_DEGREE);

      append_number (text, latitude - last_latitude);
      append_number (text, longitude - last_longitude);
      last_latitude = latitude;
      last_longitude = longitude;
    }

  return g_string_free (text, FALSE);
}

/* Reads one number at *@at and moves past it. */
static gboolean
read_number (const char **at, gint64 *number)
{
  guint64 bits = 0;

  for (guint group = 0; group < MOST_GROUPS; group++)
    {
      int value = **at - 63;

      if (value < 0 || value > 0x3f) /* also the end of the text, inside a number */
        return FALSE;
      (*at)++;
      bits |= (guint64) (value & 0x1f) << (5 * group);
      if (value >= 0x20)
        continue;
      *number = (gint64) (bits >> 1);
      if (bits & 1)
        *number = ~*number;
      return value != 0 || group == 0; /* a last group of zero is a second way to write the same */
    }

  return FALSE;
}

/**
 * trh_polyline_decode:
 * @text: an encoded line
 * @error: return location for a #TrhDataError
 *
 * Strict: only what trh_polyline_encode() can write is read, so that both are inverse.
 *
 * Returns: (transfer full) (element-type TrhCoordinate): its points, or %NULL with @error set
 */
GArray *
trh_polyline_decode (const char *text, GError **error)
{
  g_autoptr(GArray) points = g_array_new (FALSE, FALSE, sizeof (TrhCoordinate));
  gint64 latitude = 0, longitude = 0;
  const char *at = text;

  while (*at != '\0')
    {
      const char *start = at;
      gint64 up, across;
      TrhCoordinate point;
      gboolean read = read_number (&at, &up) && read_number (&at, &across);

      if (read)
        {
          latitude += up;
          longitude += across;
          point = (TrhCoordinate) { (double) latitude / STEPS_PER_DEGREE, (double) longitude / STEPS_PER_DEGREE };
        }
      if (!read || !trh_coordinate_is_valid (point))
        {
          /* Translators: a position inside an encoded line of points */
          g_set_error (error, TRH_DATA_ERROR, TRH_DATA_ERROR_INVALID,
                       _("this is not an encoded line: no point can be read at character %u"), (guint) (start - text) + 1);
          return NULL;
        }
      g_array_append_val (points, point);
    }

  return g_steal_pointer (&points);
}
