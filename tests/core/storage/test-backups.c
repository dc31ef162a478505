/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/storage/trh-backups.h"

#include "core/model/trh-migrations.h"
#include "storage-fixture.h"

#define KEY "0123456789abcdef"

/* A run of kept versions, one after the other in the order of their numbers. */
typedef struct {
  const char *date; /* of the first, "%Y-%m-%dT%H:%M:%S" in UTC, where the tests live */
  guint       n;
  int         apart_s; /* seconds from one to the next */
  const char *why;
} Run;

static const struct {
  const char *name;
  Run         runs[4];
  const char *survivors; /* numbers, as one counts them by hand */
} cases[] = {
  /* the last ten of one day */
  { "one-day", { { "2027-06-01T09:00:00", 14, 360, "auto" } }, "5-14" },
  /* mornings and evenings of 40 days, numbers 1 to 80: the last ten are the days 36 to 40 whole (71 to 80), and of the
   * days 11 to 35 the evening stays: 22, 24 … 70 */
  { "two-a-day", { { "2027-06-01T09:00:00", 80, 12 * 3600, "auto" } },
    "22 24 26 28 30 32 34 36 38 40 42 44 46 48 50 52 54 56 58 60 62 64 66 68 70-80" },
  /* both sides of midnight, at the end of a year and of a leap February: the last of each day, and the last ten */
  { "midnight", { { "2027-12-31T23:59:58", 4, 1, "auto" }, { "2028-02-29T23:59:59", 2, 1, "auto" },
                  { "2028-03-02T08:00:00", 12, 60, "auto" } }, "2 4-6 9-18" },
  /* the computer once believed in 2031: what came after counts as later, and the day of the future is one of the days */
  { "clock-jumps-back", { { "2031-01-01T10:00:00", 3, 60, "auto" }, { "2027-06-01T10:00:00", 12, 60, "auto" } }, "3 6-15" },
  /* a clock that stands still */
  { "same-second", { { "2027-06-01T09:00:00", 12, 0, "auto" } }, "3-12" },
  /* one each day of forty: the thirty last, of which the first ten days go */
  { "one-a-day", { { "2027-01-10T09:00:00", 40, 24 * 3600, "auto" } }, "11-40" },
  /* a month without work in between: days that have a version count, not the calendar */
  { "months-apart", { { "2026-01-01T09:00:00", 2, 60, "auto" }, { "2027-06-01T09:00:00", 11, 60, "auto" } }, "2 4-13" },
  /* what stood before a migration or a merge stays longer, ten of them */
  { "special", { { "2027-06-01T09:00:00", 12, 60, "migrated" }, { "2027-06-01T12:00:00", 12, 60, "auto" } }, "3-12 15-24" },
  { "few", { { "2027-06-01T09:00:00", 3, 60, "saved" } }, "1-3" },
};

static void
keep_runs (const char *folder, const Run *runs)
{
  guint number = 0;

  for (; runs->n > 0; runs++)
    {
      g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
      g_autoptr(GDateTime) first = g_date_time_new_from_iso8601 (runs->date, utc);

      for (guint i = 0; i < runs->n; i++)
        {
          g_autoptr(GDateTime) time = g_date_time_add_seconds (first, (double) runs->apart_s * i);
          g_autofree char *date = g_date_time_format (time, "%Y%m%dT%H%M%SZ");
          g_autofree char *name = g_strdup_printf ("%06u-%s-" KEY "-%s.transhumance", ++number, date, runs->why);
          g_autofree char *path = g_build_filename (folder, "versions", name, NULL);

          write_file (path, "x", -1);
        }
    }
}

/* Numbers in order, what follows one another as a range. */
static char *
say_numbers (const char *folder)
{
  g_autoptr(GPtrArray) backups = trh_backups_list (folder);
  GString *text = g_string_new (NULL);

  for (guint i = backups->len; i > 0;)
    {
      guint first = ((TrhBackup *) backups->pdata[--i])->number, last = first;

      while (i > 0 && ((TrhBackup *) backups->pdata[i - 1])->number == last + 1)
        last = ((TrhBackup *) backups->pdata[--i])->number;
      g_string_append_printf (text, last > first + 1 ? "%s%u-%u" : last > first ? "%s%u %u" : "%s%u", text->len > 0 ? " " : "",
                              first, last);
    }
  return g_string_free (text, FALSE);
}

