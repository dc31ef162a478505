/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/trh-communes-painter.h"

#include "core/base/trh-text.h"
#include "core/geo/trh-cells.h"
#include "core/geo/trh-polyline.h"
#include "map/trh-marker-face.h"
#include "map/trh-venue-layer.h"

#define DOT 9.0 /* pixels: across the mark of a village */

struct _TrhCommunesPainter
{
  TrhPainter    parent_instance;

  TrhTerritory *territory; /* (nullable) */
  char         *selected_id;
};

typedef struct {
  gpointer      record; /* (owned): TrhCommuneRecord, or TrhKnownCommuneRecord when it is not of the season */
  const char   *name;   /* lent by the record */
  TrhCoordinate at;     /* of the village */
  TrhPoint      village;
  GPtrArray    *rings;  /* (nullable): GArray of TrhPoint; a worker makes them */
  TrhMarker     shape;
  GdkRGBA       light, dark;
  gboolean      selected;
  gboolean      member; /* of the season */
  gboolean      busy;   /* has venues: its name matters more */
} Land;

typedef struct {
  GArray   *lands;  /* Land */
  GArray   *venues; /* TrhPoint: of those whose buttons may not hide names */
  gboolean  ringed;
} Lands;

G_DEFINE_FINAL_TYPE (TrhCommunesPainter, trh_communes_painter, TRH_TYPE_PAINTER)

static void
land_clear (gpointer data)
{
  Land *land = data;

  trh_record_unref (land->record);
  g_clear_pointer (&land->rings, g_ptr_array_unref);
}

static void
add_member (TrhCommunesPainter *self, Lands *frozen, TrhProject *project, const TrhCommuneRecord *commune, gboolean busy)
{
  const TrhValleyRecord *valley = trh_project_find_record (project, TRH_VALLEYS, commune->valley_id);
  Land land = { trh_record_ref (commune), commune->name, { commune->latitude_deg, commune->longitude_deg } };

  land.shape = valley != NULL ? valley->marker : TRH_MARKER_DISC;
  trh_valley_get_colour (valley, FALSE, &land.light);
  trh_valley_get_colour (valley, TRUE, &land.dark);
  land.selected = g_str_equal (commune->base.id, self->selected_id);
  land.member = TRUE;
  land.busy = busy;
  g_array_append_val (frozen->lands, land);
}

static void
add_known (Lands *frozen, const TrhKnownCommuneRecord *commune)
{
  Land land = { trh_record_ref (commune), commune->name, { commune->latitude_deg, commune->longitude_deg } };

  trh_valley_get_colour (NULL, FALSE, &land.light);
  trh_valley_get_colour (NULL, TRUE, &land.dark);
  g_array_append_val (frozen->lands, land);
}

/* Also tells which communes have venues. */
static GHashTable *
list_venues (Lands *frozen, TrhProject *project)
{
  GHashTable *busy = g_hash_table_new (trh_text_hash, g_str_equal);
  guint n = trh_project_count (project, TRH_VENUES);

  for (guint i = 0; i < n; i++)
    {
      const TrhVenueRecord *venue = trh_project_peek_record (project, TRH_VENUES, i);
      TrhPoint point = trh_point_from_degrees (venue->latitude_deg, venue->longitude_deg);

      g_hash_table_add (busy, venue->commune_id);
      if (n <= TRH_MAX_MARKERS)
        g_array_append_val (frozen->venues, point);
    }

  return busy;
}

static gpointer
freeze (TrhPainter *painter, TrhProject *project)
{
  TrhCommunesPainter *self = TRH_COMMUNES_PAINTER (painter);
  GPtrArray *known = self->territory != NULL ? trh_territory_get_communes (self->territory) : NULL;
  Lands *frozen = g_new0 (Lands, 1);
  g_autoptr(GHashTable) busy = NULL;

  frozen->lands = g_array_new (FALSE, TRUE, sizeof (Land));
  g_array_set_clear_func (frozen->lands, land_clear);
  frozen->venues = g_array_new (FALSE, FALSE, sizeof (TrhPoint));
  busy = list_venues (frozen, project);
  for (guint i = 0; known != NULL && i < known->len; i++)
    if (trh_project_find (project, TRH_COMMUNES, ((const TrhRecord *) known->pdata[i])->id) == NULL)
      add_known (frozen, known->pdata[i]);
  for (guint i = 0; i < trh_project_count (project, TRH_COMMUNES); i++)
    {
      const TrhCommuneRecord *commune = trh_project_peek_record (project, TRH_COMMUNES, i);

      if (trh_coordinate_is_placed ((TrhCoordinate) { commune->latitude_deg, commune->longitude_deg }))
        add_member (self, frozen, project, commune, g_hash_table_contains (busy, commune->base.id));
    }
  for (guint i = 0; i < frozen->lands->len; i++)
    {
      Land *land = &g_array_index (frozen->lands, Land, i);

      land->village = trh_point_from_degrees (land->at.latitude_deg, land->at.longitude_deg);
    }

  return frozen;
}

