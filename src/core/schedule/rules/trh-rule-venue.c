/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "core/base/trh-day.h"
#include "core/base/trh-text.h"
#include "core/schedule/rules/trh-rules.h"
#include "core/schedule/trh-availability.h"
#include "core/schedule/trh-occupation.h"
#include "core/schedule/trh-repairs.h"

#define MAX_SHIFT_DAYS 30 /* a repair that is further away is another plan */

/*
 * A venue is open on every day of the stays of those who work there, on every night of those
 * who sleep there, and at the hours of its encounters. It has a place to work for each of
 * those who are there at a time: on one day one may leave and the next arrive. It holds the
 * public that is expected, and one encounter at a time unless it is outdoors.
 */
enum { CLOSED_TO_WORK, CLOSED_TO_SLEEP, CLOSED_TO_MEET, FULL, PUBLIC, TWICE };

static TrhFinding *
report_stay (TrhRuleContext *context, const TrhVenueLane *lane, const TrhStayRecord *stay, int kind,
             int first_day, int last_day, TrhAmount unit, int amount)
{
  TrhFinding *finding = trh_rule_report (context, kind, first_day, last_day);

  trh_record_set_text (&finding->artist_id, stay->artist_id);
  trh_record_set_text (&finding->venue_id, lane->id);
  trh_record_set_text (&finding->object_id, stay->base.id);
  finding->unit = unit;
  finding->amount = amount;
  return finding;
}

static TrhFinding *
report_encounter (TrhRuleContext *context, const TrhVenueLane *lane, const TrhEncounterRecord *encounter, int kind,
                  TrhAmount unit, int amount)
{
  TrhFinding *finding = trh_rule_report (context, kind, encounter->day, encounter->day);

  trh_record_set_text (&finding->venue_id, lane->id);
  trh_record_set_text (&finding->object_id, encounter->base.id);
  finding->unit = unit;
  finding->amount = amount;
  return finding;
}

/* The days of all stays and encounters at the venue, looked up when there is anything to know. */
static TrhOpenDays *
list_open_days (TrhRuleContext *context, const TrhVenueLane *lane)
{
  int first_day = G_MAXINT, last_day = 0;
  GPtrArray *lists[] = { lane->stays, lane->guests };

  if (lane->record == NULL || (lane->record->windows->len == 0 && context->index->season->busy_days->len == 0))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint j = 0; j < lists[i]->len; j++)
      {
        const TrhStayRecord *stay = lists[i]->pdata[j];

        first_day = MIN (first_day, stay->first_day);
        last_day = MAX (last_day, stay->last_day);
      }

  return last_day > 0 ? trh_open_days_new (lane->record->windows, context->index->season, lane->record->commune_id,
                                           first_day, last_day) : NULL;
}

static void
check_closed (TrhRuleContext *context, const TrhVenueLane *lane)
{
  g_autoptr(TrhOpenDays) days = list_open_days (context, lane);
  int first_day, last_day, n;

  for (guint i = 0; days != NULL && i < lane->stays->len; i++)
    {
      const TrhStayRecord *stay = lane->stays->pdata[i];

      n = trh_open_days_count_closed (days, stay->first_day, stay->last_day, &first_day, &last_day);
      if (n > 0)
        report_stay (context, lane, stay, CLOSED_TO_WORK, first_day, last_day, TRH_AMOUNT_DAYS, n);
    }
  for (guint i = 0; days != NULL && i < lane->guests->len; i++)
    {
      const TrhStayRecord *stay = lane->guests->pdata[i];

      if (g_str_equal (stay->venue_id, lane->id))
        continue; /* said above */
      n = trh_open_days_count_closed (days, stay->first_day, stay->last_day - 1, &first_day, &last_day);
      if (n > 0)
        report_stay (context, lane, stay, CLOSED_TO_SLEEP, first_day, last_day, TRH_AMOUNT_DAYS, n);
    }
}

