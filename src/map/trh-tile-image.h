/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk/gdk.h>

G_BEGIN_DECLS

/**
 * TrhTileError:
 * @TRH_TILE_ERROR_NOT_AN_IMAGE: neither PNG nor JPEG, or not the size of a tile
 * @TRH_TILE_ERROR_CUT: the image has no end
 */
typedef enum {
  TRH_TILE_ERROR_NOT_AN_IMAGE,
  TRH_TILE_ERROR_CUT,
} TrhTileError;
#define TRH_TILE_ERROR (trh_tile_error_quark ())
GQuark trh_tile_error_quark (void);

gboolean    trh_tile_image_check  (GBytes *bytes, GError **error);
GdkTexture *trh_tile_image_decode (GBytes *bytes, GError **error);

G_END_DECLS
