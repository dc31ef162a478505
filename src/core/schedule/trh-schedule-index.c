/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/schedule/trh-schedule-index.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/base/trh-day.h"
#include "core/base/trh-text.h"
#include "core/schedule/trh-schedule-names.h"

/* Where a stay sleeps: its own lodging, or else the venue where it works. */
const char *
trh_schedule_lodging_of (const TrhStayRecord *stay)
{
  return *stay->lodging_id != '\0' ? stay->lodging_id : stay->venue_id;
}

/* When an encounter with a clock time begins, in true minutes since 1970. */
gint64
trh_schedule_begin_of (const TrhEncounterRecord *encounter)
{
  return trh_clock_to_minutes (encounter->day, encounter->start);
}

/* In minutes since 1970, as trh_schedule_begin_of(). */
gint64
trh_schedule_end_of (const TrhEncounterRecord *encounter)
{
  return trh_schedule_begin_of (encounter) + encounter->duration_min;
}

/* The types that rules read, beside the season and the legs, which are the matrix's. */
static const TrhCollection read_collections[] = {
  TRH_VALLEYS, TRH_COMMUNES, TRH_VENUES, TRH_ARTISTS, TRH_STAYS, TRH_ENCOUNTERS,
};

static gboolean
is_read (const TrhSchema *schema)
{
  for (guint i = 0; i < G_N_ELEMENTS (read_collections); i++)
    if (trh_collection_get_schema (read_collections[i]) == schema)
      return TRUE;

  return FALSE;
}

static gboolean
is_on_calendar (gconstpointer record)
{
  const TrhSchema *schema = ((const TrhRecord *) record)->schema;

  if (schema == &trh_stay_schema)
    {
      const TrhStayRecord *stay = record;

      return !stay->unplaced && stay->first_day != TRH_NO_DAY && stay->last_day >= stay->first_day;
    }
  if (schema == &trh_encounter_schema)
    {
      const TrhEncounterRecord *encounter = record;

      return encounter->day != TRH_NO_DAY && encounter->state != TRH_ENCOUNTER_STATE_CANCELLED;
    }
  return FALSE;
}

static int
compare_encounters (const TrhEncounterRecord *a, const TrhEncounterRecord *b)
{
  if (a->day != b->day)
    return a->day < b->day ? -1 : 1;
  if (a->start != b->start)
    return a->start < b->start ? -1 : 1;
  return strcmp (a->base.id, b->base.id);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return ((const TrhRecord *) a)->schema == &trh_stay_schema ? trh_stay_compare (a, b) : compare_encounters (a, b);
}

