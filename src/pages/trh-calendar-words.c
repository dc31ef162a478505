/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-calendar-words.h"

#include <glib/gi18n.h>

#include "core/base/trh-day.h"
#include "core/base/trh-text.h"
#include "core/model/trh-describe.h"
#include "core/model/trh-labels.h"
#include "core/schedule/trh-schedule-names.h"
#include "core/schedule/trh-arrival.h"
#include "pages/trh-calendar-bars.h"

static char *
say_day (int day)
{
  g_autofree char *date = trh_day_say_short (day);

  /* Translators: weekday and date, as in "Monday 7 June" */
  return g_strdup_printf (C_("date", "%1$s %2$s"), trh_day_say_weekday (trh_day_get_weekday (day)), date);
}

/* As in "from Monday 7 June to Wednesday 9 June". (transfer full) */
char *
trh_calendar_say_days (int first_day, int last_day)
{
  g_autofree char *first = say_day (first_day);
  g_autofree char *last = say_day (last_day);

  if (first_day == last_day)
    /* Translators: %s is a day, as in "on Monday 7 June" */
    return g_strdup_printf (_("on %s"), first);
  /* Translators: days, as in "from Monday 7 June to Wednesday 9 June" */
  return g_strdup_printf (_("from %1$s to %2$s"), first, last);
}

/* As in "2 alerts"; "no alert" for none. (transfer full) */
char *
trh_calendar_say_alerts (guint n_alerts)
{
  if (n_alerts == 0)
    return g_strdup (_("no alert"));
  return g_strdup_printf (ngettext ("%u alert", "%u alerts", n_alerts), n_alerts);
}

static const char *
say_state (const TrhSchema *schema, int state)
{
  return trh_label_choice (schema, &schema->fields[trh_schema_find (schema, "state")], state);
}

static char *
say_stay (TrhProject *project, const TrhStayRecord *stay)
{
  g_autofree char *of = trh_text_of (trh_calendar_name_artist (project, stay->artist_id));
  g_autofree char *place = trh_describe_place (project, stay->venue_id);
  g_autofree char *at = trh_text_at (place);
  g_autofree char *days = trh_calendar_say_days (stay->first_day, stay->last_day);

  if (trh_project_find (project, TRH_VENUES, stay->venue_id) == NULL)
    /* Translators: "of Camille Serre", "from Monday 7 June to Wednesday 9 June", "approved" */
    return g_strdup_printf (_("Stay %1$s, place not chosen yet, %2$s, %3$s"), of, days,
                            say_state (&trh_stay_schema, stay->state));
  /* Translators: "of Camille Serre", "at Séderon", "from Monday 7 June to Wednesday 9 June", "approved" */
  return g_strdup_printf (_("Stay %1$s %2$s, %3$s, %4$s"), of, at, days, say_state (&trh_stay_schema, stay->state));
}

static char *
say_encounter (TrhProject *project, const TrhEncounterRecord *encounter)
{
  g_autofree char *place = trh_describe_place (project, encounter->venue_id);
  g_autofree char *day = say_day (encounter->day);
  g_autofree char *clock = trh_clock_say (encounter->start);
  const char *state = say_state (&trh_encounter_schema, encounter->state);
  const char *name = trh_schedule_name_encounter (encounter);

  if (encounter->start == TRH_NO_CLOCK)
    /* Translators: an encounter: its title, place, day, state */
    return g_strdup_printf (_("Encounter “%1$s”, %2$s, %3$s, %4$s"), name, place, day, state);
  /* Translators: an encounter: its title, place, day, clock time, state */
  return g_strdup_printf (_("Encounter “%1$s”, %2$s, %3$s at %4$s, %5$s"), name, place, day, clock, state);
}

static const TrhStayRecord *
find_stay (TrhWorkspace *workspace, const char *id)
{
  return trh_project_find_record (trh_workspace_get_project (workspace), TRH_STAYS, id);
}

static gboolean
get_way (TrhWorkspace *workspace, const TrhStayRecord *from, const TrhStayRecord *to, TrhArrival *way)
{
  return from != NULL && to != NULL
         && trh_arrival_get (trh_workspace_get_project (workspace), trh_workspace_get_matrix (workspace), from, to, way);
}

/* How one comes to a stay, as in “from Rosans by car, 38 km, ≈ 51 min (estimate)”; %NULL for the
 * first one and where nothing is known. (transfer full) */
