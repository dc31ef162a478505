/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/geo/trh-roads.h"
#include "core/model/trh-commune.h"

G_BEGIN_DECLS

typedef enum {
  TRH_LANDMARK_PASS,
  TRH_LANDMARK_SUMMIT,
  TRH_LANDMARK_SPRING,
  TRH_LANDMARK_CONFLUENCE,
  TRH_LANDMARK_STATION,
  TRH_LANDMARK_TOWN, /* outside the communes below */
} TrhLandmarkKind;

typedef enum {
  TRH_HOLIDAY_PUBLIC,
  TRH_HOLIDAY_SCHOOL,
} TrhHolidayKind;

/* Where facts come from */
typedef struct {
  TrhRecord base;
  char  *name;
  char  *address;
  char  *licence;
  char  *facts;          /* which */
} TrhSourceRecord;

/* A municipality that was merged into another */
typedef struct {
  TrhRecord base;        /* its INSEE code is no id: the seat kept it */
  char  *insee;
  char  *name;
  char  *until;          /* date of the merger, ISO 8601; some are older than our days */
} TrhFormerRecord;

/* A commune as public sources know it, before anybody adds it to a season */
typedef struct {
  TrhRecord base;        /* its id is the INSEE code */
  char  *name;
  char  *department;
  char  *group_id;       /* of communes, by SIREN */
  int    population;
  int    population_year;
  char **postcodes;
  double latitude_deg;   /* of the village */
  double longitude_deg;
  char  *position_source_id;
  int    position_precision_m;
  double area_km2;
  int    altitude_m;     /* 0 when unknown */
  char  *altitude_source_id;
  int    lowest_m;       /* ground of the commune; 0 when unknown */
  int    mean_m;
  int    highest_m;
  char  *ground_note;
  GPtrArray *former;     /* TrhFormerRecord */
  char **neighbour_ids;  /* with a common border */
} TrhKnownCommuneRecord;

/* A point of the land that everybody knows */
typedef struct {
  TrhRecord base;
  char  *name;
  int    kind;           /* TrhLandmarkKind */
  double latitude_deg;
  double longitude_deg;
  int    altitude_m;     /* 0 when unknown */
  char **joined_ids;     /* of a pass: the communes on both sides that are known */
  char  *source_id;
} TrhLandmarkRecord;

/* Days off: for everybody, or for the schools of one zone */
typedef struct {
  TrhRecord base;
  int    first_day;
  int    last_day;       /* included; none when it was not known yet */
  int    kind;           /* TrhHolidayKind */
  char  *zone;           /* "A", "B", "C"; "" is everywhere */
  char  *name;
  char  *source_id;
} TrhHolidayRecord;

/* What is known of a region without asking anybody: communes, landmarks, days off. Read
 * once from a file, then never changed: every pointer it lends lives as long as itself. */
typedef struct _TrhTerritory TrhTerritory;
#define TRH_TYPE_TERRITORY (trh_territory_get_type ())
GType         trh_territory_get_type   (void);

char         *trh_territory_find_file  (void);
TrhTerritory *trh_territory_load       (const char *path, GError **error);
TrhTerritory *trh_territory_from_bytes (GBytes *bytes, GError **error);
TrhTerritory *trh_territory_ref        (TrhTerritory *self);
void          trh_territory_unref      (TrhTerritory *self);

/*< lists, all (transfer none) >*/
GPtrArray    *trh_territory_get_sources   (TrhTerritory *self);
GPtrArray    *trh_territory_get_communes  (TrhTerritory *self);
GPtrArray    *trh_territory_get_landmarks (TrhTerritory *self);
TrhRoads     *trh_territory_get_roads     (TrhTerritory *self);

const TrhKnownCommuneRecord *trh_territory_find_commune (TrhTerritory *self, const char *insee);
const TrhKnownCommuneRecord *trh_territory_find_nearest (TrhTerritory *self, TrhCoordinate at, double *distance_m);
const TrhSourceRecord       *trh_territory_find_source  (TrhTerritory *self, const char *id);
const char   *trh_territory_get_valley_key   (TrhTerritory *self, const TrhKnownCommuneRecord *commune);
const char   *trh_territory_get_valley_name  (TrhTerritory *self, const TrhKnownCommuneRecord *commune);
TrhCommuneRecord *trh_territory_make_commune (TrhTerritory *self, const TrhKnownCommuneRecord *commune,
                                              const char *valley_id);

/*< days off >*/
const TrhHolidayRecord *trh_territory_find_public_holiday (TrhTerritory *self, int day);

/* A commune that a search found */
typedef struct {
  const TrhKnownCommuneRecord *commune;
  const char *former_name; /* (nullable): of the merged commune that was meant */
} TrhTerritoryHit;

/* What is odd in a pasted list of codes */
typedef struct {
  guint    line;    /* from 1 */
  char    *message; /* for people, with its line */
} TrhTerritoryRemark;

GArray       *trh_territory_search      (TrhTerritory *self, const char *query);
GPtrArray    *trh_territory_parse_codes (TrhTerritory *self, const char *text, GPtrArray **remarks);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrhTerritory, trh_territory_unref)

G_END_DECLS