static gboolean
is_open_for (const TrhScheduleIndex *index, const TrhVenueRecord *venue, const TrhEncounterRecord *encounter, int day, int start)
{
  g_autoptr(TrhOpenDays) days = NULL;

  if (!trh_availability_of_hours (venue->windows, day, start, encounter->duration_min))
    return FALSE;
  if (index->season->busy_days->len == 0)
    return TRUE;
  days = trh_open_days_new (NULL, index->season, venue->commune_id, day, day);
  return trh_open_days_allow (days, day);
}

static gboolean
share_artist (const TrhEncounterRecord *a, const TrhEncounterRecord *b)
{
  for (char **id = a->artist_ids; *id != NULL; id++)
    if (g_strv_contains ((const char *const *) b->artist_ids, *id))
      return TRUE;

  return FALSE;
}

static void
check_encounters (TrhRuleContext *context, const TrhVenueLane *lane)
{
  const TrhEncounterRecord *reach = NULL;

  for (guint i = 0; lane->record != NULL && i < lane->encounters->len; i++)
    {
      const TrhEncounterRecord *encounter = lane->encounters->pdata[i];
      int capacity = encounter->capacity > 0 ? encounter->capacity : lane->record->capacity;

      if (!is_open_for (context->index, lane->record, encounter, encounter->day, encounter->start))
        report_encounter (context, lane, encounter, CLOSED_TO_MEET, TRH_AMOUNT_NONE, 0);
      if (capacity > 0 && encounter->expected > capacity)
        report_encounter (context, lane, encounter, PUBLIC, TRH_AMOUNT_PEOPLE, encounter->expected - capacity)->detail = capacity;

      if (encounter->start == TRH_NO_CLOCK || lane->record->kind == TRH_VENUE_OUTDOORS)
        continue;
      /* an artist who is at both has an alert of their own */
      if (reach != NULL && trh_schedule_end_of (reach) > trh_schedule_begin_of (encounter) && !share_artist (reach, encounter))
        {
          gint64 end = MIN (trh_schedule_end_of (reach), trh_schedule_end_of (encounter));
          TrhFinding *finding = report_encounter (context, lane, encounter, TWICE, TRH_AMOUNT_MINUTES,
                                                  (int) (end - trh_schedule_begin_of (encounter)));

          trh_record_set_text (&finding->other_id, reach->base.id);
        }
      if (reach == NULL || trh_schedule_end_of (encounter) > trh_schedule_end_of (reach))
        reach = encounter;
    }
}

static void
check_places (TrhRuleContext *context, const TrhVenueLane *lane)
{
  g_autoptr(TrhOccupation) places = trh_occupation_new (lane->record != NULL ? lane->record->work_places : 0);

  for (guint i = 0; lane->record != NULL && i < lane->stays->len; i++)
    {
      const TrhStayRecord *stay = lane->stays->pdata[i], *other;
      /* a visit of one day takes that day */
      int end_day = MAX (stay->last_day, stay->first_day + 1), until;

      if (trh_occupation_take (places, stay, end_day, 1, &until, &other) > 0)
        {
          TrhFinding *finding = report_stay (context, lane, stay, FULL, stay->first_day, until - 1, TRH_AMOUNT_PLACES, 1);

          finding->detail = until;
          trh_record_set_text (&finding->other_id, other != NULL ? other->base.id : "");
        }
    }
}

static void
check_venue (TrhRuleContext *context, const TrhVenueLane *lane)
{
  check_closed (context, lane);
  check_places (context, lane);
  check_encounters (context, lane);
}

