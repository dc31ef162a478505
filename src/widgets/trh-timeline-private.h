/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/trh-timeline-palette.h"
#include "widgets/trh-timeline.h"

G_BEGIN_DECLS

/*< for the files of the timeline and its tests >*/

typedef enum {
  TRH_GRIP_NONE,
  TRH_GRIP_GROUND, /* nothing there: draws a new stay */
  TRH_GRIP_BODY,
  TRH_GRIP_START,
  TRH_GRIP_END,
} TrhGrip;

/* What the hand does, from the press to the release */
typedef struct {
  TrhGrip    grip;
  gboolean   moving;     /* past the threshold: no click any more */
  gboolean   copying;
  char      *id;         /* (nullable) (owned) */
  char      *lane_id;    /* (nullable) (owned): where it began */
  TrhBarKind kind;
  int        start_min;  /* of the bar, as it was */
  int        end_min;
  int        press_min;  /* under the pointer at the press */
  double     x, y;       /* of the pointer */
  char      *to_lane_id; /* (nullable) (owned) */
  int        to_start_min;
  int        to_end_min;
  char      *words;      /* (nullable) (owned): beside the pointer */
  guint      tick;       /* scrolls while the pointer is at an edge */
} TrhTimelineDrag;

struct _TrhTimeline
{
  GtkWidget           parent_instance;

  GtkAdjustment      *adjustments[2]; /* (nullable) (owned): by #GtkOrientation */
  GtkScrollablePolicy policies[2];

  TrhLanes           *lanes;
  GHashTable         *holidays;       /* day → its name */
  int                 first_day;
  int                 last_day;
  int                 season_first_day;
  int                 season_last_day;

  double              day_px;
  int                 width;          /* of the last layout */
  double              names_px;       /* width of the column of lane names */
  gboolean            fitted;         /* @day_px follows the width, until somebody zooms */
  int                 pending_scale;  /* a #TrhTimelineScale to take with the first width, or -1 */
  int                 pending_day;    /* to show then, or 0 */

  GPtrArray          *bars;           /* #TrhTimelineBar children in use */
  GPtrArray          *spare_bars;
  GPtrArray          *names;          /* #TrhTimelineName children in use */
  GPtrArray          *spare_names;
  guint               stamp;          /* grows with every layout */
  gboolean            placing;        /* inside a layout: nothing may ask for another */
  guint               n_missing[2];   /* faces and names that the last layout had no widget for */
  guint               missing_id;
  guint               configure_id;

  char               *cursor_id;      /* what the keyboard stands on; "" is nothing */
  char               *cursor_lane_id;
  char               *selected_id;
  gboolean            reveal_cursor;  /* with the next layout */

  TrhTimelineDrag     drag;
  GtkGesture         *drag_gesture;
  TrhTimelinePalette  palette;
  gboolean            palette_known;
  GHashTable         *texts;          /* text → PangoLayout of the head */
  cairo_pattern_t    *hatches[2];     /* (nullable) (owned): by #TrhShadeKind */
};

#define TRH_TIMELINE_HEAD    48 /* pixels: two lines of dates */
#define TRH_TIMELINE_MIN_DAY 2.0
#define TRH_TIMELINE_MAX_DAY 2400.0

typedef enum {
  TRH_SIGNAL_UPDATE_BAR,
  TRH_SIGNAL_DESCRIBE_BAR,
  TRH_SIGNAL_DESCRIBE_ROAD,
  TRH_SIGNAL_DESCRIBE_MOVE,
  TRH_SIGNAL_BAR_SELECTED,
  TRH_SIGNAL_BAR_ACTIVATED,
  TRH_SIGNAL_BAR_DELETED,
  TRH_SIGNAL_BAR_DUPLICATED,
  TRH_SIGNAL_BAR_MOVED,
  TRH_SIGNAL_BAR_LEFT,
  TRH_SIGNAL_BAR_CREATED,
  TRH_SIGNAL_BAR_MENU,
  TRH_SIGNAL_TEXT_DROPPED,
  TRH_SIGNAL_VIEW_CHANGED,
  TRH_N_SIGNALS,
} TrhTimelineSignal;
extern guint trh_timeline_signals[TRH_N_SIGNALS];

void   trh_timeline_configure   (TrhTimeline *self, int width, int height);
void   trh_timeline_take_width  (TrhTimeline *self, int width, int height);
double trh_timeline_get_x        (TrhTimeline *self, double minute);
double trh_timeline_get_minute   (TrhTimeline *self, double x);
double trh_timeline_get_offset_y (TrhTimeline *self);
TrhLane *trh_timeline_find_lane_at (TrhTimeline *self, double y);
TrhBar *trh_timeline_find_cursor (TrhTimeline *self);
void   trh_timeline_set_cursor   (TrhTimeline *self, const TrhBar *bar);
void   trh_timeline_go_to        (TrhTimeline *self, const TrhBar *bar);
void   trh_timeline_scroll_to    (TrhTimeline *self, GtkOrientation orientation, double value);
void   trh_timeline_set_day_px   (TrhTimeline *self, double day_px, double anchor_x);
int    trh_timeline_get_snap     (TrhTimeline *self, TrhBarKind kind);
char  *trh_timeline_say_span     (TrhBarKind kind, int start_min, int end_min);

const TrhTimelinePalette *trh_timeline_peek_palette (TrhTimeline *self);
void   trh_timeline_draw         (TrhTimeline *self, GtkSnapshot *snapshot);
void   trh_timeline_forget_style (TrhTimeline *self);
void   trh_timeline_place        (TrhTimeline *self, int width, int height);
void   trh_timeline_get_box      (TrhTimeline *self, const TrhLane *lane, guint index, graphene_rect_t *box);
void   trh_timeline_forget_faces (TrhTimeline *self);
void trh_timeline_queue_place (TrhTimeline *self);

void   trh_timeline_add_mouse    (TrhTimeline *self);
void   trh_timeline_press        (TrhTimeline *self, double x, double y);
void   trh_timeline_drag_to      (TrhTimeline *self, double x, double y, GdkModifierType state);
void   trh_timeline_drop         (TrhTimeline *self);
void   trh_timeline_cancel_drag  (TrhTimeline *self);
TrhGrip trh_timeline_hit         (TrhTimeline *self, double x, double y, TrhBar **bar);

void   trh_timeline_class_add_focus (GtkWidgetClass *widget_class);
void   trh_timeline_class_add_keys (GtkWidgetClass *widget_class);

G_END_DECLS
