/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/exchange/trh-territory.h"

G_BEGIN_DECLS

/* A part of the territory that is told of, as in "Buëch" */
typedef struct {
  TrhRecord base;
  char *name;
} TrhValleyRecord;

/* Communes that work together */
typedef struct {
  TrhRecord base;
  char *name;
  char *valley_id; /* that its communes are offered in */
} TrhGroupRecord;

typedef struct {
  TrhRecord base;
  char *department;
  char *zone;
} TrhSchoolZoneRecord;

struct _TrhTerritory
{
  gatomicrefcount ref_count; /* the map draws it in a worker */
  GPtrArray  *sources;
  GPtrArray  *valleys;
  GPtrArray  *groups;
  GPtrArray  *zones;
  GPtrArray  *communes;
  GPtrArray  *landmarks;
  GPtrArray  *holidays;
  GHashTable *by_insee; /* codes of today, lent by the records */
  TrhRoads   *roads;
};

/*< for the files of this room >*/
TrhTerritory  *trh_territory_new         (void);
gconstpointer  trh_territory_find_by_id  (GPtrArray *records, const char *id);
gboolean       trh_territory_check       (TrhTerritory *self, GError **error);
void           trh_territory_build_roads (TrhTerritory *self);

G_END_DECLS
