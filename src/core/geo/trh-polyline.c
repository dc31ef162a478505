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
 * Strict: there is one way to write each line.
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
