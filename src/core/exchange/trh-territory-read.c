/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "core/base/trh-file.h"
#include "core/base/trh-json.h"
#include "core/base/trh-limits.h"
#include "core/exchange/trh-territory-private.h"

#define FORMAT "transhumance-territory"
#define VERSION 1

static const char *const landmark_names[] = {
  "pass", "summit", "spring", "confluence", "station", "town", NULL,
};
static const char *const holiday_names[] = {
  "public", "school", NULL,
};

#define F(member, name, ...) TRH_FIELD (TrhSourceRecord, member, name, __VA_ARGS__)
static const TrhField source_fields[] = {
  F (name,    "name",    1, TRH_MAX_LINE),
  F (address, "address", TRH_AS_LINE),
  F (licence, "licence", 1, TRH_MAX_LINE),
  F (facts,   "facts",   TRH_AS_LINE),
};
#undef F

#define F(member, name, ...) TRH_FIELD (TrhValleyRecord, member, name, __VA_ARGS__)
static const TrhField valley_fields[] = {
  F (name, "name", 1, TRH_MAX_TITLE),
};
#undef F

#define F(member, name, ...) TRH_FIELD (TrhGroupRecord, member, name, __VA_ARGS__)
static const TrhField group_fields[] = {
  F (name,      "name",   1, TRH_MAX_TITLE),
  F (valley_id, "valley", TRH_AS_ID ("valleys")),
};
#undef F

#define F(member, name, ...) TRH_FIELD (TrhSchoolZoneRecord, member, name, __VA_ARGS__)
static const TrhField zone_fields[] = {
  F (department, "department", 2, 3),
  F (zone,       "zone",       1, 1),
};
#undef F

#define F(member, name, ...) TRH_FIELD (TrhFormerRecord, member, name, __VA_ARGS__)
static const TrhField former_fields[] = {
  F (insee, "insee", 5, 5),
  F (name,  "name",  1, TRH_MAX_TITLE),
  F (until, "until", 0, 10),
};
#undef F

static const TrhSchema source_schema = TRH_SCHEMA ("sources", TrhSourceRecord, source_fields);
static const TrhSchema valley_schema = TRH_SCHEMA ("valleys", TrhValleyRecord, valley_fields);
static const TrhSchema group_schema = TRH_SCHEMA ("groups", TrhGroupRecord, group_fields);
static const TrhSchema zone_schema = TRH_SCHEMA (NULL, TrhSchoolZoneRecord, zone_fields);
static const TrhSchema former_schema = TRH_SCHEMA (NULL, TrhFormerRecord, former_fields);

#define F(member, name, ...) TRH_FIELD (TrhKnownCommuneRecord, member, name, __VA_ARGS__)
static const TrhField commune_fields[] = {
  F (name,                 "name",                 1, TRH_MAX_TITLE),
  F (department,           "department",           2, 3),
  F (group_id,             "group",                TRH_AS_ID ("groups")),
  F (population,           "population",           0, 10000000),
  F (population_year,      "population-year",      0, 2170),
  F (postcodes,            "postcodes",            TRH_AS_TEXTS),
  F (latitude_deg,         "latitude",             -90, 90),
  F (longitude_deg,        "longitude",            -180, 180),
  F (position_source_id,   "position-source",      TRH_AS_ID ("sources")),
  F (position_precision_m, "position-precision-m", 0, 100000),
  F (area_km2,             "area-km2",             0, 20000),
  F (altitude_m,           "altitude",             -100, 9000),
  F (altitude_source_id,   "altitude-source",      TRH_AS_ID ("sources")),
  F (lowest_m,             "ground-lowest",        -100, 9000),
  F (mean_m,               "ground-mean",          -100, 9000),
  F (highest_m,            "ground-highest",       -100, 9000),
  F (ground_note,          "ground-note",          TRH_AS_LINE),
  F (former,               "former",               TRH_AS_LIST (&former_schema)),
  F (neighbour_ids,        "neighbours",           TRH_AS_IDS ("communes")),
};
#undef F

#define F(member, name, ...) TRH_FIELD (TrhLandmarkRecord, member, name, __VA_ARGS__)
static const TrhField landmark_fields[] = {
  F (name,          "name",      1, TRH_MAX_TITLE),
  F (kind,          "kind",      TRH_AS_CHOICE (landmark_names)),
  F (latitude_deg,  "latitude",  -90, 90),
  F (longitude_deg, "longitude", -180, 180),
  F (altitude_m,    "altitude",  -100, 9000),
  F (joined_ids,    "joins",     TRH_AS_IDS ("communes")),
  F (source_id,     "source",    TRH_AS_ID ("sources")),
};
#undef F

