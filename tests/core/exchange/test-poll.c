/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/base/trh-day.h"
#include "core/exchange/trh-poll-result.h"
#include "core/exchange/trh-poll-sums.h"
#include "core/voting/trh-urn.h"
#include "core/workspace/trh-workspace.h"

/* The life of a poll from its draft to its sums in the project, and back by undo. */

static const char *const holders[] = { "Anne Faure", "Paul Roux" };
static const char *const passphrases[] = { "quatre chèvres grises", "un ruisseau de mars" };
static const char *const organisers[] = { "Lise Blanc", "Marc Arnaud" };
static const TrhSealCost cheap = { 1, 64 };

static const char season[] =
  "{\"format\":\"transhumance\",\"version\":1,\"id\":\"p\","
  "\"communes\":[{\"insee\":\"26560\",\"name\":\"Séderon\"},{\"insee\":\"05126\",\"name\":\"Rosans\"}],"
  "\"artists\":[{\"id\":\"a1\",\"name\":\"Camille Serre\",\"discipline\":\"danse\"},{\"id\":\"a2\",\"name\":\"Loup Plaine\"},"
  "{\"id\":\"a3\",\"name\":\"Jo Blanc\"}]}";

static TrhWorkspace *
open_season (void)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (season, sizeof season - 1);
  g_autoptr(TrhProject) project = trh_project_from_bytes (bytes, NULL);

  return trh_workspace_new (project, NULL);
}

static TrhPollRecord *
draft (TrhProject *project, const char *id)
{
  TrhPollRecord *record = trh_record_new (&trh_poll_schema, id);

  trh_record_set_text (&record->question, "Qui accueillir en 2027 ?");
  trh_record_set_text (&record->method, "av");
  record->seats = 1;
  record->max_choices = 2;
  record->codes = 20;
  for (guint i = 0; i < trh_project_count (project, TRH_ARTISTS); i++)
    {
      const TrhArtistRecord *artist = trh_project_peek_record (project, TRH_ARTISTS, i);
      TrhCandidateRecord *candidate = trh_record_new (&trh_candidate_schema, NULL);

      trh_record_set_text (&candidate->artist_id, artist->base.id);
      trh_record_set_text (&candidate->name, artist->name);
      g_ptr_array_add (record->candidates, candidate);
    }
  return record;
}

static void
perform (TrhWorkspace *workspace, TrhEdit *edit, GError *error)
{
  g_autoptr(TrhEdit) owned = edit;

  g_assert_no_error (error);
  g_assert_true (trh_workspace_perform (workspace, owned));
}

/* Every poll and result, in a line. */
static char *
describe (TrhProject *project)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < trh_project_count (project, TRH_POLLS); i++)
    g_string_append_printf (out, "poll %d;", ((const TrhPollRecord *) trh_project_peek_record (project, TRH_POLLS, i))->state);
  for (guint i = 0; i < trh_project_count (project, TRH_RESULTS); i++)
    {
      const TrhResultRecord *result = trh_project_peek_record (project, TRH_RESULTS, i);

      g_string_append_printf (out, " %s %d: %d-", *result->commune_id != '\0' ? result->commune_id : "all", result->state,
                              result->ballots);
      g_string_append_printf (out, result->blank < 0 ? "?" : "%d", result->blank);
      for (guint c = 0; c < result->tallies->len; c++)
        {
          const TrhTallyRecord *tally = result->tallies->pdata[c];

          g_string_append_printf (out, " %d%s%s", tally->voices, tally->elected ? "*" : "", tally->tied ? "=" : "");
        }
      g_string_append_c (out, ';');
    }
  return g_string_free (out, FALSE);
}

#define ASSERT_STATE(project, text) G_STMT_START {   g_autofree char *state_ = describe (project);   g_assert_cmpstr (state_, ==, text); } G_STMT_END

static void
cast_replied (GObject *source, GAsyncResult *result, gpointer data)
{
  g_assert_true (trh_ballot_box_cast_finish (TRH_BALLOT_BOX (source), result, NULL));
  --*(guint *) data;
}

static void
closed (GObject *source, GAsyncResult *result, gpointer data)
{
  *(char **) data = trh_urn_close_finish (TRH_URN (source), result, NULL);
}

