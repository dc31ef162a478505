/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/trh-turnout-painter.h"

#include <math.h>

#include "core/model/trh-turnout.h"
#include "map/trh-marker-face.h"

#define LARGEST 40.0 /* pixels: radius where most came; areas are as the numbers */
#define LEAST    5.0 /* pixels: still a disc */
#define ABOVE   30.0 /* pixels: from a village to its number, beyond the marker of a venue in it */

struct _TrhTurnoutPainter
{
  TrhPainter parent_instance;
};

typedef struct {
  TrhPoint point;
  int      ballots;
} Town;

G_DEFINE_FINAL_TYPE (TrhTurnoutPainter, trh_turnout_painter, TRH_TYPE_PAINTER)

/* Large ones first, so that small ones beside them stay visible. */
static int
compare_towns (gconstpointer a, gconstpointer b)
{
  return ((const Town *) b)->ballots - ((const Town *) a)->ballots;
}

static gpointer
freeze (TrhPainter *painter, TrhProject *project)
{
  const TrhPollRecord *poll = trh_turnout_find_poll (project);
  GArray *towns = g_array_new (FALSE, TRUE, sizeof (Town));

  for (guint i = 0; poll != NULL && i < trh_project_count (project, TRH_COMMUNES); i++)
    {
      const TrhCommuneRecord *commune = trh_project_peek_record (project, TRH_COMMUNES, i);
      TrhTurnout turnout;
      Town town;

      if ((commune->latitude_deg == 0 && commune->longitude_deg == 0) ||
          !trh_turnout_get (project, poll->base.id, commune->base.id, &turnout))
        continue;
      town = (Town) { trh_point_from_degrees (commune->latitude_deg, commune->longitude_deg), turnout.ballots };
      g_array_append_val (towns, town);
    }
  g_array_sort (towns, compare_towns);
  return towns;
}

static void
draw_town (TrhCanvas *canvas, const Town *town, int most)
{
  cairo_t *cr = canvas->cr;
  const gboolean light_on_dark = canvas->style.dark && !canvas->style.tiles;
  const double radius = MAX (LARGEST * sqrt ((double) town->ballots / MAX (most, 1)), LEAST);
  GdkRGBA colour, tint;
  double x, y;

  trh_view_place (&canvas->view, town->point, &x, &y);
  trh_map_colour ("#6a56a5", "#b7a6e8", light_on_dark, &colour);
  tint = colour;
  tint.alpha = canvas->style.contrast ? 0 : 0.32f;
  cairo_new_path (cr);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  gdk_cairo_set_source_rgba (cr, &tint);
  cairo_fill_preserve (cr);
  cairo_set_source_rgba (cr, 1, 1, 1, light_on_dark ? 0.25 : 0.8);
  cairo_set_line_width (cr, 4);
  cairo_stroke_preserve (cr);
  gdk_cairo_set_source_rgba (cr, &colour);
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
  trh_canvas_write_number (canvas, x, y - MAX (radius, ABOVE), (guint) town->ballots, &colour);
}

static void
draw (gpointer data, TrhCanvas *canvas)
{
  const GArray *towns = data;

  for (guint i = 0; i < towns->len; i++)
    {
      const Town *town = &g_array_index (towns, Town, i);

      if (trh_view_shows (&canvas->view, town->point, LARGEST + TRH_MAP_DISC))
        draw_town (canvas, town, g_array_index (towns, Town, 0).ballots);
    }
}

static void
free_towns (gpointer towns)
{
  g_array_unref (towns);
}

static void
trh_turnout_painter_class_init (TrhTurnoutPainterClass *klass)
{
  TrhPainterClass *painter_class = TRH_PAINTER_CLASS (klass);

  painter_class->follows = 1u << TRH_POLLS | 1u << TRH_RESULTS | 1u << TRH_COMMUNES;
  painter_class->freeze = freeze;
  painter_class->draw = draw;
  painter_class->free = free_towns;
}

static void
trh_turnout_painter_init (TrhTurnoutPainter *self)
{
}

TrhPainter *
trh_turnout_painter_new (void)
{
  return g_object_new (TRH_TYPE_TURNOUT_PAINTER, NULL);
}
