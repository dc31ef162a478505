/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/schedule/trh-free-days.h"

#include "core/base/trh-day.h"
#include "core/base/trh-limits.h"
#include "core/model/trh-window.h"
#include "core/schedule/trh-schedule-names.h"

#define LOOK_AHEAD_DAYS 366 /* where the season has no last day */

/* Whether it has a place on the calendar; if not, it waits for one. */
gboolean
trh_stay_is_placed (const TrhStayRecord *stay)
{
  return !stay->unplaced && stay->first_day != TRH_NO_DAY && stay->last_day != TRH_NO_DAY;
}

/* Whether an artist is there from the day of arrival to the day of departure. */
static gboolean
is_there (const TrhArtistRecord *artist, int first_day, int last_day)
{
  for (int day = first_day; artist != NULL && day <= last_day; day++)
    if (!trh_windows_allow (artist->availability, day))
      return FALSE;
  return TRUE;
}

/* Whether no other stay of the artist is on those days; leaving one and coming to the other may be on one day. */
static gboolean
is_free (TrhProject *project, const char *artist_id, int first_day, int last_day)
{
  for (guint i = 0; i < trh_project_count (project, TRH_STAYS); i++)
    {
      const TrhStayRecord *stay = trh_project_peek_record (project, TRH_STAYS, i);

      if (g_str_equal (stay->artist_id, artist_id) && trh_stay_is_placed (stay)
          && stay->first_day < last_day && stay->last_day > first_day)
        return FALSE;
    }
  return TRUE;
}

static gboolean
find_from (TrhProject *project, const char *artist_id, int from_day, int until_day, int nights, int *first_day)
{
  const TrhArtistRecord *artist = trh_project_find_record (project, TRH_ARTISTS, artist_id);

  for (int day = from_day; day + nights <= until_day; day++)
    if (is_there (artist, day, day + nights) && (artist == NULL || is_free (project, artist_id, day, day + nights)))
      {
        *first_day = day;
        return TRUE;
      }
  return FALSE;
}

/**
 * trh_free_days_find:
 * @project: a project
 * @artist_id: one of its artists, or "" for nobody yet
 * @from_day: where to look first, a day
 * @nights: how many the stay shall have, 1 or more
 * @first_day: (out): a day of arrival
 * @last_day: (out): the day of departure
 *
 * The first days from @from_day on, then of the whole season, on which the artist is there and
 * has no other stay; with fewer nights where so many do not fit. Where nothing fits at all, the
 * days are those from @from_day, and alerts will say what is wrong with them.
 */
void
trh_free_days_find (TrhProject *project, const char *artist_id, int from_day, int nights, int *first_day, int *last_day)
{
  const TrhSeasonRecord *season = trh_project_peek_season (project);
  int begin = season->first_day != TRH_NO_DAY ? season->first_day : from_day;
  int end = season->last_day != TRH_NO_DAY ? season->last_day : MIN (begin + LOOK_AHEAD_DAYS, TRH_MAX_DAY);

  for (int n = nights; n >= 1; n--)
    if (find_from (project, artist_id, MAX (from_day, begin), end, n, first_day) ||
        find_from (project, artist_id, begin, end, n, first_day))
      {
        *last_day = *first_day + n;
        return;
      }
  *first_day = from_day;
  *last_day = from_day + nights;
}

static TrhCoordinate
locate (TrhProject *project, const TrhVenueRecord *venue)
{
  return trh_venue_locate (venue, trh_project_find_record (project, TRH_COMMUNES, venue->commune_id));
}

/**
 * trh_lodgings_list:
 * @project: a project
 * @venue_id: where an artist works, or "" while that is not chosen
 *
 * Returns: (transfer container) (element-type TrhVenueRecord): the venues where people can sleep,
 *   the nearest first, those that are nowhere on the map last. Lent until the next edit.
 */
GPtrArray *
trh_lodgings_list (TrhProject *project, const char *venue_id)
{
  const TrhVenueRecord *from = trh_project_find_record (project, TRH_VENUES, venue_id);
  TrhCoordinate here = from != NULL ? locate (project, from) : (TrhCoordinate) { 0, 0 };
  g_autoptr(GArray) lodgings = g_array_new (FALSE, FALSE, sizeof (TrhNeighbour));
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < trh_project_count (project, TRH_VENUES); i++)
    {
      const TrhVenueRecord *venue = trh_project_peek_record (project, TRH_VENUES, i);
      TrhNeighbour lodging = trh_neighbour_at (venue, locate (project, venue), here);

      if (venue->beds == 0 && !venue->lodges)
        continue;
      g_array_append_val (lodgings, lodging);
    }
  g_array_sort (lodgings, trh_neighbour_compare);
  for (guint i = 0; i < lodgings->len; i++)
    g_ptr_array_add (list, (gpointer) g_array_index (lodgings, TrhNeighbour, i).venue);
  return list;
}
