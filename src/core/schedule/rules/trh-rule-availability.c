/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "core/base/trh-day.h"
#include "core/base/trh-limits.h"
#include "core/base/trh-text.h"
#include "core/schedule/rules/trh-rules.h"
#include "core/schedule/trh-availability.h"
#include "core/schedule/trh-repairs.h"

#define EARLIEST_MIN (8 * 60) /* nobody is invited before, unless a person says so */
#define MAX_SHIFT_DAYS 60 /* a repair that is further away is another season */

/* Stays and encounters are held in the season, on days (encounters: at hours) when the artist
 * is available. An encounter of several artists that is outside the season is reported once,
 * for the first of them. */
enum { STAY_SEASON, STAY_ABSENT, ENCOUNTER_SEASON, ENCOUNTER_ABSENT };

static gboolean
is_outside (const TrhSeasonRecord *season, int day)
{
  return (season->first_day != TRH_NO_DAY && day < season->first_day) ||
         (season->last_day != TRH_NO_DAY && day > season->last_day);
}

static void
check_season (TrhRuleContext *context, const TrhStayRecord *stay)
{
  const TrhSeasonRecord *season = context->index->season;
  int opens = season->first_day, closes = season->last_day != TRH_NO_DAY ? season->last_day : TRH_MAX_DAY;
  int before = CLAMP (opens - stay->first_day, 0, stay->last_day - stay->first_day + 1);
  int after = CLAMP (stay->last_day - closes, 0, stay->last_day - stay->first_day + 1);
  TrhFinding *finding;

  if (before + after == 0)
    return;
  finding = trh_rule_report (context, STAY_SEASON,
                             before > 0 ? stay->first_day : MAX (stay->first_day, closes + 1),
                             after > 0 ? stay->last_day : MIN (stay->last_day, opens - 1));
  trh_record_set_text (&finding->artist_id, stay->artist_id);
  trh_record_set_text (&finding->venue_id, stay->venue_id);
  trh_record_set_text (&finding->object_id, stay->base.id);
  finding->unit = TRH_AMOUNT_DAYS;
  finding->amount = before + after;
}

static void
check_stays (TrhRuleContext *context, const TrhArtistLane *lane)
{
  g_autoptr(TrhOpenDays) days = NULL;

  if (lane->stays->len > 0 && lane->record != NULL && lane->record->availability->len > 0)
    {
      int first_day = ((TrhStayRecord *) lane->stays->pdata[0])->first_day, last_day = first_day;

      for (guint i = 0; i < lane->stays->len; i++)
        last_day = MAX (last_day, ((TrhStayRecord *) lane->stays->pdata[i])->last_day);
      days = trh_open_days_new (lane->record->availability, context->index->season, NULL, first_day, last_day);
    }

  for (guint i = 0; i < lane->stays->len; i++)
    {
      const TrhStayRecord *stay = lane->stays->pdata[i];
      int first_day, last_day, n;

      check_season (context, stay);
      n = days != NULL ? trh_open_days_count_closed (days, stay->first_day, stay->last_day, &first_day, &last_day) : 0;
      if (n > 0)
        {
          TrhFinding *finding = trh_rule_report (context, STAY_ABSENT, first_day, last_day);

          trh_record_set_text (&finding->artist_id, lane->id);
          trh_record_set_text (&finding->venue_id, stay->venue_id);
          trh_record_set_text (&finding->object_id, stay->base.id);
          finding->unit = TRH_AMOUNT_DAYS;
          finding->amount = n;
        }
    }
}

static void
report_encounter (TrhRuleContext *context, const TrhArtistLane *lane, const TrhEncounterRecord *encounter, int kind)
{
  TrhFinding *finding = trh_rule_report (context, kind, encounter->day, encounter->day);

  trh_record_set_text (&finding->artist_id, lane->id);
  trh_record_set_text (&finding->venue_id, encounter->venue_id);
  trh_record_set_text (&finding->object_id, encounter->base.id);
}

static void
check_artist (TrhRuleContext *context, const TrhArtistLane *lane)
{
  check_stays (context, lane);

  for (guint i = 0; i < lane->encounters->len; i++)
    {
      const TrhEncounterRecord *encounter = lane->encounters->pdata[i];

      if (is_outside (context->index->season, encounter->day) && g_str_equal (encounter->artist_ids[0], lane->id))
        report_encounter (context, lane, encounter, ENCOUNTER_SEASON);
      if (lane->record != NULL &&
          !trh_availability_of_hours (lane->record->availability, encounter->day, encounter->start, encounter->duration_min))
        report_encounter (context, lane, encounter, ENCOUNTER_ABSENT);
    }
}

