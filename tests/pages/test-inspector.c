/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-inspector.h"
#include "pages-fixture.h"
#include "pages/trh-inspector-forms.h"
#include "pages/trh-parts-group.h"

typedef struct {
  TrhWorkspace *workspace;
  char         *before;
  GtkWidget    *inspector;
  GtkWidget    *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->workspace = fixture_workspace (fixture_season);
  fixture->before = fixture_write (fixture->workspace);
  fixture->inspector = g_object_ref_sink (trh_inspector_new (fixture->workspace));
  fixture->window = fixture_show (fixture->inspector, 360, 640);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_set_child (GTK_WINDOW (fixture->window), NULL);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  fixture_settle ();
  g_assert_finalize_object (fixture->inspector);
  fixture_end (fixture->workspace, fixture->before);
  g_free (fixture->before);
}

static void
select_object (Fixture *fixture, const char *id)
{
  trh_workspace_select (fixture->workspace, id);
  fixture_settle ();
}

static gboolean
is_stack (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_STACK (widget);
}

static const char *
get_shown (Fixture *fixture)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (fixture_find (fixture->inspector, is_stack, NULL)));
}

/* Every form opens completely: each member it names exists and has a row. */
static void
open_all (GtkWidget *widget)
{
  if (ADW_IS_EXPANDER_ROW (widget))
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (widget), TRUE);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    open_all (child);
}

static void
test_forms (Fixture *fixture, gconstpointer data)
{
  static const char *const ids[] = { "season", "w1", "26340", "v1", "a1", "s1", "e1", "i1", "p1" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      TrhEntity *entity = trh_project_find_any (trh_workspace_get_project (fixture->workspace), ids[i]);
      const TrhSchema *schema = trh_entity_get_schema (entity);

      select_object (fixture, ids[i]);
      g_assert_cmpstr (get_shown (fixture), ==, "form");
      open_all (fixture->inspector);
      fixture_settle ();
      for (const TrhSection *section = trh_inspector_get_form (schema); section->kind != TRH_SECTION_END; section++)
        {
          g_autofree char *fields = g_strconcat (section->fields, " ", section->rare, NULL);
          g_auto(GStrv) names = g_strsplit (g_strchomp (fields), " ", -1);

          for (guint j = 0; names[j] != NULL; j++)
            g_assert_cmpint (trh_schema_find (schema, names[j]), >=, 0);
        }
    }
  select_object (fixture, "");
  g_assert_cmpstr (get_shown (fixture), ==, "none");
}

static const char *
get_subtitle (GtkWidget *expander)
{
  return adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (expander));
}

/* A fold says what is filled; opened, it shows that and what is usual, and brings the rest when it is asked for. */
static void
test_folds (Fixture *fixture, gconstpointer data)
{
  GtkWidget *fold, *more, *row;

  select_object (fixture, "a1");
  fold = fixture_row (fixture->inspector, "Travel");
  g_assert_cmpstr (get_subtitle (fold), ==, "");
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (fold), TRUE);
  fixture_settle ();
  row = fixture_row (fold, "Longest road of a day, in km");
  g_assert_nonnull (row);
  g_assert_null (fixture_row (fold, "Walking speed, in km/h"));
  more = fixture_row (fold, "Add…");
  g_assert_true (g_str_has_prefix (adw_action_row_get_subtitle (ADW_ACTION_ROW (more)), "walking speed, in km/h, "));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (more), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Add: walking speed, in km/h, nights away in a row, at most, days in a row before a day "
                                       "of rest, minutes to pack before leaving, minutes to set up before an encounter, room "
                                       "for shared equipment, in m³");

  /* with the keyboard: it is left on the first row that came */
  gtk_widget_grab_focus (more);
  g_signal_emit_by_name (more, "activate");
  fixture_settle ();
  g_assert_null (fixture_row (fold, "Add…"));
  row = fixture_row (fold, "Walking speed, in km/h");
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)), row));
  fixture_type (row, "4.5");
  fixture_type (fixture_row (fold, "Longest road of a day, in km"), "80");

  /* filled, it is there at once the next time, and the fold says so while it is closed */
  select_object (fixture, "v1");
  select_object (fixture, "a1");
  fold = fixture_row (fixture->inspector, "Travel");
  g_assert_nonnull (fixture_row (fold, "Walking speed, in km/h"));
  g_assert_nonnull (fixture_row (fold, "Add…"));
  g_assert_cmpstr (get_subtitle (fold), ==, "");
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (fold), FALSE);
  g_assert_cmpstr (get_subtitle (fold), ==, "Longest road of a day, in km: 80 · Walking speed, in km/h: 4.5");
  trh_workspace_undo (fixture->workspace);
  g_assert_cmpstr (get_subtitle (fold), ==, "Walking speed, in km/h: 4.5");

  /* what is filled while the fold is open and has no row gets one; redo is somebody who fills it */
  trh_workspace_undo (fixture->workspace);
  select_object (fixture, "v1");
  select_object (fixture, "a1");
  fold = fixture_row (fixture->inspector, "Travel");
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (fold), TRUE);
  g_assert_null (fixture_row (fold, "Walking speed, in km/h"));
  trh_workspace_redo (fixture->workspace);
  g_assert_nonnull (fixture_row (fold, "Walking speed, in km/h"));
  g_assert_true (g_str_has_prefix (adw_action_row_get_subtitle (ADW_ACTION_ROW (fixture_row (fold, "Add…"))), "nights"));
}

