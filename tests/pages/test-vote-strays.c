/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/exchange/trh-poll-sums.h"
#include "core/model/trh-poll-bags.h"
#include "core/voting/trh-urn.h"
#include "pages/trh-votes-page.h"
#include "widgets/trh-note-row.h"
#include "votes-fixture.h"

/* An urn that is on this computer and not in the season, as after a stop of the program between the two; and a session that
 * was opened by mistake, whose urn goes. */

static const char season[] =
  "{\"format\":\"transhumance\",\"version\":1,\"id\":\"p\","
  "\"communes\":[{\"insee\":\"26340\",\"name\":\"Séderon\"}],"
  "\"artists\":[{\"id\":\"a1\",\"name\":\"Camille Serre\"},{\"id\":\"a2\",\"name\":\"Loup Plaine\"}],"
  "\"polls\":[{\"id\":\"v1\",\"question\":\"Qui ?\",\"method\":\"av\",\"state\":\"ready\",\"seats\":1,\"codes\":6,"
  "\"candidates\":[{\"artist\":\"a1\",\"letter\":\"A\"},{\"artist\":\"a2\",\"letter\":\"B\"}],"
  "\"public-key\":\"CQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQk=\"}]}";

static const char *const organisers[] = { "Lise Blanc", "Marc Arnaud" };

typedef struct {
  TrhWorkspace *workspace;
  TrhProject   *project;
  char         *before;
  GtkWidget    *page;
  GtkWidget    *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->workspace = fixture_workspace (season);
  fixture->project = trh_workspace_get_project (fixture->workspace);
  fixture->before = fixture_write (fixture->workspace);
  fixture->page = g_object_ref_sink (g_object_new (TRH_TYPE_VOTES_PAGE, "workspace", fixture->workspace, NULL));
  fixture->window = fixture_show (fixture->page, 360, 640);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *urns = g_build_filename (g_get_user_data_dir (), "transhumances", NULL);

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  fixture_settle ();
  g_assert_finalize_object (fixture->page);
  fixture_end (fixture->workspace, fixture->before);
  g_free (fixture->before);
  folder_remove (urns);
}

static const TrhPollRecord *
peek_poll (Fixture *fixture)
{
  return trh_project_find_record (fixture->project, TRH_POLLS, "v1");
}

static const TrhResultRecord *
peek_session (Fixture *fixture, const char *id)
{
  return trh_project_find_record (fixture->project, TRH_RESULTS, id);
}

/* What an opening does before it writes the season. */
static void
make_urn (Fixture *fixture, const char *session_id)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TrhKit) kit = trh_poll_make_kit (fixture->project, peek_poll (fixture), "26340", session_id, &error);
  g_autoptr(TrhUrnContent) urn = trh_kit_open (kit, organisers, 20010, 1025);
  g_autofree char *path = trh_urn_get_path (session_id);
  g_autoptr(GArray) codes = NULL;

  trh_urn_create (path, urn, 6, &codes, &error);
  g_assert_no_error (error);
}

#define OFFER "An urn of this vote, for Séderon, is on this computer but not in the season"

static void
test_take_up (Fixture *fixture, gconstpointer data)
{
  make_urn (fixture, "s1");
  gtk_widget_activate_action (fixture->page, "votes.show", "s", "v1");
  WAIT_FOR (votes_shows (fixture->page, OFFER));
  g_assert_true (votes_shows (fixture->page, "It is empty."));
  g_assert_cmpint (gtk_widget_get_width (fixture->window), <=, 360);
  g_assert_null (peek_session (fixture, "s1")); /* never silently */

  votes_press (fixture->page, "votes.take-up");
  WAIT_FOR (peek_session (fixture, "s1") != NULL);
  g_assert_cmpint (peek_session (fixture, "s1")->state, ==, TRH_RESULT_OPEN);
  g_assert_cmpint (peek_poll (fixture)->state, ==, TRH_POLL_OPEN);
  WAIT_FOR (votes_shows (fixture->page, "Session of Séderon"));
  g_assert_true (votes_shows (fixture->page, "6 made, 0 used, 0 cancelled"));
  g_assert_false (votes_shows (fixture->page, OFFER));
}

/* Opens the session of s1 as a crash left it, as in test_take_up(). */
static void
open_session (Fixture *fixture)
{
  make_urn (fixture, "s1");
  gtk_widget_activate_action (fixture->page, "votes.show", "s", "v1");
  votes_press (fixture->page, "votes.take-up");
  WAIT_FOR (votes_shows (fixture->page, "Session of Séderon"));
}

static gboolean
is_note (GtkWidget *widget, gconstpointer data)
{
  return TRH_IS_NOTE_ROW (widget);
}

