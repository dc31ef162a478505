/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/trh-project.h"

G_BEGIN_DECLS

/* One line of the list beside the map: a valley (a heading), a commune, or a venue below its
 * commune. The same object for as long as the entity is in the list.
 * Signal "changed": what it says may be out of date. */
#define TRH_TYPE_TERRITORY_ROW (trh_territory_row_get_type ())
G_DECLARE_FINAL_TYPE (TrhTerritoryRow, trh_territory_row, TRH, TERRITORY_ROW, GObject)

TrhEntity     *trh_territory_row_get_entity     (TrhTerritoryRow *self);
TrhCollection  trh_territory_row_get_collection (TrhTerritoryRow *self);
const char    *trh_territory_row_get_id         (TrhTerritoryRow *self);
const char    *trh_territory_row_get_turnout    (TrhTerritoryRow *self);

/* The communes of a project by valley and name, each with its venues: a #GListModel of
 * #TrhTerritoryRow that follows the project and a filter. Selections live through edits. */
#define TRH_TYPE_TERRITORY_ROWS (trh_territory_rows_get_type ())
G_DECLARE_FINAL_TYPE (TrhTerritoryRows, trh_territory_rows, TRH, TERRITORY_ROWS, GObject)

TrhTerritoryRows *trh_territory_rows_new         (void);
void              trh_territory_rows_set_project (TrhTerritoryRows *self, TrhProject *project);
void              trh_territory_rows_set_query   (TrhTerritoryRows *self, const char *query);
void              trh_territory_rows_show_turnout (TrhTerritoryRows *self, gboolean show);
guint             trh_territory_rows_find        (TrhTerritoryRows *self, const char *id);

G_END_DECLS
