/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "core/base/trh-file.h"
#include "core/base/trh-limits.h"
#include "core/exchange/trh-purge.h"
#include "core/voting/trh-roll.h"
#include "core/voting/trh-urn.h"
#include "poll-fixture.h"
#include "read-pdf.h"

/* P16: at the date on the minutes the rolls, the sealed urns and the keys are destroyed; minutes and sums stay. */

#define PURGE_DAY 20922

static const char season[] =
  "{\"format\":\"transhumance\",\"version\":1,\"id\":\"p\",\"communes\":[{\"insee\":\"05166\",\"name\":\"Serres\"},"
  "{\"insee\":\"05126\",\"name\":\"Rosans\"}]}";
static const char *const names[] = { "Ana Ruiz", "Jo Blanc", "Camille Serre", NULL };
static const char voters[] = "Zoé Larmandier;1950\nÉlie Roubaud\n"; /* on no other paper */

typedef struct {
  PollFixture vote;
  char       *rolls[2];
  char       *urns[2];
  char       *stray; /* of an interrupted save of a roll */
} Fixture;

static TrhPollRecord *
get_poll (Fixture *fixture)
{
  return (TrhPollRecord *) trh_entity_peek_record (TRH_ENTITY (fixture->vote.poll));
}

static void
set_up (Fixture *fixture, gconstpointer id)
{
  const PollCase ticks = { id, TRH_BALLOT_APPROVAL, "av", 1, TRH_TIES_KEPT, NULL, NULL };
  g_autoptr(GBytes) bytes = g_bytes_new_static (season, sizeof season - 1);
  g_autoptr(TrhProject) project = trh_project_from_bytes (bytes, NULL);

  poll_fixture_set_up (&fixture->vote, trh_workspace_new (project, NULL), &ticks, names);
  get_poll (fixture)->purge_day = PURGE_DAY;
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *session = g_strdup_printf ("%s-%u", (const char *) id, i);
      g_autoptr(TrhRoll) roll = trh_roll_new (session, PURGE_DAY);
      g_autoptr(GBytes) written = NULL;

      poll_fixture_hold (&fixture->vote, session, i == 0 ? "05166" : "05126", i == 0 ? "7 AB, 5 A, 1 -" : "12 BC");
      trh_roll_import (roll, voters, NULL);
      written = trh_roll_print (roll);
      fixture->rolls[i] = trh_roll_get_path (session);
      fixture->urns[i] = trh_urn_get_path (session);
      g_assert_true (trh_roll_write (fixture->rolls[i], written, NULL));
    }
  fixture->stray = g_strconcat (fixture->rolls[0], ".AB12CD", NULL);
  g_assert_true (g_file_set_contents (fixture->stray, voters, -1, NULL));
}

static void
tear_down (Fixture *fixture, gconstpointer id)
{
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *folder = g_path_get_dirname (fixture->urns[i]);

      g_unlink (fixture->rolls[i]);
      g_unlink (fixture->urns[i]);
      g_rmdir (folder);
      g_free (fixture->rolls[i]);
      g_free (fixture->urns[i]);
    }
  g_unlink (fixture->stray);
  g_unlink (fixture->vote.keys_path);
  g_free (fixture->stray);
  poll_fixture_clear (&fixture->vote);
}

static gboolean
all_there (Fixture *fixture)
{
  gboolean there = g_file_test (fixture->stray, G_FILE_TEST_EXISTS) && g_file_test (fixture->vote.keys_path, G_FILE_TEST_EXISTS);

  for (guint i = 0; i < 2; i++)
    there = there && g_file_test (fixture->rolls[i], G_FILE_TEST_EXISTS) && g_file_test (fixture->urns[i], G_FILE_TEST_EXISTS);
  return there;
}

static TrhPurge *
make (Fixture *fixture, int today, GError **error)
{
  return trh_purge_new (trh_workspace_get_project (fixture->vote.workspace), get_poll (fixture), today, error);
}

