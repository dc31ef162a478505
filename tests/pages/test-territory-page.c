/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages-fixture.h"

#include "map/trh-map-private.h"
#include "map/trh-marker-button.h"
#include "pages/trh-add-communes.h"
#include "pages/trh-territory-page.h"
#include "pages/trh-territory-rows.h"

static const char season[] =
  "{\"format\":\"transhumance\",\"version\":1,\"id\":\"p\",\"season\":{\"title\":\"2027\"},"
  "\"valleys\":[{\"id\":\"w1\",\"name\":\"Buëch\"},{\"id\":\"w2\",\"name\":\"Ventoux\",\"marker\":\"hexagon\"}],"
  "\"communes\":[{\"insee\":\"26340\",\"name\":\"Séderon\",\"valley\":\"w2\",\"latitude\":44.203,\"longitude\":5.536,"
  "\"postcodes\":[\"26560\"]},"
  "{\"insee\":\"05166\",\"name\":\"Serres\",\"valley\":\"w1\",\"latitude\":44.4292,\"longitude\":5.7147},"
  "{\"insee\":\"05097\",\"name\":\"Orpierre\",\"valley\":\"w1\",\"latitude\":44.311,\"longitude\":5.698}],"
  "\"venues\":[{\"id\":\"v1\",\"name\":\"Salle des fêtes\",\"commune\":\"26340\",\"latitude\":44.204,\"longitude\":5.537},"
  "{\"id\":\"v2\",\"name\":\"Hang’Art\",\"commune\":\"05166\",\"latitude\":44.43,\"longitude\":5.716}]}";

static const char voted[] =
  "{\"format\":\"transhumance\",\"version\":1,\"id\":\"p\","
  "\"communes\":[{\"insee\":\"05166\",\"name\":\"Serres\",\"latitude\":44.4292,\"longitude\":5.7147},"
  "{\"insee\":\"05097\",\"name\":\"Orpierre\",\"latitude\":44.311,\"longitude\":5.698}],"
  "\"venues\":[{\"id\":\"v1\",\"name\":\"Hang’Art\",\"commune\":\"05166\"}],"
  "\"polls\":[{\"id\":\"q\",\"question\":\"Qui ?\"}],"
  "\"results\":[{\"id\":\"s1\",\"poll\":\"q\",\"commune\":\"05166\",\"state\":\"closed\",\"ballots\":41,\"signatures\":42},"
  "{\"id\":\"s2\",\"poll\":\"q\",\"commune\":\"05097\",\"state\":\"open\",\"ballots\":9}]}";

static const char empty[] = "{\"format\":\"transhumance\",\"version\":1,\"id\":\"p\",\"season\":{\"title\":\"2027\"}}";

typedef struct {
  TrhWorkspace *workspace;
  char         *before;
  GtkWidget    *page;
  GtkWidget    *window;
} Fixture;

static gboolean
is_a (GtkWidget *widget, gconstpointer type)
{
  return g_type_is_a (G_OBJECT_TYPE (widget), (GType) GPOINTER_TO_SIZE (type));
}

/* The list beside the map; the choice of an artist has one of its own. */
static gboolean
is_list (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_LIST_VIEW (widget) && gtk_widget_has_css_class (widget, "navigation-sidebar");
}

static gpointer
find (Fixture *fixture, GType type)
{
  return fixture_find (fixture->page, is_a, GSIZE_TO_POINTER (type));
}

static void
set_up (Fixture *fixture, gconstpointer text)
{
  fixture->workspace = fixture_workspace (text);
  fixture->before = fixture_write (fixture->workspace);
  fixture->page = g_object_ref_sink (g_object_new (TRH_TYPE_TERRITORY_PAGE, "workspace", fixture->workspace, NULL));
  fixture->window = fixture_show (fixture->page, 1000, 700);
}

static void
tear_down (Fixture *fixture, gconstpointer text)
{
  gtk_window_set_child (GTK_WINDOW (fixture->window), NULL);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  fixture_settle ();
  g_assert_finalize_object (fixture->page);
  fixture_end (fixture->workspace, fixture->before);
  g_free (fixture->before);
}

