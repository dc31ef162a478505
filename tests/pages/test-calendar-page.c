/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "core/base/trh-day.h"
#include "core/schedule/trh-schedule-edits.h"
#include "pages-fixture.h"
#include "pages/trh-calendar-dialog.h"
#include "pages/trh-calendar-moves.h"
#include "pages/trh-calendar-page-private.h"
#include "pages/trh-calendar-row.h"
#include "pages/trh-calendar-words.h"

#define DAY(n) (20970 + (n)) /* 2027-06-01 is DAY (0) */

typedef struct {
  TrhWorkspace    *workspace;
  TrhProject      *project;
  char            *before;
  GtkWidget       *window;
  TrhCalendarPage *page;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->workspace = fixture_workspace (fixture_season);
  fixture->project = trh_workspace_get_project (fixture->workspace);
  fixture->before = fixture_write (fixture->workspace);
  fixture->page = g_object_new (TRH_TYPE_CALENDAR_PAGE, "workspace", fixture->workspace, NULL);
  fixture->window = fixture_show (GTK_WIDGET (fixture->page), 1000, 640);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_ref (fixture->page);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  fixture_settle (); /* what GTK has still to do with a page holds it until then */
  g_assert_finalize_object (fixture->page);
  fixture_end (fixture->workspace, fixture->before);
  g_free (fixture->before);
}

/* All stays and encounters as text: "s1 a1@v1 +6+8". */
static char *
describe (TrhProject *project)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < trh_project_count (project, TRH_STAYS); i++)
    {
      const TrhStayRecord *stay = trh_project_peek_record (project, TRH_STAYS, i);

      g_string_append_printf (text, "%s%s %s@%s %+d%+d%s", i > 0 ? " | " : "", strlen (stay->base.id) < 4 ? stay->base.id : "new",
                              stay->artist_id, stay->venue_id, stay->first_day - DAY (0), stay->last_day - DAY (0),
                              stay->unplaced ? " tray" : "");
    }
  for (guint i = 0; i < trh_project_count (project, TRH_ENCOUNTERS); i++)
    {
      const TrhEncounterRecord *encounter = trh_project_peek_record (project, TRH_ENCOUNTERS, i);
      g_autofree char *artists = g_strjoinv (",", encounter->artist_ids);

      g_string_append_printf (text, " | %s %s@%s %+d %d %d", strlen (encounter->base.id) < 4 ? encounter->base.id : "new", artists,
                              encounter->venue_id, encounter->day - DAY (0), encounter->start, encounter->duration_min);
    }
  return g_string_free (text, FALSE);
}

#define S1 "s1 a1@v1 +6+8"
#define S2 "s2 a1@v2 +9+11"
#define E1 "e1 a1@v1 +8 -1 90"

