/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "booth/trh-booth-window.h"
#include "core/base/trh-file.h"
#include "core/model/trh-poll-edits.h"
#include "core/voting/trh-urn.h"
#include "pages/trh-votes-page.h"
#include "votes-fixture.h"

/* A vote as organisers and voters live it, window after window. */

static gboolean
is_code (GtkWidget *widget, gconstpointer collected)
{
  GPtrArray *codes = (GPtrArray *) collected;

  if (GTK_IS_LABEL (widget) && gtk_widget_has_css_class (widget, "monospace"))
    g_ptr_array_add (codes, g_strdup (gtk_label_get_text (GTK_LABEL (widget))));
  return FALSE;
}

/* Time stands still until the test lets it pass. */
static gint64
read_clock (gpointer now)
{
  return *(gint64 *) now;
}

/* The first letters are ticked of the ballot: 1 is the first artist, 2 the second, 4 the third. */
static void
vote (TrhBooth *booth, gint64 *now, const char *code, guint set)
{
  g_assert_cmpint (trh_booth_get_step (booth), ==, TRH_BOOTH_WELCOME);
  trh_booth_go_on (booth);
  for (const char *c = code; *c != '\0'; c++)
    if (*c != '-')
      trh_booth_type (booth, *c);
  trh_booth_go_on (booth);
  g_assert_cmpint (trh_booth_get_step (booth), ==, TRH_BOOTH_HOW);
  while (trh_booth_get_step (booth) != TRH_BOOTH_REVIEW)
    {
      if (trh_booth_get_step (booth) == TRH_BOOTH_CHOICES)
        for (guint c = 0; c < 3; c++)
          if ((set >> c & 1) && !trh_booth_is_chosen (booth, c))
            trh_booth_toggle (booth, c);
      trh_booth_go_on (booth);
    }
  for (guint second = 0; !trh_booth_can_cast (booth) && second < 5; second++)
    trh_booth_tick (booth, *now += G_USEC_PER_SEC);
  trh_booth_cast (booth);
  WAIT_FOR (trh_booth_get_step (booth) == TRH_BOOTH_DONE);
  trh_booth_go_on (booth);
  for (guint second = 0; trh_booth_get_step (booth) != TRH_BOOTH_WELCOME && second < 60; second++)
    trh_booth_tick (booth, *now += G_USEC_PER_SEC);
}

/* Words that were on a screen or in a hand and must not be in any file. */
static void
search_files (const char *folder, GPtrArray *words)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;
      gsize length;

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        search_files (path, words);
      else if (g_file_get_contents (path, &text, &length, NULL))
        for (guint i = 0; i < words->len; i++)
          g_assert_null (g_strstr_len (text, (gssize) length, words->pdata[i]));
    }
}

static void
fill_passphrases (GtkWidget *dialog)
{
  static const char *const passphrases[] = { "quatre chèvres grises", "un ruisseau de mars" };
  GtkWidget *group = gtk_widget_get_ancestor (fixture_row (dialog, "Passphrase"), ADW_TYPE_PREFERENCES_GROUP);

  for (guint i = 0; i < 2; i++, group = gtk_widget_get_next_sibling (group))
    {
      votes_fill (group, "Passphrase", passphrases[i]);
      votes_fill (group, "The same again", passphrases[i]);
    }
}

