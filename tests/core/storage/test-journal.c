/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/storage/trh-journal.h"

#include <sys/stat.h>

#include "core/storage/trh-leftovers.h"
#include "core/storage/trh-recovery.h"
#include "failing-folder.h"
#include "storage-fixture.h"

#define N_ROUNDS 12
#define N_ACTS   60

/* What the season and its history were at one moment. */
typedef struct {
  char *project;
  char *steps;
} Moment;

static void
moment_clear (gpointer data)
{
  Moment *moment = data;

  g_free (moment->project);
  g_free (moment->steps);
}

static void
note (GArray *moments, TrhHistory *history)
{
  Moment moment = { describe_project (trh_history_get_project (history)), describe_history (history) };

  g_array_append_val (moments, moment);
}

typedef struct {
  TrhJournal *journal;
  GArray     *moments; /* after each line of the journal */
  TrhHistory *history;
} Recorder;

static void
on_moved (TrhHistory *history, int move, guint step, TrhEdit *edit, TrhEdit *inverse, Recorder *recorder)
{
  if (move == TRH_MOVE_RAISED)
    trh_journal_raise (recorder->journal, trh_history_get_n_done (history) - 1 - step);
  else
    trh_journal_add (recorder->journal, (TrhMove) move, edit, inverse);
}

