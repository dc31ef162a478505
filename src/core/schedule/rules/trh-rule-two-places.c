/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "core/base/trh-day.h"
#include "core/base/trh-text.h"
#include "core/schedule/rules/trh-rules.h"
#include "core/schedule/trh-repairs.h"

/*
 * An artist cannot be in two places at once. A stay is closed in days, but on one day an artist
 * may leave one venue and reach the next: two stays collide only when one of them goes on after
 * the other has begun. An encounter elsewhere collides with the days strictly inside a stay;
 * those of arrival and departure are a matter of the road. In one commune, a stay and an
 * encounter are at one place.
 *
 * Each stay and each encounter is reported once, against the earlier one that reaches furthest.
 */
enum { STAYS, AWAY, ENCOUNTERS };

static void
check_stays (TrhRuleContext *context, const TrhArtistLane *lane)
{
  const TrhStayRecord *reach = NULL;

  for (guint i = 0; i < lane->stays->len; i++)
    {
      const TrhStayRecord *stay = lane->stays->pdata[i];

      if (reach != NULL && reach->last_day > stay->first_day)
        {
          int last_day = MIN (reach->last_day, stay->last_day);
          TrhFinding *finding = trh_rule_report (context, STAYS, stay->first_day, last_day);

          trh_record_set_text (&finding->artist_id, lane->id);
          trh_record_set_text (&finding->venue_id, stay->venue_id);
          trh_record_set_text (&finding->object_id, stay->base.id);
          trh_record_set_text (&finding->from_id, reach->venue_id);
          trh_record_set_text (&finding->other_id, reach->base.id);
          finding->unit = TRH_AMOUNT_DAYS;
          finding->amount = last_day - stay->first_day + 1;
        }
      if (reach == NULL || stay->last_day > reach->last_day)
        reach = stay;
    }
}

static void
check_away (TrhRuleContext *context, const TrhArtistLane *lane)
{
  const TrhStayRecord *reach = NULL;
  guint next = 0;

  for (guint i = 0; i < lane->encounters->len; i++)
    {
      const TrhEncounterRecord *encounter = lane->encounters->pdata[i];

      for (; next < lane->stays->len; next++)
        {
          const TrhStayRecord *stay = lane->stays->pdata[next];

          if (stay->first_day >= encounter->day)
            break;
          if (reach == NULL || stay->last_day > reach->last_day)
            reach = stay;
        }

      if (reach != NULL && reach->last_day > encounter->day && *encounter->venue_id != '\0' && *reach->venue_id != '\0')
        {
          const char *here = trh_schedule_index_commune_of (context->index, encounter->venue_id);
          const char *there = trh_schedule_index_commune_of (context->index, reach->venue_id);
          TrhFinding *finding;

          /* where a venue is in no commune, nobody can say that it is elsewhere */
          if (*here == '\0' || *there == '\0' || g_str_equal (here, there))
            continue;
          finding = trh_rule_report (context, AWAY, encounter->day, encounter->day);
          trh_record_set_text (&finding->artist_id, lane->id);
          trh_record_set_text (&finding->venue_id, encounter->venue_id);
          trh_record_set_text (&finding->object_id, encounter->base.id);
          trh_record_set_text (&finding->from_id, reach->venue_id);
          trh_record_set_text (&finding->other_id, reach->base.id);
        }
    }
}

static void
check_encounters (TrhRuleContext *context, const TrhArtistLane *lane)
{
  const TrhEncounterRecord *reach = NULL;

  for (guint i = 0; i < lane->encounters->len; i++)
    {
      const TrhEncounterRecord *encounter = lane->encounters->pdata[i];

      if (encounter->start == TRH_NO_CLOCK)
        continue;
      if (reach != NULL && trh_schedule_end_of (reach) > trh_schedule_begin_of (encounter))
        {
          gint64 end = MIN (trh_schedule_end_of (reach), trh_schedule_end_of (encounter));
          TrhFinding *finding = trh_rule_report (context, ENCOUNTERS, encounter->day, encounter->day);

          trh_record_set_text (&finding->artist_id, lane->id);
          trh_record_set_text (&finding->venue_id, encounter->venue_id);
          trh_record_set_text (&finding->object_id, encounter->base.id);
          trh_record_set_text (&finding->from_id, reach->venue_id);
          trh_record_set_text (&finding->other_id, reach->base.id);
          finding->unit = TRH_AMOUNT_MINUTES;
          finding->amount = (int) (end - trh_schedule_begin_of (encounter));
        }
      if (reach == NULL || trh_schedule_end_of (encounter) > trh_schedule_end_of (reach))
        reach = encounter;
    }
}

static void
check_artist (TrhRuleContext *context, const TrhArtistLane *lane)
{
  check_stays (context, lane);
  check_away (context, lane);
  check_encounters (context, lane);
}

