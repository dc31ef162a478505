/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "urn-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#include "core/voting/trh-election.h"
#include "folders.h"

const char *const urn_candidates[] = { "camille", "loup", "jo", "ana", "marie", NULL };
const char *const urn_holders[] = { "Anne Faure", "Paul Roux" };
const char *const urn_passphrases[] = { "quatre chèvres grises", "un ruisseau de mars" };
const char *const urn_organisers[] = { "Lise Blanc", "Marc Arnaud" };
static char president[] = "Anne Faure", assessors[] = "Paul Roux, Zoé Ey", nobody[] = "";
static const TrhUrnBureau bureau = { president, assessors, nobody, nobody, 41, 20, -1, 0 };
const TrhUrnClosing urn_closing = { { "Lise Blanc", "Marc Arnaud" }, 20 * 60 + 5, 3, 36, 4, "une coupure de courant", "",
                                    &bureau };
const TrhSealCost urn_cheap = { 1, 64 };

void
urn_fixture_set_up_with (UrnFixture *fixture, TrhKeys *keys, GArray *codes)
{
  const TrhBallotForm form = { TRH_BALLOT_PAPER_APPROVAL, N_CANDIDATES, 0, 0, 4 };
  g_autoptr(TrhUrnContent) content =
    trh_urn_content_new ("poll-1", "session-1", &form, urn_candidates, trh_keys_peek_public (keys), urn_organisers);
  g_autoptr(GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("trh-urn-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "session-1.urn", NULL);
  if (codes == NULL)
    g_assert_true (trh_urn_create (fixture->path, content, 40, &fixture->codes, &error));
  else /* the same codes and the same key of their hashes as another urn */
    {
      g_autoptr(GArray) none = NULL;

      memset (content->code_key, 7, sizeof content->code_key);
      trh_urn_content_add_codes (content, codes);
      g_assert_true (trh_urn_create (fixture->path, content, 0, &none, &error));
      fixture->codes = g_array_ref (codes);
    }
  g_assert_no_error (error);
  fixture->urn = trh_urn_open (fixture->path, &error);
  g_assert_no_error (error);
}

void
urn_fixture_set_up (UrnFixture *fixture, gconstpointer data)
{
  fixture->keys = trh_keys_new ("poll-1", urn_holders, urn_passphrases, urn_cheap, NULL);
  urn_fixture_set_up_with (fixture, fixture->keys, NULL);
}

/* The writer's thread lets go of the urn a moment after it has answered. */
void
urn_fixture_wait (UrnFixture *fixture)
{
  while (g_atomic_int_get ((int *) &G_OBJECT (fixture->urn)->ref_count) > 1)
    g_thread_yield ();
}

void
urn_fixture_tear_down (UrnFixture *fixture, gconstpointer data)
{
  if (fixture->urn != NULL)
    {
      urn_fixture_wait (fixture);
      g_assert_finalize_object (fixture->urn);
    }
  g_clear_pointer (&fixture->keys, trh_keys_free);
  g_array_unref (fixture->codes);
  folder_remove (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

const char *
urn_fixture_get_code (UrnFixture *fixture, guint index)
{
  return g_array_index (fixture->codes, TrhCode, index).text;
}

void
urn_fixture_replied (GObject *source, GAsyncResult *result, gpointer data)
{
  UrnAnswers *answers = data;
  g_autoptr(GError) error = NULL;

  answers->n_waiting--;
  if (trh_ballot_box_cast_finish (TRH_BALLOT_BOX (source), result, &error))
    answers->n_cast++;
  else
    {
      g_assert_true (error->domain == TRH_BOOTH_ERROR);
      answers->n_errors[error->code]++;
    }
}

/* The ballot number @set: its bits are the choices. */
void
urn_fixture_cast (UrnFixture *fixture, const char *code, guint set, UrnAnswers *answers)
{
  guint8 marks[N_CANDIDATES];

  for (guint c = 0; c < N_CANDIDATES; c++)
    marks[c] = set >> c & 1;
  answers->n_waiting++;
  trh_ballot_box_cast_async (TRH_BALLOT_BOX (fixture->urn), code, marks, N_CANDIDATES, NULL, urn_fixture_replied, answers);
}

void
urn_fixture_settle (UrnAnswers *answers)
{
  while (answers->n_waiting > 0)
    g_main_context_iteration (NULL, TRUE);
}

void
urn_fixture_cast_now (UrnFixture *fixture, guint code, guint set)
{
  UrnAnswers answers = { 0 };

  urn_fixture_cast (fixture, urn_fixture_get_code (fixture, code), set, &answers);
  urn_fixture_settle (&answers);
  g_assert_cmpuint (answers.n_cast, ==, 1);
}

void
urn_fixture_closed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(GError) error = NULL;

  *(char **) data = trh_urn_close_finish (TRH_URN (source), result, &error);
  g_assert_no_error (error);
}

char *
urn_fixture_close (UrnFixture *fixture)
{
  char *fingerprint = NULL;

  trh_urn_close_async (fixture->urn, &urn_closing, urn_fixture_closed, &fingerprint);
  while (fingerprint == NULL)
    g_main_context_iteration (NULL, TRUE);
  return fingerprint;
}

char *
urn_fixture_open (UrnFixture *fixture, const TrhKeys *keys)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TrhSecret) secret = trh_keys_unlock (keys, urn_passphrases, &error);
  g_autoptr(TrhElection) election = trh_election_new (TRH_BALLOT_PAPER_APPROVAL, urn_candidates);
  g_autoptr(GBytes) bytes = NULL;

  g_assert_no_error (error);
  trh_ballots_free (election->ballots);
  election->ballots = trh_urn_content_unseal (trh_urn_peek_content (fixture->urn), secret, &error);
  g_assert_no_error (error);
  bytes = trh_election_print (election);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

int
urn_fixture_check (UrnFixture *fixture, const char *code)
{
  g_autoptr(GError) error = NULL;

  return trh_ballot_box_check_code (TRH_BALLOT_BOX (fixture->urn), code, &error) ? -1 : error->code;
}
