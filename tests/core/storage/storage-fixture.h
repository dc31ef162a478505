/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gstdio.h>

#include "core/base/trh-file.h"
#include "core/base/trh-limits.h"
#include "core/storage/trh-store.h"
#include "folders.h"

/* What the tests of this folder share: a home of their own, and edits of every kind. Included once in each program. */

typedef struct {
  char *folder;
  char *path; /* of a season that is not there yet */
} Home;

static inline void
home_set_up (Home *home, gconstpointer data)
{
  g_autofree char *all = g_build_filename (g_get_user_state_dir (), "transhumances", NULL);

  folder_remove (all);
  home->folder = g_dir_make_tmp ("trh-storage-XXXXXX", NULL);
  home->path = g_build_filename (home->folder, "saison.transhumance", NULL);
}

static inline void
home_tear_down (Home *home, gconstpointer data)
{
  folder_remove (home->folder);
  g_free (home->folder);
  g_free (home->path);
}

static inline void
write_file (const char *path, const char *text, gssize length)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, length < 0 ? strlen (text) : (gsize) length);
  g_autoptr(GError) error = NULL;

  trh_file_save (path, bytes, &error);
  g_assert_no_error (error);
}

static inline GBytes *
read_bytes (const char *path)
{
  g_autoptr(GError) error = NULL;
  GBytes *bytes = trh_file_load (path, TRH_MAX_JOURNAL, &error);

  g_assert_no_error (error);
  return bytes;
}

static inline char *
describe_project (TrhProject *project)
{
  g_autoptr(GBytes) bytes = trh_project_to_bytes (project);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* The season in a file. */
static inline char *
describe_file (const char *path)
{
  g_autoptr(GBytes) bytes = read_bytes (path);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* What the history page would show, and what undo would take back. */
static inline char *
describe_history (TrhHistory *history)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (history)); i++)
    {
      g_autoptr(TrhStep) step = g_list_model_get_item (G_LIST_MODEL (history), i);

      g_string_append_printf (text, "%s%s\n", trh_step_get_label (step), i < trh_history_get_n_done (history) ? "" : " (undone)");
    }
  return g_string_free (text, FALSE);
}

static inline TrhEdit *
edit_title (TrhProject *project, const char *title)
{
  TrhEdit *edit = trh_edit_new (title);
  TrhSeasonRecord *season = trh_edit_change (edit, trh_project_get_season (project));

  trh_record_set_text (&season->title, title);
  return edit;
}

static inline void
name_season (TrhHistory *history, const char *title)
{
  g_autoptr(TrhEdit) edit = edit_title (trh_history_get_project (history), title);

  trh_history_perform (history, edit);
}

/* One random act of a person: insert, change, move, remove, several at once, type on, undo, redo, go to. */
static inline void
act (TrhHistory *history, GRand *random)
{
  TrhProject *project = trh_history_get_project (history);
  guint n = trh_project_count (project, TRH_ARTISTS), which = g_rand_int_range (random, 0, 12);
  guint n_steps = g_list_model_get_n_items (G_LIST_MODEL (history));
  g_autofree char *label = g_strdup_printf ("Act %u “%c\n”", g_rand_int (random), 'a' + which);
  g_autoptr(TrhEdit) edit = trh_edit_new (label);

  if (which >= 10)
    {
      trh_history_go_to (history, (guint) g_rand_int_range (random, 0, (gint32) n_steps + 1));
      return;
    }
  if (which == 0 && n > 0)
    trh_edit_remove (edit, trh_project_peek (project, TRH_ARTISTS, g_rand_int_range (random, 0, (gint32) n)));
  else if (which == 1 && n > 0)
    trh_edit_move (edit, trh_project_peek (project, TRH_ARTISTS, g_rand_int_range (random, 0, (gint32) n)),
                   g_rand_int_range (random, 0, (gint32) n));
  else if (which < 6 && n > 0)
    {
      TrhArtistRecord *artist = trh_edit_change (edit, trh_project_peek (project, TRH_ARTISTS, g_rand_int_range (random, 0, (gint32) n)));

      trh_record_set_text (&artist->name, label);
      artist->people = g_rand_int_range (random, 1, 9);
      if (which == 5)
        trh_edit_set_merge_key (edit, "typed");
    }
  else
    for (guint i = 0; i <= which % 3; i++)
      {
        TrhArtistRecord *artist = trh_record_new (&trh_artist_schema, NULL);

        trh_record_set_text (&artist->name, label);
        trh_edit_insert_at (edit, g_rand_int_range (random, 0, (gint32) n + 1), artist);
      }
  trh_history_perform (history, edit);
}

static inline void
wait_for (TrhStore *store, TrhStoreState state)
{
  while (trh_store_get_state (store) != state)
    g_main_context_iteration (NULL, TRUE);
}

static inline void
on_saved (GObject *store, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **kept = user_data;

  *kept = g_object_ref (result);
}

static inline gboolean
save_as (TrhStore *store, const char *path, GError **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  trh_store_save_async (store, path, NULL, on_saved, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return trh_store_save_finish (store, result, error);
}

/* Gives the test a home of nobody else; returns what removes it. */
static inline char *
home_begin (void)
{
  const char *given = g_getenv ("TRH_TEST_HOME"); /* in a child */
  char *home = given != NULL ? NULL : g_dir_make_tmp ("trh-home-XXXXXX", NULL);

  if (home != NULL)
    g_setenv ("TRH_TEST_HOME", home, TRUE);
  g_setenv ("XDG_DATA_HOME", g_getenv ("TRH_TEST_HOME"), TRUE);
  g_setenv ("XDG_STATE_HOME", g_getenv ("TRH_TEST_HOME"), TRUE);
  return home;
}
