/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/schedule/trh-schedule-edits.h"

#include "core/base/trh-day.h"
#include "core/base/trh-limits.h"
#include "core/model/trh-history.h"

/* A small season: artists a and b, venues v and w, stays s1 (a at v, days 10 to 14) and s2
 * (b at w, in the tray), encounter e (a at v, day 12 at 18:30 for 90 minutes). */
static TrhProject *
make_project (void)
{
  static const char text[] =
    "{\"format\":\"transhumance\",\"version\":1,\"id\":\"p\","
    "\"communes\":[{\"insee\":\"26340\",\"name\":\"Séderon\"},{\"insee\":\"05123\",\"name\":\"Rosans\"}],"
    "\"venues\":[{\"id\":\"v\",\"name\":\"Salle\",\"commune\":\"26340\"},{\"id\":\"w\",\"commune\":\"05123\"}],"
    "\"artists\":[{\"id\":\"a\",\"name\":\"Camille Serre\"},{\"id\":\"b\",\"name\":\"Loup Plaine\"}],"
    "\"stays\":[{\"id\":\"s1\",\"artist\":\"a\",\"venue\":\"v\",\"lodging\":\"w\",\"first-day\":\"1970-01-11\","
    "\"last-day\":\"1970-01-15\",\"state\":\"approved\",\"option\":\"confirmed\",\"locked\":true},"
    "{\"id\":\"s2\",\"artist\":\"b\",\"venue\":\"w\",\"unplaced\":true}],"
    "\"encounters\":[{\"id\":\"e\",\"title\":\"Veillée\",\"artists\":[\"a\"],\"venue\":\"v\",\"day\":\"1970-01-13\","
    "\"start\":\"18:30\",\"duration-min\":90,\"attendance\":31}]}";
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr(GError) error = NULL;
  TrhProject *project = trh_project_from_bytes (bytes, &error);

  g_assert_no_error (error);
  return project;
}

/* Stays as "artist venue first+nights", in the order of the list, then encounters. */
static char *
describe (TrhProject *project)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < trh_project_count (project, TRH_STAYS); i++)
    {
      const TrhStayRecord *stay = trh_project_peek_record (project, TRH_STAYS, i);

      g_string_append_printf (out, "%s%s%s %s/%s %d+%d", i > 0 ? ", " : "", stay->artist_id, stay->locked ? "!" : "",
                              stay->venue_id, stay->lodging_id, stay->first_day, stay->last_day - stay->first_day);
      if (stay->unplaced)
        g_string_append (out, " tray");
    }
  for (guint i = 0; i < trh_project_count (project, TRH_ENCOUNTERS); i++)
    {
      const TrhEncounterRecord *encounter = trh_project_peek_record (project, TRH_ENCOUNTERS, i);
      g_autofree char *artists = g_strjoinv ("+", encounter->artist_ids);

      g_string_append_printf (out, "; %s%s %s %d %d for %d", artists, encounter->locked ? "!" : "", encounter->venue_id,
                              encounter->day, encounter->start, encounter->duration_min);
    }

  return g_string_free (out, FALSE);
}

#define S1 "a! v/w 10+4"
#define S2 "b w/ 0+0 tray"
#define E "; a v 12 1110 for 90"

typedef TrhEdit *(*Make) (TrhProject *project, TrhStay *s1, TrhStay *s2, TrhEncounter *e, GError **error);

#define MAKE(name, call) \
  static TrhEdit *name (TrhProject *project, TrhStay *s1, TrhStay *s2, TrhEncounter *e, GError **error) { return call; }

