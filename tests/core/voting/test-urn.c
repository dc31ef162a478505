/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/base/trh-file.h"
#include "core/voting/trh-election.h"
#include "core/voting/trh-opening.h"
#include "urn-fixture.h"

static void
test_one_session (UrnFixture *fixture, gconstpointer data)
{
  g_autoptr(GArray) foreign = trh_codes_make (1);
  g_autofree char *fingerprint = NULL;
  g_autofree char *stored = NULL;
  g_autofree char *ballots = NULL;
  g_autoptr(TrhUrnContent) content = NULL;
  struct stat info;

  g_assert_cmpint (urn_fixture_check (fixture, urn_fixture_get_code (fixture, 3)), ==, -1);
  g_assert_cmpint (urn_fixture_check (fixture, "AAAA-AAAC"), ==, TRH_BOOTH_ERROR_TYPO);
  g_assert_cmpint (urn_fixture_check (fixture, g_array_index (foreign, TrhCode, 0).text), ==, TRH_BOOTH_ERROR_UNKNOWN);

  urn_fixture_cast_now (fixture, 3, 5);
  urn_fixture_cast_now (fixture, 0, 5);
  urn_fixture_cast_now (fixture, 9, 0);
  g_assert_cmpint (urn_fixture_check (fixture, urn_fixture_get_code (fixture, 3)), ==, TRH_BOOTH_ERROR_USED);
  g_assert_cmpuint (trh_urn_get_n_ballots (fixture->urn), ==, 3);
  g_assert_cmpuint (trh_urn_get_n_codes (fixture->urn), ==, 40);

  fingerprint = urn_fixture_close (fixture);
  g_assert_true (trh_urn_is_closed (fixture->urn));
  g_assert_cmpint (urn_fixture_check (fixture, urn_fixture_get_code (fixture, 4)), ==, TRH_BOOTH_ERROR_CLOSED);
  content = trh_urn_load (fixture->path, &stored, NULL);
  g_assert_cmpstr (fingerprint, ==, stored);
  g_assert_cmpstr (content->closed_by[1], ==, urn_organisers[1]);

  ballots = urn_fixture_open (fixture, fixture->keys);
  g_assert_nonnull (strstr (ballots, "{\"approve\": []},\n    {\"weight\": 2, \"approve\": [0, 2]}"));

  g_assert_cmpint (g_stat (fixture->path, &info), ==, 0);
  g_assert_cmpint (info.st_mtime, <, 400000000); /* not when somebody voted */
  g_assert_cmpint (info.st_mode & 077, ==, 0);
}

/* The same voters in two orders: the same opened urn and the same list of used codes. */
static void
test_order (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr(GRand) random = g_rand_new_with_seed (seed);
  g_autoptr(GArray) codes = trh_codes_make (25);
  g_autoptr(TrhKeys) keys = trh_keys_new ("poll-1", urn_holders, urn_passphrases, urn_cheap, NULL);
  guint order[25];
  UrnFixture urns[2] = { { 0 } };
  char *opened[2];
  GBytes *used[2];

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < 25; i++)
    order[i] = i;
  for (guint u = 0; u < 2; u++)
    {
      g_autofree char *fingerprint = NULL;
      const TrhUrnContent *content;

      urn_fixture_set_up_with (&urns[u], keys, codes);
      for (guint i = 0; i < 20; i++)
        urn_fixture_cast_now (&urns[u], order[i], order[i] % 16);
      fingerprint = urn_fixture_close (&urns[u]);
      opened[u] = urn_fixture_open (&urns[u], keys);
      content = trh_urn_peek_content (urns[u].urn);
      used[u] = g_bytes_new (content->used->data, content->used->len);
      for (guint i = 19; i > 0; i--)
        {
          guint swap = (guint) g_rand_int_range (random, 0, (gint32) i + 1), kept = order[i];

          order[i] = order[swap];
          order[swap] = kept;
        }
    }
  g_assert_cmpstr (opened[0], ==, opened[1]);
  g_assert_true (g_bytes_equal (used[0], used[1]));
  for (guint u = 0; u < 2; u++)
    {
      g_free (opened[u]);
      g_bytes_unref (used[u]);
      urn_fixture_tear_down (&urns[u], NULL);
    }
}

