/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-history-page.h"
#include <glib/gstdio.h>
#include <utime.h>

#include "core/base/trh-file.h"
#include "pages-fixture.h"
#include "pages/trh-history-compare.h"
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
  TrhHistoryRows *rows = trh_history_rows_new (history, "/nowhere");
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

/* A season in a file of a folder of its own, opened. */
static TrhWorkspace *
open_season (char **folder)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (fixture_season, strlen (fixture_season));
  g_autoptr(GError) error = NULL;
  g_autofree char *path = NULL;
  TrhWorkspace *workspace;

  *folder = g_dir_make_tmp ("trh-history-XXXXXX", &error);
  path = g_build_filename (*folder, "saison.transhumance", NULL);
  trh_file_save (path, bytes, &error);
  g_assert_no_error (error);
  g_utime (path, &(struct utimbuf) { 1577836800, 1577836800 }); /* 1 January 2020 */
  workspace = trh_workspace_open (path, TRH_OPEN_FILE, &error);
  g_assert_no_error (error);
  return workspace;
}

/* Lets the workspace go, with all that is kept of its season. */
static void
close_season (TrhWorkspace *workspace, char *folder)
{
  g_autofree char *path = g_strdup (trh_store_get_path (trh_workspace_get_store (workspace)));
  g_autofree char *state = trh_store_get_folder (trh_workspace_get_store (workspace));
  g_autoptr(GPtrArray) backups = trh_backups_list (state);

  trh_store_discard (trh_workspace_get_store (workspace));
  g_assert_finalize_object (workspace);
  for (guint i = 0; i < backups->len; i++)
    g_unlink (((TrhBackup *) backups->pdata[i])->path);
  {
    g_autofree char *versions = g_build_filename (state, "versions", NULL);
    g_autofree char *place = g_build_filename (state, "place", NULL);

    g_unlink (place);
    g_rmdir (versions);
    g_rmdir (state);
  }
  g_unlink (path);
  g_rmdir (folder);
  g_free (folder);
}

static void
save (TrhWorkspace *workspace)
{
  g_autoptr(GError) error = NULL;

  trh_store_flush (trh_workspace_get_store (workspace), &error);
  g_assert_no_error (error);
}

/* A kept version stands where it was written, whatever the steps are; its row is the same one after another look. */
static void
test_rows_with_versions (void)
{
  char *folder;
  TrhWorkspace *workspace = open_season (&folder);
  TrhHistory *history = trh_workspace_get_history (workspace);
  g_autofree char *state = trh_store_get_folder (trh_workspace_get_store (workspace));
  TrhHistoryRows *rows = trh_history_rows_new (history, state);
  g_autoptr(GPtrArray) seen = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GObject) version = NULL;

  g_signal_connect (rows, "items-changed", G_CALLBACK (apply_change), seen);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (rows)), ==, 0);
  change (workspace, 3);
  change (workspace, 4);
  save (workspace);
  trh_history_rows_refresh (rows);

  /* 4, 3, the beginning, and below it the season as it was opened */
  g_assert_cmpuint (seen->len, ==, 4);
  g_assert_cmpuint (trh_history_rows_get_n_done (rows, 0), ==, 2);
  g_assert_cmpuint (trh_history_rows_get_n_done (rows, 2), ==, 0);
  g_assert_true (seen->pdata[2] == history);
  g_assert_true (TRH_IS_KEPT_VERSION (seen->pdata[3]));
  g_assert_cmpuint (trh_history_rows_get_n_done (rows, 3), ==, TRH_NO_STEP);
  g_assert_cmpint (trh_kept_version_get_backup (seen->pdata[3])->kept, ==, TRH_KEPT_OPENED);
  g_assert_null (trh_history_rows_get_time (rows, 2));

  version = g_object_ref (seen->pdata[3]);
  trh_history_rows_refresh (rows);
  trh_workspace_undo (workspace);
  change (workspace, 5);
  g_assert_cmpuint (seen->len, ==, 4);
  g_assert_true (seen->pdata[3] == version);
  g_clear_object (&version);
  g_assert_finalize_object (rows);
  g_ptr_array_set_size (seen, 0);
  close_season (workspace, folder);
}

