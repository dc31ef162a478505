/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/trh-picture-layer.h"

#include <adwaita.h>
#include <math.h>

#define MARGIN 0.25 /* of the map's size, on each side */
#define CELL 128 /* pixels: the side of what is looked at, and left out, as a whole */
#define USUAL_DPI 96.0 /* of text that nobody has made larger */

/* A made picture and what it shows. */
typedef struct {
  cairo_surface_t *surface;
  cairo_region_t  *drawn; /* where it is not wholly transparent, in cells */
  TrhView          view;
} Picture;

struct _TrhPictureLayer
{
  ShumateLayer  parent_instance;

  GPtrArray    *painters;
  Picture      *picture; /* (nullable) */
  gboolean      tiles;
  gboolean      dirty;   /* the painters show something else than the picture */
  GCancellable *making;  /* (nullable): a worker is at it */
};

/* All that a worker needs; it knows nothing of us. */
typedef struct {
  GPtrArray   *frozen; /* TrhFrozen, the lowest first */
  TrhView      view;
  TrhMapStyle  style;
  int          side, above; /* pixels around what is on the screen */
  int          device_scale;
} Work;

G_DEFINE_FINAL_TYPE (TrhPictureLayer, trh_picture_layer, SHUMATE_TYPE_LAYER)

static void
picture_free (Picture *picture)
{
  cairo_surface_destroy (picture->surface);
  cairo_region_destroy (picture->drawn);
  g_free (picture);
}

static void
work_free (gpointer data)
{
  Work *work = data;

  g_ptr_array_unref (work->frozen);
  g_free (work);
}

static gboolean
is_empty (const guint8 *pixels, int stride, const cairo_rectangle_int_t *cell)
{
  for (int y = cell->y; y < cell->y + cell->height; y++)
    {
      const guint32 *row = (const guint32 *) (gconstpointer) (pixels + (gsize) y * (gsize) stride);

      for (int x = cell->x; x < cell->x + cell->width; x++)
        if (row[x] != 0)
          return FALSE;
    }
  return TRUE;
}

/* On map images most of a picture is empty, and GSK's cairo renderer pays for each pixel of a node, seen or not. */
static cairo_region_t *
find_drawn (cairo_surface_t *surface, int device_scale)
{
  const int side = CELL * device_scale;
  const int width = cairo_image_surface_get_width (surface), height = cairo_image_surface_get_height (surface);
  cairo_region_t *drawn = cairo_region_create ();

  for (int y = 0; y < height; y += side)
    for (int x = 0; x < width; x += side)
      {
        const cairo_rectangle_int_t cell = { x, y, MIN (side, width - x), MIN (side, height - y) };

        if (!is_empty (cairo_image_surface_get_data (surface), cairo_image_surface_get_stride (surface), &cell))
          cairo_region_union_rectangle (drawn, &(cairo_rectangle_int_t) {
            x / device_scale, y / device_scale, cell.width / device_scale, cell.height / device_scale });
      }
  return drawn;
}

static void
draw_picture (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  Picture *picture = g_new0 (Picture, 1);
  TrhCanvas canvas = { NULL, work->view, work->style, NULL };

  picture->view = work->view;
  picture->surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, work->view.width * work->device_scale,
                                                 work->view.height * work->device_scale);
  cairo_surface_set_device_scale (picture->surface, work->device_scale, work->device_scale);
  canvas.cr = cairo_create (picture->surface);
  canvas.names = trh_map_names_new (canvas.cr, work->style.family, work->style.text_scale, work->view.width, work->view.height);
  trh_map_names_set_frame (canvas.names, work->side, work->above, work->view.width - 2 * work->side,
                           work->view.height - 2 * work->above);
  for (guint i = 0; i < work->frozen->len && !g_cancellable_is_cancelled (cancellable); i++)
    trh_frozen_draw (work->frozen->pdata[i], &canvas);
  trh_map_names_write (canvas.names);
  trh_map_names_free (canvas.names);
  cairo_destroy (canvas.cr);
  cairo_surface_flush (picture->surface);
  picture->drawn = find_drawn (picture->surface, work->device_scale);
  g_task_return_pointer (task, picture, (GDestroyNotify) picture_free);
}