MAKE (add, trh_schedule_edit_add_stay (project, "b", "v", 20, 22, NULL, error))
MAKE (add_tray, trh_schedule_edit_add_stay (project, "b", "", TRH_NO_DAY, 7, NULL, error))
MAKE (add_backwards, trh_schedule_edit_add_stay (project, "b", "v", 22, 20, NULL, error))
MAKE (add_long, trh_schedule_edit_add_stay (project, "b", "v", 1, 2 + TRH_MAX_NIGHTS, NULL, error))
MAKE (add_longest, trh_schedule_edit_add_stay (project, "b", "v", 1, 1 + TRH_MAX_NIGHTS, NULL, error))
MAKE (add_stranger, trh_schedule_edit_add_stay (project, "v", "v", 20, 22, NULL, error))
MAKE (add_nowhere, trh_schedule_edit_add_stay (project, "b", "a", 20, 22, NULL, error))
MAKE (move, trh_schedule_edit_move_stay (project, s1, 11, NULL, NULL, error))
MAKE (move_early, trh_schedule_edit_move_stay (project, s1, 0, NULL, NULL, error))
MAKE (move_before, trh_schedule_edit_move_stay (project, s1, -3, NULL, NULL, error))
MAKE (move_late, trh_schedule_edit_move_stay (project, s1, TRH_MAX_DAY - 3, NULL, NULL, error))
MAKE (move_last, trh_schedule_edit_move_stay (project, s1, TRH_MAX_DAY - 4, NULL, NULL, error))
MAKE (move_farther, trh_schedule_edit_move_stay (project, s1, G_MAXINT, NULL, NULL, error))
MAKE (move_venue, trh_schedule_edit_move_stay (project, s1, 10, NULL, "w", error))
MAKE (move_artist, trh_schedule_edit_move_stay (project, s1, 10, "b", NULL, error))
MAKE (move_nowhere, trh_schedule_edit_move_stay (project, s1, 10, NULL, "", error))
MAKE (place, trh_schedule_edit_move_stay (project, s2, 30, NULL, NULL, error))
MAKE (days, trh_schedule_edit_stay_days (project, s1, 9, 9, error))
MAKE (days_backwards, trh_schedule_edit_stay_days (project, s1, 9, 8, error))
MAKE (days_place, trh_schedule_edit_stay_days (project, s2, 9, 12, error))
MAKE (days_none, trh_schedule_edit_stay_days (project, s1, TRH_NO_DAY, 12, error))
MAKE (copy, trh_schedule_edit_copy_stay (project, s1, 40, NULL, NULL, NULL, error))
MAKE (copy_other, trh_schedule_edit_copy_stay (project, s1, 40, "b", "w", NULL, error))
MAKE (unplace, trh_schedule_edit_unplace (project, s1))
MAKE (meet, trh_schedule_edit_add_encounter (project, "b", "w", 15, 600, 60, NULL, error))
MAKE (meet_nobody, trh_schedule_edit_add_encounter (project, NULL, "", 15, TRH_NO_CLOCK, 60, NULL, error))
MAKE (meet_short, trh_schedule_edit_add_encounter (project, "b", "w", 15, 600, 4, NULL, error))
MAKE (meet_long, trh_schedule_edit_add_encounter (project, "b", "w", 15, 600, 2881, NULL, error))
MAKE (meet_late, trh_schedule_edit_add_encounter (project, "b", "w", 15, 1440, 60, NULL, error))
MAKE (meet_move, trh_schedule_edit_move_encounter (project, e, 13, 600, "w", error))
MAKE (meet_hours, trh_schedule_edit_encounter_hours (project, e, 1380, 240, error))
MAKE (meet_give, trh_schedule_edit_encounter_artist (project, e, "a", "b", error))
MAKE (meet_join, trh_schedule_edit_encounter_artist (project, e, NULL, "b", error))
MAKE (meet_same, trh_schedule_edit_encounter_artist (project, e, "a", "a", error))
MAKE (meet_leave, trh_schedule_edit_encounter_artist (project, e, "a", NULL, error))
MAKE (meet_copy, trh_schedule_edit_copy_encounter (project, e, 14, 600, NULL, error))

static GPtrArray *
all (TrhStay *s1, TrhStay *s2, TrhEncounter *e)
{
  GPtrArray *entities = g_ptr_array_new ();

  g_ptr_array_add (entities, s1);
  g_ptr_array_add (entities, s2);
  g_ptr_array_add (entities, e);
  return entities;
}

#define MAKE_ALL(name, call) \
  static TrhEdit *name (TrhProject *project, TrhStay *s1, TrhStay *s2, TrhEncounter *e, GError **error) \
  { g_autoptr(GPtrArray) entities = all (s1, s2, e); return call; }

