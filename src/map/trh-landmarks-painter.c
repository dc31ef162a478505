/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/trh-landmarks-painter.h"

#include <math.h>

#include "map/trh-marker-face.h"

#define CLOSE 180000 /* pixels the world is wide before small things show: about zoom 9.5 */
#define SIGN  11.0   /* pixels: across a sign */

struct _TrhLandmarksPainter
{
  TrhPainter    parent_instance;

  TrhTerritory *territory; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (TrhLandmarksPainter, trh_landmarks_painter, TRH_TYPE_PAINTER)

/* The territory never changes: it can be read from any thread. */
static gpointer
freeze (TrhPainter *painter, TrhProject *project)
{
  TrhLandmarksPainter *self = TRH_LANDMARKS_PAINTER (painter);

  return self->territory != NULL ? trh_territory_ref (self->territory) : NULL;
}

static void
draw_sign (TrhCanvas *canvas, int kind, double x, double y, const GdkRGBA *ink)
{
  cairo_t *cr = canvas->cr;

  gdk_cairo_set_source_rgba (cr, ink);
  cairo_set_line_width (cr, 1.6);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  switch (kind)
    {
    case TRH_LANDMARK_PASS: /* as on French maps: two slopes that face each other */
      cairo_new_sub_path (cr);
      cairo_arc (cr, x - SIGN * 0.62, y, SIGN * 0.45, -1, 1);
      cairo_new_sub_path (cr);
      cairo_arc (cr, x + SIGN * 0.62, y, SIGN * 0.45, G_PI - 1, G_PI + 1);
      cairo_stroke (cr);
      break;
    case TRH_LANDMARK_SUMMIT:
      cairo_move_to (cr, x, y - SIGN / 2);
      cairo_line_to (cr, x + SIGN / 2, y + SIGN * 0.4);
      cairo_line_to (cr, x - SIGN / 2, y + SIGN * 0.4);
      cairo_close_path (cr);
      cairo_fill (cr);
      break;
    case TRH_LANDMARK_STATION:
      cairo_rectangle (cr, x - 3.5, y - 3.5, 7, 7);
      cairo_stroke (cr);
      cairo_rectangle (cr, x - 1.5, y - 1.5, 3, 3);
      cairo_fill (cr);
      break;
    case TRH_LANDMARK_TOWN:
      cairo_arc (cr, x, y, 2.5, 0, 2 * G_PI);
      cairo_fill (cr);
      break;
    default: /* a spring, a confluence */
      cairo_arc (cr, x, y, 2.5, 0, 2 * G_PI);
      cairo_stroke (cr);
    }
}

static void
draw_landmark (TrhCanvas *canvas, const TrhLandmarkRecord *landmark)
{
  gboolean land = landmark->kind == TRH_LANDMARK_PASS || landmark->kind == TRH_LANDMARK_SUMMIT;
  TrhPoint point = trh_point_from_degrees (landmark->latitude_deg, landmark->longitude_deg);
  TrhNameStyle style = { 11, FALSE, land };
  g_autofree char *with_altitude = NULL;
  double x, y;

  if (!trh_view_shows (&canvas->view, point, 0) || (!land && canvas->view.scale < CLOSE))
    return;
  trh_view_place (&canvas->view, point, &x, &y);
  if (land)
    trh_map_colour ("#6b4a2b", "#d9b48c", canvas->style.dark, &style.ink);
  else
    trh_map_colour ("#6f6d78", "#a3a1ad", canvas->style.dark, &style.ink);
  trh_map_colour ("rgba(255,255,255,0.75)", "rgba(32,32,36,0.75)", canvas->style.dark, &style.halo);
  draw_sign (canvas, landmark->kind, x, y, &style.ink);
  trh_map_names_keep_free (canvas->names, x, y, SIGN, SIGN);
  if (land && landmark->altitude_m > 0)
    with_altitude = g_strdup_printf ("%s %d m", landmark->name, landmark->altitude_m);
  if (landmark->kind != TRH_LANDMARK_STATION) /* a station bears the name of its village */
    trh_map_names_add (canvas->names, with_altitude != NULL ? with_altitude : landmark->name, x, y, SIGN / 2 + 2,
                       land ? 3 : 6, &style);
}

static void
draw (gpointer data, TrhCanvas *canvas)
{
  GPtrArray *landmarks = data != NULL ? trh_territory_get_landmarks (data) : NULL;

  for (guint i = 0; landmarks != NULL && !canvas->style.tiles && i < landmarks->len; i++)
    draw_landmark (canvas, landmarks->pdata[i]);
}

static void
release (gpointer data)
{
  g_clear_pointer ((TrhTerritory **) &data, trh_territory_unref);
}

static void
trh_landmarks_painter_finalize (GObject *object)
{
  TrhLandmarksPainter *self = TRH_LANDMARKS_PAINTER (object);

  g_clear_pointer (&self->territory, trh_territory_unref);

  G_OBJECT_CLASS (trh_landmarks_painter_parent_class)->finalize (object);
}

static void
trh_landmarks_painter_class_init (TrhLandmarksPainterClass *klass)
{
  TrhPainterClass *painter_class = TRH_PAINTER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = trh_landmarks_painter_finalize;
  painter_class->freeze = freeze;
  painter_class->draw = draw;
  painter_class->free = release;
}

static void
trh_landmarks_painter_init (TrhLandmarksPainter *self)
{
}

TrhPainter *
trh_landmarks_painter_new (void)
{
  return g_object_new (TRH_TYPE_LANDMARKS_PAINTER, NULL);
}

void
trh_landmarks_painter_set_territory (TrhLandmarksPainter *self, TrhTerritory *territory)
{
  g_clear_pointer (&self->territory, trh_territory_unref);
  self->territory = territory != NULL ? trh_territory_ref (territory) : NULL;
  trh_painter_changed (TRH_PAINTER (self));
}
