/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/base/trh-day.h"
#include "core/voting/trh-roll.h"
#include "core/voting/trh-urn.h"
#include "pages/trh-vote-kit-forget.h"
#include "pages/trh-votes-page.h"
#include "poll-fixture.h"
#include "votes-fixture.h"

/* The date on the minutes: a reminder, a question, and nothing left. */

static const char *const names[] = { "Ana Ruiz", "Bal perdu", NULL };

typedef struct {
  PollFixture vote;
  GtkWidget  *page;
  GtkWidget  *window;
  char       *roll;
  char       *urn;
} Room;

static void
set_up (Room *room, gconstpointer id)
{
  const PollCase ticks = { id, TRH_BALLOT_APPROVAL, "av", 1, TRH_TIES_KEPT, NULL, NULL };
  g_autofree char *session = g_strconcat (id, "-session", NULL);
  g_autoptr(TrhRoll) roll = trh_roll_new (session, 0);
  g_autoptr(GBytes) bytes = NULL;

  poll_fixture_set_up (&room->vote, fixture_workspace (fixture_season), &ticks, names);
  poll_fixture_hold (&room->vote, session, "26340", "7 A, 5 AB");
  trh_roll_import (roll, "Zoé Larmandier", NULL);
  bytes = trh_roll_print (roll);
  room->roll = trh_roll_get_path (session);
  room->urn = trh_urn_get_path (session);
  g_assert_true (trh_roll_write (room->roll, bytes, NULL));
  poll_fixture_count (&room->vote, NULL);
}

/* The list of votes, with a date so many days from today on the minutes. */
static void
open_page (Room *room, int days)
{
  ((TrhPollRecord *) trh_entity_peek_record (TRH_ENTITY (room->vote.poll)))->purge_day = trh_day_today () + days;
  room->page = g_object_ref_sink (g_object_new (TRH_TYPE_VOTES_PAGE, "workspace", room->vote.workspace, NULL));
  room->window = fixture_show (room->page, 800, 640);
}

static void
tear_down (Room *room, gconstpointer id)
{
  g_autofree char *folder = g_path_get_dirname (room->urn);

  gtk_window_destroy (GTK_WINDOW (room->window));
  fixture_settle ();
  g_assert_finalize_object (room->page);
  trh_store_discard (trh_workspace_get_store (room->vote.workspace));
  g_unlink (room->roll);
  g_unlink (room->urn);
  g_rmdir (folder);
  g_unlink (room->vote.keys_path);
  poll_fixture_clear (&room->vote);
  g_free (room->roll);
  g_free (room->urn);
}

static gboolean
all_there (Room *room)
{
  return g_file_test (room->roll, G_FILE_TEST_EXISTS) && g_file_test (room->urn, G_FILE_TEST_EXISTS) &&
         g_file_test (room->vote.keys_path, G_FILE_TEST_EXISTS);
}

/* The question in words, Cancel first: who is named, what goes; and a certificate that is not lost by one key. */
static void
test_due (Room *room, gconstpointer id)
{
  GtkWidget *dialog;

  open_page (room, 0);
  g_assert_true (votes_shows (room->page, "The date on the minutes has come"));
  votes_press (room->page, "votes.purge");
  dialog = votes_get_dialog ("Destroy");
  g_assert_true (votes_shows (dialog, "Roll"));
  g_assert_true (votes_shows (dialog, "Sealed urn and hashes of its codes"));
  g_assert_true (votes_shows (dialog, "Keys of the vote"));
  g_signal_emit_by_name (dialog, "accepted");
  g_assert_true (votes_shows (dialog, "The certificate names who does it: write your name."));
  votes_fill (dialog, "Your name", "Lise Blanc");
  g_signal_emit_by_name (dialog, "accepted");
  votes_answer ("cancel");
  fixture_settle ();
  g_assert_true (all_there (room));
  g_signal_emit_by_name (dialog, "accepted");
  votes_answer ("do");
  dialog = votes_get_dialog ("Destroyed");
  g_assert_null (votes_find_dialog ("Destroy"));
  g_assert_false (g_file_test (room->roll, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (room->urn, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (room->vote.keys_path, G_FILE_TEST_EXISTS));
  gtk_window_close (GTK_WINDOW (dialog));
  votes_answer ("cancel");
  fixture_settle ();
  g_assert_true (votes_find_dialog ("Destroyed") == dialog);
  gtk_window_close (GTK_WINDOW (dialog));
  votes_answer ("do");
  WAIT_FOR (votes_find_dialog ("Destroyed") == NULL);
  g_assert_false (votes_shows (room->page, "The date on the minutes has come"));
  g_assert_true (votes_shows (room->page, "Nothing of this vote is on this computer any more."));
  g_assert_true (votes_shows (room->page, "Ana Ruiz")); /* the sums stay */
}

static gboolean
is_purge (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), "_Destroy…") == 0;
}

/* A day before: no reminder, no button that works, and a word when it is asked for all the same. */
static void
test_early (Room *room, gconstpointer id)
{
  GtkWidget *button;

  open_page (room, 1);
  g_assert_false (votes_shows (room->page, "The date on the minutes has come"));
  gtk_widget_activate_action (room->page, "votes.show", "s", id);
  fixture_settle ();
  button = fixture_find (room->page, is_purge, NULL);
  g_assert_nonnull (button);
  g_assert_false (gtk_widget_get_sensitive (button));
  gtk_widget_activate_action (room->page, "votes.purge", "s", id);
  fixture_settle ();
  g_assert_null (votes_find_dialog ("Destroy"));
  g_assert_true (all_there (room));
}

/* The laptop of a town hall is reminded on the day, not before, and never when no day is said. */
static void
test_kit_reminder (void)
{
  const int day = 20922; /* 14 April 2027 */
  TrhKit kit = { .purge_day = day };
  GtkWidget *reminder = trh_vote_kit_reminder_new (&kit, day);
  GtkWidget *window = fixture_show (reminder, 400, 200);

  g_assert_true (votes_shows (reminder, "The date on the minutes has come (Wednesday 14 April 2027)"));
  g_assert_null (trh_vote_kit_reminder_new (&kit, day - 1));
  kit.purge_day = TRH_NO_DAY;
  g_assert_null (trh_vote_kit_reminder_new (&kit, day));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  if (!fixture_init ())
    return 0;

  g_test_add ("/pages/vote-purge/due", Room, "pages-purge-due", set_up, test_due, tear_down);
  g_test_add ("/pages/vote-purge/early", Room, "pages-purge-early", set_up, test_early, tear_down);
  g_test_add_func ("/pages/vote-purge/kit-reminder", test_kit_reminder);

  return g_test_run ();
}
