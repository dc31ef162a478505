/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/trh-marker-face.h"

#include <math.h>

#define HALO      2.0  /* pixels of white around a marker, so that it stands out from any map */
#define PICTOGRAM 16.0 /* pixels: side of the square in which pictograms are drawn */
#define RING      3.0  /* pixels: what shows that a marker is chosen */

/* Strokes in a square of 16: M is a move, L a line, C a curve of three points, Z closes. */
static const char *const pictograms[] = {
  [TRH_VENUE_HALL]      = "M2 8 L8 3 L14 8 M4 7 L4 13 L12 13 L12 7",
  [TRH_VENUE_TOWN_HALL] = "M5 14 L5 2 L12.5 4.8 L5 7.6",
  [TRH_VENUE_SCHOOL]    = "M3 13 L4 9.5 L11 2.5 L13.5 5 L6.5 12 Z",
  [TRH_VENUE_LIBRARY]   = "M8 4 C6 2.5 4 2.5 2 3 L2 12 C4 11.5 6 11.5 8 13 C10 11.5 12 11.5 14 12 L14 3 "
                          "C12 2.5 10 2.5 8 4 L8 13",
  [TRH_VENUE_CHAPEL]    = "M4 14 L4 9 C4 4.5 12 4.5 12 9 L12 14 Z M8 5.5 L8 1.5 M6.4 3 L9.6 3",
  [TRH_VENUE_FARM]      = "M2 14 L2 7 L5 3 L11 3 L14 7 L14 14 Z M6 14 L6 9.5 L10 9.5 L10 14",
  [TRH_VENUE_OUTDOORS]  = "M8 14.5 L8 10.5 M8 2 L3 10.5 L13 10.5 Z",
  [TRH_VENUE_LODGING]   = "M2 4 L2 13 M2 10.5 L14 10.5 L14 13 M14 10.5 L14 8 L6 7 L6 10.5",
  [TRH_VENUE_WORKSHOP]  = "M13.5 2.5 L8.5 8 C5 8 5.5 11.5 2.5 13 C6 14 9.5 13 8.5 8",
  [TRH_VENUE_GALLERY]   = "M2.5 3 L13.5 3 L13.5 13 L2.5 13 Z M4.5 11 L7 7 L9 9.8 L10 8.6 L11.5 11",
  [TRH_VENUE_OTHER]     = "M5.5 8 C5.5 4.7 10.5 4.7 10.5 8 C10.5 11.3 5.5 11.3 5.5 8 Z",
};

/* One of two colours as CSS writes them, for the light or the dark style. */
void
trh_map_colour (const char *light, const char *dark, gboolean is_dark, GdkRGBA *colour)
{
  gdk_rgba_parse (colour, is_dark ? dark : light);
}

/**
 * trh_valley_get_colour:
 * @valley: (nullable): a valley; none is grey
 * @dark: whether it is for the dark style
 * @colour: (out): its colour
 *
 * A colour that a person chose is lightened for the dark style.
 */
void
trh_valley_get_colour (const TrhValleyRecord *valley, gboolean dark, GdkRGBA *colour)
{
  static const struct { const char *light, *dark; } colours[] = {
    [TRH_MARKER_DISC]    = { "#1f6fb2", "#78b9f0" },
    [TRH_MARKER_HEXAGON] = { "#b5500b", "#f0a35e" },
    [TRH_MARKER_SQUARE]  = { "#6a56a5", "#b7a6e8" },
    [TRH_MARKER_DIAMOND] = { "#128f86", "#6fd8cf" },
  };

  if (valley == NULL)
    trh_map_colour ("#6b6975", "#a7a4b3", dark, colour);
  else if (*valley->colour == '\0' || !gdk_rgba_parse (colour, valley->colour))
    trh_map_colour (colours[valley->marker].light, colours[valley->marker].dark, dark, colour);
  else if (dark)
    {
      colour->red = colour->red * 0.6f + 0.4f;
      colour->green = colour->green * 0.6f + 0.4f;
      colour->blue = colour->blue * 0.6f + 0.4f;
    }
}

static void
trace_polygon (cairo_t *cr, double x, double y, double radius, int corners, double first_angle)
{
  for (int i = 0; i < corners; i++)
    {
      double angle = first_angle + i * 2 * G_PI / corners;

      cairo_line_to (cr, x + radius * cos (angle), y + radius * sin (angle));
    }
  cairo_close_path (cr);
}

