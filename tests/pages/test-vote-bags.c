/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/base/trh-file.h"
#include "core/base/trh-limits.h"
#include "core/voting/trh-fingerprint.h"
#include "core/voting/trh-kit.h"
#include "core/voting/trh-urn.h"
#include "pages/trh-vote-bag.h"
#include "pages/trh-votes-page.h"
#include "votes-fixture.h"

/* A bag goes out to a town hall, and its urn comes back. */

static const char season[] =
  "{\"format\":\"transhumance\",\"version\":1,\"id\":\"p\","
  "\"communes\":[{\"insee\":\"26340\",\"name\":\"Séderon\"}],"
  "\"artists\":[{\"id\":\"a1\",\"name\":\"Camille Serre\"},{\"id\":\"a2\",\"name\":\"Loup Plaine\"}],"
  "\"polls\":[{\"id\":\"v1\",\"question\":\"Qui ?\",\"method\":\"av\",\"state\":\"ready\",\"seats\":1,\"codes\":60,"
  "\"candidates\":[{\"artist\":\"a1\",\"letter\":\"A\"},{\"artist\":\"a2\",\"letter\":\"B\"}],"
  "\"public-key\":\"CQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQk=\"}]}";

typedef struct {
  TrhWorkspace *workspace;
  TrhProject   *project;
  TrhVoteDesk  *desk;
  char         *before;
  char         *folder; /* where bags are put */
  char         *bag;    /* (nullable): the folder of the bag */
  GtkWidget    *page;
  GtkWidget    *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->workspace = fixture_workspace (season);
  fixture->project = trh_workspace_get_project (fixture->workspace);
  fixture->desk = trh_vote_desk_new (fixture->workspace);
  fixture->before = fixture_write (fixture->workspace);
  fixture->folder = g_dir_make_tmp ("trh-bags-XXXXXX", NULL);
  fixture->page = g_object_ref_sink (g_object_new (TRH_TYPE_VOTES_PAGE, "workspace", fixture->workspace, NULL));
  fixture->window = fixture_show (fixture->page, 360, 640);
  gtk_widget_activate_action (fixture->page, "votes.show", "s", "v1");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  fixture_settle ();
  g_assert_finalize_object (fixture->page);
  g_assert_finalize_object (fixture->desk);
  fixture_end (fixture->workspace, fixture->before);
  folder_remove (fixture->folder);
  g_free (fixture->before);
  g_free (fixture->folder);
  g_free (fixture->bag);
}

static TrhPoll *
get_poll (Fixture *fixture)
{
  return trh_project_find (fixture->project, TRH_POLLS, "v1");
}

static int
get_state (Fixture *fixture)
{
  return ((const TrhPollRecord *) trh_entity_peek_record (TRH_ENTITY (get_poll (fixture))))->state;
}

static void
packed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(GError) error = NULL;

  *(char **) data = trh_vote_desk_pack_finish (TRH_VOTE_DESK (source), result, &error);
  g_assert_no_error (error);
}

static void
pack (Fixture *fixture, guint n_codes)
{
  g_clear_pointer (&fixture->bag, g_free);
  trh_vote_desk_pack_async (fixture->desk, get_poll (fixture), "26340", n_codes, fixture->folder, packed, &fixture->bag);
  WAIT_FOR (fixture->bag != NULL);
  fixture_settle ();
}

/* The only file of the bag whose name ends so. */
static char *
find_file (Fixture *fixture, const char *suffix)
{
  g_autoptr(GDir) dir = g_dir_open (fixture->bag, 0, NULL);
  const char *name;
  char *found = NULL;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      n++;
      if (g_str_has_suffix (name, suffix))
        found = g_build_filename (fixture->bag, name, NULL);
    }
  g_assert_cmpuint (n, ==, 2);
  g_assert_nonnull (found);
  return found;
}