static GtkWindow *
find_compare (void)
{
  g_autoptr(GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (windows, i);

      if (TRH_IS_HISTORY_COMPARE (window))
        return window;
    }
  return NULL;
}

static gboolean
shows_part (GtkWidget *widget, gconstpointer text)
{
  return GTK_IS_LABEL (widget) && strstr (gtk_label_get_label (GTK_LABEL (widget)), text) != NULL && gtk_widget_get_mapped (widget);
}

/* Ballots may be in the urn of a session: what does not know of it is come back to without taking it away. */
static void
test_session_stays (void)
{
  char *folder;
  TrhWorkspace *workspace = open_season (&folder);
  GtkWidget *page = g_object_ref_sink (g_object_new (TRH_TYPE_HISTORY_PAGE, "workspace", workspace, NULL));
  GtkWidget *window = fixture_show (page, 700, 600);
  g_autoptr(TrhEdit) edit = trh_edit_new ("Close the voting session");
  TrhResultRecord *session = trh_record_new (&trh_result_schema, "session-1");
  const TrhArtistRecord *artist;

  session->state = TRH_RESULT_CLOSED;
  trh_record_set_text (&session->commune_id, "26340");
  trh_edit_insert (edit, session);
  change (workspace, 7);
  trh_workspace_perform (workspace, edit);
  save (workspace);
  fixture_settle ();
  g_assert_nonnull (fixture_find (page, shows, "Close the voting session"));
  g_signal_emit_by_name (fixture_find (page, is_button, "Back to Here"), "clicked"); /* to before it */
  fixture_settle ();
  g_assert_nonnull (trh_project_find (trh_workspace_get_project (workspace), TRH_RESULTS, "session-1"));
  g_signal_emit_by_name (fixture_find (page, is_button, "Compare…"), "clicked");
  fixture_settle ();
  g_assert_nonnull (fixture_find (GTK_WIDGET (find_compare ()), shows_part, "A vote that was held stays"));
  g_assert_null (fixture_find (GTK_WIDGET (find_compare ()), shows_part, "session"));
  g_signal_emit_by_name (fixture_find (GTK_WIDGET (find_compare ()), is_button, "Come _Back to This Version"), "clicked");
  fixture_settle ();
  artist = trh_project_find_record (trh_workspace_get_project (workspace), TRH_ARTISTS, "a1");
  g_assert_cmpint (artist->people, ==, 1);
  g_assert_nonnull (trh_project_find (trh_workspace_get_project (workspace), TRH_RESULTS, "session-1"));
  g_assert_true (trh_workspace_undo (workspace)); /* coming back is a step as any other */
  artist = trh_project_find_record (trh_workspace_get_project (workspace), TRH_ARTISTS, "a1");
  g_assert_cmpint (artist->people, ==, 7);

  gtk_window_set_child (GTK_WINDOW (window), NULL);
  gtk_window_destroy (GTK_WINDOW (window));
  fixture_settle ();
  g_assert_finalize_object (page);
  close_season (workspace, folder);
}

