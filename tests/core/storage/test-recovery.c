/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <signal.h>
#include <sys/file.h>
#include <unistd.h>

#include "core/storage/trh-journal-line.h"
#include "core/storage/trh-leftovers.h"
#include "core/storage/trh-lock.h"
#include "storage-fixture.h"

/* A program that is killed, in a child, and what the next one finds. */

#define PATH "TRH_TEST_PATH"

static TrhStore *
open_store (const char *path, TrhOpenMode mode)
{
  g_autoptr(GError) error = NULL;
  TrhStore *store = trh_store_open (path, mode, &error);

  g_assert_no_error (error);
  return store;
}

static void
write_season (const char *path, const char *title)
{
  g_autoptr(TrhProject) project = trh_project_new ();
  g_autoptr(TrhHistory) history = trh_history_new (project);
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;

  name_season (history, title);
  bytes = trh_project_to_bytes (project);
  trh_file_save (path, bytes, &error);
  g_assert_no_error (error);
}

static const char *
get_title (TrhStore *store)
{
  return trh_project_peek_season (trh_history_get_project (trh_store_get_history (store)))->title;
}

/* Runs the child of a test until it kills itself. */
static void
run_child (Home *home, const char *name)
{
  g_setenv (PATH, home->path, TRUE);
  g_test_trap_subprocess (name, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_assert_false (g_test_trap_has_passed ()); /* it was killed */
}

static void
die_editing (void)
{
  g_autoptr(TrhStore) store = open_store (g_getenv (PATH), TRH_OPEN_FILE);
  TrhHistory *history = trh_store_get_history (store);
  g_autoptr(GError) error = NULL;

  name_season (history, "one");
  name_season (history, "two");
  g_assert_true (trh_store_flush (store, &error));
  name_season (history, "three");
  name_season (history, "four");
  trh_history_undo (history);
  name_season (history, "five");
  name_season (history, "six");
  trh_history_undo (history);
  g_assert_true (trh_store_flush_journal (store));
  raise (SIGKILL);
}

/* Everything that was done is there again, with the steps and their order; the second crash changes nothing. */
static void
test_killed (Home *home, gconstpointer data)
{
  g_autofree char *steps = NULL;

  write_season (home->path, "zero");
  run_child (home, "/storage/recovery/subprocess/editing");
  {
    g_autoptr(GPtrArray) unfinished = trh_unfinished_list ();
    TrhUnfinished *only = unfinished->pdata[0];

    g_assert_cmpuint (unfinished->len, ==, 1);
    g_assert_cmpstr (only->path, ==, home->path);
    g_assert_cmpstr (only->title, ==, "one"); /* as it was when the journal began */
  }
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(TrhStore) store = open_store (home->path, TRH_OPEN_FILE);
      TrhHistory *history = trh_store_get_history (store);

      g_assert_cmpstr (get_title (store), ==, "five");
      g_free (steps);
      steps = describe_history (history);
      g_assert_cmpstr (steps, ==, "one\ntwo\nthree\nfive\nsix (undone)\n");
      g_assert_nonnull (trh_store_get_news (store));
      g_assert_cmpint (trh_store_get_state (store), ==, TRH_STORE_UNSAVED);
      if (i == 0)
        {
          /* while it is open nobody else takes it up */
          g_autoptr(GPtrArray) unfinished = trh_unfinished_list ();

          g_assert_cmpuint (unfinished->len, ==, 0);
          g_assert_true (trh_history_redo (history));
          trh_history_undo (history);
          g_assert_true (trh_store_flush_journal (store));
          continue; /* goes away with everything unsaved: as after another crash */
        }
      trh_history_go_to (history, 0);
      g_assert_cmpstr (get_title (store), ==, "zero");
      g_assert_true (trh_store_flush (store, NULL));
    }
  {
    /* a good end leaves nothing */
    g_autoptr(GPtrArray) unfinished = trh_unfinished_list ();

    g_assert_cmpuint (unfinished->len, ==, 0);
  }
}