static char *
say_full (const TrhScheduleIndex *index, const TrhFinding *finding, const char *artist, const char *venue,
          const char *place, const char *when)
{
  const TrhVenueRecord *record = trh_schedule_index_find (index, &trh_venue_schema, finding->venue_id);
  const TrhStayRecord *other = trh_schedule_index_find (index, &trh_stay_schema, finding->other_id);
  int n = record != NULL ? record->work_places : 0;

  if (n == 0)
    /* Translators: a venue, its commune, an artist, and when, as in "from 12 June to 14 June" */
    return g_strdup_printf (_("%1$s (%2$s) has no place to work, but %3$s is to work there %4$s."), venue, place, artist, when);
  if (n == 1 && other != NULL)
    /* Translators: a venue, its commune, two artists, and when, as in "from 12 June to 14 June" */
    return g_strdup_printf (_("%1$s (%2$s) has one place to work, but %3$s and %4$s are both there %5$s."), venue, place,
                            trh_schedule_index_name_artist (index, other->artist_id), artist, when);
  /* Translators: a venue, its commune, how many artists can work there, an artist, and when */
  return g_strdup_printf (ngettext ("%1$s (%2$s) has %3$d place to work, and %4$s is one too many %5$s.",
                                    "%1$s (%2$s) has %3$d places to work, and %4$s is one too many %5$s.", (gulong) n),
                          venue, place, n, artist, when);
}

static char *
say (const TrhScheduleIndex *index, const TrhFinding *finding)
{
  const char *artist = trh_schedule_index_name_artist (index, finding->artist_id);
  const char *venue = trh_schedule_index_name_venue (index, finding->venue_id);
  const char *place = trh_schedule_index_name_place (index, finding->venue_id);
  const char *encounter = trh_schedule_index_name_encounter (index, finding->object_id);
  g_autofree char *of_artist = trh_text_of (artist);
  g_autofree char *when = trh_rule_say_when (finding->first_day, finding->last_day);
  g_autofree char *overlap = NULL;

  switch (finding->kind)
    {
    case CLOSED_TO_WORK:
    case CLOSED_TO_SLEEP:
      /* Translators: a venue, its commune, a number of days, whose stay, as in "of Ana Ruiz",
       * when, as in "from 12 June to 14 June" */
      return g_strdup_printf (ngettext ("%1$s (%2$s) is closed on %3$d day of the stay %4$s, %5$s.",
                                        "%1$s (%2$s) is closed on %3$d days of the stay %4$s, %5$s.",
                                        (gulong) finding->amount), venue, place, finding->amount, of_artist, when);
    case CLOSED_TO_MEET:
      /* Translators: a venue, its commune, an encounter, and when, as in "on 12 June" */
      return g_strdup_printf (_("%1$s (%2$s) is closed at the time of “%3$s”, %4$s."), venue, place, encounter, when);
    case PUBLIC:
      /* Translators: an encounter, a venue, how many people it holds, when, how many people too many */
      return g_strdup_printf (ngettext ("“%1$s” expects %5$d person more than %2$s holds (%3$d), %4$s.",
                                        "“%1$s” expects %5$d people more than %2$s holds (%3$d), %4$s.",
                                        (gulong) finding->amount), encounter, venue, finding->detail, when, finding->amount);
    case TWICE:
      overlap = trh_minutes_say (finding->amount);
      /* Translators: two encounters, a venue, how long they overlap, as in "45 min", and when, as in "on 12 June" */
      return g_strdup_printf (_("“%1$s” and “%2$s” are both at %3$s at the same time, for %4$s %5$s."),
                              trh_schedule_index_name_encounter (index, finding->other_id), encounter, venue, overlap, when);
    default:
      return say_full (index, finding, artist, venue, place, when);
    }
}

/* The shift of least days after which the venue is open on all days of a stay, or 0. */
static int
find_shift (const TrhScheduleIndex *index, const TrhVenueRecord *venue, const TrhStayRecord *stay, int direction)
{
  for (int n = 1; n <= MAX_SHIFT_DAYS; n++)
    {
      int first_day = stay->first_day + n * direction, last_day = stay->last_day + n * direction, from, to;
      g_autoptr(TrhOpenDays) days = trh_open_days_new (venue->windows, index->season, venue->commune_id, first_day, last_day);

      if (trh_open_days_count_closed (days, first_day, last_day, &from, &to) == 0)
        return n * direction;
    }

  return 0;
}

