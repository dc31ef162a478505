/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <shumate/shumate.h>

#include "map/trh-painter.h"

G_BEGIN_DECLS

/* Everything that painters draw, as one picture half as large again as the map. A worker thread
 * makes it; while the map moves it is only copied, while the map zooms it is scaled. */
#define TRH_TYPE_PICTURE_LAYER (trh_picture_layer_get_type ())
G_DECLARE_FINAL_TYPE (TrhPictureLayer, trh_picture_layer, TRH, PICTURE_LAYER, ShumateLayer)

TrhPictureLayer *trh_picture_layer_new         (ShumateViewport *viewport);
void             trh_picture_layer_add_painter (TrhPictureLayer *self, TrhPainter *painter);
void             trh_picture_layer_set_tiles   (TrhPictureLayer *self, gboolean tiles);
gboolean         trh_picture_layer_is_current  (TrhPictureLayer *self);

G_END_DECLS
