/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "urns-fixture.h"

#include "core/base/trh-file.h"
#include "core/exchange/trh-arrivals.h"
#include "core/exchange/trh-poll-sums.h"
#include "core/voting/trh-bag-codes.h"
#include "core/voting/trh-fingerprint.h"
#include "core/voting/trh-urn.h"
#include "folders.h"
#include "core/workspace/trh-workspace.h"

/* Bags go out to two town halls, and their urns come back in any order, twice, changed, or from elsewhere. */

static void
assert_count_refused (Fixture *fixture, const char *words)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (trh_poll_make_opening (fixture->project, fixture->poll, NULL, &error));
  g_assert_error (error, TRH_POLL_ERROR, TRH_POLL_ERROR_STATE);
  g_assert_nonnull (strstr (error->message, words));
}

static void
test_return (Fixture *fixture, gconstpointer order)
{
  g_autoptr(GBytes) sederon = hold (fixture, "s1", "26560", "Coupure de courant");
  g_autoptr(GBytes) rosans = hold (fixture, "s2", "05126", NULL);
  g_autofree char *hash = trh_file_hash (sederon);
  GBytes *first[] = { GPOINTER_TO_INT (order) == 0 ? sederon : rosans };
  GBytes *all[] = { sederon, rosans, sederon };
  const TrhResultRecord *session;

  g_assert_cmpint (peek_poll (fixture)->state, ==, TRH_POLL_OPEN);
  assert_count_refused (fixture, "Close all sessions first");
  if (GPOINTER_TO_INT (order) == 0)
    {
      ASSERT_BRINGS (fixture, first, "1 kept, 0 known, Bring in an urn: Séderon");
      assert_count_refused (fixture, "A bag is not back yet: Rosans.");
    }
  else
    {
      ASSERT_BRINGS (fixture, first, "1 kept, 0 known, Bring in an urn: Rosans");
      assert_count_refused (fixture, "A bag is not back yet: Séderon.");
    }
  g_assert_cmpint (peek_poll (fixture)->state, ==, TRH_POLL_OPEN);
  ASSERT_BRINGS (fixture, all, GPOINTER_TO_INT (order) == 0 ? "2 kept, 1 known, Bring in an urn: Rosans"
                                                            : "2 kept, 1 known, Bring in an urn: Séderon");
  ASSERT_BRINGS (fixture, all, "2 kept, 2 known, nothing to note");
  g_assert_cmpint (peek_poll (fixture)->state, ==, TRH_POLL_CLOSED);

  session = trh_project_find_record (fixture->project, TRH_RESULTS, "s1");
  g_assert_cmpint (session->state, ==, TRH_RESULT_CLOSED);
  g_assert_cmpint (session->day, ==, 20010);
  g_assert_cmpint (session->opened, ==, 1025);
  g_assert_cmpint (session->closed, ==, 1200);
  g_assert_cmpstr (session->opened_by[0], ==, "Lise Blanc");
  g_assert_cmpstr (session->closed_by[0], ==, "Marc Arnaud");
  g_assert_cmpint (session->ballots, ==, 1);
  g_assert_cmpint (session->signatures, ==, 1);
  g_assert_cmpstr (session->incidents, ==, "Coupure de courant");
  g_assert_cmpstr (session->urn_file, ==, "s1.urn");
  g_assert_cmpstr (session->sha256, ==, hash);
}

/* Both at once are one edit; what came back stays. */
static void
test_together (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GBytes) sederon = hold (fixture, "s1", "26560", NULL);
  g_autoptr(GBytes) rosans = hold (fixture, "s2", "05126", NULL);
  GBytes *both[] = { rosans, sederon };

  ASSERT_BRINGS (fixture, both, "2 kept, 0 known, Bring in 2 urns");
  g_assert_cmpint (peek_poll (fixture)->state, ==, TRH_POLL_CLOSED);
  trh_workspace_go_to (fixture->workspace, 2);
  g_assert_cmpint (peek_poll (fixture)->state, ==, TRH_POLL_CLOSED);
  ASSERT_BRINGS (fixture, both, "2 kept, 2 known, nothing to note");
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GBytes) sederon = hold (fixture, "s1", "26560", NULL);
  g_autoptr(GBytes) other = hold (fixture, "s1", "26560", "Une autre fois");
  g_autoptr(GBytes) unknown = hold (fixture, "s9", "05126", NULL);
  gsize length;
  const char *bytes = g_bytes_get_data (sederon, &length);
  g_autofree char *copy = g_memdup2 (bytes, length);
  g_autoptr(GBytes) changed = NULL;
  g_autofree char *said = NULL;
  GBytes *brought[] = { unknown }, *good[] = { sederon }, *another[] = { other }, *spoilt[] = { NULL };

  copy[length - 40] ^= 1;
  spoilt[0] = changed = g_bytes_new (copy, length);
  said = bring (fixture, spoilt, 1);
  g_assert_true (g_str_has_prefix (said, "Séderon: "));
  g_assert_true (g_str_has_suffix (said, "0 kept, 0 known, nothing to note"));

  ASSERT_BRINGS (fixture, brought, "0 kept, 0 known, nothing to note"); /* unless somebody has its signed minutes */
  ASSERT_BRINGS (fixture, good, "1 kept, 0 known, Bring in an urn: Séderon");
  ASSERT_BRINGS (fixture, another, "0 kept, 0 known, nothing to note"); /* unless somebody says that it replaces the first */
}

