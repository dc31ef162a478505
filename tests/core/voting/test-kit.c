/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/voting/trh-kit.h"

#include <glib/gstdio.h>
#include <string.h>

#include "core/base/trh-file.h"
#include "core/voting/trh-urn-set.h"
#include "urn-fixture.h"

/* The bag of a town hall: goes out as a kit, comes back as one closed urn. */

static const char *const nobody[] = { "", "" };

static TrhKit *
make_kit (const TrhKeys *keys, const GArray *codes)
{
  static const char *const names[] = { "Camille Serre", "Loup Plaine", "Jo Blanc", "Ana Ruiz", "Marie Roux" };
  const TrhBallotForm form = { TRH_BALLOT_PAPER_APPROVAL, N_CANDIDATES, 0, 1, 3 };
  g_autoptr(TrhBallotPaper) paper = trh_ballot_paper_new (TRH_BALLOT_PAPER_APPROVAL, "Qui accueillir ?");
  TrhUrnContent *urn = trh_urn_content_new ("poll-1", "session-1", &form, urn_candidates, trh_keys_peek_public (keys), nobody);
  TrhKit *kit;

  for (guint i = 0; i < N_CANDIDATES; i++)
    {
      const char letter[] = { (char) ('A' + i), '\0' };

      trh_ballot_paper_add_candidate (paper, letter, names[i], i % 2 == 0 ? "danse" : "");
    }
  paper->min_choices = 1;
  paper->max_choices = 3;
  paper->rehearsal = TRUE;
  urn->rehearsal = TRUE;
  trh_urn_content_set_session (urn, "26340", "Séderon", 0, -1);
  if (codes != NULL)
    trh_urn_content_add_codes (urn, codes);
  kit = trh_kit_new ("Qui accueillir ?", paper, urn);
  g_free (kit->method);
  kit->method = g_strdup ("seqphragmen");
  g_free (kit->season);
  kit->season = g_strdup ("Saison 2027");
  g_free (kit->guarantees);
  kit->guarantees = g_strdup ("danse : 1 au moins");
  kit->seats = 4;
  kit->purge_day = 20100;
  return kit;
}

static void
test_same (void)
{
  g_autoptr(TrhKeys) keys = trh_keys_new ("poll-1", urn_holders, urn_passphrases, urn_cheap, NULL);
  g_autoptr(GArray) codes = trh_codes_make (3);
  g_autoptr(TrhKit) kit = make_kit (keys, codes);
  g_autoptr(GBytes) bytes = trh_kit_print (kit);
  g_autoptr(GError) error = NULL;
  g_autoptr(TrhKit) read = trh_kit_parse (bytes, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (read->season, ==, "Saison 2027");
  g_assert_cmpstr (read->guarantees, ==, "danse : 1 au moins");
  g_assert_cmpstr (read->method, ==, "seqphragmen");
  g_assert_cmpuint (read->seats, ==, 4);
  g_assert_cmpstr (trh_ballot_paper_get_candidate (read->paper, 2)->name, ==, "Jo Blanc");
  g_assert_cmpuint (read->paper->max_choices, ==, 3);
  g_assert_true (read->paper->rehearsal && read->paper->rotates);
  g_assert_cmpuint (trh_urn_content_get_n_codes (read->urn), ==, 3);
  g_assert_cmpstr (read->urn->place, ==, "Séderon");
}

/* A copy says the same, and lives longer. */
static void
test_copy (void)
{
  g_autoptr(TrhKeys) keys = trh_keys_new ("poll-1", urn_holders, urn_passphrases, urn_cheap, NULL);
  TrhKit *kit = make_kit (keys, NULL);
  g_autoptr(GBytes) bytes = trh_kit_print (kit);
  g_autoptr(TrhKit) copy = trh_kit_copy (kit);
  g_autoptr(GBytes) same = NULL;

  trh_kit_free (kit);
  same = trh_kit_print (copy);
  g_assert_true (g_bytes_equal (bytes, same));
}

/* No code, no passphrase and no secret key is in the bag; what is in it cannot open a ballot. */
static void
test_no_secret (void)
{
  g_autoptr(TrhKeys) keys = trh_keys_new ("poll-1", urn_holders, urn_passphrases, urn_cheap, NULL);
  g_autoptr(GArray) codes = trh_codes_make (5);
  g_autoptr(TrhKit) kit = make_kit (keys, codes);
  g_autoptr(GBytes) bytes = trh_kit_print (kit);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  for (guint i = 0; i < 2; i++)
    {
      g_assert_null (strstr (text, urn_passphrases[i]));
      g_assert_null (strstr (text, urn_holders[i]));
    }
  for (guint i = 0; i < codes->len; i++)
    g_assert_null (strstr (text, g_array_index (codes, TrhCode, i).text));
  g_assert_null (strstr (text, "locked-key"));
}

static void
test_changed (void)
{
  g_autoptr(TrhKeys) keys = trh_keys_new ("poll-1", urn_holders, urn_passphrases, urn_cheap, NULL);
  g_autoptr(TrhKit) kit = make_kit (keys, NULL);
  g_autoptr(GBytes) bytes = trh_kit_print (kit);
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  for (gsize at = 0; at < length; at++)
    {
      g_autofree char *changed = g_memdup2 (text, length);
      g_autoptr(GBytes) wrong = NULL;

      changed[at] ^= 1;
      wrong = g_bytes_new_static (changed, length);
      g_assert_null (trh_kit_parse (wrong, NULL));
    }
}

static void
assert_refused (const TrhKit *kit)
{
  g_autoptr(GBytes) bytes = trh_kit_print (kit);
  g_autoptr(GError) error = NULL;

  g_assert_null (trh_kit_parse (bytes, &error));
  g_assert_error (error, TRH_DATA_ERROR, TRH_DATA_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "the urn is not empty"));
}

