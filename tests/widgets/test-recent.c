/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "folders.h"
#include "widgets/trh-recent.h"

/* What is chosen in a dialog comes among the recent files through GTK, some time later; only seasons stay there. */

static gboolean
wake (gpointer late)
{
  *(gboolean *) late = TRUE;
  return G_SOURCE_REMOVE;
}

static void
on_changed (GtkRecentManager *recent, guint *n_changes)
{
  (*n_changes)++;
}

/* As GTK does after a choice: one after the other, both are written before this returns. */
static void
add_both (const char *urn, const char *season)
{
  GtkRecentManager *recent = gtk_recent_manager_get_default ();
  GtkRecentData data = { .mime_type = (char *) "application/octet-stream", .app_name = (char *) "t", .app_exec = (char *) "t" };
  gboolean late = FALSE;
  guint n_changes = 0;
  const gulong changed = g_signal_connect (recent, "changed", G_CALLBACK (on_changed), &n_changes);
  const guint source = g_timeout_add_seconds (60, wake, &late);

  g_assert_true (gtk_recent_manager_add_full (recent, urn, &data));
  g_assert_true (gtk_recent_manager_add_full (recent, season, &data));
  while ((n_changes == 0 || gtk_recent_manager_has_item (recent, urn)) && !late)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (late);
  g_assert_true (gtk_recent_manager_has_item (recent, season));
  g_source_remove (source);
  g_signal_handler_disconnect (recent, changed);
}

static void
test_chosen (void)
{
  g_autoptr(GFile) urn = g_file_new_for_path ("/nowhere/Séderon.urn");
  g_autoptr(GFile) season = g_file_new_for_path ("/nowhere/été.transhumance");
  g_autofree char *urn_uri = g_file_get_uri (urn), *season_uri = g_file_get_uri (season);

  trh_recent_note_chosen (urn);
  trh_recent_note_chosen (season);
  for (guint i = 0; i < 2; i++) /* chosen twice, it does not stay the second time */
    add_both (urn_uri, season_uri);
}

int
main (int argc, char *argv[])
{
  g_autofree char *home = g_dir_make_tmp ("trh-recent-XXXXXX", NULL);
  int status;

  g_setenv ("XDG_DATA_HOME", home, TRUE); /* whose list of recent files this is */
  gtk_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/widgets/recent/chosen", test_chosen);
  status = g_test_run ();
  folder_remove (home);
  return status;
}