/* What the hand and the keys ask for, and what the season is then. Undo brings it back. */
static void
test_moves (Fixture *fixture, gconstpointer data)
{
  static const struct {
    TrhLanesBy  by;
    const char *id, *from, *to;
    int         first_day, last_day; /* of the season's; of an encounter, its day and the clock */
    gboolean    copy;
    const char *after;
  } cases[] = {
    { TRH_LANES_ARTISTS, "s1", "a1", "a1", 7, 9, FALSE, "s1 a1@v1 +7+9 | " S2 " | " E1 },
    { TRH_LANES_ARTISTS, "s1", "a1", "a1", 6, 10, FALSE, "s1 a1@v1 +6+10 | " S2 " | " E1 },
    { TRH_LANES_ARTISTS, "s1", "a1", "a2", 5, 7, FALSE, "s1 a2@v1 +5+7 | " S2 " | " E1 },
    { TRH_LANES_ARTISTS, "s2", "a1", "a1", 20, 22, TRUE, S1 " | " S2 " | new a1@v2 +20+22 | " E1 },
    { TRH_LANES_COMMUNES, "s1", "26340", "05126", 6, 8, FALSE, "s1 a1@v2 +6+8 | " S2 " | " E1 },
    { TRH_LANES_COMMUNES, "s1", "26340", "26340", 6, 7, FALSE, "s1 a1@v1 +6+7 | " S2 " | " E1 },
    { TRH_LANES_ARTISTS, "e1", "a1", "a1", 9, TRH_UNKNOWN_START, FALSE, S1 " | " S2 " | e1 a1@v1 +9 -1 90" },
    { TRH_LANES_ARTISTS, "e1", "a1", "a2", 9, 600, FALSE, S1 " | " S2 " | e1 a2@v1 +9 600 90" },
    { TRH_LANES_COMMUNES, "e1", "26340", "05126", 8, 900, FALSE, S1 " | " S2 " | e1 a1@v2 +8 900 90" },
  };
  g_autofree char *first = describe (fixture->project);

  g_assert_cmpstr (first, ==, S1 " | " S2 " | " E1);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gboolean stay = cases[i].id[0] == 's';
      g_autofree char *after = NULL;
      g_autofree char *undone = NULL;
      int start_min = DAY (cases[i].first_day) * TRH_DAY_MIN + (stay ? 0 : cases[i].last_day);
      int end_min = stay ? DAY (cases[i].last_day) * TRH_DAY_MIN : start_min + 90;

      g_test_message ("case %u", i);
      g_object_set (fixture->page, "lanes-by", cases[i].by == TRH_LANES_ARTISTS ? "artists" : "communes", NULL);
      g_signal_emit_by_name (fixture->page->timeline, "bar-moved", cases[i].id, cases[i].from, cases[i].to,
                             start_min, end_min, cases[i].copy);
      after = describe (fixture->project);
      g_assert_cmpstr (after, ==, cases[i].after);
      g_assert_true (trh_workspace_undo (fixture->workspace));
      undone = describe (fixture->project);
      g_assert_cmpstr (undone, ==, first);
    }
}

/* The bars of the timeline and the rows of the table, as sets of ids. */
static void
check_twins (Fixture *fixture)
{
  TrhLanes *lanes = trh_timeline_peek_lanes (fixture->page->timeline);
  g_autoptr(GHashTable) rows = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_entities = trh_project_count (fixture->project, TRH_STAYS) + trh_project_count (fixture->project, TRH_ENCOUNTERS);
  GListModel *shown = trh_calendar_table_get_rows (fixture->page->table);

  for (guint i = 0; i < g_list_model_get_n_items (shown); i++)
    {
      g_autoptr(TrhCalendarRow) row = g_list_model_get_item (shown, i);
      const TrhRecord *record = trh_entity_peek_record (trh_calendar_row_get_entity (row));
      TrhBar *bar = trh_lanes_find_bar (lanes, record->id, NULL);

      g_assert_true (g_hash_table_add (rows, (gpointer) record->id));
      g_assert_true ((bar != NULL) == trh_calendar_is_placed (record));
      if (bar != NULL && bar->kind == TRH_BAR_STAY)
        {
          g_assert_cmpint (bar->start_min, ==, ((const TrhStayRecord *) record)->first_day * TRH_DAY_MIN);
          g_assert_cmpint (bar->end_min, ==, ((const TrhStayRecord *) record)->last_day * TRH_DAY_MIN);
        }
      if (bar != NULL && bar->widget != NULL)
        g_assert_cmpuint (bar->n_alerts, ==, trh_alerts_count_of (trh_workspace_get_alerts (fixture->workspace), record->id));
    }
  g_assert_cmpuint (g_hash_table_size (rows), ==, n_entities);
  for (guint i = 0; i < g_list_model_get_n_items (shown); i++)
    {
      g_autoptr(TrhCalendarRow) row = g_list_model_get_item (shown, i);

      g_assert_cmpuint (trh_calendar_row_get_n_alerts (row), ==,
                        trh_alerts_count_of (trh_workspace_get_alerts (fixture->workspace), trh_calendar_row_get_id (row)));
    }
}