/* Whether a word is in any file below @folder, or in the name of one. */
static gboolean
is_anywhere (const char *folder, const char *word)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;
      gsize length;

      if (strstr (name, word) != NULL || (g_file_test (path, G_FILE_TEST_IS_DIR) && is_anywhere (path, word)) ||
          (g_file_get_contents (path, &text, &length, NULL) && memmem (text, length, word, strlen (word)) != NULL))
        return TRUE;
    }
  return FALSE;
}

static char *
read_pages (TrhSheet *sheet)
{
  g_autoptr(GBytes) pdf = trh_sheet_print (sheet, NULL, NULL);

  g_assert_nonnull (pdf);
  return read_pdf_text (pdf, TRUE);
}

/* Nothing is left to destroy; (transfer full) (nullable): what the certificate says, where it can be read. */
static char *
end (Fixture *fixture, TrhPurge *purge)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TrhPurge) again = NULL;
  g_autoptr(TrhSheet) certificate = trh_purge_certify (purge, "Lise Blanc", PURGE_DAY, 10 * 60);

  g_assert_false (trh_purge_is_due (trh_workspace_get_project (fixture->vote.workspace), get_poll (fixture), PURGE_DAY));
  again = make (fixture, PURGE_DAY, &error);
  g_assert_null (again);
  g_assert_error (error, TRH_PURGE_ERROR, TRH_PURGE_ERROR_NOTHING);
  return read_pages (certificate);
}

static void
test_destroyed (Fixture *fixture, gconstpointer id)
{
  static const TrhPurgeKind kinds[] = { TRH_PURGE_ROLL, TRH_PURGE_REST, TRH_PURGE_URN, TRH_PURGE_ASIDE, TRH_PURGE_ROLL,
                                        TRH_PURGE_URN, TRH_PURGE_KEYS };
  g_autofree char *aside = g_strdup_printf ("%.*s-0123456789abcdef.urn",
                                            (int) (strlen (fixture->urns[0]) - strlen (".urn")), fixture->urns[0]);
  TrhProject *project = trh_workspace_get_project (fixture->vote.workspace);
  g_autofree char *data = g_build_filename (g_get_user_data_dir (), "transhumances", NULL);
  g_autofree char *folder = g_path_get_dirname (fixture->urns[0]);
  g_autoptr(GError) error = NULL;
  g_autoptr(TrhPurge) purge = NULL;
  g_autoptr(GBytes) before = NULL;
  g_autoptr(GBytes) after = NULL;
  g_autofree char *text = NULL;

  poll_fixture_count (&fixture->vote, NULL);
  before = trh_project_to_bytes (project);
  g_assert_true (g_file_set_contents (aside, "an urn that was replaced", -1, NULL));
  g_assert_true (is_anywhere (data, "Larmandier"));
  g_assert_true (trh_purge_is_due (project, get_poll (fixture), PURGE_DAY));
  purge = make (fixture, PURGE_DAY, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (trh_purge_get_n (purge), ==, G_N_ELEMENTS (kinds));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_assert_cmpint (trh_purge_peek (purge, i)->kind, ==, kinds[i]);
  g_assert_true (all_there (fixture)); /* nothing yet */

  g_assert_true (trh_purge_run (purge, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_assert_true (trh_purge_peek (purge, i)->destroyed);
      g_assert_false (g_file_test (trh_purge_peek (purge, i)->path, G_FILE_TEST_EXISTS));
    }
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
  g_assert_false (is_anywhere (data, "Larmandier"));
  g_assert_false (is_anywhere (data, "Roubaud"));
  after = trh_project_to_bytes (project);
  g_assert_true (g_bytes_equal (before, after)); /* minutes and sums */
  text = end (fixture, purge);
  if (text == NULL)
    return;
  g_assert_nonnull (strstr (text, "Lise Blanc"));
  g_assert_nonnull (strstr (text, "Rosans"));
  g_assert_nonnull (strstr (text, "As the keys are destroyed"));
  g_assert_null (strstr (text, "Larmandier"));
  g_assert_null (strstr (text, "Not destroyed"));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *begins = g_strndup (trh_purge_peek (purge, i)->sha256, 24); /* a fingerprint takes two lines */

      g_assert_nonnull (strstr (text, begins));
    }
}

static void
assert_refused (Fixture *fixture, int today, const char *words)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (make (fixture, today, &error));
  g_assert_error (error, TRH_PURGE_ERROR, TRH_PURGE_ERROR_TOO_EARLY);
  g_assert_nonnull (strstr (error->message, words));
  g_assert_false (trh_purge_is_due (trh_workspace_get_project (fixture->vote.workspace), get_poll (fixture), today));
  g_assert_true (all_there (fixture));
}

