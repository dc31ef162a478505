/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <shumate/shumate.h>

#include "core/schedule/trh-alerts.h"
#include "map/trh-marker-button.h"

G_BEGIN_DECLS

/* More venues than this are drawn in the picture, not as buttons: each button costs layout. */
#define TRH_MAX_MARKERS 200

/* The venues of a project as buttons that can be dragged, and the one that is being placed.
 * Signals: "chosen" (id), "opened" (id): by Enter or a double click, "dragged" (id, latitude,
 * longitude): let go elsewhere; the button goes back unless the project follows. */
#define TRH_TYPE_VENUE_LAYER (trh_venue_layer_get_type ())
G_DECLARE_FINAL_TYPE (TrhVenueLayer, trh_venue_layer, TRH, VENUE_LAYER, ShumateLayer)

TrhVenueLayer   *trh_venue_layer_new          (ShumateViewport *viewport);
void             trh_venue_layer_set_project  (TrhVenueLayer   *self,
                                               TrhProject      *project);
void             trh_venue_layer_set_selected (TrhVenueLayer   *self,
                                               const char      *id);
void             trh_venue_layer_set_alerts   (TrhVenueLayer   *self,
                                               TrhAlerts       *alerts);
void             trh_venue_layer_refresh      (TrhVenueLayer   *self);
guint            trh_venue_layer_get_n        (TrhVenueLayer   *self);
TrhMarkerButton *trh_venue_layer_peek         (TrhVenueLayer   *self,
                                               guint            index);
gboolean         trh_venue_layer_is_dragging  (TrhVenueLayer   *self);
void             trh_venue_layer_cancel_drag  (TrhVenueLayer   *self);
void             trh_venue_layer_show_ghost   (TrhVenueLayer   *self,
                                               const TrhMarkerFace *face,
                                               TrhPoint         point);
void             trh_venue_layer_hide_ghost   (TrhVenueLayer   *self);

void             trh_venue_get_face           (TrhProject           *project,
                                               const TrhVenueRecord *venue,
                                               TrhMarkerFace        *face);

G_END_DECLS