/* The first code on the slips of the bag; %FALSE when no program here reads them. */
static gboolean
read_slip (Fixture *fixture, TrhCode *code)
{
  g_autofree char *program = g_find_program_in_path ("pdftotext");
  g_autofree char *path = find_file (fixture, ".pdf");
  char *argv[] = { program, path, (char *) "-", NULL };
  g_autofree char *text = NULL;
  g_autoptr(GRegex) shown = g_regex_new ("\\b[A-Z0-9]{4}-[A-Z0-9]{4}\\b", 0, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;
  g_autofree char *typed = NULL;

  if (program == NULL)
    return FALSE;
  g_assert_true (g_spawn_sync (NULL, argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &text, NULL, NULL, NULL));
  g_assert_true (g_regex_match (shown, text, 0, &match));
  typed = g_match_info_fetch (match, 0);
  g_assert_true (trh_code_parse (typed, code));
  return TRUE;
}

typedef enum { REAL, FORGED, SPOILT } Kind;

/* What the laptop of the town hall sends back: one code used, one ballot, closed. A forged one comes from who has the kit
 * and no slip. */
static GFile *
hold (Fixture *fixture, Kind kind)
{
  static const char *const names[] = { "real.urn", "forged.urn", "spoilt.urn" };

  const TrhUrnClosing closing = { { "Lise Blanc", "Marc Arnaud" }, 1200, 1, -1, -1, NULL, NULL };
  g_autofree char *path = find_file (fixture, TRH_KIT_SUFFIX);
  g_autofree char *urn_path = g_build_filename (fixture->folder, names[kind], NULL);
  g_autoptr(GBytes) bytes = trh_file_load (path, TRH_MAX_URN, NULL);
  g_autoptr(TrhKit) kit = trh_kit_parse (bytes, NULL);
  g_autoptr(TrhUrnContent) urn = trh_kit_open (kit, (const char *const[]) { "Lise Blanc", "Marc Arnaud" }, 20010, 1025);
  guint8 marks[64] = { 0 }, box[128], hash[TRH_CODE_HASH];
  g_autoptr(GBytes) file = NULL;
  gsize length;
  g_autofree char *copy = NULL;
  TrhCode code;

  g_assert_true (trh_seal (urn->public_key, marks, trh_ballot_get_encoded_length (&urn->form), box));
  memcpy (hash, urn->unused->data, sizeof hash);
  if (kind == REAL && read_slip (fixture, &code))
    g_assert_true (trh_code_hash (&code, urn->code_key, hash));
  trh_urn_content_record (urn, hash, box);
  trh_urn_content_close (urn, &closing);
  file = trh_urn_content_print (urn);
  copy = g_memdup2 (g_bytes_get_data (file, &length), g_bytes_get_size (file));
  if (kind == SPOILT)
    copy[length - 40] ^= 1;
  g_assert_true (g_file_set_contents (urn_path, copy, (gssize) length, NULL));
  return g_file_new_for_path (urn_path);
}

static void
bring (Fixture *fixture, GFile *file)
{
  g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (files, g_object_ref (file));
  trh_vote_bring_urns (fixture->page, fixture->desk, get_poll (fixture), files);
}

/* Accepts what stands in the window, and waits until it is done. */
static void
take (GtkWidget *dialog)
{
  votes_accept (dialog);
  WAIT_FOR (votes_find_window (TRH_TYPE_VOTE_DIALOG) == NULL);
  fixture_settle ();
}

static void
test_bag (Fixture *fixture, gconstpointer data)
{
  g_autofree char *kit_path = NULL, *slips_path = NULL, *again = NULL;
  g_autoptr(GBytes) kit_file = NULL, slips = NULL;
  g_autoptr(TrhKit) kit = NULL;
  g_autoptr(GError) error = NULL;

  pack (fixture, 5);
  kit_path = find_file (fixture, TRH_KIT_SUFFIX);
  slips_path = find_file (fixture, ".pdf");
  kit_file = trh_file_load (kit_path, TRH_MAX_URN, &error);
  kit = trh_kit_parse (kit_file, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (trh_urn_content_get_n_codes (kit->urn), ==, 5);
  g_assert_cmpstr (kit->urn->place, ==, "Séderon");
  slips = trh_file_load (slips_path, TRH_MAX_URN, &error);
  g_assert_no_error (error);
  g_assert_cmpint (strncmp (g_bytes_get_data (slips, NULL), "%PDF-", 5), ==, 0);

  g_assert_cmpint (get_state (fixture), ==, TRH_POLL_OPEN);
  g_assert_true (votes_shows (fixture->page, "Bag with 5 codes"));
  g_assert_cmpint (gtk_widget_get_width (fixture->window), <=, 360);
  again = g_strdup (fixture->bag);
  pack (fixture, 5); /* a second one for the same town does not touch the first */
  g_assert_cmpstr (fixture->bag, !=, again);

  /* it was not used: asked first */
  for (guint n = 2; n > 0; n--)
    {
      votes_press (fixture->page, "votes.unpack");
      votes_answer ("do");
      WAIT_FOR (trh_project_count (fixture->project, TRH_RESULTS) == n - 1);
      fixture_settle ();
    }
  g_assert_cmpint (get_state (fixture), ==, TRH_POLL_READY);
}

static void
season_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(GError) error = NULL;

  *(gboolean *) data = trh_store_save_finish (TRH_STORE (source), result, &error);
  g_assert_no_error (error);
}

static void
pack_failed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_assert_null (trh_vote_desk_pack_finish (TRH_VOTE_DESK (source), result, data));
}