static char *
say (const TrhScheduleIndex *index, const TrhFinding *finding)
{
  const char *artist = trh_schedule_index_name_artist (index, finding->artist_id);
  const char *here = trh_schedule_index_name_place (index, finding->venue_id);
  const char *there = trh_schedule_index_name_place (index, finding->from_id);
  g_autofree char *at_here = trh_text_at (here);
  g_autofree char *at_there = trh_text_at (there);
  g_autofree char *when = trh_rule_say_when (finding->first_day, finding->last_day);

  if (finding->kind == ENCOUNTERS)
    {
      g_autofree char *overlap = trh_minutes_say (finding->amount);

      /* Translators: an artist, two encounters, how long they overlap, as in "45 min", and when, as in "on 12 June" */
      return g_strdup_printf (_("%1$s is expected at “%2$s” and at “%3$s” at the same time, for %4$s %5$s."), artist,
                              trh_schedule_index_name_encounter (index, finding->other_id),
                              trh_schedule_index_name_encounter (index, finding->object_id), overlap, when);
    }
  if (finding->kind == AWAY)
    /* Translators: an artist, an encounter, its place, as in "at Rosans", when, as in "on 12 June", the place of the stay */
    return g_strdup_printf (_("%1$s is expected %3$s for “%2$s” %4$s, in the middle of a stay %5$s."), artist,
                            trh_schedule_index_name_encounter (index, finding->object_id), at_here, when, at_there);
  if (g_str_equal (finding->venue_id, finding->from_id))
    /* Translators: an artist, a venue, and when, as in "from 12 June to 14 June" */
    return g_strdup_printf (_("%1$s has two stays at %2$s %3$s."), artist,
                            trh_schedule_index_name_venue (index, finding->venue_id), when);
  if (g_str_equal (here, there))
    /* Translators: an artist, two venues of one commune, and when, as in "on 12 June" */
    return g_strdup_printf (_("%1$s is in two places, %2$s and %3$s, %4$s."), artist,
                            trh_schedule_index_name_venue (index, finding->from_id),
                            trh_schedule_index_name_venue (index, finding->venue_id), when);
  /* Translators: an artist, two places, as in "at Séderon", and when, as in "on 12 June" */
  return g_strdup_printf (_("%1$s is %2$s and %3$s %4$s."), artist, at_there, at_here, when);
}

static void
repair_stays (TrhRepairs *repairs, const TrhStayRecord *earlier, const TrhStayRecord *later)
{
  int first_cut = MIN (earlier->last_day, later->last_day);

  /* the one ends where the other begins, whichever changes less */
  trh_repairs_set_days (repairs, earlier->base.id, earlier->first_day, later->first_day);
  if (earlier->last_day < later->last_day)
    trh_repairs_set_days (repairs, later->base.id, earlier->last_day, later->last_day);
  trh_repairs_shift_stay (repairs, later->base.id, earlier->last_day - later->first_day);
  trh_repairs_shift_stay (repairs, earlier->base.id, later->first_day - earlier->last_day);
  trh_repairs_shift_stay (repairs, later->base.id, earlier->first_day - later->last_day);
  trh_repairs_shift_stay (repairs, earlier->base.id, first_cut - earlier->first_day);
  trh_repairs_unplace (repairs, later->base.id);
}

static void
repair (TrhRepairs *repairs, const TrhFinding *finding)
{
  const TrhScheduleIndex *index = trh_repairs_get_index (repairs);

  if (finding->kind == STAYS)
    {
      const TrhStayRecord *earlier = trh_schedule_index_find (index, &trh_stay_schema, finding->other_id);
      const TrhStayRecord *later = trh_schedule_index_find (index, &trh_stay_schema, finding->object_id);

      if (earlier != NULL && later != NULL)
        repair_stays (repairs, earlier, later);
      return;
    }

  {
    const TrhEncounterRecord *encounter = trh_schedule_index_find (index, &trh_encounter_schema, finding->object_id);

    if (encounter == NULL)
      return;
    if (finding->kind == ENCOUNTERS)
      {
        const TrhEncounterRecord *other = trh_schedule_index_find (index, &trh_encounter_schema, finding->other_id);

        if (other != NULL)
          {
            /* clock times on the quarter of an hour, the day after when the evening is full */
            int end = (other->day - encounter->day) * 1440 + other->start + other->duration_min;
            int start = (end + 14) / 15 * 15;

            if (start + encounter->duration_min <= 1440)
              trh_repairs_move_encounter (repairs, encounter->base.id, encounter->day, start);
          }
        trh_repairs_move_encounter (repairs, encounter->base.id, encounter->day + 1, encounter->start);
        trh_repairs_move_encounter (repairs, encounter->base.id, encounter->day - 1, encounter->start);
      }
    else
      {
        const TrhStayRecord *stay = trh_schedule_index_find (index, &trh_stay_schema, finding->other_id);

        trh_repairs_encounter_venues (repairs, encounter->base.id);
        if (stay != NULL)
          {
            trh_repairs_move_encounter (repairs, encounter->base.id, stay->last_day, encounter->start);
            trh_repairs_move_encounter (repairs, encounter->base.id, stay->first_day, encounter->start);
          }
      }
    trh_repairs_leave_encounter (repairs, encounter->base.id, finding->artist_id);
    trh_repairs_cancel (repairs, encounter->base.id);
  }
}

const TrhRule trh_rule_two_places = {
  "two-places", N_("An artist in two places"), TRH_SEVERITY_STRONG, "",
  check_artist, NULL, say, repair,
};