static TrhProject *
get_project (Fixture *fixture)
{
  return trh_workspace_get_project (fixture->workspace);
}

/* Presses a key as if the focus were on the map. */
static gboolean
press (Fixture *fixture, guint key, GdkModifierType state)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (find (fixture, TRH_TYPE_MAP));
  gboolean handled = FALSE;

  for (guint i = 0; !handled && i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, state, &handled);
    }

  return handled;
}

static void
test_in_step (Fixture *fixture, gconstpointer text)
{
  GtkListView *list = GTK_LIST_VIEW (fixture_find (fixture->page, is_list, NULL));
  GtkSingleSelection *selection = GTK_SINGLE_SELECTION (gtk_list_view_get_model (list));
  TrhMap *map = find (fixture, TRH_TYPE_MAP);
  g_autofree char *on_map = NULL;

  /* Buëch, Orpierre, Serres, Hang'Art, Ventoux, Séderon, Salle des fêtes */
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (selection)), ==, 7);
  trh_workspace_select (fixture->workspace, "v1");
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, 6);
  g_object_get (map, "selected-id", &on_map, NULL);
  g_assert_cmpstr (on_map, ==, "v1");

  gtk_single_selection_set_selected (selection, 2);
  g_assert_cmpstr (trh_workspace_get_selected_id (fixture->workspace), ==, "05166");
  g_signal_emit_by_name (map, "chosen", "v2");
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, 3);
}

static void
test_filter (Fixture *fixture, gconstpointer text)
{
  static const struct { const char *query; guint n; } cases[] = {
    { "sederon", 3 }, /* Ventoux, Séderon, its venue */
    { "26560", 3 }, { "hang art", 3 }, { "SERRES", 3 }, { "zz", 0 }, { "", 7 },
  };
  g_autoptr(TrhTerritoryRows) rows = trh_territory_rows_new ();

  trh_territory_rows_set_project (rows, get_project (fixture));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      trh_territory_rows_set_query (rows, cases[i].query);
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (rows)), ==, cases[i].n);
    }
}

static void
count_change (GListModel *model, guint position, guint removed, guint added, guint *n)
{
  *n += removed + added;
}

/* A renamed venue keeps its line: a selection on it stays. */
static void
test_rows_stay (Fixture *fixture, gconstpointer text)
{
  g_autoptr(TrhTerritoryRows) rows = trh_territory_rows_new ();
  g_autoptr(TrhEdit) edit = trh_edit_new ("Rename");
  TrhVenueRecord *venue = trh_edit_change (edit, trh_project_find (get_project (fixture), TRH_VENUES, "v1"));
  guint n_changes = 0, n_said = 0;
  g_autoptr(GObject) line = NULL;

  trh_territory_rows_set_project (rows, get_project (fixture));
  g_signal_connect (rows, "items-changed", G_CALLBACK (count_change), &n_changes);
  line = g_list_model_get_item (G_LIST_MODEL (rows), trh_territory_rows_find (rows, "v1"));
  g_signal_connect_swapped (line, "changed", G_CALLBACK (g_atomic_int_inc), &n_said);
  trh_record_set_text (&venue->name, "Grande salle");
  trh_workspace_perform (fixture->workspace, edit);
  g_assert_cmpuint (n_changes, ==, 0);
  g_assert_cmpuint (n_said, ==, 1);
}

