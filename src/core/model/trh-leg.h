/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/trh-entity.h"

G_BEGIN_DECLS

typedef enum {
  TRH_LEG_CAR,
  TRH_LEG_BICYCLE,
  TRH_LEG_FOOT,
} TrhLegMode;

typedef enum {
  TRH_LEG_SOURCE_TYPED,
  TRH_LEG_SOURCE_ROUTER,
  TRH_LEG_SOURCE_IMPORTED,
} TrhLegSource;

/* What is known of the road between two places: typed, from a router, or closed */
typedef struct {
  TrhRecord base;
  char  *from_id;
  char  *to_id;
  bool   both_ways;
  int    mode;                  /* TrhLegMode */
  int    source;                /* TrhLegSource */
  int    distance_m;
  int    duration_s;
  int    climb_m;
  int    descent_m;
  bool   closed;                /* no passage in these days */
  int    first_day;             /* or none: always */
  int    last_day;
  char  *reason;                /* why a person typed it */
  char  *provider;              /* of the road */
  int    obtained_day;
  char  *geometry;              /* encoded polyline (precision 5) */
} TrhLegRecord;

extern const TrhSchema trh_leg_schema;
#define TRH_TYPE_LEG (trh_leg_get_type ())
G_DECLARE_FINAL_TYPE (TrhLeg, trh_leg, TRH, LEG, TrhEntity)

G_END_DECLS