/* A kept version is compared in words with the season as it is; coming back is one step, and can be undone. */
static void
test_compare (void)
{
  char *folder;
  TrhWorkspace *workspace = open_season (&folder);
  g_autofree char *before = fixture_write (workspace);
  g_autofree char *changed = NULL;
  g_autofree char *after = NULL;
  TrhHistory *history = trh_workspace_get_history (workspace);
  GtkWidget *page = g_object_ref_sink (g_object_new (TRH_TYPE_HISTORY_PAGE, "workspace", workspace, NULL));
  GtkWidget *window = fixture_show (page, 700, 600);
  GtkWidget *list = fixture_find (page, is_list, NULL);
  GtkWindow *compare;

  change (workspace, 7);
  {
    g_autoptr(TrhEdit) edit = trh_edit_new ("One more, one less");
    TrhVenueRecord *venue = trh_record_new (&trh_venue_schema, NULL);

    trh_record_set_text (&venue->name, "Grange");
    trh_edit_insert (edit, venue);
    trh_edit_remove (edit, trh_project_find_any (trh_workspace_get_project (workspace), "i1"));
    trh_workspace_perform (workspace, edit);
  }
  save (workspace); /* keeps the season as it was opened */
  changed = fixture_write (workspace);
  fixture_settle ();
  g_assert_nonnull (fixture_find (page, shows, "As it was opened"));
  g_signal_emit_by_name (fixture_find (page, is_button, "Compare…"), "clicked");
  fixture_settle ();
  compare = find_compare ();
  g_assert_nonnull (compare);
  g_assert_nonnull (fixture_find (GTK_WIDGET (compare), shows, "Camille Serre"));
  g_assert_nonnull (fixture_find (GTK_WIDGET (compare), shows_part, ": 1 → 7"));
  g_assert_nonnull (fixture_find (GTK_WIDGET (compare), shows, "Added since"));
  g_assert_nonnull (fixture_find (GTK_WIDGET (compare), shows_part, "Grange"));
  g_assert_nonnull (fixture_find (GTK_WIDGET (compare), shows, "Removed since"));
  g_assert_nonnull (fixture_find (GTK_WIDGET (compare), shows_part, "Projecteur"));

  g_signal_emit_by_name (fixture_find (GTK_WIDGET (compare), is_button, "Come _Back to This Version"), "clicked");
  fixture_settle ();
  g_assert_null (find_compare ());
  after = fixture_write (workspace);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (trh_history_get_n_done (history), ==, 3);
  g_assert_true (g_str_has_prefix (trh_history_get_undo_label (history), "Come back to the version of "));
  trh_workspace_undo (workspace);
  g_free (after);
  after = fixture_write (workspace);
  g_assert_cmpstr (after, ==, changed);

  /* compared with what it is itself there is nothing to come back to; what stood before coming back was kept, too */
  trh_workspace_redo (workspace);
  save (workspace);
  fixture_settle ();
  g_assert_nonnull (fixture_find (page, shows, "Before another version was taken"));
  g_signal_emit_by_name (list, "activate", g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)))) - 1);
  fixture_settle ();
  compare = find_compare ();
  g_assert_nonnull (fixture_find (GTK_WIDGET (compare), shows, "Nothing Differs"));
  g_assert_null (fixture_find (GTK_WIDGET (compare), is_button, "Come _Back to This Version"));
  gtk_window_destroy (compare);

  gtk_window_set_child (GTK_WINDOW (window), NULL);
  gtk_window_destroy (GTK_WINDOW (window));
  fixture_settle ();
  g_assert_finalize_object (page);
  close_season (workspace, folder);
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
  g_autofree char *state = g_dir_make_tmp ("trh-state-XXXXXX", NULL); /* no other test's versions */
  g_autofree char *all = g_build_filename (state, "transhumances", NULL);
  int status;

  g_setenv ("XDG_STATE_HOME", state, TRUE);
  g_test_init (&argc, &argv, NULL);
  if (!fixture_init ())
    return 0;

  g_test_add_func ("/history-page/rows", test_rows);
  g_test_add_func ("/history-page/rows-with-versions", test_rows_with_versions);
  g_test_add_func ("/history-page/compare", test_compare);
  g_test_add_func ("/history-page/session-stays", test_session_stays);
  g_test_add_func ("/history-page/page", test_page);

  status = g_test_run ();
  {
    g_autofree char *season = g_build_filename (all, "season-p", NULL);

    g_rmdir (season);
  }
  g_rmdir (all);
  g_rmdir (state);
  return status;
}