static void
picture_drawn (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GWeakRef *ref = user_data;
  g_autoptr(TrhPictureLayer) self = g_weak_ref_get (ref);
  Picture *picture = g_task_propagate_pointer (G_TASK (result), NULL);

  g_weak_ref_clear (ref);
  g_free (ref);
  if (self == NULL)
    {
      g_clear_pointer (&picture, picture_free);
      return;
    }

  g_clear_object (&self->making);
  if (picture != NULL)
    {
      g_clear_pointer (&self->picture, picture_free);
      self->picture = picture;
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
get_style (TrhPictureLayer *self, TrhMapStyle *style)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  const PangoFontDescription *font = pango_context_get_font_description (context);

  style->dark = adw_style_manager_get_dark (manager);
  style->contrast = adw_style_manager_get_high_contrast (manager);
  style->tiles = self->tiles;
  style->text_scale = pango_cairo_context_get_resolution (context) / USUAL_DPI;
  g_strlcpy (style->family, pango_font_description_get_family (font), sizeof style->family);
}

/* Sends a worker to make the picture around what the map shows now. */
static void
make_picture (TrhPictureLayer *self, const TrhView *shown)
{
  g_autoptr(GTask) task = NULL;
  Work *work = g_new0 (Work, 1);
  GWeakRef *ref = g_new0 (GWeakRef, 1);
  int side = (int) (shown->width * MARGIN), above = (int) (shown->height * MARGIN);

  work->view = *shown;
  work->view.x -= side / shown->scale;
  work->view.y -= above / shown->scale;
  work->view.width += 2 * side;
  work->view.height += 2 * above;
  work->side = side;
  work->above = above;
  work->device_scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  work->frozen = g_ptr_array_new_with_free_func ((GDestroyNotify) trh_frozen_unref);
  get_style (self, &work->style);
  for (guint i = 0; i < self->painters->len; i++)
    {
      TrhFrozen *frozen = trh_painter_freeze (self->painters->pdata[i]);

      if (frozen != NULL)
        g_ptr_array_add (work->frozen, frozen);
    }

  self->dirty = FALSE;
  self->making = g_cancellable_new ();
  g_weak_ref_init (ref, self);
  task = g_task_new (NULL, self->making, picture_drawn, ref);
  g_task_set_source_tag (task, make_picture);
  g_task_set_task_data (task, work, work_free);
  g_task_run_in_thread (task, draw_picture);
}

/* Whether a new picture is needed to show this well: soon, before the margin is used up. */
static gboolean
is_stale (TrhPictureLayer *self, const TrhView *shown)
{
  const Picture *picture = self->picture;
  double x, y;

  if (self->dirty || picture == NULL || picture->view.scale != shown->scale)
    return TRUE;

  x = (shown->x - picture->view.x) * shown->scale;
  y = (shown->y - picture->view.y) * shown->scale;

  return fabs (x + shown->width / 2.0 - picture->view.width / 2.0) > shown->width * MARGIN / 2 ||
         fabs (y + shown->height / 2.0 - picture->view.height / 2.0) > shown->height * MARGIN / 2 ||
         picture->view.width != shown->width + 2 * (int) (shown->width * MARGIN) ||
         picture->view.height != shown->height + 2 * (int) (shown->height * MARGIN);
}

/* Whole pixels: a copy, not a resampling; and of what there is. */
static void
copy_picture (const Picture *picture, GtkSnapshot *snapshot, const TrhView *shown, int x, int y)
{
  cairo_region_t *seen = cairo_region_copy (picture->drawn);

  cairo_region_translate (seen, x, y);
  cairo_region_intersect_rectangle (seen, &(cairo_rectangle_int_t) { 0, 0, shown->width, shown->height });
  for (int i = 0; i < cairo_region_num_rectangles (seen); i++)
    {
      cairo_rectangle_int_t part;
      cairo_t *cr;

      cairo_region_get_rectangle (seen, i, &part);
      cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT ((float) part.x, (float) part.y, (float) part.width,
                                                                     (float) part.height));
      cairo_set_source_surface (cr, picture->surface, x, y);
      cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
      cairo_paint (cr);
      cairo_destroy (cr);
    }
  cairo_region_destroy (seen);
}

