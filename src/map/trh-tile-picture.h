/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk/gdk.h>

G_BEGIN_DECLS

/* A map image for GSK's cairo renderer, where no graphics card draws: GTK 4.8 copies and reorders the pixels of a
 * texture for each frame, this one is drawn as it is. For the other renderers a texture is better: it stays on
 * the card. */
#define TRH_TYPE_TILE_PICTURE (trh_tile_picture_get_type ())
G_DECLARE_FINAL_TYPE (TrhTilePicture, trh_tile_picture, TRH, TILE_PICTURE, GObject)

GdkPaintable *trh_tile_picture_new (GdkTexture *texture);

G_END_DECLS