/* The stick is not there any more: the season names no bag that nobody has. */
static void
test_no_stick (Fixture *fixture, gconstpointer data)
{
  g_autofree char *gone = g_build_filename (fixture->folder, "stick", NULL);
  g_autoptr(GError) error = NULL;

  trh_vote_desk_pack_async (fixture->desk, get_poll (fixture), "26340", 2, gone, pack_failed, &error);
  WAIT_FOR (error != NULL);
  fixture_settle ();
  g_assert_cmpuint (trh_project_count (fixture->project, TRH_RESULTS), ==, 0);
  g_assert_cmpint (get_state (fixture), ==, TRH_POLL_READY);
}

/* The season cannot be saved: no bag exists outside, and none is named. */
static void
test_not_saved (Fixture *fixture, gconstpointer data)
{
  g_autofree char *blocked = g_build_filename (fixture->folder, "blocked", NULL);
  g_autofree char *season_file = g_build_filename (blocked, "season.trh.json", NULL);
  g_autofree char *sticks = g_build_filename (fixture->folder, "stick", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GDir) dir = NULL;
  gboolean saved = FALSE;

  g_assert_cmpint (g_mkdir (blocked, 0700), ==, 0);
  g_assert_cmpint (g_mkdir (sticks, 0700), ==, 0);
  trh_store_save_async (trh_workspace_get_store (fixture->workspace), season_file, NULL, season_saved, &saved);
  WAIT_FOR (saved);
  folder_remove (blocked);
  g_assert_true (g_file_set_contents (blocked, "", 0, NULL)); /* where its folder was */

  trh_vote_desk_pack_async (fixture->desk, get_poll (fixture), "26340", 2, sticks, pack_failed, &error);
  WAIT_FOR (error != NULL);
  fixture_settle ();
  g_assert_true (g_str_has_prefix (error->message, "The season could not be saved, so no bag was made."));
  g_assert_cmpuint (trh_project_count (fixture->project, TRH_RESULTS), ==, 0);
  dir = g_dir_open (sticks, 0, NULL);
  g_assert_null (g_dir_read_name (dir));
}

static const TrhResultRecord *
get_session (Fixture *fixture)
{
  return trh_project_peek_record (fixture->project, TRH_RESULTS, 0);
}

/* Whenever a bag is in the folder, the file of the season on the disk names it already, as after a power cut in between. */
static void
test_season_first (Fixture *fixture, gconstpointer data)
{
  g_autofree char *season_file = g_build_filename (fixture->folder, "season.trh.json", NULL);
  g_autofree char *sticks = g_build_filename (fixture->folder, "stick", NULL);
  gboolean saved = FALSE, out = FALSE;

  g_assert_cmpint (g_mkdir (sticks, 0700), ==, 0);
  trh_store_save_async (trh_workspace_get_store (fixture->workspace), season_file, NULL, season_saved, &saved);
  WAIT_FOR (saved);
  trh_vote_desk_pack_async (fixture->desk, get_poll (fixture), "26340", 2, sticks, packed, &fixture->bag);
  while (fixture->bag == NULL || !out)
    {
      g_autoptr(GDir) dir = g_dir_open (sticks, 0, NULL);
      g_autofree char *text = NULL;

      out = g_dir_read_name (dir) != NULL; /* first the bag, then the season: what is out must be named already */
      g_assert_true (g_file_get_contents (season_file, &text, NULL, NULL));
      g_assert_true (!out || strstr (text, "\"slips\"") != NULL);
      g_main_context_iteration (NULL, FALSE);
    }
  fixture_settle ();
  g_assert_cmpint (get_session (fixture)->state, ==, TRH_RESULT_PREPARED);
}