/* Where a ballot lands among the boxes has nothing to do with when it came. */
static void
test_no_rank (void)
{
  const TrhBallotForm form = { TRH_BALLOT_PAPER_APPROVAL, N_CANDIDATES };
  g_autoptr(TrhKeys) keys = trh_keys_new ("poll-1", urn_holders, urn_passphrases, urn_cheap, NULL);
  double sum = 0;

  for (guint run = 0; run < 100; run++)
    {
      g_autoptr(TrhUrnContent) content =
        trh_urn_content_new ("p", "s", &form, urn_candidates, trh_keys_peek_public (keys), urn_organisers);
      g_autoptr(GArray) codes = trh_codes_make (20);
      const gsize length = trh_urn_content_get_box_length (content);
      guint8 boxes[20][64];
      double distance = 0;

      for (guint i = 0; i < 20; i++)
        {
          const guint8 marks[N_CANDIDATES] = { 1 };
          guint8 bytes[N_CANDIDATES + 2];
          guint8 hash[TRH_CODE_HASH] = { 0 };

          memcpy (hash, &g_array_index (codes, TrhCode, i), 8);
          g_byte_array_set_size (content->unused, 0);
          g_byte_array_append (content->unused, hash, sizeof hash);
          trh_ballot_encode (&form, marks, bytes);
          g_assert_true (trh_seal (content->public_key, bytes, sizeof bytes, boxes[i]));
          trh_urn_content_record (content, hash, boxes[i]);
        }
      for (guint i = 0; i < 20; i++)
        for (guint place = 0; place < 20; place++)
          if (memcmp (content->boxes->data + place * length, boxes[i], length) == 0)
            distance += ((double) place - i) * ((double) place - i);
      sum += 1 - 6 * distance / (20.0 * (20 * 20 - 1)); /* Spearman */
    }
  g_assert_cmpfloat (ABS (sum / 100), <, 0.14); /* six standard errors */
}

/* One code in two places at once, and forty voters at the same moment. */
static void
test_at_once (UrnFixture *fixture, gconstpointer data)
{
  UrnAnswers answers = { 0 };

  urn_fixture_cast (fixture, urn_fixture_get_code (fixture, 0), 1, &answers);
  urn_fixture_cast (fixture, urn_fixture_get_code (fixture, 0), 2, &answers);
  for (guint i = 1; i < 40; i++)
    urn_fixture_cast (fixture, urn_fixture_get_code (fixture, i), i % 8, &answers);
  urn_fixture_cast (fixture, urn_fixture_get_code (fixture, 20), 4, &answers);
  urn_fixture_settle (&answers);
  g_assert_cmpuint (answers.n_cast, ==, 40);
  g_assert_cmpuint (answers.n_errors[TRH_BOOTH_ERROR_USED], ==, 2);
  g_assert_cmpuint (trh_urn_get_n_ballots (fixture->urn), ==, 40);
  g_assert_cmpuint (trh_urn_peek_content (fixture->urn)->unused->len, ==, 0);
}

/* Ballots that wait when the urn is closed are still in it; one that comes after is not. */
static void
test_closing (UrnFixture *fixture, gconstpointer data)
{
  UrnAnswers answers = { 0 };
  char *fingerprint = NULL;

  urn_fixture_cast (fixture, urn_fixture_get_code (fixture, 0), 1, &answers);
  urn_fixture_cast (fixture, urn_fixture_get_code (fixture, 1), 1, &answers);
  trh_urn_close_async (fixture->urn, &urn_closing, urn_fixture_closed, &fingerprint);
  urn_fixture_cast (fixture, urn_fixture_get_code (fixture, 2), 1, &answers);
  while (fingerprint == NULL)
    {
      g_main_context_iteration (NULL, TRUE);
      g_assert_cmpint (urn_fixture_check (fixture, urn_fixture_get_code (fixture, 3)), ==, TRH_BOOTH_ERROR_CLOSED);
    }
  urn_fixture_settle (&answers);
  g_assert_cmpuint (answers.n_cast, ==, 2);
  g_assert_cmpuint (answers.n_errors[TRH_BOOTH_ERROR_CLOSED], ==, 1);
  g_assert_cmpuint (trh_urn_get_n_ballots (fixture->urn), ==, 2);
  g_free (fingerprint);
}