/* Plays the first @n lines over a file, and compares with what was then. */
static void
assert_recovers (GBytes *bytes, guint n, GBytes *file, const Moment *wanted)
{
  gsize good;
  g_autoptr(GPtrArray) all = trh_journal_read (bytes, &good);
  g_autoptr(GBytes) part = g_bytes_new_from_bytes (bytes, 0, ((TrhLine *) all->pdata[n - 1])->end);
  g_autoptr(GPtrArray) lines = trh_journal_read (part, &good);
  g_autoptr(GError) error = NULL;
  TrhRecovered recovered = { 0 };
  g_autoptr(TrhProject) read = NULL;
  g_autofree char *steps = NULL;
  g_autofree char *project = NULL;
  g_autofree char *undone = NULL;
  guint n_done;

  g_assert_cmpuint (lines->len, ==, n);
  g_assert_cmpuint (good, ==, g_bytes_get_size (part));
  read = trh_project_from_bytes (file, NULL);
  trh_recovery_replay (lines, file, read, &recovered, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (recovered.n_used, ==, n);
  project = describe_project (trh_history_get_project (recovered.history));
  steps = describe_history (recovered.history);
  g_assert_cmpstr (project, ==, wanted->project);
  g_assert_cmpstr (steps, ==, wanted->steps);

  /* undo and redo are the real ones */
  n_done = trh_history_get_n_done (recovered.history);
  trh_history_go_to (recovered.history, 0);
  undone = describe_project (trh_history_get_project (recovered.history));
  trh_history_go_to (recovered.history, n_done);
  g_free (project);
  project = describe_project (trh_history_get_project (recovered.history));
  g_assert_cmpstr (project, ==, wanted->project);
  g_object_unref (recovered.history);
}

/* At whatever line the journal ends, and whichever save the file is of, the same season comes back with its steps. */
static void
test_twin (Home *home, gconstpointer data)
{
  for (guint round = 0; round < N_ROUNDS; round++)
    {
      guint32 seed = g_test_rand_int ();
      g_autoptr(GRand) random = g_rand_new_with_seed (seed);
      g_autoptr(TrhProject) project = trh_project_new ();
      g_autoptr(TrhHistory) history = trh_history_new (project);
      g_autofree char *name = g_strdup_printf ("%u.journal", round);
      g_autofree char *path = g_build_filename (home->folder, "state", name, NULL);
      g_autoptr(GBytes) start = trh_project_to_bytes (project);
      g_autofree char *base = trh_file_hash (start);
      g_autoptr(TrhJournal) journal = trh_journal_new (path, base, home->path, "S");
      g_autoptr(GArray) moments = g_array_new (FALSE, FALSE, sizeof (Moment));
      g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
      g_autoptr(GArray) saved_at = g_array_new (FALSE, FALSE, sizeof (guint)); /* lines */
      Recorder recorder = { journal, moments, history };
      g_autoptr(GBytes) bytes = NULL;
      guint zero = 0;

      g_test_message ("seed %u", seed);
      g_array_set_clear_func (moments, moment_clear);
      g_signal_connect (history, "moved", G_CALLBACK (on_moved), &recorder);
      note (moments, history);
      g_ptr_array_add (files, g_bytes_ref (start));
      g_array_append_val (saved_at, zero);
      for (guint i = 0; i < N_ACTS; i++)
        {
          if (g_rand_int_range (random, 0, 8) == 0)
            {
              GBytes *file = trh_project_to_bytes (project);
              g_autofree char *hash = trh_file_hash (file);
              guint at = moments->len - 1;

              g_assert_true (trh_journal_mark (journal, hash, trh_journal_get_seq (journal)));
              trh_journal_set_base (journal, hash);
              note (moments, history);
              g_ptr_array_add (files, file);
              g_array_append_val (saved_at, at);
            }
          act (history, random);
          while (moments->len <= trh_journal_get_seq (journal)) /* a jump in the history is several lines */
            note (moments, history);
        }
      g_assert_true (trh_journal_flush (journal, 5000));
      bytes = read_bytes (path);
      {
        gsize good;
        g_autoptr(GPtrArray) lines = trh_journal_read (bytes, &good);

        g_assert_cmpuint (lines->len, ==, moments->len);
        for (guint i = 0; i < files->len; i++)
          for (guint n = lines->len; n > g_array_index (saved_at, guint, i) + 1; n -= MIN (n, 7))
            {
              const TrhLine *next = n < lines->len ? lines->pdata[n] : NULL;

              /* in the middle of a jump nobody looked */
              if (next != NULL && (next->kind == TRH_LINE_UNDO || next->kind == TRH_LINE_REDO))
                continue;
              assert_recovers (bytes, n, files->pdata[i], &g_array_index (moments, Moment, n - 1));
            }
      }
    }
}

static void
add_artist (TrhHistory *history, const char *name)
{
  g_autoptr(TrhEdit) edit = trh_edit_new (name);
  TrhArtistRecord *artist = trh_record_new (&trh_artist_schema, NULL);

  trh_record_set_text (&artist->name, name);
  trh_edit_insert (edit, artist);
  trh_history_perform (history, edit);
}

static void
undo_below (TrhHistory *history, guint index)
{
  trh_history_raise (history, index);
  trh_history_undo (history);
}

/* The season after the journal, and after all that it knows was undone. */
static void
assert_replays (GBytes *bytes, GBytes *file, const char *wanted, GBytes *start)
{
  gsize good;
  g_autoptr(GPtrArray) lines = trh_journal_read (bytes, &good);
  g_autoptr(TrhProject) read = trh_project_from_bytes (file, NULL);
  g_autoptr(GBytes) undone = NULL;
  g_autofree char *now = NULL;
  TrhRecovered recovered = { 0 };
  g_autoptr(GError) error = NULL;

  trh_recovery_replay (lines, file, read, &recovered, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (recovered.n_used, ==, lines->len);
  now = describe_project (read);
  g_assert_cmpstr (now, ==, wanted);
  trh_history_go_to (recovered.history, 0);
  undone = trh_project_to_bytes (read);
  g_assert_true (g_bytes_equal (undone, start));
  g_object_unref (recovered.history);
}

/* Titles are undone past artists, who stay. @n_known steps were done before the journal began: where it does not know
 * a step, its undoing is told otherwise, and the season is the same. */
static void
check_raised (Home *home, guint n_known)
{
  static const struct { const char *title, *artist; } steps[] = {
    { .title = "one" }, { .artist = "A" }, { .title = "two" }, { .artist = "B" }, { .title = "three" } };
  g_autoptr(TrhProject) project = trh_project_new ();
  g_autoptr(TrhHistory) history = trh_history_new (project);
  g_autofree char *name = g_strdup_printf ("raised-%u.journal", n_known);
  g_autofree char *path = g_build_filename (home->folder, name, NULL);
  g_autoptr(TrhJournal) journal = NULL;
  g_autoptr(GBytes) start = NULL;
  g_autoptr(GBytes) middle = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *base = NULL;
  g_autofree char *hash = NULL;
  Moment wanted = { 0 };
  Recorder recorder = { NULL, NULL, history };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      if (i == n_known)
        {
          start = trh_project_to_bytes (project);
          base = trh_file_hash (start);
          journal = recorder.journal = trh_journal_new (path, base, home->path, "S");
          g_signal_connect (history, "moved", G_CALLBACK (on_moved), &recorder);
        }
      if (steps[i].title != NULL)
        name_season (history, steps[i].title);
      else
        add_artist (history, steps[i].artist);
    }
  trh_history_undo (history);
  undo_below (history, 2); /* past B */
  middle = trh_project_to_bytes (project);
  hash = trh_file_hash (middle);
  g_assert_true (trh_journal_mark (journal, hash, trh_journal_get_seq (journal)));
  trh_journal_set_base (journal, hash);
  undo_below (history, 0); /* past both */
  g_assert_cmpstr (trh_project_peek_season (project)->title, ==, "");
  g_assert_cmpuint (trh_project_count (project, TRH_ARTISTS), ==, 2);
  trh_history_redo (history);
  trh_history_redo (history);
  g_assert_cmpstr (trh_project_peek_season (project)->title, ==, "two");

  wanted = (Moment) { describe_project (project), describe_history (history) };
  g_assert_cmpstr (wanted.steps, ==, "A\nB\none\ntwo\nthree (undone)\n");
  g_assert_true (trh_journal_flush (journal, 5000));
  bytes = read_bytes (path);
  assert_replays (bytes, start, wanted.project, start);
  assert_replays (bytes, middle, wanted.project, start);
  if (n_known == 0)
    assert_recovers (bytes, (guint) trh_journal_get_seq (journal) + 1, middle, &wanted);
  moment_clear (&wanted);
}

static void
test_raised (Home *home, gconstpointer data)
{
  for (guint n_known = 0; n_known < 5; n_known++)
    check_raised (home, n_known);
}

/* Records random acts and saves; the file as it stands at the end. */
static GBytes *
record (TrhJournal *journal, TrhHistory *history, GRand *random, guint n_acts)
{
  TrhProject *project = trh_history_get_project (history);
  GBytes *file = NULL;

  for (guint i = 0; i < n_acts; i++)
    {
      g_autofree char *hash = NULL;

      act (history, random);
      if (i + 1 < n_acts && g_rand_int_range (random, 0, 8) > 0)
        continue;
      g_clear_pointer (&file, g_bytes_unref);
      file = trh_project_to_bytes (project);
      hash = trh_file_hash (file);
      g_assert_true (trh_journal_mark (journal, hash, trh_journal_get_seq (journal)));
      trh_journal_set_base (journal, hash);
    }
  return file;
}

/* A journal that was cut short gives the same season and its newest steps, and is as short as was asked. */
static void
test_trim (Home *home, gconstpointer data)
{
  guint n_trimmed = 0;

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      guint32 seed = g_test_rand_int ();
      g_autoptr(GRand) random = g_rand_new_with_seed (seed);
      g_autoptr(TrhProject) project = trh_project_new ();
      g_autoptr(TrhHistory) history = trh_history_new (project);
      g_autofree char *name = g_strdup_printf ("trim-%u.journal", round);
      g_autofree char *path = g_build_filename (home->folder, name, NULL);
      g_autoptr(GBytes) start = trh_project_to_bytes (project);
      g_autofree char *base = trh_file_hash (start);
      g_autoptr(TrhJournal) journal = trh_journal_new (path, base, home->path, "S");
      Recorder recorder = { journal, NULL, history };
      g_autoptr(GBytes) file = NULL;
      g_autoptr(GBytes) bytes = NULL;
      g_autoptr(GPtrArray) lines = NULL;
      g_autofree char *hash = NULL;
      g_autofree char *wanted = NULL;
      g_autofree char *wanted_steps = NULL;
      gint64 after;
      gsize good, length;

      g_test_message ("seed %u", seed);
      g_signal_connect (history, "moved", G_CALLBACK (on_moved), &recorder);
      file = record (journal, history, random, N_ACTS);
      for (guint i = 0; i < round % 3; i++) /* what the file does not hold */
        name_season (history, i == 0 ? "later" : "and later");
      g_assert_true (trh_journal_flush (journal, 5000));
      bytes = read_bytes (path);
      length = g_bytes_get_size (bytes);
      lines = trh_journal_read (bytes, &good);
      hash = trh_file_hash (file);
      after = trh_recovery_find (lines, hash);
      g_assert_cmpint (after, >, 0);
      wanted = describe_project (project);
      wanted_steps = describe_history (history);

      for (gsize most = length; most > 100; most /= 2)
        {
          g_autoptr(GBytes) trimmed = trh_journal_trim (lines, (guint64) after, most);
          g_autoptr(GPtrArray) part = trimmed != NULL ? trh_journal_read (trimmed, &good) : NULL;
          g_autoptr(TrhProject) read = NULL;
          TrhRecovered recovered = { 0 };
          g_autoptr(GError) error = NULL;
          g_autofree char *after_trim = NULL;
          g_autofree char *steps = NULL;

          if (trimmed == NULL)
            continue;
          n_trimmed++;
          g_assert_cmpuint (good, ==, g_bytes_get_size (trimmed));
          g_assert_cmpuint (good, <, length);
          g_assert_cmpuint (good, <=, most + 1000);
          read = trh_project_from_bytes (file, NULL);
          trh_recovery_replay (part, file, read, &recovered, &error);
          g_assert_no_error (error);
          g_assert_cmpuint (recovered.n_used, ==, part->len);
          g_assert_cmpuint (recovered.n_after, ==, round % 3);
          after_trim = describe_project (trh_history_get_project (recovered.history));
          g_assert_cmpstr (after_trim, ==, wanted);
          steps = describe_history (recovered.history);
          g_assert_true (g_str_has_suffix (wanted_steps, steps));
          /* every step that is left can be taken back */
          trh_history_go_to (recovered.history, 0);
          g_object_unref (recovered.history);
        }
    }
  g_assert_cmpuint (n_trimmed, >, N_ROUNDS);
}

