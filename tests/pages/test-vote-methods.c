/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/voting/trh-count.h"
#include "pages/trh-votes-page.h"
#include "poll-fixture.h"
#include "votes-fixture.h"

/* Each of the fifteen methods, from the choice in the window that prepares a vote to the words on the page of its result. Who
 * is chosen is counted by hand. */

#define A "Camille Serre"
#define B "Élise Bonnet"
#define C "Loup Plaine"

/* Fifteen tick, for two places. Voices: A 11, B 6, C 4. After A, the six who tick B too count half: B 3, C 4. */
#define TICKS "6 AB, 5 A, 4 C"
/* Sixteen rank. A above B 11 to 5, B above C 12 to 4, C above A 9 to 7: the weakest duel of the circle gives way. */
#define RANKS "7 ABC, 5 BCA, 4 CAB"
/* Fifteen give mentions, 1 the best. The eighth is 2 of each; better and worse of A 6 and 4, B 5 and 6, C 4 and 5. */
#define MENTIONS "6 152, 5 213, 4 521"

typedef struct {
  const char *method;
  const char *ways;      /* of its ballots, on the row */
  const char *row;       /* of the method */
  const char *ballots;
  int         seats;
  const char *chosen[3]; /* in any order, then %NULL */
  const char *sentence;  /* on the page */
} Decides;

static const Decides decides[] = {
  { "av", "Tick", "Approval", TICKS, 2, { A, B }, "6 voters of 15 would like to host " B ": chosen." },
  /* a purse is 2/15: eleven pay 1/11 each for A; then four for C are sooner ready than six for B who have paid */
  { "mes-phragmen", "Tick", "Equal shares", TICKS, 2, { A, C }, "1. " A " is chosen: nobody pays more than 1/11 of the place." },
  { "seqpav", "Tick", "Decreasing votes", TICKS, 2, { A, C }, "4 voters of 15 would like to host " C ": chosen." },
  { "mj", "Give a mention", "Majority judgment", MENTIONS, 1, { A }, "6 judge better, 4 worse" },
  { "schulze", "Rank", "Duels (Schulze)", RANKS, 1, { A }, A " is at place 1 of 3 in the duels: chosen." },
  /* a place takes 6 votes; 1 of A's 7 is left over and goes to B, 7 times 0.14285; then C is out, and its 4 go to B */
  { "stv-scottish", "Rank", "Transferable vote", RANKS, 2, { A, B },
    B " has 9.99995 votes, where the quota is 6, in turn 3: chosen." },
};

/* Shown beside a result of the same ballots, without effect on it: AV, Schulze or majority judgment, as above. */
static const struct { const char *method, *row, *beside, *chosen; } compares[] = {
  { "sav", "Shared approval", "av", A ", " C },                          /* A 8, B 3, C 4 */
  { "seqphragmen", "Phragmén", "av", A ", " C },                         /* C 1/4 before B 17/66 */
  { "revseqpav", "Decreasing votes, by elimination", "av", A ", " C },   /* without B 3 is lost, without C 4 */
  { "mes", "Equal shares, no completion", "av", A },
  { "mes-av", "Equal shares, then the most ticked", "av", A ", " B },
  { "mes-add1", "Equal shares, fuller purses", "av", A ", " B },         /* of 4/15: six still have 29/165, more than 1/6 */
  { "borda", "Points by rank", "schulze", A },                           /* A 18, B 17, C 13 */
  { "range", "Mean of the grades", "mj", C },                            /* A 39, B 32, C 44 */
};

typedef struct {
  PollFixture vote;
  GtkWidget  *page;
  GtkWidget  *window;
} Room;

