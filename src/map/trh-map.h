/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/exchange/trh-territory.h"
#include "core/schedule/trh-alerts.h"

G_BEGIN_DECLS

/* The territory of a project on a map that can be read, clicked and driven by keys alone.
 * It never writes into the project: it tells what the person wants.
 *
 * Properties: "project"; "tile-address", with {z}, {x} and {y}, or "" for no map images;
 * "tile-credit", who made them, or "" for the contributors of OpenStreetMap; "selected-id";
 * "placing" (read-only, notifies): the next click or Enter says where a venue is.
 *
 * Signals: "chosen" (id): a venue or a commune was clicked, "" for the ground;
 * "opened" (id): its form is wanted;
 * "placed" (id, latitude, longitude): where a venue shall be, "" for a new one;
 * "menu" (id, latitude, longitude, x, y): a menu is wanted at a point of the widget. */
#define TRH_TYPE_MAP (trh_map_get_type ())
G_DECLARE_FINAL_TYPE (TrhMap, trh_map, TRH, MAP, GtkWidget)

GtkWidget *trh_map_new            (void);
void       trh_map_set_project    (TrhMap       *self,
                                   TrhProject   *project);
void       trh_map_set_territory  (TrhMap       *self,
                                   TrhTerritory *territory);
void       trh_map_set_alerts     (TrhMap       *self,
                                   TrhAlerts    *alerts);
void       trh_map_set_tile_address (TrhMap     *self,
                                   const char   *address);
void       trh_map_set_tile_credit (TrhMap      *self,
                                   const char   *credit);
void       trh_map_select         (TrhMap       *self,
                                   const char   *id);
void       trh_map_show_routes    (TrhMap       *self,
                                   gboolean      show,
                                   const char   *artist_id);
void       trh_map_show_turnout   (TrhMap       *self,
                                   gboolean      show);
void       trh_map_show_all       (TrhMap       *self);
void       trh_map_centre_on      (TrhMap       *self,
                                   double        latitude_deg,
                                   double        longitude_deg,
                                   gboolean      closer);
void       trh_map_reveal         (TrhMap       *self,
                                   double        latitude_deg,
                                   double        longitude_deg);
void       trh_map_begin_placing  (TrhMap       *self,
                                   const char   *id);
void       trh_map_end_placing    (TrhMap       *self);
gboolean   trh_map_is_placing     (TrhMap       *self);
gboolean   trh_map_is_drawn       (TrhMap       *self);

G_END_DECLS