/* @votes: a digit for each voter: the candidate ticked, or 9 for a blank ballot. */
static void
hold_session (TrhWorkspace *workspace, TrhPoll *poll, const TrhKeys *keys, const char *session_id, const char *commune_id,
              const char *votes)
{
  TrhProject *project = trh_workspace_get_project (workspace);
  const TrhPollRecord *record = trh_entity_peek_record (TRH_ENTITY (poll));
  const TrhBallotForm form = trh_poll_get_form (record);
  g_auto(GStrv) ids = trh_poll_dup_candidates (record);
  g_autofree char *path = trh_urn_get_path (session_id);
  g_autofree char *fingerprint = NULL;
  g_autoptr(TrhUrnContent) content =
    trh_urn_content_new (record->base.id, session_id, &form, (const char *const *) ids, trh_keys_peek_public (keys), organisers);
  g_autoptr(GArray) codes = NULL;
  g_autoptr(TrhUrn) urn = NULL;
  g_autoptr(GError) error = NULL;
  const TrhSessionOpening opening = {
    session_id, commune_id, "", { organisers[0], organisers[1] }, 20000, 1025, 20, "x.urn" };
  TrhSessionClosing closing = { { organisers[0], organisers[1] }, 1200 };
  guint n_waiting = 0;

  g_assert_true (trh_urn_create (path, content, 20, &codes, &error));
  perform (workspace, trh_poll_edit_open (project, poll, &opening, &error), error);
  urn = trh_urn_open (path, &error);
  g_assert_no_error (error);
  for (guint i = 0; votes[i] != '\0'; i++)
    {
      guint8 marks[10] = { 0 };

      if (votes[i] != '9')
        marks[votes[i] - '0'] = 1;
      n_waiting++;
      trh_ballot_box_cast_async (TRH_BALLOT_BOX (urn), g_array_index (codes, TrhCode, i).text, marks, form.n_candidates, NULL,
                                 cast_replied, &n_waiting);
    }
  while (n_waiting > 0)
    g_main_context_iteration (NULL, TRUE);
  trh_urn_close_async (urn, &(TrhUrnClosing) { { organisers[0], organisers[1] } }, closed, &fingerprint);
  while (fingerprint == NULL)
    g_main_context_iteration (NULL, TRUE);
  closing.ballots = (int) trh_urn_get_n_ballots (urn);
  closing.fingerprint = fingerprint;
  perform (workspace,
           trh_poll_edit_close (project, trh_project_find (project, TRH_RESULTS, session_id), &closing, &error), error);
}

/* What goes into the bag of a town hall is what the season says, and is read back. */
static void
check_kit (TrhProject *project, const TrhPollRecord *poll, const TrhKeys *keys)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TrhKit) kit = trh_poll_make_kit (project, poll, "26560", "s9", &error);
  g_autoptr(GBytes) bytes = trh_kit_print (kit);
  g_autoptr(TrhKit) read = trh_kit_parse (bytes, &error);
  const TrhCommuneRecord *commune = trh_project_find_record (project, TRH_COMMUNES, "26560");
  g_autoptr(TrhRecord) back = NULL;
  const TrhPollRecord *same;

  g_assert_no_error (error);
  g_assert_cmpstr (read->question, ==, poll->question);
  g_assert_cmpstr (read->method, ==, poll->method);
  g_assert_cmpuint (read->seats, ==, (guint) poll->seats);
  g_assert_cmpuint (read->paper->candidates->len, ==, poll->candidates->len);
  g_assert_cmpstr (read->urn->place, ==, commune != NULL ? commune->name : "");
  g_assert_cmpstr (read->urn->session_id, ==, "s9");
  g_assert_cmpmem (read->urn->public_key, TRH_SEAL_KEY, trh_keys_peek_public (keys), TRH_SEAL_KEY);

  back = (TrhRecord *) trh_kit_make_poll (read); /* all that minutes say of a poll */
  same = (const TrhPollRecord *) back;
  g_assert_cmpstr (same->base.id, ==, poll->base.id);
  g_assert_cmpstr (same->question, ==, poll->question);
  g_assert_cmpstr (same->method, ==, poll->method);
  g_assert_cmpint (same->max_choices, ==, poll->max_choices);
  g_assert_cmpint (same->order, ==, poll->order);
  g_assert_cmpint (same->ties, ==, poll->ties);
  g_assert_cmpuint (same->candidates->len, ==, poll->candidates->len);
  g_assert_cmpstr (((const TrhCandidateRecord *) same->candidates->pdata[1])->name, ==, "Loup Plaine");
  g_assert_cmpstr (((const TrhCandidateRecord *) same->candidates->pdata[2])->letter, ==, "C");
}

