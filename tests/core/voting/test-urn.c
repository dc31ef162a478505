/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/voting/trh-urn.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "core/base/trh-file.h"
#include "core/voting/trh-election.h"

#define N_CANDIDATES 5

static const char *const candidates[] = { "camille", "loup", "jo", "ana", "marie", NULL };
static const char *const holders[] = { "Anne Faure", "Paul Roux" };
static const char *const passphrases[] = { "quatre chèvres grises", "un ruisseau de mars" };
static const char *const organisers[] = { "Lise Blanc", "Marc Arnaud" };
static const TrhSealCost cheap = { 1, 64 };

typedef struct {
  char    *folder;
  char    *path;
  TrhKeys *keys;
  GArray  *codes;
  TrhUrn  *urn;
} Fixture;

static void
remove_folder (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

static void
set_up_urn (Fixture *fixture, TrhKeys *keys, GArray *codes)
{
  const TrhBallotForm form = { TRH_BALLOT_PAPER_APPROVAL, N_CANDIDATES, 0, 0, 4 };
  g_autoptr(TrhUrnContent) content =
    trh_urn_content_new ("poll-1", "session-1", &form, candidates, trh_keys_peek_public (keys), organisers);
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

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->keys = trh_keys_new ("poll-1", holders, passphrases, cheap, NULL);
  set_up_urn (fixture, fixture->keys, NULL);
}

/* The writer's thread lets go of the urn a moment after it has answered. */
static void
wait_for_writer (Fixture *fixture)
{
  while (g_atomic_int_get ((int *) &G_OBJECT (fixture->urn)->ref_count) > 1)
    g_thread_yield ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->urn != NULL)
    {
      wait_for_writer (fixture);
      g_assert_finalize_object (fixture->urn);
    }
  g_clear_pointer (&fixture->keys, trh_keys_free);
  g_array_unref (fixture->codes);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static const char *
get_code (Fixture *fixture, guint index)
{
  return g_array_index (fixture->codes, TrhCode, index).text;
}

typedef struct {
  guint n_waiting;
  guint n_cast;
  guint n_errors[TRH_BOOTH_ERROR_FAILED + 1];
} Answers;

static void
cast_replied (GObject *source, GAsyncResult *result, gpointer data)
{
  Answers *answers = data;
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
static void
cast (Fixture *fixture, const char *code, guint set, Answers *answers)
{
  guint chosen[N_CANDIDATES], n = 0;

  for (guint c = 0; c < N_CANDIDATES; c++)
    if (set >> c & 1)
      chosen[n++] = c;
  answers->n_waiting++;
  trh_ballot_box_cast_async (TRH_BALLOT_BOX (fixture->urn), code, chosen, n, NULL, cast_replied, answers);
}

static void
settle (Answers *answers)
{
  while (answers->n_waiting > 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
cast_now (Fixture *fixture, guint code, guint set)
{
  Answers answers = { 0 };

  cast (fixture, get_code (fixture, code), set, &answers);
  settle (&answers);
  g_assert_cmpuint (answers.n_cast, ==, 1);
}

static void
closed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(GError) error = NULL;

  *(char **) data = trh_urn_close_finish (TRH_URN (source), result, &error);
  g_assert_no_error (error);
}

static char *
close_urn (Fixture *fixture)
{
  char *fingerprint = NULL;

  trh_urn_close_async (fixture->urn, organisers, closed, &fingerprint);
  while (fingerprint == NULL)
    g_main_context_iteration (NULL, TRUE);
  return fingerprint;
}

static char *
open_and_print (Fixture *fixture, const TrhKeys *keys)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TrhSecret) secret = trh_keys_unlock (keys, passphrases, &error);
  g_autoptr(TrhElection) election = trh_election_new (TRH_BALLOT_PAPER_APPROVAL, candidates);
  g_autoptr(GBytes) bytes = NULL;

  g_assert_no_error (error);
  trh_ballots_free (election->ballots);
  election->ballots = trh_urn_content_unseal (trh_urn_peek_content (fixture->urn), secret, &error);
  g_assert_no_error (error);
  bytes = trh_election_print (election);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static int
check (Fixture *fixture, const char *code)
{
  g_autoptr(GError) error = NULL;

  return trh_ballot_box_check_code (TRH_BALLOT_BOX (fixture->urn), code, &error) ? -1 : error->code;
}

static void
test_one_session (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GArray) foreign = trh_codes_make (1);
  g_autofree char *fingerprint = NULL;
  g_autofree char *stored = NULL;
  g_autofree char *ballots = NULL;
  g_autoptr(TrhUrnContent) content = NULL;
  struct stat info;

  g_assert_cmpint (check (fixture, get_code (fixture, 3)), ==, -1);
  g_assert_cmpint (check (fixture, "AAAA-AAAC"), ==, TRH_BOOTH_ERROR_TYPO);
  g_assert_cmpint (check (fixture, g_array_index (foreign, TrhCode, 0).text), ==, TRH_BOOTH_ERROR_UNKNOWN);

  cast_now (fixture, 3, 5);
  cast_now (fixture, 0, 5);
  cast_now (fixture, 9, 0);
  g_assert_cmpint (check (fixture, get_code (fixture, 3)), ==, TRH_BOOTH_ERROR_USED);
  g_assert_cmpuint (trh_urn_get_n_ballots (fixture->urn), ==, 3);
  g_assert_cmpuint (trh_urn_get_n_codes (fixture->urn), ==, 40);

  fingerprint = close_urn (fixture);
  g_assert_true (trh_urn_is_closed (fixture->urn));
  g_assert_cmpint (check (fixture, get_code (fixture, 4)), ==, TRH_BOOTH_ERROR_CLOSED);
  content = trh_urn_load (fixture->path, &stored, NULL);
  g_assert_cmpstr (fingerprint, ==, stored);
  g_assert_cmpstr (content->closed_by[1], ==, organisers[1]);

  ballots = open_and_print (fixture, fixture->keys);
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
  g_autoptr(TrhKeys) keys = trh_keys_new ("poll-1", holders, passphrases, cheap, NULL);
  guint order[25];
  Fixture urns[2] = { { 0 } };
  char *opened[2];
  GBytes *used[2];

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < 25; i++)
    order[i] = i;
  for (guint u = 0; u < 2; u++)
    {
      g_autofree char *fingerprint = NULL;
      const TrhUrnContent *content;

      set_up_urn (&urns[u], keys, codes);
      for (guint i = 0; i < 20; i++)
        cast_now (&urns[u], order[i], order[i] % 16);
      fingerprint = close_urn (&urns[u]);
      opened[u] = open_and_print (&urns[u], keys);
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
      tear_down (&urns[u], NULL);
    }
}

