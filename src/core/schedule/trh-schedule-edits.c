/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/schedule/trh-schedule-edits.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/base/trh-day.h"
#include "core/base/trh-limits.h"
#include "core/base/trh-text.h"
#include "core/schedule/trh-schedule-edits-private.h"
#include "core/schedule/trh-schedule-names.h"

G_DEFINE_QUARK (trh-schedule-error-quark, trh_schedule_error)

/* Whether the calendar has that day; %FALSE with a #TrhScheduleError when it has not. */
gboolean
trh_schedule_check_day (gint64 day, GError **error)
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

/**
 * trh_schedule_check_days:
 * @first_day: the day of arrival of a stay
 * @last_day: the day of departure
 * @error: return location for a #TrhScheduleError
 *
 * Returns: whether a stay can have these days
 */
gboolean
trh_schedule_check_days (gint64 first_day, gint64 last_day, GError **error)
{
  if (!trh_schedule_check_day (first_day, error) || !trh_schedule_check_day (last_day, error))
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

/* Whether @id may become the artist of something: "" and NULL are the caller's to judge. */
gboolean
trh_schedule_check_artist (TrhProject *project, const char *id, GError **error)
{
  if (id == NULL || trh_project_find (project, TRH_ARTISTS, id) != NULL)
    return TRUE;
  g_set_error_literal (error, TRH_SCHEDULE_ERROR, TRH_SCHEDULE_ERROR_GONE,
                       _("This artist is not in the season any more."));
  return FALSE;
}

/* Whether the venue is in the season, or is none; %FALSE with %TRH_SCHEDULE_ERROR_GONE when it is not. */
gboolean
trh_schedule_check_venue (TrhProject *project, const char *id, GError **error)
{
  if (id == NULL || *id == '\0' || trh_project_find (project, TRH_VENUES, id) != NULL)
    return TRUE;
  g_set_error_literal (error, TRH_SCHEDULE_ERROR, TRH_SCHEDULE_ERROR_GONE,
                       _("This venue is not in the season any more."));
  return FALSE;
}

/* The name of an artist by id, or words that stand for it; lent until the next edit. */
const char *
trh_schedule_lookup_artist (TrhProject *project, const char *id)
{
  return trh_schedule_name_artist (trh_project_find_record (project, TRH_ARTISTS, id));
}

/* As in “of Camille Serre”. */
static char *
say_of (TrhProject *project, const char *artist_id)
{
  return trh_text_of (trh_schedule_lookup_artist (project, artist_id));
}

/* Where a stay is, as people say it: the commune, or the venue when that is not known. */
const char *
trh_schedule_lookup_place (TrhProject *project, const char *venue_id)
{
  const TrhVenueRecord *venue = trh_project_find_record (project, TRH_VENUES, venue_id);
  const TrhCommuneRecord *commune =
    venue != NULL ? trh_project_find_record (project, TRH_COMMUNES, venue->commune_id) : NULL;

  return commune != NULL ? trh_schedule_name_commune (commune) : trh_schedule_name_venue (venue);
}

/* Returns: (transfer full): an edit without changes; its label is made as by printf(). */
TrhEdit *
trh_schedule_new_edit (const char *format, ...)
{
  g_autofree char *label = NULL;
  va_list args;

  va_start (args, format);
  label = g_strdup_vprintf (format, args);
  va_end (args);

  return trh_edit_new (label);
}

/* Returns: (transfer full): a record with a new @id, (out) (transfer full) (optional). */
gpointer
trh_schedule_new_record (const TrhSchema *schema, char **id)
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
  g_autofree char *artist = say_of (project, artist_id);
  TrhStayRecord *stay;
  TrhEdit *edit;

  g_return_val_if_fail (TRH_IS_PROJECT (project) && artist_id != NULL && venue_id != NULL, NULL);

  if (!trh_schedule_check_artist (project, artist_id, error) || !trh_schedule_check_venue (project, venue_id, error) ||
      (first_day != TRH_NO_DAY && !trh_schedule_check_days (first_day, last_day, error)))
    return NULL;

  stay = trh_schedule_new_record (&trh_stay_schema, id);
  trh_record_set_text (&stay->artist_id, artist_id);
  trh_record_set_text (&stay->venue_id, venue_id);
  stay->first_day = first_day;
  stay->last_day = first_day != TRH_NO_DAY ? last_day : TRH_NO_DAY;
  stay->unplaced = first_day == TRH_NO_DAY;

  /* Translators: a step of the history; %s is whose stay, as in "of Ana Ruiz" */
  edit = trh_schedule_new_edit (_("Add stay %s"), artist);
  trh_edit_insert (edit, stay);
  return edit;
}