static void
test_placing (Fixture *fixture, gconstpointer text)
{
  TrhMap *map = find (fixture, TRH_TYPE_MAP);
  const TrhVenueRecord *venue;

  double scale = trh_map_get_view (map).scale;

  /* a new one, by the keyboard: two steps to the east from the middle, then Enter */
  gtk_widget_activate_action (fixture->page, "territory.add-venue", NULL);
  g_assert_true (trh_map_is_placing (map));
  g_assert_true (press (fixture, GDK_KEY_Right, 0));
  g_assert_true (press (fixture, GDK_KEY_Right, GDK_SHIFT_MASK));
  g_assert_true (press (fixture, GDK_KEY_Return, 0));
  g_assert_false (trh_map_is_placing (map));
  g_assert_cmpfloat_with_epsilon (trh_map_get_view (map).scale / scale, 1, 1e-9); /* the scale is as it was */
  g_assert_cmpuint (trh_project_count (get_project (fixture), TRH_VENUES), ==, 3);
  venue = trh_project_peek_record (get_project (fixture), TRH_VENUES, 2);
  g_assert_cmpstr (trh_workspace_get_selected_id (fixture->workspace), ==, venue->base.id);

  /* one that is there: 25 m to the north */
  trh_workspace_select (fixture->workspace, "v1");
  gtk_widget_activate_action (fixture->page, "territory.move", NULL);
  g_assert_true (press (fixture, GDK_KEY_Up, 0));
  g_assert_true (press (fixture, GDK_KEY_Return, 0));
  venue = trh_project_find_record (get_project (fixture), TRH_VENUES, "v1");
  g_assert_cmpfloat_with_epsilon (venue->latitude_deg, 44.204 + 25 / 111195.0, 2e-5);
  g_assert_cmpfloat_with_epsilon (venue->longitude_deg, 5.537, 1e-5);
  g_assert_cmpstr (trh_history_get_undo_label (trh_workspace_get_history (fixture->workspace)), ==,
                   "Move Salle des fêtes, Séderon");

  /* Escape changes nothing */
  gtk_widget_activate_action (fixture->page, "territory.move", NULL);
  press (fixture, GDK_KEY_Up, 0);
  g_assert_true (press (fixture, GDK_KEY_Escape, 0));
  g_assert_false (trh_map_is_placing (map));
  g_assert_cmpuint (trh_history_get_n_done (trh_workspace_get_history (fixture->workspace)), ==, 2);

  /* far from every village: told, nothing added */
  g_signal_emit_by_name (map, "placed", "", 48.85, 2.35);
  g_assert_cmpuint (trh_project_count (get_project (fixture), TRH_VENUES), ==, 3);
  /* in Rosans, which is known, but not of the season yet */
  g_assert_null (trh_project_find_any (get_project (fixture), "05126"));
  g_signal_emit_by_name (map, "placed", "", 44.39, 5.478);
  g_assert_nonnull (trh_project_find_any (get_project (fixture), "05126"));
}

static void
test_delete (Fixture *fixture, gconstpointer text)
{
  trh_workspace_select (fixture->workspace, "05166");
  gtk_widget_activate_action (fixture->page, "territory.delete", NULL);
  g_assert_null (trh_project_find_any (get_project (fixture), "05166"));
  g_assert_null (trh_project_find_any (get_project (fixture), "v2"));
  g_assert_cmpstr (trh_workspace_get_selected_id (fixture->workspace), ==, "");
  trh_workspace_undo (fixture->workspace);
  g_assert_nonnull (trh_project_find_any (get_project (fixture), "v2"));
}

static gboolean
is_marker (GtkWidget *widget, gconstpointer id)
{
  return TRH_IS_MARKER_BUTTON (widget) && g_str_equal (trh_marker_button_get_id (TRH_MARKER_BUTTON (widget)), id);
}

/* Tab: the map, the venues from west to east, then the controls. */
static void
test_tab (Fixture *fixture, gconstpointer text)
{
  TrhMap *map = find (fixture, TRH_TYPE_MAP);
  GtkWidget *west = fixture_find (fixture->page, is_marker, "v1"), *east = fixture_find (fixture->page, is_marker, "v2");
  GtkWidget *focus;

  gtk_widget_grab_focus (GTK_WIDGET (map));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == GTK_WIDGET (map));
  gtk_widget_child_focus (GTK_WIDGET (map), GTK_DIR_TAB_FORWARD);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == west);
  gtk_widget_child_focus (GTK_WIDGET (map), GTK_DIR_TAB_FORWARD);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == east);
  gtk_widget_child_focus (GTK_WIDGET (map), GTK_DIR_TAB_FORWARD);
  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_true (GTK_IS_BUTTON (focus) && !TRH_IS_MARKER_BUTTON (focus));
  gtk_widget_child_focus (GTK_WIDGET (map), GTK_DIR_TAB_BACKWARD);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == east);

  /* a click on a venue chooses it */
  g_signal_emit_by_name (west, "clicked");
  g_assert_cmpstr (trh_workspace_get_selected_id (fixture->workspace), ==, "v1");
}