static void
act (Fixture *fixture, GRand *random)
{
  TrhStay *stay = NULL;
  guint n = trh_project_count (fixture->project, TRH_STAYS);
  int first_day = DAY (g_rand_int_range (random, 0, 28));
  g_autoptr(TrhEdit) edit = NULL;
  g_autoptr(GPtrArray) list = g_ptr_array_new ();

  if (n > 0)
    stay = trh_project_peek (fixture->project, TRH_STAYS, (guint) g_rand_int_range (random, 0, (int) n));
  g_ptr_array_add (list, stay);
  switch (g_rand_int_range (random, 0, stay != NULL ? 7 : 1))
    {
    case 0:
      edit = trh_schedule_edit_add_stay (fixture->project, g_rand_boolean (random) ? "a1" : "a3",
                                         g_rand_boolean (random) ? "v1" : "", first_day, first_day + 2, NULL, NULL);
      break;
    case 1:
      edit = trh_schedule_edit_move_stay (fixture->project, stay, first_day, g_rand_boolean (random) ? "a2" : NULL, NULL, NULL);
      break;
    case 2:
      edit = trh_schedule_edit_stay_days (fixture->project, stay, first_day, first_day + g_rand_int_range (random, 0, 9), NULL);
      break;
    case 3:
      edit = trh_schedule_edit_unplace (fixture->project, stay);
      break;
    case 4:
      edit = trh_project_edit_remove (fixture->project, list, "Delete");
      break;
    case 5:
      trh_workspace_undo (fixture->workspace);
      return;
    default:
      trh_workspace_redo (fixture->workspace);
      return;
    }
  trh_workspace_perform (fixture->workspace, edit);
}

static void
test_twins (Fixture *fixture, gconstpointer data)
{
  guint32 seed = g_test_rand_int ();
  GRand *random = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < 150; i++)
    {
      if (i % 10 == 0)
        g_object_set (fixture->page, "lanes-by", i % 20 == 0 ? "artists" : "communes", NULL);
      act (fixture, random);
      if (i % 15 == 14)
        {
          g_object_set (fixture->page, "view", "table", NULL);
          fixture_settle ();
          /* in a lane for communes a stay without a place has no bar */
          g_object_set (fixture->page, "lanes-by", "artists", NULL);
          fixture_settle ();
          check_twins (fixture);
          g_object_set (fixture->page, "view", "timeline", NULL);
        }
    }
  g_rand_free (random);
}

/* The same thing is selected in both views and in the workspace. */
static void
test_selection (Fixture *fixture, gconstpointer data)
{
  g_object_set (fixture->page, "view", "table", NULL);
  fixture_settle ();
  g_signal_emit_by_name (fixture->page->table, "row-selected", "s2");
  g_assert_cmpstr (trh_workspace_get_selected_id (fixture->workspace), ==, "s2");
  g_assert_cmpstr (trh_timeline_get_selected_id (fixture->page->timeline), ==, "s2");
  trh_workspace_select (fixture->workspace, "e1");
  g_assert_cmpstr (trh_timeline_get_selected_id (fixture->page->timeline), ==, "e1");
}

static void
test_sentence (Fixture *fixture, gconstpointer data)
{
  g_autofree char *stay = trh_calendar_say_bar (fixture->workspace, "s1");
  g_autofree char *gone = trh_calendar_say_bar (fixture->workspace, "nothing");

  g_assert_true (g_str_has_prefix (stay, "Stay of Camille Serre at Séderon, from Monday 7 June to Wednesday 9 June, draft"));
  g_assert_cmpstr (gone, ==, "");
}

static void
insert_leg (Fixture *fixture, TrhLegSource source)
{
  TrhLegRecord *leg = trh_record_new (&trh_leg_schema, "l1");
  g_autoptr(TrhEdit) edit = trh_edit_new ("Add");

  trh_record_set_text (&leg->from_id, "v1");
  trh_record_set_text (&leg->to_id, "v2");
  leg->source = source;
  leg->distance_m = 38000;
  leg->duration_s = 51 * 60;
  trh_edit_insert (edit, leg);
  g_assert_true (trh_workspace_perform (fixture->workspace, edit));
  fixture_settle ();
}

