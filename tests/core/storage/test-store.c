/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/storage/trh-store.h"

#include "storage-fixture.h"

typedef struct {
  char       *folder;
  char       *path;
  TrhProject *project;
  TrhHistory *history;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->folder = g_dir_make_tmp ("trh-store-XXXXXX", NULL);
  f->path = g_build_filename (f->folder, "saison.transhumance", NULL);
  f->project = trh_project_new ();
  f->history = trh_history_new (f->project);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_assert_finalize_object (f->history);
  g_assert_finalize_object (f->project);
  folder_remove (f->folder);
  g_free (f->folder);
  g_free (f->path);
}

/* The title that the file holds. */
static char *
title_in (const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = trh_file_load (path, TRH_MAX_PROJECT, &error);
  g_autoptr(TrhProject) project = bytes != NULL ? trh_project_from_bytes (bytes, &error) : NULL;

  g_assert_no_error (error);
  return g_strdup (trh_project_peek_season (project)->title);
}

#define assert_title(path, expected) \
  G_STMT_START { g_autofree char *title_ = title_in (path); g_assert_cmpstr (title_, ==, expected); } G_STMT_END

/* Nobody asks: the file follows the edits. */
static void
test_saves_by_itself (Fixture *f, gconstpointer data)
{
  g_autoptr(TrhStore) store = trh_store_new (f->history, f->path);

  g_assert_cmpint (trh_store_get_state (store), ==, TRH_STORE_SAVED);
  g_assert_false (g_file_test (f->path, G_FILE_TEST_EXISTS));
  name_season (f->history, "Été");
  g_assert_cmpint (trh_store_get_state (store), ==, TRH_STORE_UNSAVED);
  wait_for (store, TRH_STORE_SAVING);
  wait_for (store, TRH_STORE_SAVED);
  assert_title (f->path, "Été");
  g_assert_null (trh_store_get_error (store));
}

/* What is edited while a worker writes is saved after it. */
static void
test_edits_while_saving (Fixture *f, gconstpointer data)
{
  g_autoptr(TrhStore) store = trh_store_new (f->history, f->path);
  g_autoptr(GError) error = NULL;

  name_season (f->history, "one");
  trh_store_save_async (store, NULL, NULL, NULL, NULL);
  g_assert_cmpint (trh_store_get_state (store), ==, TRH_STORE_SAVING);
  name_season (f->history, "two");
  wait_for (store, TRH_STORE_UNSAVED);
  assert_title (f->path, "one");
  g_assert_true (trh_store_flush (store, &error));
  g_assert_no_error (error);
  assert_title (f->path, "two");
  g_assert_cmpint (trh_store_get_state (store), ==, TRH_STORE_SAVED);
}

