/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/voting/trh-bag-codes.h"
#include "core/voting/trh-fingerprint.h"
#include "urns-fixture.h"

/* Whether the codes that were used in an urn came with its bag, who compared its words, and an urn that replaces another. */

/* Packs the bag of a town with @n codes, of which the season keeps what knows them again. */
static TrhKit *
pack_codes (Fixture *fixture, const char *session_id, const char *commune_id, GArray *codes)
{
  TrhKit *kit = trh_poll_make_kit (fixture->project, peek_poll (fixture), commune_id, session_id, NULL);
  g_auto(GStrv) slips = NULL;
  g_autoptr(GError) error = NULL;
  TrhSessionOpening bag = { .session_id = session_id, .commune_id = commune_id, .venue_id = "", .day = 20000,
                            .codes = (int) codes->len };

  g_assert_true (trh_urn_content_add_codes (kit->urn, codes));
  slips = trh_bag_codes_list (kit->urn);
  bag.slips = (const char *const *) slips;
  perform (fixture, trh_poll_edit_pack (fixture->project, fixture->poll, &bag, &error), error);
  return kit;
}

static void
cast (TrhUrnContent *urn, const TrhCode *code)
{
  guint8 bytes[64] = { 0 }, box[128], hash[TRH_CODE_HASH];

  g_assert_true (trh_seal (urn->public_key, bytes, trh_ballot_get_encoded_length (&urn->form), box));
  g_assert_true (trh_code_hash (code, urn->code_key, hash));
  trh_urn_content_record (urn, hash, box);
}

/* The urn of a bag after @n_slips voters with slips, and @n_made with codes that were made at the hall, or nowhere. */
static GBytes *
vote (const TrhKit *kit, GArray *codes, guint n_slips, guint n_made)
{
  const TrhUrnClosing closing = { { organisers[1], organisers[0] }, 1200, -1, -1, -1, NULL, NULL };
  g_autoptr(TrhUrnContent) urn = trh_kit_open (kit, organisers, 20010, 1025);
  g_autoptr(GArray) made = trh_codes_make (n_made);

  g_assert_true (trh_urn_content_add_codes (urn, made));
  for (guint i = 0; i < n_slips; i++)
    cast (urn, &g_array_index (codes, TrhCode, i));
  for (guint i = 0; i < n_made; i++)
    cast (urn, &g_array_index (made, TrhCode, i));
  trh_urn_content_close (urn, &closing);
  return trh_urn_content_print (urn);
}

static void
assert_remarks (Fixture *fixture, const char *session_id, const char *const *expected)
{
  g_autoptr(GPtrArray) said =
    trh_session_say_return (fixture->project, trh_project_find_record (fixture->project, TRH_RESULTS, session_id));
  guint i = 0;

  for (; expected[i] != NULL; i++)
    {
      g_assert_cmpuint (i, <, said->len);
      g_assert_cmpstr (said->pdata[i], ==, expected[i]);
    }
  g_assert_cmpuint (i, ==, said->len);
}

/* An urn of the slips needs no further thought; the minutes say whether anybody compared its words. */
static void
test_slips (Fixture *fixture, gconstpointer compares)
{
  g_autoptr(GArray) codes = trh_codes_make (5);
  g_autoptr(TrhKit) kit = pack_codes (fixture, "s3", "05126", codes);
  g_autoptr(GBytes) urn = vote (kit, codes, 3, 0);
  GBytes *files[] = { urn };
  const TrhResultRecord *session;

  fixture->compares = GPOINTER_TO_INT (compares);
  ASSERT_BRINGS (fixture, files, "1 kept, 0 known, Bring in an urn: Rosans");
  session = trh_project_find_record (fixture->project, TRH_RESULTS, "s3");
  g_assert_cmpint (session->used, ==, 3);
  g_assert_cmpint (session->used_slips, ==, 3);
  g_assert_cmpint (session->codes, ==, 5);
  if (fixture->compares)
    assert_remarks (fixture, "s3", (const char *const[]) { NULL });
  else
    assert_remarks (fixture, "s3", (const char *const[]) {
      "Rosans: the words of the urn were not compared with the signed minutes.", NULL });
}

/* Codes that were on no slip: not taken by itself, and told in the minutes when it is. */
static void
test_invented (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GArray) codes = trh_codes_make (5);
  g_autoptr(TrhKit) kit = pack_codes (fixture, "s3", "05126", codes);
  g_autoptr(GBytes) urn = vote (kit, codes, 1, 3);
  GBytes *files[] = { urn };

  ASSERT_BRINGS (fixture, files, "0 kept, 0 known, nothing to note");
  g_assert_cmpint (((const TrhResultRecord *) trh_project_find_record (fixture->project, TRH_RESULTS, "s3"))->state, ==,
                   TRH_RESULT_PREPARED);
  fixture->insists = fixture->compares = TRUE;
  ASSERT_BRINGS (fixture, files, "1 kept, 0 known, Bring in an urn: Rosans");
  assert_remarks (fixture, "s3", (const char *const[]) {
    "Rosans: 3 used codes of 4 were on no slip of the bag; the urn was taken all the same.", NULL });
}

