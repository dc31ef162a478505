/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "core/base/trh-day.h"
#include "core/schedule/rules/trh-rules.h"
#include "core/schedule/trh-journey.h"
#include "core/schedule/trh-repairs.h"

#define MAX_MORE_DAYS 5

/* No journey is longer than what the artist, or else the season, allows for a day, times the
 * days there are for it. @detail of a finding is the road in kilometres. */

static void
check_artist (TrhRuleContext *context, const TrhArtistLane *lane)
{
  int limit_km = context->index->season->max_km_per_day;
  GArray *journeys;

  if (lane->record != NULL && lane->record->max_km_per_day > 0)
    limit_km = lane->record->max_km_per_day;
  if (limit_km == 0)
    return;

  journeys = trh_rule_get_journeys (context, lane);
  for (guint i = 0; i < journeys->len; i++)
    {
      const TrhJourney *journey = &g_array_index (journeys, TrhJourney, i);
      gint64 allowed_m = (gint64) limit_km * 1000 * (journey->last_day - journey->first_day + 1);
      TrhFinding *finding;

      if (journey->travel.distance_m <= allowed_m)
        continue;
      finding = trh_rule_report (context, 0, journey->first_day, journey->last_day);
      trh_record_set_text (&finding->artist_id, lane->id);
      trh_record_set_text (&finding->venue_id, journey->to_venue_id);
      trh_record_set_text (&finding->object_id, journey->to_object_id);
      trh_record_set_text (&finding->from_id, journey->from_venue_id);
      trh_record_set_text (&finding->other_id, journey->from_object_id);
      finding->unit = TRH_AMOUNT_KM;
      finding->amount = (int) ((journey->travel.distance_m - allowed_m + 999) / 1000);
      finding->detail = (journey->travel.distance_m + 999) / 1000;
      finding->estimated = journey->travel.source == TRH_TRAVEL_SOURCE_ESTIMATE;
    }
}

static char *
say (const TrhScheduleIndex *index, const TrhFinding *finding)
{
  const char *artist = trh_schedule_index_name_artist (index, finding->artist_id);
  const char *from = trh_schedule_index_name_place (index, finding->from_id);
  const char *to = trh_schedule_index_name_place (index, finding->venue_id);
  g_autofree char *when = trh_rule_say_when (finding->first_day, finding->last_day);

  if (finding->estimated)
    /* Translators: an artist, two places, when, as in "on 12 June", kilometres, kilometres too many */
    return g_strdup_printf (_("%1$s travels %2$s – %3$s %4$s: about %5$d km (estimated), %6$d km more than the daily limit."),
                            artist, from, to, when, finding->detail, finding->amount);
  /* Translators: an artist, two places, when, as in "on 12 June", kilometres, kilometres too many */
  return g_strdup_printf (_("%1$s travels %2$s – %3$s %4$s: %5$d km, %6$d km more than the daily limit."),
                          artist, from, to, when, finding->detail, finding->amount);
}

static void
repair (TrhRepairs *repairs, const TrhFinding *finding)
{
  trh_repairs_more_days (repairs, finding->other_id, finding->object_id, MAX_MORE_DAYS);
  trh_repairs_leave_encounter (repairs, finding->object_id, finding->artist_id);
  trh_repairs_give_up (repairs, finding->object_id);
}

const TrhRule trh_rule_long_leg = {
  "long-leg", N_("A journey longer than the daily limit"), TRH_SEVERITY_WEAK, "max-km-per-day",
  check_artist, NULL, say, repair,
};