static void
test_call_off (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = trh_urn_get_path ("s1");
  GtkWidget *dialog;

  open_session (fixture);
  votes_press (fixture->page, "votes.call-off");
  dialog = votes_get_dialog ("Call Off the Session");
  votes_fill (dialog, "Name of the first person", organisers[0]);
  votes_fill (dialog, "Name of the second person", organisers[1]);
  votes_accept (dialog);
  WAIT_FOR (votes_shows (dialog, "Write why the session is called off"));
  g_assert_cmpint (peek_session (fixture, "s1")->state, ==, TRH_RESULT_OPEN);

  trh_note_row_set_text (TRH_NOTE_ROW (fixture_find (dialog, is_note, NULL)), "Mauvaise commune");
  votes_accept (dialog);
  WAIT_FOR (votes_find_window (TRH_TYPE_VOTE_DIALOG) == NULL);
  g_assert_cmpint (peek_session (fixture, "s1")->state, ==, TRH_RESULT_CALLED_OFF);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  WAIT_FOR (votes_shows (fixture->page, "called off by Lise Blanc, Marc Arnaud before anybody had voted: Mauvaise commune"));
  g_assert_cmpint (peek_poll (fixture)->state, ==, TRH_POLL_READY);
  g_assert_cmpint (gtk_widget_get_width (fixture->window), <=, 360);
  g_assert_nonnull (fixture_find (fixture->page, votes_calls, "votes.open-session")); /* it can be opened again */
}

static void
on_cast (GObject *source, GAsyncResult *result, gpointer data)
{
  g_assert_true (trh_ballot_box_cast_finish (TRH_BALLOT_BOX (source), result, NULL));
  *(gboolean *) data = TRUE;
}

/* With the first voter the offer is gone, and who pressed it before is refused. */
static void
test_too_late (Fixture *fixture, gconstpointer data)
{
  g_autoptr(TrhUrn) urn = NULL;
  g_autofree char *path = trh_urn_get_path ("s2");
  g_autoptr(GError) error = NULL;
  g_autoptr(TrhKit) kit = trh_poll_make_kit (fixture->project, peek_poll (fixture), "26340", "s2", NULL);
  g_autoptr(TrhUrnContent) content = trh_kit_open (kit, organisers, 20010, 1025);
  g_autoptr(GArray) codes = NULL;
  gboolean done = FALSE;
  const guint8 marks[] = { 1, 0 };

  trh_urn_create (path, content, 6, &codes, &error);
  g_assert_no_error (error);
  urn = trh_urn_open (path, &error);
  trh_ballot_box_cast_async (TRH_BALLOT_BOX (urn), g_array_index (codes, TrhCode, 0).text, marks, 2, NULL, on_cast, &done);
  WAIT_FOR (done);
  g_clear_object (&urn);
  gtk_widget_activate_action (fixture->page, "votes.show", "s", "v1");
  WAIT_FOR (votes_shows (fixture->page, "1 ballot is in it."));
  votes_press (fixture->page, "votes.take-up");
  WAIT_FOR (votes_shows (fixture->page, "Session of Séderon"));
  g_assert_false (votes_shows (fixture->page, "Opened by mistake?"));
}

/* The computer stopped between the season and the urn: it is said, and removed when somebody says so. */
static void
test_left_over (Fixture *fixture, gconstpointer data)
{
  const TrhSessionClosing words = { .organisers = { organisers[0], organisers[1] }, .minute = 1030, .incidents = "Mauvaise commune" };
  g_autofree char *path = trh_urn_get_path ("s1");
  const TrhSessionOpening opening = { "s1", "26340", "", { organisers[0], organisers[1] }, 20010, 1025, 6, "s1.urn" };
  g_autoptr(TrhEdit) opened = NULL, edit = NULL;

  make_urn (fixture, "s1");
  opened = trh_poll_edit_open (fixture->project, trh_project_find (fixture->project, TRH_POLLS, "v1"), &opening, NULL);
  g_assert_true (trh_workspace_perform (fixture->workspace, opened));
  edit = trh_poll_edit_call_off (fixture->project, trh_project_find (fixture->project, TRH_RESULTS, "s1"), &words, NULL);
  g_assert_true (trh_workspace_perform (fixture->workspace, edit));
  gtk_widget_activate_action (fixture->page, "votes.show", "s", "v1");
  WAIT_FOR (votes_shows (fixture->page, "The session for Séderon was called off, but its urn is still on this computer"));
  g_assert_false (votes_shows (fixture->page, OFFER));
  votes_press (fixture->page, "votes.discard-urn");
  WAIT_FOR (!g_file_test (path, G_FILE_TEST_EXISTS));
  WAIT_FOR (!votes_shows (fixture->page, "its urn is still on this computer"));
}

int
main (int argc, char *argv[])
{
  g_autofree char *home = g_dir_make_tmp ("trh-strays-home-XXXXXX", NULL);
  int status;

  g_setenv ("XDG_DATA_HOME", home, TRUE); /* as in test-votes */
  g_test_init (&argc, &argv, NULL);
  if (!fixture_init ())
    return 0;
  g_test_add ("/pages/vote-strays/take-up", Fixture, NULL, set_up, test_take_up, tear_down);
  g_test_add ("/pages/vote-strays/call-off", Fixture, NULL, set_up, test_call_off, tear_down);
  g_test_add ("/pages/vote-strays/too-late", Fixture, NULL, set_up, test_too_late, tear_down);
  g_test_add ("/pages/vote-strays/left-over", Fixture, NULL, set_up, test_left_over, tear_down);
  status = g_test_run ();
  folder_remove (home);
  return status;
}
