/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "core/base/trh-file.h"
#include "core/exchange/trh-archive.h"
#include "core/exchange/trh-archived-sums.h"
#include "core/voting/trh-urn.h"
#include "folders.h"
#include "poll-fixture.h"
#include "read-pdf.h"

/* What is kept of a counted vote: whole, the same bytes each time, and nothing in its place when something fails. */

static const char season[] =
  "{\"format\":\"transhumance\",\"version\":1,\"id\":\"p\",\"communes\":[{\"insee\":\"05166\",\"name\":\"Serres\"},"
  "{\"insee\":\"05126\",\"name\":\"Rosans\"}]}";
static const char *const names[] = { "A", "B", "C", NULL };

typedef struct {
  PollFixture vote;
  char       *folder; /* on the stick of somebody */
  char       *path;   /* of the archive */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer id)
{
  const PollCase ticks = { id, TRH_BALLOT_APPROVAL, "av", 1, TRH_TIES_KEPT, NULL, NULL };
  g_autoptr(GBytes) bytes = g_bytes_new_static (season, sizeof season - 1);
  g_autoptr(TrhProject) project = trh_project_from_bytes (bytes, NULL);
  g_autofree char *first = g_strconcat (id, "-1", NULL);
  g_autofree char *second = g_strconcat (id, "-2", NULL);
  const gboolean few = g_str_equal (id, "few");

  poll_fixture_set_up (&fixture->vote, trh_workspace_new (project, NULL), &ticks, names);
  poll_fixture_hold (&fixture->vote, first, "05166", few ? "4 AB, 1 -" : "7 AB, 5 A, 1 -");
  poll_fixture_hold (&fixture->vote, second, "05126", few ? "3 BC" : "12 BC");
  fixture->folder = g_dir_make_tmp ("trh-archive-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "vote", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer id)
{
  poll_fixture_clear (&fixture->vote);
  folder_remove (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static TrhArchive *
make (Fixture *fixture, GError **error)
{
  return trh_archive_new (trh_workspace_get_project (fixture->vote.workspace),
                          trh_entity_peek_record (TRH_ENTITY (fixture->vote.poll)), NULL, error);
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* What is in a folder, sorted, hidden files too. */
static char *
list (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (found, g_strdup (name));
  g_ptr_array_sort (found, compare_texts);
  g_ptr_array_add (found, NULL);
  return g_strjoinv ("|", (char **) found->pdata);
}

static char *
load (const char *folder, const char *name, gsize *length)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, length, NULL));
  return text;
}

/* Each line of the list is what sha256sum would say; each file but the list itself has its line. */
static void
check_fingerprints (const char *folder)
{
  g_autofree char *text = load (folder, "SHA256SUMS", NULL);
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);
  guint n = 0;

  for (; *lines[n] != '\0'; n++)
    {
      gsize length;
      g_autofree char *file = load (folder, lines[n] + 66, &length);
      g_autofree char *hash = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) file, length);

      g_assert_true (g_str_has_prefix (lines[n], hash));
      g_assert_cmpmem (lines[n] + 64, 2, "  ", 2);
    }
  g_assert_cmpuint (n, ==, 7);
}

static void
test_whole (Fixture *fixture, gconstpointer id)
{
  g_autofree char *again = g_build_filename (fixture->folder, "again", NULL);
  g_autofree char *session = g_strconcat (id, "-1", NULL);
  g_autofree char *urn = trh_urn_get_path (session);
  g_autoptr(TrhArchive) archive = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *listed = NULL, *first = NULL, *second = NULL, *sealed = NULL, *kept = NULL, *sums = NULL;
  gsize length, kept_length;

  g_assert_null (make (fixture, &error));
  g_assert_error (error, TRH_ARCHIVE_ERROR, TRH_ARCHIVE_ERROR_TOO_EARLY);
  g_clear_error (&error);
  poll_fixture_count (&fixture->vote, NULL);
  archive = make (fixture, &error);
  g_assert_no_error (error);
  g_assert_true (trh_archive_save (archive, fixture->path, &error));
  g_assert_no_error (error);
  listed = list (fixture->path);
  g_assert_cmpstr (listed, ==, "Minutes of Rosans.pdf|Minutes of Serres.pdf|Minutes of all sessions.pdf|README.txt|Rosans.urn|"
                               "SHA256SUMS|Serres.urn|sums.json");
  check_fingerprints (fixture->path);

  /* the urn is the one that was closed, byte for byte */
  g_assert_true (g_file_get_contents (urn, &sealed, &length, NULL));
  kept = load (fixture->path, "Serres.urn", &kept_length);
  g_assert_cmpmem (sealed, length, kept, kept_length);
  sums = load (fixture->path, "sums.json", NULL);
  g_assert_nonnull (strstr (sums, "\"voices\": 19")); /* of B */
  g_assert_null (strstr (sums, "sealed"));

  /* the same vote, the same bytes; and never over what is there */
  g_assert_true (trh_archive_save (archive, again, &error));
  first = load (fixture->path, "SHA256SUMS", NULL);
  second = load (again, "SHA256SUMS", NULL);
  g_assert_cmpstr (first, ==, second);
  g_assert_false (trh_archive_save (archive, again, &error));
  g_assert_error (error, TRH_ARCHIVE_ERROR, TRH_ARCHIVE_ERROR_EXISTS);
}