/* Whatever byte is wrong, what comes before its line is used, and nothing after it. */
static void
test_damage (Home *home, gconstpointer data)
{
  g_autoptr(TrhProject) project = trh_project_new ();
  g_autoptr(TrhHistory) history = trh_history_new (project);
  g_autoptr(GBytes) start = trh_project_to_bytes (project);
  g_autofree char *base = trh_file_hash (start);
  g_autofree char *path = g_build_filename (home->folder, "x.journal", NULL);
  g_autoptr(TrhJournal) journal = trh_journal_new (path, base, home->path, "S");
  g_autoptr(GRand) random = g_rand_new_with_seed (1);
  Recorder recorder = { journal, NULL, history };
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GPtrArray) lines = NULL;
  gsize length, good;

  g_signal_connect (history, "moved", G_CALLBACK (on_moved), &recorder);
  for (guint i = 0; i < 12; i++)
    act (history, random);
  g_assert_true (trh_journal_flush (journal, 5000));
  bytes = read_bytes (path);
  lines = trh_journal_read (bytes, &good);
  length = g_bytes_get_size (bytes);
  g_assert_cmpuint (good, ==, length);

  for (gsize at = 0; at < length; at++)
    {
      g_autofree char *copy = g_memdup2 (g_bytes_get_data (bytes, NULL), length);
      g_autoptr(GBytes) wrong = NULL;
      g_autoptr(GBytes) cut = g_bytes_new_from_bytes (bytes, 0, at);
      g_autoptr(GPtrArray) part = NULL;
      guint n_before = 0;

      while (n_before < lines->len && ((TrhLine *) lines->pdata[n_before])->end <= at)
        n_before++;
      copy[at] ^= (char) (1 << at % 8);
      wrong = g_bytes_new_take (g_steal_pointer (&copy), length);
      part = trh_journal_read (wrong, &good);
      g_assert_cmpuint (part->len, ==, n_before);
      g_assert_cmpuint (good, ==, n_before > 0 ? ((TrhLine *) lines->pdata[n_before - 1])->end : 0);
      g_ptr_array_unref (part);
      part = trh_journal_read (cut, &good);
      g_assert_cmpuint (part->len, ==, n_before);
    }
  /* a line that is missing in the middle, with good checksums all around */
  {
    gsize first = ((TrhLine *) lines->pdata[3])->end, second = ((TrhLine *) lines->pdata[4])->end;
    g_autoptr(GByteArray) gap = g_byte_array_new ();
    g_autoptr(GBytes) gapped = NULL;
    g_autoptr(GPtrArray) part = NULL;
    const guint8 *text = g_bytes_get_data (bytes, NULL);

    g_byte_array_append (gap, text, (guint) first);
    g_byte_array_append (gap, text + second, (guint) (length - second));
    gapped = g_byte_array_free_to_bytes (g_steal_pointer (&gap));
    part = trh_journal_read (gapped, &good);
    g_assert_cmpuint (part->len, ==, 4);
  }
}