/* A save that fails loses nothing: the code is good again. */
static void
test_no_disk (UrnFixture *fixture, gconstpointer data)
{
  UrnAnswers answers = { 0 };
  g_autofree char *aside = g_strconcat (fixture->folder, "-aside", NULL);

  g_assert_cmpint (g_rename (fixture->folder, aside), ==, 0);
  urn_fixture_cast (fixture, urn_fixture_get_code (fixture, 0), 1, &answers);
  urn_fixture_settle (&answers);
  g_assert_cmpuint (answers.n_errors[TRH_BOOTH_ERROR_FAILED], ==, 1);
  g_assert_cmpuint (trh_urn_get_n_ballots (fixture->urn), ==, 0);
  g_assert_cmpint (urn_fixture_check (fixture, urn_fixture_get_code (fixture, 0)), ==, -1);
  g_assert_cmpint (g_rename (aside, fixture->folder), ==, 0);
  urn_fixture_cast_now (fixture, 0, 1);
}

static void
changed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(GError) error = NULL;

  *(int *) data = trh_urn_change_finish (TRH_URN (source), result, &error) ? 1 : -1 - error->code;
}

static int
cancel (UrnFixture *fixture, guint code)
{
  int answer = 0;

  trh_urn_cancel_async (fixture->urn, urn_fixture_get_code (fixture, code), changed, &answer);
  while (answer == 0)
    g_main_context_iteration (NULL, TRUE);
  return answer;
}

/* A code that is cancelled casts nothing; one that was used stays used. */
static void
test_cancelled (UrnFixture *fixture, gconstpointer data)
{
  g_autoptr(TrhUrnContent) content = NULL;

  urn_fixture_cast_now (fixture, 0, 3);
  g_assert_cmpint (cancel (fixture, 1), ==, 1);
  g_assert_cmpint (cancel (fixture, 1), ==, -1 - TRH_BOOTH_ERROR_USED);
  g_assert_cmpint (cancel (fixture, 0), ==, -1 - TRH_BOOTH_ERROR_USED);
  g_assert_cmpint (urn_fixture_check (fixture, urn_fixture_get_code (fixture, 1)), ==, TRH_BOOTH_ERROR_USED);
  content = trh_urn_load (fixture->path, NULL, NULL);
  g_assert_cmpuint (trh_urn_content_get_n_cancelled (content), ==, 1);
  g_assert_cmpuint (trh_urn_content_get_n_ballots (content), ==, 1);
  g_assert_cmpuint (trh_urn_content_get_n_codes (content), ==, 40);
}

static int
add_lot (UrnFixture *fixture, const TrhUrnLot *lot, const guint8 *marks)
{
  int answer = 0;

  trh_urn_add_lot_async (fixture->urn, lot, marks, N_CANDIDATES, changed, &answer);
  while (answer == 0)
    g_main_context_iteration (NULL, TRUE);
  return answer;
}