/* Of another vote, or a rehearsal: refused by name, whichever comes first. */
static void
test_foreign (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GBytes) sederon = hold (fixture, "s1", "26560", NULL);
  g_autoptr(TrhUrnContent) urn = trh_urn_content_parse (sederon, NULL);
  g_autoptr(GBytes) foreign = NULL, rehearsed = NULL;
  GBytes *brought[3];

  urn->rehearsal = TRUE;
  rehearsed = trh_urn_content_print (urn);
  urn->rehearsal = FALSE;
  urn->public_key[0] ^= 1;
  foreign = trh_urn_content_print (urn);
  brought[0] = foreign;
  brought[1] = rehearsed;
  brought[2] = sederon;
  ASSERT_BRINGS (fixture, brought, "Séderon: this urn belongs to another vote.; Séderon: rehearsals and real votes are never "
                                   "counted together.; 1 kept, 0 known, Bring in an urn: Séderon");
}

/* Whoever changes a kit and its sums: what voters read, or could tick, is told by the town when the urn comes back. */
static void
test_altered (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GBytes) sederon = hold (fixture, "s1", "26560", NULL);
  g_autoptr(TrhUrnContent) urn = trh_urn_content_parse (sederon, NULL);
  g_autoptr(GBytes) named = NULL, limited = NULL, swapped = NULL;
  char *first = urn->candidates[0];
  const char digit = urn->asked[0];
  GBytes *brought[4];

  g_assert_cmpuint (strlen (urn->asked), ==, TRH_URN_ASKED - 1);
  urn->asked[0] = digit == '0' ? '1' : '0';
  named = trh_urn_content_print (urn);
  urn->asked[0] = digit;
  urn->form.max_choices = 1;
  limited = trh_urn_content_print (urn);
  urn->form.max_choices = 0;
  urn->candidates[0] = urn->candidates[1];
  urn->candidates[1] = first;
  swapped = trh_urn_content_print (urn);
  brought[0] = named;
  brought[1] = limited;
  brought[2] = swapped;
  brought[3] = sederon;
  ASSERT_BRINGS (fixture, brought, "Séderon: its voters read another question or other names than those of the vote: its bag was "
                                   "changed.; Séderon: the ballots of this urn have other limits than the vote: its bag was "
                                   "changed.; Séderon: the ballots of this urn have other artists or other marks than the vote: "
                                   "its bag was changed.; 1 kept, 0 known, Bring in an urn: Séderon");
}

/* A bag that was not used no longer holds up the count; the poll is as before when no other session was held. */
static void
test_unused (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GBytes) sederon = hold (fixture, "s1", "26560", NULL);
  GBytes *brought[] = { sederon };
  g_autoptr(GError) error = NULL;

  perform (fixture, trh_poll_edit_unpack (fixture->project, trh_project_find (fixture->project, TRH_RESULTS, "s2"), &error), error);
  g_assert_cmpint (peek_poll (fixture)->state, ==, TRH_POLL_OPEN);
  perform (fixture, trh_poll_edit_unpack (fixture->project, trh_project_find (fixture->project, TRH_RESULTS, "s1"), &error), error);
  g_assert_cmpint (peek_poll (fixture)->state, ==, TRH_POLL_READY);
  ASSERT_BRINGS (fixture, brought, "0 kept, 0 known, nothing to note");

  trh_workspace_go_to (fixture->workspace, 2);
  ASSERT_BRINGS (fixture, brought, "1 kept, 0 known, Bring in an urn: Séderon");
  g_assert_null (trh_poll_edit_unpack (fixture->project, trh_project_find (fixture->project, TRH_RESULTS, "s1"), &error));
  g_assert_error (error, TRH_POLL_ERROR, TRH_POLL_ERROR_STATE);
  g_clear_error (&error);
  perform (fixture, trh_poll_edit_unpack (fixture->project, trh_project_find (fixture->project, TRH_RESULTS, "s2"), &error), error);
  g_assert_cmpint (peek_poll (fixture)->state, ==, TRH_POLL_CLOSED);
}

