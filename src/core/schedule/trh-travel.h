/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/trh-artist.h"
#include "core/model/trh-leg.h"

G_BEGIN_DECLS

/* Where the figures of a travel come from, the best first. */
typedef enum {
  TRH_TRAVEL_SOURCE_SAME_PLACE, /* nothing to travel */
  TRH_TRAVEL_SOURCE_TYPED,      /* by a person, with a reason */
  TRH_TRAVEL_SOURCE_ROUTER,
  TRH_TRAVEL_SOURCE_IMPORTED,
  TRH_TRAVEL_SOURCE_ESTIMATE,   /* ours: always say so */
} TrhTravelSource;

/* What it takes to go from one place to another on some day. */
typedef struct {
  int             distance_m;
  int             duration_s;
  int             climb_m;
  int             descent_m;
  TrhTravelSource source;
  gboolean        closed; /* no passage on that day; the figures are those of an open day */
  const char     *leg_id; /* (nullable): the closure, or the leg the figures come from */
  const char     *reason; /* (nullable): what its author wrote. Both lent until the next edit */
} TrhTravel;

/* The usual walking speed, km/h: DIN 33466. */
#define TRH_WALKING_KMH 4.0

TrhLegMode  trh_travel_get_leg_mode (TrhTravelMode travel_mode);
int         trh_travel_estimate_s   (TrhLegMode mode, int distance_m, int climb_m, int descent_m, guint passes,
                                     double walking_kmh);
const char *trh_travel_say_source   (TrhTravelSource source);

G_END_DECLS