/* A kit whose urn has been at work is no new session, and none of its slips may be dead already. */
/* Whoever writes the sum of a kit anew must leave what voters read: the names stand in its urn too. What changes both is told
 * when the urn comes back, in test-poll-urns. */
static void
test_other_names (void)
{
  g_autoptr(TrhKeys) keys = trh_keys_new ("poll-1", urn_holders, urn_passphrases, urn_cheap, NULL);
  g_autoptr(TrhKit) kit = make_kit (keys, NULL);
  TrhPaperCandidate *first = kit->paper->candidates->pdata[0], *second = kit->paper->candidates->pdata[1];
  char *name = first->name;
  g_autoptr(GBytes) changed = NULL;
  g_autoptr(GError) error = NULL;

  first->name = second->name; /* who ticks Loup Plaine votes for Camille Serre */
  second->name = name;
  changed = trh_kit_print (kit); /* with its sum */
  g_assert_null (trh_kit_parse (changed, &error));
  g_assert_nonnull (strstr (error->message, "the ballot is not the one that this bag was made with"));
}

static void
test_used (void)
{
  g_autoptr(TrhKeys) keys = trh_keys_new ("poll-1", urn_holders, urn_passphrases, urn_cheap, NULL);
  g_autoptr(GArray) codes = trh_codes_make (2);
  g_autoptr(TrhKit) stopped = make_kit (keys, NULL);
  g_autoptr(TrhKit) cancelled = make_kit (keys, codes);
  guint8 hash[TRH_CODE_HASH];

  stopped->urn->stopped = TRUE;
  assert_refused (stopped);

  g_assert_true (trh_code_hash (&g_array_index (codes, TrhCode, 0), cancelled->urn->code_key, hash));
  trh_urn_content_cancel (cancelled->urn, hash);
  assert_refused (cancelled);
}

/* The whole way: out, opened by two people, three ballots, closed, back. */
static void
test_journey (void)
{
  g_autoptr(TrhKeys) keys = trh_keys_new ("poll-1", urn_holders, urn_passphrases, urn_cheap, NULL);
  g_autoptr(GArray) printed = trh_codes_make (3);
  g_autoptr(TrhKit) kit = make_kit (keys, printed);
  g_autoptr(GBytes) sent = trh_kit_print (kit);
  g_autoptr(TrhKit) bag = trh_kit_parse (sent, NULL);
  g_autoptr(TrhUrnContent) content = trh_kit_open (bag, urn_organisers, 20000, 1025);
  UrnFixture hall = { .folder = g_dir_make_tmp ("trh-kit-XXXXXX", NULL), .keys = g_steal_pointer (&keys) };
  g_autoptr(GArray) more = NULL;
  g_autoptr(TrhUrnSet) set = trh_urn_set_new ();
  g_autofree char *fingerprint = NULL, *ballots = NULL;
  g_autoptr(GError) error = NULL;

  hall.path = g_build_filename (hall.folder, "session-1.urn", NULL);
  g_assert_true (trh_urn_create (hall.path, content, 2, &more, &error)); /* two more codes are made there */
  g_assert_no_error (error);
  hall.codes = g_array_ref (printed);
  hall.urn = trh_urn_open (hall.path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (trh_urn_get_n_codes (hall.urn), ==, 5);
  for (guint i = 0; i < 3; i++)
    urn_fixture_cast_now (&hall, i, 1u << i);
  fingerprint = urn_fixture_close (&hall);
  ballots = urn_fixture_open (&hall, hall.keys);
  g_assert_nonnull (strstr (ballots, "\"approve\": [2]"));

  g_assert_true (trh_urn_set_load (set, hall.path, NULL, &error)); /* what comes back is this one file */
  g_assert_no_error (error);
  g_assert_cmpstr (trh_urn_set_get_fingerprint (set, 0), ==, fingerprint);
  g_assert_cmpstr (trh_urn_set_peek (set, 0)->place, ==, "Séderon");
  g_assert_cmpint (trh_urn_set_peek (set, 0)->opened_at, ==, 1025);
  g_assert_true (trh_urn_set_peek (set, 0)->rehearsal);
  urn_fixture_tear_down (&hall, NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/voting/kit/same", test_same);
  g_test_add_func ("/voting/kit/copy", test_copy);
  g_test_add_func ("/voting/kit/no-secret", test_no_secret);
  g_test_add_func ("/voting/kit/changed", test_changed);
  g_test_add_func ("/voting/kit/other-names", test_other_names);
  g_test_add_func ("/voting/kit/used", test_used);
  g_test_add_func ("/voting/kit/journey", test_journey);

  return g_test_run ();
}