/* The empty urn of a session that is being opened. */
static GBytes *
begin (Fixture *fixture, const char *session_id, gboolean rehearsal)
{
  g_autoptr(TrhKit) kit = trh_poll_make_kit (fixture->project, peek_poll (fixture), "05126", session_id, NULL);
  g_autoptr(TrhUrnContent) urn = trh_kit_open (kit, organisers, 20010, 1025);
  const guint8 hashes[2 * TRH_CODE_HASH] = { [0] = 1, [TRH_CODE_HASH] = 2 };

  urn->rehearsal = rehearsal;
  g_byte_array_append (urn->unused, hashes, sizeof hashes);
  return trh_urn_content_print (urn);
}

static void
assert_holds (const char *path, GBytes *expected)
{
  g_autoptr(GBytes) bytes = trh_file_load (path, 1 << 20, NULL);

  g_assert_true (bytes != NULL && g_bytes_equal (bytes, expected));
}

/* On disk an urn is kept once, as it came; what another one replaces is put aside, never lost. */
static void
test_keep (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("trh-keep-XXXXXX", NULL);
  g_autofree char *inner = g_build_filename (folder, "s1", NULL);
  g_autofree char *path = g_build_filename (inner, "s1.urn", NULL);
  g_autofree char *hash = NULL, *fingerprint = NULL, *aside = NULL;
  g_autoptr(GBytes) begun = NULL;
  g_autoptr(GBytes) sederon = hold (fixture, "s1", "26560", NULL);
  g_autoptr(GBytes) other = hold (fixture, "s1", "26560", "Une autre fois");
  g_autoptr(GError) error = NULL;
  g_autoptr(TrhUrnContent) kept = NULL;

  hash = trh_file_hash (sederon);
  g_assert_true (trh_urn_keep (path, sederon, &error));
  g_assert_true (trh_urn_keep (path, sederon, &error));
  g_assert_cmpuint (folder_count (inner), ==, 1);
  g_assert_true (trh_urn_keep (path, other, &error));
  aside = g_strdup_printf ("%s/s1-%.16s.urn", inner, hash);
  assert_holds (aside, sederon);
  assert_holds (path, other);
  g_assert_true (trh_urn_is_aside ("s1.urn", strrchr (aside, '/') + 1));
  g_assert_false (trh_urn_is_aside ("s1.urn", "s1.urn"));
  g_assert_true (trh_urn_keep (path, sederon, &error)); /* and back */
  g_assert_cmpuint (folder_count (inner), ==, 3);
  kept = trh_urn_load (path, &fingerprint, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (fingerprint, ==, hash);
  begun = begin (fixture, "s1", FALSE);
  g_file_set_contents (path, g_bytes_get_data (begun, NULL), (gssize) g_bytes_get_size (begun), NULL);
  g_assert_false (trh_urn_keep (path, sederon, &error)); /* an urn in use stays where it is */
  g_assert_error (error, TRH_URN_ERROR, TRH_URN_ERROR_EXISTS);
  assert_holds (path, begun);
  folder_remove (inner);
  g_rmdir (folder);
}

/* --- urns that the season does not name --- */

/* Keeps @file as the urn of @session_id in the folder of this person's urns, as after a stop of the program between making the
 * urn and writing the season. */
static void
leave (const char *session_id, GBytes *file)
{
  g_autofree char *path = trh_urn_get_path (session_id);
  g_autoptr(GError) error = NULL;

  trh_urn_keep (path, file, &error);
  g_assert_no_error (error);
}

static void
clear_urns (void)
{
  static const char *const ids[] = { "s1", "s2", "s8", "s9" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autofree char *path = trh_urn_get_path (ids[i]);
      g_autofree char *folder = g_path_get_dirname (path);

      g_unlink (path);
      g_rmdir (folder);
    }
}

static GPtrArray *
find_strays (Fixture *fixture)
{
  g_autoptr(TrhKit) kit = trh_poll_make_kit (fixture->project, peek_poll (fixture), "", "any", NULL);
  g_autoptr(GHashTable) known = trh_poll_list_sessions (fixture->project);

  return trh_urn_find_strays (kit->urn, known);
}

static void
test_stray_open (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GBytes) begun = begin (fixture, "s9", FALSE);
  g_autoptr(GBytes) known = begin (fixture, "s1", FALSE);
  g_autoptr(GPtrArray) strays = NULL, after = NULL;
  const TrhResultRecord *session;
  g_autoptr(GError) error = NULL;

  clear_urns ();
  leave ("s9", begun);
  leave ("s1", known); /* of the bag that went out: the season names it */
  strays = find_strays (fixture);
  g_assert_cmpuint (strays->len, ==, 1);

  perform (fixture, trh_poll_take_up (fixture->project, fixture->poll, strays->pdata[0], &error), error);
  session = trh_project_find_record (fixture->project, TRH_RESULTS, "s9");
  g_assert_cmpint (session->state, ==, TRH_RESULT_OPEN);
  g_assert_cmpstr (session->poll_id, ==, "v1");
  g_assert_cmpstr (session->commune_id, ==, "05126");
  g_assert_cmpstr (session->opened_by[0], ==, "Lise Blanc");
  g_assert_cmpstr (session->opened_by[1], ==, "Marc Arnaud");
  g_assert_cmpint (session->day, ==, 20010);
  g_assert_cmpint (session->opened, ==, 1025);
  g_assert_cmpint (session->codes, ==, 2);
  g_assert_cmpstr (session->urn_file, ==, "s9.urn");
  g_assert_cmpint (peek_poll (fixture)->state, ==, TRH_POLL_OPEN);

  after = find_strays (fixture);
  g_assert_cmpuint (after->len, ==, 0);
  g_assert_null (trh_poll_take_up (fixture->project, fixture->poll, strays->pdata[0], &error)); /* once */
  g_assert_error (error, TRH_POLL_ERROR, TRH_POLL_ERROR_STATE);
  g_assert_false (trh_workspace_undo (fixture->workspace)); /* its ballots would belong nowhere */
  clear_urns ();
}

