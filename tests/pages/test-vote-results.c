/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-votes-page.h"
#include "poll-fixture.h"
#include "pages-fixture.h"
#include "widgets/trh-share-bar.h"

/* The result of a vote as the room sees it: what it says follows from ballots that were sealed and counted here. */

typedef struct {
  PollFixture vote;
  GtkWidget  *page;
  GtkWidget  *window;
} Room;

static const char *const names[] = { "Ana Ruiz", "Bal perdu", "Cie Drailles", "Duo Merle", NULL };

static gboolean
is_text (GtkWidget *widget, gconstpointer text)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_child_visible (widget) &&
         strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL;
}

static gboolean
says (Room *room, const char *text)
{
  return fixture_find (room->page, is_text, text) != NULL;
}

static void
room_open (Room *room, const PollCase *which, const char *large, const char *small, const char *seed, int width)
{
  poll_fixture_set_up (&room->vote, fixture_workspace (fixture_season), which, names);
  poll_fixture_hold (&room->vote, "s-large", "26340", large);
  if (small != NULL)
    poll_fixture_hold (&room->vote, "s-small", "05126", small);
  poll_fixture_count (&room->vote, seed);
  room->page = g_object_ref_sink (g_object_new (TRH_TYPE_VOTES_PAGE, "workspace", room->vote.workspace, NULL));
  room->window = fixture_show (room->page, width, 640);
  gtk_widget_activate_action (room->page, "votes.show", "s", which->id);
  fixture_settle ();
}

static void
room_close (Room *room)
{
  gtk_window_destroy (GTK_WINDOW (room->window));
  fixture_settle ();
  g_assert_finalize_object (room->page);
  trh_store_discard (trh_workspace_get_store (room->vote.workspace));
  poll_fixture_clear (&room->vote);
}

static gboolean
is_bar (GtkWidget *widget, gconstpointer label)
{
  g_autofree char *wrong = NULL;

  if (!TRH_IS_SHARE_BAR (widget))
    return FALSE;
  wrong = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label);
  return wrong == NULL && gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)) == GTK_ACCESSIBLE_ROLE_IMG;
}

static gboolean
is_button (GtkWidget *widget, gconstpointer label)
{
  return GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0;
}

/* The tables are built beside the charts, and shown in their place. */
static void
assert_twin (Room *room)
{
  GtkWidget *twin = fixture_find (room->page, is_button, "Show the Table");
  GtkWidget *head = fixture_find (room->page, is_text, "Outcome");

  g_assert_nonnull (head);
  g_assert_false (gtk_widget_get_mapped (head));
  g_signal_emit_by_name (twin, "clicked");
  fixture_settle ();
  g_assert_true (gtk_widget_get_mapped (head));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (twin)), ==, "Show the Charts");
  g_signal_emit_by_name (twin, "clicked");
  fixture_settle ();
  g_assert_false (gtk_widget_get_mapped (head));
}

/* Two places among four: whose voices, how many are missing, who has a chosen artist; small towns are told together
 * with none, so neither is told alone. */
static void
test_approval (void)
{
  const PollCase ticks = { "r-av", TRH_BALLOT_APPROVAL, "av", 2, TRH_TIES_KEPT, NULL, NULL };
  Room room = { 0 };

  room_open (&room, &ticks, "9 AB, 4 A, 3 C, 1 -", "12 B, 2 D", NULL, 800);
  g_assert_true (says (&room, "31 ballots, 1 blank · 2 artists to choose"));
  g_assert_true (says (&room, "21 voters of 30 would like to host Bal perdu: chosen."));
  g_assert_true (says (&room, "The voices for Bal perdu: Séderon 9, Rosans 12."));
  g_assert_true (says (&room, "3 voters of 30 would like to host Cie Drailles: not among the chosen, 11 more would have been "
                              "enough."));
  g_assert_true (says (&room, "No tie decided: the list does not depend on any draw."));
  g_assert_true (says (&room, "25 voters of 30 have at least one chosen artist."));
  g_assert_true (says (&room, "13 voters of 16 have at least one chosen artist.")); /* of Séderon */
  g_assert_true (says (&room, "12 voters of 14 have at least one chosen artist.")); /* of Rosans */
  g_assert_nonnull (fixture_find (room.page, is_bar, "Result of Bal perdu: 21 voices, 70 %, Chosen"));
  g_assert_nonnull (fixture_find (room.page, is_bar, "Result of Duo Merle: 2 voices, 7 %, Not chosen"));
  g_assert_true (says (&room, "No effect on the result"));
  g_assert_true (says (&room, "Equal shares"));
  assert_twin (&room);
  room_close (&room);
}

