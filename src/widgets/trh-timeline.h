/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "widgets/trh-timeline-lanes.h"

G_BEGIN_DECLS

typedef enum {
  TRH_SCALE_DAY,
  TRH_SCALE_WEEK,
  TRH_SCALE_SEASON,
} TrhTimelineScale;

/* Lanes of bars over days, drawn only where one looks. It holds no project: its owner gives it
 * plain data and turns what the person does into edits, then gives it the new data.
 *
 * Properties: "scale" (#TrhTimelineScale as an int, notifies), "selected-id" ("" is none).
 *
 * What the owner is asked:
 *  - "update-bar" (#TrhBar): it comes into sight; its alerts may be others by now
 *  - "describe-bar" (id, lane id) → text: its whole name for assistive tools
 *  - "describe-road" (id, lane id) → text: the whole words of the road from this stay to the next
 *  - "describe-move" (id or "", lane id, start, end) → text: what a drag would do; %NULL is dates only
 *
 * What the person did; times are minutes as in #TrhBar:
 *  - "bar-selected" (id), "bar-activated" (id), "bar-deleted" (id), "bar-duplicated" (id)
 *  - "bar-moved" (id, from lane, to lane, start, end, copy)
 *  - "bar-left" (id, x, y): it was dropped outside, at a point of this widget
 *  - "bar-created" (lane id, start, end)
 *  - "bar-menu" (id, lane id, x, y)
 *  - "text-dropped" (text, lane id, start): from another widget
 *  - "view-changed": other days are in sight */
#define TRH_TYPE_TIMELINE (trh_timeline_get_type ())
G_DECLARE_FINAL_TYPE (TrhTimeline, trh_timeline, TRH, TIMELINE, GtkWidget)

GtkWidget       *trh_timeline_new          (void);
void             trh_timeline_set_days     (TrhTimeline *self, int first_day, int last_day,
                                            int season_first_day, int season_last_day);
void             trh_timeline_clear_holidays (TrhTimeline *self);
void             trh_timeline_add_holiday  (TrhTimeline *self, int day, const char *name);
void             trh_timeline_set_lanes    (TrhTimeline *self, GPtrArray *lanes);
void             trh_timeline_replace      (TrhTimeline *self, const char *id, GPtrArray *bars);
void             trh_timeline_update_in_sight (TrhTimeline *self);
void             trh_timeline_set_lane_name (TrhTimeline *self, const char *lane_id, const char *name);
TrhLanes        *trh_timeline_peek_lanes   (TrhTimeline *self);

void             trh_timeline_set_scale    (TrhTimeline *self, TrhTimelineScale scale);
TrhTimelineScale trh_timeline_get_scale    (TrhTimeline *self);
void             trh_timeline_zoom         (TrhTimeline *self, double factor);
void             trh_timeline_turn_page    (TrhTimeline *self, int pages);
void             trh_timeline_turn_month   (TrhTimeline *self, int months);
void             trh_timeline_show_day     (TrhTimeline *self, int day);
void             trh_timeline_get_view     (TrhTimeline *self, int *first_day, int *last_day);
int              trh_timeline_get_middle_day (TrhTimeline *self);

void             trh_timeline_select       (TrhTimeline *self, const char *id);
const char      *trh_timeline_get_selected_id (TrhTimeline *self);
gboolean         trh_timeline_focus_bar    (TrhTimeline *self, const char *id);

G_END_DECLS