/* The first file of a journal in the state folder with that ending, NULL: any but a kept version. */
static char *
find_journal (const char *ending)
{
  g_autofree char *all = g_build_filename (g_get_user_state_dir (), "transhumances", NULL);
  g_autoptr(GDir) dir = g_dir_open (all, 0, NULL);
  const char *season, *name;

  while (dir != NULL && (season = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *folder = g_build_filename (all, season, NULL);
      g_autoptr(GDir) journals = g_dir_open (folder, 0, NULL);

      while ((name = g_dir_read_name (journals)) != NULL)
        if (ending != NULL ? g_str_has_suffix (name, ending) : strchr (name, '.') != NULL)
          return g_build_filename (folder, name, NULL);
    }
  return NULL;
}

/* Edits and saves as a session that ends well. */
static void
work (const char *path, const char *title, const char *undone)
{
  g_autoptr(TrhStore) store = open_store (path, TRH_OPEN_FILE);
  TrhHistory *history = trh_store_get_history (store);

  g_assert_null (trh_store_get_news (store));
  g_assert_cmpint (trh_store_get_state (store), ==, TRH_STORE_SAVED);
  name_season (history, title);
  name_season (history, undone);
  trh_history_undo (history);
  g_assert_true (trh_store_flush (store, NULL));
}

/* Sessions follow one another: each can undo what the ones before did, back to the season as it was first opened. */
static void
test_undo_after_reopening (Home *home, gconstpointer data)
{
  g_autofree char *first = NULL;

  write_season (home->path, "zero");
  first = describe_file (home->path);
  work (home->path, "one", "no");
  work (home->path, "two", "never");
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(TrhStore) store = open_store (home->path, TRH_OPEN_FILE);
      TrhHistory *history = trh_store_get_history (store);
      g_autofree char *steps = describe_history (history);
      g_autofree char *start = NULL;

      g_assert_cmpstr (steps, ==, "one\ntwo\nnever (undone)\n");
      g_assert_cmpstr (get_title (store), ==, "two");
      trh_history_go_to (history, 0);
      start = describe_project (trh_history_get_project (history));
      g_assert_cmpstr (start, ==, first);
      trh_history_go_to (history, 2);
      g_assert_true (trh_store_flush (store, NULL));
    }
  {
    /* nothing is unfinished, and nothing is left but one history */
    g_autoptr(GPtrArray) unfinished = trh_unfinished_list ();
    g_autofree char *journal = find_journal (".journal");
    g_autofree char *kept = find_journal (".history");

    g_assert_cmpuint (unfinished->len, ==, 0);
    g_assert_null (journal);
    g_assert_nonnull (kept);
  }
}

/* A history of another file is of no use: it goes, with a word, once. An older file that somebody has put back on
 * purpose, which the history knows, stays the older one. */
static void
test_changed_after_a_good_end (Home *home, gconstpointer title)
{
  write_season (home->path, "as it was");
  work (home->path, "one", "no");
  {
    g_autoptr(GBytes) bytes = read_bytes (home->path);
    g_autoptr(TrhProject) project = trh_project_from_bytes (bytes, NULL);
    g_autoptr(TrhHistory) history = trh_history_new (project);
    g_autoptr(GBytes) changed = NULL;

    name_season (history, title);
    changed = trh_project_to_bytes (project);
    g_assert_true (trh_file_save (home->path, changed, NULL));
  }
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(TrhStore) store = open_store (home->path, TRH_OPEN_FILE);
      g_autofree char *steps = describe_history (trh_store_get_history (store));

      g_assert_cmpstr (steps, ==, "");
      g_assert_cmpstr (get_title (store), ==, title);
      if (i == 0)
        g_assert_nonnull (strstr (trh_store_get_news (store), "no longer be undone"));
      else
        g_assert_null (trh_store_get_news (store));
    }
}

/* “Do not save” leaves nothing of what was done. */
static void
test_discarded (Home *home, gconstpointer data)
{
  g_autofree char *kept = NULL;

  write_season (home->path, "zero");
  {
    g_autoptr(TrhStore) store = open_store (home->path, TRH_OPEN_FILE);

    name_season (trh_store_get_history (store), "no");
    g_assert_true (trh_store_flush_journal (store));
    trh_store_discard (store);
  }
  kept = find_journal (NULL);
  g_assert_null (kept);
}

/* Killed after the last save: the file has everything, and no work is said to be interrupted. */
static void
die_saved (void)
{
  g_autoptr(TrhStore) store = open_store (g_getenv (PATH), TRH_OPEN_FILE);

  name_season (trh_store_get_history (store), "one");
  g_assert_true (trh_store_flush (store, NULL));
  raise (SIGKILL);
}