/* What the road from the first stay to the second says on the paper, beside the pointer and aloud. */
static void
test_road (Fixture *fixture, gconstpointer data)
{
  TrhLanes *lanes = trh_timeline_peek_lanes (fixture->page->timeline);
  g_autofree char *stay = NULL;
  g_autofree char *words = NULL;
  g_autofree char *typed = NULL;

  g_assert_true (g_str_has_prefix (trh_lanes_find_bar (lanes, "s1", "a1")->road, "≈ ")); /* ours, from the ground */
  insert_leg (fixture, TRH_LEG_SOURCE_ROUTER);
  g_assert_cmpstr (trh_lanes_find_bar (lanes, "s1", "a1")->road, ==, "≈ 51 min");
  g_assert_null (trh_lanes_find_bar (lanes, "s2", "a1")->road);
  g_signal_emit_by_name (fixture->page->timeline, "describe-road", "s1", "a1", &words);
  g_assert_cmpstr (words, ==, "Séderon – Rosans by car, 38 km, ≈ 51 min (by road, from a route service)");
  stay = trh_calendar_say_bar (fixture->workspace, "s2");
  g_assert_nonnull (strstr (stay, "draft, from Séderon by car, 38 km, ≈ 51 min (by road, from a route service)"));

  g_assert_true (trh_workspace_undo (fixture->workspace));
  insert_leg (fixture, TRH_LEG_SOURCE_TYPED);
  g_signal_emit_by_name (fixture->page->timeline, "describe-road", "s1", "a1", &typed);
  g_assert_cmpstr (typed, ==, "Séderon – Rosans by car, 38 km, 51 min (typed by hand)");
}

static void
test_tray (Fixture *fixture, gconstpointer data)
{
  g_autofree char *after = NULL;
  g_autofree char *placed = NULL;

  g_assert_cmpuint (trh_calendar_tray_get_n_items (fixture->page->tray), ==, 0);
  trh_workspace_select (fixture->workspace, "s1");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), "calendar.unplace", NULL));
  after = describe (fixture->project);
  g_assert_cmpstr (after, ==, S1 " tray | " S2 " | " E1);
  g_assert_cmpuint (trh_calendar_tray_get_n_items (fixture->page->tray), ==, 1);
  g_assert_null (trh_lanes_find_bar (trh_timeline_peek_lanes (fixture->page->timeline), "s1", NULL));

  g_signal_emit_by_name (fixture->page->timeline, "text-dropped", "s1", "a1", DAY (13) * TRH_DAY_MIN);
  placed = describe (fixture->project);
  g_assert_cmpstr (placed, ==, "s1 a1@v1 +13+15 | " S2 " | " E1);
  g_assert_cmpuint (trh_calendar_tray_get_n_items (fixture->page->tray), ==, 0);
}

static void
on_added (TrhCalendarDialog *dialog, TrhEdit *edit, const char *id, Fixture *fixture)
{
  g_assert_nonnull (id);
  trh_workspace_perform (fixture->workspace, edit);
}

static void
test_dialog (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = trh_calendar_dialog_new_stay (fixture->workspace, "", "v1", DAY (20), DAY (22));
  TrhStayRecord *record;
  g_autofree char *after = NULL;

  g_signal_connect (dialog, "added", G_CALLBACK (on_added), fixture);
  gtk_window_present (GTK_WINDOW (dialog));
  fixture_settle ();
  g_assert_false (trh_calendar_dialog_add (TRH_CALENDAR_DIALOG (dialog))); /* nobody was chosen */
  g_assert_cmpuint (trh_project_count (fixture->project, TRH_STAYS), ==, 2);

  record = trh_record_copy (trh_entity_peek_record (trh_calendar_dialog_peek_draft (TRH_CALENDAR_DIALOG (dialog))));
  trh_record_set_text (&record->artist_id, "a2");
  trh_entity_set_record (trh_calendar_dialog_peek_draft (TRH_CALENDAR_DIALOG (dialog)), record);
  trh_record_unref (record);
  g_assert_true (trh_calendar_dialog_add (TRH_CALENDAR_DIALOG (dialog)));
  after = describe (fixture->project);
  g_assert_cmpstr (after, ==, S1 " | " S2 " | new a2@v1 +20+22 | " E1);
}