static void
test_life (void)
{
  g_autoptr(TrhWorkspace) workspace = open_season ();
  TrhProject *project = trh_workspace_get_project (workspace);
  g_autoptr(TrhKeys) keys = trh_keys_new ("v1", holders, passphrases, cheap, NULL);
  g_autoptr(GBytes) keys_file = trh_keys_print (keys);
  g_autofree char *keys_path = g_build_filename (g_get_user_data_dir (), "v1.keys", NULL);
  g_autofree char *public_key = g_base64_encode (trh_keys_peek_public (keys), TRH_SEAL_KEY);
  g_autoptr(TrhOpening) opening = NULL;
  g_autoptr(TrhEdit) refused = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(TrhBallotPaper) paper = NULL;
  TrhPoll *poll;

  g_assert_cmpint (g_mkdir_with_parents (g_get_user_data_dir (), 0700), ==, 0);
  g_assert_true (g_file_set_contents (keys_path, g_bytes_get_data (keys_file, NULL), (gssize) g_bytes_get_size (keys_file), NULL));
  perform (workspace, trh_poll_edit_prepare (project, NULL, draft (project, "v1"), &error), error);
  poll = trh_project_find (project, TRH_POLLS, "v1");
  paper = trh_poll_make_paper (project, trh_entity_peek_record (TRH_ENTITY (poll)));
  g_assert_cmpstr (trh_ballot_paper_get_candidate (paper, 0)->discipline, ==, "danse");
  g_assert_cmpstr (trh_ballot_paper_get_candidate (paper, 2)->letter, ==, "C");
  g_assert_null (trh_poll_make_kit (project, trh_entity_peek_record (TRH_ENTITY (poll)), "26560", "s9", &error));
  g_assert_error (error, TRH_POLL_ERROR, TRH_POLL_ERROR_STATE); /* its keys are not made */
  g_clear_error (&error);
  perform (workspace, trh_poll_edit_ready (project, poll, public_key, &error), error);
  ASSERT_STATE (project, "poll 1;");
  check_kit (project, trh_entity_peek_record (TRH_ENTITY (poll)), keys);

  refused = trh_poll_edit_prepare (project, poll, draft (project, "v1"), &error);
  g_assert_error (error, TRH_POLL_ERROR, TRH_POLL_ERROR_STATE);
  g_clear_error (&error);

  hold_session (workspace, poll, keys, "s1", "26560", "0011919");
  ASSERT_STATE (project, "poll 3; 26560 1: 7-0;");
  /* The ballots in its urn would belong to no session. */
  g_assert_nonnull (trh_workspace_say_kept (workspace, 0, NULL));
  trh_workspace_go_to (workspace, 0);
  ASSERT_STATE (project, "poll 3; 26560 1: 7-0;");
  hold_session (workspace, poll, keys, "s2", "05126", "0000000000119");
  ASSERT_STATE (project, "poll 3; 26560 1: 7-0; 05126 1: 13-0;");

  opening = trh_poll_make_opening (project, poll, NULL, &error);
  trh_opening_set_keys (opening, keys_path, (const char *const[]) { passphrases[1], passphrases[0] });
  g_assert_false (trh_opening_run (opening, &error));
  g_assert_error (error, TRH_SEAL_ERROR, TRH_SEAL_ERROR_PASSPHRASE);
  g_clear_error (&error);

  trh_opening_set_keys (opening, keys_path, passphrases);
  g_assert_true (trh_opening_run (opening, &error));
  g_assert_no_error (error);
  perform (workspace, trh_poll_edit_opened (project, poll, opening, 20001, &error), error);
  /* Five expressed ballots in the first town: its own figures are not kept, the sum of both towns is. Nor are those of
   * the second, though twelve voted there: the sum less them would be the first town's. */
  ASSERT_STATE (project, "poll 4; 26560 2: 7-?; 05126 2: 13-?; all 2: 20-3 12* 5 0;");

  while (trh_workspace_undo (workspace))
    ;
  /* what was read out was read out */
  ASSERT_STATE (project, "poll 4; 26560 2: 7-?; 05126 2: 13-?; all 2: 20-3 12* 5 0;");
}