static void
test_killed_when_saved (Home *home, gconstpointer data)
{
  g_autoptr(GPtrArray) unfinished = NULL;
  g_autoptr(TrhStore) store = NULL;
  g_autofree char *steps = NULL;

  write_season (home->path, "zero");
  run_child (home, "/storage/recovery/subprocess/saved");
  unfinished = trh_unfinished_list ();
  g_assert_cmpuint (unfinished->len, ==, 0);
  store = open_store (home->path, TRH_OPEN_FILE);
  g_assert_null (trh_store_get_news (store));
  steps = describe_history (trh_store_get_history (store));
  g_assert_cmpstr (steps, ==, "one\n");
}

/* A long history is cut short when it is opened: the season is whole, and the newest steps are there. */
static void
test_long_history (Home *home, gconstpointer data)
{
  const guint n_edits = 500;
  g_autofree char *notes = g_strnfill (10000, 'n');
  g_autofree char *kept = NULL;
  goffset long_one, short_one;
  GStatBuf status;

  write_season (home->path, "zero");
  {
    g_autoptr(TrhStore) store = open_store (home->path, TRH_OPEN_FILE);
    TrhHistory *history = trh_store_get_history (store);

    for (guint i = 0; i < n_edits; i++)
      {
        g_autofree char *label = g_strdup_printf ("%u", i);
        g_autoptr(TrhEdit) edit = trh_edit_new (label);
        TrhSeasonRecord *season = trh_edit_change (edit, trh_project_get_season (trh_history_get_project (history)));

        notes[i] = 'N';
        trh_record_set_text (&season->private_notes, notes);
        trh_history_perform (history, edit);
      }
    g_assert_true (trh_store_flush (store, NULL));
  }
  kept = find_journal (".history");
  g_assert_cmpint (g_stat (kept, &status), ==, 0);
  long_one = status.st_size;
  {
    g_autoptr(TrhStore) store = open_store (home->path, TRH_OPEN_FILE);
    TrhHistory *history = trh_store_get_history (store);
    guint n_left = g_list_model_get_n_items (G_LIST_MODEL (history));

    g_assert_null (trh_store_get_news (store));
    g_assert_cmpuint (n_left, >, 50);
    g_assert_cmpuint (n_left, <, n_edits);
    g_assert_cmpstr (trh_history_get_undo_label (history), ==, "499");
    trh_history_go_to (history, 0);
    notes[n_edits - n_left] = 'n';
    g_assert_cmpint (trh_project_peek_season (trh_history_get_project (history))->private_notes[n_edits - n_left], ==, 'n');
    g_assert_cmpint (trh_project_peek_season (trh_history_get_project (history))->private_notes[n_edits - n_left - 1], ==, 'N');
    trh_history_go_to (history, n_left);
    g_assert_true (trh_store_flush (store, NULL));
  }
  g_assert_cmpint (g_stat (kept, &status), ==, 0);
  short_one = status.st_size;
  g_assert_cmpint (short_one, <, long_one / 2);
}

/* A torn end is set aside and told; the rest is used, and the journal goes on. */
static void
test_damaged_tail (Home *home, gconstpointer data)
{
  g_autofree char *journal = NULL;
  g_autofree char *aside = NULL;
  g_autofree char *steps = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GBytes) tail = NULL;
  g_autoptr(GPtrArray) lines = NULL;
  g_autoptr(TrhStore) store = NULL;
  gsize good;

  write_season (home->path, "zero");
  run_child (home, "/storage/recovery/subprocess/editing");
  journal = find_journal (".journal");
  bytes = read_bytes (journal);
  write_file (journal, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes) - 5);

  store = open_store (home->path, TRH_OPEN_FILE);
  g_assert_nonnull (strstr (trh_store_get_news (store), "damaged"));
  steps = describe_history (trh_store_get_history (store));
  g_assert_cmpstr (steps, ==, "one\ntwo\nthree\nfive\nsix\n"); /* the undo of six is torn */
  aside = g_strdup_printf ("%.*s.damaged", (int) (strlen (journal) - strlen (".journal")), journal);
  tail = read_bytes (aside);
  g_assert_cmpuint (g_bytes_get_size (tail), >, 0);
  trh_history_undo (trh_store_get_history (store));
  g_assert_true (trh_store_flush_journal (store));
  g_bytes_unref (bytes);
  bytes = read_bytes (journal);
  lines = trh_journal_read (bytes, &good);
  g_assert_cmpuint (good, ==, g_bytes_get_size (bytes));
}

