/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>

#include "core/base/trh-file.h"
#include "core/voting/trh-count.h"

/*
 * bench-count TRANSHUMANCES-CLI: how long `count` takes from its start to its end, file read and result written,
 * for every rule: 100 000 distinct approval ballots for 40 candidates and 10 seats, and 1 000 ballots for 60
 * candidates. What counts is the processor's time of the best of a few runs, the program has one thread: on a
 * machine with nothing else to do that is the time that passes, which is printed too.
 */

#define ROUNDS 5

typedef struct {
  const char *name;
  guint n_ballots, n_candidates, one_in; /* a ballot names one candidate in so many */
  guint most_ms, most_gmp_ms; /* for all rules; for those that need fractions of any size */
} Size;

static const Size sizes[] = {
  { "100 000 × 40", 100000, 40, 2, 300, 600 },
  { "1 000 × 60", 1000, 60, 3, 20, 20 },
};

static TrhElection *
invent (const Size *size, TrhBallotPaperKind kind, GRand *random)
{
  static const char *const grades[] = { "1", "2", "3", "4", "5", "6", NULL };
  g_auto(GStrv) names = g_new0 (char *, size->n_candidates + 1);
  g_autofree guint8 *marks = g_new0 (guint8, size->n_candidates);
  TrhElection *election;

  for (guint c = 0; c < size->n_candidates; c++)
    names[c] = g_strdup_printf ("c%02u", c);
  election = trh_election_new (kind, (const char *const *) names);
  election->grades = kind == TRH_BALLOT_PAPER_GRADES ? g_strdupv ((char **) grades) : NULL;
  election->seats = 10;
  while (trh_ballots_get_n_lines (election->ballots) < size->n_ballots)
    {
      memset (marks, 0, size->n_candidates);
      if (kind == TRH_BALLOT_PAPER_RANKING)
        for (guint8 rank = 1; rank <= 10; )
          {
            guint8 *mark = &marks[g_rand_int_range (random, 0, (gint32) size->n_candidates)];

            if (*mark == 0)
              *mark = rank++;
          }
      else
        for (guint c = 0; c < size->n_candidates; c++)
          marks[c] = kind == TRH_BALLOT_PAPER_GRADES
                     ? (guint8) g_rand_int_range (random, 0, 7)
                     : g_rand_int_range (random, 0, (gint32) size->one_in) == 0;
      trh_ballots_add (election->ballots, marks, 1);
      if (trh_ballots_get_n_lines (election->ballots) == size->n_ballots)
        trh_ballots_normalise (election->ballots); /* equal ones become one line: then some more are drawn */
    }
  return election;
}

typedef struct {
  gint64 busy_us;
  gint64 passed_us;
} Time;

/* What all programs that ended have used. */
static gint64
used_us (void)
{
  struct rusage usage;

  getrusage (RUSAGE_CHILDREN, &usage);
  return (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * G_USEC_PER_SEC + usage.ru_utime.tv_usec + usage.ru_stime.tv_usec;
}

static Time
measure (const char *program, const char *path, const char *rule)
{
  const char *const words[] = { program, "count", path, "--rule", rule, "--json", NULL };
  Time best = { G_MAXINT64, G_MAXINT64 };

  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *out = NULL;
      gint64 start_us = g_get_monotonic_time ();
      gint64 before_us = used_us ();
      int status = -1;

      if (!g_spawn_sync (NULL, (char **) words, NULL, G_SPAWN_DEFAULT, NULL, NULL, &out, NULL, &status, &error) ||
          !g_spawn_check_wait_status (status, &error))
        g_error ("%s: %s", rule, error->message);
      best.passed_us = MIN (best.passed_us, g_get_monotonic_time () - start_us);
      best.busy_us = MIN (best.busy_us, used_us () - before_us);
    }
  return best;
}

int
main (int argc, char *argv[])
{
  g_autoptr(GRand) random = g_rand_new_with_seed (20261114);
  g_autoptr(GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("bench-count-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "ballots.json", NULL);
  const TrhMethod *const *methods = trh_method_get_all ();
  guint n_slow = 0;

  g_assert (argc == 2 && folder != NULL);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (TrhBallotPaperKind kind = TRH_BALLOT_PAPER_APPROVAL; kind <= TRH_BALLOT_PAPER_RANKING; kind++)
      {
        g_autoptr(TrhElection) election = NULL;
        g_autoptr(GBytes) bytes = NULL;

        if (kind != TRH_BALLOT_PAPER_APPROVAL && sizes[i].n_ballots > 1000)
          continue;
        election = invent (&sizes[i], kind, random);
        bytes = trh_election_print (election);
        if (!trh_file_save (path, bytes, &error))
          g_error ("%s", error->message);
        for (guint m = 0; methods[m] != NULL; m++)
          {
            const guint most_ms = strstr (methods[m]->id, "phragmen") != NULL ? sizes[i].most_gmp_ms : sizes[i].most_ms;
            Time time;

            if (methods[m]->kind != kind)
              continue;
            time = measure (argv[1], path, methods[m]->id);
            n_slow += time.busy_us > most_ms * 1000;
            printf ("%-12s %-13s %4d ms, at most %u%s (%d ms passed)\n", sizes[i].name, methods[m]->id,
                    (int) (time.busy_us / 1000), most_ms, time.busy_us > most_ms * 1000 ? ": TOO SLOW" : "",
                    (int) (time.passed_us / 1000));
          }
      }
  g_remove (path);
  g_rmdir (folder);
  return n_slow > 0;
}
