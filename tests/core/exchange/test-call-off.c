/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "core/exchange/trh-minutes.h"
#include "core/model/trh-poll-bags.h"
#include "core/model/trh-turnout.h"
#include "poll-fixture.h"

/* A session that was opened by mistake: it is called off before anybody has voted, and the minutes of all sessions say so. */

static const char season[] =
  "{\"format\":\"transhumance\",\"version\":1,\"id\":\"p\",\"communes\":[{\"insee\":\"05166\",\"name\":\"Serres\"},"
  "{\"insee\":\"05126\",\"name\":\"Rosans\"}]}";
static const char *const names[] = { "Ana Ruiz", "Jo Blanc", "Camille Serre", NULL };

static void
set_up (PollFixture *fixture, gconstpointer id)
{
  const PollCase ticks = { id, TRH_BALLOT_APPROVAL, "av", 1, TRH_TIES_KEPT, NULL, NULL };
  g_autoptr(GBytes) bytes = g_bytes_new_static (season, sizeof season - 1);
  g_autoptr(TrhProject) project = trh_project_from_bytes (bytes, NULL);

  poll_fixture_set_up (fixture, trh_workspace_new (project, NULL), &ticks, names);
}

static void
tear_down (PollFixture *fixture, gconstpointer id)
{
  trh_store_discard (trh_workspace_get_store (fixture->workspace));
  poll_fixture_clear (fixture);
}

static TrhProject *
get_project (PollFixture *fixture)
{
  return trh_workspace_get_project (fixture->workspace);
}

static int
get_state (PollFixture *fixture)
{
  return ((const TrhPollRecord *) trh_entity_peek_record (TRH_ENTITY (fixture->poll)))->state;
}

static guint
get_n_done (PollFixture *fixture)
{
  return trh_history_get_n_done (trh_workspace_get_history (fixture->workspace));
}

static void
perform (PollFixture *fixture, TrhEdit *edit, GError *error)
{
  g_autoptr(TrhEdit) owned = edit;

  g_assert_no_error (error);
  g_assert_true (trh_workspace_perform (fixture->workspace, owned));
}

static TrhResult *
open_session (PollFixture *fixture, const char *session_id)
{
  const TrhSessionOpening opening = { session_id, "05166", "", { "Lise Blanc", "Marc Arnaud" }, 20888, 1025, 60, "x.urn" };
  GError *error = NULL;

  perform (fixture, trh_poll_edit_open (get_project (fixture), fixture->poll, &opening, &error), error);
  return trh_project_find (get_project (fixture), TRH_RESULTS, session_id);
}

static const TrhSessionClosing mistaken = {
  .organisers = { "Lise Blanc", "Marc Arnaud" }, .minute = 1030, .codes = 60, .incidents = "  Mauvaise commune \n" };

static void
assert_refused (PollFixture *fixture, TrhResult *session, const TrhSessionClosing *words, TrhPollError code, const char *why)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (trh_poll_edit_call_off (get_project (fixture), session, words, &error));
  g_assert_error (error, TRH_POLL_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, why));
}

static void
call_off (PollFixture *fixture, TrhResult *session)
{
  GError *error = NULL;

  perform (fixture, trh_poll_edit_call_off (get_project (fixture), session, &mistaken, &error), error);
}