static void
test_ask (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog;

  votes_press (fixture->page, "votes.pack");
  dialog = votes_get_dialog ("Bag for a Town Hall");
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (fixture_row (dialog, "Commune"))), ==, 0); /* the only one */
  g_assert_cmpint (gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (fixture_find (dialog, votes_is_spin, NULL))), ==, 60);
  gtk_window_close (GTK_WINDOW (dialog));
  WAIT_FOR (votes_find_window (TRH_TYPE_VOTE_DIALOG) == NULL);
}

/* The urn comes back, is undone, and is still there. */
static void
test_urn (Fixture *fixture, gconstpointer data)
{
  const char *id;
  g_autofree char *path = NULL;
  g_autoptr(GFile) urn = NULL, spoilt = NULL;
  GtkWidget *dialog;

  pack (fixture, 5);
  id = ((const TrhRecord *) trh_project_peek_record (fixture->project, TRH_RESULTS, 0))->id;
  path = trh_urn_get_path (id);
  urn = hold (fixture, REAL);
  spoilt = hold (fixture, SPOILT);

  bring (fixture, spoilt);
  dialog = votes_get_dialog ("Closed Urns");
  g_assert_true (votes_shows (dialog, "Séderon: "));
  g_assert_cmpint (get_state (fixture), ==, TRH_POLL_OPEN);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  gtk_window_close (GTK_WINDOW (dialog));
  WAIT_FOR (votes_find_window (TRH_TYPE_VOTE_DIALOG) == NULL);

  bring (fixture, urn);
  dialog = votes_get_dialog ("Closed Urns");
  g_assert_true (votes_shows (dialog, "1 ballot"));
  g_assert_true (votes_shows (dialog, "by Lise Blanc and Marc Arnaud"));
  g_assert_cmpint (get_state (fixture), ==, TRH_POLL_OPEN); /* nothing is taken before somebody says so */
  g_assert_cmpint (gtk_widget_get_width (dialog), <=, 520);
  take (dialog);
  WAIT_FOR (get_state (fixture) == TRH_POLL_CLOSED);
  fixture_settle ();
  g_assert_true (votes_shows (fixture->page, "Closed and sealed, 1 ballot"));
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));

  trh_workspace_go_to (fixture->workspace, 1); /* what came back stays */
  g_assert_cmpint (get_state (fixture), ==, TRH_POLL_CLOSED);
}

/* The bag was said not to be used, and its urn comes back all the same: taken only by who types the words of the paper. */
static void
test_unannounced (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GFile) urn = NULL;
  g_autofree char *path = NULL, *hash = NULL, *words = NULL;
  GtkWidget *dialog;

  pack (fixture, 5);
  urn = hold (fixture, REAL);
  votes_press (fixture->page, "votes.unpack");
  votes_answer ("do");
  WAIT_FOR (trh_project_count (fixture->project, TRH_RESULTS) == 0);

  bring (fixture, urn);
  dialog = votes_get_dialog ("Closed Urns");
  g_assert_true (votes_shows (dialog, "No bag of this session is in the season"));
  g_assert_true (votes_shows (dialog, "take it only with the minutes that the town hall signed"));
  take (dialog); /* as it stands: it is left */
  g_assert_cmpuint (trh_project_count (fixture->project, TRH_RESULTS), ==, 0);

  bring (fixture, urn);
  dialog = votes_get_dialog ("Closed Urns");
  votes_press_row (dialog, "Take the urn of Séderon");
  votes_accept (dialog);
  g_assert_true (votes_shows (dialog, "type the words of the minutes that its town hall signed"));
  path = g_file_get_path (urn);
  hash = trh_file_hash_of (path, NULL);
  words = trh_fingerprint_say (hash);
  votes_fill (dialog, "Words on the minutes of Séderon", words);
  take (dialog);
  g_assert_cmpstr (get_session (fixture)->sha256, ==, hash);
  g_assert_true (get_session (fixture)->unannounced);
  g_assert_cmpint (get_state (fixture), ==, TRH_POLL_CLOSED);
}

