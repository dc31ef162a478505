/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-artists-page.h"
#include "core/base/trh-text.h"
#include "pages-fixture.h"
#include "pages/trh-artists-words.h"

typedef struct {
  TrhWorkspace      *workspace;
  TrhProject        *project;
  char              *before;
  GtkWidget         *page;
  GtkWidget         *window;
  GtkSelectionModel *model;
} Fixture;

static gboolean
is_column_view (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_COLUMN_VIEW (widget);
}

static void
set_up (Fixture *fixture, gconstpointer season)
{
  fixture->workspace = fixture_workspace (season);
  fixture->project = trh_workspace_get_project (fixture->workspace);
  fixture->before = fixture_write (fixture->workspace);
  fixture->page = g_object_ref_sink (g_object_new (TRH_TYPE_ARTISTS_PAGE, "workspace", fixture->workspace, NULL));
  fixture->window = fixture_show (fixture->page, 1200, 700);
  fixture->model = gtk_column_view_get_model (GTK_COLUMN_VIEW (fixture_find (fixture->page, is_column_view, NULL)));
}

static void
tear_down (Fixture *fixture, gconstpointer season)
{
  gtk_window_set_child (GTK_WINDOW (fixture->window), NULL);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  fixture_settle ();
  g_assert_finalize_object (fixture->page);
  fixture_end (fixture->workspace, fixture->before);
  g_free (fixture->before);
}

/* The names in the order of the table. */
static char *
list_names (Fixture *fixture)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (fixture->model)); i++)
    {
      g_autoptr(TrhEntity) artist = g_list_model_get_item (G_LIST_MODEL (fixture->model), i);

      g_string_append_printf (names, "%s%s", i > 0 ? "|" : "", ((const TrhArtistRecord *) trh_entity_peek_record (artist))->name);
    }
  return g_string_free (names, FALSE);
}

static gboolean
is_search (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_SEARCH_ENTRY (widget);
}

static void
search (Fixture *fixture, const char *text)
{
  GtkWidget *entry = fixture_find (fixture->page, is_search, NULL);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "search-changed"); /* the field waits a moment before it does */
}

static gboolean
has_label (GtkWidget *widget, gconstpointer label)
{
  return GTK_IS_TOGGLE_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0;
}

static gboolean
is_page_stack (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_STACK (widget) && gtk_stack_get_child_by_name (GTK_STACK (widget), "no-match") != NULL;
}

static const char *
get_shown (Fixture *fixture)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (fixture_find (fixture->page, is_page_stack, NULL)));
}

static void
test_filters (Fixture *fixture, gconstpointer season)
{
  static const struct { const char *state, *query, *names; } cases[] = {
    { "All", "", "Camille Serre|Élise Bonnet|Loup Plaine" },
    { "All", "ELISE", "Élise Bonnet" },
    { "All", "danse", "Camille Serre|Élise Bonnet" },
    { "All", "theatre plaine", "Loup Plaine" },
    { "Chosen", "", "Camille Serre" },
    { "Declined", "danse", "Élise Bonnet" },
    { "Declined", "loup", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *names = NULL;

      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (fixture_find (fixture->page, has_label, cases[i].state)), TRUE);
      search (fixture, cases[i].query);
      names = list_names (fixture);
      g_assert_cmpstr (names, ==, cases[i].names);
      g_assert_cmpstr (get_shown (fixture), ==, *names != '\0' ? "table" : "no-match");
    }
  gtk_widget_activate_action (fixture->page, "artists.clear-filters", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->model)), ==, 3);
}

/* Every column sorts as a slow look at all pairs says, both ways. */
static int
compare (TrhProject *project, guint column, const TrhArtistRecord *a, const TrhArtistRecord *b)
{
  switch (column)
    {
    case 0:
      return trh_text_compare (a->name, b->name);
    case 1:
      return trh_text_compare (a->discipline, b->discipline);
    case 7:
      return a->state - b->state;
    case 8:
      {
        int difference = 0;

        for (guint i = 0; i < trh_project_count (project, TRH_STAYS); i++)
          {
            const TrhStayRecord *stay = trh_project_peek_record (project, TRH_STAYS, i);

            difference += g_str_equal (stay->artist_id, a->base.id) - g_str_equal (stay->artist_id, b->base.id);
          }
        return difference;
      }
    default:
      g_assert_not_reached ();
    }
}

static void
test_sorts (Fixture *fixture, gconstpointer season)
{
  static const guint sorted[] = { 0, 1, 7, 8 };
  GtkColumnView *view = GTK_COLUMN_VIEW (fixture_find (fixture->page, is_column_view, NULL));

  for (guint i = 0; i < G_N_ELEMENTS (sorted); i++)
    for (GtkSortType order = GTK_SORT_ASCENDING; order <= GTK_SORT_DESCENDING; order++)
      {
        g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (gtk_column_view_get_columns (view), sorted[i]);

        gtk_column_view_sort_by_column (view, NULL, order);
        gtk_column_view_sort_by_column (view, column, order);
        for (guint j = 1; j < g_list_model_get_n_items (G_LIST_MODEL (fixture->model)); j++)
          {
            g_autoptr(TrhEntity) a = g_list_model_get_item (G_LIST_MODEL (fixture->model), j - 1);
            g_autoptr(TrhEntity) b = g_list_model_get_item (G_LIST_MODEL (fixture->model), j);
            int difference = compare (fixture->project, sorted[i], trh_entity_peek_record (a), trh_entity_peek_record (b));

            g_assert_cmpint (order == GTK_SORT_ASCENDING ? difference : -difference, <=, 0);
          }
      }
}

