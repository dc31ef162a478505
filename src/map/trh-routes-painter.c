/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/trh-routes-painter.h"

#include <math.h>

#include "map/trh-marker-face.h"

#define WIDTH  4.0  /* pixels of a line that stands out */
#define THIN   2.2  /* pixels of the others */
#define CASING 2.0  /* pixels of white on each side */
#define HEAD   13.0 /* pixels: length of an arrow's head */
#define BEND   0.14 /* of the length: so that there and back are two lines */
#define GAP    18.0 /* pixels left around a venue */

struct _TrhRoutesPainter
{
  TrhPainter  parent_instance;

  char       *artist_id; /* "" for all alike */
};

/* From one stay to the next. */
typedef struct {
  TrhPoint from, to;
  guint    step;       /* 1 is the artist's first movement */
  gboolean emphasised;
  gboolean faded;
  gboolean open;       /* one of both stays is not agreed on yet */
} Leg;

typedef struct {
  GArray *legs; /* Leg, the emphasised ones last */
} Routes;

G_DEFINE_FINAL_TYPE (TrhRoutesPainter, trh_routes_painter, TRH_TYPE_PAINTER)

static int
compare_stays (gconstpointer a, gconstpointer b)
{
  const TrhStayRecord *one = *(const TrhStayRecord *const *) a, *other = *(const TrhStayRecord *const *) b;
  int order = g_strcmp0 (one->artist_id, other->artist_id);

  if (order == 0)
    order = one->first_day - other->first_day;
  if (order == 0)
    order = one->last_day - other->last_day;

  return order != 0 ? order : g_strcmp0 (one->base.id, other->base.id);
}

static gboolean
is_open (const TrhStayRecord *stay)
{
  return stay->state == TRH_PLAN_DRAFT || stay->state == TRH_PLAN_PROPOSED;
}

/* All stays that are somewhere, artist by artist, in the order of their days. */
static GPtrArray *
list_stays (TrhProject *project)
{
  GPtrArray *stays = g_ptr_array_new ();

  for (guint i = 0; i < trh_project_count (project, TRH_STAYS); i++)
    {
      const TrhStayRecord *stay = trh_project_peek_record (project, TRH_STAYS, i);
      const TrhVenueRecord *venue = trh_project_find_record (project, TRH_VENUES, stay->venue_id);

      if (!stay->unplaced && stay->first_day != 0 && venue != NULL &&
          (venue->latitude_deg != 0 || venue->longitude_deg != 0))
        g_ptr_array_add (stays, (gpointer) stay);
    }
  g_ptr_array_sort (stays, compare_stays);

  return stays;
}

static int
compare_legs (gconstpointer a, gconstpointer b)
{
  return ((const Leg *) a)->emphasised - ((const Leg *) b)->emphasised;
}

static gpointer
freeze (TrhPainter *painter, TrhProject *project)
{
  TrhRoutesPainter *self = TRH_ROUTES_PAINTER (painter);
  g_autoptr(GPtrArray) stays = list_stays (project);
  Routes *routes = g_new0 (Routes, 1);
  guint step = 0;

  routes->legs = g_array_new (FALSE, TRUE, sizeof (Leg));
  for (guint i = 1; i < stays->len; i++)
    {
      const TrhStayRecord *before = stays->pdata[i - 1], *stay = stays->pdata[i];
      const TrhVenueRecord *from = trh_project_find_record (project, TRH_VENUES, before->venue_id);
      const TrhVenueRecord *to = trh_project_find_record (project, TRH_VENUES, stay->venue_id);
      gboolean same_artist = g_str_equal (before->artist_id, stay->artist_id);
      gboolean chosen = g_str_equal (stay->artist_id, self->artist_id);
      Leg leg;

      step = same_artist ? step : 0;
      if (!same_artist || from == to)
        continue;
      leg.from = trh_point_from_degrees (from->latitude_deg, from->longitude_deg);
      leg.to = trh_point_from_degrees (to->latitude_deg, to->longitude_deg);
      leg.step = ++step;
      leg.emphasised = chosen;
      leg.faded = *self->artist_id != '\0' && !chosen;
      leg.open = is_open (before) || is_open (stay);
      g_array_append_val (routes->legs, leg);
    }
  g_array_sort (routes->legs, compare_legs);

  return routes;
}

static void
free_routes (gpointer data)
{
  Routes *routes = data;

  g_array_unref (routes->legs);
  g_free (routes);
}

/* The line from beside one venue to beside the other, bent to the right of the way. */
typedef struct {
  double x0, y0, cx, cy, x1, y1;
} Curve;

static gboolean
make_curve (const TrhView *view, const Leg *leg, Curve *curve)
{
  double dx, dy, length, ex, ey;

  trh_view_place (view, leg->from, &curve->x0, &curve->y0);
  trh_view_place (view, leg->to, &curve->x1, &curve->y1);
  dx = curve->x1 - curve->x0;
  dy = curve->y1 - curve->y0;
  length = hypot (dx, dy);
  if (length < 2 * GAP + HEAD)
    return FALSE;

  curve->cx = (curve->x0 + curve->x1) / 2 - dy * BEND;
  curve->cy = (curve->y0 + curve->y1) / 2 + dx * BEND;
  ex = curve->cx - curve->x0;
  ey = curve->cy - curve->y0;
  curve->x0 += ex / hypot (ex, ey) * GAP;
  curve->y0 += ey / hypot (ex, ey) * GAP;
  ex = curve->cx - curve->x1;
  ey = curve->cy - curve->y1;
  curve->x1 += ex / hypot (ex, ey) * GAP;
  curve->y1 += ey / hypot (ex, ey) * GAP;

  return TRUE;
}

