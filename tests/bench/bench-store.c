/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <fcntl.h>
#include <glib/gstdio.h>
#include <poll.h>
#include <stdio.h>
#include <sys/resource.h>
#include <unistd.h>

#include "core/base/trh-file.h"
#include "core/storage/trh-store.h"
#include "folders.h"
#include "measure.h"
#include "stress.h"

/* What saving the stress project costs the hand: how long the main loop pauses, how soon an edit is in the journal,
 * how long opening takes with the steps of earlier sessions, and how much memory all of it needs. */

#define SAVES       20
#define LINES       200
#define STEPS       2000 /* of earlier sessions: two megabytes of journal are played at most */
#define OPENINGS    5
#define PAUSE_MS    8.0
#define LINE_MS     5.0
#define SLOW_DISK   1.5  /* times what one bare flush takes here: a slow disk is no fault of ours */
#define MOST_OPEN   3.0  /* times what opening without steps takes */
#define MOST_MB     350

typedef struct {
  gint64 busy_since_us; /* the main loop came back from waiting, 0: it waits */
  double cpu_since_ms;
  double wall_ms, cpu_ms; /* the longest time without waiting */
} Pause;

static Pause pause_;

static void
begin_pause (void)
{
  pause_.busy_since_us = g_get_monotonic_time ();
  pause_.cpu_since_ms = measure_thread_ms ();
}

static void
end_pause (void)
{
  pause_.wall_ms = MAX (pause_.wall_ms, (double) (g_get_monotonic_time () - pause_.busy_since_us) / 1000);
  pause_.cpu_ms = MAX (pause_.cpu_ms, measure_thread_ms () - pause_.cpu_since_ms);
}

/* The main loop waits only here: whatever is between two waits is a pause for the hand. */
static int
poll_and_look (GPollFD *fds, guint n, int timeout_ms)
{
  int ready;

  end_pause ();
  ready = g_poll (fds, n, timeout_ms);
  begin_pause ();
  return ready;
}

static void
change (TrhHistory *history, guint number)
{
  TrhProject *project = trh_history_get_project (history);
  g_autoptr(TrhEdit) edit = trh_edit_new ("Change an artist");
  TrhArtistRecord *artist =
    trh_edit_change (edit, trh_project_peek (project, TRH_ARTISTS, number * 5 % trh_project_count (project, TRH_ARTISTS)));

  artist->people = 1 + (int) number % 9;
  trh_history_perform (history, edit);
}

static void
on_saved (GObject *store, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static gboolean
report (const char *what, double figure, double most, const char *unit)
{
  printf ("%-44s %7.2f %s (at most %.1f)%s\n", what, figure, unit, most, figure <= most ? "" : "  TOO MUCH");
  return figure <= most;
}

/* The longest pause of each save, by the clock and by what the main loop itself computed. What other programs do to this
 * machine only makes one longer, and what we do on the main loop is in every one: of the clock the shortest counts, of our own
 * work the middle one, and the worst is told. */
static gboolean
measure_pauses (TrhStore *store)
{
  g_autoptr(GArray) wall_ms = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GArray) cpu_ms = g_array_new (FALSE, FALSE, sizeof (double));
  gboolean good;

  for (guint i = 0; i < SAVES; i++)
    {
      g_autoptr(GAsyncResult) result = NULL;
      g_autoptr(GError) error = NULL;

      change (trh_store_get_history (store), i);
      pause_ = (Pause) { 0 };
      begin_pause ();
      trh_store_save_async (store, NULL, NULL, on_saved, &result);
      while (result == NULL)
        g_main_context_iteration (NULL, TRUE);
      end_pause ();
      if (!trh_store_save_finish (store, result, &error))
        g_error ("%s", error->message);
      g_array_append_val (wall_ms, pause_.wall_ms);
      g_array_append_val (cpu_ms, pause_.cpu_ms);
    }
  good = report ("longest pause of the main loop while saving", measure_part (wall_ms, 0), PAUSE_MS, "ms");
  good = report ("the same, what it computed itself", measure_part (cpu_ms, 50), PAUSE_MS, "ms") && good;
  printf ("%-44s %7.2f ms, of its own %.2f ms\n", "the worst of all", g_array_index (wall_ms, double, SAVES - 1),
          g_array_index (cpu_ms, double, SAVES - 1));
  return good;
}