static gboolean
is_scroller (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_SCROLLED_WINDOW (widget) && gtk_widget_get_mapped (widget);
}

/* Another form begins at its beginning; one that is edited stays where it is, and its list has the name of today. */
static void
test_begins_at_the_top (Fixture *fixture, gconstpointer data)
{
  GtkAdjustment *adjustment;
  GtkWidget *row;

  select_object (fixture, "a1");
  open_all (fixture->inspector);
  fixture_settle ();
  adjustment = gtk_scrolled_window_get_vadjustment (
    GTK_SCROLLED_WINDOW (fixture_find (fixture->inspector, is_scroller, NULL)));
  gtk_adjustment_set_value (adjustment, 120);
  row = fixture_row (fixture->inspector, "Name");
  fixture_type (row, "Camille Serres");
  fixture_settle ();
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 120);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (gtk_widget_get_parent (row)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Camille Serres");
  select_object (fixture, "v1");
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);
  trh_workspace_undo (fixture->workspace);
}

static void
test_follows (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row;

  g_assert_cmpstr (get_shown (fixture), ==, "none");
  select_object (fixture, "a1");
  row = fixture_row (fixture->inspector, "Name");
  g_assert_cmpstr (gtk_editable_get_text (fixture_entry (row)), ==, "Camille Serre");
  fixture_type (row, "Camille Serres");
  g_assert_cmpstr (trh_history_get_undo_label (trh_workspace_get_history (fixture->workspace)), ==,
                   "Rename “Camille Serre” to “Camille Serres”");

  /* whoever comes from a page comes to the first row */
  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  trh_workspace_select (fixture->workspace, "v1");
  gtk_widget_child_focus (fixture->inspector, GTK_DIR_TAB_FORWARD);
  row = fixture_row (fixture->inspector, "Name");
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (gtk_editable_get_delegate (fixture_entry (row)))));
  g_assert_cmpstr (gtk_editable_get_text (fixture_entry (fixture_row (fixture->inspector, "Name"))), ==, "Salle des fêtes");
  select_object (fixture, "nobody");
  g_assert_cmpstr (get_shown (fixture), ==, "none");
}

static void
test_duplicate_and_delete (Fixture *fixture, gconstpointer data)
{
  TrhProject *project = trh_workspace_get_project (fixture->workspace);

  select_object (fixture, "a1");
  gtk_widget_activate_action (fixture->inspector, "inspector.duplicate", NULL);
  fixture_settle ();
  g_assert_cmpuint (trh_project_count (project, TRH_ARTISTS), ==, 4);
  g_assert_cmpstr (gtk_editable_get_text (fixture_entry (fixture_row (fixture->inspector, "Name"))), ==, "Camille Serre (copy)");

  select_object (fixture, "a1");
  gtk_widget_activate_action (fixture->inspector, "inspector.delete", NULL);
  fixture_settle ();
  g_assert_null (trh_project_find_any (project, "a1"));
  g_assert_cmpuint (trh_project_count (project, TRH_STAYS), ==, 0);
  g_assert_cmpstr (get_shown (fixture), ==, "none");

  /* a commune has the key of the state: it is deleted, not duplicated */
  select_object (fixture, "26340");
  gtk_widget_activate_action (fixture->inspector, "inspector.duplicate", NULL);
  g_assert_cmpuint (trh_project_count (project, TRH_COMMUNES), ==, 2);
}

static gboolean
is_parts_group (GtkWidget *widget, gconstpointer data)
{
  return TRH_IS_PARTS_GROUP (widget);
}

