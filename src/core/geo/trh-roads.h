/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/geo/trh-coordinate.h"

G_BEGIN_DECLS

/* Metres of road for one metre of great circle. */
#define TRH_DETOUR_VALLEY   1.2  /* from village to village, or to a pass, along a known valley */
#define TRH_DETOUR_STRAIGHT 1.45 /* where nothing better is known; also the benchmarks' figure */

/* Villages and passes and which of them a road probably joins: what is known of the
 * ground before any router was asked. Filled once, then only read. */
typedef struct _TrhRoads TrhRoads;

/* The way from one node to another. */
typedef struct {
  double distance_m;
  double climb_m;   /* sum of the rises between nodes: less than the real one */
  double descent_m;
  guint  passes;    /* crossed on the way */
} TrhWay;

typedef struct {
  char         *id;         /* (nullable): passes have none */
  TrhCoordinate at;
  int           altitude_m; /* 0 when unknown */
  gboolean      is_pass;
} TrhRoadNode;

TrhRoads          *trh_roads_new         (void);
TrhRoads          *trh_roads_ref         (TrhRoads *self);
void               trh_roads_unref       (TrhRoads *self);
guint              trh_roads_add_village (TrhRoads *self, const char *id, TrhCoordinate at, int altitude_m);
guint              trh_roads_add_pass    (TrhRoads *self, TrhCoordinate at, int altitude_m);
void               trh_roads_link        (TrhRoads *self, guint a, guint b, double detour);

guint              trh_roads_count       (TrhRoads *self);
const TrhRoadNode *trh_roads_peek_node   (TrhRoads *self, guint node);
gboolean           trh_roads_find        (TrhRoads *self, const char *id, guint *node);
gboolean           trh_roads_are_linked  (TrhRoads *self, guint a, guint b);
gboolean           trh_roads_get_way     (TrhRoads *self, guint from, guint to, TrhWay *way);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrhRoads, trh_roads_unref)

G_END_DECLS