static void
test_empty (Fixture *fixture, gconstpointer text)
{
  GtkStack *stack = find (fixture, GTK_TYPE_STACK);
  GtkWidget *dialog = NULL, *check;
  GListModel *windows = gtk_window_get_toplevels ();

  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "empty");
  gtk_widget_activate_action (fixture->page, "territory.add-communes", NULL);
  fixture_settle ();
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (windows, i);

      if (TRH_IS_ADD_COMMUNES (window))
        dialog = window;
    }
  g_assert_nonnull (dialog);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (
                      GTK_LIST_VIEW (fixture_find (dialog, is_a, GSIZE_TO_POINTER (GTK_TYPE_LIST_VIEW)))))), ==, 138);
  check = fixture_find (dialog, is_a, GSIZE_TO_POINTER (GTK_TYPE_CHECK_BUTTON));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  {
    g_autoptr(TrhTerritory) territory = NULL;
    g_autofree char *path = trh_territory_find_file ();
    g_autoptr(GPtrArray) communes = g_ptr_array_new ();

    territory = trh_territory_load (path, NULL);
    g_ptr_array_add (communes, (gpointer) trh_territory_find_commune (territory, "26340"));
    g_signal_emit_by_name (dialog, "chosen", communes);
  }
  gtk_window_destroy (GTK_WINDOW (dialog));
  g_assert_cmpuint (trh_project_count (get_project (fixture), TRH_COMMUNES), ==, 1);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "full");
  trh_workspace_undo (fixture->workspace);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "empty");
}

static gboolean
has_label (GtkWidget *widget, gconstpointer text)
{
  return GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text);
}

static gboolean
is_check (GtkWidget *widget, gconstpointer label)
{
  return GTK_IS_CHECK_BUTTON (widget) && g_strcmp0 (gtk_check_button_get_label (GTK_CHECK_BUTTON (widget)), label) == 0;
}

/* The list says what the discs of the map show, of closed sessions only. */
static void
test_turnout (Fixture *fixture, gconstpointer text)
{
  GtkWidget *list = fixture_find (fixture->page, is_list, NULL);
  GtkWidget *check = fixture_find (fixture->page, is_check, "Show how many voted in each town");

  g_assert_nonnull (check);
  g_assert_cmpint (gtk_widget_get_visible (check), ==, text == voted);
  g_assert_null (fixture_find (list, has_label, "41 ballots, 42 signatures"));
  if (text != voted)
    return;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  fixture_settle ();
  g_assert_nonnull (fixture_find (list, has_label, "41 ballots, 42 signatures"));
  g_assert_null (fixture_find (list, has_label, "9 ballots")); /* still open */
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), FALSE);
  fixture_settle ();
  g_assert_null (fixture_find (list, has_label, "41 ballots, 42 signatures"));
  g_assert_nonnull (fixture_find (list, has_label, "1 venue"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  if (!fixture_init ())
    return 0;

#define ADD(path, text, func) g_test_add (path, Fixture, text, set_up, func, tear_down)
  ADD ("/pages/territory/in-step", season, test_in_step);
  ADD ("/pages/territory/filter", season, test_filter);
  ADD ("/pages/territory/rows-stay", season, test_rows_stay);
  ADD ("/pages/territory/placing", season, test_placing);
  ADD ("/pages/territory/delete", season, test_delete);
  ADD ("/pages/territory/tab", season, test_tab);
  ADD ("/pages/territory/empty", empty, test_empty);
  ADD ("/pages/territory/turnout", voted, test_turnout);
  ADD ("/pages/territory/no-turnout", season, test_turnout);

  return g_test_run ();
}
