/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "core/base/trh-day.h"
#include "core/schedule/trh-schedule-edits-private.h"
#include "core/schedule/trh-schedule-edits.h"
#include "core/schedule/trh-schedule-names.h"

#define MIN_DURATION_MIN 5 /* as in the table of encounters */
#define MAX_DURATION_MIN 2880

static gboolean
check_hours (gint64 day, int start, int duration_min, GError **error)
{
  if (!trh_schedule_check_day (day, error))
    return FALSE;
  if (start != TRH_NO_CLOCK && (start < 0 || start > 1439))
    {
      g_set_error_literal (error, TRH_SCHEDULE_ERROR, TRH_SCHEDULE_ERROR_CALENDAR,
                           _("An encounter begins between 00:00 and 23:59."));
      return FALSE;
    }
  if (duration_min < MIN_DURATION_MIN)
    {
      g_set_error (error, TRH_SCHEDULE_ERROR, TRH_SCHEDULE_ERROR_BACKWARDS,
                   /* Translators: %d is a number of minutes */
                   _("An encounter lasts %d minutes at least."), MIN_DURATION_MIN);
      return FALSE;
    }
  if (duration_min > MAX_DURATION_MIN)
    {
      g_set_error (error, TRH_SCHEDULE_ERROR, TRH_SCHEDULE_ERROR_TOO_LONG,
                   /* Translators: %d is a number of hours */
                   _("An encounter lasts %d hours at most."), MAX_DURATION_MIN / 60);
      return FALSE;
    }
  return TRUE;
}

/**
 * trh_schedule_edit_add_encounter:
 * @project: the project as it stands
 * @artist_id: (nullable): one of its artists
 * @venue_id: one of its venues, or "" while none is chosen
 * @day: its day
 * @start: clock time, or %TRH_NO_CLOCK
 * @duration_min: minutes
 * @id: (out) (optional): the identifier of the new encounter, to select it
 * @error: return location for a #TrhScheduleError
 *
 * Returns: (transfer full): the edit, or %NULL with @error set
 */
TrhEdit *
trh_schedule_edit_add_encounter (TrhProject *project, const char *artist_id, const char *venue_id,
                                 int day, int start, int duration_min, char **id, GError **error)
{
  TrhEncounterRecord *encounter;
  TrhEdit *edit;

  g_return_val_if_fail (TRH_IS_PROJECT (project) && venue_id != NULL, NULL);

  if (!trh_schedule_check_artist (project, artist_id, error) || !trh_schedule_check_venue (project, venue_id, error) ||
      !check_hours (day, start, duration_min, error))
    return NULL;

  encounter = trh_schedule_new_record (&trh_encounter_schema, id);
  if (artist_id != NULL)
    trh_record_add_text (&encounter->artist_ids, artist_id);
  trh_record_set_text (&encounter->venue_id, venue_id);
  encounter->day = day;
  encounter->start = start;
  encounter->duration_min = duration_min;

  if (artist_id != NULL)
    /* Translators: a step of the history; %s is an artist */
    edit = trh_schedule_new_edit (_("Add encounter with %s"), trh_schedule_lookup_artist (project, artist_id));
  else
    edit = trh_edit_new (_("Add encounter"));
  trh_edit_insert (edit, encounter);
  return edit;
}

/**
 * trh_schedule_edit_move_encounter:
 * @project: the project as it stands
 * @encounter: one of its encounters
 * @day: its new day
 * @start: its new clock time, or %TRH_NO_CLOCK
 * @venue_id: (nullable): the venue that takes it
 * @error: return location for a #TrhScheduleError
 *
 * Returns: (transfer full): the edit, or %NULL with @error set
 */
TrhEdit *
trh_schedule_edit_move_encounter (TrhProject *project, TrhEncounter *encounter, int day, int start,
                                  const char *venue_id, GError **error)
{
  const TrhEncounterRecord *before = trh_entity_peek_record (TRH_ENTITY (encounter));
  TrhEncounterRecord *after;
  TrhEdit *edit;

  if (!trh_schedule_check_venue (project, venue_id, error) || !check_hours (day, start, before->duration_min, error))
    return NULL;

  if (venue_id != NULL && *venue_id != '\0' && !g_str_equal (venue_id, before->venue_id))
    /* Translators: a step of the history; the title of an encounter and a commune */
    edit = trh_schedule_new_edit (_("Move “%1$s” to %2$s"), trh_schedule_name_encounter (before),
                                  trh_schedule_lookup_place (project, venue_id));
  else
    /* Translators: a step of the history; %s is the title of an encounter */
    edit = trh_schedule_new_edit (_("Move “%s”"), trh_schedule_name_encounter (before));
  after = trh_edit_change (edit, encounter);
  after->day = day;
  after->start = start;
  if (venue_id != NULL)
    trh_record_set_text (&after->venue_id, venue_id);
  return edit;
}