static char *
say (const TrhScheduleIndex *index, const TrhFinding *finding)
{
  const char *artist = trh_schedule_index_name_artist (index, finding->artist_id);
  g_autofree char *of_artist = trh_text_of (artist);
  g_autofree char *place = trh_schedule_index_say_at (index, finding->venue_id);
  const char *encounter = trh_schedule_index_name_encounter (index, finding->object_id);
  g_autofree char *when = trh_rule_say_when (finding->first_day, finding->last_day);

  switch (finding->kind)
    {
    case STAY_SEASON:
      /* Translators: whose stay, as in "of Ana Ruiz", where, as in "at Séderon", a number of days,
       * when, as in "from 12 June to 14 June" */
      return g_strdup_printf (ngettext ("The stay %1$s %2$s is %3$d day outside the season, %4$s.",
                                        "The stay %1$s %2$s is %3$d days outside the season, %4$s.",
                                        (gulong) finding->amount), of_artist, place, finding->amount, when);
    case STAY_ABSENT:
      /* Translators: an artist, where, as in "at Séderon", a number of days, when, as in "from 12 June to 14 June" */
      return g_strdup_printf (ngettext ("%1$s is not available on %3$d day of the stay %2$s, %4$s.",
                                        "%1$s is not available on %3$d days of the stay %2$s, %4$s.",
                                        (gulong) finding->amount), artist, place, finding->amount, when);
    case ENCOUNTER_SEASON:
      /* Translators: an encounter, an artist, and when, as in "on 12 June" */
      return g_strdup_printf (_("“%1$s” with %2$s is outside the season, %3$s."), encounter, artist, when);
    default:
      /* Translators: an artist, an encounter, and when, as in "on 12 June" */
      return g_strdup_printf (_("%1$s is not available for “%2$s” %3$s."), artist, encounter, when);
    }
}

/* The shift of least days after which every day of the stay would do, or 0. */
static int
find_shift (const TrhScheduleIndex *index, const TrhArtistRecord *artist, const TrhStayRecord *stay, int direction)
{
  for (int n = 1; n <= MAX_SHIFT_DAYS; n++)
    {
      int shift = n * direction;
      gboolean fits = stay->first_day + shift > 0 && stay->last_day + shift <= TRH_MAX_DAY;

      for (int day = stay->first_day + shift; fits && day <= stay->last_day + shift; day++)
        fits = !is_outside (index->season, day) && (artist == NULL || trh_windows_allow (artist->availability, day));
      if (fits)
        return shift;
    }

  return 0;
}

static void
repair_stay (TrhRepairs *repairs, const TrhFinding *finding, const TrhStayRecord *stay)
{
  const TrhScheduleIndex *index = trh_repairs_get_index (repairs);
  const TrhArtistRecord *artist = trh_schedule_index_find (index, &trh_artist_schema, stay->artist_id);
  int later = find_shift (index, artist, stay, 1), earlier = find_shift (index, artist, stay, -1);

  /* what is outside is cut off when it is at one end */
  if (finding->first_day == stay->first_day)
    trh_repairs_set_days (repairs, stay->base.id, finding->last_day + 1, stay->last_day);
  if (finding->last_day == stay->last_day)
    trh_repairs_set_days (repairs, stay->base.id, stay->first_day, finding->first_day - 1);

  if (earlier != 0 && (later == 0 || -earlier < later))
    {
      trh_repairs_shift_stay (repairs, stay->base.id, earlier);
      trh_repairs_shift_stay (repairs, stay->base.id, later);
    }
  else
    {
      trh_repairs_shift_stay (repairs, stay->base.id, later);
      trh_repairs_shift_stay (repairs, stay->base.id, earlier);
    }
  trh_repairs_unplace (repairs, stay->base.id);
}

/* At another hour of the day before another day, and the nearest first. */
static void
repair_absence (TrhRepairs *repairs, const TrhFinding *finding, const TrhEncounterRecord *encounter)
{
  const TrhScheduleIndex *index = trh_repairs_get_index (repairs);
  const TrhArtistRecord *artist = trh_schedule_index_find (index, &trh_artist_schema, finding->artist_id);
  int duration = encounter->duration_min;

  for (int shift = 30; artist != NULL && encounter->start != TRH_NO_CLOCK && shift < 1440; shift += 30)
    for (int sign = -1; sign <= 1; sign += 2)
      {
        int start = encounter->start + shift * sign;

        if (start >= EARLIEST_MIN && start + duration <= 1440 &&
            trh_availability_of_hours (artist->availability, encounter->day, start, duration))
          trh_repairs_move_encounter (repairs, encounter->base.id, encounter->day, start);
      }
  for (int shift = 1; artist != NULL && shift <= 7; shift++)
    for (int sign = 1; sign >= -1; sign -= 2)
      {
        int day = encounter->day + shift * sign;

        if (trh_availability_of_hours (artist->availability, day, encounter->start, duration))
          trh_repairs_move_encounter (repairs, encounter->base.id, day, encounter->start);
      }
  trh_repairs_leave_encounter (repairs, encounter->base.id, finding->artist_id);
}

static void
repair (TrhRepairs *repairs, const TrhFinding *finding)
{
  const TrhScheduleIndex *index = trh_repairs_get_index (repairs);
  const TrhStayRecord *stay = trh_schedule_index_find (index, &trh_stay_schema, finding->object_id);
  const TrhEncounterRecord *encounter = trh_schedule_index_find (index, &trh_encounter_schema, finding->object_id);

  if (stay != NULL)
    repair_stay (repairs, finding, stay);
  if (encounter == NULL)
    return;

  if (finding->kind == ENCOUNTER_SEASON)
    {
      gboolean early = encounter->day < index->season->first_day;

      trh_repairs_move_encounter (repairs, encounter->base.id,
                                  early ? index->season->first_day : index->season->last_day, encounter->start);
    }
  else
    repair_absence (repairs, finding, encounter);
  trh_repairs_cancel (repairs, encounter->base.id);
}

const TrhRule trh_rule_availability = {
  "availability", N_("Outside the artist’s availability or the season"), TRH_SEVERITY_STRONG, "first-day last-day",
  check_artist, NULL, say, repair,
};
