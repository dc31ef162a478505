/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/geo/trh-coordinate.h"

G_BEGIN_DECLS

/* A rectangle of the globe that does not cross ±180°. Empty while south > north. */
typedef struct {
  double south_deg, west_deg, north_deg, east_deg;
} TrhBox;

#define TRH_BOX_EMPTY ((TrhBox) { 90, 180, -90, -180 })

gboolean      trh_box_is_empty   (TrhBox self);
TrhBox        trh_box_add        (TrhBox self, TrhCoordinate point);
TrhBox        trh_box_grow       (TrhBox self, double margin_m);
gboolean      trh_box_contains   (TrhBox self, TrhCoordinate point);
gboolean      trh_box_intersects (TrhBox self, TrhBox other);
TrhCoordinate trh_box_get_centre (TrhBox self);

G_END_DECLS