static GArray *
project_ring (const GArray *coordinates)
{
  GArray *ring = g_array_sized_new (FALSE, FALSE, sizeof (TrhPoint), coordinates->len);

  for (guint i = 0; i < coordinates->len; i++)
    {
      TrhCoordinate at = g_array_index (coordinates, TrhCoordinate, i);
      TrhPoint point = trh_point_from_degrees (at.latitude_deg, at.longitude_deg);

      g_array_append_val (ring, point);
    }

  return ring;
}

/* The outline that a project keeps; a ring that cannot be read is left out. */
static void
read_outline (Land *land)
{
  const TrhCommuneRecord *commune = land->record;

  for (char **text = commune->outline; *text != NULL; text++)
    {
      g_autoptr(GArray) coordinates = trh_polyline_decode (*text, NULL);

      if (coordinates == NULL || coordinates->len < 3)
        continue;
      if (land->rings == NULL)
        land->rings = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
      g_ptr_array_add (land->rings, project_ring (coordinates));
    }
}

/* Where no outline is known, the ground that is nearer to this village than to any other. */
static void
make_rings (Lands *frozen)
{
  g_autoptr(GArray) villages = g_array_new (FALSE, FALSE, sizeof (TrhCoordinate));
  g_autoptr(GPtrArray) cells = NULL;

  for (guint i = 0; i < frozen->lands->len; i++)
    {
      Land *land = &g_array_index (frozen->lands, Land, i);

      if (land->member)
        read_outline (land);
      g_array_append_val (villages, land->at);
    }
  cells = trh_cells_new ((TrhCoordinate *) (gpointer) villages->data, villages->len, TRH_CELL_RADIUS_M);
  for (guint i = 0; i < frozen->lands->len; i++)
    {
      Land *land = &g_array_index (frozen->lands, Land, i);
      const GArray *cell = cells->pdata[i];

      if (land->rings != NULL || cell == NULL || cell->len < 3)
        continue;
      land->rings = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
      g_ptr_array_add (land->rings, project_ring (cell));
    }
  frozen->ringed = TRUE;
}

static void
trace_rings (TrhCanvas *canvas, const Land *land)
{
  cairo_new_path (canvas->cr);
  for (guint i = 0; i < land->rings->len; i++)
    {
      GArray *ring = land->rings->pdata[i];
      double last_x = -1e9, last_y = -1e9;

      for (guint j = 0; j < ring->len; j++)
        {
          double x, y;

          trh_view_place (&canvas->view, g_array_index (ring, TrhPoint, j), &x, &y);
          if (ABS (x - last_x) < 1 && ABS (y - last_y) < 1)
            continue; /* finer than a pixel */
          cairo_line_to (canvas->cr, x, y);
          last_x = x;
          last_y = y;
        }
      cairo_close_path (canvas->cr);
    }
}

/* On map images a light tint, so that they stay readable; without them, a coloured map. */
static void
draw_land (TrhCanvas *canvas, const Land *land)
{
  cairo_t *cr = canvas->cr;
  GdkRGBA tint = canvas->style.dark && !canvas->style.tiles ? land->dark : land->light;

  if (land->rings == NULL)
    return;
  if (!land->member && canvas->style.tiles)
    return; /* the images show the land; the season is what we add */
  trace_rings (canvas, land);
  tint.alpha = canvas->style.contrast ? 0 : !land->member ? 0.07f : canvas->style.tiles ? 0.13f : 0.24f;
  tint.alpha *= land->selected ? 1.8f : 1;
  gdk_cairo_set_source_rgba (cr, &tint);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_fill_preserve (cr);
  tint.alpha = !land->member ? 0.18f : canvas->style.tiles ? 0.55f : 0.45f;
  if (land->selected) /* as strong as ink: the tint alone is lost on dark ground */
    trh_map_colour ("#26252b", "#f1eff6", canvas->style.dark && !canvas->style.tiles, &tint);
  gdk_cairo_set_source_rgba (cr, &tint);
  cairo_set_line_width (cr, canvas->style.contrast || land->selected ? 2 : 1);
  cairo_stroke (cr);
}

