/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "core/schedule/rules/trh-rules.h"
#include "core/schedule/trh-occupation.h"
#include "core/schedule/trh-repairs.h"

/* Everybody who stays the night has a bed at the lodging of the stay, or else at its venue.
 * Who comes first keeps the bed; each stay that comes when too few are left is reported once,
 * for the nights until enough of the others have gone. The days of a finding are those on
 * whose evening beds are missing; @detail is the day from which there are enough. */
enum { NOWHERE, NONE, TOO_FEW };

static TrhFinding *
report (TrhRuleContext *context, const TrhStayRecord *stay, int kind, int first_night, int last_night, int missing)
{
  TrhFinding *finding = trh_rule_report (context, kind, first_night, last_night);

  trh_record_set_text (&finding->artist_id, stay->artist_id);
  trh_record_set_text (&finding->venue_id, trh_schedule_lodging_of (stay));
  trh_record_set_text (&finding->object_id, stay->base.id);
  finding->unit = TRH_AMOUNT_BEDS;
  finding->amount = missing;
  return finding;
}

static int
count_people (const TrhScheduleIndex *index, const TrhStayRecord *stay)
{
  const TrhArtistRecord *artist = trh_schedule_index_find (index, &trh_artist_schema, stay->artist_id);

  return artist != NULL ? artist->people : 1;
}

static void
check_artist (TrhRuleContext *context, const TrhArtistLane *lane)
{
  for (guint i = 0; i < lane->stays->len; i++)
    {
      const TrhStayRecord *stay = lane->stays->pdata[i];

      if (stay->last_day > stay->first_day && *trh_schedule_lodging_of (stay) == '\0')
        report (context, stay, NOWHERE, stay->first_day, stay->last_day - 1, count_people (context->index, stay));
    }
}

static void
check_venue (TrhRuleContext *context, const TrhVenueLane *lane)
{
  g_autoptr(TrhOccupation) beds = trh_occupation_new (lane->record != NULL ? lane->record->beds : 0);

  for (guint i = 0; i < lane->guests->len; i++)
    {
      const TrhStayRecord *stay = lane->guests->pdata[i];
      int people = count_people (context->index, stay), until;
      const TrhStayRecord *other;
      int missing;

      if (stay->last_day == stay->first_day)
        continue;
      if (lane->record == NULL || lane->record->beds == 0)
        {
          report (context, stay, NONE, stay->first_day, stay->last_day - 1, people);
          continue;
        }
      missing = trh_occupation_take (beds, stay, stay->last_day, people, &until, &other);
      if (missing > 0)
        {
          TrhFinding *finding = report (context, stay, TOO_FEW, stay->first_day, until - 1, missing);

          finding->detail = until;
          trh_record_set_text (&finding->other_id, other != NULL ? other->base.id : "");
        }
    }
}

static char *
say (const TrhScheduleIndex *index, const TrhFinding *finding)
{
  const char *artist = trh_schedule_index_name_artist (index, finding->artist_id);
  const char *venue = trh_schedule_index_name_venue (index, finding->venue_id);
  const char *place = trh_schedule_index_name_place (index, finding->venue_id);
  g_autofree char *when = trh_rule_say_when (finding->first_day, finding->last_day);

  if (finding->kind == NOWHERE)
    /* Translators: an artist, and the nights, as in "from 12 June to 14 June" */
    return g_strdup_printf (_("%1$s has no place to sleep yet, %2$s."), artist, when);
  if (finding->kind == NONE)
    /* Translators: an artist, a venue, its commune, and the nights, as in "from 12 June to 14 June" */
    return g_strdup_printf (_("%1$s has no bed: there is none at %2$s (%3$s), %4$s."), artist, venue, place, when);
  if (*finding->other_id == '\0')
    {
      const TrhVenueRecord *record = trh_schedule_index_find (index, &trh_venue_schema, finding->venue_id);
      int beds = record != NULL ? record->beds : 0;

      /* Translators: a venue, its commune, a number of beds, an artist, the nights, as in "from 12 June to 14 June",
       * and how many beds too few */
      return g_strdup_printf (ngettext ("%1$s (%2$s) has %3$d bed for %4$s %5$s: %6$d too few.",
                                        "%1$s (%2$s) has %3$d beds for %4$s %5$s: %6$d too few.", (gulong) beds),
                              venue, place, beds, artist, when, finding->amount);
    }
  /* Translators: an artist, a number of beds, a venue, its commune, and the nights, as in "from 12 June to 14 June" */
  return g_strdup_printf (ngettext ("%2$d bed is missing for %1$s at %3$s (%4$s) %5$s: it is taken.",
                                    "%2$d beds are missing for %1$s at %3$s (%4$s) %5$s: they are taken.",
                                    (gulong) finding->amount),
                          artist, finding->amount, venue, place, when);
}

static void
repair (TrhRepairs *repairs, const TrhFinding *finding)
{
  const TrhScheduleIndex *index = trh_repairs_get_index (repairs);
  const TrhStayRecord *stay = trh_schedule_index_find (index, &trh_stay_schema, finding->object_id);

  if (stay == NULL)
    return;
  if (finding->kind == NOWHERE)
    trh_repairs_other_venues (repairs, stay->base.id);
  trh_repairs_other_lodgings (repairs, stay->base.id);
  if (finding->kind == TOO_FEW)
    {
      trh_repairs_set_days (repairs, stay->base.id, finding->detail, stay->last_day);
      trh_repairs_shift_stay (repairs, stay->base.id, finding->detail - stay->first_day);
    }
  trh_repairs_unplace (repairs, stay->base.id);
}

const TrhRule trh_rule_bed = {
  "bed", N_("A bed that is missing or taken"), TRH_SEVERITY_STRONG, "",
  check_artist, check_venue, say, repair,
};