/**
 * trh_schedule_edit_encounter_hours:
 * @project: the project as it stands
 * @encounter: one of its encounters
 * @start: its new clock time, or %TRH_NO_CLOCK
 * @duration_min: its new duration, in minutes
 * @error: return location for a #TrhScheduleError
 *
 * Returns: (transfer full): the edit, or %NULL with @error set
 */
TrhEdit *
trh_schedule_edit_encounter_hours (TrhProject *project, TrhEncounter *encounter,
                                   int start, int duration_min, GError **error)
{
  const TrhEncounterRecord *before = trh_entity_peek_record (TRH_ENTITY (encounter));
  TrhEncounterRecord *after;
  TrhEdit *edit;

  if (!check_hours (before->day, start, duration_min, error))
    return NULL;

  /* Translators: a step of the history; %s is the title of an encounter */
  edit = trh_schedule_new_edit (_("Change hours of “%s”"), trh_schedule_name_encounter (before));
  after = trh_edit_change (edit, encounter);
  after->start = start;
  after->duration_min = duration_min;
  return edit;
}

/**
 * trh_schedule_edit_encounter_artist:
 * @project: the project as it stands
 * @encounter: one of its encounters
 * @from_artist_id: (nullable): who leaves it
 * @to_artist_id: (nullable): who joins it
 * @error: return location for a #TrhScheduleError
 *
 * Gives the encounter from one artist's lane to another's. Who is there already is not
 * there twice.
 *
 * Returns: (transfer full): the edit, or %NULL with @error set
 */
TrhEdit *
trh_schedule_edit_encounter_artist (TrhProject *project, TrhEncounter *encounter,
                                    const char *from_artist_id, const char *to_artist_id, GError **error)
{
  const TrhEncounterRecord *before = trh_entity_peek_record (TRH_ENTITY (encounter));
  g_autoptr(GPtrArray) artists = g_ptr_array_new ();
  TrhEncounterRecord *after;
  TrhEdit *edit;

  if (!trh_schedule_check_artist (project, to_artist_id, error))
    return NULL;

  for (char **id = before->artist_ids; *id != NULL; id++)
    {
      const char *kept = g_strcmp0 (*id, from_artist_id) == 0 ? to_artist_id : *id;

      if (kept != NULL && !g_ptr_array_find_with_equal_func (artists, kept, g_str_equal, NULL))
        g_ptr_array_add (artists, (gpointer) kept);
    }
  if (to_artist_id != NULL && !g_ptr_array_find_with_equal_func (artists, to_artist_id, g_str_equal, NULL))
    g_ptr_array_add (artists, (gpointer) to_artist_id);
  g_ptr_array_add (artists, NULL);

  if (to_artist_id != NULL)
    /* Translators: a step of the history; the title of an encounter and an artist */
    edit = trh_schedule_new_edit (_("Give “%1$s” to %2$s"), trh_schedule_name_encounter (before),
                                  trh_schedule_lookup_artist (project, to_artist_id));
  else
    /* Translators: a step of the history; an artist and the title of an encounter */
    edit = trh_schedule_new_edit (_("Take %1$s off “%2$s”"), trh_schedule_lookup_artist (project, from_artist_id),
                                  trh_schedule_name_encounter (before));
  after = trh_edit_change (edit, encounter);
  trh_record_set_texts (&after->artist_ids, (const char *const *) artists->pdata);
  return edit;
}

/**
 * trh_schedule_edit_copy_encounter:
 * @project: the project as it stands
 * @encounter: one of its encounters
 * @day: the day of the copy
 * @start: the clock time of the copy, or %TRH_NO_CLOCK
 * @id: (out) (optional): the identifier of the copy, to select it
 * @error: return location for a #TrhScheduleError
 *
 * Returns: (transfer full): the edit, or %NULL with @error set
 */
TrhEdit *
trh_schedule_edit_copy_encounter (TrhProject *project, TrhEncounter *encounter, int day, int start,
                                  char **id, GError **error)
{
  const TrhEncounterRecord *original = trh_entity_peek_record (TRH_ENTITY (encounter));
  TrhEncounterRecord *copy;
  TrhEdit *edit;

  if (!check_hours (day, start, original->duration_min, error))
    return NULL;

  copy = trh_schedule_copy_record (original, id);
  copy->day = day;
  copy->start = start;
  /* what came of the original did not come of its copy */
  copy->state = TRH_ENCOUNTER_STATE_DRAFT;
  copy->locked = FALSE;
  copy->attendance = -1;
  trh_record_set_text (&copy->report, "");

  /* Translators: a step of the history; %s is the title of an encounter */
  edit = trh_schedule_new_edit (_("Duplicate “%s”"), trh_schedule_name_encounter (original));
  trh_edit_insert (edit, copy);
  return edit;
}
