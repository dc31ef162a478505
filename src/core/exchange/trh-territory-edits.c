/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/exchange/trh-territory-edits.h"

#include <glib/gi18n.h>
#include <math.h>

#include "core/base/trh-text.h"
#include "core/geo/trh-distance.h"
#include "core/model/trh-describe.h"

#define DEGREES_KEPT 1e5 /* five decimals of a degree: 1.1 m */

G_DEFINE_QUARK (trh-place-error-quark, trh_place_error)

/* A valley of that name in the project, or %NULL. */
static const char *
find_valley (TrhProject *project, const char *name)
{
  g_autofree char *folded = trh_text_fold (name);

  for (guint i = 0; i < trh_project_count (project, TRH_VALLEYS); i++)
    {
      const TrhValleyRecord *valley = trh_project_peek_record (project, TRH_VALLEYS, i);
      g_autofree char *other = trh_text_fold (valley->name);

      if (g_str_equal (folded, other))
        return valley->base.id;
    }

  return NULL;
}

/* The valley's id; one that is new goes into the edit, with a shape that no other valley has. */
static const char *
ensure_valley (TrhTerritory *self, TrhProject *project, const TrhKnownCommuneRecord *commune, GHashTable *made, TrhEdit *edit)
{
  const char *key = trh_territory_get_valley_key (self, commune);
  const char *name = trh_territory_get_valley_name (self, commune);
  const char *id = find_valley (project, name);
  TrhValleyRecord *valley;
  g_autofree char *unique = NULL;

  if (id == NULL)
    id = g_hash_table_lookup (made, key);
  if (id != NULL)
    return id;

  unique = trh_project_find_any (project, key) == NULL ? g_strdup (key) : g_uuid_string_random ();
  valley = trh_record_new (&trh_valley_schema, unique);
  trh_record_set_text (&valley->name, name);
  valley->marker = (int) (trh_project_count (project, TRH_VALLEYS) + g_hash_table_size (made)) % (TRH_MARKER_DIAMOND + 1);
  g_hash_table_insert (made, (gpointer) key, valley->base.id);
  trh_edit_insert (edit, valley);

  return valley->base.id;
}

static void
add_commune (TrhTerritory *self, TrhProject *project, const TrhKnownCommuneRecord *commune, GHashTable *made, TrhEdit *edit)
{
  const char *valley_id = ensure_valley (self, project, commune, made, edit);

  trh_edit_insert (edit, trh_territory_make_commune (self, commune, valley_id));
}

/**
 * trh_territory_edit_add_communes:
 * @self: a territory
 * @project: a project
 * @communes: (element-type TrhKnownCommuneRecord): communes of @self; those that the project
 *   has already are left out
 *
 * Adds the communes, and the valleys they lie in where the project has none of that name.
 *
 * Returns: (transfer full): the edit; an empty one when there was nothing to add
 */
TrhEdit *
trh_territory_edit_add_communes (TrhTerritory *self, TrhProject *project, GPtrArray *communes)
{
  TrhEdit *edit = trh_edit_new ("");
  g_autoptr(GHashTable) made = g_hash_table_new (trh_text_hash, g_str_equal);
  g_autoptr(GHashTable) added = g_hash_table_new (trh_text_hash, g_str_equal);
  const TrhKnownCommuneRecord *last = NULL;
  g_autofree char *label = NULL;
  guint n = 0;

  for (guint i = 0; i < communes->len; i++)
    {
      const TrhKnownCommuneRecord *commune = communes->pdata[i];

      if (trh_project_find_any (project, commune->base.id) != NULL || !g_hash_table_add (added, commune->base.id))
        continue;
      add_commune (self, project, commune, made, edit);
      last = commune;
      n++;
    }
  if (n == 1)
    /* Translators: a step of the history; %s is a commune */
    label = g_strdup_printf (_("Add %s"), last->name);
  else
    /* Translators: a step of the history; %u is how many */
    label = g_strdup_printf (ngettext ("Add %u commune", "Add %u communes", n), n);
  trh_edit_set_label (edit, label);

  return edit;
}