MAKE_ALL (lock, trh_schedule_edit_lock (project, entities, TRUE))

#define OK (-1)

static const struct { const char *name; Make make; int code; const char *after, *label; } cases[] = {
  { "add", add, OK, S1 ", " S2 ", b v/ 20+2" E, "Add stay of Loup Plaine" },
  { "add to the tray", add_tray, OK, S1 ", " S2 ", b / 0+0 tray" E, "Add stay of Loup Plaine" },
  { "add backwards", add_backwards, TRH_SCHEDULE_ERROR_BACKWARDS, NULL, "A stay cannot end before it begins." },
  { "add a long one", add_long, TRH_SCHEDULE_ERROR_TOO_LONG, NULL, "A stay has 366 nights at most." },
  { "add the longest", add_longest, OK, S1 ", " S2 ", b v/ 1+366" E, "Add stay of Loup Plaine" },
  { "add of a stranger", add_stranger, TRH_SCHEDULE_ERROR_GONE, NULL, "This artist is not in the season any more." },
  { "add nowhere", add_nowhere, TRH_SCHEDULE_ERROR_GONE, NULL, "This venue is not in the season any more." },
  { "move", move, OK, "a! v/w 11+4, " S2 E, "Move stay of Camille Serre" },
  { "move to no day", move_early, TRH_SCHEDULE_ERROR_CALENDAR, NULL, "A day is missing." },
  { "move before all days", move_before, TRH_SCHEDULE_ERROR_CALENDAR, NULL, "The calendar goes from 1970 to 2169." },
  { "move too late", move_late, TRH_SCHEDULE_ERROR_CALENDAR, NULL, "The calendar goes from 1970 to 2169." },
  { "move to the last days", move_last, OK, "a! v/w 73045+4, " S2 E, "Move stay of Camille Serre" },
  { "move out of all numbers", move_farther, TRH_SCHEDULE_ERROR_CALENDAR, NULL, "The calendar goes from 1970 to 2169." },
  { "move elsewhere", move_venue, OK, "a! w/ 10+4, " S2 E, "Move stay of Camille Serre to Rosans" },
  { "give", move_artist, OK, "b! v/w 10+4, " S2 E, "Give stay of Camille Serre to Loup Plaine" },
  { "move nowhere", move_nowhere, OK, "a! / 10+4, " S2 E, "Move stay of Camille Serre" },
  { "place", place, OK, S1 ", b w/ 30+0" E, "Place stay of Loup Plaine" },
  { "one day", days, OK, "a! v/w 9+0, " S2 E, "Change days of the stay of Camille Serre" },
  { "days backwards", days_backwards, TRH_SCHEDULE_ERROR_BACKWARDS, NULL, "A stay cannot end before it begins." },
  { "days from the tray", days_place, OK, S1 ", b w/ 9+3" E, "Place stay of Loup Plaine" },
  { "no days", days_none, TRH_SCHEDULE_ERROR_CALENDAR, NULL, "A day is missing." },
  { "copy", copy, OK, S1 ", " S2 ", a v/w 40+4" E, "Duplicate stay of Camille Serre" },
  { "copy for another", copy_other, OK, S1 ", " S2 ", b w/ 40+4" E, "Duplicate stay of Loup Plaine" },
  { "unplace", unplace, OK, "a! v/w 10+4 tray, " S2 E, "Take stay of Camille Serre off the calendar" },
  { "meet", meet, OK, S1 ", " S2 E "; b w 15 600 for 60", "Add encounter with Loup Plaine" },
  { "meet nobody yet", meet_nobody, OK, S1 ", " S2 E ";   15 -1 for 60", "Add encounter" },
  { "meet too shortly", meet_short, TRH_SCHEDULE_ERROR_BACKWARDS, NULL, "An encounter lasts 5 minutes at least." },
  { "meet too long", meet_long, TRH_SCHEDULE_ERROR_TOO_LONG, NULL, "An encounter lasts 48 hours at most." },
  { "meet at 24:00", meet_late, TRH_SCHEDULE_ERROR_CALENDAR, NULL, "An encounter begins between 00:00 and 23:59." },
  { "move encounter", meet_move, OK, S1 ", " S2 "; a w 13 600 for 90", "Move “Veillée” to Rosans" },
  { "hours", meet_hours, OK, S1 ", " S2 "; a v 12 1380 for 240", "Change hours of “Veillée”" },
  { "give encounter", meet_give, OK, S1 ", " S2 "; b v 12 1110 for 90", "Give “Veillée” to Loup Plaine" },
  { "join encounter", meet_join, OK, S1 ", " S2 "; a+b v 12 1110 for 90", "Give “Veillée” to Loup Plaine" },
  { "give it to the same", meet_same, OK, S1 ", " S2 E, NULL },
  { "leave encounter", meet_leave, OK, S1 ", " S2 ";  v 12 1110 for 90", "Take Camille Serre off “Veillée”" },
  { "copy encounter", meet_copy, OK, S1 ", " S2 E "; a v 14 600 for 90", "Duplicate “Veillée”" },
  { "lock all", lock, OK, "a! v/w 10+4, b! w/ 0+0 tray; a! v 12 1110 for 90", "Lock 3 items" },
};

