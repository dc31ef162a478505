/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/exchange/trh-poll-sums.h"
#include "core/voting/trh-urn.h"
#include "pages/trh-votes-page.h"
#include "votes-fixture.h"

/* An urn that is on this computer and not in the season, as after a stop of the program between the two. */

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
  votes_remove_folder (urns);
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
  status = g_test_run ();
  votes_remove_folder (home);
  return status;
}