/* The file was changed after the crash: nothing is forced upon it, and nothing is thrown away. */
static void
test_changed_after_the_crash (Home *home, gconstpointer data)
{
  g_autoptr(TrhStore) store = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *journal = NULL;

  write_season (home->path, "zero");
  run_child (home, "/storage/recovery/subprocess/editing");
  {
    g_autoptr(GBytes) bytes = read_bytes (home->path);
    g_autoptr(TrhProject) project = trh_project_from_bytes (bytes, NULL);
    g_autoptr(TrhHistory) history = trh_history_new (project);
    g_autoptr(GBytes) changed = NULL;

    name_season (history, "by another program");
    changed = trh_project_to_bytes (project);
    g_assert_true (trh_file_save (home->path, changed, NULL));
  }
  before = describe_file (home->path);
  store = open_store (home->path, TRH_OPEN_FILE);
  g_assert_cmpstr (get_title (store), ==, "by another program");
  g_assert_nonnull (strstr (trh_store_get_news (store), "unfit"));
  after = describe_file (home->path);
  g_assert_cmpstr (before, ==, after);
  journal = find_journal (".journal");
  g_assert_null (journal);
}

static void
die_with_a_draft (void)
{
  g_autoptr(TrhProject) project = trh_project_new ();
  g_autoptr(TrhHistory) history = trh_history_new (project);
  g_autoptr(TrhStore) store = trh_store_new (history, NULL);

  name_season (history, "draft one");
  wait_for (store, TRH_STORE_SAVED); /* at once: a journal needs something to stand on */
  name_season (history, "draft two");
  g_assert_true (trh_store_flush_journal (store));
  g_print ("%s\n", trh_store_get_draft_path (store));
  raise (SIGKILL);
}

static void
test_killed_draft (Home *home, gconstpointer data)
{
  g_autoptr(GPtrArray) unfinished = NULL;
  g_autoptr(TrhStore) store = NULL;
  g_autofree char *steps = NULL;

  run_child (home, "/storage/recovery/subprocess/draft");
  unfinished = trh_unfinished_list ();
  g_assert_cmpuint (unfinished->len, ==, 1);
  store = open_store (((TrhUnfinished *) unfinished->pdata[0])->path, TRH_OPEN_DRAFT);
  g_assert_true (trh_store_is_draft (store));
  g_assert_cmpstr (get_title (store), ==, "draft two");
  steps = describe_history (trh_store_get_history (store));
  g_assert_cmpstr (steps, ==, "draft one\ndraft two\n");
  trh_store_discard (store);
}

/* A season that took a name is found under it. */
static void
die_renamed (void)
{
  g_autoptr(TrhStore) store = open_store (g_getenv (PATH), TRH_OPEN_FILE);
  g_autofree char *other = g_strconcat (g_getenv (PATH), ".other", NULL);

  name_season (trh_store_get_history (store), "one");
  g_assert_true (save_as (store, other, NULL));
  name_season (trh_store_get_history (store), "two");
  g_assert_true (trh_store_flush_journal (store));
  raise (SIGKILL);
}

static void
test_killed_after_save_as (Home *home, gconstpointer data)
{
  g_autofree char *other = g_strconcat (home->path, ".other", NULL);
  g_autofree char *steps = NULL;
  g_autoptr(TrhStore) first = NULL;
  g_autoptr(TrhStore) second = NULL;

  write_season (home->path, "zero");
  run_child (home, "/storage/recovery/subprocess/renamed");
  first = open_store (home->path, TRH_OPEN_FILE);
  g_assert_cmpstr (get_title (first), ==, "zero");
  g_assert_null (trh_store_get_news (first));
  second = open_store (other, TRH_OPEN_FILE);
  g_assert_cmpstr (get_title (second), ==, "two");
  steps = describe_history (trh_store_get_history (second));
  g_assert_cmpstr (steps, ==, "one\ntwo\n");
}

