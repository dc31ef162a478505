/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/voting/trh-urn.h"
#include "folders.h"
#include "pages/trh-vote-paper.h"
#include "pages/trh-vote-typing.h"
#include "pages-fixture.h"

/* P1 of the acceptance tests, in the window: two people type twenty papers with two planted mistakes. */

#define WAIT_S 60

static gboolean
late (gpointer data)
{
  g_error ("waited too long");
  return G_SOURCE_REMOVE;
}

#define WAIT_FOR(condition) G_STMT_START { \
  guint timeout_ = g_timeout_add_seconds (WAIT_S, late, NULL); \
  while (!(condition)) g_main_context_iteration (NULL, TRUE); \
  g_source_remove (timeout_); } G_STMT_END

typedef struct {
  char           *folder;
  char           *path;
  TrhKeys        *keys;
  TrhUrn         *urn;
  TrhBallotPaper *paper;
  GtkWidget      *parent;
  GtkWidget      *window;
} Fixture;

static const char *const candidates[] = { "ana", "elise", "jo", "camille", NULL };
static const char *const passphrases[] = { "quatre chèvres grises", "un ruisseau de mars" };

static void
set_up (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "Ana Ruiz", "Élise Bonnet", "Jo Blanc", "Camille Serre" };
  const TrhBallotForm form = { TRH_BALLOT_PAPER_APPROVAL, 4, 0, 1, 3 };
  g_autoptr(TrhUrnContent) content = NULL;
  g_autoptr(GArray) codes = NULL;
  g_autoptr(GError) error = NULL;

  fixture->keys = trh_keys_new ("poll-1", (const char *const[]) { "Anne Faure", "Paul Roux" }, passphrases,
                                (TrhSealCost) { 1, 64 }, NULL);
  content = trh_urn_content_new ("poll-1", "session-1", &form, candidates, trh_keys_peek_public (fixture->keys),
                                 (const char *const[]) { "Lise Blanc", "Marc Arnaud" });
  fixture->folder = g_dir_make_tmp ("trh-paper-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "session-1.urn", NULL);
  g_assert_true (trh_urn_create (fixture->path, content, 2, &codes, &error));
  g_assert_no_error (error);
  fixture->urn = trh_urn_open (fixture->path, &error);
  g_assert_no_error (error);
  fixture->paper = trh_ballot_paper_new (TRH_BALLOT_PAPER_APPROVAL, "Qui accueillir\u202f?");
  for (guint i = 0; i < 4; i++)
    trh_ballot_paper_add_candidate (fixture->paper, (const char[]) { (char) ('A' + i), '\0' }, names[i], NULL);
  fixture->paper->min_choices = 1;
  fixture->paper->max_choices = 3;
  fixture->parent = fixture_show (gtk_label_new ("Votes"), 400, 300);
  fixture->window = GTK_WIDGET (trh_vote_paper_new (fixture->parent, fixture->urn, fixture->paper));
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  fixture_settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  WAIT_FOR (fixture->window == NULL);
  gtk_window_destroy (GTK_WINDOW (fixture->parent));
  WAIT_FOR (g_atomic_int_get ((int *) &G_OBJECT (fixture->urn)->ref_count) == 1);
  g_assert_finalize_object (fixture->urn);
  trh_keys_free (fixture->keys);
  trh_ballot_paper_unref (fixture->paper);
  folder_remove (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static gboolean
is_typing (GtkWidget *widget, gconstpointer data)
{
  return TRH_IS_VOTE_TYPING (widget);
}

static gboolean
is_spin (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_SPIN_BUTTON (widget);
}

static gboolean
is_suggested (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget) && gtk_widget_has_css_class (widget, "suggested-action");
}

static gboolean
is_text (GtkWidget *widget, gconstpointer text)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
         strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL;
}

static gboolean
is_button (GtkWidget *widget, gconstpointer label)
{
  return GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget) &&
         g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0;
}

static gboolean
shows (Fixture *fixture, const char *text)
{
  return fixture_find (fixture->window, is_text, text) != NULL;
}

/* The button in the title bar. */
static void
go_on (Fixture *fixture)
{
  g_signal_emit_by_name (fixture_find (fixture->window, is_suggested, NULL), "clicked");
  fixture_settle ();
}

static void
click (GtkWidget *root, const char *label)
{
  GtkWidget *button = fixture_find (root, is_button, label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  fixture_settle ();
}

static void
press (Fixture *fixture, guint keyval)
{
  GtkWidget *typing = fixture_find (fixture->window, is_typing, NULL);
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (typing);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean handled;

      if (!GTK_IS_EVENT_CONTROLLER_KEY (controller))
        continue;
      g_signal_emit_by_name (controller, "key-pressed", keyval, 0, 0, &handled);
      g_signal_emit_by_name (controller, "key-released", keyval, 0, 0);
    }
}

/* Keys as characters, “/” is Enter, “<” is Backspace. */
static void
type (Fixture *fixture, const char *keys)
{
  for (const char *c = keys; *c != '\0'; c++)
    if (*c != ' ')
      press (fixture, *c == '/' ? GDK_KEY_Return : *c == '<' ? GDK_KEY_BackSpace : gdk_unicode_to_keyval ((guint32) *c));
}