/* Never before the count, never before the date, never while one town is not counted. */
static void
test_too_early (Fixture *fixture, gconstpointer id)
{
  TrhProject *project = trh_workspace_get_project (fixture->vote.workspace);
  g_autoptr(GPtrArray) sessions = trh_poll_find_sessions (project, id);

  assert_refused (fixture, PURGE_DAY + 1000, "This vote is not counted");
  poll_fixture_count (&fixture->vote, NULL);
  assert_refused (fixture, PURGE_DAY - 1, "14 April 2027");
  ((TrhResultRecord *) trh_entity_peek_record (sessions->pdata[1]))->state = TRH_RESULT_CLOSED;
  assert_refused (fixture, PURGE_DAY, "Rosans");
}

/* What is not the file of the minutes is left alone, and all the rest with it. */
static void
test_foreign (Fixture *fixture, gconstpointer id)
{
  g_autofree char *urn = NULL, *keys = NULL;
  g_autoptr(TrhKeys) others = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;
  gsize length;

  poll_fixture_count (&fixture->vote, NULL);
  g_assert_true (g_file_get_contents (fixture->urns[1], &urn, &length, NULL));
  urn[length / 2] ^= 1;
  g_assert_true (g_file_set_contents (fixture->urns[1], urn, (gssize) length, NULL));
  for (guint round = 0; round < 2; round++)
    {
      g_autoptr(TrhPurge) purge = make (fixture, PURGE_DAY, NULL);

      g_assert_false (trh_purge_run (purge, &error));
      g_assert_error (error, TRH_PURGE_ERROR, TRH_PURGE_ERROR_FOREIGN);
      g_assert_nonnull (strstr (error->message, round == 0 ? fixture->urns[1] : fixture->vote.keys_path));
      g_assert_true (all_there (fixture));
      g_clear_error (&error);
      urn[length / 2] ^= 1; /* the urn is right again, the keys are another vote's */
      g_assert_true (g_file_set_contents (fixture->urns[1], urn, (gssize) length, NULL));
      others = round == 0 ? trh_keys_new (id, (const char *const[]) { "A", "B" }, poll_passphrases, (TrhSealCost) { 1, 64 }, NULL)
                          : others;
      g_clear_pointer (&bytes, g_bytes_unref);
      bytes = trh_keys_print (others);
      g_assert_true (trh_file_save (fixture->vote.keys_path, bytes, NULL));
    }
}

/* An urn of the vote of @fixture under another session, with a roll; (transfer full). */
static char *
leave_urn (Fixture *fixture, const char *session_id, const char *poll_id, gsize cut)
{
  g_autoptr(TrhUrnContent) urn = trh_urn_load (fixture->urns[0], NULL, NULL);
  g_autoptr(TrhRoll) roll = trh_roll_new (session_id, PURGE_DAY);
  g_autoptr(GBytes) people = NULL, whole = NULL, written = NULL;
  g_autofree char *roll_path = trh_roll_get_path (session_id);
  char *path = trh_urn_get_path (session_id);

  g_free (urn->session_id);
  urn->session_id = g_strdup (session_id);
  g_free (urn->poll_id);
  urn->poll_id = g_strdup (poll_id);
  whole = trh_urn_content_print (urn);
  written = g_bytes_new_from_bytes (whole, 0, g_bytes_get_size (whole) - cut);
  g_assert_true (trh_urn_keep (path, written, NULL));
  trh_roll_import (roll, voters, NULL);
  people = trh_roll_print (roll);
  g_assert_true (trh_roll_write (roll_path, people, NULL));
  return path;
}

/* Urns of the vote that the season does not name, or says to be called off: whole, cut off, or only what a save left; with
 * their rolls. Those of another vote stay. */