static void
test_failure_is_told (Fixture *f, gconstpointer data)
{
  g_autofree char *missing = g_build_filename (f->folder, "stick", "saison.transhumance", NULL);
  g_autofree char *stick = g_path_get_dirname (missing);
  g_autoptr(TrhStore) store = trh_store_new (f->history, missing);
  g_autoptr(GError) error = NULL;

  name_season (f->history, "kept in memory");
  g_assert_false (save_as (store, NULL, &error));
  g_assert_cmpint (trh_store_get_state (store), ==, TRH_STORE_FAILED);
  g_assert_cmpstr (trh_store_get_error (store), ==, error->message);
  /* a stick that was pulled out is not made anew as a folder of the disk */
  g_assert_false (g_file_test (stick, G_FILE_TEST_EXISTS));
  g_clear_error (&error);
  g_assert_false (trh_store_flush (store, &error));
  g_assert_nonnull (error);

  /* it is there again */
  g_assert_cmpint (g_mkdir (stick, 0700), ==, 0);
  g_clear_error (&error);
  g_assert_true (save_as (store, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (trh_store_get_state (store), ==, TRH_STORE_SAVED);
  g_assert_null (trh_store_get_error (store));
  assert_title (missing, "kept in memory");
}

/* A project without a name is safe in the drafts folder, until it has one. */
static void
test_draft_becomes_a_file (Fixture *f, gconstpointer data)
{
  g_autoptr(TrhStore) store = trh_store_new (f->history, NULL);
  const char *draft = trh_store_get_draft_path (store);
  g_autoptr(GError) error = NULL;

  g_assert_true (trh_store_is_draft (store));
  name_season (f->history, "draft");
  wait_for (store, TRH_STORE_SAVED);
  assert_title (draft, "draft");

  g_assert_true (save_as (store, f->path, &error));
  g_assert_no_error (error);
  g_assert_false (trh_store_is_draft (store));
  g_assert_cmpstr (trh_store_get_path (store), ==, f->path);
  g_assert_false (g_file_test (draft, G_FILE_TEST_EXISTS));
  assert_title (f->path, "draft");
}

/* A name that cannot be written leaves the draft where it is. */
static void
test_draft_stays_when_naming_fails (Fixture *f, gconstpointer data)
{
  g_autoptr(TrhStore) store = trh_store_new (f->history, NULL);
  g_autofree char *missing = g_build_filename (f->folder, "nowhere", "x", NULL);
  g_autoptr(GError) error = NULL;

  name_season (f->history, "draft");
  g_assert_true (trh_store_flush (store, NULL));
  g_assert_false (save_as (store, missing, &error));
  g_assert_true (trh_store_is_draft (store));
  assert_title (trh_store_get_draft_path (store), "draft");
  trh_store_discard (store);
  g_assert_false (g_file_test (trh_store_get_draft_path (store), G_FILE_TEST_EXISTS));
}

/* “Do not save” while the worker writes: the draft does not come back. */
static void
test_discard_while_saving (Fixture *f, gconstpointer data)
{
  g_autoptr(TrhStore) store = trh_store_new (f->history, NULL);
  g_autoptr(GAsyncResult) result = NULL;

  name_season (f->history, "draft");
  trh_store_save_async (store, NULL, NULL, on_saved, &result);
  trh_store_discard (store);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (g_file_test (trh_store_get_draft_path (store), G_FILE_TEST_EXISTS));
}

/* Several saves that wait are done in turn, each with its own file. */
static void
test_saves_in_turn (Fixture *f, gconstpointer data)
{
  g_autoptr(TrhStore) store = trh_store_new (f->history, f->path);
  g_autofree char *other = g_build_filename (f->folder, "other", NULL);
  g_autoptr(GAsyncResult) first = NULL;
  g_autoptr(GAsyncResult) second = NULL;

  name_season (f->history, "one");
  trh_store_save_async (store, NULL, NULL, on_saved, &first);
  trh_store_save_async (store, other, NULL, on_saved, &second);
  name_season (f->history, "two");
  while (second == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (trh_store_save_finish (store, first, NULL));
  g_assert_true (trh_store_save_finish (store, second, NULL));
  assert_title (f->path, "one");
  assert_title (other, "two");
  g_assert_cmpstr (trh_store_get_path (store), ==, other);
}

/* Where the newest kept version is, and why it was kept; NULL: none. */
static TrhBackup *
newest (TrhStore *store)
{
  g_autofree char *folder = trh_store_get_folder (store);
  g_autoptr(GPtrArray) backups = trh_backups_list (folder);

  return backups->len > 0 ? g_ptr_array_steal_index (backups, 0) : NULL;
}

#define assert_newest(store, why, title) \
  G_STMT_START { \
    g_autoptr(TrhBackup) backup_ = newest (store); \
    g_assert_nonnull (backup_); \
    g_assert_cmpint (backup_->kept, ==, why); \
    assert_title (backup_->path, title); \
  } G_STMT_END

/* Each kept version says why, and is the season of that moment. */
static void
test_kept_versions (Fixture *f, gconstpointer data)
{
  g_autoptr(TrhStore) store = NULL;
  TrhHistory *history;
  g_autoptr(GError) error = NULL;

  name_season (f->history, "first");
  {
    g_autoptr(TrhStore) before = trh_store_new (f->history, f->path);

    g_assert_true (save_as (before, NULL, &error));
  }
  store = trh_store_open (f->path, TRH_OPEN_FILE, &error);
  g_assert_no_error (error);
  history = trh_store_get_history (store);

  name_season (history, "second");
  g_assert_true (save_as (store, NULL, &error));
  assert_newest (store, TRH_KEPT_OPENED, "first");
  trh_store_keep_next (store, TRH_KEPT_SAVED); /* as the window does when the person has saved */
  name_season (history, "third");
  g_assert_true (save_as (store, NULL, &error));
  assert_newest (store, TRH_KEPT_SAVED, "second");
  name_season (history, "fourth");
  g_assert_true (save_as (store, NULL, &error)); /* nobody asked, a moment later */
  assert_newest (store, TRH_KEPT_SAVED, "second");

  /* before another version is taken, ours is kept, also what no file has yet */
  name_season (history, "only in memory");
  trh_store_keep (store, TRH_KEPT_MERGED);
  name_season (history, "theirs");
  g_assert_true (trh_store_flush (store, &error));
  assert_newest (store, TRH_KEPT_MERGED, "only in memory");
}

/* Without a journal an edit is on disk only when the file has it. */
static void
test_nothing_is_claimed_without_a_journal (Fixture *f, gconstpointer data)
{
  g_autoptr(TrhStore) first = NULL;
  g_autoptr(TrhStore) second = NULL;

  {
    g_autoptr(TrhStore) before = trh_store_new (f->history, f->path);

    g_assert_true (trh_store_flush_journal (before)); /* nothing was edited */
    name_season (f->history, "there");
    g_assert_true (trh_store_flush_journal (before)); /* in the journal */
    g_assert_true (trh_store_flush (before, NULL));
  }
  first = trh_store_open (f->path, TRH_OPEN_FILE, NULL);
  second = trh_store_open (f->path, TRH_OPEN_FILE, NULL); /* the first one writes: no journal here */
  g_assert_true (trh_store_flush_journal (second));
  name_season (trh_store_get_history (second), "only in memory");
  g_assert_false (trh_store_flush_journal (second));
  trh_store_discard (second);
}

int
main (int argc, char *argv[])
{
  g_autofree char *home = home_begin ();
  int status;

  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add ("/storage/store/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("by-itself", test_saves_by_itself);
  ADD ("edits-while-saving", test_edits_while_saving);
  ADD ("failure", test_failure_is_told);
  ADD ("draft", test_draft_becomes_a_file);
  ADD ("draft-stays", test_draft_stays_when_naming_fails);
  ADD ("discard-while-saving", test_discard_while_saving);
  ADD ("in-turn", test_saves_in_turn);

  ADD ("kept-versions", test_kept_versions);
  ADD ("no-journal", test_nothing_is_claimed_without_a_journal);

  status = g_test_run ();
  folder_remove (home);
  return status;
}