static void
start (Fixture *fixture, guint n)
{
  gtk_editable_set_text (fixture_entry (fixture_row (fixture->window, "Name of the first person")), "Jeanne Roche");
  gtk_editable_set_text (fixture_entry (fixture_row (fixture->window, "Name of the second person")), "Ali Brun");
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (fixture_find (fixture->window, is_spin, NULL)), n);
  go_on (fixture);
}

static void
closed (GObject *source, GAsyncResult *result, gpointer data)
{
  *(char **) data = trh_urn_close_finish (TRH_URN (source), result, NULL);
}

/* What is sealed of the ballots on the disk: the urn is closed, then opened with the keys. */
static guint64
open_urn (Fixture *fixture, guint64 voices[4], guint64 *blank)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TrhSecret) secret = trh_keys_unlock (fixture->keys, passphrases, &error);
  g_autoptr(TrhUrnContent) content = NULL;
  g_autoptr(TrhBallots) ballots = NULL;
  g_autofree char *fingerprint = NULL;
  guint64 valid;

  trh_urn_close_async (fixture->urn, &(TrhUrnClosing) { { "Lise Blanc", "Marc Arnaud" }, 20 * 60, -1, -1, 20 }, closed,
                       &fingerprint);
  WAIT_FOR (fingerprint != NULL);
  content = trh_urn_load (fixture->path, NULL, &error);
  g_assert_no_error (error);
  ballots = trh_urn_content_unseal (content, secret, &error);
  g_assert_no_error (error);
  trh_ballots_count (ballots, &valid, blank);
  for (guint line = 0; line < trh_ballots_get_n_lines (ballots); line++)
    for (guint c = 0; c < 4; c++)
      voices[c] += trh_ballots_peek_marks (ballots, line)[c] * trh_ballots_get_weight (ballots, line);
  return valid;
}

static const char twenty[] = "1/ 2/ 3/ 4/ 12/ 23/ 34/ b/ 1/ n3/ 123/ 2/ 3/ 4/ 1/ 2/ 23/ b/ 1/ 24/";
static const char other[] =  "1/ 2/ 3/ 4/ 12/ 23/ 34/ b/ 1/ n3/ 123/ 2/ 3/ 3/ 1/ 2/ 24/ b/ 1/ 24/"; /* 14 and 17 */

static void
test_twenty (Fixture *fixture, gconstpointer data)
{
  guint64 voices[4] = { 0 }, blank;
  const TrhUrnLot *lot;
  g_autofree char *before = NULL, *after = NULL;

  g_assert_true (g_file_get_contents (fixture->path, &before, NULL, NULL));
  start (fixture, 20);
  g_assert_true (shows (fixture, "Jeanne Roche types"));
  go_on (fixture);
  type (fixture, twenty);
  g_assert_true (shows (fixture, "Ballot 21"));
  go_on (fixture);
  g_assert_true (shows (fixture, "Ali Brun types"));
  go_on (fixture);
  g_assert_true (shows (fixture, "Ballot 1"));
  g_assert_true (shows (fixture, "nothing typed yet"));
  type (fixture, other);
  go_on (fixture);

  g_assert_true (shows (fixture, "2 ballots were not typed alike"));
  g_assert_true (shows (fixture, "Ballot 14"));
  g_assert_true (shows (fixture, "Ballot 17"));
  g_assert_false (shows (fixture, "Ballot 13"));
  click (gtk_widget_get_ancestor (fixture_row (fixture->window, "D Camille Serre"), ADW_TYPE_PREFERENCES_GROUP), "Keep");
  g_assert_false (shows (fixture, "Ballot 14"));
  click (fixture->window, "Type Together…");
  g_assert_true (shows (fixture, "Ballot 17"));
  type (fixture, "3/");

  g_assert_true (shows (fixture, "The figures agree"));
  g_assert_true (g_file_get_contents (fixture->path, &after, NULL, NULL));
  g_assert_cmpstr (before, ==, after); /* nothing yet */
  go_on (fixture);
  WAIT_FOR (shows (fixture, "20 ballots are recorded"));
  lot = trh_urn_peek_content (fixture->urn)->lots->pdata[0];
  g_assert_cmpuint (lot->n_ballots, ==, 19);
  g_assert_cmpuint (lot->nulls[TRH_NULL_NAME_ADDED], ==, 1);
  g_assert_cmpstr (lot->entered_by[1], ==, "Ali Brun");
  g_assert_cmpuint (open_urn (fixture, voices, &blank), ==, 17);
  g_assert_cmpuint (blank, ==, 2);
  g_assert_cmpuint (voices[0], ==, 6); /* by hand: papers 1, 5, 9, 11, 15, 19 */
  g_assert_cmpuint (voices[1], ==, 7); /* 2, 5, 6, 11, 12, 16, 20 */
  g_assert_cmpuint (voices[2], ==, 6); /* 3, 6, 7, 11, 13, 17 */
  g_assert_cmpuint (voices[3], ==, 4); /* 4, 7, 14, 20 */
  gtk_window_close (GTK_WINDOW (fixture->window)); /* nothing is asked: all is in the urn */
}

