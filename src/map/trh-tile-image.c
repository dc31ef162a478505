/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/trh-tile-image.h"

#include <glib/gi18n.h>
#include <string.h>

#define MAX_SIDE 1024 /* pixels: four times the usual tile, and no bomb to decode */

G_DEFINE_QUARK (trh-tile-error-quark, trh_tile_error)

static guint
read_16 (const guint8 *at)
{
  return (guint) (at[0] << 8 | at[1]);
}

/* RFC 2083: eight bytes, then the chunk IHDR with both sides in 32 bits; IEND comes last. */
static gboolean
is_png (const guint8 *bytes, gsize size, gboolean *whole)
{
  static const guint8 end[] = { 0, 0, 0, 0, 'I', 'E', 'N', 'D', 0xae, 0x42, 0x60, 0x82 };
  guint width, height;

  if (size < 33 || memcmp (bytes, "\211PNG\r\n\032\n", 8) != 0 || memcmp (bytes + 12, "IHDR", 4) != 0)
    return FALSE;

  width = read_16 (bytes + 16) << 16 | read_16 (bytes + 18);
  height = read_16 (bytes + 20) << 16 | read_16 (bytes + 22);
  *whole = size >= 33 + sizeof end && memcmp (bytes + size - sizeof end, end, sizeof end) == 0;

  return width >= 1 && width <= MAX_SIDE && height >= 1 && height <= MAX_SIDE;
}

/* ITU T.81: segments, one of which (SOF) has both sides; the marker EOI comes last. */
static gboolean
is_jpeg (const guint8 *bytes, gsize size, gboolean *whole)
{
  gsize at = 2;

  if (size < 4 || bytes[0] != 0xff || bytes[1] != 0xd8 || bytes[2] != 0xff)
    return FALSE;

  *whole = bytes[size - 2] == 0xff && bytes[size - 1] == 0xd9;
  while (at + 9 <= size && bytes[at] == 0xff)
    {
      guint8 marker = bytes[at + 1];

      if (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc)
        {
          guint height = read_16 (bytes + at + 5), width = read_16 (bytes + at + 7);

          return width >= 1 && width <= MAX_SIDE && height >= 1 && height <= MAX_SIDE;
        }
      at += 2 + read_16 (bytes + at + 2);
    }

  return FALSE;
}

/**
 * trh_tile_image_check:
 * @bytes: what a tile server sent
 * @error: return location for a #TrhTileError
 *
 * Says whether this is one whole PNG or JPEG image of a sensible size. A network that wants
 * a login answers with a page, and a connection that breaks leaves half an image: neither
 * may be kept for a week.
 *
 * Returns: whether it can be shown and kept
 */
gboolean
trh_tile_image_check (GBytes *bytes, GError **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  gboolean whole = FALSE;

  if (!is_png (data, size, &whole) && !is_jpeg (data, size, &whole))
    g_set_error_literal (error, TRH_TILE_ERROR, TRH_TILE_ERROR_NOT_AN_IMAGE,
                         _("The server sent something that is not a map image"));
  else if (!whole)
    g_set_error_literal (error, TRH_TILE_ERROR, TRH_TILE_ERROR_CUT, _("The server sent half a map image"));
  else
    return TRUE;

  return FALSE;
}

/**
 * trh_tile_image_decode:
 * @bytes: an image that trh_tile_image_check() found sensible
 * @error: return location for a #TrhTileError
 *
 * May run in any thread. The pixels stay in the format of the image: an opaque one is drawn three times as fast by
 * GSK's cairo renderer of GTK 4.8 as the same image with an alpha channel.
 *
 * Returns: (transfer full) (nullable): the image
 */
GdkTexture *
trh_tile_image_decode (GBytes *bytes, GError **error)
{
  GdkTexture *texture = gdk_texture_new_from_bytes (bytes, NULL);

  if (texture == NULL)
    g_set_error_literal (error, TRH_TILE_ERROR, TRH_TILE_ERROR_NOT_AN_IMAGE,
                         _("The server sent something that is not a map image"));

  return texture;
}