/* Equal shares: each turn with its exact fraction. */
static void
test_turns (void)
{
  const PollCase shares = { "r-mes", TRH_BALLOT_APPROVAL, "mes-phragmen", 2, TRH_TIES_KEPT, NULL, NULL };
  Room room = { 0 };

  room_open (&room, &shares, "12 AB, 8 C", NULL, NULL, 800);
  /* a purse is 2/20: the twelve pay 1/12 each for A, nobody can pay a second place, C's eight lack 1/5 */
  g_assert_true (says (&room, "1. Ana Ruiz is chosen: nobody pays more than 1/12 of the place."));
  g_assert_true (says (&room, "2. Cie Drailles is chosen for a place that no purse could pay"));
  room_close (&room);
}

/* Grades: the profile says where half of the voters is. */
static void
test_judgment (void)
{
  const PollCase grades = { "r-mj", TRH_BALLOT_GRADES, "mj", 1, TRH_TIES_KEPT, NULL, NULL };
  Room room = { 0 };

  room_open (&room, &grades, "6 1253, 5 2155, 4 3455", NULL, NULL, 360);
  g_assert_cmpint (gtk_widget_get_width (room.window), <=, 360);
  g_assert_nonnull (fixture_find (room.page, is_bar,
                                  "Result of Ana Ruiz: grade “In favour”, 73 % “In favour” or better, 15 ballots"));
  g_assert_true (says (&room, "More than half of the voters give Ana Ruiz “In favour” or better: chosen."));
  g_assert_true (says (&room, "No majority gives Cie Drailles better than “Against”: not among the chosen."));
  g_assert_true (says (&room, "half of the voters"));
  g_assert_true (says (&room, "Grade of the majority"));
  g_assert_true (says (&room, "Strongly in favour 6, In favour 5, Rather in favour 4, Hesitant 0, Against 0")); /* of the town */
  assert_twin (&room);
  room_close (&room);
}

static void
test_duels (void)
{
  const PollCase duels = { "r-schulze", TRH_BALLOT_RANKING, "schulze", 1, TRH_TIES_KEPT, NULL, NULL };
  Room room = { 0 };

  room_open (&room, &duels, "7 ABC, 4 BCA, 2 CAB", NULL, NULL, 360);
  g_assert_cmpint (gtk_widget_get_width (room.window), <=, 360);
  g_assert_true (says (&room, "Ana Ruiz is at place 1 of 4 in the duels: chosen."));
  g_assert_true (says (&room, "✓ 11")); /* B above C: 7 + 4 */
  room_close (&room);
}

/* A draw: who was tied, the text, and whom it meant. */
static void
test_draw (void)
{
  const PollCase draw = { "r-draw", TRH_BALLOT_APPROVAL, "av", 1, TRH_TIES_LOT, NULL, NULL };
  Room room = { 0 };

  room_open (&room, &draw, "12 AB, 3 C", NULL, "dé 6", 800);
  g_assert_true (says (&room, "Tied for the last places: Ana Ruiz, Bal perdu. The public draw decided between them."));
  g_assert_true (says (&room, "Text of the draw: dé 6"));
  g_assert_true (says (&room, "Tied for the last places: the public draw decided for this artist."));
  g_assert_true (says (&room, "Tied for the last places: the public draw decided for others."));
  room_close (&room);
}

int
main (int argc, char *argv[])
{
  g_autofree char *home = g_dir_make_tmp ("trh-results-XXXXXX", NULL);

  g_setenv ("XDG_DATA_HOME", home, TRUE); /* not G_TEST_OPTION_ISOLATE_DIRS: GTK would not find its schemas */
  g_test_init (&argc, &argv, NULL);
  if (!fixture_init ())
    return 0;

  g_test_add_func ("/pages/vote-results/approval", test_approval);
  g_test_add_func ("/pages/vote-results/turns", test_turns);
  g_test_add_func ("/pages/vote-results/judgment", test_judgment);
  g_test_add_func ("/pages/vote-results/duels", test_duels);
  g_test_add_func ("/pages/vote-results/draw", test_draw);

  return g_test_run ();
}
