/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/base/trh-day.h"
#include "core/base/trh-limits.h"
#include "core/exchange/trh-poll-sums.h"
#include "pages/trh-votes-page.h"
#include "votes-fixture.h"

/* A vote is prepared: each choice of the window is in the season, and what cannot be is said before anyone votes. */

typedef struct {
  TrhWorkspace *workspace;
  TrhProject   *project;
  char         *before;
  GtkWidget    *page;
  GtkWidget    *window;
  GtkWidget    *dialog;
} Fixture;

static void
tick (GtkWidget *dialog)
{
  static const char *const names[] = { "Camille Serre", "Loup Plaine", "Élise Bonnet" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    votes_press_row (dialog, names[i]);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->workspace = fixture_workspace (fixture_season);
  fixture->project = trh_workspace_get_project (fixture->workspace);
  fixture->before = fixture_write (fixture->workspace);
  fixture->page = g_object_ref_sink (g_object_new (TRH_TYPE_VOTES_PAGE, "workspace", fixture->workspace, NULL));
  fixture->window = fixture_show (fixture->page, 360, 640);
  votes_press (fixture->page, "votes.prepare");
  fixture->dialog = votes_get_dialog ("Prepare a Vote");
  tick (fixture->dialog);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  WAIT_FOR (votes_find_window (TRH_TYPE_VOTE_DIALOG) == NULL);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  fixture_settle ();
  g_assert_finalize_object (fixture->page);
  fixture_end (fixture->workspace, fixture->before);
  g_free (fixture->before);
}

/* Accepts, and gives the poll that is in the season then. */
static const TrhPollRecord *
prepare (Fixture *fixture)
{
  votes_accept (fixture->dialog);
  WAIT_FOR (trh_project_count (fixture->project, TRH_POLLS) == 1);
  return trh_project_peek_record (fixture->project, TRH_POLLS, 0);
}

static gboolean
is_active (GtkWidget *dialog, const char *row)
{
  GtkWidget *found = fixture_row (dialog, row);

  g_assert_nonnull (found);
  return gtk_check_button_get_active (GTK_CHECK_BUTTON (adw_action_row_get_activatable_widget (ADW_ACTION_ROW (found))));
}

/* Nothing but the artists was chosen. */
static void
test_standards (Fixture *fixture, gconstpointer data)
{
  const TrhPollRecord *poll = prepare (fixture);

  g_assert_cmpint (poll->ballot, ==, TRH_BALLOT_APPROVAL);
  g_assert_cmpstr (poll->method, ==, "av");
  g_assert_cmpint (poll->seats, ==, 3);
  g_assert_cmpint (poll->ties, ==, TRH_TIES_KEPT);
  g_assert_cmpint (poll->order, ==, TRH_ORDER_ROTATION);
  g_assert_null (poll->languages[0]);
  g_assert_cmpint (poll->purge_day, >=, trh_day_today () + 30); /* never without a last day of the roll */
  g_assert_cmpint (poll->codes, ==, 60);
  g_assert_cmpuint (poll->quotas->len, ==, 0);
  g_assert_false (poll->rehearsal);
}

static void
test_grades (Fixture *fixture, gconstpointer data)
{
  const TrhPollRecord *poll;
  g_autoptr(TrhBallotPaper) paper = NULL;

  votes_press_row (fixture->dialog, "Give a mention");
  g_assert_false (gtk_widget_get_visible (fixture_row (fixture->dialog, "Choices on a ballot")));
  g_assert_false (gtk_widget_get_visible (fixture_row (fixture->dialog, "Equal shares")));
  g_assert_true (gtk_widget_get_visible (fixture_row (fixture->dialog, "Majority judgment")));
  votes_choose (fixture->dialog, "Number of mentions", 2);
  g_assert_true (votes_shows (fixture->dialog, "Enthusiastic · Strongly in favour · In favour · Rather in favour · Hesitant · "
                                               "Rather against · Against"));
  votes_press_row (fixture->dialog, "Ties for the last place");
  votes_press_row (fixture->dialog, "Settled by a draw in public, once the urns are sealed");
  votes_press_row (fixture->dialog, "Order of the artists");
  votes_press_row (fixture->dialog, "Fixed, alphabetical. Careful: whoever comes first gains a few voices by it");
  g_assert_true (votes_shows (fixture->dialog, "Careful: whoever comes first gains a few voices by it"));
  votes_press_row (fixture->dialog, "Languages of the ballot");
  votes_press_row (fixture->dialog, "English");
  fixture_type (fixture_row (fixture->dialog, "Ballots destroyed on"), "2027-12-31");
  votes_press_row (fixture->dialog, "Rehearsal");
  poll = prepare (fixture);

  g_assert_cmpint (poll->ballot, ==, TRH_BALLOT_GRADES);
  g_assert_cmpstr (poll->method, ==, "mj");
  g_assert_cmpuint (g_strv_length (poll->grades), ==, 7);
  g_assert_cmpint (poll->ties, ==, TRH_TIES_LOT);
  g_assert_cmpint (poll->order, ==, TRH_ORDER_FIXED);
  g_assert_cmpint (poll->purge_day, ==, trh_day_from_date (2027, 12, 31));
  g_assert_true (poll->rehearsal);
  paper = trh_poll_make_paper (fixture->project, poll); /* what the booth shows */
  g_assert_cmpint (paper->kind, ==, TRH_BALLOT_PAPER_GRADES);
  g_assert_cmpuint (trh_ballot_paper_get_n_grades (paper), ==, 7);
  g_assert_cmpstr (paper->languages[0], ==, "en");
  g_assert_null (paper->languages[1]);
  g_assert_false (paper->rotates);
  g_assert_true (paper->rehearsal);
}

/* As long as nobody chose a method, it follows the number of places; then it stays. */
static void
test_method (Fixture *fixture, gconstpointer data)
{
  const TrhPollRecord *poll;

  g_assert_true (is_active (fixture->dialog, "Approval"));
  votes_set_number (fixture->dialog, "Artists to choose", 4);
  g_assert_true (is_active (fixture->dialog, "Equal shares"));
  votes_set_number (fixture->dialog, "Artists to choose", 2);
  g_assert_true (is_active (fixture->dialog, "Approval"));
  votes_press_row (fixture->dialog, "Decreasing votes");
  votes_set_number (fixture->dialog, "Artists to choose", 5);
  g_assert_true (is_active (fixture->dialog, "Decreasing votes"));

  votes_press_row (fixture->dialog, "Rank");
  g_assert_true (is_active (fixture->dialog, "Transferable vote"));
  g_assert_true (votes_shows (fixture->dialog, "There is a public draw")); /* and no choice of keeping ties */
  g_assert_false (gtk_widget_get_visible (fixture_row (fixture->dialog, "Ties for the last place")));
  votes_set_number (fixture->dialog, "Artists to choose", 2);
  g_assert_true (is_active (fixture->dialog, "Duels (Schulze)"));
  g_assert_true (gtk_widget_get_visible (fixture_row (fixture->dialog, "Ties for the last place")));
  votes_press_row (fixture->dialog, "Choices on a ballot");
  votes_set_number (fixture->dialog, "Most choices on a ballot", 2);
  g_assert_true (votes_shows (fixture->dialog, "2 artists at most"));
  poll = prepare (fixture);
  g_assert_cmpint (poll->ballot, ==, TRH_BALLOT_RANKING);
  g_assert_cmpstr (poll->method, ==, "schulze");
  g_assert_cmpint (poll->max_choices, ==, 2);
}

static void
guarantee (Fixture *fixture, guint group, int least, int most)
{
  GtkWidget *asking;

  votes_press_row (fixture->dialog, "Guarantees");
  votes_press_row (fixture->dialog, "Add a guarantee…");
  asking = votes_get_dialog ("Guarantee");
  votes_choose (asking, "Guarantee for", group);
  votes_set_number (asking, "At least", least);
  votes_set_number (asking, "At most", most);
  votes_accept (asking);
}

static gboolean
removes (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (widget)), "user-trash-symbolic") == 0;
}