static void
test_life (void)
{
  g_autofree char *mark = g_build_filename (g_get_user_data_dir (), ".stfolder", NULL); /* as Syncthing leaves it */
  TrhWorkspace *workspace = fixture_workspace (fixture_season);
  TrhProject *project = trh_workspace_get_project (workspace);
  g_autofree char *before = fixture_write (workspace);
  g_autoptr(GPtrArray) codes = g_ptr_array_new_with_free_func (g_free);
  GtkWidget *page = g_object_ref_sink (g_object_new (TRH_TYPE_VOTES_PAGE, "workspace", workspace, NULL));
  GtkWidget *window = fixture_show (page, 800, 600);
  GtkWidget *dialog;
  TrhBooth *booth;
  static const guint sets[] = { 1, 3, 0 };
  gint64 now;
  const TrhResultRecord *total;
  const TrhPollRecord *poll;

  /* prepare: nothing is ticked, so it is refused, in words */
  votes_press (page, "votes.prepare");
  dialog = votes_get_dialog ("Prepare a Vote");
  votes_fill (dialog, "What residents are asked", "Qui accueillir ?");
  votes_set_number (dialog, "Artists to choose", 2);
  votes_accept (dialog);
  g_assert_true (votes_shows (dialog, "Choose at least two artists."));
  for (guint i = 0; i < 3; i++)
    {
      static const char *const names[] = { "Camille Serre", "Loup Plaine", "Élise Bonnet" };

      gtk_widget_activate (GTK_WIDGET (adw_action_row_get_activatable_widget (ADW_ACTION_ROW (fixture_row (dialog, names[i])))));
    }
  votes_accept (dialog);
  WAIT_FOR (trh_project_count (project, TRH_POLLS) == 1);
  poll = trh_project_peek_record (project, TRH_POLLS, 0);
  g_assert_cmpuint (poll->candidates->len, ==, 3);
  g_assert_cmpstr (((TrhCandidateRecord *) poll->candidates->pdata[1])->letter, ==, "B");
  g_assert_cmpstr (((TrhCandidateRecord *) poll->candidates->pdata[1])->name, ==, "Élise Bonnet");

  /* the keys of two people */
  votes_press (page, "votes.make-keys");
  dialog = votes_get_dialog ("Make the Keys");
  votes_fill (dialog, "Name of the first person", "Anne Faure");
  votes_fill (dialog, "Name of the second person", "anne  faure");
  votes_accept (dialog);
  votes_fill (dialog, "Name of the second person", "Paul Roux");
  votes_accept (dialog);
  g_assert_true (votes_shows (dialog, "A passphrase has at least 8 characters."));
  fill_passphrases (dialog);
  votes_accept (dialog);
  WAIT_FOR (((const TrhPollRecord *) trh_project_peek_record (project, TRH_POLLS, 0))->state == TRH_POLL_READY);

  /* their sheet is offered; who does not want it is asked twice */
  dialog = votes_get_dialog ("Recovery Sheet");
  WAIT_FOR (votes_find_dialog ("Make the Keys") == NULL);
  gtk_window_close (GTK_WINDOW (dialog));
  votes_answer ("do");
  WAIT_FOR (votes_find_dialog ("Recovery Sheet") == NULL);

  /* a session, its codes shown once */
  g_assert_cmpint (g_mkdir (mark, 0700), ==, 0);
  votes_press (page, "votes.open-session");
  dialog = votes_get_dialog ("Open a Session");
  g_assert_true (votes_shows (dialog, "Syncthing keeps copies of"));
  g_assert_cmpint (g_rmdir (mark), ==, 0);
  votes_fill (dialog, "Name of the first person", "Lise Blanc");
  votes_fill (dialog, "Name of the second person", "Marc Arnaud");
  votes_accept (dialog);
  g_assert_true (votes_shows (dialog, "Choose the commune where people vote.")); /* none is there beforehand */
  votes_choose (dialog, "Commune", 1);
  votes_accept (dialog);
  dialog = votes_get_dialog ("Voting Codes");
  fixture_find (dialog, is_code, codes);
  g_assert_cmpuint (codes->len, ==, 60);
  gtk_window_close (GTK_WINDOW (dialog));
  WAIT_FOR (votes_find_window (TRH_TYPE_VOTE_DIALOG) == NULL);
  fixture_settle ();
  g_assert_true (votes_shows (page, "voters so far"));

  /* three voters in the booth */
  gtk_widget_activate_action (page, "votes.open-booth", "(ss)",
                              trh_entity_get_id (TRH_ENTITY (trh_poll_find_open (project, poll->base.id))), "123456");
  now = g_get_monotonic_time () + G_USEC_PER_SEC;
  booth = trh_booth_window_get_booth (TRH_BOOTH_WINDOW (votes_find_window (TRH_TYPE_BOOTH_WINDOW)));
  trh_booth_window_set_clock (TRH_BOOTH_WINDOW (votes_find_window (TRH_TYPE_BOOTH_WINDOW)), read_clock, &now);
  for (guint i = 0; i < G_N_ELEMENTS (sets); i++)
    vote (booth, &now, codes->pdata[i], sets[i]);
  trh_booth_lock (booth);
  for (const char *c = "123456"; *c != '\0'; c++)
    trh_booth_type (booth, *c);
  g_assert_cmpint (trh_booth_get_lock (booth), ==, TRH_BOOTH_OPENED);
  trh_booth_leave (booth);
  WAIT_FOR (votes_find_window (TRH_TYPE_BOOTH_WINDOW) == NULL);
  g_assert_true (votes_shows (page, "3"));
  g_assert_true (votes_shows (page, "60 made, 3 used, 0 cancelled"));
  g_assert_true (votes_shows (page, "60 can be printed until this window is closed")); /* after the window that showed them */

  /* two organisers close the urn */
  votes_press_button (page, "_Close the Urn…");
  dialog = votes_get_dialog ("Close the Urn");
  g_assert_true (votes_shows (dialog, "3 ballots in the urn, 3 codes used of 60: the figures agree."));
  votes_fill (dialog, "Name of the first person", "Lise Blanc");
  votes_fill (dialog, "Name of the second person", "Marc Arnaud");
  votes_accept (dialog);
  WAIT_FOR (((const TrhPollRecord *) trh_project_peek_record (project, TRH_POLLS, 0))->state == TRH_POLL_CLOSED);
  dialog = votes_get_dialog ("The Urn Is Sealed");
  gtk_window_close (GTK_WINDOW (dialog));

  /* the count: a wrong passphrase is told and nothing is lost */
  votes_press (page, "votes.count");
  dialog = votes_get_dialog ("Count the Ballots");
  votes_fill (dialog, "Passphrase of Anne Faure", "quatre chèvres grises");
  votes_fill (dialog, "Passphrase of Paul Roux", "un ruisseau de mai");
  votes_accept (dialog);
  WAIT_FOR (votes_shows (dialog, "At least one of the two passphrases is not the right one."));
  votes_fill (dialog, "Passphrase of Paul Roux", "un ruisseau de mars");
  votes_accept (dialog);
  WAIT_FOR (((const TrhPollRecord *) trh_project_peek_record (project, TRH_POLLS, 0))->state == TRH_POLL_COUNTED);
  fixture_settle ();
  g_assert_true (votes_shows (page, "2 voters of 2 would like to host Camille Serre: chosen."));
  g_assert_true (votes_shows (page, "0 voters of 2 would like to host Loup Plaine: not among the chosen"));
  g_assert_true (votes_shows (page, "Fewer than 10 ballots name somebody"));
  total = trh_entity_peek_record (TRH_ENTITY (trh_poll_find_total (project, poll->base.id)));
  g_assert_cmpint (total->ballots, ==, 3);
  g_assert_cmpint (total->blank, ==, 1);

  /* no file of the person holds a code, a passphrase or a time of a vote */
  for (guint i = 0; i < 60; i++)
    {
      TrhCode code;

      g_assert_true (trh_code_parse (codes->pdata[i], &code));
      g_ptr_array_add (codes, g_strdup (code.text));
    }
  g_ptr_array_add (codes, g_strdup ("quatre chèvres"));
  g_assert_true (trh_store_flush (trh_workspace_get_store (workspace), NULL));
  search_files (g_get_user_data_dir (), codes);

  gtk_window_destroy (GTK_WINDOW (window));
  fixture_settle ();
  g_assert_finalize_object (page);
  fixture_end (workspace, before);
}