static GtkWidget *
find_question (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window))
        return window;
    }
  return NULL;
}

static void
answer (const char *response)
{
  GtkWidget *question;

  WAIT_FOR ((question = find_question ()) != NULL);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), response);
  if (find_question () == question)
    gtk_window_destroy (GTK_WINDOW (question));
  fixture_settle ();
}

/* What is refused, in words; what is asked; and a window that is closed forgets all. */
static void
test_refusals (Fixture *fixture, gconstpointer data)
{
  go_on (fixture);
  g_assert_true (shows (fixture, "Two people are needed: write both names."));
  start (fixture, 0);
  g_assert_true (shows (fixture, "Count the papers of the pile by hand first."));
  start (fixture, 3);
  go_on (fixture);
  type (fixture, "/");
  g_assert_true (shows (fixture, "Press B if the paper is blank."));
  type (fixture, "1234/");
  g_assert_true (shows (fixture, "say that it is null, and why"));
  go_on (fixture);
  g_assert_true (shows (fixture, "A ballot is half typed"));
  type (fixture, "n1/");
  g_assert_true (shows (fixture, "Ballot 2"));
  press (fixture, GDK_KEY_eacute); /* the key 2 of a French keyboard */
  g_assert_true (shows (fixture, "B Élise Bonnet"));
  type (fixture, "</<"); /* erased; nothing to keep; back to the null one */
  g_assert_true (shows (fixture, "Ballot 1"));
  g_assert_true (shows (fixture, "null: too many choices"));
  type (fixture, "/");
  go_on (fixture);
  answer ("cancel"); /* one of three */
  g_assert_true (shows (fixture, "Ballot 2"));
  gtk_window_close (GTK_WINDOW (fixture->window));
  answer ("cancel");
  g_assert_true (shows (fixture, "Ballot 2"));
  gtk_window_close (GTK_WINDOW (fixture->window));
  answer ("do");
  WAIT_FOR (fixture->window == NULL);
  g_assert_cmpuint (trh_urn_peek_content (fixture->urn)->lots->len, ==, 0);
}

/* Who skipped a paper types the pile again; a gap beside the hand count is said and does not stop. */
static void
test_skipped (Fixture *fixture, gconstpointer data)
{
  start (fixture, 5);
  go_on (fixture);
  type (fixture, "1/ 2/ 3/ 4/");
  go_on (fixture);
  answer ("do"); /* four of five */
  go_on (fixture);
  type (fixture, "1/ 3/ 4/");
  go_on (fixture);
  answer ("do");
  g_assert_true (shows (fixture, "3 ballots were not typed alike"));
  g_assert_true (shows (fixture, "did not type this paper"));
  click (gtk_widget_get_ancestor (fixture_row (fixture->window, "Ali Brun"), ADW_TYPE_ACTION_ROW), "Type Again");
  g_assert_true (shows (fixture, "Ali Brun types"));
  go_on (fixture);
  type (fixture, "1/ 2/ 3/ 4/");
  go_on (fixture);
  answer ("do");
  g_assert_true (shows (fixture, "1 paper of the pile is missing here"));
  go_on (fixture);
  WAIT_FOR (shows (fixture, "4 ballots are recorded"));
  gtk_window_close (GTK_WINDOW (fixture->window));
}

/* It may be the first one who skipped a paper: the second one's pile stays as it is, and is compared again. */
static void
test_first_skipped (Fixture *fixture, gconstpointer data)
{
  start (fixture, 4);
  go_on (fixture);
  type (fixture, "1/ 3/ 4/");
  go_on (fixture);
  answer ("do");
  go_on (fixture);
  type (fixture, "1/ 2/ 3/ 4/");
  go_on (fixture);
  g_assert_true (shows (fixture, "3 ballots were not typed alike"));
  click (gtk_widget_get_ancestor (fixture_row (fixture->window, "Jeanne Roche"), ADW_TYPE_ACTION_ROW), "Type Again");
  g_assert_true (shows (fixture, "Jeanne Roche types"));
  g_assert_true (shows (fixture, "The same pile, in the same order"));
  go_on (fixture);
  type (fixture, "1/ 2/ 3/ 4/");
  go_on (fixture);
  g_assert_true (shows (fixture, "The figures agree"));
  go_on (fixture);
  WAIT_FOR (shows (fixture, "4 ballots are recorded"));
  gtk_window_close (GTK_WINDOW (fixture->window));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  if (!fixture_init ())
    return 0;

  g_test_add ("/pages/vote-paper/twenty", Fixture, NULL, set_up, test_twenty, tear_down);
  g_test_add ("/pages/vote-paper/refusals", Fixture, NULL, set_up, test_refusals, tear_down);
  g_test_add ("/pages/vote-paper/skipped", Fixture, NULL, set_up, test_skipped, tear_down);
  g_test_add ("/pages/vote-paper/first-skipped", Fixture, NULL, set_up, test_first_skipped, tear_down);

  return g_test_run ();
}