static void
test_edits (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(TrhProject) project = make_project ();
      g_autoptr(TrhHistory) history = trh_history_new (project);
      g_autoptr(GError) error = NULL;
      g_autoptr(TrhEdit) edit = NULL;
      g_autofree char *before = describe (project);
      g_autofree char *after = NULL;
      g_autofree char *undone = NULL;

      g_test_message ("%s", cases[i].name);
      edit = cases[i].make (project, trh_project_find (project, TRH_STAYS, "s1"), trh_project_find (project, TRH_STAYS, "s2"),
                            trh_project_find (project, TRH_ENCOUNTERS, "e"), &error);
      if (cases[i].code != OK)
        {
          g_assert_null (edit);
          g_assert_error (error, TRH_SCHEDULE_ERROR, cases[i].code);
          g_assert_cmpstr (error->message, ==, cases[i].label);
          continue;
        }
      g_assert_no_error (error);
      if (cases[i].label != NULL)
        g_assert_cmpstr (trh_edit_get_label (edit), ==, cases[i].label);

      trh_history_perform (history, edit);
      after = describe (project);
      g_assert_cmpstr (after, ==, cases[i].after);
      trh_history_undo (history);
      undone = describe (project);
      g_assert_cmpstr (undone, ==, before);
    }
}

/* A copy has nothing of what was agreed about the original, and the identifier that is told. */
static void
test_copies_start_afresh (void)
{
  g_autoptr(TrhProject) project = make_project ();
  g_autoptr(TrhHistory) history = trh_history_new (project);
  g_autofree char *stay_id = NULL;
  g_autofree char *encounter_id = NULL;
  g_autoptr(TrhEdit) one = trh_schedule_edit_copy_stay (project, trh_project_find (project, TRH_STAYS, "s1"), 40,
                                                        NULL, NULL, &stay_id, NULL);
  g_autoptr(TrhEdit) two = trh_schedule_edit_copy_encounter (project, trh_project_find (project, TRH_ENCOUNTERS, "e"),
                                                             14, 600, &encounter_id, NULL);
  const TrhStayRecord *stay;
  const TrhEncounterRecord *encounter;

  trh_history_perform (history, one);
  trh_history_perform (history, two);
  stay = trh_project_find_record (project, TRH_STAYS, stay_id);
  encounter = trh_project_find_record (project, TRH_ENCOUNTERS, encounter_id);
  g_assert_cmpint (stay->state, ==, TRH_PLAN_DRAFT);
  g_assert_cmpint (stay->option, ==, TRH_OPTION_NONE);
  g_assert_false (stay->locked);
  g_assert_cmpint (encounter->attendance, ==, -1);
  g_assert_cmpstr (encounter->title, ==, "Veillée");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/schedule/edits/cases", test_edits);
  g_test_add_func ("/schedule/edits/copies-start-afresh", test_copies_start_afresh);

  return g_test_run ();
}
