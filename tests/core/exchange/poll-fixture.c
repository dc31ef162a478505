/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "poll-fixture.h"

#include "core/base/trh-file.h"
#include "core/exchange/trh-poll-urns.h"
#include "core/voting/trh-urn.h"

static const char *const holders[] = { "Anne Faure", "Paul Roux" };
static const char *const organisers[] = { "Lise Blanc", "Marc Arnaud" };
static const TrhSealCost cheap = { 1, 64 };
const char *const poll_passphrases[2] = { "quatre chèvres grises", "un ruisseau de mars" };

static void
perform (PollFixture *self, TrhEdit *edit, GError *error)
{
  g_autoptr(TrhEdit) owned = edit;

  g_assert_no_error (error);
  g_assert_true (trh_workspace_perform (self->workspace, owned));
}

static void
add_artist (PollFixture *self, TrhPollRecord *poll, const PollCase *which, const char *name)
{
  const char id[] = { (char) ('a' + poll->candidates->len), '\0' };
  const char discipline[] = { which->disciplines != NULL ? which->disciplines[poll->candidates->len] : '-', '\0' };
  TrhCandidateRecord *candidate = trh_record_new (&trh_candidate_schema, NULL);

  if (trh_project_find (trh_workspace_get_project (self->workspace), TRH_ARTISTS, id) == NULL)
    {
      TrhArtistRecord *artist = trh_record_new (&trh_artist_schema, id);
      TrhEdit *edit = trh_edit_new ("an artist");

      trh_record_set_text (&artist->name, name);
      trh_record_set_text (&artist->discipline, discipline);
      trh_edit_insert (edit, artist);
      perform (self, edit, NULL);
    }
  trh_record_set_text (&candidate->artist_id, id);
  trh_record_set_text (&candidate->name, name);
  g_ptr_array_add (poll->candidates, candidate);
}

/* Its keys are made: people may vote. */
static void
make_keys (PollFixture *self, const char *poll_id)
{
  TrhProject *project = trh_workspace_get_project (self->workspace);
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *public_key = NULL;
  g_autofree char *folder = NULL;
  GError *error = NULL;

  self->keys = trh_keys_new (poll_id, holders, poll_passphrases, cheap, NULL);
  self->keys_path = trh_keys_get_path (poll_id);
  bytes = trh_keys_print (self->keys);
  folder = g_path_get_dirname (self->keys_path);
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (trh_file_save (self->keys_path, bytes, &error));
  public_key = g_base64_encode (trh_keys_peek_public (self->keys), TRH_SEAL_KEY);
  perform (self, trh_poll_edit_ready (project, self->poll, public_key, &error), error);
}

/**
 * poll_fixture_begin:
 * @workspace: (transfer full): a season with the communes where people will vote, and the artists
 * @record: (transfer full): the vote, a draft
 */
void
poll_fixture_begin (PollFixture *self, TrhWorkspace *workspace, TrhPollRecord *record)
{
  TrhProject *project = trh_workspace_get_project (workspace);
  g_autofree char *id = g_strdup (record->base.id);
  GError *error = NULL;

  self->workspace = workspace;
  perform (self, trh_poll_edit_prepare (project, NULL, record, &error), error);
  poll_fixture_adopt (self, workspace, trh_project_find (project, TRH_POLLS, id));
}

/* A vote that was prepared in the season of @workspace (transfer full), a draft. */
void
poll_fixture_adopt (PollFixture *self, TrhWorkspace *workspace, TrhPoll *poll)
{
  self->workspace = workspace;
  self->poll = poll;
  make_keys (self, trh_entity_get_id (TRH_ENTITY (poll)));
}

/* @workspace: (transfer full): a season with the communes where people will vote */
void
poll_fixture_set_up (PollFixture *self, TrhWorkspace *workspace, const PollCase *which, const char *const *names)
{
  TrhPollRecord *record = trh_record_new (&trh_poll_schema, which->id);

  self->workspace = workspace;
  trh_record_set_text (&record->question, "Qui accueillir en 2027 ?");
  trh_record_set_text (&record->method, which->method);
  record->ballot = which->ballot;
  record->seats = which->seats;
  record->ties = which->ties;
  record->codes = 60;
  for (guint i = 0; names[i] != NULL; i++)
    add_artist (self, record, which, names[i]);
  if (which->guarantee != NULL)
    {
      TrhQuotaRecord *quota = trh_record_new (&trh_quota_schema, NULL);

      quota->kind = TRH_QUOTA_DISCIPLINE;
      trh_record_set_text (&quota->group, which->guarantee);
      quota->least = 1;
      quota->most = which->seats;
      g_ptr_array_add (record->quotas, quota);
    }
  poll_fixture_begin (self, workspace, record);
}

void
poll_fixture_clear (PollFixture *self)
{
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->keys, trh_keys_free);
  g_clear_pointer (&self->keys_path, g_free);
}

/* Letters that are ticked; or the grade of each candidate, 1 the best, 0 for none; or letters, the preferred first.
 * "-" is blank. */
static void
read_marks (TrhBallotKind kind, const char *text, guint8 *marks)
{
  for (guint i = 0; text[i] != '\0' && *text != '-'; i++)
    switch (kind)
      {
      case TRH_BALLOT_GRADES:
        marks[i] = (guint8) (text[i] - '0');
        break;
      case TRH_BALLOT_RANKING:
        marks[text[i] - 'A'] = (guint8) (i + 1);
        break;
      case TRH_BALLOT_APPROVAL:
      default:
        marks[text[i] - 'A'] = 1;
      }
}