/* Makes the path of a shape around (@x, @y); all shapes look equally large. */
void
trh_marker_trace (TrhMarker shape, cairo_t *cr, double x, double y, double diameter)
{
  double radius = diameter / 2;

  cairo_new_sub_path (cr);
  switch (shape)
    {
    case TRH_MARKER_HEXAGON:
      trace_polygon (cr, x, y, radius * 1.08, 6, 0);
      break;
    case TRH_MARKER_SQUARE:
      trace_polygon (cr, x, y, radius * 1.22, 4, G_PI / 4);
      break;
    case TRH_MARKER_DIAMOND:
      trace_polygon (cr, x, y, radius * 1.18, 4, 0);
      break;
    case TRH_MARKER_DISC:
    default:
      cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
      cairo_close_path (cr);
    }
}

static void
trace_pictogram (const char *strokes, cairo_t *cr)
{
  const char *p = strokes;

  while (*p != '\0')
    {
      char command = *p++;
      int n = command == 'C' ? 6 : command == 'Z' ? 0 : 2;
      double v[6] = { 0 };

      for (int i = 0; i < n; i++)
        v[i] = g_ascii_strtod (p, (char **) &p);
      if (command == 'M')
        cairo_move_to (cr, v[0], v[1]);
      else if (command == 'L')
        cairo_line_to (cr, v[0], v[1]);
      else if (command == 'C')
        cairo_curve_to (cr, v[0], v[1], v[2], v[3], v[4], v[5]);
      else
        cairo_close_path (cr);
      while (*p == ' ')
        p++;
    }
}

/* Draws the pictogram of a kind around (@x, @y), in the colour that is set. */
void
trh_venue_kind_draw (TrhVenueKind kind, cairo_t *cr, double x, double y)
{
  cairo_save (cr);
  cairo_translate (cr, x - PICTOGRAM / 2, y - PICTOGRAM / 2);
  trace_pictogram (pictograms[kind], cr);
  cairo_restore (cr);
  cairo_set_line_width (cr, 1.7);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cr);
}

/* A triangle at the upper left: filled when strong, hollow when weak. */
static void
draw_badge (TrhBadge badge, cairo_t *cr, double x, double y)
{
  const double side = 13;

  cairo_move_to (cr, x, y - side * 0.6);
  cairo_line_to (cr, x + side / 2, y + side * 0.35);
  cairo_line_to (cr, x - side / 2, y + side * 0.35);
  cairo_close_path (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_set_line_width (cr, 4);
  cairo_stroke_preserve (cr);
  if (badge == TRH_BADGE_STRONG)
    cairo_set_source_rgb (cr, 0x9e / 255.0, 0x1b / 255.0, 0);
  cairo_fill_preserve (cr);
  cairo_set_source_rgb (cr, 0x9e / 255.0, 0x1b / 255.0, 0);
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
}

/* Draws the marker around (@x, @y), which is the place of the venue. */
void
trh_marker_face_draw (const TrhMarkerFace *face, cairo_t *cr, double x, double y)
{
  /* dark marks on the light colours of the dark style, white ones otherwise: 3:1 at least */
  double luminance = 0.2126 * face->colour.red + 0.7152 * face->colour.green + 0.0722 * face->colour.blue;
  double mark = luminance > 0.5 ? 0.12 : 1;

  cairo_save (cr);
  if (face->selected)
    {
      trh_marker_trace (face->shape, cr, x, y, TRH_MARKER_SIZE + 2 * RING);
      cairo_set_source_rgb (cr, 0.1, 0.1, 0.12);
      cairo_fill (cr);
    }
  trh_marker_trace (face->shape, cr, x, y, TRH_MARKER_SIZE);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_fill (cr);
  trh_marker_trace (face->shape, cr, x, y, TRH_MARKER_SIZE - 2 * HALO);
  if (face->ghost)
    {
      const double dashes[] = { 4, 3 };

      gdk_cairo_set_source_rgba (cr, &face->colour);
      cairo_set_dash (cr, dashes, 2, 0);
      cairo_set_line_width (cr, 2);
      cairo_stroke (cr);
      cairo_set_dash (cr, NULL, 0, 0);
    }
  else
    {
      gdk_cairo_set_source_rgba (cr, &face->colour);
      cairo_fill (cr);
      cairo_set_source_rgb (cr, mark, mark, mark);
    }

  trh_venue_kind_draw (face->kind, cr, x, y);
  if (face->badge != TRH_BADGE_NONE)
    draw_badge (face->badge, cr, x - TRH_MARKER_SIZE * 0.36, y - TRH_MARKER_SIZE * 0.34);
  cairo_restore (cr);
}

gboolean
trh_marker_face_equal (const TrhMarkerFace *a, const TrhMarkerFace *b)
{
  return a->shape == b->shape && a->kind == b->kind && a->badge == b->badge && a->selected == b->selected &&
         a->ghost == b->ghost && gdk_rgba_equal (&a->colour, &b->colour);
}