/* Paper is sealed among the other ballots, until the urn is closed; codes end before. */
static void
test_paper (UrnFixture *fixture, gconstpointer data)
{
  static const guint8 marks[3 * N_CANDIDATES] = { 1, 0, 1, 0, 0, /* blank: */ 0, 0, 0, 0, 0, /* again: */ 1, 0, 1, 0, 0 };
  static const guint8 too_many[N_CANDIDATES] = { 1, 1, 1, 1, 1 };
  const TrhUrnLot lot = { { "Jeanne Roche", "Ali Brun" }, 3, { [TRH_NULL_NAME_ADDED] = 1 } };
  const TrhUrnLot wrong = { { "Jeanne Roche", "Ali Brun" }, 1 };
  g_autofree char *fingerprint = NULL;
  g_autofree char *ballots = NULL;
  g_autoptr(TrhUrnContent) content = NULL;
  guint nulls[TRH_N_NULL_CAUSES];
  int answer = 0;

  urn_fixture_cast_now (fixture, 0, 5);
  trh_urn_stop_async (fixture->urn, changed, &answer);
  g_assert_cmpint (urn_fixture_check (fixture, urn_fixture_get_code (fixture, 1)), ==, TRH_BOOTH_ERROR_CLOSED); /* from now on */
  while (answer == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (answer, ==, 1);
  g_assert_cmpint (urn_fixture_check (fixture, urn_fixture_get_code (fixture, 1)), ==, TRH_BOOTH_ERROR_CLOSED);
  g_assert_cmpint (add_lot (fixture, &wrong, too_many), <, 0);
  g_assert_cmpint (add_lot (fixture, &lot, marks), ==, 1);
  fingerprint = urn_fixture_close (fixture);
  g_assert_cmpint (add_lot (fixture, &lot, marks), ==, -1 - TRH_URN_ERROR_CLOSED);

  content = trh_urn_load (fixture->path, NULL, NULL);
  g_assert_cmpuint (trh_urn_content_get_n_ballots (content), ==, 1);
  g_assert_cmpuint (trh_urn_content_get_n_paper (content), ==, 3);
  g_assert_cmpuint (trh_urn_content_count_nulls (content, nulls), ==, 1);
  g_assert_cmpuint (nulls[TRH_NULL_NAME_ADDED], ==, 1);
  g_assert_cmpstr (((TrhUrnLot *) content->lots->pdata[0])->entered_by[1], ==, "Ali Brun");
  g_assert_cmpint (content->closed_at, ==, urn_closing.minute);
  g_assert_cmpint (content->signatures, ==, 3);
  g_assert_cmpstr (content->incidents, ==, urn_closing.incidents);
  g_assert_cmpstr (content->bureau->assessors, ==, urn_closing.bureau->assessors);
  g_assert_cmpint (content->bureau->registered, ==, 41);
  g_assert_cmpint (content->bureau->left, ==, -1);
  ballots = urn_fixture_open (fixture, fixture->keys);
  g_assert_nonnull (strstr (ballots, "{\"approve\": []},\n    {\"weight\": 3, \"approve\": [0, 2]}"));
}

/* The day is kept only where it is not that of the session: other urns stay as older programs wrote and read them. */
static void
test_closed_day (UrnFixture *fixture, gconstpointer data)
{
  static const struct { int day, kept; } cases[] = { { 0, 0 }, { 20888, 0 }, { 20889, 20889 }, { 20890, 20890 } };
  g_autoptr(TrhUrnContent) open = trh_urn_load (fixture->path, NULL, NULL);

  g_assert_nonnull (open);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(TrhUrnContent) closed = trh_urn_content_copy (open), read = NULL, empty = NULL;
      TrhUrnClosing closing = urn_closing;
      g_autoptr(GBytes) bytes = NULL, again = NULL;
      g_autoptr(GError) error = NULL;

      closed->day = 20888;
      closing.day = cases[i].day;
      trh_urn_content_close (closed, &closing);
      bytes = trh_urn_content_print (closed);
      read = trh_urn_content_parse (bytes, &error);
      g_assert_no_error (error);
      g_assert_cmpint (read->closed_day, ==, cases[i].kept);
      g_assert_true ((g_strstr_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), "closed-day") != NULL) ==
                     (cases[i].kept != 0));
      again = trh_urn_content_print (read);
      g_assert_true (g_bytes_equal (bytes, again));
      empty = trh_urn_content_empty (read);
      g_assert_cmpint (empty->closed_day, ==, 0);
    }
}

static void
test_limits (UrnFixture *fixture, gconstpointer data)
{
  static const guint8 twice[N_CANDIDATES] = { 0, 2 }, outside[N_CANDIDATES + 1] = { [5] = 1 };
  UrnAnswers answers = { 3 };

  trh_ballot_box_cast_async (TRH_BALLOT_BOX (fixture->urn), urn_fixture_get_code (fixture, 0), twice, N_CANDIDATES, NULL, urn_fixture_replied, &answers);
  trh_ballot_box_cast_async (TRH_BALLOT_BOX (fixture->urn), urn_fixture_get_code (fixture, 0), outside, N_CANDIDATES + 1, NULL, urn_fixture_replied, &answers);
  urn_fixture_cast (fixture, urn_fixture_get_code (fixture, 0), 31, &answers); /* five, where four are the most */
  answers.n_waiting--;
  urn_fixture_settle (&answers);
  g_assert_cmpuint (answers.n_errors[TRH_BOOTH_ERROR_FAILED], ==, 3);
  g_assert_cmpint (urn_fixture_check (fixture, urn_fixture_get_code (fixture, 0)), ==, -1);
}