/* Where a ballot lands among the boxes has nothing to do with when it came. */
static void
test_no_rank (void)
{
  const TrhBallotForm form = { TRH_BALLOT_PAPER_APPROVAL, N_CANDIDATES };
  g_autoptr(TrhKeys) keys = trh_keys_new ("poll-1", holders, passphrases, cheap, NULL);
  double sum = 0;

  for (guint run = 0; run < 100; run++)
    {
      g_autoptr(TrhUrnContent) content =
        trh_urn_content_new ("p", "s", &form, candidates, trh_keys_peek_public (keys), organisers);
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
test_at_once (Fixture *fixture, gconstpointer data)
{
  Answers answers = { 0 };

  cast (fixture, get_code (fixture, 0), 1, &answers);
  cast (fixture, get_code (fixture, 0), 2, &answers);
  for (guint i = 1; i < 40; i++)
    cast (fixture, get_code (fixture, i), i % 8, &answers);
  cast (fixture, get_code (fixture, 20), 4, &answers);
  settle (&answers);
  g_assert_cmpuint (answers.n_cast, ==, 40);
  g_assert_cmpuint (answers.n_errors[TRH_BOOTH_ERROR_USED], ==, 2);
  g_assert_cmpuint (trh_urn_get_n_ballots (fixture->urn), ==, 40);
  g_assert_cmpuint (trh_urn_peek_content (fixture->urn)->unused->len, ==, 0);
}

/* Ballots that wait when the urn is closed are still in it; one that comes after is not. */
static void
test_closing (Fixture *fixture, gconstpointer data)
{
  Answers answers = { 0 };
  char *fingerprint = NULL;

  cast (fixture, get_code (fixture, 0), 1, &answers);
  cast (fixture, get_code (fixture, 1), 1, &answers);
  trh_urn_close_async (fixture->urn, organisers, closed, &fingerprint);
  cast (fixture, get_code (fixture, 2), 1, &answers);
  while (fingerprint == NULL)
    {
      g_main_context_iteration (NULL, TRUE);
      g_assert_cmpint (check (fixture, get_code (fixture, 3)), ==, TRH_BOOTH_ERROR_CLOSED);
    }
  settle (&answers);
  g_assert_cmpuint (answers.n_cast, ==, 2);
  g_assert_cmpuint (answers.n_errors[TRH_BOOTH_ERROR_CLOSED], ==, 1);
  g_assert_cmpuint (trh_urn_get_n_ballots (fixture->urn), ==, 2);
  g_free (fingerprint);
}

/* A save that fails loses nothing: the code is good again. */
static void
test_no_disk (Fixture *fixture, gconstpointer data)
{
  Answers answers = { 0 };
  g_autofree char *aside = g_strconcat (fixture->folder, "-aside", NULL);

  g_assert_cmpint (g_rename (fixture->folder, aside), ==, 0);
  cast (fixture, get_code (fixture, 0), 1, &answers);
  settle (&answers);
  g_assert_cmpuint (answers.n_errors[TRH_BOOTH_ERROR_FAILED], ==, 1);
  g_assert_cmpuint (trh_urn_get_n_ballots (fixture->urn), ==, 0);
  g_assert_cmpint (check (fixture, get_code (fixture, 0)), ==, -1);
  g_assert_cmpint (g_rename (aside, fixture->folder), ==, 0);
  cast_now (fixture, 0, 1);
}

static void
test_limits (Fixture *fixture, gconstpointer data)
{
  static const guint twice[] = { 1, 1 }, outside[] = { 5 };
  Answers answers = { 3 };

  trh_ballot_box_cast_async (TRH_BALLOT_BOX (fixture->urn), get_code (fixture, 0), twice, 2, NULL, cast_replied, &answers);
  trh_ballot_box_cast_async (TRH_BALLOT_BOX (fixture->urn), get_code (fixture, 0), outside, 1, NULL, cast_replied, &answers);
  cast (fixture, get_code (fixture, 0), 31, &answers); /* five, where four are the most */
  answers.n_waiting--;
  settle (&answers);
  g_assert_cmpuint (answers.n_errors[TRH_BOOTH_ERROR_FAILED], ==, 3);
  g_assert_cmpint (check (fixture, get_code (fixture, 0)), ==, -1);
}

static void
test_reopened (Fixture *fixture, gconstpointer data)
{
  g_autofree char *stray = g_strconcat (fixture->path, ".A1B2C3", NULL);
  g_autoptr(GError) error = NULL;

  cast_now (fixture, 0, 3);
  g_assert_null (trh_urn_open (fixture->path, &error));
  g_assert_error (error, TRH_URN_ERROR, TRH_URN_ERROR_BUSY);
  g_clear_error (&error);

  wait_for_writer (fixture);
  g_assert_finalize_object (fixture->urn);
  g_assert_true (g_file_set_contents (stray, "an older state", -1, NULL));
  fixture->urn = trh_urn_open (fixture->path, &error);
  g_assert_no_error (error);
  g_assert_false (g_file_test (stray, G_FILE_TEST_EXISTS));
  g_assert_cmpint (check (fixture, get_code (fixture, 0)), ==, TRH_BOOTH_ERROR_USED);
  g_assert_cmpint (check (fixture, get_code (fixture, 1)), ==, -1);
}

/* Nothing of a code, a choice or a time is in the file; all boxes have one length; one changed
 * byte anywhere is refused. */
static void
test_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;
  g_autofree char *fingerprint = NULL;
  g_auto(GStrv) lines = NULL;
  gsize length, box_length = 0;
  guint n_boxes = 0;

  for (guint i = 0; i < 6; i++)
    cast_now (fixture, i, i);
  fingerprint = close_urn (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &text, &length, NULL));
  for (guint i = 0; i < 40; i++)
    {
      char shown[TRH_CODE_SHOWN];

      trh_code_show (&g_array_index (fixture->codes, TrhCode, i), shown);
      g_assert_null (strstr (text, get_code (fixture, i)));
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
test_without_keys (Fixture *fixture, gconstpointer data)
{
  static const char *const wrong[][2] = {
    { "quatre chèvres grises", "un ruisseau de mai" }, { "quatre chevres grises", "un ruisseau de mars" },
    { "un ruisseau de mars", "quatre chèvres grises" }, { "", "" },
  };
  g_autoptr(TrhKeys) others = trh_keys_new ("poll-2", holders, passphrases, cheap, NULL);
  g_autoptr(TrhSecret) secret = NULL;
  g_autoptr(TrhSecret) foreign = trh_keys_unlock (others, passphrases, NULL);
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
  secret = trh_keys_unlock (read, (const char *const[]) { "quatre che\xcc\x80vres grises", passphrases[1] }, &error);
  g_assert_no_error (error); /* è written as e and an accent */

  cast_now (fixture, 0, 7);
  g_assert_null (trh_urn_content_unseal (trh_urn_peek_content (fixture->urn), secret, &error));
  g_assert_error (error, TRH_DATA_ERROR, TRH_DATA_ERROR_INVALID); /* still open */
  g_clear_error (&error);
  fingerprint = close_urn (fixture);
  g_assert_null (trh_urn_content_unseal (trh_urn_peek_content (fixture->urn), foreign, &error));
  g_assert_error (error, TRH_SEAL_ERROR, TRH_SEAL_ERROR_BROKEN);
}

static void
test_paths (void)
{
  g_autofree char *urn = trh_urn_get_path ("a-b");
  g_autofree char *keys = trh_keys_get_path ("p");

  g_assert_true (g_str_has_suffix (urn, "/transhumances/urns/a-b/a-b.urn"));
  g_assert_true (g_str_has_suffix (keys, "/transhumances/keys/p.keys"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add ("/voting/urn/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("session", test_one_session);
  g_test_add_func ("/voting/urn/order", test_order);
  g_test_add_func ("/voting/urn/no-rank", test_no_rank);
  ADD ("at-once", test_at_once);
  ADD ("closing", test_closing);
  ADD ("no-disk", test_no_disk);
  ADD ("limits", test_limits);
  ADD ("reopened", test_reopened);
  ADD ("file", test_file);
  ADD ("without-keys", test_without_keys);
  g_test_add_func ("/voting/urn/paths", test_paths);

  return g_test_run ();
}
