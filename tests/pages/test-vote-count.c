/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/voting/trh-urn.h"
#include "pages/trh-votes-page.h"
#include "poll-fixture.h"
#include "votes-fixture.h"

/* The window that counts: what it asks for, what it refuses and in which words. */

static const char *const names[] = { "Ana Ruiz", "Bal perdu", "Cie Drailles", NULL };

typedef struct {
  PollFixture vote;
  GtkWidget  *page;
  GtkWidget  *window;
} Room;

static void
room_open (Room *room, const PollCase *which)
{
  poll_fixture_set_up (&room->vote, fixture_workspace (fixture_season), which, names);
  poll_fixture_hold (&room->vote, "c-s1", "26340", "6 AB, 5 AB, 1 C");
  room->page = g_object_ref_sink (g_object_new (TRH_TYPE_VOTES_PAGE, "workspace", room->vote.workspace, NULL));
  room->window = fixture_show (room->page, 800, 600);
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

static GtkWidget *
ask (Room *room)
{
  votes_press (room->page, "votes.count");
  return votes_get_dialog ("Count the Ballots");
}

static const TrhResultRecord *
get_total (Room *room)
{
  TrhResult *total = trh_poll_find_total (trh_workspace_get_project (room->vote.workspace),
                                          trh_entity_get_id (TRH_ENTITY (room->vote.poll)));

  return total != NULL ? trh_entity_peek_record (TRH_ENTITY (total)) : NULL;
}

static void
fill_passphrases (GtkWidget *dialog)
{
  votes_fill (dialog, "Passphrase of Anne Faure", poll_passphrases[0]);
  votes_fill (dialog, "Passphrase of Paul Roux", poll_passphrases[1]);
}

/* The draw comes before anybody knows who is equal. */
static void
test_draw (void)
{
  const PollCase draw = { "c-draw", TRH_BALLOT_APPROVAL, "av", 1, TRH_TIES_LOT, NULL, NULL };
  Room room = { 0 };
  GtkWidget *dialog;

  room_open (&room, &draw);
  dialog = ask (&room);
  votes_accept (dialog);
  g_assert_true (votes_shows (dialog, "Both passphrases are needed."));
  fill_passphrases (dialog);
  votes_fill (dialog, "What was drawn, as in “4 2 6 1 5”", "   ");
  votes_accept (dialog);
  g_assert_true (votes_shows (dialog, "Write the text that was drawn in public."));
  g_assert_null (get_total (&room));
  votes_fill (dialog, "What was drawn, as in “4 2 6 1 5”", " 3 1 4 ");
  votes_accept (dialog);
  WAIT_FOR (get_total (&room) != NULL);
  g_assert_cmpstr (get_total (&room)->seed, ==, "3 1 4");
  fixture_settle ();
  g_assert_true (votes_shows (room.page, "Text of the draw: 3 1 4"));
  room_close (&room);
}

/* Ties that are kept need no draw. The sheet does what two passphrases do. */
static void
test_sheet (void)
{
  const PollCase kept = { "c-kept", TRH_BALLOT_APPROVAL, "av", 1, TRH_TIES_KEPT, NULL, NULL };
  g_autoptr(TrhSecret) secret = NULL;
  char lines[TRH_RECOVERY_LINES][TRH_RECOVERY_LINE];
  Room room = { 0 };
  GtkWidget *dialog;

  room_open (&room, &kept);
  secret = trh_keys_unlock (room.vote.keys, poll_passphrases, NULL);
  trh_recovery_write (secret, lines);
  dialog = ask (&room);
  g_assert_null (fixture_row (dialog, "What was drawn, as in “4 2 6 1 5”"));
  votes_press_row (dialog, "Use the recovery sheet instead");
  votes_fill (dialog, "Line 1", lines[0]);
  votes_fill (dialog, "Line 2", lines[1]);
  votes_fill (dialog, "Line 3", lines[3]);
  votes_accept (dialog);
  g_assert_true (votes_shows (dialog, "All four lines of the sheet are needed."));
  votes_fill (dialog, "Line 4", lines[3]);
  votes_accept (dialog);
  WAIT_FOR (votes_shows (dialog, "There is a typing mistake in line 3 of the recovery sheet."));
  g_assert_null (get_total (&room));
  votes_fill (dialog, "Line 3", lines[2]);
  votes_accept (dialog);
  WAIT_FOR (get_total (&room) != NULL);
  g_assert_cmpint (((const TrhTallyRecord *) get_total (&room)->tallies->pdata[0])->voices, ==, 11);
  fixture_settle ();
  room_close (&room);
}

/* Keys that are on another computer: the sheet is asked for at once. */
static void
test_without_keys (void)
{
  const PollCase kept = { "c-away", TRH_BALLOT_APPROVAL, "av", 1, TRH_TIES_KEPT, NULL, NULL };
  Room room = { 0 };
  GtkWidget *dialog;

  room_open (&room, &kept);
  g_assert_cmpint (g_unlink (room.vote.keys_path), ==, 0);
  dialog = ask (&room);
  g_assert_null (fixture_row (dialog, "Use the recovery sheet instead"));
  g_assert_true (votes_shows (dialog, "The keys of this vote are not on this computer."));
  gtk_window_close (GTK_WINDOW (dialog));
  WAIT_FOR (votes_find_window (TRH_TYPE_VOTE_DIALOG) == NULL);
  room_close (&room);
}

/* One byte of a closed urn is another: nothing is counted, and the town is named. */
static void
test_changed (void)
{
  const PollCase kept = { "c-changed", TRH_BALLOT_APPROVAL, "av", 1, TRH_TIES_KEPT, NULL, NULL };
  g_autofree char *path = trh_urn_get_path ("c-s1");
  g_autofree char *text = NULL;
  gsize length;
  Room room = { 0 };
  GtkWidget *dialog;
  char *letter;

  room_open (&room, &kept);
  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  letter = g_strstr_len (text, (gssize) length, "Lise Blanc");
  g_assert_nonnull (letter);
  *letter = 'B';
  g_assert_true (g_file_set_contents (path, text, (gssize) length, NULL));
  dialog = ask (&room);
  fill_passphrases (dialog);
  votes_accept (dialog);
  WAIT_FOR (votes_shows (dialog, "Séderon: this urn was changed or is damaged (sum: the urn was changed after it was written)."));
  g_assert_null (get_total (&room));
  gtk_window_close (GTK_WINDOW (dialog));
  WAIT_FOR (votes_find_window (TRH_TYPE_VOTE_DIALOG) == NULL);
  room_close (&room);
}

int
main (int argc, char *argv[])
{
  g_autofree char *home = g_dir_make_tmp ("trh-count-XXXXXX", NULL);

  g_setenv ("XDG_DATA_HOME", home, TRUE); /* not G_TEST_OPTION_ISOLATE_DIRS: GTK would not find its schemas */
  g_test_init (&argc, &argv, NULL);
  if (!fixture_init ())
    return 0;

  g_test_add_func ("/pages/vote-count/draw", test_draw);
  g_test_add_func ("/pages/vote-count/sheet", test_sheet);
  g_test_add_func ("/pages/vote-count/without-keys", test_without_keys);
  g_test_add_func ("/pages/vote-count/changed", test_changed);

  return g_test_run ();
}
