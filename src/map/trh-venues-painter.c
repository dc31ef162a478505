/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/trh-venues-painter.h"

#include "map/trh-marker-face.h"
#include "map/trh-venue-layer.h"

#define MARK       11.0      /* pixels across */
#define CLOSE_NAME 200000000 /* pixels the world is wide before names are written: about zoom 13 */

struct _TrhVenuesPainter
{
  TrhPainter  parent_instance;

  char       *selected_id;
};

typedef struct {
  TrhPoint  point;
  TrhMarker shape;
  GdkRGBA   light, dark;
  gboolean  selected;
  gpointer  record; /* (owned): for its name */
} Mark;

G_DEFINE_FINAL_TYPE (TrhVenuesPainter, trh_venues_painter, TRH_TYPE_PAINTER)

static void
mark_clear (gpointer data)
{
  trh_record_unref (((Mark *) data)->record);
}

static gpointer
freeze (TrhPainter *painter, TrhProject *project)
{
  TrhVenuesPainter *self = TRH_VENUES_PAINTER (painter);
  GArray *marks = g_array_new (FALSE, TRUE, sizeof (Mark));
  guint n = trh_project_count (project, TRH_VENUES);

  g_array_set_clear_func (marks, mark_clear);
  for (guint i = 0; n > TRH_MAX_MARKERS && i < n; i++)
    {
      const TrhVenueRecord *venue = trh_project_peek_record (project, TRH_VENUES, i);
      const TrhCommuneRecord *commune = trh_project_find_record (project, TRH_COMMUNES, venue->commune_id);
      const TrhValleyRecord *valley =
        commune != NULL ? trh_project_find_record (project, TRH_VALLEYS, commune->valley_id) : NULL;
      Mark mark = { trh_point_from_degrees (venue->latitude_deg, venue->longitude_deg),
                    valley != NULL ? valley->marker : TRH_MARKER_DISC };

      if (venue->latitude_deg == 0 && venue->longitude_deg == 0)
        continue;
      trh_valley_get_colour (valley, FALSE, &mark.light);
      trh_valley_get_colour (valley, TRUE, &mark.dark);
      mark.selected = g_str_equal (venue->base.id, self->selected_id);
      mark.record = trh_record_ref (venue);
      g_array_append_val (marks, mark);
    }

  return marks;
}

static void
draw_mark (TrhCanvas *canvas, const Mark *mark, double x, double y)
{
  cairo_t *cr = canvas->cr;
  double size = mark->selected ? 1.6 * MARK : MARK;

  trh_marker_trace (mark->shape, cr, x, y, size);
  gdk_cairo_set_source_rgba (cr, canvas->style.dark ? &mark->dark : &mark->light);
  cairo_fill_preserve (cr);
  cairo_set_source_rgba (cr, 1, 1, 1, 0.9);
  cairo_set_line_width (cr, mark->selected ? 3 : 1);
  cairo_stroke (cr);
}

static void
draw (gpointer data, TrhCanvas *canvas)
{
  GArray *marks = data;
  TrhNameStyle style = { 11, FALSE, FALSE };

  trh_map_colour ("#2e2d33", "#e8e6ee", canvas->style.dark && !canvas->style.tiles, &style.ink);
  trh_map_colour ("#ffffffe0", "#1d1d20c0", canvas->style.dark && !canvas->style.tiles, &style.halo);
  for (guint i = 0; i < marks->len; i++)
    {
      const Mark *mark = &g_array_index (marks, Mark, i);
      double x, y;

      if (!trh_view_shows (&canvas->view, mark->point, MARK))
        continue;
      trh_view_place (&canvas->view, mark->point, &x, &y);
      draw_mark (canvas, mark, x, y);
      if (mark->selected || canvas->view.scale > CLOSE_NAME)
        trh_map_names_add (canvas->names, ((TrhVenueRecord *) mark->record)->name, x, y, MARK, mark->selected ? 0 : 9,
                           &style);
    }
}

static void
free_marks (gpointer data)
{
  g_array_unref (data);
}

static void
trh_venues_painter_finalize (GObject *object)
{
  g_free (TRH_VENUES_PAINTER (object)->selected_id);

  G_OBJECT_CLASS (trh_venues_painter_parent_class)->finalize (object);
}

static void
trh_venues_painter_class_init (TrhVenuesPainterClass *klass)
{
  TrhPainterClass *painter_class = TRH_PAINTER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = trh_venues_painter_finalize;
  painter_class->follows = 1u << TRH_VENUES | 1u << TRH_COMMUNES | 1u << TRH_VALLEYS;
  painter_class->freeze = freeze;
  painter_class->draw = draw;
  painter_class->free = free_marks;
}

static void
trh_venues_painter_init (TrhVenuesPainter *self)
{
  self->selected_id = g_strdup ("");
}

TrhPainter *
trh_venues_painter_new (void)
{
  return g_object_new (TRH_TYPE_VENUES_PAINTER, NULL);
}

void
trh_venues_painter_set_selected (TrhVenuesPainter *self, const char *id)
{
  if (g_str_equal (self->selected_id, id))
    return;
  trh_record_set_text (&self->selected_id, id);
  if (trh_painter_get_project (TRH_PAINTER (self)) != NULL &&
      trh_project_count (trh_painter_get_project (TRH_PAINTER (self)), TRH_VENUES) > TRH_MAX_MARKERS)
    trh_painter_changed (TRH_PAINTER (self));
}
