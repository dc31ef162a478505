/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/trh-project.h"

G_BEGIN_DECLS

/* Everything that concerns one artist, in order of time. A lane stays for the index's life. */
typedef struct {
  char                  *id;
  const TrhArtistRecord *record;     /* (nullable) (owned): none for an id that leads nowhere */
  GPtrArray             *stays;      /* TrhStayRecord (owned), by first day, last day, id */
  GPtrArray             *encounters; /* TrhEncounterRecord (owned), by day, start, id */
  GPtrArray             *alerts;     /* TrhAlert (owned): of TrhAlerts */
  GArray                *journeys;   /* (nullable): TrhJourney, as rules last saw them */
  gboolean               dirty;
} TrhArtistLane;

/* Everything that happens at one venue. */
typedef struct {
  char                 *id;
  const TrhVenueRecord *record;     /* (nullable) (owned) */
  GPtrArray            *stays;      /* TrhStayRecord (owned): who work here */
  GPtrArray            *guests;     /* TrhStayRecord (owned): who sleep here */
  GPtrArray            *encounters; /* TrhEncounterRecord (owned) */
  GPtrArray            *alerts;     /* TrhAlert (owned): of TrhAlerts */
  gboolean              dirty;
} TrhVenueLane;

/* The season as arrays by artist and by venue: what the rules read. It holds the stays that
 * are on the calendar with sensible days, and the encounters that have a day and are not
 * cancelled. It takes changes one by one, so that a change can be tried and taken back. */
typedef struct {
  const TrhSeasonRecord *season;   /* (owned) */
  GPtrArray             *artists;  /* TrhArtistLane (owned) */
  GPtrArray             *venues;   /* TrhVenueLane (owned) */
  guint                  n_valleys;
  GPtrArray             *dirty_artists; /* lanes to check again */
  GPtrArray             *dirty_venues;

  /*< private >*/
  GHashTable            *artist_lanes; /* id -> TrhArtistLane */
  GHashTable            *venue_lanes;
  GHashTable            *records;      /* id -> record (owned): of the types that rules read */
} TrhScheduleIndex;

TrhScheduleIndex *trh_schedule_index_new     (TrhProject *project);
TrhScheduleIndex *trh_schedule_index_ref     (TrhScheduleIndex *self);
void              trh_schedule_index_unref   (TrhScheduleIndex *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrhScheduleIndex, trh_schedule_index_unref)

void              trh_schedule_index_change  (TrhScheduleIndex *self, gconstpointer before, gconstpointer after);
void              trh_schedule_index_mark    (TrhScheduleIndex *self, gconstpointer record);
void              trh_schedule_index_mark_all (TrhScheduleIndex *self);
void              trh_schedule_index_forget (TrhScheduleIndex *self);
void              trh_schedule_index_clean   (TrhScheduleIndex *self);

gconstpointer     trh_schedule_index_find    (const TrhScheduleIndex *self, const TrhSchema *schema, const char *id);
const TrhArtistLane *trh_schedule_index_find_artist (const TrhScheduleIndex *self, const char *id);
const TrhVenueLane  *trh_schedule_index_find_venue  (const TrhScheduleIndex *self, const char *id);
const char       *trh_schedule_index_commune_of (const TrhScheduleIndex *self, const char *venue_id);
const char       *trh_schedule_index_valley_of  (const TrhScheduleIndex *self, const char *venue_id);

/*< how sentences name things: (transfer none), but for say_at >*/
const char       *trh_schedule_index_name_artist    (const TrhScheduleIndex *self, const char *id);
const char       *trh_schedule_index_name_venue     (const TrhScheduleIndex *self, const char *id);
const char       *trh_schedule_index_name_place     (const TrhScheduleIndex *self, const char *venue_id);
char             *trh_schedule_index_say_at         (const TrhScheduleIndex *self, const char *venue_id);
const char       *trh_schedule_index_name_encounter (const TrhScheduleIndex *self, const char *id);

/*< of the records it holds >*/
const char       *trh_schedule_lodging_of    (const TrhStayRecord *stay);
gint64            trh_schedule_begin_of      (const TrhEncounterRecord *encounter);
gint64            trh_schedule_end_of        (const TrhEncounterRecord *encounter);

G_END_DECLS
