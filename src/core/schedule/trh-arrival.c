/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/schedule/trh-arrival.h"

#include <glib/gi18n.h>

#include "core/base/trh-day.h"
#include "core/schedule/trh-free-days.h"

/**
 * trh_arrival_find_origin:
 * @project: a project
 * @stay: one of its stays
 *
 * Returns: (transfer none) (nullable): the stay of the same artist that comes before it on the
 *   calendar, lent until the next edit; %NULL for the first one, and for one that is not placed
 */
const TrhStayRecord *
trh_arrival_find_origin (TrhProject *project, const TrhStayRecord *stay)
{
  const TrhStayRecord *origin = NULL;

  if (!trh_stay_is_placed (stay) || *stay->artist_id == '\0')
    return NULL;
  for (guint i = 0; i < trh_project_count (project, TRH_STAYS); i++)
    {
      const TrhStayRecord *other = trh_project_peek_record (project, TRH_STAYS, i);

      if (other != stay && trh_stay_is_placed (other) && g_str_equal (other->artist_id, stay->artist_id)
          && trh_stay_compare (other, stay) < 0 && (origin == NULL || trh_stay_compare (other, origin) > 0))
        origin = other;
    }
  return origin;
}

/**
 * trh_arrival_get:
 * @project: a project
 * @matrix: its matrix
 * @from: a stay
 * @to: another of the same artist
 * @way: (out): how they come from one to the other on the day of arrival
 *
 * Returns: %FALSE when nothing is known: a stay has no place, or its place is nowhere on the map
 */
gboolean
trh_arrival_get (TrhProject *project, TrhMatrix *matrix, const TrhStayRecord *from, const TrhStayRecord *to, TrhArrival *way)
{
  const TrhArtistRecord *artist = trh_project_find_record (project, TRH_ARTISTS, to->artist_id);

  if (artist == NULL || *from->venue_id == '\0' || *to->venue_id == '\0')
    return FALSE;
  way->mode = trh_travel_get_leg_mode ((TrhTravelMode) artist->travel_mode);
  return trh_matrix_get_for_artist (matrix, from->venue_id, to->venue_id, artist, to->first_day, &way->travel);
}

/**
 * trh_arrival_say_duration:
 * @way: a way
 *
 * Only what a person typed is told without the mark of an estimate: a route service and an
 * imported table know no more of the day's traffic than we do.
 *
 * Returns: (transfer full): as in “≈ 51 min” or “1 h 35 min”; "" for the same place
 */
char *
trh_arrival_say_duration (const TrhArrival *way)
{
  g_autofree char *duration = trh_minutes_say ((way->travel.duration_s + 59) / 60);

  if (way->travel.source == TRH_TRAVEL_SOURCE_SAME_PLACE)
    return g_strdup ("");
  if (way->travel.source == TRH_TRAVEL_SOURCE_TYPED)
    return g_steal_pointer (&duration);
  /* Translators: an estimated duration, as in “≈ 51 min” */
  return g_strdup_printf (C_("travel", "≈ %s"), duration);
}

static const char *
say_mode (TrhLegMode mode)
{
  switch (mode)
    {
    case TRH_LEG_BICYCLE:
      return C_("travel", "by bicycle");
    case TRH_LEG_FOOT:
      return C_("travel", "on foot");
    case TRH_LEG_CAR:
    default:
      return C_("travel", "by car");
    }
}

/**
 * trh_arrival_say:
 * @way: a way
 *
 * Returns: (transfer full): as in “by car, 38 km, ≈ 51 min (estimate)”, with a closed road's reason
 */
char *
trh_arrival_say (const TrhArrival *way)
{
  const char *source = trh_travel_say_source (way->travel.source);
  g_autofree char *duration = trh_arrival_say_duration (way);
  g_autofree char *words = NULL;

  if (way->travel.source == TRH_TRAVEL_SOURCE_SAME_PLACE)
    return g_strdup (source);
  /* Translators: how one travels, kilometres, duration, where the figures come from, as in
   * “by car, 38 km, ≈ 51 min (estimate)” */
  words = g_strdup_printf (C_("travel", "%1$s, %2$d km, %3$s (%4$s)"), say_mode (way->mode),
                           (way->travel.distance_m + 500) / 1000, duration, source);
  if (!way->travel.closed)
    return g_steal_pointer (&words);
  if (way->travel.reason == NULL || *way->travel.reason == '\0')
    /* Translators: %s is a way, as in “by car, 38 km, ≈ 51 min (estimate)” */
    return g_strdup_printf (C_("travel", "%s; closed on that day"), words);
  /* Translators: a way, and why its road is closed */
  return g_strdup_printf (C_("travel", "%1$s; closed on that day: %2$s"), words, way->travel.reason);
}