static void
test_actions (Fixture *fixture, gconstpointer season)
{
  TrhHistory *history = trh_workspace_get_history (fixture->workspace);
  g_autofree char *names = NULL;

  gtk_widget_activate_action (fixture->page, "artists.add", NULL);
  g_assert_cmpuint (trh_project_count (fixture->project, TRH_ARTISTS), ==, 4);
  g_assert_nonnull (trh_project_find (fixture->project, TRH_ARTISTS, trh_workspace_get_selected_id (fixture->workspace)));
  trh_workspace_undo (fixture->workspace);

  /* one row chosen here is chosen everywhere */
  gtk_selection_model_select_item (fixture->model, 0, TRUE);
  g_assert_cmpstr (trh_workspace_get_selected_id (fixture->workspace), ==, "a1");
  gtk_widget_activate_action (fixture->page, "artists.duplicate", NULL);
  names = list_names (fixture);
  g_assert_cmpstr (names, ==, "Camille Serre|Camille Serre (copy)|Élise Bonnet|Loup Plaine");
  trh_workspace_undo (fixture->workspace);

  /* several at once are one step */
  gtk_selection_model_select_all (fixture->model);
  gtk_widget_activate_action (fixture->page, "artists.set-state", "i", TRH_ARTIST_RESERVE);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (((const TrhArtistRecord *) trh_project_peek_record (fixture->project, TRH_ARTISTS, i))->state, ==,
                     TRH_ARTIST_RESERVE);
  g_assert_cmpstr (trh_history_get_undo_label (history), ==, "Change state of 3 artists");
  trh_workspace_undo (fixture->workspace);

  gtk_selection_model_select_all (fixture->model);
  gtk_widget_activate_action (fixture->page, "artists.plan", NULL);
  g_assert_cmpuint (trh_project_count (fixture->project, TRH_STAYS), ==, 5);
  trh_workspace_undo (fixture->workspace);

  gtk_selection_model_select_all (fixture->model);
  gtk_widget_activate_action (fixture->page, "artists.delete", NULL);
  g_assert_cmpuint (trh_project_count (fixture->project, TRH_ARTISTS), ==, 0);
  g_assert_cmpuint (trh_project_count (fixture->project, TRH_STAYS), ==, 0);
  g_assert_cmpstr (get_shown (fixture), ==, "empty");
  trh_workspace_undo (fixture->workspace);
  g_assert_cmpstr (get_shown (fixture), ==, "table");
}

static gboolean
shows (GtkWidget *widget, gconstpointer text)
{
  return GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_label (GTK_LABEL (widget)), text) && gtk_widget_get_mapped (widget);
}

/* What another page changes is seen here: a name, an order, a number of stays. */
static void
test_follows (Fixture *fixture, gconstpointer season)
{
  g_autoptr(TrhEdit) edit = trh_edit_new ("Rename");
  TrhArtistRecord *artist = trh_edit_change (edit, trh_project_find_any (fixture->project, "a1"));
  g_autoptr(GPtrArray) gone = g_ptr_array_new ();
  g_autoptr(TrhEdit) remove = NULL;
  g_autofree char *names = NULL;

  g_assert_nonnull (fixture_find (fixture->page, shows, "2"));
  trh_record_set_text (&artist->name, "Zoé Serre");
  trh_workspace_perform (fixture->workspace, edit);
  fixture_settle ();
  names = list_names (fixture);
  g_assert_cmpstr (names, ==, "Élise Bonnet|Loup Plaine|Zoé Serre");
  g_assert_nonnull (fixture_find (fixture->page, shows, "Zoé Serre"));
  g_assert_null (fixture_find (fixture->page, shows, "Camille Serre"));

  g_ptr_array_add (gone, trh_project_find_any (fixture->project, "s2"));
  remove = trh_project_edit_remove (fixture->project, gone, "Remove");
  trh_workspace_perform (fixture->workspace, remove);
  fixture_settle ();
  g_assert_null (fixture_find (fixture->page, shows, "2"));

  trh_workspace_select (fixture->workspace, "a2");
  g_assert_true (gtk_selection_model_is_selected (fixture->model, 1));
}

/* At 360 pixels the same rows are a list of two lines. */
static void
test_narrow (Fixture *fixture, gconstpointer season)
{
  gtk_window_set_child (GTK_WINDOW (fixture->window), NULL);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  fixture->window = fixture_show (fixture->page, 360, 640);
  g_assert_cmpint (gtk_widget_get_width (fixture->page), <=, 360);
  g_assert_nonnull (fixture_find (fixture->page, shows, "Chosen, danse, 2 stays"));
  g_assert_null (fixture_find (fixture->page, shows, "Languages"));
}

static void
test_words (void)
{
  TrhWorkspace *workspace = fixture_workspace (fixture_season);
  g_autofree char *before = fixture_write (workspace);
  const TrhArtistRecord *artist = trh_project_find_record (trh_workspace_get_project (workspace), TRH_ARTISTS, "a1");
  g_autofree char *row = trh_artists_say_row (artist, 2, 0);

  g_assert_cmpstr (row, ==, "Camille Serre, danse, chosen, free 1–30 June 2027, 2 stays");
  fixture_end (workspace, before);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  if (!fixture_init ())
    return 0;

#define ADD(name, season, function) g_test_add ("/artists-page/" name, Fixture, season, set_up, function, tear_down)
  ADD ("filters", fixture_season, test_filters);
  ADD ("sorts", fixture_season, test_sorts);
  ADD ("actions", fixture_season, test_actions);
  ADD ("follows", fixture_season, test_follows);
  ADD ("narrow", fixture_season, test_narrow);
#undef ADD
  g_test_add_func ("/artists-page/words", test_words);

  return g_test_run ();
}