static void
scale_picture (const Picture *picture, GtkSnapshot *snapshot, const TrhView *shown, double x, double y, double zoom)
{
  cairo_t *cr =
    gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) shown->width, (float) shown->height));

  cairo_translate (cr, x, y);
  cairo_scale (cr, zoom, zoom);
  cairo_set_source_surface (cr, picture->surface, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_FAST);
  cairo_paint (cr);
  cairo_destroy (cr);
}

static void
trh_picture_layer_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TrhPictureLayer *self = TRH_PICTURE_LAYER (widget);
  TrhView shown = trh_view_of_viewport (shumate_layer_get_viewport (SHUMATE_LAYER (self)),
                                        gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  double x, y, zoom;

  if (shown.width <= 0 || shown.height <= 0)
    return;
  if (self->making == NULL && is_stale (self, &shown))
    make_picture (self, &shown);
  if (self->picture == NULL)
    return;

  zoom = shown.scale / self->picture->view.scale;
  x = (self->picture->view.x - shown.x) * shown.scale;
  y = (self->picture->view.y - shown.y) * shown.scale;
  if (zoom == 1)
    copy_picture (self->picture, snapshot, &shown, (int) round (x), (int) round (y));
  else
    scale_picture (self->picture, snapshot, &shown, x, y, zoom);
}

static void
on_painter_changed (TrhPictureLayer *self)
{
  self->dirty = TRUE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
trh_picture_layer_constructed (GObject *object)
{
  G_OBJECT_CLASS (trh_picture_layer_parent_class)->constructed (object);

  g_signal_connect_object (shumate_layer_get_viewport (SHUMATE_LAYER (object)), "notify",
                           G_CALLBACK (gtk_widget_queue_draw), object, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (on_painter_changed), object,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::high-contrast", G_CALLBACK (on_painter_changed),
                           object, G_CONNECT_SWAPPED);
}

static void
trh_picture_layer_dispose (GObject *object)
{
  TrhPictureLayer *self = TRH_PICTURE_LAYER (object);

  if (self->making != NULL)
    g_cancellable_cancel (self->making);
  g_clear_object (&self->making);
  g_ptr_array_set_size (self->painters, 0);

  G_OBJECT_CLASS (trh_picture_layer_parent_class)->dispose (object);
}

static void
trh_picture_layer_finalize (GObject *object)
{
  TrhPictureLayer *self = TRH_PICTURE_LAYER (object);

  g_clear_pointer (&self->picture, picture_free);
  g_ptr_array_unref (self->painters);

  G_OBJECT_CLASS (trh_picture_layer_parent_class)->finalize (object);
}

static void
trh_picture_layer_class_init (TrhPictureLayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = trh_picture_layer_constructed;
  object_class->dispose = trh_picture_layer_dispose;
  object_class->finalize = trh_picture_layer_finalize;
  GTK_WIDGET_CLASS (klass)->snapshot = trh_picture_layer_snapshot;

  /* the list beside the map says the same in words */
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
trh_picture_layer_init (TrhPictureLayer *self)
{
  self->painters = g_ptr_array_new_with_free_func (g_object_unref);
}

TrhPictureLayer *
trh_picture_layer_new (ShumateViewport *viewport)
{
  return g_object_new (TRH_TYPE_PICTURE_LAYER, "viewport", viewport, NULL);
}

/* Draws what @painter shows over what the earlier ones do. */
void
trh_picture_layer_add_painter (TrhPictureLayer *self, TrhPainter *painter)
{
  g_ptr_array_add (self->painters, g_object_ref (painter));
  g_signal_connect_object (painter, "changed", G_CALLBACK (on_painter_changed), self, G_CONNECT_SWAPPED);
  on_painter_changed (self);
}

/* Whether the picture lies on map images. */
void
trh_picture_layer_set_tiles (TrhPictureLayer *self, gboolean tiles)
{
  if (self->tiles == tiles)
    return;
  self->tiles = tiles;
  on_painter_changed (self);
}

/* Whether the picture on the screen is the one to be: for tests and benchmarks. */
gboolean
trh_picture_layer_is_current (TrhPictureLayer *self)
{
  return self->making == NULL && !self->dirty && self->picture != NULL;
}
