/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/base/trh-file.h"
#include "core/base/trh-limits.h"
#include "core/model/trh-project.h"

/* Opening a season with 100 000 rows of results: 500 sessions of 200 candidates, each in a process of its own, as a
 * person opens it. Machines that are busy only make it longer: the shortest of some rounds counts. */

#define SESSIONS   500
#define CANDIDATES 200
#define ROUNDS     5
#define MOST_S     1.0
#define MOST_MB    350

static void
write_season (const char *path)
{
  g_autoptr(TrhProject) project = trh_project_new ();
  g_autoptr(TrhEdit) edit = trh_edit_new ("Results");
  g_autoptr(TrhEdit) inverse = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < SESSIONS; i++)
    {
      TrhResultRecord *result = trh_record_new (&trh_result_schema, NULL);

      trh_record_set_text (&result->method, "approval");
      for (guint j = 0; j < CANDIDATES; j++)
        {
          TrhTallyRecord *tally = trh_record_new (&trh_tally_schema, NULL);

          g_free (tally->artist_id);
          tally->artist_id = g_strdup_printf ("artist-%u", j);
          g_free (tally->name);
          tally->name = g_strdup_printf ("Candidate %u", j);
          tally->voices = (int) ((i * 7 + j * 13) % 300);
          tally->elected = j < 20;
          trh_record_set_text (&tally->score, "1/3");
          g_ptr_array_add (result->tallies, tally);
        }
      trh_edit_insert (edit, result);
    }
  inverse = trh_project_apply (project, edit);
  bytes = trh_project_to_bytes (project);
  if (!trh_file_save (path, bytes, &error))
    g_error ("%s", error->message);
  printf ("%d rows in %.1f MB\n", SESSIONS * CANDIDATES, (double) g_bytes_get_size (bytes) / 1e6);
}

/* What the child does; seconds. */
static double
open_season (const char *path)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = trh_file_load (path, TRH_MAX_PROJECT, &error);
  g_autoptr(TrhProject) project = bytes != NULL ? trh_project_from_bytes (bytes, &error) : NULL;
  double seconds = (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;

  if (project == NULL)
    g_error ("%s", error->message);
  return seconds;
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  double shortest_s = G_MAXDOUBLE;
  struct rusage usage;

  if (argc == 3 && g_str_equal (argv[1], "--open"))
    {
      printf ("%f\n", open_season (argv[2]));
      return 0;
    }

  folder = g_dir_make_tmp ("trh-bench-XXXXXX", NULL);
  path = g_build_filename (folder, "season.transhumance", NULL);
  {
    pid_t pid;

    fflush (stdout);
    pid = fork (); /* so that the memory of writing is not that of reading */
    if (pid == 0)
      {
        write_season (path);
        fflush (stdout);
        _exit (0);
      }
    waitpid (pid, NULL, 0);
  }
  getrusage (RUSAGE_CHILDREN, &usage);
  for (guint i = 0; i < ROUNDS; i++)
    {
      const char *command[] = { argv[0], "--open", path, NULL };
      g_autofree char *said = NULL;
      g_autoptr(GError) error = NULL;

      if (!g_spawn_sync (NULL, (char **) command, NULL, 0, NULL, NULL, &said, NULL, NULL, &error))
        g_error ("%s", error->message);
      shortest_s = MIN (shortest_s, g_ascii_strtod (said, NULL));
    }
  {
    long writing_kb = usage.ru_maxrss;
    gboolean good;

    getrusage (RUSAGE_CHILDREN, &usage); /* the largest child: at least what reading takes */
    good = shortest_s < MOST_S && usage.ru_maxrss / 1024 < MOST_MB;
    printf ("open %.2f s (below %.0f), at most %ld MB (below %d; writing alone %ld MB)%s\n", shortest_s, MOST_S,
            usage.ru_maxrss / 1024, MOST_MB, writing_kb / 1024, good ? "" : "  TOO MUCH");
    unlink (path);
    rmdir (folder);
    return good ? 0 : 1;
  }
}
