/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "booth/trh-booth-window.h"
#include "core/voting/trh-roll.h"
#include "pages/trh-vote-roll.h"
#include "fake-box.h"
#include "votes-fixture.h"

/* The roll of a session, as the table at the door keeps it. */

static const TrhVoteRollWords words = {
  .session_id = "session-1", .question = "Qui accueillir\u202f?", .place = "Séderon",
  .who_votes = "Residents of Séderon & Aurel, from 16 years on", .day = 20892, .purge_day = 20922 };

typedef struct {
  char      *path;
  GtkWidget *parent;
  GtkWidget *window;
} Fixture;

static void
show (Fixture *fixture)
{
  trh_vote_show_roll (fixture->parent, &words);
  fixture->window = votes_find_window (TRH_TYPE_VOTE_ROLL);
  if (fixture->window != NULL)
    g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  fixture_settle ();
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->path = trh_roll_get_path (words.session_id);
  g_assert_true (g_str_has_prefix (fixture->path, g_get_user_data_dir ())); /* of this test alone */
  fixture->parent = fixture_show (gtk_label_new ("Votes"), 400, 300);
  show (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->window != NULL)
    gtk_window_close (GTK_WINDOW (fixture->window));
  WAIT_FOR (fixture->window == NULL);
  gtk_window_destroy (GTK_WINDOW (fixture->parent));
  g_unlink (fixture->path);
  g_free (fixture->path);
}

static gboolean
is_list (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_LIST_BOX (widget) && gtk_widget_get_mapped (widget);
}

static gboolean
is_search (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_SEARCH_ENTRY (widget);
}

static gboolean
is_view (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_TEXT_VIEW (widget);
}

static void
search (Fixture *fixture, const char *text)
{
  GtkWidget *entry = fixture_find (fixture->window, is_search, NULL);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "search-changed");
}

/* The names that are shown, in their order. */
static char *
describe (Fixture *fixture)
{
  GtkWidget *list = fixture_find (fixture->window, is_list, NULL);
  GString *names = g_string_new ("");
  GtkListBoxRow *row;

  for (int i = 0; list != NULL && (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), i)) != NULL; i++)
    {
      const char *detail = adw_action_row_get_subtitle (ADW_ACTION_ROW (row));

      g_string_append_printf (names, "%s%s%s%s", i > 0 ? ", " : "", adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)),
                              detail != NULL && *detail != '\0' ? " " : "", detail != NULL ? detail : "");
    }
  return g_string_free (names, FALSE);
}

static void
activate (Fixture *fixture, int index)
{
  GtkWidget *list = fixture_find (fixture->window, is_list, NULL);

  gtk_widget_activate (GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), index)));
  fixture_settle ();
}

static void
add (Fixture *fixture, const char *name, const char *detail)
{
  GtkWidget *dialog;

  gtk_widget_activate_action (fixture->window, "roll.add", NULL);
  dialog = votes_get_dialog ("Add a Person");
  votes_fill (dialog, "Name", name);
  votes_fill (dialog, "Year, address or town", detail);
  votes_accept (dialog);
  fixture_settle ();
}

static void
import (Fixture *fixture, const char *lines)
{
  GtkWidget *dialog;

  gtk_widget_activate_action (fixture->window, "roll.import", NULL);
  dialog = votes_get_dialog ("Import Names");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture_find (dialog, is_view, NULL))), lines, -1);
  votes_accept (dialog);
  fixture_settle ();
}

static TrhRoll *
read_file (Fixture *fixture)
{
  return g_file_test (fixture->path, G_FILE_TEST_EXISTS) ? trh_roll_load (fixture->path, NULL) : NULL;
}

static gboolean
is_saved (Fixture *fixture, guint n, guint n_signed)
{
  g_autoptr(TrhRoll) roll = read_file (fixture);

  return roll != NULL && trh_roll_get_n (roll) == n && trh_roll_get_n_signed (roll) == n_signed;
}

/* Three by hand, forty from a list with two namesakes and a line that comes twice (features.md §4.3). */
static void
test_names (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GString) lines = g_string_new ("Anne Faure;1950\nAnne Faure;1981\nJo Blanc\n");
  g_autofree char *namesakes = NULL;

  g_assert_true (votes_shows (fixture->window, "No names yet"));
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  add (fixture, "Zoé Martin", "");
  add (fixture, "Jo Blanc", "");
  add (fixture, "Ana Ruiz", "");
  g_assert_true (votes_shows (fixture->window, "Ana Ruiz is on the roll."));
  for (guint i = 0; i < 37; i++)
    g_string_append_printf (lines, "Habitant %02u\n", i);
  import (fixture, lines->str);
  g_assert_true (votes_shows (fixture->window, "39 people were added. 1 was on the roll already, or came twice: Jo Blanc."));
  g_assert_true (votes_shows (fixture->window, "0 people have signed of 42"));
  search (fixture, "faure");
  namesakes = describe (fixture);
  g_assert_cmpstr (namesakes, ==, "Anne Faure 1950, Anne Faure 1981");
  WAIT_FOR (is_saved (fixture, 42, 0));
}