static void
test_reopened (UrnFixture *fixture, gconstpointer data)
{
  g_autofree char *stray = g_strconcat (fixture->path, ".A1B2C3", NULL);
  g_autoptr(GError) error = NULL;

  urn_fixture_cast_now (fixture, 0, 3);
  g_assert_null (trh_urn_open (fixture->path, &error));
  g_assert_error (error, TRH_URN_ERROR, TRH_URN_ERROR_BUSY);
  g_clear_error (&error);

  urn_fixture_wait (fixture);
  g_assert_finalize_object (fixture->urn);
  g_assert_true (g_file_set_contents (stray, "an older state", -1, NULL));
  fixture->urn = trh_urn_open (fixture->path, &error);
  g_assert_no_error (error);
  g_assert_false (g_file_test (stray, G_FILE_TEST_EXISTS));
  g_assert_cmpint (urn_fixture_check (fixture, urn_fixture_get_code (fixture, 0)), ==, TRH_BOOTH_ERROR_USED);
  g_assert_cmpint (urn_fixture_check (fixture, urn_fixture_get_code (fixture, 1)), ==, -1);
}

/* Nothing of a code, a choice or a time is in the file; all boxes have one length; one changed
 * byte anywhere is refused. */
static void
test_file (UrnFixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;
  g_autofree char *fingerprint = NULL;
  g_auto(GStrv) lines = NULL;
  gsize length, box_length = 0;
  guint n_boxes = 0;

  for (guint i = 0; i < 6; i++)
    urn_fixture_cast_now (fixture, i, i);
  fingerprint = urn_fixture_close (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &text, &length, NULL));
  for (guint i = 0; i < 40; i++)
    {
      char shown[TRH_CODE_SHOWN];

      trh_code_show (&g_array_index (fixture->codes, TrhCode, i), shown);
      g_assert_null (strstr (text, urn_fixture_get_code (fixture, i)));
      g_assert_null (strstr (text, shown));
    }
  /* no date nor clock: neither is possible inside base64, which has no hyphen and no colon */
  g_assert_false (g_regex_match_simple ("20[0-9]{2}-[0-9]{2}|[0-9]{2}:[0-9]{2}", text, 0, 0));
  g_assert_null (strstr (text, "\"time"));

  lines = g_strsplit (strstr (text, "\"sealed\""), "\n", -1);
  for (guint i = 1; g_str_has_prefix (lines[i], "    "); i++)
    {
      gsize n = strlen (g_strchomp (lines[i])) - g_str_has_suffix (lines[i], ",");

      g_assert_true (box_length == 0 || box_length == n);
      box_length = n;
      n_boxes++;
    }
  g_assert_cmpuint (n_boxes, ==, 6);

  for (gsize at = 0; at < length; at += g_test_thorough () ? 1 : 7)
    {
      g_autofree char *changed = g_memdup2 (text, length);
      g_autoptr(GBytes) bytes = NULL;
      g_autoptr(GError) error = NULL;

      changed[at] ^= 1;
      bytes = g_bytes_new_static (changed, length);
      g_assert_null (trh_urn_content_parse (bytes, &error));
      g_assert_true (error->domain == TRH_DATA_ERROR);
    }
}