static void
test_pruning (Home *home, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folder = g_build_filename (home->folder, cases[i].name, NULL);
      g_autofree char *versions = g_build_filename (folder, "versions", NULL);
      g_autofree char *foreign = g_build_filename (versions, "letter.txt", NULL);
      g_autofree char *survivors = NULL;

      g_assert_cmpint (g_mkdir_with_parents (versions, 0700), ==, 0);
      write_file (foreign, "not ours", -1);
      keep_runs (folder, cases[i].runs);
      for (guint again = 0; again < 2; again++) /* the second time there is nothing to do */
        {
          trh_backups_prune (folder);
          g_free (survivors);
          survivors = say_numbers (folder);
          g_test_message ("%s", cases[i].name);
          g_assert_cmpstr (survivors, ==, cases[i].survivors);
        }
      g_assert_true (g_file_test (foreign, G_FILE_TEST_EXISTS));
    }
}

/* What a save asks for. */
static gboolean
wants (const char *folder, Home *home, const char *hash, TrhKept why)
{
  g_autofree char *path = trh_backups_plan (folder, home->path, hash, why);

  if (path != NULL)
    write_file (path, "x", -1);
  return path != NULL;
}

/* A save by itself keeps what it replaces some minutes after the last time; one that means something, always; the same
 * content, never twice in a row. */
static void
test_planning (Home *home, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (home->folder, "kept", NULL);
  g_autofree char *numbers = NULL;
  g_autoptr(GPtrArray) backups = NULL;
  const Run future[] = { { "2090-01-01T00:00:00", 7, 60, "auto" }, { NULL, 0, 0, NULL } };

  g_assert_true (wants (folder, home, "aaaaaaaaaaaaaaaaaaaa", TRH_KEPT_BY_ITSELF));
  g_assert_false (wants (folder, home, "bbbbbbbbbbbbbbbbbbbb", TRH_KEPT_BY_ITSELF));
  g_assert_true (wants (folder, home, "bbbbbbbbbbbbbbbbbbbb", TRH_KEPT_SAVED));
  g_assert_false (wants (folder, home, "bbbbbbbbbbbbbbbbbbbb", TRH_KEPT_MERGED));
  g_assert_true (wants (folder, home, "cccccccccccccccccccc", TRH_KEPT_MERGED));
  g_assert_false (wants (folder, home, "short", TRH_KEPT_MERGED));
  backups = trh_backups_list (folder);
  g_assert_cmpuint (backups->len, ==, 3);
  g_assert_cmpint (((TrhBackup *) backups->pdata[0])->kept, ==, TRH_KEPT_MERGED);
  g_assert_cmpint (((TrhBackup *) backups->pdata[1])->kept, ==, TRH_KEPT_SAVED);
  g_assert_cmpstr (((TrhBackup *) backups->pdata[2])->key, ==, "aaaaaaaaaaaaaaaa");

  /* the newest one seems to be of the future: the clock was put right, and nothing is held back by it */
  keep_runs (folder, future);
  g_assert_true (wants (folder, home, "dddddddddddddddddddd", TRH_KEPT_BY_ITSELF));
}

static void
test_reasons (void)
{
  g_assert_cmpint (trh_backups_choose_kept (TRH_PROJECT_VERSION - 1), ==, TRH_KEPT_MIGRATED);
  g_assert_cmpint (trh_backups_choose_kept (TRH_PROJECT_VERSION), ==, TRH_KEPT_OPENED);
  for (TrhKept kept = 0; kept < TRH_N_KEPT; kept++)
    {
      const TrhBackup backup = { .kept = kept };

      g_assert_cmpstr (trh_backup_say (&backup), !=, "");
    }
}

int
main (int argc, char *argv[])
{
  g_autofree char *home = home_begin ();
  int status;

  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/storage/backups/" name, Home, NULL, home_set_up, function, home_tear_down)
  ADD ("pruning", test_pruning);
  ADD ("planning", test_planning);
  g_test_add_func ("/storage/backups/reasons", test_reasons);
  status = g_test_run ();
  if (home != NULL)
    folder_remove (home);
  return status;
}