static void
draw_village (TrhCanvas *canvas, const Land *land)
{
  gboolean light_on_dark = canvas->style.dark && !canvas->style.tiles;
  TrhNameStyle style = { land->busy ? 13 : 12, land->busy || land->selected, FALSE };
  double size = land->selected ? DOT + 4 : land->busy ? DOT : DOT - 3, x, y;

  trh_view_place (&canvas->view, land->village, &x, &y);
  trh_marker_trace (land->shape, canvas->cr, x, y, size + 3);
  cairo_set_source_rgba (canvas->cr, 1, 1, 1, light_on_dark ? 0.35 : 0.95);
  cairo_fill (canvas->cr);
  trh_marker_trace (land->shape, canvas->cr, x, y, size);
  gdk_cairo_set_source_rgba (canvas->cr, light_on_dark ? &land->dark : &land->light);
  cairo_fill (canvas->cr);

  trh_map_colour ("#26252b", "#f1eff6", light_on_dark, &style.ink);
  trh_map_colour ("rgba(255,255,255,0.88)", "rgba(32,32,36,0.8)", light_on_dark, &style.halo);
  trh_map_names_keep_free (canvas->names, x, y, size, size);
  trh_map_names_add (canvas->names, land->name, x, y, size / 2 + 1, land->selected ? 0 : land->busy ? 1 : 2, &style);
}

/* A village of the region that is not of the season: only on the map without images. */
static void
draw_known (TrhCanvas *canvas, const Land *land)
{
  TrhNameStyle style = { 11, FALSE, FALSE };
  double x, y;

  trh_view_place (&canvas->view, land->village, &x, &y);
  cairo_arc (canvas->cr, x, y, 2, 0, 2 * G_PI);
  gdk_cairo_set_source_rgba (canvas->cr, canvas->style.dark ? &land->dark : &land->light);
  cairo_fill (canvas->cr);
  trh_map_colour ("#77757f", "#a09da8", canvas->style.dark, &style.ink);
  trh_map_colour ("rgba(255,255,255,0.7)", "rgba(32,32,36,0.7)", canvas->style.dark, &style.halo);
  trh_map_names_add (canvas->names, land->name, x, y, 4, 8, &style);
}

static void
draw (gpointer data, TrhCanvas *canvas)
{
  Lands *frozen = data;

  if (!frozen->ringed)
    make_rings (frozen);
  for (guint i = 0; i < frozen->lands->len; i++)
    draw_land (canvas, &g_array_index (frozen->lands, Land, i));
  for (guint i = 0; i < frozen->venues->len; i++)
    {
      double x, y;

      trh_view_place (&canvas->view, g_array_index (frozen->venues, TrhPoint, i), &x, &y);
      trh_map_names_keep_free (canvas->names, x, y, TRH_MARKER_SIZE, TRH_MARKER_SIZE);
    }
  for (guint i = 0; i < frozen->lands->len; i++)
    {
      const Land *land = &g_array_index (frozen->lands, Land, i);

      if (!trh_view_shows (&canvas->view, land->village, 0))
        continue;
      if (land->member)
        draw_village (canvas, land);
      else if (!canvas->style.tiles)
        draw_known (canvas, land);
    }
}

static void
free_lands (gpointer data)
{
  Lands *frozen = data;

  g_array_unref (frozen->lands);
  g_array_unref (frozen->venues);
  g_free (frozen);
}

static void
trh_communes_painter_finalize (GObject *object)
{
  TrhCommunesPainter *self = TRH_COMMUNES_PAINTER (object);

  g_clear_pointer (&self->territory, trh_territory_unref);
  g_free (self->selected_id);

  G_OBJECT_CLASS (trh_communes_painter_parent_class)->finalize (object);
}

static void
trh_communes_painter_class_init (TrhCommunesPainterClass *klass)
{
  TrhPainterClass *painter_class = TRH_PAINTER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = trh_communes_painter_finalize;
  painter_class->follows = 1u << TRH_COMMUNES | 1u << TRH_VALLEYS | 1u << TRH_VENUES;
  painter_class->freeze = freeze;
  painter_class->draw = draw;
  painter_class->free = free_lands;
}

static void
trh_communes_painter_init (TrhCommunesPainter *self)
{
  self->selected_id = g_strdup ("");
}

TrhPainter *
trh_communes_painter_new (void)
{
  return g_object_new (TRH_TYPE_COMMUNES_PAINTER, NULL);
}

void
trh_communes_painter_set_selected (TrhCommunesPainter *self, const char *id)
{
  if (g_str_equal (self->selected_id, id))
    return;
  trh_record_set_text (&self->selected_id, id);
  trh_painter_changed (TRH_PAINTER (self));
}

/* What is known of the region: the communes that are not of the season. */
void
trh_communes_painter_set_territory (TrhCommunesPainter *self, TrhTerritory *territory)
{
  g_clear_pointer (&self->territory, trh_territory_unref);
  self->territory = territory != NULL ? trh_territory_ref (territory) : NULL;
  trh_painter_changed (TRH_PAINTER (self));
}