/* A forgery is told and not taken unless somebody insists; the real urn then replaces it, when somebody says so. */
static void
test_forged (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GFile) forged = NULL, real = NULL;
  g_autofree char *forged_hash = NULL, *words = NULL, *path = NULL;
  GtkWidget *dialog;
  TrhCode code;

  pack (fixture, 5);
  if (!read_slip (fixture, &code))
    {
      g_test_skip ("pdftotext is not installed");
      return;
    }
  forged = hold (fixture, FORGED);
  real = hold (fixture, REAL);

  bring (fixture, forged);
  dialog = votes_get_dialog ("Closed Urns");
  g_assert_true (votes_shows (dialog, "1 used code of 1 was on no slip of this bag"));
  take (dialog); /* as it stands: it is left */
  g_assert_cmpint (get_session (fixture)->state, ==, TRH_RESULT_PREPARED);
  path = trh_urn_get_path (get_session (fixture)->base.id);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));

  bring (fixture, forged);
  dialog = votes_get_dialog ("Closed Urns");
  votes_press_row (dialog, "Take the urn of Séderon");
  take (dialog);
  g_assert_cmpint (get_session (fixture)->state, ==, TRH_RESULT_CLOSED);
  g_assert_cmpint (get_session (fixture)->used_slips, ==, 0);
  forged_hash = g_strdup (get_session (fixture)->sha256);

  bring (fixture, real);
  dialog = votes_get_dialog ("Closed Urns");
  g_assert_true (votes_shows (dialog, "Another urn of this session is in the season"));
  take (dialog);
  g_assert_cmpstr (get_session (fixture)->sha256, ==, forged_hash);

  bring (fixture, real);
  dialog = votes_get_dialog ("Closed Urns");
  votes_press_row (dialog, "Replace the urn of Séderon");
  words = trh_fingerprint_say (forged_hash);
  votes_fill (dialog, "Words on the minutes of Séderon", words);
  votes_accept (dialog);
  g_assert_true (votes_shows (dialog, "These are not the words of this urn"));
  g_clear_pointer (&words, g_free);
  {
    g_autofree char *file = g_file_get_path (real);
    g_autofree char *hash = trh_file_hash_of (file, NULL);

    words = trh_fingerprint_say (hash);
    votes_fill (dialog, "Words on the minutes of Séderon", words);
    take (dialog);
    g_assert_cmpstr (get_session (fixture)->sha256, ==, hash);
  }
  g_assert_cmpint (get_session (fixture)->minutes, ==, TRH_MINUTES_COMPARED);
  g_assert_cmpstr (get_session (fixture)->replaced[0], ==, forged_hash);
  g_assert_cmpint (get_session (fixture)->used_slips, ==, 1);
}

int
main (int argc, char *argv[])
{
  g_autofree char *home = g_dir_make_tmp ("trh-bags-home-XXXXXX", NULL);
  int status;

  g_setenv ("XDG_DATA_HOME", home, TRUE); /* as in test-votes */
  g_test_init (&argc, &argv, NULL);
  if (!fixture_init ())
    return 0;
  g_test_add ("/pages/vote-bags/bag", Fixture, NULL, set_up, test_bag, tear_down);
  g_test_add ("/pages/vote-bags/season-first", Fixture, NULL, set_up, test_season_first, tear_down);
  g_test_add ("/pages/vote-bags/no-stick", Fixture, NULL, set_up, test_no_stick, tear_down);
  g_test_add ("/pages/vote-bags/not-saved", Fixture, NULL, set_up, test_not_saved, tear_down);
  g_test_add ("/pages/vote-bags/unannounced", Fixture, NULL, set_up, test_unannounced, tear_down);
  g_test_add ("/pages/vote-bags/ask", Fixture, NULL, set_up, test_ask, tear_down);
  g_test_add ("/pages/vote-bags/urn", Fixture, NULL, set_up, test_urn, tear_down);
  g_test_add ("/pages/vote-bags/forged", Fixture, NULL, set_up, test_forged, tear_down);
  status = g_test_run ();
  folder_remove (home);
  return status;
}