/* Whoever has the kit alone cannot write down that its codes were used: they would be as good as invented. */
static void
test_kit_alone (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GArray) codes = trh_codes_make (2);
  g_autoptr(TrhKit) kit = pack_codes (fixture, "s3", "05126", codes);
  const TrhUrnClosing closing = { { organisers[1], organisers[0] }, 1200, -1, -1, -1, NULL, NULL };
  g_autoptr(TrhUrnContent) urn = trh_kit_open (kit, organisers, 20010, 1025);
  g_autoptr(GBytes) file = NULL;
  guint8 bytes[64] = { 0 }, boxes[2][128];
  const gsize length = trh_urn_content_get_box_length (urn);
  GBytes *files[1];

  for (guint i = 0; i < 2; i++)
    g_assert_true (trh_seal (urn->public_key, bytes, trh_ballot_get_encoded_length (&urn->form), boxes[i]));
  g_byte_array_append (urn->used, kit->urn->unused->data, kit->urn->unused->len);
  g_byte_array_set_size (urn->unused, 0);
  for (guint i = 0; i < 2; i++)
    g_byte_array_append (urn->boxes, boxes[memcmp (boxes[0], boxes[1], length) < 0 ? i : 1 - i], (guint) length);
  trh_urn_content_close (urn, &closing);
  files[0] = file = trh_urn_content_print (urn);
  ASSERT_BRINGS (fixture, files, "0 kept, 0 known, nothing to note");
}

/* A forgery that came first: the real urn replaces it as long as nothing is counted, and the minutes name both. */
static void
test_replace (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GArray) codes = trh_codes_make (5);
  g_autoptr(TrhKit) kit = pack_codes (fixture, "s3", "05126", codes);
  g_autoptr(GBytes) forged = vote (kit, codes, 0, 4);
  g_autoptr(GBytes) real = vote (kit, codes, 3, 0);
  g_autofree char *forged_hash = trh_file_hash (forged);
  g_autofree char *real_hash = trh_file_hash (real);
  g_autofree char *forged_words = trh_fingerprint_say (forged_hash);
  g_autofree char *real_words = trh_fingerprint_say (real_hash);
  g_autofree char *sentence = g_strdup_printf ("Rosans: the urn “%s” was brought in first and replaced by the urn “%s”.",
                                               forged_words, real_words);
  GBytes *first[] = { forged }, *then[] = { real };
  const TrhResultRecord *session;
  TrhPollRecord *counted;
  TrhEdit *count;

  fixture->insists = fixture->compares = TRUE;
  ASSERT_BRINGS (fixture, first, "1 kept, 0 known, Bring in an urn: Rosans");
  fixture->insists = FALSE;
  ASSERT_BRINGS (fixture, then, "0 kept, 0 known, nothing to note"); /* never by itself */
  fixture->insists = TRUE;
  ASSERT_BRINGS (fixture, then, "1 kept, 0 known, Replace the urn: Rosans");
  session = trh_project_find_record (fixture->project, TRH_RESULTS, "s3");
  g_assert_cmpstr (session->sha256, ==, real_hash);
  g_assert_cmpint (session->ballots, ==, 3);
  g_assert_cmpint (session->codes, ==, 5);
  assert_remarks (fixture, "s3", (const char *const[]) { sentence, NULL });
  ASSERT_BRINGS (fixture, then, "1 kept, 1 known, nothing to note");

  count = trh_edit_new ("counted");
  counted = trh_edit_change (count, fixture->poll);
  counted->state = TRH_POLL_COUNTED;
  perform (fixture, count, NULL);
  ASSERT_BRINGS (fixture, first, "Rosans: two different urns of the same session were brought, and the vote is counted. Compare "
                                 "both with the minutes.; 0 kept, 0 known, nothing to note");
}

static const TrhArrival *
judge_alone (Fixture *fixture, TrhUrnSet *urns, GBytes *file, GPtrArray **arrivals, GPtrArray *refused)
{
  g_assert_true (trh_urn_set_add (urns, file, "x.urn", NULL, NULL));
  *arrivals = trh_arrivals_new (fixture->project, fixture->poll, urns, refused);
  return (*arrivals)->len > 0 ? (*arrivals)->pdata[0] : NULL;
}

