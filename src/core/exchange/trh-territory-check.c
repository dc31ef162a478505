/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "core/base/trh-day.h"
#include "core/exchange/trh-territory-private.h"

static gboolean
refuse (GError **error, const char *list, guint index, const char *member, const char *sentence)
{
  g_autofree char *path = g_strdup_printf ("%s[%u].%s", list, index, member);

  return trh_data_error_set (error, TRH_DATA_ERROR_INVALID, path, "%s", sentence);
}

static gboolean
check_reference (gboolean found, const char *list, guint index, const char *member, const char *id, GError **error)
{
  g_autofree char *path = found ? NULL : g_strdup_printf ("%s[%u].%s", list, index, member);

  return found || trh_data_error_set (error, TRH_DATA_ERROR_INVALID, path, _("“%s” is not in this file"), id);
}

static gboolean
check_source (TrhTerritory *self, const char *list, guint index, const char *member, const char *id, GError **error)
{
  return check_reference (trh_territory_find_by_id (self->sources, id) != NULL, list, index, member, id, error);
}

static gboolean
check_position (double latitude_deg, double longitude_deg, const char *list, guint index, GError **error)
{
  return trh_coordinate_is_placed ((TrhCoordinate) { latitude_deg, longitude_deg }) ||
         refuse (error, list, index, "latitude", _("a position is missing"));
}

static gboolean
check_commune (TrhTerritory *self, guint index, GError **error)
{
  const TrhKnownCommuneRecord *commune = self->communes->pdata[index];

  if (!check_position (commune->latitude_deg, commune->longitude_deg, "communes", index, error) ||
      !check_source (self, "communes", index, "position-source", commune->position_source_id, error) ||
      (commune->altitude_m != 0 &&
       !check_source (self, "communes", index, "altitude-source", commune->altitude_source_id, error)) ||
      !check_reference (trh_territory_find_by_id (self->groups, commune->group_id) != NULL,
                        "communes", index, "group", commune->group_id, error))
    return FALSE;

  for (guint i = 0; commune->neighbour_ids[i] != NULL; i++)
    {
      const char *id = commune->neighbour_ids[i];
      const TrhKnownCommuneRecord *neighbour = g_hash_table_lookup (self->by_insee, id);
      g_autofree char *path = NULL;

      if (!check_reference (neighbour != NULL, "communes", index, "neighbours", id, error))
        return FALSE;
      if (neighbour != commune && g_strv_contains ((const char *const *) neighbour->neighbour_ids, commune->base.id))
        continue;
      path = g_strdup_printf ("communes[%u].neighbours", index);
      /* Translators: the names of two communes */
      return trh_data_error_set (error, TRH_DATA_ERROR_INVALID, path, _("%1$s does not name %2$s in return"),
                                 neighbour->name, commune->name);
    }

  return TRUE;
}

static gboolean
check_landmark (TrhTerritory *self, guint index, GError **error)
{
  const TrhLandmarkRecord *landmark = self->landmarks->pdata[index];

  if (!check_position (landmark->latitude_deg, landmark->longitude_deg, "landmarks", index, error) ||
      !check_source (self, "landmarks", index, "source", landmark->source_id, error))
    return FALSE;
  for (guint i = 0; landmark->joined_ids[i] != NULL; i++)
    if (!check_reference (g_hash_table_contains (self->by_insee, landmark->joined_ids[i]), "landmarks", index,
                          "joins", landmark->joined_ids[i], error))
      return FALSE;

  return TRUE;
}

static gboolean
check_holiday (TrhTerritory *self, guint index, GError **error)
{
  const TrhHolidayRecord *holiday = self->holidays->pdata[index];

  if (holiday->first_day == TRH_NO_DAY)
    return refuse (error, "holidays", index, "first-day", _("a day is missing"));
  if (holiday->last_day != TRH_NO_DAY && holiday->last_day < holiday->first_day)
    return refuse (error, "holidays", index, "first-day", _("it comes after the last day"));

  return check_source (self, "holidays", index, "source", holiday->source_id, error);
}

/*
 * trh_territory_check:
 * @self: a territory that was just read
 * @error: return location for a #TrhDataError that names the place
 *
 * Checks what the tables cannot see: codes given twice, references, neighbours that agree,
 * days in order. Also fills the index of codes.
 */
gboolean
trh_territory_check (TrhTerritory *self, GError **error)
{
  for (guint i = 0; i < self->groups->len; i++)
    {
      const TrhGroupRecord *group = self->groups->pdata[i];

      if (!check_reference (trh_territory_find_by_id (self->valleys, group->valley_id) != NULL,
                            "groups", i, "valley", group->valley_id, error))
        return FALSE;
    }
  for (guint i = 0; i < self->communes->len; i++)
    {
      const TrhRecord *commune = self->communes->pdata[i];

      if (!g_hash_table_insert (self->by_insee, commune->id, self->communes->pdata[i]))
        {
          g_autofree char *path = g_strdup_printf ("communes[%u].insee", i);

          return trh_data_error_set (error, TRH_DATA_ERROR_INVALID, path, _("“%s” is given twice"), commune->id);
        }
    }
  for (guint i = 0; i < self->communes->len; i++)
    if (!check_commune (self, i, error))
      return FALSE;
  for (guint i = 0; i < self->landmarks->len; i++)
    if (!check_landmark (self, i, error))
      return FALSE;
  for (guint i = 0; i < self->holidays->len; i++)
    if (!check_holiday (self, i, error))
      return FALSE;

  return TRUE;
}
