/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-calendar-moves.h"

#include <glib/gi18n.h>

#include "core/base/trh-day.h"
#include "core/schedule/trh-schedule-edits.h"
#include "core/schedule/trh-schedule-names.h"

static guint
count_stays (TrhProject *project, const char *venue_id, int first_day, int last_day)
{
  guint n = 0;

  for (guint i = 0; i < trh_project_count (project, TRH_STAYS); i++)
    {
      const TrhStayRecord *stay = trh_project_peek_record (project, TRH_STAYS, i);

      n += trh_calendar_is_placed (stay) && g_str_equal (stay->venue_id, venue_id)
           && stay->first_day < MAX (last_day, first_day + 1) && MAX (stay->last_day, stay->first_day + 1) > first_day;
    }
  return n;
}

/**
 * trh_calendar_find_venue:
 * @workspace: a workspace
 * @commune_id: a commune
 * @kind: what is to take place there
 * @first_day: from this day
 * @last_day: to this day
 *
 * The venue of a commune that suits best: made for it, open, and with the fewest stays in those
 * days. The first of the file among equals.
 *
 * Returns: (nullable): its id, or %NULL when the commune has no venue
 */
const char *
trh_calendar_find_venue (TrhWorkspace *workspace, const char *commune_id, TrhBarKind kind, int first_day, int last_day)
{
  TrhProject *project = trh_workspace_get_project (workspace);
  const char *best = NULL;
  guint least = G_MAXUINT;

  for (guint i = 0; i < trh_project_count (project, TRH_VENUES); i++)
    {
      const TrhVenueRecord *venue = trh_project_peek_record (project, TRH_VENUES, i);
      guint cost;

      if (!g_str_equal (venue->commune_id, commune_id))
        continue;
      cost = (kind == TRH_BAR_STAY ? venue->works : venue->meets) ? 0 : 1000;
      for (int day = first_day; day <= last_day && day < first_day + 60; day++)
        cost += trh_windows_allow (venue->windows, day) ? 0 : 10;
      if (kind == TRH_BAR_STAY)
        cost += count_stays (project, venue->base.id, first_day, last_day);
      if (cost < least)
        {
          least = cost;
          best = venue->base.id;
        }
    }
  return best;
}

/* The venue that a lane stands for; NULL with no error for the one that is there already. */
static gboolean
find_venue (TrhWorkspace *workspace, const TrhCalendarMove *move, TrhBarKind kind, const char **venue_id, GError **error)
{
  TrhProject *project = trh_workspace_get_project (workspace);

  *venue_id = NULL;
  if (g_str_equal (move->from_lane, move->to_lane))
    return TRUE;
  *venue_id = trh_calendar_find_venue (workspace, move->to_lane, kind,
                                       move->start_min / TRH_DAY_MIN, move->end_min / TRH_DAY_MIN);
  if (*venue_id == NULL)
    g_set_error (error, TRH_SCHEDULE_ERROR, TRH_SCHEDULE_ERROR_GONE,
                 /* Translators: %s is a commune */
                 _("%s has no venue yet. Add one on the Territory page."),
                 trh_schedule_name_commune (trh_project_find_record (project, TRH_COMMUNES, move->to_lane)));
  return *venue_id != NULL;
}

static TrhEdit *
edit_stay (TrhWorkspace *workspace, TrhLanesBy by, const TrhCalendarMove *move, TrhStay *stay, char **new_id, GError **error)
{
  TrhProject *project = trh_workspace_get_project (workspace);
  const TrhStayRecord *record = trh_entity_peek_record (TRH_ENTITY (stay));
  int first_day = move->start_min / TRH_DAY_MIN, last_day = move->end_min / TRH_DAY_MIN;
  const char *artist_id = by == TRH_LANES_ARTISTS && !g_str_equal (move->from_lane, move->to_lane) ? move->to_lane : NULL;
  const char *venue_id = NULL;

  if (by == TRH_LANES_COMMUNES && !find_venue (workspace, move, TRH_BAR_STAY, &venue_id, error))
    return NULL;
  if (move->copy)
    return trh_schedule_edit_copy_stay (project, stay, first_day, artist_id, venue_id, new_id, error);
  if (last_day - first_day != record->last_day - record->first_day)
    {
      TrhEdit *edit = trh_schedule_edit_stay_days (project, stay, first_day, last_day, error);

      if (edit != NULL && venue_id != NULL) /* dropped from the tray without days of its own */
        trh_record_set_text (&((TrhStayRecord *) trh_edit_change (edit, stay))->venue_id, venue_id);
      return edit;
    }
  return trh_schedule_edit_move_stay (project, stay, first_day, artist_id, venue_id, error);
}

