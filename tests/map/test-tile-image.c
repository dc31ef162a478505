/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "map/trh-tile-image.h"

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

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/map/tile-image/check", test_check);

  return g_test_run ();
}