static char *
say_way_to (TrhWorkspace *workspace, const TrhStayRecord *stay)
{
  TrhProject *project = trh_workspace_get_project (workspace);
  const TrhStayRecord *origin = trh_arrival_find_origin (project, stay);
  g_autofree char *place = NULL;
  g_autofree char *words = NULL;
  TrhArrival way;

  if (!get_way (workspace, origin, stay, &way))
    return NULL;
  place = trh_describe_place (project, origin->venue_id);
  words = trh_arrival_say (&way);
  /* Translators: a place and a way, as in “from Rosans by car, 38 km, ≈ 51 min (estimate)” */
  return g_strdup_printf (C_("way", "from %1$s %2$s"), place, words);
}

/**
 * trh_calendar_say_road:
 * @workspace: a workspace
 * @stay_id: a stay
 * @next_stay_id: the next one of the same artist
 *
 * Returns: (transfer full) (nullable): the duration from one to the other, as in “≈ 51 min”;
 *   %NULL when it is not known, or both are at the same place
 */
char *
trh_calendar_say_road (TrhWorkspace *workspace, const char *stay_id, const char *next_stay_id)
{
  TrhArrival way;

  if (!get_way (workspace, find_stay (workspace, stay_id), find_stay (workspace, next_stay_id), &way)
      || way.travel.duration_s == 0)
    return NULL;
  return trh_arrival_say_duration (&way);
}

/* The same with all that is known of it, as in “Rosans – Séderon by car, 38 km, ≈ 51 min
 * (estimate)”. (transfer full) (nullable) */
char *
trh_calendar_say_way (TrhWorkspace *workspace, const char *stay_id, const char *next_stay_id)
{
  TrhProject *project = trh_workspace_get_project (workspace);
  const TrhStayRecord *from = find_stay (workspace, stay_id), *to = find_stay (workspace, next_stay_id);
  g_autofree char *from_place = NULL;
  g_autofree char *to_place = NULL;
  g_autofree char *words = NULL;
  TrhArrival way;

  if (!get_way (workspace, from, to, &way))
    return NULL;
  from_place = trh_describe_place (project, from->venue_id);
  to_place = trh_describe_place (project, to->venue_id);
  words = trh_arrival_say (&way);
  /* Translators: two places and a way, as in “Rosans – Séderon by car, 38 km, ≈ 51 min (estimate)” */
  return g_strdup_printf (C_("way", "%1$s – %2$s %3$s"), from_place, to_place, words);
}

/**
 * trh_calendar_say_bar:
 * @workspace: a workspace
 * @id: a stay or an encounter
 *
 * Returns: (transfer full): all that its bar shows, in one sentence, as in “Stay of Camille Serre at
 *   Séderon, from Monday 7 June to Wednesday 9 June, approved, from Rosans by car, 38 km, ≈ 51 min
 *   (estimate), 2 alerts”; "" when it is gone
 */
char *
trh_calendar_say_bar (TrhWorkspace *workspace, const char *id)
{
  TrhProject *project = trh_workspace_get_project (workspace);
  const TrhStayRecord *stay = trh_project_find_record (project, TRH_STAYS, id);
  const TrhEncounterRecord *encounter = stay == NULL ? trh_project_find_record (project, TRH_ENCOUNTERS, id) : NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *way = NULL;
  g_autofree char *alerts = NULL;
  gboolean strong;
  guint n_alerts;

  if (stay == NULL && encounter == NULL)
    return g_strdup ("");
  if (!trh_calendar_is_placed (stay != NULL ? (gconstpointer) stay : encounter))
    return trh_describe_id (project, id);
  sentence = stay != NULL ? say_stay (project, stay) : say_encounter (project, encounter);
  way = stay != NULL ? say_way_to (workspace, stay) : NULL;
  if (way != NULL)
    {
      /* Translators: a stay in words, and “from Rosans by car, 38 km, ≈ 51 min (estimate)” */
      char *longer = g_strdup_printf (C_("way", "%1$s, %2$s"), sentence, way);

      g_free (sentence);
      sentence = longer;
    }
  trh_calendar_get_alerts (workspace, id, &n_alerts, &strong);
  if (n_alerts == 0)
    return g_steal_pointer (&sentence);
  alerts = trh_calendar_say_alerts (n_alerts);
  /* Translators: a sentence, and “2 alerts” */
  return g_strdup_printf (C_("list", "%1$s, %2$s"), sentence, alerts);
}