/* What was on disk is found again: an open session goes on with its urn. */
static void
test_found_again (void)
{
  TrhWorkspace *workspace = fixture_workspace (fixture_season);
  TrhProject *project = trh_workspace_get_project (workspace);
  TrhPollRecord *record = trh_record_new (&trh_poll_schema, "v9");
  const TrhBallotForm form = { TRH_BALLOT_PAPER_APPROVAL, 2 };
  static const char *const ids[] = { "a1", "a2", NULL };
  static const char *const names[] = { "Lise Blanc", "Marc Arnaud" };
  const guint8 key[TRH_SEAL_KEY] = { 9 };
  g_autofree char *public_key = g_base64_encode (key, sizeof key);
  g_autofree char *path = trh_urn_get_path ("s9");
  const TrhSessionOpening opening = { "s9", "26340", "", { names[0], names[1] }, 20000, 1025, 5, "s9.urn" };
  g_autoptr(TrhUrnContent) content = trh_urn_content_new ("v9", "s9", &form, ids, key, names);
  g_autoptr(GArray) codes = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(TrhEdit) prepared = NULL;
  g_autoptr(TrhEdit) ready = NULL;
  g_autoptr(TrhEdit) opened = NULL;
  TrhUrn *elsewhere;
  GtkWidget *page, *window;

  trh_record_set_text (&record->question, "Qui ?");
  trh_record_set_text (&record->method, "av");
  for (guint i = 0; i < 2; i++)
    {
      TrhCandidateRecord *candidate = trh_record_new (&trh_candidate_schema, NULL);

      trh_record_set_text (&candidate->artist_id, ids[i]);
      trh_record_set_text (&candidate->name, ids[i]);
      g_ptr_array_add (record->candidates, candidate);
    }
  prepared = trh_poll_edit_prepare (project, NULL, record, &error);
  g_assert_no_error (error);
  trh_workspace_perform (workspace, prepared);
  ready = trh_poll_edit_ready (project, trh_project_peek (project, TRH_POLLS, 0), public_key, &error);
  trh_workspace_perform (workspace, ready);
  opened = trh_poll_edit_open (project, trh_project_peek (project, TRH_POLLS, 0), &opening, &error);
  g_assert_no_error (error);
  trh_workspace_perform (workspace, opened);
  g_assert_true (trh_urn_create (path, content, 5, &codes, &error));

  elsewhere = trh_urn_open (path, &error);
  g_assert_no_error (error);
  page = g_object_ref_sink (g_object_new (TRH_TYPE_VOTES_PAGE, "workspace", workspace, NULL));
  window = fixture_show (page, 360, 640);
  g_assert_true (votes_shows (page, "People are voting"));
  gtk_widget_activate_action (page, "votes.show", "s", "v9");
  fixture_settle ();
  g_assert_true (votes_shows (page, "This urn is open in another window or program."));
  g_assert_cmpint (gtk_widget_get_width (window), <=, 360);

  g_assert_finalize_object (elsewhere);
  gtk_widget_activate_action (page, "votes.back", NULL);
  gtk_widget_activate_action (page, "votes.show", "s", "v9");
  fixture_settle ();
  g_assert_true (votes_shows (page, "5 made, 0 used"));

  gtk_window_destroy (GTK_WINDOW (window));
  fixture_settle ();
  g_assert_finalize_object (page);
  trh_store_discard (trh_workspace_get_store (workspace));
  g_assert_finalize_object (workspace);
}

int
main (int argc, char *argv[])
{
  g_autofree char *home = g_dir_make_tmp ("trh-votes-XXXXXX", NULL);
  int status;

  g_setenv ("XDG_DATA_HOME", home, TRUE); /* not G_TEST_OPTION_ISOLATE_DIRS: GTK would not find its schemas */
  g_test_init (&argc, &argv, NULL);
  if (!fixture_init ())
    return 0;

  g_test_add_func ("/pages/votes/life", test_life);
  g_test_add_func ("/pages/votes/found-again", test_found_again);

  status = g_test_run ();
  folder_remove (home);
  return status;
}