static void
test_strays (Fixture *fixture, gconstpointer id)
{
  g_autofree char *data = g_build_filename (g_get_user_data_dir (), "transhumances", NULL);
  g_autofree char *whole = NULL, *cut = NULL, *saved = NULL, *temporary = NULL, *other = NULL, *off = NULL, *text = NULL;
  g_autofree char *other_roll = trh_roll_get_path ("purge-other"), *other_folder = NULL;
  g_autoptr(TrhPurge) purge = NULL;
  g_autoptr(GError) error = NULL;
  TrhResultRecord *called_off = trh_record_new (&trh_result_schema, "purge-off");
  g_autoptr(TrhEdit) edit = trh_edit_new ("off");
  guint n = 0;

  trh_record_set_text (&called_off->poll_id, id);
  trh_record_set_text (&called_off->commune_id, "05126");
  called_off->state = TRH_RESULT_CALLED_OFF;
  trh_edit_insert (edit, called_off);
  g_assert_true (trh_workspace_perform (fixture->vote.workspace, edit));
  poll_fixture_count (&fixture->vote, NULL);

  whole = leave_urn (fixture, "purge-stray", id, 0);
  cut = leave_urn (fixture, "purge-cut", id, 200);
  saved = leave_urn (fixture, "purge-saved", id, 0);
  off = leave_urn (fixture, "purge-off", id, 0);
  other = leave_urn (fixture, "purge-other", "another-vote", 0);
  temporary = g_strconcat (saved, ".AB12CD", NULL);
  g_assert_cmpint (g_rename (saved, temporary), ==, 0);

  purge = make (fixture, PURGE_DAY, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < trh_purge_get_n (purge); i++)
    if (trh_purge_peek (purge, i)->kind == TRH_PURGE_STRAY)
      {
        n++;
        g_assert_cmpstr (trh_purge_peek (purge, i)->place, ==,
                         g_str_equal (trh_purge_peek (purge, i)->path, cut) ? "" : "Serres, 13 ballots");
      }
  g_assert_cmpuint (n, ==, 3);
  g_assert_true (trh_purge_run (purge, &error));
  g_assert_no_error (error);
  g_assert_false (g_file_test (whole, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (cut, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (temporary, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (off, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (other, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (other_roll, G_FILE_TEST_EXISTS));
  g_assert_cmpint (g_unlink (other) + g_unlink (other_roll), ==, 0);
  other_folder = g_path_get_dirname (other);
  g_assert_cmpint (g_rmdir (other_folder), ==, 0);
  g_assert_false (is_anywhere (data, "Larmandier"));
  g_assert_false (is_anywhere (data, id));
  text = end (fixture, purge);
  if (text == NULL)
    return;
  g_assert_nonnull (strstr (text, "Sealed urn that"));
  g_assert_nonnull (strstr (text, "kits of the bags"));
}

/* The kit of the session in Serres, as the laptop of its town hall has it. */
static TrhKit *
make_kit (Fixture *fixture)
{
  g_autoptr(TrhUrnContent) urn = trh_urn_load (fixture->urns[0], NULL, NULL);
  g_autoptr(TrhBallotPaper) paper = trh_ballot_paper_new (TRH_BALLOT_PAPER_APPROVAL, "Qui accueillir ?");
  TrhKit *kit;

  for (guint i = 0; names[i] != NULL; i++)
    trh_ballot_paper_add_candidate (paper, (const char[]) { (char) ('A' + i), '\0' }, names[i], NULL);
  kit = trh_kit_new ("Qui accueillir ?", paper, trh_urn_content_empty (urn));
  kit->purge_day = PURGE_DAY;
  return kit;
}

static void
assert_kept (Fixture *fixture, const TrhKit *kit, int code, const char *words)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (trh_purge_new_for_kit (kit, &error));
  g_assert_error (error, TRH_PURGE_ERROR, code);
  g_assert_nonnull (strstr (error->message, words));
  g_assert_true (g_file_test (fixture->urns[0], G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (fixture->rolls[0], G_FILE_TEST_EXISTS));
}

/* The laptop of one session forgets its urn and its roll, and nothing else. */
static void
test_kit (Fixture *fixture, gconstpointer id)
{
  static const TrhPurgeKind kinds[] = { TRH_PURGE_ROLL, TRH_PURGE_REST, TRH_PURGE_URN };
  g_autoptr(TrhKit) kit = make_kit (fixture);
  g_autofree char *folder = g_path_get_dirname (fixture->urns[0]);
  g_autoptr(GError) error = NULL;
  g_autoptr(TrhPurge) purge = NULL;
  g_autoptr(TrhPurge) again = NULL;
  g_autoptr(TrhSheet) certificate = NULL;
  g_autofree char *text = NULL;

  assert_kept (fixture, kit, TRH_PURGE_ERROR_TOO_EARLY, "The keys of this vote are on this computer");
  g_assert_cmpint (g_unlink (fixture->vote.keys_path), ==, 0); /* a laptop never has them */
  purge = trh_purge_new_for_kit (kit, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (trh_purge_get_n (purge), ==, G_N_ELEMENTS (kinds));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_assert_cmpint (trh_purge_peek (purge, i)->kind, ==, kinds[i]);
  g_assert_true (trh_purge_run (purge, &error));
  g_assert_no_error (error);
  g_assert_false (g_file_test (fixture->urns[0], G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (fixture->rolls[0], G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (fixture->stray, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (fixture->urns[1], G_FILE_TEST_EXISTS)); /* another session's */
  g_assert_true (g_file_test (fixture->rolls[1], G_FILE_TEST_EXISTS));
  again = trh_purge_new_for_kit (kit, &error);
  g_assert_error (error, TRH_PURGE_ERROR, TRH_PURGE_ERROR_NOTHING);

  certificate = trh_purge_certify (purge, "Lise Blanc", PURGE_DAY, 10 * 60);
  text = read_pages (certificate);
  if (text == NULL)
    return;
  g_assert_nonnull (strstr (text, "Lise Blanc"));
  g_assert_nonnull (strstr (text, "The sealed urn that was returned"));
  g_assert_nonnull (strstr (text, "The keys never were on this computer"));
  g_assert_null (strstr (text, "Larmandier"));
}

/* An urn people still vote in, one of another kit, and one that changed since it was listed are left alone. */
static void
test_kit_kept (Fixture *fixture, gconstpointer id)
{
  g_autoptr(TrhKit) kit = make_kit (fixture);
  g_autoptr(TrhUrnContent) open = trh_urn_content_copy (kit->urn);
  g_autoptr(TrhPurge) purge = NULL;
  g_autoptr(GBytes) closed = NULL;
  g_autoptr(GBytes) bytes = trh_urn_content_print (open);
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (g_unlink (fixture->vote.keys_path), ==, 0);
  purge = trh_purge_new_for_kit (kit, &error);
  g_assert_no_error (error);
  closed = trh_file_load (fixture->urns[0], TRH_MAX_URN, NULL);
  g_assert_nonnull (closed);
  g_assert_true (trh_file_save (fixture->urns[0], bytes, NULL));
  assert_kept (fixture, kit, TRH_PURGE_ERROR_TOO_EARLY, "is not closed");
  g_assert_false (trh_purge_run (purge, &error)); /* it was opened meanwhile */
  g_assert_error (error, TRH_PURGE_ERROR, TRH_PURGE_ERROR_FOREIGN);
  g_assert_true (trh_file_save (fixture->urns[0], closed, NULL));
  kit->urn->public_key[0] ^= 1;
  assert_kept (fixture, kit, TRH_PURGE_ERROR_FOREIGN, "another kit");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/exchange/purge/destroyed", Fixture, "purge-destroyed", set_up, test_destroyed, tear_down);
  g_test_add ("/exchange/purge/strays", Fixture, "purge-strays", set_up, test_strays, tear_down);
  g_test_add ("/exchange/purge/too-early", Fixture, "purge-early", set_up, test_too_early, tear_down);
  g_test_add ("/exchange/purge/foreign", Fixture, "purge-foreign", set_up, test_foreign, tear_down);
  g_test_add ("/exchange/purge/kit", Fixture, "purge-kit", set_up, test_kit, tear_down);
  g_test_add ("/exchange/purge/kit-kept", Fixture, "purge-kit-kept", set_up, test_kit_kept, tear_down);

  return g_test_run ();
}
