/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/base/trh-file.h"
#include "core/voting/trh-fingerprint.h"
#include "pages/trh-vote-closing.h"
#include "pages/trh-vote-console.h"
#include "pages/trh-vote-kit.h"
#include "widgets/trh-note-row.h"
#include "small-kit.h"
#include "votes-fixture.h"

/* A session in a town hall, without any project: its console, its closing, and its way back. */

typedef struct {
  TrhKeys        *keys;
  TrhKit         *kit;
  TrhVoteSession *session;
  GtkWidget      *window;
  char           *told; /* (nullable): by the window, the last time */
} Fixture;

typedef struct {
  gboolean done;
  gpointer got;
  GError  *error;
} Answer;

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  Answer *answer = data;

  answer->got = trh_vote_kit_open_finish (result, &answer->error);
  answer->done = TRUE;
}

static void
on_tell (GSimpleAction *action, GVariant *sentence, gpointer data)
{
  Fixture *fixture = data;

  g_free (fixture->told);
  fixture->told = g_variant_dup_string (sentence, NULL);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  static const char *const organisers[] = { "Lise Blanc", "Marc Arnaud" };
  static const GActionEntry entries[] = { { .name = "tell", .activate = on_tell, .parameter_type = "s" } };
  g_autoptr(GSimpleActionGroup) actions = g_simple_action_group_new ();
  Answer answer = { 0 };

  fixture->keys = small_kit_make_keys ();
  fixture->kit = small_kit_make (fixture->keys);
  g_assert_false (trh_vote_kit_is_open (fixture->kit));
  trh_vote_kit_open_async (fixture->kit, organisers, 8, on_opened, &answer);
  WAIT_FOR (answer.done);
  g_assert_no_error (answer.error);
  fixture->session = answer.got;
  g_assert_true (trh_vote_kit_is_open (fixture->kit));

  fixture->window = fixture_show (trh_vote_console_new (fixture->session), 360, 640);
  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), fixture);
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (actions));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *urns = g_build_filename (g_get_user_data_dir (), "transhumances", NULL);

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  fixture_settle ();
  WAIT_FOR (g_atomic_int_get ((int *) &G_OBJECT (fixture->session)->ref_count) == 1);
  g_assert_finalize_object (fixture->session);
  trh_kit_free (fixture->kit);
  trh_keys_free (fixture->keys);
  g_free (fixture->told);
  folder_remove (urns);
}

static const char *
get_code (Fixture *fixture, guint index)
{
  return g_array_index (trh_vote_session_peek_codes (fixture->session), TrhCode, index).text;
}

static void
on_cast (GObject *source, GAsyncResult *result, gpointer data)
{
  g_assert_true (trh_ballot_box_cast_finish (TRH_BALLOT_BOX (source), result, NULL));
  *(gboolean *) data = TRUE;
}

static void
cast (Fixture *fixture, guint code)
{
  const guint8 marks[] = { 1, 0, 0 };
  gboolean done = FALSE;

  trh_ballot_box_cast_async (TRH_BALLOT_BOX (trh_vote_session_get_urn (fixture->session)), get_code (fixture, code), marks,
                             G_N_ELEMENTS (marks), NULL, on_cast, &done);
  WAIT_FOR (done);
}

static gboolean
is_button (GtkWidget *widget, gconstpointer label)
{
  return GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0;
}

static gboolean
can_press (Fixture *fixture, const char *label)
{
  return gtk_widget_is_sensitive (fixture_find (fixture->window, is_button, label));
}

