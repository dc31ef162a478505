/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/trh-entity.h"

G_BEGIN_DECLS

typedef enum {
  TRH_MARKER_DISC,
  TRH_MARKER_HEXAGON,
  TRH_MARKER_SQUARE,
  TRH_MARKER_DIAMOND,
} TrhMarker;

/* A named group of communes */
typedef struct {
  TrhRecord base;
  char  *name;
  int    marker;                /* TrhMarker: its shape on the map */
  char  *colour;                /* "#1f6fb2", or "" for the one of the marker */
  char  *notes;
} TrhValleyRecord;

extern const TrhSchema trh_valley_schema;
#define TRH_TYPE_VALLEY (trh_valley_get_type ())
G_DECLARE_FINAL_TYPE (TrhValley, trh_valley, TRH, VALLEY, TrhEntity)

G_END_DECLS