static void
set_draft (GtkWidget *dialog, const char *artist_id, const char *lodging_id, int first_day, int last_day)
{
  TrhEntity *draft = trh_calendar_dialog_peek_draft (TRH_CALENDAR_DIALOG (dialog));
  TrhStayRecord *record = trh_record_copy (trh_entity_peek_record (draft));

  trh_record_set_text (&record->artist_id, artist_id);
  trh_record_set_text (&record->lodging_id, lodging_id);
  record->first_day = first_day;
  record->last_day = last_day;
  trh_entity_set_record (draft, record);
  trh_record_unref (record);
}

static gboolean
is_line_of (GtkWidget *widget, gconstpointer style)
{
  return GTK_IS_BOX (widget) && gtk_widget_has_css_class (widget, style);
}

static gboolean
is_text (GtkWidget *widget, gconstpointer text)
{
  return GTK_IS_LABEL (widget) && strstr (gtk_label_get_label (GTK_LABEL (widget)), text) != NULL;
}

/* The dialog says at once why a stay cannot be added, and all that would be wrong with it. */
static void
test_dialog_preview (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = trh_calendar_dialog_new_stay (fixture->workspace, "a1", "v1", DAY (20), DAY (22));

  g_signal_connect (dialog, "added", G_CALLBACK (on_added), fixture);
  gtk_window_present (GTK_WINDOW (dialog));
  fixture_settle ();
  g_assert_nonnull (fixture_find (dialog, is_text, "no bed")); /* strong, and the first */
  g_assert_nonnull (fixture_find (dialog, is_line_of, "trh-alert-strong"));
  g_assert_null (fixture_find (dialog, is_line_of, "error"));

  set_draft (dialog, "a1", "", DAY (22), DAY (20));
  g_assert_nonnull (fixture_find (dialog, is_text, "A stay cannot end before it begins."));
  g_assert_nonnull (fixture_find (dialog, is_line_of, "error"));
  g_assert_null (fixture_find (dialog, is_line_of, "trh-alert-strong"));
  set_draft (dialog, "", "", DAY (22), DAY (20));
  g_assert_nonnull (fixture_find (dialog, is_text, "A stay cannot end before it begins."));

  set_draft (dialog, "a1", "", DAY (6), DAY (12)); /* over both stays, and without a bed: more than are said one by one */
  g_assert_nonnull (fixture_find (dialog, is_text, "two stays at Salle des fêtes"));
  g_assert_nonnull (fixture_find (dialog, is_text, "more alert"));

  set_draft (dialog, "a1", "v2", DAY (20), DAY (22)); /* with a bed */
  g_assert_null (fixture_find (dialog, is_text, "no bed"));
  g_assert_true (trh_calendar_dialog_add (TRH_CALENDAR_DIALOG (dialog)));
  g_assert_cmpstr (((const TrhStayRecord *) trh_project_peek_record (fixture->project, TRH_STAYS, 2))->lodging_id, ==, "v2");
}

static void
assert_days (GtkWidget *dialog, int first_day, int last_day)
{
  const TrhStayRecord *stay = trh_entity_peek_record (trh_calendar_dialog_peek_draft (TRH_CALENDAR_DIALOG (dialog)));

  g_assert_cmpint (stay->first_day - DAY (0), ==, first_day);
  g_assert_cmpint (stay->last_day - DAY (0), ==, last_day);
}