/* The second one looks only, says who has the file, and saves elsewhere if it wants. */
static void
test_open_twice (Home *home, gconstpointer data)
{
  g_autofree char *copy = g_strconcat (home->path, ".copy", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(TrhStore) first = NULL;
  g_autoptr(TrhStore) second = NULL;

  write_season (home->path, "zero");
  before = describe_file (home->path);
  first = open_store (home->path, TRH_OPEN_FILE);
  second = open_store (home->path, TRH_OPEN_FILE);
  g_assert_null (trh_store_get_holder (first));
  g_assert_nonnull (strstr (trh_store_get_holder (second), g_get_host_name ()));
  name_season (trh_store_get_history (second), "not from here");
  g_assert_false (save_as (second, NULL, &error));
  g_assert_nonnull (strstr (error->message, trh_store_get_holder (second)));
  g_clear_error (&error);
  after = describe_file (home->path);
  g_assert_cmpstr (before, ==, after);
  g_assert_false (save_as (first, copy, NULL) && save_as (second, copy, &error)); /* nor over another one's file */
  g_clear_object (&first);
  g_clear_object (&second);

  second = open_store (home->path, TRH_OPEN_FILE); /* free again */
  g_assert_null (trh_store_get_holder (second));
  g_clear_object (&second);
  {
    g_autofree char *hidden = g_build_filename (home->folder, ".saison.transhumance.lock", NULL);

    g_assert_false (g_file_test (hidden, G_FILE_TEST_EXISTS));
  }
}

/* Another program writes the file while it is open: noticed by itself, nothing is overwritten, both can be kept. */
static void
test_changed_while_open (Home *home, gconstpointer data)
{
  g_autofree char *theirs = NULL;
  g_autofree char *there = NULL;
  g_autofree char *beside = NULL;
  g_autoptr(TrhStore) store = NULL;
  g_autoptr(GError) error = NULL;

  write_season (home->path, "zero");
  store = open_store (home->path, TRH_OPEN_FILE);
  name_season (trh_store_get_history (store), "mine");
  write_season (home->path, "theirs");
  theirs = describe_file (home->path);
  g_assert_false (save_as (store, NULL, &error)); /* before the monitor had a word */
  g_assert_error (error, TRH_FILE_ERROR, TRH_FILE_ERROR_CHANGED);
  g_assert_cmpint (trh_store_get_state (store), ==, TRH_STORE_CHANGED);
  there = describe_file (home->path);
  g_assert_cmpstr (there, ==, theirs);
  name_season (trh_store_get_history (store), "mine again");
  g_assert_cmpint (trh_store_get_state (store), ==, TRH_STORE_CHANGED);

  beside = trh_file_free_name (home->path, "Marie");
  g_assert_true (g_str_has_suffix (beside, "/saison (Marie).transhumance"));
  g_clear_error (&error);
  g_assert_true (save_as (store, beside, &error));
  g_assert_cmpint (trh_store_get_state (store), ==, TRH_STORE_SAVED);
  g_free (there);
  there = describe_file (home->path);
  g_assert_cmpstr (there, ==, theirs);

  write_season (beside, "theirs again"); /* nothing is edited: the monitor sees it */
  wait_for (store, TRH_STORE_CHANGED);
  {
    g_autoptr(GBytes) bytes = read_bytes (beside);

    trh_store_accept (store, bytes); /* the person has looked at it */
  }
  g_assert_true (save_as (store, NULL, &error));
  g_assert_no_error (error);
}

int
main (int argc, char *argv[])
{
  g_autofree char *home = home_begin ();
  int status;

  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/storage/recovery/" name, Home, NULL, home_set_up, function, home_tear_down)
  ADD ("killed", test_killed);
  ADD ("undo-after-reopening", test_undo_after_reopening);
  g_test_add ("/storage/recovery/changed-after-a-good-end", Home, "by another program", home_set_up,
              test_changed_after_a_good_end, home_tear_down);
  g_test_add ("/storage/recovery/put-back-after-a-good-end", Home, "as it was", home_set_up, test_changed_after_a_good_end,
              home_tear_down);
  ADD ("discarded", test_discarded);
  ADD ("killed-when-saved", test_killed_when_saved);
  ADD ("long-history", test_long_history);
  ADD ("damaged-tail", test_damaged_tail);
  ADD ("changed-after-the-crash", test_changed_after_the_crash);
  ADD ("killed-draft", test_killed_draft);
  ADD ("killed-after-save-as", test_killed_after_save_as);
  ADD ("open-twice", test_open_twice);
  ADD ("changed-while-open", test_changed_while_open);
  g_test_add_func ("/storage/recovery/subprocess/editing", die_editing);
  g_test_add_func ("/storage/recovery/subprocess/saved", die_saved);
  g_test_add_func ("/storage/recovery/subprocess/draft", die_with_a_draft);
  g_test_add_func ("/storage/recovery/subprocess/renamed", die_renamed);
  status = g_test_run ();
  if (home != NULL)
    folder_remove (home);
  return status;
}
