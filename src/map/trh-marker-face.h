/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <gdk/gdk.h>

#include "core/model/trh-project.h"

G_BEGIN_DECLS

#define TRH_MARKER_SIZE   32 /* pixels across the disc or hexagon */
#define TRH_MARKER_ROOM 44 /* pixels of the button around it */

typedef enum {
  TRH_BADGE_NONE,
  TRH_BADGE_WEAK,
  TRH_BADGE_STRONG,
} TrhBadge;

/* How a venue looks on the map: the shape and colour of its valley, the pictogram of its kind. */
typedef struct {
  TrhMarker    shape;
  GdkRGBA      colour;
  TrhVenueKind kind;
  TrhBadge     badge;
  gboolean     selected;
  gboolean     ghost; /* being placed: not there yet */
} TrhMarkerFace;

void     trh_marker_face_draw  (const TrhMarkerFace *face, cairo_t *cr, double x, double y);
gboolean trh_marker_face_equal (const TrhMarkerFace *a, const TrhMarkerFace *b);
void     trh_marker_trace      (TrhMarker shape, cairo_t *cr, double x, double y, double diameter);

void     trh_venue_kind_draw   (TrhVenueKind kind, cairo_t *cr, double x, double y);
void     trh_valley_get_colour (const TrhValleyRecord *valley, gboolean dark, GdkRGBA *colour);

/* What the map is painted with; see the table of the visual identity. */
void     trh_map_colour        (const char *light, const char *dark, gboolean is_dark, GdkRGBA *colour);

G_END_DECLS