/* The first position of a sorted list whose record is not before @record. */
static guint
search (GPtrArray *list, gconstpointer record)
{
  guint low = 0, high = list->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (compare (list->pdata[middle], record) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static void
put (GPtrArray *list, gconstpointer record)
{
  g_ptr_array_insert (list, (int) search (list, record), trh_record_ref (record));
}

static void
take (GPtrArray *list, gconstpointer record)
{
  guint at = search (list, record);

  g_return_if_fail (at < list->len && list->pdata[at] == record);
  g_ptr_array_remove_index (list, at);
}

static void
clear_record (gpointer record_pointer)
{
  gpointer *record = record_pointer;

  if (*record != NULL)
    trh_record_unref (*record);
  *record = NULL;
}

static void
artist_lane_free (gpointer data)
{
  TrhArtistLane *lane = data;

  g_free (lane->id);
  clear_record (&lane->record);
  g_ptr_array_unref (lane->stays);
  g_ptr_array_unref (lane->encounters);
  g_ptr_array_unref (lane->alerts);
  g_clear_pointer (&lane->journeys, g_array_unref);
  g_free (lane);
}

static void
venue_lane_free (gpointer data)
{
  TrhVenueLane *lane = data;

  g_free (lane->id);
  clear_record (&lane->record);
  g_ptr_array_unref (lane->stays);
  g_ptr_array_unref (lane->guests);
  g_ptr_array_unref (lane->encounters);
  g_ptr_array_unref (lane->alerts);
  g_free (lane);
}

static TrhArtistLane *
need_artist (TrhScheduleIndex *self, const char *id)
{
  TrhArtistLane *lane = g_hash_table_lookup (self->artist_lanes, id);

  if (lane == NULL)
    {
      lane = g_new0 (TrhArtistLane, 1);
      lane->id = g_strdup (id);
      lane->stays = g_ptr_array_new_with_free_func (trh_record_unref);
      lane->encounters = g_ptr_array_new_with_free_func (trh_record_unref);
      lane->alerts = g_ptr_array_new_with_free_func (g_object_unref);
      g_ptr_array_add (self->artists, lane);
      g_hash_table_insert (self->artist_lanes, lane->id, lane);
    }

  return lane;
}

static TrhVenueLane *
need_venue (TrhScheduleIndex *self, const char *id)
{
  TrhVenueLane *lane = g_hash_table_lookup (self->venue_lanes, id);

  if (lane == NULL)
    {
      lane = g_new0 (TrhVenueLane, 1);
      lane->id = g_strdup (id);
      lane->stays = g_ptr_array_new_with_free_func (trh_record_unref);
      lane->guests = g_ptr_array_new_with_free_func (trh_record_unref);
      lane->encounters = g_ptr_array_new_with_free_func (trh_record_unref);
      lane->alerts = g_ptr_array_new_with_free_func (g_object_unref);
      g_ptr_array_add (self->venues, lane);
      g_hash_table_insert (self->venue_lanes, lane->id, lane);
    }

  return lane;
}

static void
set_record (gpointer member, gconstpointer record)
{
  clear_record (member);
  if (record != NULL)
    *(gpointer *) member = trh_record_ref (record);
}

/* Puts a stay or an encounter into its lanes, or takes it out of them. */
static void
link_lanes (TrhScheduleIndex *self, gconstpointer record, void (*act) (GPtrArray *list, gconstpointer record))
{
  if (((const TrhRecord *) record)->schema == &trh_stay_schema)
    {
      const TrhStayRecord *stay = record;
      const char *lodging_id = trh_schedule_lodging_of (stay);

      if (*stay->artist_id != '\0')
        act (need_artist (self, stay->artist_id)->stays, stay);
      if (*stay->venue_id != '\0')
        act (need_venue (self, stay->venue_id)->stays, stay);
      if (*lodging_id != '\0')
        act (need_venue (self, lodging_id)->guests, stay);
    }
  else
    {
      const TrhEncounterRecord *encounter = record;

      for (char **id = encounter->artist_ids; *id != NULL; id++)
        if (**id != '\0' && !g_strv_contains ((const char *const *) id + 1, *id))
          act (need_artist (self, *id)->encounters, encounter);
      if (*encounter->venue_id != '\0')
        act (need_venue (self, encounter->venue_id)->encounters, encounter);
    }
}

/**
 * trh_schedule_index_change:
 * @self: an index
 * @before: (nullable): a record that it holds
 * @after: (nullable): the record of the same object that replaces it
 */
void
trh_schedule_index_change (TrhScheduleIndex *self, gconstpointer before, gconstpointer after)
{
  const TrhRecord *record = after != NULL ? after : before;

  if (record->schema == &trh_season_schema)
    {
      set_record (&self->season, after); /* there always is one */
      return;
    }
  if (!is_read (record->schema))
    return;

  if (before != NULL && is_on_calendar (before))
    link_lanes (self, before, take);
  if (record->schema == &trh_artist_schema)
    set_record (&need_artist (self, record->id)->record, after);
  else if (record->schema == &trh_venue_schema)
    set_record (&need_venue (self, record->id)->record, after);
  else if (record->schema == &trh_valley_schema)
    self->n_valleys += (after != NULL) - (before != NULL);
  if (after != NULL && is_on_calendar (after))
    link_lanes (self, after, put);

  if (after == NULL)
    g_hash_table_remove (self->records, record->id);
  else
    /* the key belongs to the record: replace both */
    g_hash_table_replace (self->records, record->id, trh_record_ref (after));
}

static void
mark_artist (TrhScheduleIndex *self, const char *id)
{
  TrhArtistLane *lane = *id != '\0' ? need_artist (self, id) : NULL;

  if (lane == NULL)
    return;
  g_clear_pointer (&lane->journeys, g_array_unref);
  if (lane->dirty)
    return;
  lane->dirty = TRUE;
  g_ptr_array_add (self->dirty_artists, lane);
}

static void
mark_venue (TrhScheduleIndex *self, const char *id)
{
  TrhVenueLane *lane = *id != '\0' ? need_venue (self, id) : NULL;

  if (lane == NULL || lane->dirty)
    return;
  lane->dirty = TRUE;
  g_ptr_array_add (self->dirty_venues, lane);
}

static void
mark_stay (TrhScheduleIndex *self, const TrhStayRecord *stay)
{
  mark_artist (self, stay->artist_id);
  mark_venue (self, stay->venue_id);
  mark_venue (self, stay->lodging_id);
}

static void
mark_encounter (TrhScheduleIndex *self, const TrhEncounterRecord *encounter)
{
  for (char **id = encounter->artist_ids; *id != NULL; id++)
    mark_artist (self, *id);
  mark_venue (self, encounter->venue_id);
}

/* A venue concerns itself and every artist who stops there. */
static void
mark_visitors (TrhScheduleIndex *self, TrhVenueLane *lane)
{
  mark_venue (self, lane->id);
  for (guint i = 0; i < lane->stays->len; i++)
    mark_stay (self, lane->stays->pdata[i]);
  for (guint i = 0; i < lane->guests->len; i++)
    mark_stay (self, lane->guests->pdata[i]);
  for (guint i = 0; i < lane->encounters->len; i++)
    mark_encounter (self, lane->encounters->pdata[i]);
}

static void
add_artists (GHashTable *artists, const TrhVenueLane *lane)
{
  for (guint i = 0; i < lane->stays->len; i++)
    g_hash_table_add (artists, ((TrhStayRecord *) lane->stays->pdata[i])->artist_id);
  for (guint i = 0; i < lane->encounters->len; i++)
    for (char **id = ((TrhEncounterRecord *) lane->encounters->pdata[i])->artist_ids; *id != NULL; id++)
      g_hash_table_add (artists, *id);
}

/* The ids of the artists who stop at a venue, or anywhere in a commune. */
static GHashTable *
list_artists_at (TrhScheduleIndex *self, const char *id)
{
  GHashTable *artists = g_hash_table_new (trh_text_hash, g_str_equal);

  for (guint i = 0; i < self->venues->len; i++)
    {
      const TrhVenueLane *lane = self->venues->pdata[i];

      if (g_str_equal (lane->id, id) || (lane->record != NULL && g_str_equal (lane->record->commune_id, id)))
        add_artists (artists, lane);
    }

  return artists;
}

/* A road concerns the artists who stop at both of its ends. */
static void
mark_travellers (TrhScheduleIndex *self, const TrhLegRecord *leg)
{
  g_autoptr(GHashTable) from = list_artists_at (self, leg->from_id);
  g_autoptr(GHashTable) to = list_artists_at (self, leg->to_id);
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, from);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (g_hash_table_contains (to, id))
      mark_artist (self, id);
}

/**
 * trh_schedule_index_mark:
 * @self: an index
 * @record: what changes; called before the change with the old record and after with the new
 *
 * Marks the lanes whose rules may read it.
 */
void
trh_schedule_index_mark (TrhScheduleIndex *self, gconstpointer record)
{
  const TrhSchema *schema = ((const TrhRecord *) record)->schema;
  const char *id = ((const TrhRecord *) record)->id;

  if (schema == &trh_stay_schema)
    mark_stay (self, record);
  else if (schema == &trh_encounter_schema)
    mark_encounter (self, record);
  else if (schema == &trh_venue_schema)
    mark_visitors (self, need_venue (self, id));
  else if (schema == &trh_artist_schema)
    {
      TrhArtistLane *lane = need_artist (self, id);

      mark_artist (self, id);
      for (guint i = 0; i < lane->stays->len; i++)
        mark_stay (self, lane->stays->pdata[i]);
      for (guint i = 0; i < lane->encounters->len; i++)
        mark_encounter (self, lane->encounters->pdata[i]);
    }
  else if (schema == &trh_commune_schema)
    {
      guint n = self->venues->len;

      for (guint i = 0; i < n; i++)
        {
          TrhVenueLane *lane = self->venues->pdata[i];

          if (lane->record != NULL && g_str_equal (lane->record->commune_id, id))
            mark_visitors (self, lane);
        }
    }
  else if (schema == &trh_leg_schema)
    mark_travellers (self, record);
  else if (schema == &trh_season_schema || schema == &trh_valley_schema)
    trh_schedule_index_mark_all (self);
}

/* Marks every lane, when rules change rather than what happens: journeys stay as they are. */
void
trh_schedule_index_mark_all (TrhScheduleIndex *self)
{
  for (guint i = 0; i < self->artists->len; i++)
    {
      TrhArtistLane *lane = self->artists->pdata[i];

      if (!lane->dirty)
        g_ptr_array_add (self->dirty_artists, lane);
      lane->dirty = TRUE;
    }
  for (guint i = 0; i < self->venues->len; i++)
    mark_venue (self, ((TrhVenueLane *) self->venues->pdata[i])->id);
}

/* Drops the journeys of what is marked: they were those of a trial. */
void
trh_schedule_index_forget (TrhScheduleIndex *self)
{
  for (guint i = 0; i < self->dirty_artists->len; i++)
    g_clear_pointer (&((TrhArtistLane *) self->dirty_artists->pdata[i])->journeys, g_array_unref);
}

/* Forgets what was marked. */
void
trh_schedule_index_clean (TrhScheduleIndex *self)
{
  for (guint i = 0; i < self->dirty_artists->len; i++)
    ((TrhArtistLane *) self->dirty_artists->pdata[i])->dirty = FALSE;
  for (guint i = 0; i < self->dirty_venues->len; i++)
    ((TrhVenueLane *) self->dirty_venues->pdata[i])->dirty = FALSE;
  g_ptr_array_set_size (self->dirty_artists, 0);
  g_ptr_array_set_size (self->dirty_venues, 0);
}

/**
 * trh_schedule_index_new:
 * @project: a project
 *
 * Returns: (transfer full): its schedule; following it is the caller's
 */
TrhScheduleIndex *
trh_schedule_index_new (TrhProject *project)
{
  TrhScheduleIndex *self = g_rc_box_new0 (TrhScheduleIndex);

  self->season = trh_record_ref (trh_project_peek_season (project));
  self->artists = g_ptr_array_new_with_free_func (artist_lane_free);
  self->venues = g_ptr_array_new_with_free_func (venue_lane_free);
  self->dirty_artists = g_ptr_array_new ();
  self->dirty_venues = g_ptr_array_new ();
  self->artist_lanes = g_hash_table_new (trh_text_hash, g_str_equal);
  self->venue_lanes = g_hash_table_new (trh_text_hash, g_str_equal);
  self->records = g_hash_table_new_full (trh_text_hash, g_str_equal, NULL, trh_record_unref);

  for (guint i = 0; i < G_N_ELEMENTS (read_collections); i++)
    {
      guint n = trh_project_count (project, read_collections[i]);

      for (guint j = 0; j < n; j++)
        trh_schedule_index_change (self, NULL, trh_project_peek_record (project, read_collections[i], j));
    }

  return self;
}

TrhScheduleIndex *
trh_schedule_index_ref (TrhScheduleIndex *self)
{
  return g_rc_box_acquire (self);
}

static void
index_clear (gpointer data)
{
  TrhScheduleIndex *self = data;

  g_ptr_array_unref (self->dirty_artists);
  g_ptr_array_unref (self->dirty_venues);
  g_hash_table_unref (self->artist_lanes);
  g_hash_table_unref (self->venue_lanes);
  g_ptr_array_unref (self->artists);
  g_ptr_array_unref (self->venues);
  g_hash_table_unref (self->records);
  clear_record (&self->season);
}

void
trh_schedule_index_unref (TrhScheduleIndex *self)
{
  g_rc_box_release_full (self, index_clear);
}

/* The record of that type and id, or %NULL. */
gconstpointer
trh_schedule_index_find (const TrhScheduleIndex *self, const TrhSchema *schema, const char *id)
{
  const TrhRecord *record = g_hash_table_lookup (self->records, id);

  return record != NULL && record->schema == schema ? record : NULL;
}

/* The lane of that artist, or %NULL. */
const TrhArtistLane *
trh_schedule_index_find_artist (const TrhScheduleIndex *self, const char *id)
{
  return g_hash_table_lookup (self->artist_lanes, id);
}

/* The lane of that venue, or %NULL. */
const TrhVenueLane *
trh_schedule_index_find_venue (const TrhScheduleIndex *self, const char *id)
{
  return g_hash_table_lookup (self->venue_lanes, id);
}

/* The commune of a venue, or "". */
const char *
trh_schedule_index_commune_of (const TrhScheduleIndex *self, const char *venue_id)
{
  const TrhVenueLane *lane = trh_schedule_index_find_venue (self, venue_id);

  return lane != NULL && lane->record != NULL ? lane->record->commune_id : "";
}

/* The valley of a venue's commune, or "". */
const char *
trh_schedule_index_valley_of (const TrhScheduleIndex *self, const char *venue_id)
{
  const TrhCommuneRecord *commune =
    trh_schedule_index_find (self, &trh_commune_schema, trh_schedule_index_commune_of (self, venue_id));

  return commune != NULL ? commune->valley_id : "";
}

const char *
trh_schedule_index_name_artist (const TrhScheduleIndex *self, const char *id)
{
  return trh_schedule_name_artist (trh_schedule_index_find (self, &trh_artist_schema, id));
}

const char *
trh_schedule_index_name_venue (const TrhScheduleIndex *self, const char *id)
{
  return trh_schedule_name_venue (trh_schedule_index_find (self, &trh_venue_schema, id));
}

/* Where a venue is, as people say it: its commune, or the venue when that is not known. */
const char *
trh_schedule_index_name_place (const TrhScheduleIndex *self, const char *venue_id)
{
  const TrhCommuneRecord *commune =
    trh_schedule_index_find (self, &trh_commune_schema, trh_schedule_index_commune_of (self, venue_id));

  return commune != NULL ? trh_schedule_name_commune (commune) : trh_schedule_index_name_venue (self, venue_id);
}

/**
 * trh_schedule_index_say_at:
 * @self: an index
 * @venue_id: a venue, or ""
 *
 * Returns: (transfer full): where, as in “at Séderon”, or “with no place chosen yet”
 */
char *
trh_schedule_index_say_at (const TrhScheduleIndex *self, const char *venue_id)
{
  if (trh_schedule_index_find (self, &trh_venue_schema, venue_id) == NULL)
    /* Translators: of a stay, in the place of “at Séderon” */
    return g_strdup (_("with no place chosen yet"));
  return trh_text_at (trh_schedule_index_name_place (self, venue_id));
}

const char *
trh_schedule_index_name_encounter (const TrhScheduleIndex *self, const char *id)
{
  return trh_schedule_name_encounter (trh_schedule_index_find (self, &trh_encounter_schema, id));
}