static void
test_without_keys (UrnFixture *fixture, gconstpointer data)
{
  static const char *const wrong[][2] = {
    { "quatre chèvres grises", "un ruisseau de mai" }, { "quatre chevres grises", "un ruisseau de mars" },
    { "un ruisseau de mars", "quatre chèvres grises" }, { "", "" },
  };
  g_autoptr(TrhKeys) others = trh_keys_new ("poll-2", urn_holders, urn_passphrases, urn_cheap, NULL);
  g_autoptr(TrhSecret) secret = NULL;
  g_autoptr(TrhSecret) foreign = trh_keys_unlock (others, urn_passphrases, NULL);
  g_autoptr(GBytes) bytes = trh_keys_print (fixture->keys);
  g_autoptr(TrhKeys) read = trh_keys_parse (bytes, NULL);
  g_autoptr(GBytes) again = trh_keys_print (read);
  g_autoptr(GError) error = NULL;
  g_autofree char *fingerprint = NULL;

  g_assert_true (g_bytes_equal (bytes, again));
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_assert_null (trh_keys_unlock (read, wrong[i], &error));
      g_assert_error (error, TRH_SEAL_ERROR, TRH_SEAL_ERROR_PASSPHRASE);
      g_clear_error (&error);
    }
  secret = trh_keys_unlock (read, (const char *const[]) { "quatre che\xcc\x80vres grises", urn_passphrases[1] }, &error);
  g_assert_no_error (error); /* è written as e and an accent */

  urn_fixture_cast_now (fixture, 0, 7);
  g_assert_null (trh_urn_content_unseal (trh_urn_peek_content (fixture->urn), secret, &error));
  g_assert_error (error, TRH_DATA_ERROR, TRH_DATA_ERROR_INVALID); /* still open */
  g_clear_error (&error);
  fingerprint = urn_fixture_close (fixture);
  g_assert_null (trh_urn_content_unseal (trh_urn_peek_content (fixture->urn), foreign, &error));
  g_assert_error (error, TRH_SEAL_ERROR, TRH_SEAL_ERROR_BROKEN);
}

/* A closed urn with one ballot: the mark of each candidate is @mark. */
static char *
write_urn (UrnFixture *fixture, const TrhBallotForm *form, guint8 mark)
{
  char *path = g_build_filename (fixture->folder, "other.urn", NULL);
  g_autoptr(TrhUrnContent) content =
    trh_urn_content_new ("poll-1", "session-2", form, urn_candidates, trh_keys_peek_public (fixture->keys), urn_organisers);
  const guint8 hash[TRH_CODE_HASH] = { 1 };
  guint8 marks[N_CANDIDATES], plain[64], box[128];
  g_autoptr(GBytes) bytes = NULL;

  memset (marks, mark, sizeof marks);
  trh_ballot_encode (form, marks, plain);
  g_assert_true (trh_seal (content->public_key, plain, trh_ballot_get_encoded_length (form), box));
  g_byte_array_append (content->unused, hash, sizeof hash);
  trh_urn_content_record (content, hash, box);
  trh_urn_content_close (content, &urn_closing);
  bytes = trh_urn_content_print (content);
  g_assert_true (trh_file_save (path, bytes, NULL));
  return path;
}