/* Proposed days are free, follow the artist, and stay as a person set them. */
static void
test_dialog_days (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = trh_calendar_dialog_new_stay (fixture->workspace, "", "", DAY (7), DAY (9));

  trh_calendar_dialog_propose_days (TRH_CALENDAR_DIALOG (dialog));
  assert_days (dialog, 7, 9);
  set_draft (dialog, "a1", "", DAY (7), DAY (9)); /* who has stays from the 7th to the 13th of June */
  assert_days (dialog, 11, 13);
  set_draft (dialog, "a1", "", DAY (15), DAY (18));
  set_draft (dialog, "a2", "", DAY (15), DAY (18));
  assert_days (dialog, 15, 18);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
take_off (Fixture *fixture, const char *id)
{
  g_autoptr(TrhEdit) edit = trh_schedule_edit_unplace (fixture->project, trh_project_find (fixture->project, TRH_STAYS, id));

  g_assert_true (trh_workspace_perform (fixture->workspace, edit));
}

static const char *
get_lane_name (Fixture *fixture, const char *id)
{
  return trh_lanes_find_lane (trh_timeline_peek_lanes (fixture->page->timeline), id)->name;
}

/* A lane tells the stays that wait from those that have their days. */
static void
test_waiting (Fixture *fixture, gconstpointer data)
{
  g_autoptr(TrhEdit) edit = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_cmpstr (get_lane_name (fixture, "a1"), ==, "Camille Serre, 2 stays");
  take_off (fixture, "s1");
  g_assert_cmpstr (get_lane_name (fixture, "a1"), ==, "Camille Serre, 1 stay, 1 to place");
  take_off (fixture, "s2");
  g_assert_cmpstr (get_lane_name (fixture, "a1"), ==, "Camille Serre, 0 stays, 2 to place");
  edit = trh_schedule_edit_add_stay (fixture->project, "a1", "v1", TRH_NO_DAY, TRH_NO_DAY, NULL, &error);
  g_assert_true (trh_workspace_perform (fixture->workspace, edit));
  g_assert_cmpstr (get_lane_name (fixture, "a1"), ==, "Camille Serre, 0 stays, 3 to place");
  g_assert_true (trh_workspace_undo (fixture->workspace));
  g_assert_cmpstr (get_lane_name (fixture, "a1"), ==, "Camille Serre, 0 stays, 2 to place");
  g_object_set (fixture->page, "lanes-by", "communes", NULL);
  g_assert_cmpstr (get_lane_name (fixture, "26340"), ==, "Séderon, 0 stays, 1 to place");
}

/* Every commune of the season has a lane, also while it has no venue. */
static void
test_commune_lanes (Fixture *fixture, gconstpointer data)
{
  TrhCommuneRecord *commune = trh_record_new (&trh_commune_schema, "05070");
  g_autoptr(TrhEdit) edit = trh_edit_new ("Add");
  TrhLanes *lanes = trh_timeline_peek_lanes (fixture->page->timeline);

  g_object_set (fixture->page, "lanes-by", "communes", NULL);
  g_assert_cmpuint (trh_lanes_get_n_lanes (lanes), ==, 2);
  trh_record_set_text (&commune->name, "Laragne-Montéglin");
  trh_edit_insert (edit, commune);
  g_assert_true (trh_workspace_perform (fixture->workspace, edit));
  fixture_settle ();
  g_assert_cmpuint (trh_lanes_get_n_lanes (lanes), ==, 3);
  g_assert_cmpstr (trh_lanes_get_lane (lanes, 0)->title, ==, "Laragne-Montéglin");
}

/* A season in which nothing is planned yet shows its own days, not those of today. */
static void
test_new_season (Fixture *fixture, gconstpointer data)
{
  static const char season[] = "{\"format\":\"transhumance\",\"version\":1,\"id\":\"p\","
    "\"season\":{\"title\":\"Saison 2031\",\"first-day\":\"2031-06-01\",\"last-day\":\"2031-09-30\"}}";
  TrhWorkspace *workspace = fixture_workspace (season);
  g_autofree char *before = fixture_write (workspace);
  TrhCalendarPage *page = g_object_new (TRH_TYPE_CALENDAR_PAGE, "workspace", workspace, NULL);
  GtkWidget *window = fixture_show (GTK_WIDGET (page), 1000, 640);

  g_assert_cmpstr (gtk_label_get_label (page->period_label), ==, "June – September 2031");
  gtk_window_destroy (GTK_WINDOW (window));
  fixture_end (workspace, before);
}

static gboolean
is_day_cell (GtkWidget *widget, gconstpointer text)
{
  return GTK_IS_BUTTON (widget) && GTK_IS_LABEL (gtk_button_get_child (GTK_BUTTON (widget)))
         && g_str_equal (gtk_label_get_label (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (widget)))), text);
}

