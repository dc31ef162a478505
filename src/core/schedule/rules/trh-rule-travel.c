/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "core/base/trh-day.h"
#include "core/base/trh-text.h"
#include "core/schedule/rules/trh-rules.h"
#include "core/schedule/trh-journey.h"
#include "core/schedule/trh-repairs.h"

#define MAX_WAIT_DAYS 14 /* for a road to open: further away a repair is no repair */

/* From stop to stop, the end, packing, the road and setting up fit before the next beginning,
 * and the road is open on one of the days. Who arrives for a stay too late for an encounter of
 * that day is told about the encounter. @detail of a finding is the road in minutes. */
enum { LATE, CLOSED, LATE_ON_ARRIVAL };

static void
report (TrhRuleContext *context, const TrhArtistLane *lane, const TrhJourney *journey, int kind, int missing_min)
{
  TrhFinding *finding = trh_rule_report (context, kind, journey->day, journey->last_day);

  trh_record_set_text (&finding->artist_id, lane->id);
  trh_record_set_text (&finding->venue_id, journey->to_venue_id);
  trh_record_set_text (&finding->object_id, kind == LATE_ON_ARRIVAL ? journey->due_id : journey->to_object_id);
  trh_record_set_text (&finding->from_id, journey->from_venue_id);
  trh_record_set_text (&finding->other_id, journey->from_object_id);
  trh_record_set_text (&finding->note, kind == CLOSED && journey->reason != NULL ? journey->reason : "");
  finding->unit = kind == CLOSED ? TRH_AMOUNT_NONE : TRH_AMOUNT_MINUTES;
  finding->amount = missing_min;
  finding->detail = (journey->travel.duration_s + 59) / 60;
  finding->estimated = journey->travel.source == TRH_TRAVEL_SOURCE_ESTIMATE;
}

static void
check_artist (TrhRuleContext *context, const TrhArtistLane *lane)
{
  GArray *journeys = trh_rule_get_journeys (context, lane);
  int packing_min = trh_rule_get_packing_min (context->index, lane);

  for (guint i = 0; i < journeys->len; i++)
    {
      const TrhJourney *journey = &g_array_index (journeys, TrhJourney, i);
      gint64 missing = journey->ready + packing_min + (journey->travel.duration_s + 59) / 60 - journey->due;

      if (journey->travel.closed)
        report (context, lane, journey, CLOSED, 0);
      else if (missing > 0)
        report (context, lane, journey, g_str_equal (journey->due_id, journey->to_object_id) ? LATE : LATE_ON_ARRIVAL,
                (int) MIN (missing, G_MAXINT));
    }
}

static char *
say (const TrhScheduleIndex *index, const TrhFinding *finding)
{
  const char *artist = trh_schedule_index_name_artist (index, finding->artist_id);
  const char *from = trh_schedule_index_name_place (index, finding->from_id);
  const char *to = trh_schedule_index_name_place (index, finding->venue_id);
  g_autofree char *when = trh_rule_say_when (finding->last_day, finding->last_day);
  g_autofree char *missing = NULL;
  g_autofree char *road = NULL;
  g_autofree char *at_to = trh_text_at (to);

  if (g_str_equal (from, to))
    {
      from = trh_schedule_index_name_venue (index, finding->from_id);
      to = trh_schedule_index_name_venue (index, finding->venue_id);
    }
  if (finding->kind == CLOSED && *finding->note != '\0')
    /* Translators: two places, an artist, when, as in "on 12 June", and a reason somebody wrote */
    return g_strdup_printf (_("The road %1$s – %2$s is closed when %3$s takes it %4$s: %5$s."),
                            from, to, artist, when, finding->note);
  if (finding->kind == CLOSED)
    /* Translators: two places, an artist, and when, as in "on 12 June" */
    return g_strdup_printf (_("The road %1$s – %2$s is closed when %3$s takes it %4$s."), from, to, artist, when);

  missing = trh_minutes_say (finding->amount);
  road = trh_minutes_say (finding->detail);
  if (finding->estimated)
    /* Translators: an artist, where, as in "at Rosans", when, as in "on 12 June", how late, as in "45 min",
     * how long the road is, from where */
    return g_strdup_printf (_("%1$s cannot be %2$s in time %3$s: %4$s are missing, "
                              "with about %5$s of road from %6$s (estimated)."),
                            artist, at_to, when, missing, road, from);
  /* Translators: an artist, where, as in "at Rosans", when, as in "on 12 June", how late, as in "45 min",
   * how long the road is, from where */
  return g_strdup_printf (_("%1$s cannot be %2$s in time %3$s: %4$s are missing, with %5$s of road from %6$s."),
                          artist, at_to, when, missing, road, from);
}

/* Begins what comes next later on the same day, or ends what was before earlier. */
static void
repair_hours (TrhRepairs *repairs, const TrhEncounterRecord *before, const TrhEncounterRecord *next, int missing_min)
{
  int shift = (missing_min + 14) / 15 * 15; /* clock times stay on the quarter of an hour */

  if (next != NULL && next->start != TRH_NO_CLOCK && next->start + shift + next->duration_min <= 1440)
    trh_repairs_move_encounter (repairs, next->base.id, next->day, next->start + shift);
  if (before != NULL && before->start != TRH_NO_CLOCK && before->start >= shift + TRH_JOURNEY_FROM_MIN)
    trh_repairs_move_encounter (repairs, before->base.id, before->day, before->start - shift);
}

static void
repair (TrhRepairs *repairs, const TrhFinding *finding)
{
  const TrhScheduleIndex *index = trh_repairs_get_index (repairs);
  const TrhEncounterRecord *before = trh_schedule_index_find (index, &trh_encounter_schema, finding->other_id);
  const TrhEncounterRecord *next = trh_schedule_index_find (index, &trh_encounter_schema, finding->object_id);

  if (finding->kind != CLOSED)
    repair_hours (repairs, before, next, finding->amount);
  trh_repairs_more_days (repairs, finding->other_id, finding->object_id, finding->kind == CLOSED ? MAX_WAIT_DAYS : 2);
  if (next != NULL)
    trh_repairs_leave_encounter (repairs, next->base.id, finding->artist_id);
  if (before != NULL)
    trh_repairs_leave_encounter (repairs, before->base.id, finding->artist_id);
  trh_repairs_give_up (repairs, finding->object_id);
}

const TrhRule trh_rule_travel = {
  "travel", N_("A journey that is impossible in time"), TRH_SEVERITY_STRONG, "packing-min",
  check_artist, NULL, say, repair,
};