static void
take_folder (const char *folder)
{
  write_file (folder, "no folder", -1);
}

static void
give_folder (const char *folder)
{
  g_assert_cmpint (g_unlink (folder), ==, 0);
}

static void
fail_flushes (const char *folder)
{
  failing_folder_set (TRUE);
}

static void
mend_flushes (const char *folder)
{
  failing_folder_set (FALSE);
}

/* What becomes of the disk that the journal is on. */
typedef struct {
  void (*spoil) (const char *folder);
  void (*mend)  (const char *folder);
} Disk;

static const Disk no_folder = { take_folder, give_folder };
static const Disk no_flush = { fail_flushes, mend_flushes };

/* A disk that refuses: said at once, nothing is lost, and the journal is whole when the disk is back. */
static void
test_disk_refuses (Home *home, gconstpointer data)
{
  const Disk *disk = data;
  g_autofree char *folder = g_build_filename (home->folder, "state", NULL);
  g_autofree char *path = g_build_filename (folder, "x.journal", NULL);
  g_autoptr(TrhProject) project = trh_project_new ();
  g_autoptr(TrhHistory) history = trh_history_new (project);
  g_autoptr(TrhJournal) journal = trh_journal_new (path, "", home->path, "S");
  Recorder recorder = { journal, NULL, history };
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GPtrArray) lines = NULL;
  gsize good;

  disk->spoil (folder);
  g_signal_connect (history, "moved", G_CALLBACK (on_moved), &recorder);
  name_season (history, "one");
  while (trh_journal_get_error (journal) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (trh_journal_flush (journal, 5000));
  name_season (history, "two");
  disk->mend (folder);
  name_season (history, "three");
  while (trh_journal_get_error (journal) != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (trh_journal_flush (journal, 5000));
  name_season (history, "four");
  g_assert_true (trh_journal_flush (journal, 5000));
  bytes = read_bytes (path);
  lines = trh_journal_read (bytes, &good);
  g_assert_cmpuint (lines->len, ==, 5);
  g_assert_cmpuint (good, ==, g_bytes_get_size (bytes));
}

/* A journal whose end is cut off on a disk that does not confirm it: told, and lines go to the file that has the name. */
static void
test_cut_unsure (Home *home, gconstpointer data)
{
  g_autofree char *path = g_build_filename (home->folder, "x.journal", NULL);
  g_autoptr(TrhProject) project = trh_project_new ();
  g_autoptr(TrhHistory) history = trh_history_new (project);
  TrhJournal *journal = trh_journal_new (path, "", home->path, "S");
  Recorder recorder = { journal, NULL, history };
  g_autoptr(TrhLeftover) leftover = NULL;
  g_autoptr(GError) error = NULL;
  GStatBuf named;
  struct stat held;

  g_signal_connect (history, "moved", G_CALLBACK (on_moved), &recorder);
  name_season (history, "one");
  name_season (history, "two");
  g_assert_true (trh_journal_flush (journal, 5000));
  g_signal_handlers_disconnect_by_data (history, &recorder);
  g_object_unref (journal);
  leftover = trh_leftover_open (path);
  g_assert_cmpuint (leftover->lines->len, ==, 3);

  failing_folder_set (TRUE);
  g_assert_false (trh_leftover_cut (leftover, 2, &error));
  failing_folder_set (FALSE);
  g_assert_error (error, TRH_FILE_ERROR, TRH_FILE_ERROR_UNSURE);
  g_assert_cmpint (g_stat (path, &named), ==, 0);
  g_assert_cmpint (fstat (leftover->fd, &held), ==, 0);
  g_assert_cmpuint (named.st_ino, ==, held.st_ino);
}

/* A journal that begins in the middle of a session gives the same season, whatever is undone after. */
static void
test_begins_late (Home *home, gconstpointer data)
{
  for (guint round = 0; round < N_ROUNDS; round++)
    {
      guint32 seed = g_test_rand_int ();
      g_autoptr(GRand) random = g_rand_new_with_seed (seed);
      g_autoptr(TrhProject) project = trh_project_new ();
      g_autoptr(TrhHistory) history = trh_history_new (project);
      g_autofree char *name = g_strdup_printf ("late-%u.journal", round);
      g_autofree char *path = g_build_filename (home->folder, name, NULL);
      g_autoptr(TrhJournal) journal = NULL;
      g_autoptr(GBytes) start = NULL;
      g_autoptr(GBytes) bytes = NULL;
      g_autoptr(GPtrArray) lines = NULL;
      g_autofree char *base = NULL;
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      g_autoptr(GError) error = NULL;
      g_autoptr(TrhProject) read = NULL;
      TrhRecovered recovered = { 0 };
      Recorder recorder = { 0 };
      gsize good;

      g_test_message ("seed %u", seed);
      for (guint i = 0; i < N_ACTS / 2; i++)
        act (history, random);
      start = trh_project_to_bytes (project);
      base = trh_file_hash (start);
      recorder.journal = journal = trh_journal_new (path, base, home->path, "S");
      g_signal_connect (history, "moved", G_CALLBACK (on_moved), &recorder);
      for (guint i = 0; i < N_ACTS / 2; i++)
        act (history, random);
      name_season (history, "the end");
      g_assert_true (trh_journal_flush (journal, 5000));
      bytes = read_bytes (path);
      lines = trh_journal_read (bytes, &good);
      read = trh_project_from_bytes (start, NULL);
      trh_recovery_replay (lines, start, read, &recovered, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (recovered.n_used, ==, lines->len);
      before = describe_project (project);
      after = describe_project (trh_history_get_project (recovered.history));
      g_assert_cmpstr (before, ==, after);
      g_object_unref (recovered.history);
    }
}

int
main (int argc, char *argv[])
{
  g_autofree char *home = home_begin ();
  int status;

  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/storage/journal/" name, Home, NULL, home_set_up, function, home_tear_down)
  ADD ("twin", test_twin);
  ADD ("raised", test_raised);
  ADD ("trim", test_trim);
  ADD ("damage", test_damage);
  g_test_add ("/storage/journal/disk-refuses", Home, &no_folder, home_set_up, test_disk_refuses, home_tear_down);
  g_test_add ("/storage/journal/disk-unsure", Home, &no_flush, home_set_up, test_disk_refuses, home_tear_down);
  ADD ("cut-unsure", test_cut_unsure);
  ADD ("begins-late", test_begins_late);
  status = g_test_run ();
  if (home != NULL)
    folder_remove (home);
  return status;
}