static void
test_stray_closed (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GBytes) held = hold (fixture, "s9", "05126", "Coupure de courant");
  g_autofree char *hash = trh_file_hash (held);
  g_autoptr(GPtrArray) strays = NULL;
  const TrhResultRecord *session;
  g_autoptr(GError) error = NULL;

  clear_urns ();
  leave ("s9", held);
  strays = find_strays (fixture);
  g_assert_cmpuint (strays->len, ==, 1);
  perform (fixture, trh_poll_take_up (fixture->project, fixture->poll, strays->pdata[0], &error), error);
  session = trh_project_find_record (fixture->project, TRH_RESULTS, "s9");
  g_assert_cmpint (session->state, ==, TRH_RESULT_CLOSED);
  g_assert_cmpstr (session->sha256, ==, hash);
  g_assert_cmpint (session->ballots, ==, 1);
  g_assert_cmpstr (session->incidents, ==, "Coupure de courant");
  g_assert_cmpint (peek_poll (fixture)->state, ==, TRH_POLL_OPEN); /* two bags are out */

  perform (fixture, trh_poll_edit_unpack (fixture->project, trh_project_find (fixture->project, TRH_RESULTS, "s1"), &error), error);
  perform (fixture, trh_poll_edit_unpack (fixture->project, trh_project_find (fixture->project, TRH_RESULTS, "s2"), &error), error);
  g_assert_cmpint (peek_poll (fixture)->state, ==, TRH_POLL_CLOSED);
  clear_urns ();
}

/* The last session that was under way closes the vote. */
static void
test_stray_last (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GBytes) held = hold (fixture, "s9", "05126", NULL);
  g_autoptr(GPtrArray) strays = NULL;
  g_autoptr(GError) error = NULL;

  clear_urns ();
  leave ("s9", held);
  perform (fixture, trh_poll_edit_unpack (fixture->project, trh_project_find (fixture->project, TRH_RESULTS, "s1"), &error), error);
  perform (fixture, trh_poll_edit_unpack (fixture->project, trh_project_find (fixture->project, TRH_RESULTS, "s2"), &error), error);
  g_assert_cmpint (peek_poll (fixture)->state, ==, TRH_POLL_READY);
  strays = find_strays (fixture);
  perform (fixture, trh_poll_take_up (fixture->project, fixture->poll, strays->pdata[0], &error), error);
  g_assert_cmpint (peek_poll (fixture)->state, ==, TRH_POLL_CLOSED);
  clear_urns ();
}