/* The vote as an organiser makes it in the window. */
static TrhPoll *
prepare (Room *room, TrhWorkspace *workspace, const Decides *wanted)
{
  static const char *const names[] = { A, B, C };
  TrhProject *project = trh_workspace_get_project (workspace);
  GtkWidget *dialog;
  TrhPoll *poll;
  const TrhPollRecord *record;

  votes_press (room->page, "votes.prepare");
  dialog = votes_get_dialog ("Prepare a Vote");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    votes_press_row (dialog, names[i]);
  votes_press_row (dialog, wanted->ways);
  votes_set_number (dialog, "Artists to choose", wanted->seats);
  votes_press_row (dialog, wanted->row);
  g_assert_null (fixture_row (dialog, "Ranked pairs")); /* on the command line only */
  for (guint i = 0; i < G_N_ELEMENTS (compares); i++)
    g_assert_null (fixture_row (dialog, compares[i].row));
  votes_accept (dialog);
  WAIT_FOR (votes_find_window (TRH_TYPE_VOTE_DIALOG) == NULL);
  poll = trh_project_peek (project, TRH_POLLS, 0);
  record = trh_entity_peek_record (TRH_ENTITY (poll));
  g_assert_cmpstr (record->method, ==, wanted->method);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_cmpstr (((const TrhCandidateRecord *) record->candidates->pdata[i])->name, ==, names[i]);
  return poll;
}

static gboolean
is_label (GtkWidget *widget, gconstpointer text)
{
  return GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL;
}

static void
assert_compared (Room *room, const Decides *wanted)
{
  g_assert_null (fixture_row (room->page, "Ranked pairs"));
  for (guint i = 0; i < G_N_ELEMENTS (compares); i++)
    if (g_str_equal (compares[i].beside, wanted->method))
      {
        GtkWidget *row = fixture_row (room->page, compares[i].row);

        g_assert_nonnull (row);
        g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, compares[i].chosen);
      }
}

static void
test_decides (gconstpointer data)
{
  const Decides *wanted = data;
  TrhWorkspace *workspace = fixture_workspace (fixture_season);
  Room room = { 0 };
  const TrhResultRecord *total;

  room.page = g_object_ref_sink (g_object_new (TRH_TYPE_VOTES_PAGE, "workspace", workspace, NULL));
  room.window = fixture_show (room.page, 360, 640);
  poll_fixture_adopt (&room.vote, workspace, prepare (&room, workspace, wanted));
  poll_fixture_hold (&room.vote, wanted->method, "26340", wanted->ballots);
  total = poll_fixture_count (&room.vote, NULL);
  for (guint i = 0; i < total->tallies->len; i++)
    {
      const TrhTallyRecord *tally = total->tallies->pdata[i];

      g_assert_cmpint (tally->elected, ==, g_strv_contains (wanted->chosen, tally->name));
      g_assert_false (tally->tied);
    }
  g_assert_true (total->unique);
  gtk_widget_activate_action (room.page, "votes.show", "s", trh_entity_get_id (TRH_ENTITY (room.vote.poll)));
  WAIT_FOR (votes_shows (room.page, "No tie decided"));
  g_assert_nonnull (fixture_find (room.page, is_label, wanted->sentence)); /* in a row that folds, too */
  assert_compared (&room, wanted);

  gtk_window_destroy (GTK_WINDOW (room.window));
  fixture_settle ();
  g_assert_finalize_object (room.page);
  trh_store_discard (trh_workspace_get_store (workspace));
  poll_fixture_clear (&room.vote);
}

/* No method is missing above. */
static void
test_all (void)
{
  const TrhMethod *const *all = trh_method_get_all ();
  guint n = 0;

  for (; all[n] != NULL; n++)
    {
      guint found = g_str_equal (all[n]->id, "ranked-pairs");

      for (guint i = 0; i < G_N_ELEMENTS (decides); i++)
        found += g_str_equal (decides[i].method, all[n]->id);
      for (guint i = 0; i < G_N_ELEMENTS (compares); i++)
        found += g_str_equal (compares[i].method, all[n]->id);
      g_assert_cmpuint (found, ==, 1);
    }
  g_assert_cmpuint (n, ==, 15);
}

int
main (int argc, char *argv[])
{
  g_autofree char *home = g_dir_make_tmp ("trh-methods-XXXXXX", NULL);
  int status;

  g_setenv ("XDG_DATA_HOME", home, TRUE); /* as in test-votes */
  g_test_init (&argc, &argv, NULL);
  if (!fixture_init ())
    return 0;
  g_test_add_func ("/pages/vote-methods/all", test_all);
  for (guint i = 0; i < G_N_ELEMENTS (decides); i++)
    {
      g_autofree char *path = g_strconcat ("/pages/vote-methods/", decides[i].method, NULL);

      g_test_add_data_func (path, &decides[i], test_decides);
    }
  status = g_test_run ();
  folder_remove (home);
  return status;
}
