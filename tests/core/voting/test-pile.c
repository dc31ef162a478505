/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/voting/trh-pile.h"

#include <malloc.h>
#include <stdio.h>
#include <string.h>

static const TrhBallotForm form = { TRH_BALLOT_PAPER_APPROVAL, 4, 0, 1, 3 };

/* Papers as text: "02" chooses candidates 0 and 2, "-" is blank, "!c" is null for that cause. */
static gboolean
type (TrhPile *pile, guint typist, const char *papers, GError **error)
{
  g_auto(GStrv) list = g_strsplit (papers, " ", -1);

  for (guint i = 0; list[i] != NULL; i++)
    {
      guint8 marks[4] = { 0 };
      TrhNullCause cause = list[i][0] == '!' ? (TrhNullCause) (list[i][1] - '0') : TRH_NOT_NULL;

      for (const char *c = list[i]; cause == TRH_NOT_NULL && g_ascii_isdigit (*c); c++)
        marks[*c - '0'] = 1;
      if (!trh_pile_add (pile, typist, marks, cause, error))
        return FALSE;
    }
  return TRUE;
}

static char *
describe (const TrhPile *pile)
{
  g_autoptr(GArray) numbers = trh_pile_compare (pile);
  GString *text = g_string_new (numbers == NULL ? "hidden" : "");

  for (guint i = 0; numbers != NULL && i < numbers->len; i++)
    g_string_append_printf (text, "%s%u", i > 0 ? " " : "", g_array_index (numbers, guint, i));
  return g_string_free (text, FALSE);
}

static const struct { const char *first, *second, *differ; } piles[] = {
  { "0 12 - !2", "0 12 - !2", "" },
  { "0 12 - !2", "0 13 - !2", "2" },
  { "0 12 - !2", "0 12 0 !3", "3 4" }, /* blank is not a choice; another cause is a difference */
  { "- 0",       "!1 0",      "1" },
  { "0 1 2",     "0 1",       "3" },
  { "0",         "0 1 2",     "2 3" },
  { "0 1 2 3",   "1 2 3",     "1 2 3 4" }, /* one paper skipped */
};

static void
test_differences (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (piles); i++)
    {
      g_autoptr(TrhPile) pile = trh_pile_new (&form);
      g_autofree char *early = NULL, *late = NULL;

      g_assert_true (type (pile, 0, piles[i].first, NULL));
      g_assert_true (trh_pile_finish (pile, 0, "Jeanne Roche", NULL));
      g_assert_true (type (pile, 1, piles[i].second, NULL));
      early = describe (pile);
      g_assert_cmpstr (early, ==, "hidden"); /* the second one learns nothing from the first */
      g_assert_true (trh_pile_finish (pile, 1, "Ali Brun", NULL));
      late = describe (pile);
      g_assert_cmpstr (late, ==, piles[i].differ);
    }
}

/* P1 of the acceptance tests: twenty papers with two planted mistakes give two gaps, and totals that match the box. */
static void
test_twenty (void)
{
  static const guint8 right[] = { 0, 1, 1, 0 };
  g_autoptr(TrhPile) pile = trh_pile_new (&form);
  g_autofree char *gaps = NULL, *settled = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) marks = NULL;
  g_autoptr(TrhUrnLot) lot = NULL;
  const guint8 *sorted;

  g_assert_true (type (pile, 0, "0 1 2 3 01 12 23 - 0 !2 012 1 2 3 0 1 12 - 0 13", NULL));
  g_assert_true (type (pile, 1, "0 1 2 3 01 12 23 - 0 !2 012 1 2 2 0 1 13 - 0 13", NULL));
  g_assert_true (trh_pile_finish (pile, 0, "Jeanne Roche", NULL));
  g_assert_false (trh_pile_finish (pile, 1, "jeanne roche", &error));
  g_assert_error (error, TRH_PILE_ERROR, TRH_PILE_ERROR_NAMES);
  g_clear_error (&error);
  g_assert_true (trh_pile_finish (pile, 1, "Ali Brun", NULL));
  gaps = describe (pile);
  g_assert_cmpstr (gaps, ==, "14 17");
  g_assert_null (trh_pile_get_lot (pile, &marks, &error));
  g_assert_error (error, TRH_PILE_ERROR, TRH_PILE_ERROR_DIFFERENCES);
  g_clear_error (&error);

  g_assert_true (trh_pile_settle (pile, 14, NULL, TRH_NULL_ILLEGIBLE, NULL));
  g_assert_true (trh_pile_settle (pile, 17, right, TRH_NOT_NULL, NULL));
  settled = describe (pile);
  g_assert_cmpstr (settled, ==, "");
  lot = trh_pile_get_lot (pile, &marks, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (lot->n_ballots, ==, 18);
  g_assert_cmpuint (lot->nulls[TRH_NULL_NAME_ADDED] + lot->nulls[TRH_NULL_ILLEGIBLE], ==, 2);
  sorted = g_bytes_get_data (marks, NULL);
  g_assert_cmpuint (g_bytes_get_size (marks), ==, 18 * 4);
  for (guint i = 1; i < 18; i++)
    g_assert_cmpint (memcmp (sorted + (i - 1) * 4, sorted + i * 4, 4), <=, 0); /* not in the order of the pile */
  for (guint i = 0; i < 18; i++)
    g_assert_true (trh_ballot_fits (&form, sorted + i * 4));
}

