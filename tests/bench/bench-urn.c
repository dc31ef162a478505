/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <sodium.h>
#include <stdio.h>
#include <sys/resource.h>

#include "core/base/trh-file.h"
#include "core/voting/trh-urn.h"
#include "measure.h"

/* How long a voter waits at an urn that holds 10 000 ballots: from the code to “recorded”, flushed to the disk; how
 * much of that is this program at work, the rest being the disk and whoever else uses the machine; and how long 300
 * voters wait who press at the same moment. Half of the voters wait less than the median: that one is judged. */

#define N_BALLOTS    10000
#define N_CANDIDATES 40
#define N_CASTS      40
#define N_AT_ONCE    300
#define ROUNDS       3
#define MOST_CAST_MS 15
#define MOST_ALL_MS  1000

/* A code is one of 25⁷ = 2^32.5. Whoever tries them all does the work of 40 bits when a try costs 2^7.5 fast hashes. */
#define LEAST_GUESS 181
#define N_GUESSES   40
#define N_HASHES    100000

static const char *const people[] = { "Anne Faure", "Paul Roux" };
static const char *const passphrases[] = { "quatre chèvres grises", "un ruisseau de mars" };

/* Rising random items: what hashes and boxes look like. */
static void
fill (GByteArray *items, gsize size)
{
  for (guint i = 0; i < N_BALLOTS; i++)
    {
      guint32 first = GUINT32_TO_BE (i * 400000);
      guint8 item[256];

      randombytes_buf (item, size);
      memcpy (item, &first, sizeof first);
      g_byte_array_append (items, item, (guint) size);
    }
}

static TrhUrn *
make_urn (const char *path, GArray *codes)
{
  const TrhBallotForm form = { TRH_BALLOT_PAPER_APPROVAL, N_CANDIDATES };
  g_autoptr(TrhKeys) keys = trh_keys_new ("poll", people, passphrases, (TrhSealCost) { 1, 64 }, NULL);
  g_autoptr(GPtrArray) candidates = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(TrhUrnContent) content = NULL;
  g_autoptr(GArray) none = NULL;
  TrhUrn *urn;

  for (guint i = 0; i < N_CANDIDATES; i++)
    g_ptr_array_add (candidates, g_strdup_printf ("c%02u", i));
  g_ptr_array_add (candidates, NULL);
  content = trh_urn_content_new ("poll", "session", &form, (const char *const *) candidates->pdata,
                                 trh_keys_peek_public (keys), people);
  fill (content->used, TRH_CODE_HASH);
  fill (content->boxes, trh_urn_content_get_box_length (content));
  if (!trh_urn_content_add_codes (content, codes) || !trh_urn_create (path, content, 0, &none, NULL) ||
      (urn = trh_urn_open (path, NULL)) == NULL)
    g_error ("no urn");
  return urn;
}

static void
replied (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(GError) error = NULL;

  if (!trh_ballot_box_cast_finish (TRH_BALLOT_BOX (source), result, &error))
    g_error ("a ballot was refused: %s", error->message);
  (*(guint *) data)--;
}

/* Casts @n ballots at once; how many milliseconds until the last is recorded. */
static double
cast (TrhUrn *urn, GArray *codes, guint first, guint n)
{
  static const guint8 marks[N_CANDIDATES] = { [1] = 1, [7] = 1, [20] = 1 };
  gint64 start = g_get_monotonic_time ();
  guint n_waiting = n;

  for (guint i = 0; i < n; i++)
    trh_ballot_box_cast_async (TRH_BALLOT_BOX (urn), g_array_index (codes, TrhCode, first + i).text, marks,
                               N_CANDIDATES, NULL, replied, &n_waiting);
  while (n_waiting > 0)
    g_main_context_iteration (NULL, TRUE);
  return (double) (g_get_monotonic_time () - start) / 1000;
}

/* Milliseconds that all threads of this program have worked so far, their system calls included. */
static double
get_work (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000
         + (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1000;
}

/* How many fast keyed hashes are the work of one try at a code; the best of the fast ones counts. */
static double
measure_guess (const GArray *codes)
{
  const guint8 key[TRH_CODE_KEY] = { 1 };
  guint8 hash[TRH_CODE_HASH];
  double slow, fast = G_MAXDOUBLE;

  slow = measure_thread_ms ();
  for (guint i = 0; i < N_GUESSES; i++)
    g_assert_true (trh_code_hash (&g_array_index (codes, TrhCode, i), key, hash));
  slow = (measure_thread_ms () - slow) / N_GUESSES;
  for (guint round = 0; round < ROUNDS; round++)
    {
      double start = measure_thread_ms ();

      for (guint i = 0; i < N_HASHES; i++)
        crypto_generichash (hash, sizeof hash, (const guint8 *) g_array_index (codes, TrhCode, i % N_GUESSES).text,
                            TRH_CODE_LENGTH, key, sizeof key);
      fast = MIN (fast, (measure_thread_ms () - start) / N_HASHES);
    }
  return slow / fast;
}

int
main (void)
{
  g_autofree char *folder = g_dir_make_tmp ("trh-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "session.urn", NULL);
  g_autoptr(GArray) codes = trh_codes_make (N_CASTS + ROUNDS * N_AT_ONCE);
  TrhUrn *urn = make_urn (path, codes);
  g_autoptr(GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  double all = G_MAXDOUBLE, work = get_work (), median, guess;

  for (guint i = 0; i < N_CASTS; i++)
    {
      double time = cast (urn, codes, i, 1);

      g_array_append_val (times, time);
    }
  work = (get_work () - work) / N_CASTS;
  median = measure_part (times, 50);
  for (guint i = 0; i < ROUNDS; i++)
    {
      double round = cast (urn, codes, N_CASTS + i * N_AT_ONCE, N_AT_ONCE);

      all = MIN (all, round);
    }
  printf ("a cast among %d ballots, recorded: median %.1f ms (target %d ms), shortest %.1f ms, longest %.1f ms\n",
          N_BALLOTS, median, MOST_CAST_MS, measure_part (times, 0), g_array_index (times, double, N_CASTS - 1));
  printf ("  of which the program works %.1f ms; the rest is the disk and others on this machine\n", work);
  printf ("%d casts at once, all recorded: %.0f ms (target %d ms)\n", N_AT_ONCE, all, MOST_ALL_MS);
  guess = measure_guess (codes);
  printf ("a try at a code costs as much as %.0f fast hashes (at least %d: the work of 40 bits)\n", guess, LEAST_GUESS);
  g_unlink (path);
  g_rmdir (folder);
  return guess >= LEAST_GUESS && median <= MOST_CAST_MS && all <= MOST_ALL_MS ? 0 : 1;
}