/* The nearest commune of the project, or %NULL when it has none with a place. */
static const TrhCommuneRecord *
find_nearest (TrhProject *project, TrhCoordinate at, double *distance_m)
{
  const TrhCommuneRecord *nearest = NULL;

  *distance_m = G_MAXDOUBLE;
  for (guint i = 0; i < trh_project_count (project, TRH_COMMUNES); i++)
    {
      const TrhCommuneRecord *commune = trh_project_peek_record (project, TRH_COMMUNES, i);
      TrhCoordinate village = { commune->latitude_deg, commune->longitude_deg };
      double m = trh_coordinate_is_placed (village) ? trh_distance_m (at, village) : G_MAXDOUBLE;

      if (m < *distance_m)
        {
          *distance_m = m;
          nearest = commune;
        }
    }

  return nearest;
}

static void
set_place (TrhVenueRecord *venue, TrhCoordinate at)
{
  venue->latitude_deg = round (at.latitude_deg * DEGREES_KEPT) / DEGREES_KEPT;
  venue->longitude_deg = round (at.longitude_deg * DEGREES_KEPT) / DEGREES_KEPT;
}

/**
 * trh_territory_edit_add_venue:
 * @self: (nullable): what is known of the region
 * @project: a project
 * @at: where the venue is
 * @id: (out) (transfer full): the new venue's id
 * @error: return location for a #TrhPlaceError
 *
 * Adds a venue to the commune whose village is the nearest. When that one is known but not of
 * the season yet, the same edit adds it, too.
 *
 * Returns: (transfer full): the edit, or %NULL with @error set
 */
TrhEdit *
trh_territory_edit_add_venue (TrhTerritory *self, TrhProject *project, TrhCoordinate at, char **id, GError **error)
{
  double own_m, known_m = G_MAXDOUBLE;
  const TrhCommuneRecord *own = find_nearest (project, at, &own_m);
  const TrhKnownCommuneRecord *known = self != NULL ? trh_territory_find_nearest (self, at, &known_m) : NULL;
  gboolean is_new = known != NULL && known_m < own_m && trh_project_find (project, TRH_COMMUNES, known->base.id) == NULL;
  const char *commune_id = is_new ? known->base.id : own != NULL ? own->base.id : NULL;
  g_autoptr(GHashTable) made = g_hash_table_new (trh_text_hash, g_str_equal);
  g_autofree char *where = NULL;
  g_autofree char *label = NULL;
  TrhVenueRecord *venue;
  TrhEdit *edit;

  if (commune_id == NULL || MIN (own_m, known_m) > TRH_FAR_FROM_VILLAGES_M)
    {
      g_set_error_literal (error, TRH_PLACE_ERROR, TRH_PLACE_ERROR_NOWHERE,
                           _("No commune is known here. Add the commune first, then its venue."));
      return NULL;
    }

  where = trh_text_at (is_new ? known->name : own->name);
  if (is_new)
    /* Translators: a step of the history; %s is “at” and a commune that was not in the season yet */
    label = g_strdup_printf (_("Add a venue %s, and this commune"), where);
  else
    /* Translators: a step of the history; %s is “at” and a commune */
    label = g_strdup_printf (_("Add a venue %s"), where);
  edit = trh_edit_new (label);
  if (is_new)
    add_commune (self, project, known, made, edit);
  *id = g_uuid_string_random ();
  venue = trh_record_new (&trh_venue_schema, *id);
  trh_record_set_text (&venue->name, _("New venue"));
  trh_record_set_text (&venue->commune_id, commune_id);
  venue->works = true;
  venue->meets = true;
  set_place (venue, at);
  trh_edit_insert (edit, venue);

  return edit;
}

/**
 * trh_territory_edit_move_venue:
 * @project: a project
 * @venue: one of its venues
 * @at: where it shall be
 *
 * Moves a venue on the map. It stays in its commune: some are on the ground of another.
 *
 * Returns: (transfer full): the edit
 */
TrhEdit *
trh_territory_edit_move_venue (TrhProject *project, TrhVenue *venue, TrhCoordinate at)
{
  g_autofree char *name = trh_describe_entity (project, TRH_ENTITY (venue));
  /* Translators: a step of the history; %s is a venue */
  g_autofree char *label = g_strdup_printf (_("Move %s"), name);
  TrhEdit *edit = trh_edit_new (label);

  set_place (trh_edit_change (edit, venue), at);

  return edit;
}