static void
test_disciplines (Fixture *fixture, gconstpointer data)
{
  const TrhPollRecord *poll;
  const TrhQuotaRecord *quota;

  votes_set_number (fixture->dialog, "Artists to choose", 2);
  guarantee (fixture, 1, 0, 0); /* refused: it says nothing */
  g_assert_true (votes_shows (votes_get_dialog ("Guarantee"), "Say how many artists at least, or at most."));
  gtk_window_close (GTK_WINDOW (votes_get_dialog ("Guarantee")));
  WAIT_FOR (votes_find_dialog ("Guarantee") == NULL);

  guarantee (fixture, 1, 3, 0);
  WAIT_FOR (votes_find_dialog ("Guarantee") == NULL);
  g_assert_true (votes_shows (fixture->dialog, "danse: 3 artists are guaranteed, but only 2 artists on the ballot belong to it."));
  votes_accept (fixture->dialog);
  g_assert_cmpuint (trh_project_count (fixture->project, TRH_POLLS), ==, 0);
  g_signal_emit_by_name (fixture_find (fixture_row (fixture->dialog, "Guarantees"), removes, NULL), "clicked");
  WAIT_FOR (!votes_shows (fixture->dialog, "are guaranteed"));

  guarantee (fixture, 1, 1, 1);
  WAIT_FOR (votes_find_dialog ("Guarantee") == NULL);
  g_assert_true (votes_shows (fixture->dialog, "danse: at least 1, at most 1"));
  votes_press_row (fixture->dialog, "Rank");
  votes_press_row (fixture->dialog, "Transferable vote");
  g_assert_true (votes_shows (fixture->dialog, "“Transferable vote” cannot be counted with guarantees for groups"));
  votes_press_row (fixture->dialog, "Tick");
  WAIT_FOR (!votes_shows (fixture->dialog, "cannot be counted with guarantees"));

  poll = prepare (fixture);
  quota = poll->quotas->pdata[0];
  g_assert_cmpuint (poll->quotas->len, ==, 1);
  g_assert_cmpint (quota->kind, ==, TRH_QUOTA_DISCIPLINE);
  g_assert_cmpstr (quota->group, ==, "danse");
  g_assert_cmpint (quota->least, ==, 1);
  g_assert_cmpint (quota->most, ==, 1);
  g_assert_cmpstr (((TrhCandidateRecord *) poll->candidates->pdata[0])->group, ==, "danse");
  g_assert_cmpstr (((TrhCandidateRecord *) poll->candidates->pdata[2])->group, ==, "théâtre");
}