/* Presses the cell that shows @shown, types a day into the row that opens there, and closes it when
 * the row has told what it has to tell. */
static void
type_day (Fixture *fixture, const char *shown, const char *title, const char *typed, const char *told)
{
  GtkWidget *cell = fixture_find (GTK_WIDGET (fixture->page->table), is_day_cell, shown), *row;

  g_assert_nonnull (cell);
  g_signal_emit_by_name (cell, "clicked");
  fixture_settle ();
  row = fixture_row (fixture->page->popover, title);
  g_assert_nonnull (row);
  fixture_type (row, typed);
  fixture_settle ();
  g_assert_true (told == NULL || fixture_find (fixture->page->popover, is_text, told) != NULL);
  gtk_popover_popdown (GTK_POPOVER (fixture->page->popover));
  fixture_settle ();
}

static void
assert_season (Fixture *fixture, const char *expected, guint n_steps)
{
  g_autofree char *now = describe (fixture->project);

  g_assert_cmpstr (now, ==, expected);
  g_assert_cmpuint (trh_history_get_n_done (trh_workspace_get_history (fixture->workspace)), ==, n_steps);
}

/* Days are typed in the cells of the table, each one step; what cannot be changes nothing and stays there. */
static void
test_day_cells (Fixture *fixture, gconstpointer data)
{
  g_object_set (fixture->page, "view", "table", NULL);
  fixture_settle ();
  type_day (fixture, "Mon 7 June", "Arrival", "6 June", NULL);
  assert_season (fixture, "s1 a1@v1 +5+7 | " S2 " | " E1, 1);
  type_day (fixture, "Sat 12 June", "Departure", "2027-06-15", NULL);
  assert_season (fixture, "s1 a1@v1 +5+7 | s2 a1@v2 +9+14 | " E1, 2);
  type_day (fixture, "Tue 15 June", "Departure", "some day", "This is not a date");
  assert_season (fixture, "s1 a1@v1 +5+7 | s2 a1@v2 +9+14 | " E1, 2);
  type_day (fixture, "Tue 15 June", "Departure", "1 June 2027", "This is before the first day");
  assert_season (fixture, "s1 a1@v1 +5+7 | s2 a1@v2 +9+14 | " E1, 2);
}

/* A page that is closed gives back the room it has; it opens in the narrowest window. */
static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  int width;

  gtk_widget_measure (GTK_WIDGET (fixture->page), GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  g_assert_cmpint (width, <=, 360);
  g_object_set (fixture->page, "view", "table", NULL);
  gtk_widget_measure (GTK_WIDGET (fixture->page), GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  g_assert_cmpint (width, <=, 360);
}

int
main (int argc, char *argv[])
{
  static const struct { const char *path; void (*test) (Fixture *, gconstpointer); } tests[] = {
    { "/calendar/moves", test_moves },
    { "/calendar/twins", test_twins },
    { "/calendar/selection", test_selection },
    { "/calendar/sentence", test_sentence },
    { "/calendar/road", test_road },
    { "/calendar/tray", test_tray },
    { "/calendar/dialog", test_dialog },
    { "/calendar/dialog-preview", test_dialog_preview },
    { "/calendar/dialog-days", test_dialog_days },
    { "/calendar/waiting", test_waiting },
    { "/calendar/commune-lanes", test_commune_lanes },
    { "/calendar/new-season", test_new_season },
    { "/calendar/day-cells", test_day_cells },
    { "/calendar/narrow", test_narrow },
  };

  g_test_init (&argc, &argv, NULL);
  if (!fixture_init ())
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