/* The line ends in the middle of the head, so that the casing does not show in it. */
static void
trace_line (cairo_t *cr, const Curve *curve)
{
  double angle = atan2 (curve->y1 - curve->cy, curve->x1 - curve->cx);
  double x1 = curve->x1 - HEAD / 2 * cos (angle), y1 = curve->y1 - HEAD / 2 * sin (angle);

  cairo_move_to (cr, curve->x0, curve->y0);
  cairo_curve_to (cr, (curve->x0 + 2 * curve->cx) / 3, (curve->y0 + 2 * curve->cy) / 3,
                  (x1 + 2 * curve->cx) / 3, (y1 + 2 * curve->cy) / 3, x1, y1);
}

static void
trace_head (cairo_t *cr, const Curve *curve)
{
  double angle = atan2 (curve->y1 - curve->cy, curve->x1 - curve->cx);

  cairo_move_to (cr, curve->x1, curve->y1);
  cairo_line_to (cr, curve->x1 - HEAD * cos (angle - 0.5), curve->y1 - HEAD * sin (angle - 0.5));
  cairo_line_to (cr, curve->x1 - HEAD * cos (angle + 0.5), curve->y1 - HEAD * sin (angle + 0.5));
  cairo_close_path (cr);
}

static void
draw_leg (TrhCanvas *canvas, const Leg *leg)
{
  const double dashes[] = { 9, 6 };
  cairo_t *cr = canvas->cr;
  double width = leg->emphasised ? WIDTH : THIN;
  GdkRGBA colour, casing;
  Curve curve;

  if (!make_curve (&canvas->view, leg, &curve))
    return;
  trh_map_colour ("#1546c0", "#8fb4ff", canvas->style.dark && !canvas->style.tiles, &colour);
  colour.alpha = leg->faded ? 0.28f : leg->emphasised ? 1 : 0.8f;

  if (!leg->faded)
    {
      trace_line (cr, &curve);
      cairo_set_line_width (cr, width + 2 * CASING);
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
      trh_map_colour ("rgba(255,255,255,0.9)", "rgba(20,20,24,0.7)", canvas->style.dark && !canvas->style.tiles, &casing);
      gdk_cairo_set_source_rgba (cr, &casing);
      cairo_stroke (cr);
      trace_head (cr, &curve);
      cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
      cairo_set_line_width (cr, 2 * CASING);
      cairo_stroke (cr);
    }
  trace_line (cr, &curve);
  gdk_cairo_set_source_rgba (cr, &colour);
  cairo_set_line_width (cr, width);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_dash (cr, dashes, leg->open ? 2 : 0, 0);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  trace_head (cr, &curve);
  cairo_fill (cr);
  if (leg->emphasised)
    trh_canvas_write_number (canvas, (curve.x0 + 2 * curve.cx + curve.x1) / 4, (curve.y0 + 2 * curve.cy + curve.y1) / 4,
                             leg->step, &colour); /* which movement it is, in the middle of the line */
}

static void
draw (gpointer data, TrhCanvas *canvas)
{
  Routes *routes = data;

  for (guint i = 0; i < routes->legs->len; i++)
    {
      const Leg *leg = &g_array_index (routes->legs, Leg, i);

      if (trh_view_shows (&canvas->view, leg->from, 200) || trh_view_shows (&canvas->view, leg->to, 200))
        draw_leg (canvas, leg);
    }
}

static void
trh_routes_painter_finalize (GObject *object)
{
  g_free (TRH_ROUTES_PAINTER (object)->artist_id);

  G_OBJECT_CLASS (trh_routes_painter_parent_class)->finalize (object);
}

static void
trh_routes_painter_class_init (TrhRoutesPainterClass *klass)
{
  TrhPainterClass *painter_class = TRH_PAINTER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = trh_routes_painter_finalize;
  painter_class->follows = 1u << TRH_STAYS | 1u << TRH_VENUES | 1u << TRH_ARTISTS;
  painter_class->freeze = freeze;
  painter_class->draw = draw;
  painter_class->free = free_routes;
}

static void
trh_routes_painter_init (TrhRoutesPainter *self)
{
  self->artist_id = g_strdup ("");
}

TrhPainter *
trh_routes_painter_new (void)
{
  return g_object_new (TRH_TYPE_ROUTES_PAINTER, NULL);
}

/* Brings out the itinerary of one artist, numbers its movements and fades the others. */
void
trh_routes_painter_set_artist (TrhRoutesPainter *self, const char *id)
{
  if (g_str_equal (self->artist_id, id))
    return;
  trh_record_set_text (&self->artist_id, id);
  trh_painter_changed (TRH_PAINTER (self));
}