/* What a move of a stay is called: by what changes most for those concerned. */
static TrhEdit *
new_move (TrhProject *project, const TrhStayRecord *stay, const char *artist_id, const char *venue_id)
{
  g_autofree char *artist = say_of (project, stay->artist_id);

  if (artist_id != NULL && !g_str_equal (artist_id, stay->artist_id))
    /* Translators: a step of the history; whose stay, as in "of Ana Ruiz", and who gets it */
    return trh_schedule_new_edit (_("Give stay %1$s to %2$s"), artist, trh_schedule_lookup_artist (project, artist_id));
  if (venue_id != NULL && *venue_id != '\0' && !g_str_equal (venue_id, stay->venue_id))
    /* Translators: a step of the history; whose stay, as in "of Ana Ruiz", and a commune */
    return trh_schedule_new_edit (_("Move stay %1$s to %2$s"), artist, trh_schedule_lookup_place (project, venue_id));
  if (stay->unplaced)
    /* Translators: a step of the history: from the tray to the calendar; %s is whose stay, as in "of Ana Ruiz" */
    return trh_schedule_new_edit (_("Place stay %s"), artist);
  /* Translators: a step of the history; %s is whose stay, as in "of Ana Ruiz" */
  return trh_schedule_new_edit (_("Move stay %s"), artist);
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

  if (!trh_schedule_check_artist (project, artist_id, error) || !trh_schedule_check_venue (project, venue_id, error) ||
      !trh_schedule_check_days (first_day, (gint64) first_day + nights, error))
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
  g_autofree char *artist = say_of (project, before->artist_id);
  TrhStayRecord *after;
  TrhEdit *edit;

  if (!trh_schedule_check_days (first_day, last_day, error))
    return NULL;

  if (before->unplaced)
    edit = new_move (project, before, NULL, NULL);
  else
    /* Translators: a step of the history; %s is whose stay, as in "of Ana Ruiz" */
    edit = trh_schedule_new_edit (_("Change days of the stay %s"), artist);
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
gpointer
trh_schedule_copy_record (gconstpointer record, char **id)
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
  g_autofree char *artist = NULL;
  TrhStayRecord *copy;
  TrhEdit *edit;

  if (!trh_schedule_check_artist (project, artist_id, error) || !trh_schedule_check_venue (project, venue_id, error) ||
      !trh_schedule_check_days (first_day, (gint64) first_day + nights, error))
    return NULL;

  copy = trh_schedule_copy_record (original, id);
  start_afresh (copy);
  copy->first_day = first_day;
  copy->last_day = first_day + nights;
  change_lanes (copy, artist_id, venue_id);

  artist = say_of (project, copy->artist_id);
  /* Translators: a step of the history; %s is whose stay, as in "of Ana Ruiz" */
  edit = trh_schedule_new_edit (_("Duplicate stay %s"), artist);
  trh_edit_insert (edit, copy);
  return edit;
}

/* Takes a stay off the calendar; the tray keeps it with its days. */
TrhEdit *
trh_schedule_edit_unplace (TrhProject *project, TrhStay *stay)
{
  const TrhStayRecord *before = trh_entity_peek_record (TRH_ENTITY (stay));
  g_autofree char *artist = say_of (project, before->artist_id);
  /* Translators: a step of the history: from the calendar to the tray; %s is whose stay, as in "of Ana Ruiz" */
  TrhEdit *edit = trh_schedule_new_edit (_("Take stay %s off the calendar"), artist);
  TrhStayRecord *after = trh_edit_change (edit, stay);

  after->unplaced = TRUE;
  return edit;
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
  TrhEdit *edit = locked ? trh_schedule_new_edit (ngettext ("Lock %u item", "Lock %u items", n), n)
                         : trh_schedule_new_edit (ngettext ("Unlock %u item", "Unlock %u items", n), n);

  for (guint i = 0; i < n; i++)
    {
      if (TRH_IS_STAY (entities->pdata[i]))
        ((TrhStayRecord *) trh_edit_change (edit, entities->pdata[i]))->locked = locked;
      else
        ((TrhEncounterRecord *) trh_edit_change (edit, entities->pdata[i]))->locked = locked;
    }

  return edit;
}
