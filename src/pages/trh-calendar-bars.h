/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk/gdk.h>

#include "core/workspace/trh-workspace.h"
#include "widgets/trh-timeline-lanes.h"

G_BEGIN_DECLS

/* The season as a timeline draws it: plain lanes and bars. */

typedef enum {
  TRH_LANES_ARTISTS,
  TRH_LANES_COMMUNES,
} TrhLanesBy;

/* An encounter without a clock time stands in the evening until it has one. */
#define TRH_UNKNOWN_START (18 * 60)

void       trh_calendar_get_days    (TrhWorkspace *workspace, int *first_day, int *last_day);
gboolean   trh_calendar_shows       (TrhWorkspace *workspace, TrhLanesBy by, gconstpointer record);
GPtrArray *trh_calendar_make_lanes  (TrhWorkspace *workspace, TrhLanesBy by);
TrhLane   *trh_calendar_make_lane   (TrhWorkspace *workspace, TrhLanesBy by, const char *id);
GPtrArray *trh_calendar_make_bars   (TrhWorkspace *workspace, TrhLanesBy by, gconstpointer record);
void       trh_calendar_get_alerts  (TrhWorkspace *workspace, const char *id, guint *n_alerts, gboolean *strong);
gboolean   trh_calendar_is_placed   (gconstpointer record);
const char *trh_calendar_name_artist (TrhProject *project, const char *id);
const char *trh_calendar_get_commune_id (TrhProject *project, const char *venue_id);

G_END_DECLS
