/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/schedule/trh-alerts.h"
#include "pages/trh-territory-rows.h"

G_BEGIN_DECLS

/* The widget of one #TrhTerritoryRow: a heading, a commune or a venue. */
#define TRH_TYPE_TERRITORY_LINE (trh_territory_line_get_type ())
G_DECLARE_FINAL_TYPE (TrhTerritoryLine, trh_territory_line, TRH, TERRITORY_LINE, GtkBox)

GtkWidget *trh_territory_line_new   (void);
void       trh_territory_line_bind  (TrhTerritoryLine *self, TrhProject *project, TrhAlerts *alerts, TrhTerritoryRow *row);
void       trh_territory_line_unbind (TrhTerritoryLine *self);
const char *trh_territory_line_get_id (TrhTerritoryLine *self);

G_END_DECLS
