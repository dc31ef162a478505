/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a timeline shows, as plain data: lanes one under the other, bars in them. All times are
 * wall-clock minutes since 1970-01-01 00:00, so that a day is always 1440 of them. */
#define TRH_DAY_MIN 1440

/* A stay's departure and the next arrival of one day do not touch: the road lies between. */
#define TRH_STAY_ARRIVAL_MIN   (14 * 60)
#define TRH_STAY_DEPARTURE_MIN (10 * 60)

typedef enum {
  TRH_BAR_STAY,      /* whole days: arrives at @start_min's day, leaves on @end_min's */
  TRH_BAR_ENCOUNTER, /* from @start_min to @end_min */
} TrhBarKind;

typedef enum {
  TRH_BAR_DRAFT,
  TRH_BAR_PROPOSED,
  TRH_BAR_APPROVED,
  TRH_BAR_RESERVATIONS,
  TRH_BAR_REFUSED,
  TRH_BAR_HELD,
  TRH_BAR_CANCELLED,
  TRH_BAR_N_STATES,
} TrhBarState;

typedef struct {
  char       *id;
  char       *lane_id;
  char       *label;
  TrhBarKind  kind;
  int         start_min;
  int         end_min;          /* a stay's: midnight at the beginning of its last day */
  TrhBarState state;
  int         marker;           /* shape of the valley: 0 disc, 1 hexagon, 2 square, 3 diamond; -1 none */
  guint32     colour;           /* of the valley, 0xrrggbb */
  guint       n_alerts;
  gboolean    strong;           /* whether one of them is */
  gboolean    locked;
  char       *road;             /* (nullable): duration to the next stay of the lane, in words; none without a road */

  /*< private >*/
  guint       row;
  guint       stamp;            /* of the layout that last saw it */
  gpointer    widget;           /* (nullable): its face while it is in sight */
} TrhBar;

typedef enum {
  TRH_SHADE_ABSENT, /* hatched */
  TRH_SHADE_CLOSED, /* dotted */
} TrhShadeKind;

typedef struct {
  int          first_day;
  int          last_day; /* included */
  TrhShadeKind kind;
} TrhShade;

typedef struct {
  char      *id;
  char      *title;
  char      *subtitle;
  char      *name;    /* its whole name for assistive tools */
  GArray    *shades;  /* TrhShade, in order */

  /*< private >*/
  GPtrArray *bars;    /* (owned): TrhBar, by the beginning of what is drawn */
  guint      index;
  guint      n_stay_rows;
  guint      n_encounter_rows;
  int        longest_min;
  double     y;
  double     height;
  gboolean   dirty;
  guint      stamp;
  gpointer   widget;  /* (nullable) */
} TrhLane;

TrhBar  *trh_bar_new   (const char *id, const char *lane_id, TrhBarKind kind, int start_min, int end_min);
void     trh_bar_free  (TrhBar *bar);
void     trh_bar_get_span (const TrhBar *bar, int *from_min, int *to_min);

TrhLane *trh_lane_new  (const char *id, const char *title, const char *subtitle, const char *name);
void     trh_lane_free (TrhLane *lane);
void     trh_lane_add_shade (TrhLane *lane, int first_day, int last_day, TrhShadeKind kind);

/* Heights in pixels */
#define TRH_LANE_PADDING 6
#define TRH_ROW_GAP      3
#define TRH_STAY_HEIGHT  30
#define TRH_ENCOUNTER_HEIGHT 22
#define TRH_LANE_HEIGHT  46 /* at least: room for a title and a subtitle */

typedef struct _TrhLanes TrhLanes;

TrhLanes *trh_lanes_new          (void);
void      trh_lanes_free         (TrhLanes *self);
void      trh_lanes_set          (TrhLanes *self, GPtrArray *lanes);
void      trh_lanes_replace      (TrhLanes *self, const char *id, GPtrArray *bars, GPtrArray *dropped_widgets);
guint     trh_lanes_get_n_lanes  (TrhLanes *self);
guint     trh_lanes_get_n_bars   (TrhLanes *self);
TrhLane  *trh_lanes_get_lane     (TrhLanes *self, guint index);
TrhLane  *trh_lanes_find_lane    (TrhLanes *self, const char *id);
GPtrArray *trh_lanes_peek_bars   (TrhLanes *self, const char *id);
TrhBar   *trh_lanes_find_bar     (TrhLanes *self, const char *id, const char *lane_id);
void      trh_lanes_lay_out      (TrhLanes *self);
double    trh_lanes_get_height   (TrhLanes *self);
guint     trh_lanes_find_at      (TrhLanes *self, double y);
TrhBar   *trh_lanes_find_neighbour (TrhLanes *self, const TrhBar *bar, int columns, int rows);
TrhBar   *trh_lanes_find_near    (TrhLanes *self, guint lane, int minute);
guint     trh_lane_find_first    (const TrhLane *lane, int from_min);
TrhBar   *trh_lane_find_next_stay (const TrhLane *lane, guint index);
double    trh_lane_get_bar_y     (const TrhLane *lane, const TrhBar *bar);
int       trh_bar_get_height     (const TrhBar *bar);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrhLanes, trh_lanes_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrhBar, trh_bar_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrhLane, trh_lane_free)

G_END_DECLS
