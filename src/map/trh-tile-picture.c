/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/trh-tile-picture.h"

#include <gtk/gtk.h>

struct _TrhTilePicture
{
  GObject parent_instance;

  cairo_surface_t *surface;
  int              width, height; /* pixels */
};

static void trh_tile_picture_paintable_init (GdkPaintableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TrhTilePicture, trh_tile_picture, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (GDK_TYPE_PAINTABLE, trh_tile_picture_paintable_init))

static void
trh_tile_picture_snapshot (GdkPaintable *paintable, GdkSnapshot *snapshot, double width, double height)
{
  TrhTilePicture *self = TRH_TILE_PICTURE (paintable);
  cairo_t *cr = gtk_snapshot_append_cairo (GTK_SNAPSHOT (snapshot), &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));

  cairo_scale (cr, width / self->width, height / self->height);
  cairo_set_source_surface (cr, self->surface, 0, 0);
  if (width == self->width && height == self->height)
    cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST); /* a copy, not a resampling */
  else
    cairo_pattern_set_extend (cairo_get_source (cr), CAIRO_EXTEND_PAD); /* no seams between scaled tiles */
  cairo_paint (cr);
  cairo_destroy (cr);
}

static GdkPaintableFlags
trh_tile_picture_get_flags (GdkPaintable *paintable)
{
  return GDK_PAINTABLE_STATIC_SIZE | GDK_PAINTABLE_STATIC_CONTENTS;
}

static int
trh_tile_picture_get_intrinsic_width (GdkPaintable *paintable)
{
  return TRH_TILE_PICTURE (paintable)->width;
}

static int
trh_tile_picture_get_intrinsic_height (GdkPaintable *paintable)
{
  return TRH_TILE_PICTURE (paintable)->height;
}

static void
trh_tile_picture_paintable_init (GdkPaintableInterface *iface)
{
  iface->snapshot = trh_tile_picture_snapshot;
  iface->get_flags = trh_tile_picture_get_flags;
  iface->get_intrinsic_width = trh_tile_picture_get_intrinsic_width;
  iface->get_intrinsic_height = trh_tile_picture_get_intrinsic_height;
}

static void
trh_tile_picture_finalize (GObject *object)
{
  cairo_surface_destroy (TRH_TILE_PICTURE (object)->surface);

  G_OBJECT_CLASS (trh_tile_picture_parent_class)->finalize (object);
}

static void
trh_tile_picture_class_init (TrhTilePictureClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = trh_tile_picture_finalize;
}

static void
trh_tile_picture_init (TrhTilePicture *self)
{
}

/**
 * trh_tile_picture_new:
 * @texture: an image; where it is transparent it becomes black, as map images are opaque
 *
 * May run in any thread.
 *
 * Returns: (transfer full): its pixels in the format that cairo copies without a look at each
 */
GdkPaintable *
trh_tile_picture_new (GdkTexture *texture)
{
  TrhTilePicture *self = g_object_new (TRH_TYPE_TILE_PICTURE, NULL);

  self->width = gdk_texture_get_width (texture);
  self->height = gdk_texture_get_height (texture);
  self->surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, self->width, self->height);
  gdk_texture_download (texture, cairo_image_surface_get_data (self->surface),
                        (gsize) cairo_image_surface_get_stride (self->surface));
  cairo_surface_mark_dirty (self->surface);

  return GDK_PAINTABLE (self);
}