/* The console counts voters and codes, and never says for whom. */
static void
test_console (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog;

  g_assert_true (votes_shows (fixture->window, "Session of Séderon"));
  g_assert_true (votes_shows (fixture->window, "REHEARSAL"));
  g_assert_true (votes_shows (fixture->window, "voters so far"));
  g_assert_true (votes_shows (fixture->window, "8 made, 0 used, 0 cancelled\n8 can be printed"));
  cast (fixture, 0);
  g_assert_true (votes_shows (fixture->window, "voter so far"));
  g_assert_true (votes_shows (fixture->window, "8 made, 1 used, 0 cancelled"));
  for (guint i = 0; i < 3; i++)
    g_assert_false (votes_shows (fixture->window, small_kit_names[i]));
  g_assert_cmpint (gtk_widget_get_width (fixture->window), <=, 360);

  votes_press_button (fixture->window, "_Cancel a Code…");
  dialog = votes_get_dialog ("Cancel a Code");
  votes_fill (dialog, "Code on the slip", get_code (fixture, 0));
  votes_accept (dialog);
  WAIT_FOR (votes_shows (dialog, "This code has already been used."));
  votes_fill (dialog, "Code on the slip", get_code (fixture, 1));
  votes_accept (dialog);
  WAIT_FOR (votes_find_dialog ("Cancel a Code") == NULL);
  g_assert_true (votes_shows (fixture->window, "8 made, 1 used, 1 cancelled"));

  votes_press_button (fixture->window, "_More Codes…");
  dialog = votes_get_dialog ("More Codes");
  votes_set_number (dialog, "How many", 2);
  votes_accept (dialog);
  dialog = votes_get_dialog ("Voting Codes");
  g_assert_true (votes_shows (dialog, "2 voting codes"));
  gtk_window_close (GTK_WINDOW (dialog));
  g_assert_true (votes_shows (fixture->window, "10 made, 1 used, 1 cancelled\n10 can be printed"));
  g_assert_true (trh_vote_session_lacks_slips (fixture->session));
  trh_vote_session_note_slips (fixture->session);
  g_assert_false (trh_vote_session_lacks_slips (fixture->session));

  /* the end of the vote: asked, then no code is taken and no booth opens */
  votes_press_button (fixture->window, "_End the Vote…");
  votes_answer ("cancel");
  g_assert_true (can_press (fixture, "_Open the Booth…"));
  votes_press_button (fixture->window, "_End the Vote…");
  votes_answer ("do");
  WAIT_FOR (fixture->told != NULL && g_str_has_prefix (fixture->told, "The vote has ended"));
  g_assert_false (can_press (fixture, "_Open the Booth…") || can_press (fixture, "_More Codes…") ||
                  can_press (fixture, "_Cancel a Code…") || can_press (fixture, "_End the Vote…"));
  g_assert_true (can_press (fixture, "_Type a Pile…") && can_press (fixture, "_Close the Urn…"));
}

static void
fill_names (GtkWidget *dialog)
{
  votes_fill (dialog, "Name of the first person", "Lise Blanc");
  votes_fill (dialog, "Name of the second person", "Marc Arnaud");
}

/* What the room counted is compared at once; a gap is told, and closes only with words about it. */
static void
test_closing (Fixture *fixture, gconstpointer data)
{
  TrhUrn *urn = trh_vote_session_get_urn (fixture->session);
  g_autofree char *path = trh_urn_get_path (trh_vote_session_get_id (fixture->session));
  g_autofree char *fingerprint = NULL, *stored = NULL, *words = NULL;
  g_autoptr(TrhUrnContent) content = NULL;
  GtkWidget *dialog;

  cast (fixture, 0);
  cast (fixture, 1);
  votes_press_button (fixture->window, "_Close the Urn…");
  dialog = votes_get_dialog ("Close the Urn");
  fixture_settle ();
  g_assert_true (votes_shows (dialog, "2 ballots in the urn, 2 codes used of 8: the figures agree."));
  g_assert_true (votes_shows (dialog, "The signatures of the roll were not counted."));
  votes_fill (dialog, "Signatures on the roll", "2");
  g_assert_true (votes_shows (dialog, "2 signatures on the roll, as many ballots: the figures agree."));
  votes_fill (dialog, "Slips left on the table", "5");
  g_assert_true (votes_shows (dialog, "1 gap"));
  g_assert_true (votes_shows (dialog, "5 slips left on the table where 6 should be: 1 missing."));

  votes_fill (dialog, "Ballots of paper in the box", "deux");
  fill_names (dialog);
  votes_accept (dialog);
  g_assert_true (votes_shows (dialog, "Write a whole number, or nothing."));
  votes_fill (dialog, "Ballots of paper in the box", "");
  votes_accept (dialog);
  g_assert_true (votes_shows (dialog, "The figures do not agree: write under the incidents"));
  g_assert_false (trh_urn_is_closed (urn));

  trh_note_row_set_text (TRH_NOTE_ROW (fixture_row (dialog, "Incidents")), "un papillon a été perdu");
  votes_fill (dialog, "Ballots printed", "soixante");
  votes_accept (dialog);
  g_assert_true (votes_shows (dialog, "Write a whole number, or nothing."));
  votes_fill (dialog, "Ballots printed", "60");
  votes_fill (dialog, "President", " Anne Faure ");
  votes_fill (dialog, "Name of the second person", "lise  blanc");
  votes_accept (dialog);
  g_assert_true (votes_shows (dialog, "Two different people are needed."));
  fill_names (dialog);
  votes_accept (dialog);
  dialog = votes_get_dialog ("The Urn Is Sealed");
  fixture_settle ();
  g_assert_true (trh_urn_is_closed (urn));
  g_assert_cmpstr (fixture->told, ==, "The urn is closed and sealed.");

  content = trh_urn_load (path, &stored, NULL);
  fingerprint = trh_vote_session_dup_fingerprint (fixture->session);
  words = trh_fingerprint_say (stored);
  g_assert_cmpstr (fingerprint, ==, stored);
  g_assert_true (votes_shows (dialog, words));
  g_assert_cmpint (content->signatures, ==, 2);
  g_assert_cmpint (content->slips_left, ==, 5);
  g_assert_cmpint (content->paper_found, ==, -1);
  g_assert_cmpstr (content->incidents, ==, "un papillon a été perdu");
  g_assert_nonnull (content->bureau);
  g_assert_cmpstr (content->bureau->president, ==, "Anne Faure");
  g_assert_cmpint (content->bureau->printed, ==, 60);
  g_assert_cmpint (content->bureau->left, ==, -1);
  g_assert_cmpstr (content->closed_by[1], ==, "Marc Arnaud");
  gtk_window_close (GTK_WINDOW (dialog));
}