static TrhEdit *
edit_encounter (TrhWorkspace *workspace, TrhLanesBy by, const TrhCalendarMove *move, TrhEncounter *encounter,
                char **new_id, GError **error)
{
  TrhProject *project = trh_workspace_get_project (workspace);
  const TrhEncounterRecord *record = trh_entity_peek_record (TRH_ENTITY (encounter));
  int day = move->start_min / TRH_DAY_MIN, start = move->start_min % TRH_DAY_MIN;
  const char *venue_id = NULL;
  TrhEncounterRecord *after;
  TrhEdit *edit;

  if (record->start == TRH_NO_CLOCK && start == TRH_UNKNOWN_START)
    start = TRH_NO_CLOCK; /* shown in the evening, but nobody has said so */
  if (move->copy)
    return trh_schedule_edit_copy_encounter (project, encounter, day, start, new_id, error);
  if (by == TRH_LANES_COMMUNES && !find_venue (workspace, move, TRH_BAR_ENCOUNTER, &venue_id, error))
    return NULL;
  if (move->end_min - move->start_min != record->duration_min)
    return trh_schedule_edit_encounter_hours (project, encounter, start, move->end_min - move->start_min, error);
  if (by == TRH_LANES_COMMUNES || g_str_equal (move->from_lane, move->to_lane))
    return trh_schedule_edit_move_encounter (project, encounter, day, start, venue_id, error);

  edit = trh_schedule_edit_encounter_artist (project, encounter, move->from_lane, move->to_lane, error);
  if (edit != NULL)
    {
      after = trh_edit_change (edit, encounter); /* the same step also changes the day */
      after->day = day;
      after->start = start;
    }
  return edit;
}

/**
 * trh_calendar_edit_move:
 * @workspace: a workspace
 * @by: what the lanes are
 * @move: what a person asked of a bar
 * @new_id: (out) (optional): the id of a copy
 * @error: return location for a #TrhScheduleError
 *
 * Among communes a lane means the venue there that suits best.
 *
 * Returns: (transfer full): the edit, or %NULL with @error set
 */
TrhEdit *
trh_calendar_edit_move (TrhWorkspace *workspace, TrhLanesBy by, const TrhCalendarMove *move, char **new_id, GError **error)
{
  TrhProject *project = trh_workspace_get_project (workspace);
  TrhStay *stay = trh_project_find (project, TRH_STAYS, move->id);
  TrhEncounter *encounter = stay == NULL ? trh_project_find (project, TRH_ENCOUNTERS, move->id) : NULL;

  if (stay != NULL)
    return edit_stay (workspace, by, move, stay, new_id, error);
  if (encounter != NULL)
    return edit_encounter (workspace, by, move, encounter, new_id, error);
  g_set_error_literal (error, TRH_SCHEDULE_ERROR, TRH_SCHEDULE_ERROR_GONE, _("This is not in the season any more."));
  return NULL;
}

/**
 * trh_calendar_edit_drop:
 * @workspace: a workspace
 * @by: what the lanes are
 * @id: an artist, a stay or an encounter of the tray
 * @lane_id: where it was dropped
 * @day: on which day
 * @new_id: (out) (optional): the id of what is on the calendar then
 * @error: return location for a #TrhScheduleError
 *
 * Places what waits in the tray. An artist gets a first stay there, of a few nights.
 *
 * Returns: (transfer full): the edit, or %NULL with @error set
 */
TrhEdit *
trh_calendar_edit_drop (TrhWorkspace *workspace, TrhLanesBy by, const char *id, const char *lane_id,
                        int day, char **new_id, GError **error)
{
  TrhProject *project = trh_workspace_get_project (workspace);
  const TrhStayRecord *stay = trh_project_find_record (project, TRH_STAYS, id);
  const TrhEncounterRecord *encounter = trh_project_find_record (project, TRH_ENCOUNTERS, id);
  int nights = stay != NULL && stay->last_day > stay->first_day ? stay->last_day - stay->first_day : TRH_USUAL_NIGHTS;
  TrhCalendarMove move = { id, "", lane_id, day * TRH_DAY_MIN, (day + nights) * TRH_DAY_MIN, FALSE };

  if (stay != NULL || encounter != NULL)
    {
      if (by == TRH_LANES_ARTISTS)
        move.from_lane = lane_id; /* the tray does not give a stay to another artist */
      if (encounter != NULL)
        {
          move.start_min += encounter->start != TRH_NO_CLOCK ? encounter->start : TRH_UNKNOWN_START;
          move.end_min = move.start_min + encounter->duration_min;
        }
      if (new_id != NULL)
        *new_id = g_strdup (id);
      return trh_calendar_edit_move (workspace, by, &move, NULL, error);
    }
  else
    {
      const char *venue_id = "";

      if (by == TRH_LANES_COMMUNES && !find_venue (workspace, &move, TRH_BAR_STAY, &venue_id, error))
        return NULL;
      return trh_schedule_edit_add_stay (project, id, venue_id, day, day + nights, new_id, error);
    }
}
