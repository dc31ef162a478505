/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/schedule/trh-schedule-edits.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/base/trh-day.h"
#include "core/base/trh-limits.h"
#include "core/schedule/trh-schedule-names.h"

#define MIN_DURATION_MIN 5 /* as in the table of encounters */
#define MAX_DURATION_MIN 2880

G_DEFINE_QUARK (trh-schedule-error-quark, trh_schedule_error)

static gboolean
check_day (gint64 day, GError **error)
{
  if (day == TRH_NO_DAY)
    g_set_error_literal (error, TRH_SCHEDULE_ERROR, TRH_SCHEDULE_ERROR_CALENDAR, _("A day is missing."));
  else if (day < 1 || day > TRH_MAX_DAY)
    g_set_error_literal (error, TRH_SCHEDULE_ERROR, TRH_SCHEDULE_ERROR_CALENDAR,
                         _("The calendar goes from 1970 to 2169."));
  else
    return TRUE;
  return FALSE;
}

static gboolean
check_days (gint64 first_day, gint64 last_day, GError **error)
{
  if (!check_day (first_day, error) || !check_day (last_day, error))
    return FALSE;
  if (last_day < first_day)
    {
      g_set_error_literal (error, TRH_SCHEDULE_ERROR, TRH_SCHEDULE_ERROR_BACKWARDS,
                           _("A stay cannot end before it begins."));
      return FALSE;
    }
  if (last_day - first_day > TRH_MAX_NIGHTS)
    {
      g_set_error (error, TRH_SCHEDULE_ERROR, TRH_SCHEDULE_ERROR_TOO_LONG,
                   /* Translators: %d is the most nights that one stay may have */
                   _("A stay has %d nights at most."), TRH_MAX_NIGHTS);
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_hours (gint64 day, int start, int duration_min, GError **error)
{
  if (!check_day (day, error))
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

/* Whether @id may become the artist of something: "" and NULL are the caller's to judge. */
static gboolean
check_artist (TrhProject *project, const char *id, GError **error)
{
  if (id == NULL || trh_project_find (project, TRH_ARTISTS, id) != NULL)
    return TRUE;
  g_set_error_literal (error, TRH_SCHEDULE_ERROR, TRH_SCHEDULE_ERROR_GONE,
                       _("This artist is not in the season any more."));
  return FALSE;
}

static gboolean
check_venue (TrhProject *project, const char *id, GError **error)
{
  if (id == NULL || *id == '\0' || trh_project_find (project, TRH_VENUES, id) != NULL)
    return TRUE;
  g_set_error_literal (error, TRH_SCHEDULE_ERROR, TRH_SCHEDULE_ERROR_GONE,
                       _("This venue is not in the season any more."));
  return FALSE;
}

static const char *
name_artist (TrhProject *project, const char *id)
{
  return trh_schedule_name_artist (trh_project_find_record (project, TRH_ARTISTS, id));
}

/* Where a stay is, as people say it: the commune, or the venue when that is not known. */
static const char *
name_place (TrhProject *project, const char *venue_id)
{
  const TrhVenueRecord *venue = trh_project_find_record (project, TRH_VENUES, venue_id);
  const TrhCommuneRecord *commune =
    venue != NULL ? trh_project_find_record (project, TRH_COMMUNES, venue->commune_id) : NULL;

  return commune != NULL ? trh_schedule_name_commune (commune) : trh_schedule_name_venue (venue);
}

static TrhEdit *
edit_new (const char *format, ...) G_GNUC_PRINTF (1, 2);

static TrhEdit *
edit_new (const char *format, ...)
{
  g_autofree char *label = NULL;
  va_list args;

  va_start (args, format);
  label = g_strdup_vprintf (format, args);
  va_end (args);

  return trh_edit_new (label);
}

static gpointer
new_record (const TrhSchema *schema, char **id)
{
  g_autofree char *uuid = g_uuid_string_random ();
  gpointer record = trh_record_new (schema, uuid);

  if (id != NULL)
    *id = g_steal_pointer (&uuid);
  return record;
}

/**
 * trh_schedule_edit_add_stay:
 * @project: the project as it stands
 * @artist_id: one of its artists
 * @venue_id: one of its venues, or "" while none is chosen
 * @first_day: the day of arrival, or %TRH_NO_DAY for a stay that waits in the tray
 * @last_day: the day of departure
 * @id: (out) (optional): the identifier of the new stay, to select it
 * @error: return location for a #TrhScheduleError
 *
 * Returns: (transfer full): the edit, or %NULL with @error set
 */
TrhEdit *
trh_schedule_edit_add_stay (TrhProject *project, const char *artist_id, const char *venue_id,
                            int first_day, int last_day, char **id, GError **error)
{
  TrhStayRecord *stay;
  TrhEdit *edit;

  g_return_val_if_fail (TRH_IS_PROJECT (project) && artist_id != NULL && venue_id != NULL, NULL);

  if (!check_artist (project, artist_id, error) || !check_venue (project, venue_id, error) ||
      (first_day != TRH_NO_DAY && !check_days (first_day, last_day, error)))
    return NULL;

  stay = new_record (&trh_stay_schema, id);
  trh_record_set_text (&stay->artist_id, artist_id);
  trh_record_set_text (&stay->venue_id, venue_id);
  stay->first_day = first_day;
  stay->last_day = first_day != TRH_NO_DAY ? last_day : TRH_NO_DAY;
  stay->unplaced = first_day == TRH_NO_DAY;

  /* Translators: a step of the history; %s is an artist */
  edit = edit_new (_("Add stay of %s"), name_artist (project, artist_id));
  trh_edit_insert (edit, stay);
  return edit;
}

/* What a move of a stay is called: by what changes most for those concerned. */
static TrhEdit *
new_move (TrhProject *project, const TrhStayRecord *stay, const char *artist_id, const char *venue_id)
{
  const char *artist = name_artist (project, stay->artist_id);

  if (artist_id != NULL && !g_str_equal (artist_id, stay->artist_id))
    /* Translators: a step of the history; two artists */
    return edit_new (_("Give stay of %1$s to %2$s"), artist, name_artist (project, artist_id));
  if (venue_id != NULL && *venue_id != '\0' && !g_str_equal (venue_id, stay->venue_id))
    /* Translators: a step of the history; an artist and a commune */
    return edit_new (_("Move stay of %1$s to %2$s"), artist, name_place (project, venue_id));
  if (stay->unplaced)
    /* Translators: a step of the history: from the tray to the calendar; %s is an artist */
    return edit_new (_("Place stay of %s"), artist);
  /* Translators: a step of the history; %s is an artist */
  return edit_new (_("Move stay of %s"), artist);
}

/* Puts a stay that is not frozen yet into other lanes. */
static void
change_lanes (TrhStayRecord *stay, const char *artist_id, const char *venue_id)
{
  if (artist_id != NULL)
    trh_record_set_text (&stay->artist_id, artist_id);
  if (venue_id != NULL && !g_str_equal (venue_id, stay->venue_id))
    {
      trh_record_set_text (&stay->venue_id, venue_id);
      /* a bed, a promise and a rank were those of the venue that is left */
      trh_record_set_text (&stay->lodging_id, "");
      stay->option = TRH_OPTION_NONE;
      stay->option_rank = 0;
    }
}

/**
 * trh_schedule_edit_move_stay:
 * @project: the project as it stands
 * @stay: one of its stays
 * @first_day: the new day of arrival; the nights stay the same
 * @artist_id: (nullable): the artist who takes it
 * @venue_id: (nullable): the venue that takes it; its bed is then the venue's own
 * @error: return location for a #TrhScheduleError
 *
 * A stay of the tray is placed by it.
 *
 * Returns: (transfer full): the edit, or %NULL with @error set
 */
TrhEdit *
trh_schedule_edit_move_stay (TrhProject *project, TrhStay *stay, int first_day,
                             const char *artist_id, const char *venue_id, GError **error)
{
  const TrhStayRecord *before = trh_entity_peek_record (TRH_ENTITY (stay));
  int nights = MAX (before->last_day - before->first_day, 0);
  TrhStayRecord *after;
  TrhEdit *edit;

  if (!check_artist (project, artist_id, error) || !check_venue (project, venue_id, error) ||
      !check_days (first_day, (gint64) first_day + nights, error))
    return NULL;

  edit = new_move (project, before, artist_id, venue_id);
  after = trh_edit_change (edit, stay);
  after->first_day = first_day;
  after->last_day = first_day + nights;
  after->unplaced = FALSE;
  change_lanes (after, artist_id, venue_id);
  return edit;
}

/**
 * trh_schedule_edit_stay_days:
 * @project: the project as it stands
 * @stay: one of its stays
 * @first_day: the new day of arrival
 * @last_day: the new day of departure
 * @error: return location for a #TrhScheduleError
 *
 * Changes both ends of a stay; one of the tray is placed by it.
 *
 * Returns: (transfer full): the edit, or %NULL with @error set
 */
TrhEdit *
trh_schedule_edit_stay_days (TrhProject *project, TrhStay *stay, int first_day, int last_day, GError **error)
{
  const TrhStayRecord *before = trh_entity_peek_record (TRH_ENTITY (stay));
  TrhStayRecord *after;
  TrhEdit *edit;

  if (!check_days (first_day, last_day, error))
    return NULL;

  if (before->unplaced)
    edit = new_move (project, before, NULL, NULL);
  else
    /* Translators: a step of the history; %s is an artist */
    edit = edit_new (_("Change days of the stay of %s"), name_artist (project, before->artist_id));
  after = trh_edit_change (edit, stay);
  after->first_day = first_day;
  after->last_day = last_day;
  after->unplaced = FALSE;
  return edit;
}

/* What was agreed about the original is not agreed about its copy. */
static void
start_afresh (TrhStayRecord *copy)
{
  copy->state = TRH_PLAN_DRAFT;
  copy->option = TRH_OPTION_NONE;
  copy->option_rank = 0;
  copy->locked = FALSE;
  copy->unplaced = FALSE;
}

/* A copy of a record under an identifier of its own. */
static gpointer
copy_record (gconstpointer record, char **id)
{
  TrhRecord *copy = trh_record_copy (record);

  g_free (copy->id);
  copy->id = g_uuid_string_random ();
  if (id != NULL)
    *id = g_strdup (copy->id);
  return copy;
}

/**
 * trh_schedule_edit_copy_stay:
 * @project: the project as it stands
 * @stay: one of its stays
 * @first_day: the day of arrival of the copy
 * @artist_id: (nullable): the artist of the copy
 * @venue_id: (nullable): the venue of the copy
 * @id: (out) (optional): the identifier of the copy, to select it
 * @error: return location for a #TrhScheduleError
 *
 * Returns: (transfer full): the edit, or %NULL with @error set
 */
TrhEdit *
trh_schedule_edit_copy_stay (TrhProject *project, TrhStay *stay, int first_day,
                             const char *artist_id, const char *venue_id, char **id, GError **error)
{
  const TrhStayRecord *original = trh_entity_peek_record (TRH_ENTITY (stay));
  int nights = MAX (original->last_day - original->first_day, 0);
  TrhStayRecord *copy;
  TrhEdit *edit;

  if (!check_artist (project, artist_id, error) || !check_venue (project, venue_id, error) ||
      !check_days (first_day, (gint64) first_day + nights, error))
    return NULL;

  copy = copy_record (original, id);
  start_afresh (copy);
  copy->first_day = first_day;
  copy->last_day = first_day + nights;
  change_lanes (copy, artist_id, venue_id);

  /* Translators: a step of the history; %s is an artist */
  edit = edit_new (_("Duplicate stay of %s"), name_artist (project, copy->artist_id));
  trh_edit_insert (edit, copy);
  return edit;
}

/* Takes a stay off the calendar; the tray keeps it with its days. */
TrhEdit *
trh_schedule_edit_unplace (TrhProject *project, TrhStay *stay)
{
  const TrhStayRecord *before = trh_entity_peek_record (TRH_ENTITY (stay));
  /* Translators: a step of the history: from the calendar to the tray; %s is an artist */
  TrhEdit *edit = edit_new (_("Take stay of %s off the calendar"), name_artist (project, before->artist_id));
  TrhStayRecord *after = trh_edit_change (edit, stay);

  after->unplaced = TRUE;
  return edit;
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

  if (!check_artist (project, artist_id, error) || !check_venue (project, venue_id, error) ||
      !check_hours (day, start, duration_min, error))
    return NULL;

  encounter = new_record (&trh_encounter_schema, id);
  if (artist_id != NULL)
    trh_record_add_text (&encounter->artist_ids, artist_id);
  trh_record_set_text (&encounter->venue_id, venue_id);
  encounter->day = day;
  encounter->start = start;
  encounter->duration_min = duration_min;

  if (artist_id != NULL)
    /* Translators: a step of the history; %s is an artist */
    edit = edit_new (_("Add encounter with %s"), name_artist (project, artist_id));
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

  if (!check_venue (project, venue_id, error) || !check_hours (day, start, before->duration_min, error))
    return NULL;

  if (venue_id != NULL && *venue_id != '\0' && !g_str_equal (venue_id, before->venue_id))
    /* Translators: a step of the history; the title of an encounter and a commune */
    edit = edit_new (_("Move “%1$s” to %2$s"), trh_schedule_name_encounter (before), name_place (project, venue_id));
  else
    /* Translators: a step of the history; %s is the title of an encounter */
    edit = edit_new (_("Move “%s”"), trh_schedule_name_encounter (before));
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
  edit = edit_new (_("Change hours of “%s”"), trh_schedule_name_encounter (before));
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

  if (!check_artist (project, to_artist_id, error))
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
    edit = edit_new (_("Give “%1$s” to %2$s"), trh_schedule_name_encounter (before), name_artist (project, to_artist_id));
  else
    /* Translators: a step of the history; an artist and the title of an encounter */
    edit = edit_new (_("Take %1$s off “%2$s”"), name_artist (project, from_artist_id), trh_schedule_name_encounter (before));
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

  copy = copy_record (original, id);
  copy->day = day;
  copy->start = start;
  /* what came of the original did not come of its copy */
  copy->state = TRH_ENCOUNTER_STATE_DRAFT;
  copy->locked = FALSE;
  copy->attendance = -1;
  trh_record_set_text (&copy->report, "");

  /* Translators: a step of the history; %s is the title of an encounter */
  edit = edit_new (_("Duplicate “%s”"), trh_schedule_name_encounter (original));
  trh_edit_insert (edit, copy);
  return edit;
}

/* What an edit of several stays and encounters says of the only one, or NULL. */
static const char *
name_only (TrhProject *project, GPtrArray *entities)
{
  if (entities->len != 1)
    return NULL;
  if (TRH_IS_STAY (entities->pdata[0]))
    {
      const TrhStayRecord *stay = trh_entity_peek_record (entities->pdata[0]);

      return name_artist (project, stay->artist_id);
    }
  return trh_schedule_name_encounter (trh_entity_peek_record (entities->pdata[0]));
}

/**
 * trh_schedule_edit_shift:
 * @project: the project as it stands
 * @entities: (element-type TrhEntity): stays and encounters of it
 * @days: by how many days; below zero for earlier
 * @error: return location for a #TrhScheduleError
 *
 * Moves all of them together, or none. What has no day stays so.
 *
 * Returns: (transfer full): the edit, or %NULL with @error set
 */
TrhEdit *
trh_schedule_edit_shift (TrhProject *project, GPtrArray *entities, int days, GError **error)
{
  const char *only = name_only (project, entities);
  g_autoptr(TrhEdit) edit = NULL;

  if (only != NULL && TRH_IS_STAY (entities->pdata[0]))
    edit = edit_new (_("Move stay of %s"), only);
  else if (only != NULL)
    edit = edit_new (_("Move “%s”"), only);
  else
    /* Translators: a step of the history; %u is a number of stays and encounters */
    edit = edit_new (ngettext ("Move %u item", "Move %u items", entities->len), entities->len);

  for (guint i = 0; i < entities->len; i++)
    {
      if (TRH_IS_STAY (entities->pdata[i]))
        {
          TrhStayRecord *stay = trh_edit_change (edit, entities->pdata[i]);

          if (stay->first_day == TRH_NO_DAY)
            continue;
          if (!check_days ((gint64) stay->first_day + days, (gint64) stay->last_day + days, error))
            return NULL;
          stay->first_day += days;
          stay->last_day += days;
        }
      else
        {
          TrhEncounterRecord *encounter = trh_edit_change (edit, entities->pdata[i]);

          if (encounter->day == TRH_NO_DAY)
            continue;
          if (!check_day ((gint64) encounter->day + days, error))
            return NULL;
          encounter->day += days;
        }
    }

  return g_steal_pointer (&edit);
}

/**
 * trh_schedule_edit_lock:
 * @project: the project as it stands
 * @entities: (element-type TrhEntity): stays and encounters of it
 * @locked: whether a proposal must leave them where they are
 *
 * Returns: (transfer full): the edit
 */
TrhEdit *
trh_schedule_edit_lock (TrhProject *project, GPtrArray *entities, gboolean locked)
{
  guint n = entities->len;
  /* Translators: a step of the history; %u is a number of stays and encounters */
  TrhEdit *edit = locked ? edit_new (ngettext ("Lock %u item", "Lock %u items", n), n)
                         : edit_new (ngettext ("Unlock %u item", "Unlock %u items", n), n);

  for (guint i = 0; i < n; i++)
    {
      if (TRH_IS_STAY (entities->pdata[i]))
        ((TrhStayRecord *) trh_edit_change (edit, entities->pdata[i]))->locked = locked;
      else
        ((TrhEncounterRecord *) trh_edit_change (edit, entities->pdata[i]))->locked = locked;
    }

  return edit;
}

/* Removes stays and encounters, and what refers to them. */
TrhEdit *
trh_schedule_edit_delete (TrhProject *project, GPtrArray *entities)
{
  const char *only = name_only (project, entities);
  g_autofree char *label = NULL;

  if (only != NULL && TRH_IS_STAY (entities->pdata[0]))
    /* Translators: a step of the history; %s is an artist */
    label = g_strdup_printf (_("Delete stay of %s"), only);
  else if (only != NULL)
    /* Translators: a step of the history; %s is the title of an encounter */
    label = g_strdup_printf (_("Delete “%s”"), only);
  else
    /* Translators: a step of the history; %u is a number of stays and encounters */
    label = g_strdup_printf (ngettext ("Delete %u item", "Delete %u items", entities->len), entities->len);

  return trh_project_edit_remove (project, entities, label);
}