/* A missing or another urn is told with its town, and no folder is left. */
static void
test_refused (Fixture *fixture, gconstpointer id)
{
  g_autofree char *session = g_strconcat (id, "-2", NULL);
  g_autofree char *urn = trh_urn_get_path (session);
  g_autofree char *left = NULL;
  g_autoptr(TrhArchive) archive = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;
  gsize length;

  poll_fixture_count (&fixture->vote, NULL);
  archive = make (fixture, NULL);
  g_assert_true (g_file_get_contents (urn, &text, &length, NULL));
  g_assert_true (g_file_set_contents (urn, text, (gssize) length - 1, NULL));
  g_assert_false (trh_archive_save (archive, fixture->path, &error));
  g_assert_error (error, TRH_ARCHIVE_ERROR, TRH_ARCHIVE_ERROR_URN);
  g_assert_true (g_str_has_prefix (error->message, "Rosans"));
  g_clear_error (&error);
  g_assert_cmpint (g_unlink (urn), ==, 0);
  g_assert_false (trh_archive_save (archive, fixture->path, &error));
  g_assert_error (error, TRH_ARCHIVE_ERROR, TRH_ARCHIVE_ERROR_URN);
  g_assert_true (g_str_has_prefix (error->message, "Rosans"));
  left = list (fixture->folder);
  g_assert_cmpstr (left, ==, "");
}

/* The words of a page, or NULL where poppler is not installed. */
static char *
read_pages (const char *folder, const char *name)
{
  gsize length;
  char *bytes = load (folder, name, &length);
  g_autoptr(GBytes) pdf = g_bytes_new_take (bytes, length);

  return read_pdf_text (pdf, TRUE);
}

/* The urns of the archive are counted again, and give what its sums say. */
static gboolean
agrees (Fixture *fixture, const char *text)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr(GError) error = NULL;
  g_autoptr(TrhArchivedSums) sums = trh_archived_sums_parse (bytes, &error);
  g_autoptr(TrhUrnSet) urns = trh_urn_set_new ();
  g_autoptr(TrhOpening) opening = NULL;

  g_assert_no_error (error);
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *urn = g_build_filename (fixture->path, i == 0 ? "Serres.urn" : "Rosans.urn", NULL);

      trh_urn_set_load (urns, urn, NULL, &error);
      g_assert_no_error (error);
    }
  opening = trh_archived_sums_make_opening (sums, urns, &error);
  g_assert_no_error (error);
  trh_opening_set_keys (opening, fixture->vote.keys_path, poll_passphrases);
  g_assert_true (trh_opening_run (opening, &error));
  return trh_archived_sums_agree (sums, opening);
}

/* P11, of a whole vote: seven of eight ballots name somebody. Papers say who is chosen and how many voted, the season what
 * the bureau saw. */
static void
test_few (Fixture *fixture, gconstpointer id)
{
  static const char *const figures[] = { "\"voices\"", "\"turns\"", "\"score\"", "\"sentence\"", "\"compared\"", "\"blank\": 1" };
  static const char *const pages[] = { "Minutes of all sessions.pdf", "Minutes of Serres.pdf", "Minutes of Rosans.pdf" };
  const TrhResultRecord *total = poll_fixture_count (&fixture->vote, NULL);
  g_autoptr(TrhArchive) archive = make (fixture, NULL);
  g_autofree char *sums = NULL;

  g_assert_cmpint (((const TrhTallyRecord *) total->tallies->pdata[1])->voices, ==, 7);
  g_assert_true (trh_archive_save (archive, fixture->path, NULL));
  sums = load (fixture->path, "sums.json", NULL);
  g_assert_nonnull (strstr (sums, "\"bureau_only\": true"));
  g_assert_nonnull (strstr (sums, "\"ballots\": 8"));
  g_assert_nonnull (strstr (sums, "\"elected\": true"));
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    g_assert_null (strstr (sums, figures[i]));
  g_assert_true (agrees (fixture, sums));
  {
    char *chosen = strstr (sums, "\"elected\": true");

    memcpy (chosen, "\"tied\": true   ", 15); /* somebody else is said to be chosen */
    g_assert_false (agrees (fixture, sums));
  }
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *text = read_pages (fixture->path, pages[i]);

      if (text == NULL)
        continue; /* poppler is not installed */
      g_assert_true (g_regex_match_simple ("[Ff]ewer\\s+than\\s+ten", text, 0, 0));
      g_assert_null (strstr (text, "seven")); /* the voices of B, in letters; nor the sentence with them */
      g_assert_null (strstr (text, "of 7"));
      g_assert_false (g_regex_match_simple ("(Blank|Expressed) +[0-9]", text, 0, 0));
      if (i == 0)
        g_assert_nonnull (strstr (text, "chosen"));
    }
}

/* A place where nothing can be written: told, and nothing is left. */
static void
test_no_place (Fixture *fixture, gconstpointer id)
{
  g_autofree char *nowhere = g_build_filename (fixture->folder, "missing", "vote", NULL);
  g_autoptr(TrhArchive) archive = NULL;
  g_autoptr(GError) error = NULL;

  poll_fixture_count (&fixture->vote, NULL);
  archive = make (fixture, NULL);
  g_assert_false (trh_archive_save (archive, nowhere, &error));
  g_assert_true (error->domain == TRH_FILE_ERROR);
}

int
main (int argc, char *argv[])
{
  g_autofree char *home = g_dir_make_tmp ("trh-archive-home-XXXXXX", NULL);

  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/exchange/archive/whole", Fixture, "whole", set_up, test_whole, tear_down);
  g_test_add ("/exchange/archive/refused", Fixture, "refused", set_up, test_refused, tear_down);
  g_test_add ("/exchange/archive/few", Fixture, "few", set_up, test_few, tear_down);
  g_test_add ("/exchange/archive/no-place", Fixture, "no-place", set_up, test_no_place, tear_down);

  return g_test_run ();
}
