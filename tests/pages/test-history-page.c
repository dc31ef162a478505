/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-history-page.h"
#include "pages-fixture.h"
#include "pages/trh-history-rows.h"

static void
change (TrhWorkspace *workspace, int people)
{
  g_autofree char *label = g_strdup_printf ("People: %d", people);
  g_autoptr(TrhEdit) edit = trh_edit_new (label);
  TrhArtistRecord *artist = trh_edit_change (edit, trh_project_find_any (trh_workspace_get_project (workspace), "a1"));

  artist->people = people;
  trh_workspace_perform (workspace, edit);
}

static void
apply_change (GListModel *model, guint position, guint removed, guint added, GPtrArray *seen)
{
  g_assert_cmpuint (position + removed, <=, seen->len);
  if (removed > 0)
    g_ptr_array_remove_range (seen, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (seen, (int) (position + i), g_list_model_get_item (model, position + i));
}

/* A view that only listens to items-changed sees the same rows as the history turned round. */
static void
test_rows (void)
{
  TrhWorkspace *workspace = fixture_workspace (fixture_season);
  g_autofree char *before = fixture_write (workspace);
  TrhHistory *history = trh_workspace_get_history (workspace);
  TrhHistoryRows *rows = trh_history_rows_new (history);
  g_autoptr(GPtrArray) seen = g_ptr_array_new_with_free_func (g_object_unref);

  g_signal_connect (rows, "items-changed", G_CALLBACK (apply_change), seen);
  for (int i = 0; i < 300; i++)
    {
      guint n;

      if (g_test_rand_int_range (0, 4) == 0)
        trh_workspace_go_to (workspace, (guint) g_test_rand_int_range (0, (int) trh_history_get_n_done (history) + 1));
      else
        change (workspace, 2 + i % 100);

      n = g_list_model_get_n_items (G_LIST_MODEL (history));
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (rows)), ==, n > 0 ? n + 1 : 0);
      g_assert_cmpuint (seen->len, ==, n > 0 ? n + 1 : 0);
      for (guint j = 0; j < n; j++)
        {
          g_autoptr(TrhStep) step = g_list_model_get_item (G_LIST_MODEL (history), n - 1 - j);

          g_assert_true (seen->pdata[j] == step);
          g_assert_cmpuint (trh_history_rows_get_n_done (rows, j), ==, n - j);
        }
      if (n > 0)
        g_assert_true (seen->pdata[n] == history);
    }
  g_assert_finalize_object (rows);
  g_ptr_array_set_size (seen, 0);
  fixture_end (workspace, before);
}

static gboolean
is_list (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_LIST_VIEW (widget);
}

static gboolean
shows (GtkWidget *widget, gconstpointer text)
{
  return GTK_IS_LABEL (widget) && g_str_has_suffix (gtk_label_get_label (GTK_LABEL (widget)), text) && gtk_widget_get_mapped (widget);
}

static gboolean
is_button (GtkWidget *widget, gconstpointer label)
{
  return GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0 && gtk_widget_get_mapped (widget);
}

static void
test_page (void)
{
  TrhWorkspace *workspace = fixture_workspace (fixture_season);
  g_autofree char *before = fixture_write (workspace);
  TrhHistory *history = trh_workspace_get_history (workspace);
  GtkWidget *page = g_object_ref_sink (g_object_new (TRH_TYPE_HISTORY_PAGE, "workspace", workspace, NULL));
  GtkWidget *window = fixture_show (page, 700, 600);
  GtkWidget *list = fixture_find (page, is_list, NULL);

  g_assert_nonnull (fixture_find (page, shows, "Nothing Has Changed Yet"));
  for (int i = 2; i <= 5; i++)
    change (workspace, i);
  fixture_settle ();
  g_assert_nonnull (fixture_find (page, shows, "Today"));
  g_assert_nonnull (fixture_find (page, shows, "People: 5"));
  g_assert_nonnull (fixture_find (page, shows, "you are here"));
  g_assert_null (fixture_find (page, shows, "undone"));

  /* the first button belongs to the step before the last */
  g_signal_emit_by_name (fixture_find (page, is_button, "Back to Here"), "clicked");
  fixture_settle ();
  g_assert_cmpuint (trh_history_get_n_done (history), ==, 3);
  g_assert_nonnull (fixture_find (page, shows, "undone"));
  g_assert_cmpstr (trh_history_get_undo_label (history), ==, "People: 4");

  /* Enter on the row below all: the beginning; then forward again */
  g_signal_emit_by_name (list, "activate", 4);
  g_assert_cmpuint (trh_history_get_n_done (history), ==, 0);
  g_signal_emit_by_name (list, "activate", 4); /* already there */
  g_assert_cmpuint (trh_history_get_n_done (history), ==, 0);
  fixture_settle ();
  g_signal_emit_by_name (fixture_find (page, is_button, "Redo up to Here"), "clicked");
  g_assert_cmpuint (trh_history_get_n_done (history), ==, 4);

  gtk_window_set_child (GTK_WINDOW (window), NULL);
  gtk_window_destroy (GTK_WINDOW (window));
  fixture_settle ();
  g_assert_finalize_object (page);
  fixture_end (workspace, before);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  if (!fixture_init ())
    return 0;

  g_test_add_func ("/history-page/rows", test_rows);
  g_test_add_func ("/history-page/page", test_page);

  return g_test_run ();
}