#define F(member, name, ...) TRH_FIELD (TrhHolidayRecord, member, name, __VA_ARGS__)
static const TrhField holiday_fields[] = {
  F (first_day, "first-day", TRH_AS_DAY),
  F (last_day,  "last-day",  TRH_AS_DAY),
  F (kind,      "kind",      TRH_AS_CHOICE (holiday_names)),
  F (zone,      "zone",      0, 1),
  F (name,      "name",      1, TRH_MAX_TITLE),
  F (source_id, "source",    TRH_AS_ID ("sources")),
};
#undef F

static const TrhSchema commune_schema = TRH_SCHEMA ("communes", TrhKnownCommuneRecord, commune_fields, .key = "insee");
static const TrhSchema landmark_schema = TRH_SCHEMA (NULL, TrhLandmarkRecord, landmark_fields);
static const TrhSchema holiday_schema = TRH_SCHEMA (NULL, TrhHolidayRecord, holiday_fields);

/**
 * trh_territory_load:
 * @path: a file, as from trh_territory_find_file()
 * @error: return location for a #TrhFileError or a #TrhDataError that names the place
 *
 * Returns: (transfer full): the territory, or %NULL with @error set
 */
TrhTerritory *
trh_territory_load (const char *path, GError **error)
{
  g_autoptr(GBytes) bytes = trh_file_load (path, TRH_MAX_TERRITORY, error);

  return bytes != NULL ? trh_territory_from_bytes (bytes, error) : NULL;
}

static gboolean
refuse (GError **error, const char *place, const char *sentence)
{
  return trh_data_error_set (error, TRH_DATA_ERROR_INVALID, place, "%s", sentence);
}

/* Reads one list; a missing one is empty. */
static GPtrArray *
read_list (JsonObject *object, const char *name, const TrhSchema *schema, GError **error)
{
  g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func (trh_record_unref);
  JsonNode *node = json_object_get_member (object, name);
  JsonArray *array;

  if (node == NULL)
    return g_steal_pointer (&list);
  if (!JSON_NODE_HOLDS_ARRAY (node))
    {
      refuse (error, name, _("a list is expected"));
      return NULL;
    }
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *place = g_strdup_printf ("%s[%u]", name, i);
      gpointer record = trh_record_from_json (schema, json_array_get_element (array, i), place, error);

      if (record == NULL)
        return NULL;
      g_ptr_array_add (list, record);
    }

  return g_steal_pointer (&list);
}

static gboolean
check_head (JsonObject *object, GError **error)
{
  JsonNode *format = json_object_get_member (object, "format");
  JsonNode *version = json_object_get_member (object, "version");

  if (format == NULL || json_node_get_value_type (format) != G_TYPE_STRING ||
      !g_str_equal (json_node_get_string (format), FORMAT))
    return refuse (error, "format", _("this is not a territory"));
  if (version == NULL || json_node_get_value_type (version) != G_TYPE_INT64 || json_node_get_int (version) < 1)
    return refuse (error, "version", _("a number from 1 is expected"));
  if (json_node_get_int (version) <= VERSION)
    return TRUE;

  g_set_error_literal (error, TRH_DATA_ERROR, TRH_DATA_ERROR_TOO_NEW,
                       _("version: this territory was written for a later version of the program"));
  return FALSE;
}

static gboolean
read_members (TrhTerritory *self, JsonNode *root, GError **error)
{
  JsonObject *object;

  if (!JSON_NODE_HOLDS_OBJECT (root))
    return refuse (error, "format", _("this is not a territory"));

  object = json_node_get_object (root);
  return check_head (object, error) &&
         (self->sources = read_list (object, "sources", &source_schema, error)) != NULL &&
         (self->valleys = read_list (object, "valleys", &valley_schema, error)) != NULL &&
         (self->groups = read_list (object, "groups", &group_schema, error)) != NULL &&
         (self->zones = read_list (object, "school-zones", &zone_schema, error)) != NULL &&
         (self->communes = read_list (object, "communes", &commune_schema, error)) != NULL &&
         (self->landmarks = read_list (object, "landmarks", &landmark_schema, error)) != NULL &&
         (self->holidays = read_list (object, "holidays", &holiday_schema, error)) != NULL &&
         trh_territory_check (self, error);
}

/**
 * trh_territory_from_bytes:
 * @bytes: a JSON document
 * @error: return location for a #TrhDataError that names line, column and path
 *
 * Returns: (transfer full): the territory, or %NULL with @error set
 */
TrhTerritory *
trh_territory_from_bytes (GBytes *bytes, GError **error)
{
  g_autoptr(TrhTerritory) self = trh_territory_new ();
  g_autoptr(JsonNode) root = trh_json_parse (bytes, error);

  if (root == NULL)
    return NULL;
  if (!read_members (self, root, error))
    {
      trh_json_place_error (bytes, error);
      return NULL;
    }
  trh_territory_build_roads (self);

  return g_steal_pointer (&self);
}