static void
test_over_vote (void)
{
  g_autoptr(TrhPile) pile = trh_pile_new (&form);
  g_autoptr(GError) error = NULL;
  TrhNullCause cause;

  g_assert_false (type (pile, 0, "0123", &error));
  g_assert_error (error, TRH_PILE_ERROR, TRH_PILE_ERROR_MARKS);
  g_assert_true (type (pile, 0, "!0 12", NULL));
  g_assert_cmpuint (trh_pile_get_n (pile, 0), ==, 2);
  g_assert_cmpuint (trh_pile_peek (pile, 0, 2, &cause)[2], ==, 1);
  g_assert_cmpint (cause, ==, TRH_NOT_NULL);
  trh_pile_take_back (pile, 0);
  g_assert_cmpuint (trh_pile_get_n (pile, 0), ==, 1);
  trh_pile_peek (pile, 0, 1, &cause);
  g_assert_cmpint (cause, ==, TRH_NULL_TOO_MANY);
}

/* Who skipped a paper types the pile again; the other one's work stays. */
static void
test_restart (void)
{
  g_autoptr(TrhPile) pile = trh_pile_new (&form);
  g_autofree char *shifted = NULL, *right = NULL;

  g_assert_true (type (pile, 0, "0 1 2", NULL));
  g_assert_true (trh_pile_finish (pile, 0, "Jeanne Roche", NULL));
  g_assert_true (type (pile, 1, "1 2", NULL));
  g_assert_true (trh_pile_finish (pile, 1, "Ali Brun", NULL));
  shifted = describe (pile);
  g_assert_cmpstr (shifted, ==, "1 2 3");
  trh_pile_restart (pile, 1);
  g_assert_null (trh_pile_compare (pile));
  g_assert_true (type (pile, 1, "0 1 2", NULL));
  g_assert_true (trh_pile_finish (pile, 1, "Ali Brun", NULL));
  right = describe (pile);
  g_assert_cmpstr (right, ==, "");
}

/* How often the memory of this program, stacks aside, holds @length bytes that are like @pattern but each one more. */
static guint
count_in_heap (const guint8 *pattern, gsize length)
{
  FILE *maps = fopen ("/proc/self/maps", "r");
  char line[512];
  guint n = 0;

  g_assert_nonnull (maps);
  while (fgets (line, sizeof line, maps) != NULL)
    {
      gsize first, last;
      char mode[5];

      if (strstr (line, "[heap]") == NULL || sscanf (line, "%zx-%zx %4s", &first, &last, mode) != 3 || mode[0] != 'r')
        continue;
      for (const guint8 *at = (const guint8 *) first; at + length <= (const guint8 *) last; at++)
        {
          gsize i = 0;

          while (i < length && at[i] == pattern[i] - 1)
            i++;
          n += i == length;
        }
    }
  fclose (maps);
  return n;
}

#define MANY 40

/* Typed, taken back, counted, freed: nothing of a ballot is left in memory that was given back. */
static void
test_wiped (void)
{
  static const TrhBallotForm wide = { TRH_BALLOT_PAPER_APPROVAL, MANY, 0, 0, 0 };
  guint8 marks[MANY], pattern[MANY];
  TrhPile *pile = trh_pile_new (&wide);
  TrhUrnLot *lot;
  GBytes *counted = NULL;

#ifdef __SANITIZE_ADDRESS__
  trh_pile_free (pile);
  g_test_skip ("the sanitizer keeps the memory elsewhere");
  return;
#endif
  mallopt (M_PERTURB, 0); /* what is freed is to stay as it was left */
  for (guint i = 0; i < MANY; i++)
    {
      marks[i] = (guint8) (i * i % 7 & 1);
      pattern[i] = marks[i] + 1; /* not the pattern itself: it is looked for */
    }
  for (guint typist = 0; typist < 2; typist++)
    {
      for (guint paper = 0; paper < 1000; paper++)
        g_assert_true (trh_pile_add (pile, typist, marks, TRH_NOT_NULL, NULL));
      trh_pile_take_back (pile, typist);
      g_assert_true (trh_pile_finish (pile, typist, typist == 0 ? "Jeanne Roche" : "Ali Brun", NULL));
    }
  lot = trh_pile_get_lot (pile, &counted, NULL);
  g_assert_cmpuint (lot->n_ballots, ==, 999);
  g_assert_cmpuint (count_in_heap (pattern, MANY), >, 1000); /* this test sees them */
  g_bytes_unref (counted);
  trh_urn_lot_free (lot);
  trh_pile_free (pile);
  g_assert_cmpuint (count_in_heap (pattern, MANY), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/voting/pile/differences", test_differences);
  g_test_add_func ("/voting/pile/twenty", test_twenty);
  g_test_add_func ("/voting/pile/over-vote", test_over_vote);
  g_test_add_func ("/voting/pile/restart", test_restart);
  g_test_add_func ("/voting/pile/wiped", test_wiped);

  return g_test_run ();
}
