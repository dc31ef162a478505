/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/workspace/trh-workspace.h"

G_BEGIN_DECLS

typedef enum {
  TRH_COLUMN_WHO,
  TRH_COLUMN_WHAT,
  TRH_COLUMN_WHERE,
  TRH_COLUMN_FROM,
  TRH_COLUMN_TO,
  TRH_COLUMN_STATE,
  TRH_COLUMN_ALERTS,
  TRH_N_COLUMNS,
} TrhCalendarColumn;

/* One stay or encounter as the table of the calendar shows it: words and what they are sorted by,
 * made once and not for each comparison. */
#define TRH_TYPE_CALENDAR_ROW (trh_calendar_row_get_type ())
G_DECLARE_FINAL_TYPE (TrhCalendarRow, trh_calendar_row, TRH, CALENDAR_ROW, GObject)

TrhCalendarRow *trh_calendar_row_new     (TrhWorkspace *workspace, TrhEntity *entity);
void            trh_calendar_row_update  (TrhCalendarRow *self, TrhWorkspace *workspace);
TrhEntity      *trh_calendar_row_get_entity (TrhCalendarRow *self);
const char     *trh_calendar_row_get_id  (TrhCalendarRow *self);
const char     *trh_calendar_row_get_text (TrhCalendarRow *self, TrhCalendarColumn column);
gboolean        trh_calendar_row_is_strong (TrhCalendarRow *self);
guint           trh_calendar_row_get_n_alerts (TrhCalendarRow *self);
int             trh_calendar_row_compare (TrhCalendarRow *self, TrhCalendarRow *other, TrhCalendarColumn column);

G_END_DECLS
