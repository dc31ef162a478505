/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pages/trh-calendar-bars.h"

G_BEGIN_DECLS

/* What a bar was asked to become. Times are minutes as in #TrhBar; lanes are artists or communes. */
typedef struct {
  const char *id;
  const char *from_lane;
  const char *to_lane;
  int         start_min;
  int         end_min;
  gboolean    copy;
} TrhCalendarMove;

/* Nights of a stay that is dropped on the calendar without having had days before */
#define TRH_USUAL_NIGHTS 2

TrhEdit *trh_calendar_edit_move (TrhWorkspace *workspace, TrhLanesBy by, const TrhCalendarMove *move,
                                 char **new_id, GError **error);
TrhEdit *trh_calendar_edit_drop (TrhWorkspace *workspace, TrhLanesBy by, const char *id, const char *lane_id,
                                 int day, char **new_id, GError **error);
const char *trh_calendar_find_venue (TrhWorkspace *workspace, const char *commune_id, TrhBarKind kind,
                                     int first_day, int last_day);

G_END_DECLS