/* A box for each voter, sorted as an urn has them. */
static void
fill_urn (PollFixture *self, TrhUrnContent *content, const char *ballots)
{
  const gsize length = trh_urn_content_get_box_length (content);
  g_auto(GStrv) lines = g_strsplit (ballots, ",", -1);
  g_autoptr(GByteArray) boxes = g_byte_array_new ();
  TrhUrnLot lot = { .entered_by = { (char *) organisers[0], (char *) organisers[1] } };

  for (guint i = 0; lines[i] != NULL; i++)
    {
      guint8 marks[26] = { 0 };
      char *text;
      guint64 weight = g_ascii_strtoull (lines[i], &text, 10);

      read_marks ((TrhBallotKind) content->form.kind, g_strstrip (text), marks);
      for (; weight > 0; weight--, lot.n_ballots++)
        {
          guint8 plain[64];

          g_assert_true (trh_ballot_fits (&content->form, marks));
          trh_ballot_encode (&content->form, marks, plain);
          g_byte_array_set_size (boxes, (guint) (boxes->len + length));
          g_assert_true (trh_seal (content->public_key, plain, trh_ballot_get_encoded_length (&content->form),
                                   boxes->data + boxes->len - length));
        }
    }
  trh_urn_content_add_lot (content, &lot, boxes->data);
}

/**
 * poll_fixture_hold:
 * @ballots: as in "8 ABC, 3 A, 1 -": so many voters, and what is on their ballots
 *
 * A whole session: opened, voted on paper, closed.
 */
void
poll_fixture_hold (PollFixture *self, const char *session_id, const char *commune_id, const char *ballots)
{
  TrhProject *project = trh_workspace_get_project (self->workspace);
  const TrhPollRecord *poll = trh_entity_peek_record (TRH_ENTITY (self->poll));
  const TrhBallotForm form = trh_poll_get_form (poll);
  const TrhCommuneRecord *commune = trh_project_find_record (project, TRH_COMMUNES, commune_id);
  g_auto(GStrv) ids = trh_poll_dup_candidates (poll);
  g_autofree char *path = trh_urn_get_path (session_id);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *fingerprint = NULL;
  g_autoptr(TrhUrnContent) content =
    trh_urn_content_new (poll->base.id, session_id, &form, (const char *const *) ids, trh_keys_peek_public (self->keys),
                         organisers);
  g_autoptr(GBytes) bytes = NULL;
  const TrhSessionOpening opening = {
    session_id, commune_id, "", { organisers[0], organisers[1] }, 20888, 1025, 60, name };
  const TrhUrnClosing nothing = { { organisers[0], organisers[1] }, 1200, -1, -1, -1 };
  TrhSessionClosing closing;
  GError *error = NULL;

  perform (self, trh_poll_edit_open (project, self->poll, &opening, &error), error);
  content->guaranteed = poll->quotas->len > 0;
  trh_urn_content_set_session (content, commune_id, commune->name, opening.day, opening.minute);
  fill_urn (self, content, ballots);
  trh_urn_content_close (content, self->stated != NULL ? self->stated : &nothing);
  bytes = trh_urn_content_print (content);
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (trh_file_save (path, bytes, &error));
  fingerprint = trh_file_hash (bytes);
  closing = trh_poll_read_closing (content, fingerprint);
  perform (self, trh_poll_edit_close (project, trh_project_find (project, TRH_RESULTS, session_id), &closing, &error), error);
}

/* @seed: (nullable): what was drawn in public */
TrhOpening *
poll_fixture_open (PollFixture *self, const char *seed)
{
  GError *error = NULL;
  TrhOpening *opening = trh_poll_make_opening (trh_workspace_get_project (self->workspace), self->poll, NULL, &error);

  g_assert_no_error (error);
  trh_opening_set_keys (opening, self->keys_path, poll_passphrases);
  if (seed != NULL)
    trh_opening_set_seed (opening, seed);
  trh_opening_run (opening, &error);
  g_assert_no_error (error);
  return opening;
}

const TrhResultRecord *
poll_fixture_count (PollFixture *self, const char *seed)
{
  TrhProject *project = trh_workspace_get_project (self->workspace);
  g_autoptr(TrhOpening) opening = poll_fixture_open (self, seed);
  GError *error = NULL;

  perform (self, trh_poll_edit_opened (project, self->poll, opening, 20889, &error), error);
  return trh_entity_peek_record (TRH_ENTITY (trh_poll_find_total (project, trh_entity_get_id (TRH_ENTITY (self->poll)))));
}

/* The counted vote as it would be shown. */
TrhTold *
poll_fixture_tell (PollFixture *self)
{
  TrhProject *project = trh_workspace_get_project (self->workspace);
  TrhResult *total = trh_poll_find_total (project, trh_entity_get_id (TRH_ENTITY (self->poll)));
  TrhTold *told = trh_told_new (project, trh_entity_peek_record (TRH_ENTITY (self->poll)),
                                trh_entity_peek_record (TRH_ENTITY (total)));

  g_assert_nonnull (told);
  return told;
}