/* Who is from which valley is proposed, and can be said otherwise. */
static void
test_valleys (Fixture *fixture, gconstpointer data)
{
  const TrhPollRecord *poll;
  GtkWidget *valleys = fixture_row (fixture->dialog, "Valley of each artist");

  votes_set_number (fixture->dialog, "Artists to choose", 2);
  g_assert_false (gtk_widget_get_visible (valleys));
  guarantee (fixture, 0, 2, 0);
  WAIT_FOR (votes_find_dialog ("Guarantee") == NULL);
  g_assert_true (gtk_widget_get_visible (valleys));
  g_assert_true (votes_shows (fixture->dialog, "Ventoux: 2 artists are guaranteed, but only 1 artist on the ballot belongs to it."));
  votes_press_row (fixture->dialog, "Valley of each artist");
  votes_choose (valleys, "Loup Plaine", 1);
  WAIT_FOR (!votes_shows (fixture->dialog, "are guaranteed"));

  poll = prepare (fixture);
  g_assert_cmpstr (((TrhCandidateRecord *) poll->candidates->pdata[0])->group, ==, "w1"); /* Camille stays there */
  g_assert_cmpstr (((TrhCandidateRecord *) poll->candidates->pdata[1])->group, ==, "");
  g_assert_cmpstr (((TrhCandidateRecord *) poll->candidates->pdata[2])->group, ==, "w1");
  g_assert_cmpint (((TrhQuotaRecord *) poll->quotas->pdata[0])->most, ==, TRH_MAX_SEATS);

  /* changed again, everything is as it was left */
  gtk_widget_activate_action (fixture->page, "votes.edit", NULL);
  fixture->dialog = votes_get_dialog ("Change the Vote");
  g_assert_true (votes_shows (fixture->dialog, "Ventoux: at least 2"));
  votes_set_number (fixture->dialog, "Artists to choose", 3);
  votes_accept (fixture->dialog);
  WAIT_FOR (((const TrhPollRecord *) trh_project_peek_record (fixture->project, TRH_POLLS, 0))->seats == 3);
  poll = trh_project_peek_record (fixture->project, TRH_POLLS, 0);
  g_assert_cmpuint (poll->quotas->len, ==, 1);
  g_assert_cmpstr (((TrhCandidateRecord *) poll->candidates->pdata[2])->group, ==, "w1");
}

/* The numbers themselves are in core/voting/test-example. */
static void
test_example (Fixture *fixture, gconstpointer data)
{
  GtkWidget *example;

  votes_press_row (fixture->dialog, "Decreasing votes");
  votes_press_row (fixture->dialog, "The same vote counted two ways");
  example = votes_get_dialog ("Counted Two Ways");
  g_assert_true (votes_shows (example, "Chosen: A, B, C and D"));
  g_assert_true (votes_shows (example, "Hamlet: 0 voters of 7 see an artist they like."));
  g_assert_true (votes_shows (example, "Decreasing votes"));
  g_assert_true (votes_shows (example, "Chosen: A, B, D and E"));
  g_assert_true (votes_shows (example, "Hamlet: 7 voters of 7 see an artist they like."));
  votes_press_row (example, "See the table");
  g_assert_true (votes_shows (example, "Chosen only by “Approval”"));
  gtk_window_close (GTK_WINDOW (example));
  WAIT_FOR (votes_find_dialog ("Counted Two Ways") == NULL);
  prepare (fixture);
}

int
main (int argc, char *argv[])
{
  static const struct { const char *path; void (*test) (Fixture *, gconstpointer); } tests[] = {
    { "/pages/vote-prepare/standards", test_standards },     { "/pages/vote-prepare/grades", test_grades },
    { "/pages/vote-prepare/method", test_method },           { "/pages/vote-prepare/disciplines", test_disciplines },
    { "/pages/vote-prepare/valleys", test_valleys },         { "/pages/vote-prepare/example", test_example },
  };

  g_test_init (&argc, &argv, NULL);
  if (!fixture_init ())
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
