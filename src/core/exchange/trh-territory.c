/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/exchange/trh-territory.h"

#include "core/base/trh-day.h"
#include "core/base/trh-text.h"
#include "core/exchange/trh-territory-private.h"
#include "core/geo/trh-distance.h"
#include "trh-config.h"

#define FILE_NAME "territory.json"

G_DEFINE_BOXED_TYPE (TrhTerritory, trh_territory, trh_territory_ref, trh_territory_unref)

/* An empty territory, to be filled by its reader. */
TrhTerritory *
trh_territory_new (void)
{
  TrhTerritory *self = g_new0 (TrhTerritory, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->by_insee = g_hash_table_new (trh_text_hash, g_str_equal);

  return self;
}

TrhTerritory *
trh_territory_ref (TrhTerritory *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
trh_territory_unref (TrhTerritory *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_pointer (&self->sources, g_ptr_array_unref);
  g_clear_pointer (&self->valleys, g_ptr_array_unref);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->zones, g_ptr_array_unref);
  g_clear_pointer (&self->communes, g_ptr_array_unref);
  g_clear_pointer (&self->landmarks, g_ptr_array_unref);
  g_clear_pointer (&self->holidays, g_ptr_array_unref);
  g_clear_pointer (&self->by_insee, g_hash_table_unref);
  g_clear_pointer (&self->roads, trh_roads_unref);
  g_free (self);
}

/**
 * trh_territory_find_file:
 *
 * Returns: (transfer full): where the bundled territory should be: in the folder that
 *   `TRH_SEEDS` names, else where the program is installed
 */
char *
trh_territory_find_file (void)
{
  const char *folder = g_getenv ("TRH_SEEDS");

  return g_build_filename (folder != NULL && *folder != '\0' ? folder : TRH_DATA_DIR, FILE_NAME, NULL);
}

/* The record of that id in a list, or NULL. */
gconstpointer
trh_territory_find_by_id (GPtrArray *records, const char *id)
{
  for (guint i = 0; i < records->len; i++)
    if (g_strcmp0 (((TrhRecord *) records->pdata[i])->id, id) == 0)
      return records->pdata[i];

  return NULL;
}

/* TrhSourceRecord */
GPtrArray *
trh_territory_get_sources (TrhTerritory *self)
{
  return self->sources;
}

/* TrhKnownCommuneRecord, in the order of the codes */
GPtrArray *
trh_territory_get_communes (TrhTerritory *self)
{
  return self->communes;
}

/* TrhLandmarkRecord */
GPtrArray *
trh_territory_get_landmarks (TrhTerritory *self)
{
  return self->landmarks;
}

/* The villages, the passes between them, and which of them roads join: for a #TrhMatrix. */
TrhRoads *
trh_territory_get_roads (TrhTerritory *self)
{
  return self->roads;
}

/* The commune of that code today, or %NULL. */
const TrhKnownCommuneRecord *
trh_territory_find_commune (TrhTerritory *self, const char *insee)
{
  return g_hash_table_lookup (self->by_insee, insee);
}

/**
 * trh_territory_find_nearest:
 * @self: a territory
 * @at: a valid point
 * @distance_m: (out) (optional): metres to the village
 *
 * Returns: (nullable): the commune whose village is the nearest. Not always the one in
 *   which the point lies: outlines are not known here.
 */
const TrhKnownCommuneRecord *
trh_territory_find_nearest (TrhTerritory *self, TrhCoordinate at, double *distance_m)
{
  const TrhKnownCommuneRecord *nearest = NULL;
  double least_m = G_MAXDOUBLE;

  for (guint i = 0; i < self->communes->len; i++)
    {
      const TrhKnownCommuneRecord *commune = self->communes->pdata[i];
      double m = trh_distance_m (at, (TrhCoordinate) { commune->latitude_deg, commune->longitude_deg });

      if (m < least_m)
        {
          least_m = m;
          nearest = commune;
        }
    }
  if (distance_m != NULL)
    *distance_m = least_m;

  return nearest;
}

const TrhSourceRecord *
trh_territory_find_source (TrhTerritory *self, const char *id)
{
  return trh_territory_find_by_id (self->sources, id);
}

static const TrhGroupRecord *
find_group (TrhTerritory *self, const TrhKnownCommuneRecord *commune)
{
  return trh_territory_find_by_id (self->groups, commune->group_id);
}

/* The key of the valley it is offered in: "buech" or "ventoux" in the bundled file. */
const char *
trh_territory_get_valley_key (TrhTerritory *self, const TrhKnownCommuneRecord *commune)
{
  return find_group (self, commune)->valley_id;
}

/* The name of the valley it is offered in: "Buëch" or "Ventoux" in the bundled file. */
const char *
trh_territory_get_valley_name (TrhTerritory *self, const TrhKnownCommuneRecord *commune)
{
  const TrhValleyRecord *valley = trh_territory_find_by_id (self->valleys, trh_territory_get_valley_key (self, commune));

  return valley->name;
}

/* The names of what the facts of a commune come from, punctuated as in French: they are. */
static char *
say_sources (TrhTerritory *self, const TrhKnownCommuneRecord *commune)
{
  const TrhSourceRecord *first = self->sources->pdata[0]; /* of names and numbers; there is one, the check says */
  const TrhSourceRecord *position = trh_territory_find_source (self, commune->position_source_id);
  const TrhSourceRecord *altitude =
    commune->altitude_m != 0 ? trh_territory_find_source (self, commune->altitude_source_id) : NULL;
  GString *text = g_string_new (first->name);

  if (position != first)
    g_string_append_printf (text, " ; %s", position->name);
  if (altitude != NULL && altitude != position)
    g_string_append_printf (text, " ; %s", altitude->name);

  return g_string_free (text, FALSE);
}

/**
 * trh_territory_make_commune:
 * @self: a territory
 * @commune: one of its communes
 * @valley_id: (nullable): a valley of the project
 *
 * Returns: (transfer full): a record to insert into a project, with its sources
 */
TrhCommuneRecord *
trh_territory_make_commune (TrhTerritory *self, const TrhKnownCommuneRecord *commune, const char *valley_id)
{
  TrhCommuneRecord *record = trh_record_new (&trh_commune_schema, commune->base.id);
  g_autofree char *source = say_sources (self, commune);

  trh_record_set_text (&record->name, commune->name);
  trh_record_set_text (&record->department, commune->department);
  trh_record_set_texts (&record->postcodes, (const char *const *) commune->postcodes);
  trh_record_set_text (&record->valley_id, valley_id != NULL ? valley_id : "");
  record->latitude_deg = commune->latitude_deg;
  record->longitude_deg = commune->longitude_deg;
  record->altitude_m = commune->altitude_m;
  record->population = commune->population;
  record->population_year = commune->population_year;
  trh_record_set_text (&record->source, source);

  return record;
}

/**
 * trh_territory_find_public_holiday:
 * @self: a territory
 * @day: a day
 *
 * Returns: (nullable): the public holiday of that day, if the file tells of its year
 */
const TrhHolidayRecord *
trh_territory_find_public_holiday (TrhTerritory *self, int day)
{
  for (guint i = 0; i < self->holidays->len; i++)
    {
      const TrhHolidayRecord *holiday = self->holidays->pdata[i];

      if (holiday->kind == TRH_HOLIDAY_PUBLIC && day >= holiday->first_day && day <= holiday->last_day)
        return holiday;
    }

  return NULL;
}
