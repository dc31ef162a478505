/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <gtk/gtk.h>

#include "map/trh-tile-image.h"
#include "map/trh-tile-picture.h"

#define PNG(width, height) "\211PNG\r\n\032\n\0\0\0\rIHDR\0\0" width "\0\0" height "\b\2\0\0\0crcc"
#define PNG_END            "\0\0\0\0IEND\256B`\202"
#define JPEG(height, width) "\377\330\377\340\0\004ab\377\300\0\021\b" height width "\3"
#define JPEG_END           "\377\331"

#define CASE(text, code) { text, sizeof text - 1, code }
static const struct { const char *bytes; gsize size; int code; } cases[] = {
  CASE (PNG ("\1\0", "\1\0") PNG_END,                 -1),
  CASE (PNG ("\4\0", "\4\0") "data" PNG_END,          -1),
  CASE (PNG ("\4\1", "\1\0") PNG_END,                 TRH_TILE_ERROR_NOT_AN_IMAGE),
  CASE (PNG ("\0\0", "\1\0") PNG_END,                 TRH_TILE_ERROR_NOT_AN_IMAGE),
  CASE (PNG ("\1\0", "\1\0") "da",                    TRH_TILE_ERROR_CUT),
  CASE (PNG ("\1\0", "\1\0") PNG_END "\n",            TRH_TILE_ERROR_CUT),
  CASE (PNG ("\1\0", "\1\0"),                         TRH_TILE_ERROR_CUT),
  CASE (JPEG ("\1\0", "\1\0") JPEG_END,               -1),
  CASE (JPEG ("\1\0", "\1\0") "data",                 TRH_TILE_ERROR_CUT),
  CASE (JPEG ("\7\0", "\1\0") JPEG_END,               TRH_TILE_ERROR_NOT_AN_IMAGE),
  CASE ("\377\330\377\340\0\004ab\377\331",           TRH_TILE_ERROR_NOT_AN_IMAGE), /* no size anywhere */
  CASE ("\377\330\377\340\0\0ab\377\300\377\331",     TRH_TILE_ERROR_NOT_AN_IMAGE), /* a segment of no length */
  CASE ("<!doctype html><title>Log in</title>",       TRH_TILE_ERROR_NOT_AN_IMAGE),
  CASE ("\211PNG",                                    TRH_TILE_ERROR_NOT_AN_IMAGE),
  CASE ("",                                           TRH_TILE_ERROR_NOT_AN_IMAGE),
};

static void
test_check (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GBytes) bytes = g_bytes_new (cases[i].bytes, cases[i].size);
      g_autoptr(GError) error = NULL;

      g_test_message ("case %u", i);
      g_assert_true (trh_tile_image_check (bytes, &error) == (cases[i].code < 0));
      if (cases[i].code < 0)
        g_assert_no_error (error);
      else
        g_assert_error (error, TRH_TILE_ERROR, cases[i].code);
    }
}

/* One pixel, (32, 128, 64). */
static const char pixel[] = "\211PNG\015\012\032\012\000\000\000\015IHDR\000\000\000\001\000\000\000\001\010\002\000\000\000\220wS\336"
                            "\000\000\000\014IDATx\332cPhp\000\000\001\244\000\341\223.t-\000\000\000\000IEND\256B`\202";

static void
test_decode (void)
{
  g_autoptr(GBytes) whole = g_bytes_new_static (pixel, sizeof pixel - 1);
  g_autoptr(GBytes) bare = g_bytes_new_static (cases[0].bytes, cases[0].size);
  g_autoptr(GError) error = NULL;
  g_autoptr(GdkTexture) texture = trh_tile_image_decode (whole, &error);
  guint32 argb = 0;

  g_assert_no_error (error);
  g_assert_cmpint (gdk_texture_get_width (texture), ==, 1);
  g_assert_cmpint (gdk_texture_get_height (texture), ==, 1);
  gdk_texture_download (texture, (guchar *) &argb, sizeof argb);
  g_assert_cmphex (argb, ==, 0xff208040);

  /* begins and ends as an image does, without a pixel */
  g_assert_true (trh_tile_image_check (bare, NULL));
  g_assert_null (trh_tile_image_decode (bare, &error));
  g_assert_error (error, TRH_TILE_ERROR, TRH_TILE_ERROR_NOT_AN_IMAGE);
}

/* Without a graphics card: the same colours, in the size of the image and twice as large. */
static void
test_picture (void)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (pixel, sizeof pixel - 1);
  g_autoptr(GdkTexture) texture = trh_tile_image_decode (bytes, NULL);
  g_autoptr(GdkPaintable) picture = trh_tile_picture_new (texture);

  if (!gtk_init_check ())
    {
      g_test_skip ("no display");
      return;
    }
  g_assert_cmpint (gdk_paintable_get_intrinsic_width (picture), ==, 1);
  g_assert_cmpint (gdk_paintable_get_intrinsic_height (picture), ==, 1);
  for (int side = 1; side <= 2; side++)
    {
      g_autoptr(GtkSnapshot) snapshot = gtk_snapshot_new ();
      g_autoptr(GskRenderNode) node = NULL;
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 2, 2);
      cairo_t *cr = cairo_create (surface);
      const guint32 *argb;

      gdk_paintable_snapshot (picture, snapshot, side, side);
      node = gtk_snapshot_to_node (snapshot);
      gsk_render_node_draw (node, cr);
      cairo_surface_flush (surface);
      argb = (const guint32 *) (gconstpointer) cairo_image_surface_get_data (surface);
      g_assert_cmphex (argb[0], ==, 0xff208040);
      g_assert_cmphex (argb[cairo_image_surface_get_stride (surface) / 4 + 1], ==, side == 2 ? 0xff208040 : 0);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/map/tile-image/check", test_check);
  g_test_add_func ("/map/tile-image/decode", test_decode);
  g_test_add_func ("/map/tile-image/picture", test_picture);

  return g_test_run ();
}
