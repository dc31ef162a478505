/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/schedule/trh-journey.h"

#include "core/base/trh-day.h"

#define MAX_CLOSED_DAYS 31 /* looked at for an open road; a pass that is closed longer is closed */

/* A place where the artist has to be, and from when on they may go. A stay of some nights has
 * two: its day of arrival and its day of departure. */
typedef struct {
  const char *venue_id, *object_id;
  const char *due_id;
  gboolean    can_leave, can_reach;
  int         day;
  gint64      order; /* true minutes: what sorts stops */
  gint64      ready;
  gint64      due;
} Stop;

static int
compare_stops (gconstpointer a, gconstpointer b)
{
  const Stop *p = a, *q = b;

  if (p->order != q->order)
    return p->order < q->order ? -1 : 1;
  /* one leaves, then arrives, then meets the public */
  if (p->can_reach != q->can_reach)
    return p->can_reach ? 1 : -1;
  if (p->can_leave != q->can_leave)
    return p->can_leave ? 1 : -1;
  return g_strcmp0 (p->object_id, q->object_id);
}

static int
get_setup_min (const TrhArtistLane *lane, const TrhEncounterRecord *encounter)
{
  return MAX (encounter->setup_min, lane->record != NULL ? lane->record->setup_min : 0);
}

/* When the artist must have arrived at the venue of a stay: by midnight, or in time for the
 * first encounter of that day in that commune. */
static gint64
get_arrival_due (const TrhScheduleIndex *index, const TrhArtistLane *lane, const TrhStayRecord *stay, guint *next,
                 const char **due_id)
{
  const char *commune_id = trh_schedule_index_commune_of (index, stay->venue_id);

  while (*next < lane->encounters->len && ((TrhEncounterRecord *) lane->encounters->pdata[*next])->day < stay->first_day)
    ++*next;
  for (guint i = *next; i < lane->encounters->len; i++)
    {
      const TrhEncounterRecord *encounter = lane->encounters->pdata[i];

      if (encounter->day > stay->first_day)
        break;
      if (encounter->start != TRH_NO_CLOCK && *commune_id != '\0' &&
          g_str_equal (trh_schedule_index_commune_of (index, encounter->venue_id), commune_id))
        {
          *due_id = encounter->base.id;
          return trh_schedule_begin_of (encounter) - get_setup_min (lane, encounter);
        }
    }

  return trh_clock_to_minutes (stay->first_day, 1440);
}

static GArray *
list_stops (const TrhScheduleIndex *index, const TrhArtistLane *lane)
{
  GArray *stops = g_array_sized_new (FALSE, FALSE, sizeof (Stop), 2 * lane->stays->len + lane->encounters->len);
  guint next = 0;

  for (guint i = 0; i < lane->stays->len; i++)
    {
      const TrhStayRecord *stay = lane->stays->pdata[i];
      Stop stop = { .venue_id = stay->venue_id, .object_id = stay->base.id, .due_id = stay->base.id };

      if (*stay->venue_id == '\0')
        continue;
      stop.can_reach = TRUE;
      stop.day = stay->first_day;
      stop.due = stop.order = get_arrival_due (index, lane, stay, &next, &stop.due_id);
      if (stay->first_day < stay->last_day)
        {
          g_array_append_val (stops, stop);
          stop.can_reach = FALSE;
          stop.day = stay->last_day;
        }
      stop.can_leave = TRUE;
      stop.ready = trh_clock_to_minutes (stay->last_day, TRH_JOURNEY_FROM_MIN);
      stop.order = stop.can_reach ? trh_clock_to_minutes (stay->first_day, 720) : stop.ready;
      g_array_append_val (stops, stop);
    }

  for (guint i = 0; i < lane->encounters->len; i++)
    {
      const TrhEncounterRecord *encounter = lane->encounters->pdata[i];
      Stop stop = { encounter->venue_id, encounter->base.id, encounter->base.id, TRUE, TRUE, encounter->day };

      if (*encounter->venue_id == '\0')
        continue;
      if (encounter->start != TRH_NO_CLOCK)
        {
          stop.order = trh_schedule_begin_of (encounter);
          stop.due = stop.order - get_setup_min (lane, encounter);
          stop.ready = stop.order + encounter->duration_min;
        }
      else
        {
          stop.order = trh_clock_to_minutes (encounter->day, 720);
          stop.due = trh_clock_to_minutes (encounter->day, 1440);
          stop.ready = trh_clock_to_minutes (encounter->day, TRH_JOURNEY_FROM_MIN);
        }
      g_array_append_val (stops, stop);
    }

  g_array_sort (stops, compare_stops);
  return stops;
}

/* The first day from which the road is open, and the road on that day. */
static gboolean
find_road (TrhMatrix *matrix, const TrhArtistLane *lane, TrhJourney *journey)
{
  int last_day = MIN (journey->last_day, journey->first_day + MAX_CLOSED_DAYS);
  TrhTravel travel;

  for (int day = journey->first_day; day <= last_day; day++)
    {
      gboolean known = lane->record != NULL
        ? trh_matrix_get_for_artist (matrix, journey->from_venue_id, journey->to_venue_id, lane->record, day, &travel)
        : trh_matrix_get (matrix, journey->from_venue_id, journey->to_venue_id, TRH_LEG_CAR, day, &travel);

      if (!known)
        return FALSE;
      if (day == journey->first_day || !travel.closed)
        {
          journey->day = day;
          journey->travel = travel;
          journey->reason = travel.reason;
        }
      if (!travel.closed)
        break;
    }

  return TRUE;
}

/**
 * trh_journeys_list:
 * @index: a season
 * @matrix: (nullable): its roads; without it no journey is known
 * @lane: one artist of it
 *
 * Who stays somewhere and meets the public in the same commune does not travel; who meets
 * them elsewhere in the middle of a stay goes there and back on that day, and only the next
 * encounter makes that a question of time.
 *
 * Returns: (transfer full) (element-type TrhJourney): the artist's journeys, in order of time
 */
GArray *
trh_journeys_list (TrhScheduleIndex *index, TrhMatrix *matrix, const TrhArtistLane *lane)
{
  GArray *journeys = g_array_new (FALSE, FALSE, sizeof (TrhJourney));
  g_autoptr(GArray) stops = NULL;

  if (matrix == NULL || lane->stays->len + lane->encounters->len < 2)
    return journeys;

  stops = list_stops (index, lane);
  for (guint i = 1; i < stops->len; i++)
    {
      const Stop *from = &g_array_index (stops, Stop, i - 1), *to = &g_array_index (stops, Stop, i);
      TrhJourney journey = {
        from->venue_id, from->object_id, to->venue_id, to->object_id,
        .first_day = from->day, .last_day = MAX (to->day, from->day), .day = from->day,
        .ready = from->ready, .due = to->due, .due_id = to->due_id,
      };

      if (!from->can_leave || !to->can_reach || g_str_equal (from->venue_id, to->venue_id))
        continue;
      if (from->can_reach && to->can_leave && to->order < from->ready)
        continue; /* two encounters at once: no road would help */
      if (find_road (matrix, lane, &journey))
        g_array_append_val (journeys, journey);
    }

  return journeys;
}