static void
repair_stay (TrhRepairs *repairs, const TrhFinding *finding, const TrhStayRecord *stay)
{
  const TrhScheduleIndex *index = trh_repairs_get_index (repairs);
  const TrhVenueRecord *venue = trh_schedule_index_find (index, &trh_venue_schema, finding->venue_id);

  if (finding->kind == CLOSED_TO_SLEEP)
    trh_repairs_other_lodgings (repairs, stay->base.id);
  else if (finding->kind == CLOSED_TO_WORK)
    {
      if (finding->first_day == stay->first_day)
        trh_repairs_set_days (repairs, stay->base.id, finding->last_day + 1, stay->last_day);
      if (finding->last_day == stay->last_day)
        trh_repairs_set_days (repairs, stay->base.id, stay->first_day, finding->first_day - 1);
    }
  else
    {
      trh_repairs_set_days (repairs, stay->base.id, finding->detail, stay->last_day);
      trh_repairs_shift_stay (repairs, stay->base.id, finding->detail - stay->first_day);
    }
  if (finding->kind != FULL && venue != NULL)
    {
      trh_repairs_shift_stay (repairs, stay->base.id, find_shift (index, venue, stay, 1));
      trh_repairs_shift_stay (repairs, stay->base.id, find_shift (index, venue, stay, -1));
    }
  if (finding->kind != CLOSED_TO_SLEEP)
    trh_repairs_other_venues (repairs, stay->base.id);
  trh_repairs_unplace (repairs, stay->base.id);
}

static void
repair_encounter (TrhRepairs *repairs, const TrhFinding *finding, const TrhEncounterRecord *encounter)
{
  const TrhScheduleIndex *index = trh_repairs_get_index (repairs);
  const TrhVenueRecord *venue = trh_schedule_index_find (index, &trh_venue_schema, finding->venue_id);
  const TrhEncounterRecord *other = trh_schedule_index_find (index, &trh_encounter_schema, finding->other_id);

  if (finding->kind == TWICE && other != NULL)
    {
      int start = ((other->day - encounter->day) * 1440 + other->start + other->duration_min + 14) / 15 * 15;

      if (start + encounter->duration_min <= 1440)
        trh_repairs_move_encounter (repairs, encounter->base.id, encounter->day, start);
    }
  trh_repairs_encounter_venues (repairs, encounter->base.id);
  if (finding->kind == PUBLIC)
    trh_repairs_expect (repairs, encounter->base.id, finding->detail);
  else
    for (int shift = 1; venue != NULL && shift <= 7; shift++)
      for (int sign = 1; sign >= -1; sign -= 2)
        if (is_open_for (index, venue, encounter, encounter->day + shift * sign, encounter->start))
          trh_repairs_move_encounter (repairs, encounter->base.id, encounter->day + shift * sign, encounter->start);
  trh_repairs_cancel (repairs, encounter->base.id);
}

static void
repair (TrhRepairs *repairs, const TrhFinding *finding)
{
  const TrhScheduleIndex *index = trh_repairs_get_index (repairs);
  const TrhStayRecord *stay = trh_schedule_index_find (index, &trh_stay_schema, finding->object_id);
  const TrhEncounterRecord *encounter = trh_schedule_index_find (index, &trh_encounter_schema, finding->object_id);

  if (stay != NULL)
    repair_stay (repairs, finding, stay);
  if (encounter != NULL)
    repair_encounter (repairs, finding, encounter);
}

const TrhRule trh_rule_venue = {
  "venue", N_("A venue that is closed or too small"), TRH_SEVERITY_STRONG, "busy-days",
  NULL, check_venue, say, repair,
};