/* An urn that is not the one of the minutes is refused by the town's name. */
static void
test_changed (void)
{
  g_autoptr(TrhWorkspace) workspace = open_season ();
  TrhProject *project = trh_workspace_get_project (workspace);
  g_autoptr(TrhKeys) keys = trh_keys_new ("v2", holders, passphrases, cheap, NULL);
  g_autoptr(GBytes) keys_file = trh_keys_print (keys);
  g_autofree char *keys_path = g_build_filename (g_get_user_data_dir (), "v2.keys", NULL);
  g_autoptr(TrhOpening) opening = NULL;
  g_autoptr(TrhEdit) edit = NULL;
  g_autoptr(GError) error = NULL;
  TrhPoll *poll;
  TrhResultRecord *after;

  g_assert_cmpint (g_mkdir_with_parents (g_get_user_data_dir (), 0700), ==, 0);
  g_assert_true (g_file_set_contents (keys_path, g_bytes_get_data (keys_file, NULL), (gssize) g_bytes_get_size (keys_file), NULL));
  perform (workspace, trh_poll_edit_prepare (project, NULL, draft (project, "v2"), &error), error);
  poll = trh_project_find (project, TRH_POLLS, "v2");
  perform (workspace, trh_poll_edit_ready (project, poll, "key", &error), error);
  hold_session (workspace, poll, keys, "s3", "26560", "01");
  edit = trh_edit_new ("another fingerprint");
  after = trh_edit_change (edit, trh_project_find (project, TRH_RESULTS, "s3"));
  after->sha256[0] = after->sha256[0] == '0' ? '1' : '0';
  g_assert_true (trh_workspace_perform (workspace, edit));

  opening = trh_poll_make_opening (project, poll, NULL, &error);
  trh_opening_set_keys (opening, keys_path, passphrases);
  g_assert_false (trh_opening_run (opening, &error));
  g_assert_error (error, TRH_OPENING_ERROR, TRH_OPENING_ERROR_CHANGED);
  g_assert_true (g_str_has_prefix (error->message, "Séderon"));
}

static void
test_incomplete (void)
{
  g_autoptr(TrhWorkspace) workspace = open_season ();
  TrhProject *project = trh_workspace_get_project (workspace);
  static const struct { int seats, least, most; guint n; const char *question; } cases[] = {
    { 1, 0, 0, 3, "" }, { 1, 0, 0, 1, "Qui ?" }, { 4, 0, 0, 3, "Qui ?" }, { 1, 4, 0, 3, "Qui ?" }, { 1, 0, 4, 3, "Qui ?" },
    { 1, 3, 2, 3, "Qui ?" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TrhPollRecord *record = draft (project, "v");
      g_autoptr(GError) error = NULL;

      record->seats = cases[i].seats;
      record->min_choices = cases[i].least;
      record->max_choices = cases[i].most;
      trh_record_set_text (&record->question, cases[i].question);
      g_ptr_array_set_size (record->candidates, (int) cases[i].n);
      g_assert_null (trh_poll_edit_prepare (project, NULL, record, &error));
      g_assert_error (error, TRH_POLL_ERROR, TRH_POLL_ERROR_INCOMPLETE);
    }
}

int
main (int argc, char *argv[])
{
  /* not G_TEST_OPTION_ISOLATE_DIRS: GLib 2.74 leaks what it puts there, which the leak check tells */
  g_autofree char *home = g_dir_make_tmp ("trh-poll-XXXXXX", NULL);

  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/poll/life", test_life);
  g_test_add_func ("/exchange/poll/changed", test_changed);
  g_test_add_func ("/exchange/poll/incomplete", test_incomplete);

  return g_test_run ();
}