/* Who signed already is told so; a tick by mistake is taken back; another window reads the same. */
static void
test_signatures (Fixture *fixture, gconstpointer data)
{
  g_autofree char *found = NULL;

  import (fixture, "Élie Roux\nAnne Faure;1950\nAnne Faure;1981\nJo Blanc");
  search (fixture, "elie");
  found = describe (fixture);
  g_assert_cmpstr (found, ==, "Élie Roux");
  activate (fixture, 0);
  g_assert_true (votes_shows (fixture->window, "Élie Roux has signed."));
  g_assert_true (votes_shows (fixture->window, "1 person has signed of 4"));
  activate (fixture, 0);
  g_assert_true (votes_shows (fixture->window, "Élie Roux has signed already."));
  g_assert_true (votes_shows (fixture->window, "1 person has signed of 4"));
  search (fixture, "1981");
  activate (fixture, 0);
  g_assert_true (votes_shows (fixture->window, "Anne Faure (1981) has signed."));
  gtk_widget_activate_action (fixture->window, "roll.undo", NULL);
  g_assert_true (votes_shows (fixture->window, "Anne Faure (1981) has not signed."));
  gtk_widget_activate_action (fixture->window, "roll.undo", NULL); /* nothing more */
  g_assert_true (votes_shows (fixture->window, "1 person has signed of 4"));
  search (fixture, "nobody");
  g_assert_true (votes_shows (fixture->window, "Nobody of that name is on the roll."));

  gtk_window_close (GTK_WINDOW (fixture->window));
  WAIT_FOR (fixture->window == NULL);
  g_assert_true (is_saved (fixture, 4, 1)); /* it was closed once it was saved */
  g_assert_cmpint (trh_roll_count_signed (words.session_id, NULL), ==, 1);
  show (fixture);
  g_assert_true (votes_shows (fixture->window, "1 person has signed of 4"));
}

/* What is refused, beside its row. */
static void
test_refusals (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog;

  add (fixture, "Jo Blanc", "");
  add (fixture, "Jo Blanc", "");
  dialog = votes_get_dialog ("Add a Person");
  g_assert_true (votes_shows (dialog, "Jo Blanc is on the roll already."));
  votes_fill (dialog, "Year, address or town", "1961");
  votes_accept (dialog);
  g_assert_true (votes_shows (fixture->window, "Jo Blanc (1961) is on the roll."));
  gtk_widget_activate_action (fixture->window, "roll.undo", NULL);
  g_assert_true (votes_shows (fixture->window, "Jo Blanc (1961) is no longer on the roll."));
  gtk_widget_activate_action (fixture->window, "roll.import", NULL);
  dialog = votes_get_dialog ("Import Names");
  votes_accept (dialog);
  g_assert_true (votes_shows (dialog, "Write a person a line, or open a file."));
  gtk_window_close (GTK_WINDOW (dialog));
  WAIT_FOR (is_saved (fixture, 1, 0));
}

/* A person of another town asks to vote: the rule of the session answers, and the town tells who it is (features.md §4.3). */
static void
test_rule (Fixture *fixture, gconstpointer data)
{
  TrhVoteRollWords unsaid = words;
  GtkWidget *dialog;

  g_assert_true (votes_shows (fixture->window, words.who_votes)); /* before anybody is on the roll */
  add (fixture, "Jo Blanc", "");
  g_assert_true (votes_shows (fixture->window, words.who_votes));
  gtk_widget_activate_action (fixture->window, "roll.add", NULL);
  dialog = votes_get_dialog ("Add a Person");
  g_assert_true (votes_shows (dialog, words.who_votes));
  votes_fill (dialog, "Name", "Jo Blanc");
  votes_fill (dialog, "Year, address or town", "Aurel");
  votes_accept (dialog);
  g_assert_true (votes_shows (fixture->window, "Jo Blanc (Aurel) is on the roll."));
  WAIT_FOR (is_saved (fixture, 2, 0));
  gtk_window_close (GTK_WINDOW (fixture->window));
  WAIT_FOR (fixture->window == NULL);
  unsaid.who_votes = "";
  trh_vote_show_roll (fixture->parent, &unsaid);
  fixture->window = votes_find_window (TRH_TYPE_VOTE_ROLL);
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  g_assert_true (votes_shows (fixture->window, "No rule is written"));
}

/* P3: the roll goes when a booth opens, and does not come while one is there. */
static void
test_booth (Fixture *fixture, gconstpointer data)
{
  g_autoptr(TrhBallotPaper) paper = trh_ballot_paper_new (TRH_BALLOT_PAPER_APPROVAL, "Qui\u202f?");
  g_autoptr(FakeBox) box = fake_box_new ();
  TrhBoothWindow *booth;

  trh_ballot_paper_add_candidate (paper, "A", "Ana Ruiz", NULL);
  trh_ballot_paper_add_candidate (paper, "B", "Jo Blanc", NULL);
  add (fixture, "Jo Blanc", "");
  booth = trh_booth_window_new (paper, TRH_BALLOT_BOX (box), "123456");
  gtk_window_present (GTK_WINDOW (booth));
  WAIT_FOR (fixture->window == NULL);
  g_assert_true (is_saved (fixture, 1, 0));
  show (fixture);
  g_assert_null (fixture->window);
  gtk_window_destroy (GTK_WINDOW (booth));
  fixture_settle ();
  show (fixture);
  g_assert_nonnull (fixture->window);
}

int
main (int argc, char *argv[])
{
  g_autofree char *home = g_dir_make_tmp ("trh-roll-home-XXXXXX", NULL);
  int result;

  g_setenv ("XDG_DATA_HOME", home, TRUE); /* before anybody asks where data are */
  g_test_init (&argc, &argv, NULL);
  if (!fixture_init ())
    return 0;

  g_test_add ("/pages/vote-roll/names", Fixture, NULL, set_up, test_names, tear_down);
  g_test_add ("/pages/vote-roll/signatures", Fixture, NULL, set_up, test_signatures, tear_down);
  g_test_add ("/pages/vote-roll/refusals", Fixture, NULL, set_up, test_refusals, tear_down);
  g_test_add ("/pages/vote-roll/rule", Fixture, NULL, set_up, test_rule, tear_down);
  g_test_add ("/pages/vote-roll/booth", Fixture, NULL, set_up, test_booth, tear_down);

  result = g_test_run ();
  folder_remove (home);
  return result;
}