/* Other votes and other keys are not found; a rehearsal among real ones is found and refused by name. */
static void
test_stray_foreign (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GBytes) rehearsed = begin (fixture, "s8", TRUE);
  g_autoptr(GBytes) begun = begin (fixture, "s9", FALSE);
  g_autoptr(TrhUrnContent) urn = trh_urn_content_parse (begun, NULL);
  g_autoptr(GBytes) other_keys = NULL;
  g_autoptr(GPtrArray) strays = NULL;
  g_autoptr(GError) error = NULL;

  clear_urns ();
  urn->public_key[0] ^= 1;
  other_keys = trh_urn_content_print (urn);
  leave ("s9", other_keys);
  leave ("s8", rehearsed);
  strays = find_strays (fixture);
  g_assert_cmpuint (strays->len, ==, 1);
  g_assert_null (trh_poll_take_up (fixture->project, fixture->poll, strays->pdata[0], &error));
  g_assert_error (error, TRH_POLL_ERROR, TRH_POLL_ERROR_STATE);
  g_assert_cmpstr (error->message, ==, "Rosans: rehearsals and real votes are never counted together.");
  clear_urns ();
}

/* Whether a season whose vote is in @state, with a session s1, would take that vote with it. */
static gboolean
is_at_stake (const char *state)
{
  g_auto(GStrv) parts = g_strsplit (season, "\"ready\"", 2);
  g_autofree char *text = g_strdup_printf ("%s\"%s\"%.*s,\"results\":[{\"id\":\"s1\",\"poll\":\"v1\",\"commune\":\"26560\","
                                           "\"state\":\"closed\"}]}", parts[0], state, (int) strlen (parts[1]) - 1, parts[1]);
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr(GError) error = NULL;
  g_autoptr(TrhProject) project = trh_project_from_bytes (bytes, &error);
  TrhPoll *poll;

  g_assert_no_error (error);
  poll = trh_poll_find_at_stake (project);
  g_assert_true (poll == NULL || poll == trh_project_find (project, TRH_POLLS, "v1"));
  return poll != NULL;
}

/* What cannot be thrown away with the draft of a season: a vote that has keys; one that was counted, while they are here. */
static void
test_at_stake (Fixture *fixture, gconstpointer data)
{
  g_autofree char *keys = trh_keys_get_path ("v1");
  g_autofree char *folder = g_path_get_dirname (keys);
  g_autoptr(GBytes) urn = hold (fixture, "s1", "26560", NULL);

  g_assert_true (is_at_stake ("ready") && is_at_stake ("open") && is_at_stake ("closed"));
  g_assert_false (is_at_stake ("draft") || is_at_stake ("counted"));
  leave ("s1", urn);
  g_assert_true (is_at_stake ("counted"));
  clear_urns ();
  g_assert_false (is_at_stake ("counted"));
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (keys, "", 0, NULL));
  g_assert_true (is_at_stake ("counted"));
  g_assert_cmpint (g_unlink (keys), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_autofree char *home = g_dir_make_tmp ("trh-poll-urns-XXXXXX", NULL);
  g_autofree char *program = g_build_filename (home, "transhumances", NULL);
  g_autofree char *urns = g_build_filename (program, "urns", NULL);
  int status;

  g_setenv ("XDG_DATA_HOME", home, TRUE); /* the urns of this test only */
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/exchange/poll-urns/return", Fixture, GINT_TO_POINTER (0), set_up, test_return, tear_down);
  g_test_add ("/exchange/poll-urns/return/other-order", Fixture, GINT_TO_POINTER (1), set_up, test_return, tear_down);
  g_test_add ("/exchange/poll-urns/together", Fixture, NULL, set_up, test_together, tear_down);
  g_test_add ("/exchange/poll-urns/refused", Fixture, NULL, set_up, test_refused, tear_down);
  g_test_add ("/exchange/poll-urns/foreign", Fixture, NULL, set_up, test_foreign, tear_down);
  g_test_add ("/exchange/poll-urns/altered", Fixture, NULL, set_up, test_altered, tear_down);
  g_test_add ("/exchange/poll-urns/unused", Fixture, NULL, set_up, test_unused, tear_down);
  g_test_add ("/exchange/poll-urns/keep", Fixture, NULL, set_up, test_keep, tear_down);
  g_test_add ("/exchange/poll-urns/stray-open", Fixture, NULL, set_up, test_stray_open, tear_down);
  g_test_add ("/exchange/poll-urns/stray-closed", Fixture, NULL, set_up, test_stray_closed, tear_down);
  g_test_add ("/exchange/poll-urns/stray-last", Fixture, NULL, set_up, test_stray_last, tear_down);
  g_test_add ("/exchange/poll-urns/stray-foreign", Fixture, NULL, set_up, test_stray_foreign, tear_down);
  g_test_add ("/exchange/poll-urns/at-stake", Fixture, NULL, set_up, test_at_stake, tear_down);
  status = g_test_run ();
  g_rmdir (urns);
  g_rmdir (program);
  g_rmdir (home);
  return status;
}