/* The season was taken from a copy older than the bag: the town's votes are taken with its signed minutes, and only so. */
static void
test_unannounced (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GBytes) urn = hold (fixture, "s9", "05126", NULL);
  g_autoptr(TrhUrnSet) urns = trh_poll_expect_urns (fixture->project, fixture->poll, NULL);
  g_autoptr(GPtrArray) refused = g_ptr_array_new_with_free_func (g_free), arrivals = NULL;
  g_autoptr(TrhEdit) edit = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *words = NULL;
  GBytes *files[] = { urn };
  TrhArrival *arrival = (TrhArrival *) judge_alone (fixture, urns, urn, &arrivals, refused);
  const TrhResultRecord *session;

  g_assert_cmpint (arrival->kind, ==, TRH_ARRIVAL_UNANNOUNCED);
  g_assert_false (arrival->taken);
  g_assert_false (trh_arrival_is_certain (arrival));
  g_assert_cmpint (arrival->used, ==, 1);
  g_assert_cmpint (arrival->used_slips, ==, -1);
  words = trh_arrival_say_unannounced (arrival); /* the bag of s2 went to Rosans too */
  g_assert_nonnull (strstr (words, "Another session of this commune is in the season"));

  arrival->taken = TRUE; /* somebody insists without the paper */
  edit = trh_arrivals_make_edit (fixture->project, fixture->poll, urns, arrivals, &error);
  g_assert_null (edit);
  g_assert_error (error, TRH_POLL_ERROR, TRH_POLL_ERROR_INCOMPLETE);

  ASSERT_BRINGS (fixture, files, "0 kept, 0 known, nothing to note");
  fixture->insists = fixture->compares = TRUE;
  ASSERT_BRINGS (fixture, files, "1 kept, 0 known, Bring in an urn: Rosans");
  session = trh_project_find_record (fixture->project, TRH_RESULTS, "s9");
  g_assert_cmpint (session->state, ==, TRH_RESULT_CLOSED);
  g_assert_cmpstr (session->poll_id, ==, "v1");
  g_assert_cmpstr (session->commune_id, ==, "05126");
  g_assert_cmpint (session->ballots, ==, 1);
  g_assert_cmpint (session->day, ==, 20010);
  g_assert_cmpint (peek_poll (fixture)->state, ==, TRH_POLL_OPEN); /* two bags are out */
  assert_remarks (fixture, "s9", (const char *const[]) {
    "Rosans: the season named no bag of this session; the urn was taken because its words are those of the signed minutes.",
    NULL });
  ASSERT_BRINGS (fixture, files, "1 kept, 1 known, nothing to note");
}

/* What no decision makes one of this season. */
static void
test_unannounced_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GBytes) elsewhere = hold (fixture, "s8", "26340", NULL), disguised = hold (fixture, "a1", "05126", NULL);
  g_autoptr(GBytes) late = hold (fixture, "s9", "05126", NULL);
  GBytes *nowhere[] = { elsewhere }, *artist[] = { disguised }, *counted[] = { late };
  TrhEdit *count = trh_edit_new ("counted");

  fixture->insists = fixture->compares = TRUE;
  ASSERT_BRINGS (fixture, nowhere, "s8 is no commune of this season: add it first.; 0 kept, 0 known, nothing to note");
  ASSERT_BRINGS (fixture, artist, "Rosans: no bag was prepared for this session in this season.; 0 kept, 0 known, nothing to note");
  ((TrhPollRecord *) trh_edit_change (count, fixture->poll))->state = TRH_POLL_COUNTED;
  perform (fixture, count, NULL);
  ASSERT_BRINGS (fixture, counted, "Rosans: no bag was prepared for this session in this season, and the vote is counted.; "
                                   "0 kept, 0 known, nothing to note");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/exchange/arrivals/slips", Fixture, GINT_TO_POINTER (0), set_up, test_slips, tear_down);
  g_test_add ("/exchange/arrivals/slips/compared", Fixture, GINT_TO_POINTER (1), set_up, test_slips, tear_down);
  g_test_add ("/exchange/arrivals/invented", Fixture, NULL, set_up, test_invented, tear_down);
  g_test_add ("/exchange/arrivals/kit-alone", Fixture, NULL, set_up, test_kit_alone, tear_down);
  g_test_add ("/exchange/arrivals/replace", Fixture, NULL, set_up, test_replace, tear_down);
  g_test_add ("/exchange/arrivals/unannounced", Fixture, NULL, set_up, test_unannounced, tear_down);
  g_test_add ("/exchange/arrivals/unannounced/refused", Fixture, NULL, set_up, test_unannounced_refused, tear_down);
  return g_test_run ();
}
