/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A point on the ground, WGS 84. Both 0 is "not placed": that point is in the Atlantic. */
typedef struct {
  double latitude_deg;
  double longitude_deg;
} TrhCoordinate;

gboolean trh_coordinate_is_valid  (TrhCoordinate self);
gboolean trh_coordinate_is_placed (TrhCoordinate self);

G_END_DECLS
