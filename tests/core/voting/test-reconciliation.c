/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/voting/trh-reconciliation.h"

#include <string.h>

#include "core/voting/trh-fingerprint.h"
#include "core/voting/trh-towns.h"

/* Figures that ought to agree, and the sentences about them. */
static const struct { TrhReconciliation figures; guint n_gaps; const char *say; } sessions[] = {
  { { 80, 41, 2, 37, 41, 0, 0, -1, 41 }, 0,
    "41 ballots in the urn, 41 codes used of 80: the figures agree.|"
    "2 codes cancelled, 37 slips left on the table: the figures agree.|"
    "41 signatures on the roll, as many ballots: the figures agree." },
  { { 80, 41, 9, 30, 41, 7, 2, 9, 49 }, 1,
    "41 ballots in the urn, 41 codes used of 80: the figures agree.|"
    "9 codes cancelled, 30 slips left on the table: the figures agree.|"
    "9 ballots of paper in the box, all typed, 2 null: the figures agree.|"
    "49 signatures on the roll, but 50 ballots: 1 too many.|"
    "Write each gap in the minutes with what is known of it; do not repair it." },
  { { 80, 41, 1, 36, 40, 2, 1, 5, 44 }, 4,
    "40 ballots in the urn but 41 codes used of 80: write the gap in the minutes, do not repair it.|"
    "36 slips left on the table where 38 should be: 2 missing.|"
    "5 ballots of paper in the box, but 3 typed: 2 missing.|"
    "44 signatures on the roll, but 43 ballots: 1 missing.|"
    "Write each gap in the minutes with what is known of it; do not repair it." },
  { { 20, 1, 1, -1, 1, 1, 0, -1, -1 }, 0,
    "1 ballot in the urn, 1 code used of 20: the figures agree.|"
    "1 code cancelled, 18 left.|"
    "1 ballot of paper was typed; those in the box were not counted.|"
    "The signatures of the roll were not counted." },
};

static void
test_sessions (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sessions); i++)
    {
      guint n_gaps = 99;
      g_autoptr(GPtrArray) sentences = trh_reconciliation_say (&sessions[i].figures, &n_gaps);
      g_autoptr(GString) all = g_string_new (NULL);

      for (guint s = 0; s < sentences->len; s++)
        g_string_append_printf (all, "%s%s", s > 0 ? "|" : "", (const char *) sentences->pdata[s]);
      g_assert_cmpstr (all->str, ==, sessions[i].say);
      g_assert_cmpuint (n_gaps, ==, sessions[i].n_gaps);
    }
}

/* 7f000001 is “lusab babad” in the paper that defines these words. */
static void
test_words (void)
{
  static const char sha256[] = "7f0000013f54dcc1e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934c";
  g_autofree char *words = trh_fingerprint_say (sha256);

  g_assert_cmpstr (words, ==, "lusab babad gutih tugad");
  g_assert_null (trh_fingerprint_say ("7f00"));
  g_assert_true (trh_fingerprint_check (sha256, "Lusab-babad, gutih tugad"));
  g_assert_true (trh_fingerprint_check (sha256, sha256));
  g_assert_false (trh_fingerprint_check (sha256, "lusab babad gutih tugaf"));
  g_assert_false (trh_fingerprint_check (sha256, ""));
}

/* What nobody can learn: no town under ten is shown, nor can it be had by subtracting the others from the sum, be it
 * only how many of its ballots are blank; and no town is hidden without need. */
static void
test_small_towns (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr(GRand) random = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint round = 0; round < 5000; round++)
    {
      guint n = (guint) g_rand_int_range (random, 1, 7), expressed[7], hidden = 0, smallest_shown = G_MAXUINT;
      guint small = 0, largest_hidden = 0, blank[7], small_blank = 0;
      gboolean shown[7], any = FALSE;

      for (guint i = 0; i < n; i++)
        {
          expressed[i] = g_rand_boolean (random) ? (guint) g_rand_int_range (random, 0, 25) : 0;
          blank[i] = g_rand_boolean (random) ? (guint) g_rand_int_range (random, 0, 4) : 0;
        }
      trh_towns_choose_shown (expressed, blank, n, shown);
      for (guint i = 0; i < n; i++)
        {
          g_assert_true (!shown[i] || expressed[i] >= 10);
          any = any || shown[i];
          hidden += shown[i] ? 0 : expressed[i];
          small += expressed[i] < 10 ? expressed[i] : 0;
          small_blank += expressed[i] < 10 ? blank[i] : 0;
          smallest_shown = shown[i] ? MIN (smallest_shown, expressed[i]) : smallest_shown;
          if (!shown[i] && expressed[i] >= 10)
            largest_hidden = MAX (largest_hidden, expressed[i]);
        }
      g_assert_true (hidden + small_blank == 0 || hidden >= 10 || !any);
      if (largest_hidden > 0) /* only when the small ones were too few, and then one, the smallest */
        {
          g_assert_cmpuint (small, <, 10);
          g_assert_cmpuint (small + small_blank, >, 0);
          g_assert_cmpuint (hidden, ==, small + largest_hidden);
          g_assert_cmpuint (largest_hidden, <=, smallest_shown);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/voting/reconciliation/sessions", test_sessions);
  g_test_add_func ("/voting/reconciliation/words", test_words);
  g_test_add_func ("/voting/reconciliation/small-towns", test_small_towns);

  return g_test_run ();
}