static void
test_periods (Fixture *fixture, gconstpointer data)
{
  TrhEntity *artist = trh_project_find_any (trh_workspace_get_project (fixture->workspace), "a1");
  const TrhArtistRecord *record;
  GtkWidget *group, *row;

  select_object (fixture, "a1");
  group = fixture_find (fixture->inspector, is_parts_group, NULL);
  g_assert_nonnull (fixture_row (group, "1–30 June 2027"));
  trh_parts_group_add (TRH_PARTS_GROUP (group));
  fixture_settle ();
  record = trh_entity_peek_record (artist);
  g_assert_cmpuint (record->availability->len, ==, 2);

  row = fixture_row (group, "First day");
  fixture_type (row, "12 juin");
  g_assert_nonnull (fixture_row (group, "12–30 June 2027"));
  record = trh_entity_peek_record (artist);
  g_assert_cmpint (((TrhWindowRecord *) record->availability->pdata[1])->first_day, ==, 20981);

  /* undone while its form is open: the row goes, what is typed in it goes nowhere */
  gtk_editable_set_text (fixture_entry (row), "13 juin");
  trh_workspace_go_to (fixture->workspace, 0);
  fixture_settle ();
  g_assert_null (fixture_row (group, "12–30 June 2027"));
  g_assert_cmpuint (trh_history_get_n_done (trh_workspace_get_history (fixture->workspace)), ==, 0);
}

/* An alert of the object is shown with its repairs; a repair is one edit and the alert goes. */
static gboolean
is_repair (GtkWidget *widget, gconstpointer data)
{
  return ADW_IS_ACTION_ROW (widget) && g_object_get_data (G_OBJECT (widget), "trh-edit") != NULL;
}

static void
test_alerts (Fixture *fixture, gconstpointer data)
{
  TrhProject *project = trh_workspace_get_project (fixture->workspace);
  TrhAlerts *alerts = trh_workspace_get_alerts (fixture->workspace);
  g_autoptr(TrhEdit) edit = trh_edit_new ("Late");
  TrhStayRecord *stay = trh_edit_change (edit, trh_project_find_any (project, "s2"));
  g_autoptr(GPtrArray) found = NULL;
  guint n;

  stay->first_day = 21005; /* in July: the artist and the season end in June */
  stay->last_day = 21007;
  trh_workspace_perform (fixture->workspace, edit);
  n = trh_alerts_count_of (alerts, "s2");
  g_assert_cmpuint (n, >, 0);

  select_object (fixture, "s2");
  found = trh_alerts_find (alerts, "s2");
  open_all (fixture->inspector);
  fixture_settle ();
  g_assert_nonnull (fixture_row (fixture->inspector, trh_alert_get_sentence (found->pdata[0])));
  g_signal_emit_by_name (fixture_find (fixture->inspector, is_repair, NULL), "activated");
  fixture_settle ();
  g_assert_cmpuint (trh_alerts_count_of (alerts, "s2"), <, n);
  g_assert_null (fixture_row (fixture->inspector, trh_alert_get_sentence (found->pdata[0])));
  g_assert_cmpuint (trh_history_get_n_done (trh_workspace_get_history (fixture->workspace)), ==, 2);
}

/* The way to a stay follows the season: who comes from where, how long, and says who says so. */
static void
test_way (Fixture *fixture, gconstpointer data)
{
  TrhLegRecord *leg = trh_record_new (&trh_leg_schema, "l1");
  g_autoptr(TrhEdit) edit = trh_edit_new ("Add");
  GtkWidget *row;

  select_object (fixture, "s1");
  g_assert_false (gtk_widget_get_visible (fixture_row (fixture->inspector, "Way there"))); /* the first stay */
  select_object (fixture, "s2");
  row = fixture_row (fixture->inspector, "Way there");
  g_assert_true (gtk_widget_get_visible (row));
  g_assert_true (g_str_has_prefix (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), "From Séderon: by car, "));
  g_assert_true (g_str_has_suffix (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), " min (estimate)"));

  trh_record_set_text (&leg->from_id, "v1");
  trh_record_set_text (&leg->to_id, "v2");
  leg->source = TRH_LEG_SOURCE_IMPORTED;
  leg->distance_m = 38000;
  leg->duration_s = 51 * 60;
  trh_edit_insert (edit, leg);
  g_assert_true (trh_workspace_perform (fixture->workspace, edit));
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "From Séderon: by car, 38 km, ≈ 51 min (imported)");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  if (!fixture_init ())
    return 0;

#define ADD(name, function) g_test_add ("/inspector/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("way", test_way);
  ADD ("forms", test_forms);
  ADD ("folds", test_folds);
  ADD ("begins-at-the-top", test_begins_at_the_top);
  ADD ("follows", test_follows);
  ADD ("duplicate-and-delete", test_duplicate_and_delete);
  ADD ("periods", test_periods);
  ADD ("alerts", test_alerts);
#undef ADD

  return g_test_run ();
}
