/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "widgets/trh-timeline-lanes.h"

G_BEGIN_DECLS

/* The face of one bar while it is in sight: it draws it, takes the focus and has its name. A
 * button, so that assistive tools can press it. A timeline keeps a few and hands them around. */
#define TRH_TYPE_TIMELINE_BAR (trh_timeline_bar_get_type ())
G_DECLARE_FINAL_TYPE (TrhTimelineBar, trh_timeline_bar, TRH, TIMELINE_BAR, GtkButton)

GtkWidget *trh_timeline_bar_new     (void);
void       trh_timeline_bar_set_bar (TrhTimelineBar *self, TrhBar *bar);
TrhBar    *trh_timeline_bar_get_bar (TrhTimelineBar *self);
void       trh_timeline_bar_set_look (TrhTimelineBar *self, int inset_px, gboolean selected);

/* The name of a lane, at the left of it. */
#define TRH_TYPE_TIMELINE_NAME (trh_timeline_name_get_type ())
G_DECLARE_FINAL_TYPE (TrhTimelineName, trh_timeline_name, TRH, TIMELINE_NAME, GtkWidget)

GtkWidget *trh_timeline_name_new      (void);
void       trh_timeline_name_set_lane (TrhTimelineName *self, TrhLane *lane);
TrhLane   *trh_timeline_name_get_lane (TrhTimelineName *self);

G_END_DECLS