/* Two names and a reason; nothing in the urn; then it is no session any more, and another one can be opened. */
static void
test_edit (PollFixture *fixture, gconstpointer id)
{
  TrhResult *session = open_session (fixture, "mistaken");
  const TrhResultRecord *record;
  TrhSessionClosing words = mistaken;
  g_autoptr(GPtrArray) held = NULL, called_off = NULL;
  g_autoptr(GError) error = NULL;
  TrhTurnout turnout;
  guint n_done;

  words.incidents = " \n";
  assert_refused (fixture, session, &words, TRH_POLL_ERROR_INCOMPLETE, "Write why");
  words = mistaken;
  words.organisers[1] = "lise blanc";
  assert_refused (fixture, session, &words, TRH_POLL_ERROR_INCOMPLETE, "Two different people");
  words = mistaken;
  words.ballots = 1;
  assert_refused (fixture, session, &words, TRH_POLL_ERROR_STATE, "Somebody has voted");
  words = mistaken;
  words.null_ballots = 1;
  assert_refused (fixture, session, &words, TRH_POLL_ERROR_STATE, "Somebody has voted");

  call_off (fixture, session);
  record = trh_entity_peek_record (TRH_ENTITY (session));
  g_assert_cmpint (record->state, ==, TRH_RESULT_CALLED_OFF);
  g_assert_cmpstr (record->incidents, ==, "Mauvaise commune");
  g_assert_cmpstr (record->closed_by[1], ==, "Marc Arnaud");
  g_assert_cmpint (get_state (fixture), ==, TRH_POLL_READY);
  assert_refused (fixture, session, &mistaken, TRH_POLL_ERROR_STATE, "closed already");
  held = trh_poll_find_sessions (get_project (fixture), id);
  g_assert_cmpuint (held->len, ==, 0);
  called_off = trh_poll_find_called_off (get_project (fixture), id);
  g_assert_cmpuint (called_off->len, ==, 1);
  g_assert_null (trh_turnout_find_poll (get_project (fixture)));
  g_assert_false (trh_turnout_get (get_project (fixture), id, "05166", &turnout));

  g_assert_null (trh_poll_edit_remove (get_project (fixture), fixture->poll, &error)); /* the act stays in the season */
  g_assert_error (error, TRH_POLL_ERROR, TRH_POLL_ERROR_STATE);

  n_done = get_n_done (fixture); /* undo never brings back a session whose urn is gone */
  g_assert_false (trh_workspace_undo (fixture->workspace));
  g_assert_nonnull (trh_workspace_say_kept (fixture->workspace, n_done - 1, NULL));
  trh_workspace_go_to (fixture->workspace, 0);
  g_assert_cmpuint (get_n_done (fixture), ==, n_done);

  open_session (fixture, "right");
  g_assert_cmpint (get_state (fixture), ==, TRH_POLL_OPEN);
}

/* With another session under way, the vote goes on. */
static void
test_beside (PollFixture *fixture, gconstpointer id)
{
  TrhResult *session = open_session (fixture, "mistaken");

  open_session (fixture, "right");
  call_off (fixture, session);
  g_assert_cmpint (get_state (fixture), ==, TRH_POLL_OPEN);
}

/* What pdftotext of poppler reads; %NULL where it is not installed. */
static char *
read_recap (PollFixture *fixture)
{
  TrhResult *total = trh_poll_find_total (get_project (fixture), trh_entity_get_id (TRH_ENTITY (fixture->poll)));
  g_autoptr(TrhSheet) sheet = trh_minutes_of_poll (get_project (fixture), trh_entity_peek_record (TRH_ENTITY (fixture->poll)),
                                                   trh_entity_peek_record (TRH_ENTITY (total)));
  g_autoptr(GBytes) pdf = trh_sheet_print (sheet, NULL, NULL);
  g_autofree char *program = g_find_program_in_path ("pdftotext");
  g_autoptr(GSubprocess) reader = NULL;
  g_autoptr(GBytes) out = NULL;

  if (program == NULL)
    return NULL;
  reader = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, NULL, program, "-raw", "-", "-",
                             NULL);
  g_assert_true (g_subprocess_communicate (reader, pdf, NULL, &out, NULL, NULL));
  return g_strndup (g_bytes_get_data (out, NULL), g_bytes_get_size (out));
}

/* It is counted without that session, and the recapitulation tells of it. */
static void
test_minutes (PollFixture *fixture, gconstpointer id)
{
  const TrhResultRecord *total;
  g_autofree char *text = NULL;

  call_off (fixture, open_session (fixture, "mistaken"));
  poll_fixture_hold (fixture, "right", "05166", "7 AB, 5 A, 1 -");
  g_assert_cmpint (get_state (fixture), ==, TRH_POLL_CLOSED);
  total = poll_fixture_count (fixture, NULL);
  g_assert_cmpint (total->ballots, ==, 13);
  g_assert_cmpuint (g_strv_length (total->sessions), ==, 1);
  text = read_recap (fixture);
  if (text == NULL)
    {
      g_test_skip ("pdftotext is not installed");
      return;
    }
  g_strdelimit (text, "\n", ' ');
  g_assert_nonnull (strstr (text, "Serres: Opened on"));
  g_assert_nonnull (strstr (text, "called off by Lise Blanc, Marc Arnaud before anybody had voted: Mauvaise commune"));
}

int
main (int argc, char *argv[])
{
  g_autofree char *home = g_dir_make_tmp ("trh-call-off-XXXXXX", NULL);

  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/exchange/call-off/edit", PollFixture, "v1", set_up, test_edit, tear_down);
  g_test_add ("/exchange/call-off/beside", PollFixture, "v2", set_up, test_beside, tear_down);
  g_test_add ("/exchange/call-off/minutes", PollFixture, "v3", set_up, test_minutes, tear_down);
  return g_test_run ();
}