/* Its ballots mean something else than those of the vote, or more than its sums have room for. */
static void
test_other_ballots (UrnFixture *fixture, gconstpointer data)
{
  static const char *const mentions[] = { "A", "B", "C", NULL };
  static const struct { TrhBallotForm form; guint8 mark; gboolean same; } cases[] = {
    { { TRH_BALLOT_PAPER_GRADES, N_CANDIDATES, 3 }, 3, TRUE },
    { { TRH_BALLOT_PAPER_GRADES, N_CANDIDATES, 100 }, 100, FALSE },
    { { TRH_BALLOT_PAPER_GRADES, N_CANDIDATES, 2 }, 2, FALSE },
    { { TRH_BALLOT_PAPER_APPROVAL, N_CANDIDATES }, 1, FALSE },
    { { TRH_BALLOT_PAPER_RANKING, N_CANDIDATES }, 1, FALSE },
  };
  g_autofree char *keys_path = g_build_filename (fixture->folder, "poll-1.keys", NULL);
  g_autoptr(GBytes) keys = trh_keys_print (fixture->keys);

  g_assert_true (trh_file_save (keys_path, keys, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TrhElection *election = trh_election_new (TRH_BALLOT_PAPER_GRADES, urn_candidates);
      g_autofree char *path = write_urn (fixture, &cases[i].form, cases[i].mark);
      g_autoptr(TrhOpening) opening = NULL;
      g_autoptr(GError) error = NULL;

      election->seats = 1;
      election->grades = g_strdupv ((char **) mentions);
      opening = trh_opening_new (trh_method_find ("mj"), election, FALSE);
      trh_opening_add_urn (opening, path, "", "Sault");
      trh_opening_set_keys (opening, keys_path, urn_passphrases);
      g_assert_true (trh_opening_run (opening, &error) == cases[i].same);
      if (cases[i].same)
        continue;
      g_assert_error (error, TRH_OPENING_ERROR, TRH_OPENING_ERROR_FOREIGN);
      g_assert_cmpstr (error->message, ==, "Sault: this urn belongs to another vote.");
    }
}

static void
test_paths (void)
{
  g_autofree char *urn = trh_urn_get_path ("a-b");
  g_autofree char *keys = trh_keys_get_path ("p");
  g_autofree char *above = trh_urn_get_path (".."); /* a kit or a season from elsewhere may say so */
  g_autofree char *keys_above = trh_keys_get_path ("..");

  g_assert_true (g_str_has_suffix (urn, "/transhumances/urns/a-b/a-b.urn"));
  g_assert_true (g_str_has_suffix (keys, "/transhumances/keys/p.keys"));
  g_assert_true (g_str_has_suffix (above, "/transhumances/urns/%../%...urn"));
  g_assert_true (g_str_has_suffix (keys_above, "/transhumances/keys/%...keys"));
}

#define NO_TIME 315532800 /* 1980-01-01 */

/* What a save that was cut off leaves is gone when the program starts, but never of an urn that is open: it may be
 * saving. An urn that is opened has no time either. */
static void
test_tidy (UrnFixture *fixture, gconstpointer data)
{
  static const char *const ids[] = { "tidy-left", "tidy-open" };
  g_autoptr(GBytes) bytes = g_bytes_new_static ("an urn", 6);
  g_autofree char *open_path = trh_urn_get_path (ids[1]);
  g_autofree char *open_folder = g_path_get_dirname (open_path);
  GStatBuf status;
  int fd;

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autofree char *path = trh_urn_get_path (ids[i]);
      g_autofree char *stray = g_strconcat (path, ".A1B2C3", NULL);

      g_assert_true (trh_urn_keep (path, bytes, NULL));
      g_assert_true (g_file_set_contents (stray, "an older state", -1, NULL));
      g_assert_cmpint (g_utime (path, NULL), ==, 0);
    }
  fd = open (open_folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  g_assert_cmpint (flock (fd, LOCK_EX), ==, 0);
  trh_urn_tidy_all ();
  close (fd);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autofree char *path = trh_urn_get_path (ids[i]);
      g_autofree char *stray = g_strconcat (path, ".A1B2C3", NULL);
      g_autofree char *folder = g_path_get_dirname (path);

      g_assert_cmpint (g_file_test (stray, G_FILE_TEST_EXISTS), ==, i == 1);
      g_assert_cmpint (g_stat (path, &status), ==, 0);
      g_assert_cmpint (status.st_mtime == NO_TIME, ==, i == 0);
      g_unlink (stray);
      g_assert_cmpint (g_unlink (path), ==, 0);
      g_assert_cmpint (g_rmdir (folder), ==, 0);
    }

  g_assert_finalize_object (g_steal_pointer (&fixture->urn));
  g_assert_cmpint (g_utime (fixture->path, NULL), ==, 0);
  fixture->urn = trh_urn_open (fixture->path, NULL);
  g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);
  g_assert_cmpint (status.st_mtime, ==, NO_TIME);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add ("/voting/urn/" name, UrnFixture, NULL, urn_fixture_set_up, function, urn_fixture_tear_down)
  ADD ("session", test_one_session);
  g_test_add_func ("/voting/urn/order", test_order);
  g_test_add_func ("/voting/urn/no-rank", test_no_rank);
  ADD ("at-once", test_at_once);
  ADD ("closing", test_closing);
  ADD ("other-ballots", test_other_ballots);
  ADD ("no-disk", test_no_disk);
  ADD ("cancelled", test_cancelled);
  ADD ("paper", test_paper);
  ADD ("closed-day", test_closed_day);
  ADD ("limits", test_limits);
  ADD ("reopened", test_reopened);
  ADD ("file", test_file);
  ADD ("tidy", test_tidy);
  ADD ("without-keys", test_without_keys);
  g_test_add_func ("/voting/urn/paths", test_paths);

  return g_test_run ();
}
