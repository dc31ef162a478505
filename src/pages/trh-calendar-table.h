/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/workspace/trh-workspace.h"

G_BEGIN_DECLS

/* The twin of the timeline: one row for each stay and each encounter, sorted by any column.
 *
 * Signals: "row-selected" (id), "row-activated" (id), "row-edit" (id, widget): a form is wanted
 * beside that widget, "row-menu" (id, widget, x, y). */
#define TRH_TYPE_CALENDAR_TABLE (trh_calendar_table_get_type ())
G_DECLARE_FINAL_TYPE (TrhCalendarTable, trh_calendar_table, TRH, CALENDAR_TABLE, AdwBin)

void        trh_calendar_table_fill     (TrhCalendarTable *self, TrhWorkspace *workspace);
void        trh_calendar_table_update   (TrhCalendarTable *self, const char *id);
void        trh_calendar_table_update_alerts (TrhCalendarTable *self);
void        trh_calendar_table_select   (TrhCalendarTable *self, const char *id);
void        trh_calendar_table_edit     (TrhCalendarTable *self);
GListModel *trh_calendar_table_get_rows (TrhCalendarTable *self);

G_END_DECLS