/* An edit, from the hand to the disk; beside it one bare flush of as many bytes, turn by turn. */
static gboolean
measure_lines (TrhStore *store, const char *folder)
{
  g_autofree char *bare = g_build_filename (folder, "bare", NULL);
  g_autofree char *line = g_strnfill (700, 'x');
  g_autoptr(GArray) ours = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GArray) theirs = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GArray) hand = g_array_new (FALSE, FALSE, sizeof (double));
  int fd = open (bare, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
  double most;
  gboolean good;

  for (guint i = 0; i < LINES; i++)
    {
      gint64 start_us = g_get_monotonic_time ();
      double cpu_ms = measure_thread_ms (), time_ms;

      change (trh_store_get_history (store), i + 1);
      time_ms = measure_thread_ms () - cpu_ms;
      g_array_append_val (hand, time_ms);
      start_us = g_get_monotonic_time ();
      if (!trh_store_flush_journal (store))
        g_error ("the journal cannot be written");
      time_ms = (double) (g_get_monotonic_time () - start_us) / 1000;
      g_array_append_val (ours, time_ms);

      start_us = g_get_monotonic_time ();
      if (write (fd, line, 700) != 700 || fdatasync (fd) != 0)
        g_error ("the disk cannot be written");
      time_ms = (double) (g_get_monotonic_time () - start_us) / 1000;
      g_array_append_val (theirs, time_ms);
    }
  close (fd);
  g_unlink (bare);
  most = MAX (LINE_MS, SLOW_DISK * measure_part (theirs, 50));
  good = report ("an edit on disk, the middle one", measure_part (ours, 50), most, "ms");
  printf ("%-44s %7.2f ms\n", "one bare flush of as many bytes", measure_part (theirs, 50));
  return report ("what an edit takes of the main loop", measure_part (hand, 50), PAUSE_MS, "ms") && good;
}

static double
open_ms (const char *path, guint *n_steps)
{
  double shortest = G_MAXDOUBLE;

  for (guint i = 0; i < OPENINGS; i++)
    {
      double start = measure_thread_ms ();
      g_autoptr(GError) error = NULL;
      g_autoptr(TrhStore) store = trh_store_open (path, TRH_OPEN_FILE, &error);

      if (store == NULL)
        g_error ("%s", error->message);
      shortest = MIN (shortest, measure_thread_ms () - start);
      *n_steps = g_list_model_get_n_items (G_LIST_MODEL (trh_store_get_history (store)));
      trh_store_close (store);
    }
  return shortest;
}

/* Opening plays the steps of earlier sessions: that must not be felt. */
static gboolean
measure_opening (const char *path)
{
  guint n_steps;
  double bare = open_ms (path, &n_steps), full;

  if (n_steps > 0)
    g_error ("the file was opened with steps");
  {
    g_autoptr(TrhStore) store = trh_store_open (path, TRH_OPEN_FILE, NULL);

    for (guint i = 0; i < STEPS; i++)
      change (trh_store_get_history (store), i * 3);
    if (!trh_store_flush (store, NULL))
      g_error ("the file cannot be written");
    trh_store_close (store);
  }
  full = open_ms (path, &n_steps);
  printf ("opening without steps %.0f ms, with %u steps %.0f ms\n", bare, n_steps, full);
  return report ("opening with steps, beside without", full / bare, MOST_OPEN, "times") && n_steps > STEPS / 4;
}

int
main (void)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("trh-bench-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "stress.transhumance", NULL);
  g_autofree char *second = g_build_filename (folder, "second.transhumance", NULL);
  struct rusage usage;
  gboolean good = TRUE;

  g_setenv ("XDG_STATE_HOME", folder, TRUE);
  g_main_context_set_poll_func (NULL, poll_and_look);
  {
    g_autoptr(TrhProject) project = trh_stress_new (TRH_STRESS_SEED);
    g_autoptr(GBytes) bytes = trh_project_to_bytes (project);

    if (!trh_file_save (path, bytes, &error))
      g_error ("%s", error->message);
    trh_project_renew_id (project);
    g_bytes_unref (bytes);
    bytes = trh_project_to_bytes (project);
    if (!trh_file_save (second, bytes, &error))
      g_error ("%s", error->message);
  }
  {
    g_autoptr(TrhStore) store = trh_store_open (path, TRH_OPEN_FILE, &error);

    good = measure_pauses (store) && good;
    good = measure_lines (store, folder) && good;
    if (!trh_store_flush (store, &error))
      g_error ("%s", error->message);
  }
  good = measure_opening (second) && good;
  getrusage (RUSAGE_SELF, &usage);
  good = report ("peak memory", (double) usage.ru_maxrss / 1024, MOST_MB, "MB") && good;
  folder_remove (folder);

  return good ? 0 : 1;
}