static gboolean
fail_closing (TrhVoteSession *session, const TrhUrnContent *urn, const char *fingerprint, gpointer user_data, GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_READ_ONLY, "the season is read-only");
  return FALSE;
}

/* The urn is closed and cannot be written down elsewhere: that is said, and the urn stays closed. */
static void
test_not_recorded (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog;

  trh_vote_session_set_closed (fixture->session, fail_closing, NULL);
  votes_press_button (fixture->window, "_Close the Urn…");
  dialog = votes_get_dialog ("Close the Urn");
  fill_names (dialog);
  votes_accept (dialog);
  WAIT_FOR (votes_shows (dialog, "the season is read-only"));
  g_assert_true (trh_urn_is_closed (trh_vote_session_get_urn (fixture->session)));
  gtk_window_close (GTK_WINDOW (dialog)); /* with names in it: asks first */
  votes_answer ("cancel");
  g_assert_true (votes_find_dialog ("Close the Urn") == dialog);
  gtk_window_close (GTK_WINDOW (dialog));
  votes_answer ("do");
}

/* The same kit finds its urn again; nobody else gets at it, and another kit of that session does not. */
static void
test_resume (Fixture *fixture, gconstpointer data)
{
  g_autoptr(TrhKit) other = trh_kit_copy (fixture->kit);
  g_autoptr(GError) error = NULL;
  TrhVoteSession *again;

  cast (fixture, 0);
  g_assert_null (trh_vote_kit_resume (fixture->kit, &error));
  g_assert_error (error, TRH_URN_ERROR, TRH_URN_ERROR_BUSY);
  g_clear_error (&error);

  gtk_window_set_child (GTK_WINDOW (fixture->window), NULL);
  WAIT_FOR (g_atomic_int_get ((int *) &G_OBJECT (fixture->session)->ref_count) == 1);
  g_assert_finalize_object (fixture->session); /* as when the plug is pulled */
  other->urn->public_key[0] ^= 1;
  g_assert_null (trh_vote_kit_resume (other, &error));
  g_assert_error (error, TRH_URN_ERROR, TRH_URN_ERROR_EXISTS);
  g_clear_error (&error);
  again = fixture->session = trh_vote_kit_resume (fixture->kit, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (trh_urn_get_n_ballots (trh_vote_session_get_urn (again)), ==, 1);
  g_assert_cmpuint (trh_vote_session_peek_codes (again)->len, ==, 0); /* codes are kept nowhere */
}

static void
on_returned (GObject *source, GAsyncResult *result, gpointer data)
{
  Answer *answer = data;

  answer->got = trh_vote_return_finish (result, &answer->error);
  answer->done = TRUE;
}

static char *
give_back (Fixture *fixture, const char *folder, GError **error)
{
  Answer answer = { 0 };

  trh_vote_return_async (fixture->session, folder, on_returned, &answer);
  WAIT_FOR (answer.done);
  if (answer.error != NULL)
    g_propagate_error (error, answer.error);
  return answer.got;
}

/* What is given back is the urn to the byte; another file of that name is left alone, and a lost stick is told. */
static void
test_return (Fixture *fixture, gconstpointer data)
{
  g_autofree char *stick = g_dir_make_tmp ("trh-stick-XXXXXX", NULL);
  g_autofree char *wanted = g_build_filename (stick, "urn-sederon.urn", NULL);
  g_autofree char *minutes = g_build_filename (stick, "minutes-sederon.pdf", NULL);
  g_autofree char *fingerprint = NULL, *first = NULL, *twice = NULL, *beside = NULL, *hash = NULL, *kept = NULL;
  g_autoptr(GError) error = NULL;
  GtkWidget *dialog;

  votes_press_button (fixture->window, "_Close the Urn…");
  dialog = votes_get_dialog ("Close the Urn");
  fill_names (dialog);
  votes_accept (dialog);
  gtk_window_close (GTK_WINDOW (votes_get_dialog ("The Urn Is Sealed")));
  fingerprint = trh_vote_session_dup_fingerprint (fixture->session);

  first = give_back (fixture, stick, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (first, ==, wanted);
  hash = trh_file_hash_of (first, &error);
  g_assert_cmpstr (hash, ==, fingerprint);
  g_assert_true (g_file_test (minutes, G_FILE_TEST_IS_REGULAR));
  twice = give_back (fixture, stick, &error); /* the very same is no other file */
  g_assert_cmpstr (twice, ==, wanted);

  g_assert_true (g_file_set_contents (wanted, "of another town", -1, NULL));
  beside = give_back (fixture, stick, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (beside, !=, wanted);
  g_assert_true (g_file_get_contents (wanted, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, "of another town");

  folder_remove (stick);
  g_assert_null (give_back (fixture, stick, &error));
  g_assert_nonnull (error);
}

/* A program copies the folder of the urns: said before the urn is closed, and sealed with it for the minutes. */
static void
test_copied (Fixture *fixture, gconstpointer data)
{
  g_autofree char *mark = g_build_filename (g_get_user_data_dir (), ".stfolder", NULL);
  GtkWidget *dialog;

  g_assert_cmpint (g_mkdir (mark, 0700), ==, 0);
  votes_press_button (fixture->window, "_Close the Urn…");
  dialog = votes_get_dialog ("Close the Urn");
  g_assert_true (votes_shows (dialog, "The urn was in a folder of which Syncthing keeps copies"));
  fill_names (dialog);
  votes_accept (dialog);
  gtk_window_close (GTK_WINDOW (votes_get_dialog ("The Urn Is Sealed")));
  g_assert_cmpint (g_rmdir (mark), ==, 0);
  g_assert_true (g_str_has_prefix (trh_urn_peek_content (trh_vote_session_get_urn (fixture->session))->remarks,
                                   "The urn was in a folder of which Syncthing keeps copies"));
}

/* Since when it is open; and the opening record stays a record of an empty urn. */
static void
test_opening (Fixture *fixture, gconstpointer data)
{
  const TrhUrnContent *urn = trh_urn_peek_content (trh_vote_session_get_urn (fixture->session));
  g_autofree char *elapsed = trh_vote_session_say_elapsed (fixture->session, urn->day, urn->opened_at + 42);
  g_autofree char *later = trh_vote_session_say_elapsed (fixture->session, urn->day + 1, urn->opened_at);
  g_autofree char *name = trh_vote_session_get_file_name (fixture->session, "opening", ".pdf");
  g_autoptr(TrhSheet) before = trh_vote_session_make_opening (fixture->session);
  g_autoptr(GBytes) pages_before = trh_sheet_print (before, NULL, NULL);
  g_autoptr(TrhSheet) after = NULL;
  g_autoptr(GBytes) pages_after = NULL;

  g_assert_nonnull (strstr (elapsed, "42 min ago"));
  g_assert_null (strstr (later, "ago"));
  g_assert_cmpstr (name, ==, "opening-sederon.pdf");
  cast (fixture, 0);
  after = trh_vote_session_make_opening (fixture->session);
  pages_after = trh_sheet_print (after, NULL, NULL);
  g_assert_true (g_bytes_equal (pages_before, pages_after));
}

int
main (int argc, char *argv[])
{
  g_autofree char *home = g_dir_make_tmp ("trh-session-XXXXXX", NULL);
  int status;

  g_setenv ("XDG_DATA_HOME", home, TRUE); /* not G_TEST_OPTION_ISOLATE_DIRS: GTK would not find its schemas */
  g_test_init (&argc, &argv, NULL);
  if (!fixture_init ())
    return 0;

#define ADD(name, function) g_test_add ("/pages/vote-session/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("console", test_console);
  ADD ("closing", test_closing);
  ADD ("not-recorded", test_not_recorded);
  ADD ("resume", test_resume);
  ADD ("return", test_return);
  ADD ("copied", test_copied);
  ADD ("opening", test_opening);
#undef ADD

  status = g_test_run ();
  folder_remove (home);
  return status;
}
