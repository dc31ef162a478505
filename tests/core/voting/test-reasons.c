/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/voting/trh-explain-count.h"

/* Why a count ended so: the golden election with twice as many voters (so that each town may be shown), counted by
 * hand, and properties on random ones. */

static const char *const letters[] = { "A", "B", "C", "D", "E", "F", NULL };

static void
add (TrhElection *election, TrhBallots *town, const char *ticked, guint64 weight)
{
  guint8 marks[6] = { 0 };

  for (const char *letter = ticked; *letter != '\0'; letter++)
    marks[*letter - 'A'] = 1;
  trh_ballots_add (election->ballots, marks, weight);
  trh_ballots_add (town, marks, weight);
}

typedef struct {
  TrhElection   *election;
  TrhTownBallots towns[3];
  TrhCount      *count;
  TrhReasons    *reasons;
  TrhTelling     telling;
} Golden;

/* @times: how often each voter of the golden election is there. */
static void
count_golden (Golden *self, const char *rule, guint64 times, const char *guaranteed)
{
  static const char *const names[] = { "Serres", "Rosans", "Sault" };
  TrhBallots *towns[3];

  self->election = trh_election_new (TRH_BALLOT_PAPER_APPROVAL, letters);
  self->election->seats = 4;
  if (guaranteed != NULL)
    {
      trh_election_set_groups (self->election, (const char *const[]) { "w", "w", "w", "w", guaranteed, guaranteed, NULL });
      trh_election_add_quota (self->election, guaranteed, 1, 6);
    }
  for (guint i = 0; i < 3; i++)
    towns[i] = trh_ballots_new (6);
  add (self->election, towns[0], "ABC", 8 * times);
  add (self->election, towns[0], "AB", 3 * times);
  add (self->election, towns[0], "A", 3 * times);
  add (self->election, towns[1], "D", 6 * times);
  add (self->election, towns[1], "BD", 2 * times);
  add (self->election, towns[2], "EF", 5 * times);
  add (self->election, towns[2], "E", 2 * times);
  add (self->election, towns[2], "", times);
  for (guint i = 0; i < 3; i++)
    self->towns[i] = (TrhTownBallots) { names[i], towns[i] };
  self->count = trh_method_count (trh_method_find (rule), self->election, NULL);
  self->reasons = trh_reasons_new (trh_method_find (rule), self->election, self->count, self->towns, 3);
  self->telling = (TrhTelling) { trh_method_find (rule), self->election, self->count, self->reasons, letters, FALSE };
}

static void
golden_clear (Golden *self)
{
  trh_reasons_free (self->reasons);
  trh_count_free (self->count);
  trh_election_free (self->election);
  for (guint i = 0; i < 3; i++)
    trh_ballots_free ((TrhBallots *) self->towns[i].ballots);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Golden, golden_clear)

#define assert_said(sentence, text) G_STMT_START { \
    g_autofree char *said = sentence; \
    g_assert_cmpstr (said, ==, text); \
  } G_STMT_END

static void
test_approval (void)
{
  g_auto(Golden) golden = { 0 };
  const TrhTelling *telling = &golden.telling;

  count_golden (&golden, "av", 2, NULL);
  assert_said (trh_explain_candidate (telling, 0), "28 voters of 58 would like to host A: chosen.");
  /* C and D have 16: with 17, E is before both; with 16 it would depend on the lot */
  assert_said (trh_explain_candidate (telling, 4),
               "14 voters of 58 would like to host E: not among the chosen, 3 more would have been enough.");
  assert_said (trh_explain_candidate (telling, 5),
               "10 voters of 58 would like to host F: not among the chosen, 7 more would have been enough.");
  assert_said (trh_explain_voices (telling, 1), "The voices for B: Serres 22, Rosans 4.");
  assert_said (trh_explain_town (telling, 0), "Serres: 28 voters of 28 have at least one chosen artist.");
  assert_said (trh_explain_town (telling, 2), "Sault: 0 voters of 14 have at least one chosen artist.");
  assert_said (trh_explain_draw (telling), "No tie decided: the list does not depend on any draw.");
  g_assert_null (trh_explain_guarantees (telling));
  g_assert_null (trh_explain_grades (telling, 0));
  g_assert_cmpuint (trh_explain_get_n_rounds (telling), ==, 0);
}

static void
test_proportional (void)
{
  g_auto(Golden) golden = { 0 };
  const TrhTelling *telling = &golden.telling;

  count_golden (&golden, "seqphragmen", 2, NULL);
  for (guint town = 0; town < 3; town++)
    {
      const TrhTownVoices *voices = golden.reasons->towns->pdata[town];

      g_assert_cmpuint (voices->represented, ==, voices->valid);
    }
  assert_said (trh_explain_round (telling, 0), "1. A is chosen: each of their voters then bears a weight of 1/28.");
  assert_said (trh_explain_round (telling, 3), "4. B is chosen: each of their voters then bears a weight of 57/728.");
  assert_said (trh_explain_voices (telling, 4), "The voices for E: Sault 14.");
  g_assert_cmpuint (((TrhReason *) golden.reasons->reasons->pdata[3])->round, ==, 2);
  g_assert_cmpuint (((TrhReason *) golden.reasons->reasons->pdata[2])->round, ==, 0);
}

static void
test_equal_shares (void)
{
  g_auto(Golden) golden = { 0 };

  count_golden (&golden, "mes-av", 2, NULL);
  assert_said (trh_explain_round (&golden.telling, 1), "2. D is chosen: nobody pays more than 1/16 of the place.");
  assert_said (trh_explain_round (&golden.telling, 2), "3. B is chosen: most ticked of those who are left, by 26.");
}

static void
test_guarantee (void)
{
  g_auto(Golden) golden = { 0 };
  const TrhTelling *telling = &golden.telling;

  count_golden (&golden, "av", 2, "x");
  assert_said (trh_explain_guarantees (telling), "Because of the guarantees E stands on the list, in place of D.");
  assert_said (trh_explain_candidate (telling, 4), "14 voters of 58 would like to host E: chosen because of a guarantee.");
  assert_said (trh_explain_draw (telling), "Tied for the last places: C, D. A public draw must decide.");
}

/* Equals on the way, of which not all lists were worked out: no draw is told where there was none. */
static void
test_undetermined (void)
{
  g_auto(Golden) golden = { 0 };
  TrhTelling *telling = &golden.telling;

  count_golden (&golden, "seqpav", 2, NULL);
  golden.count->undetermined = TRUE;
  telling->keeps_ties = TRUE;
  assert_said (trh_explain_draw (telling), "No draw was needed on the way to this list.");
  for (guint c = 2; c < 4; c++)
    g_array_append_val (((TrhRound *) golden.count->rounds->pdata[2])->tied, c);
  assert_said (trh_explain_draw (telling), "Equals on the way were taken in the order of their letters, without a draw; whether "
                                           "another order gives another list was not worked out.");
  telling->drawn = TRUE;
  assert_said (trh_explain_draw (telling),
               "The public draw decided between equals on the way; whether it changed the list was not worked out.");
}

/* Rosans and Sault have fewer than ten voters each: they are told together. */
static void
test_small_towns (void)
{
  g_auto(Golden) golden = { 0 };
  const TrhTelling *telling = &golden.telling;

  count_golden (&golden, "av", 1, NULL);
  g_assert_cmpuint (golden.reasons->towns->len, ==, 2);
  assert_said (trh_explain_town (telling, 1), "Small towns together: 8 voters of 15 have at least one chosen artist.");
  assert_said (trh_explain_voices (telling, 1), "The voices for B: Serres 11, small towns together 2.");
  assert_said (trh_explain_voices (telling, 4), "The voices for E: small towns together 7.");
}

static void
test_comparison (void)
{
  g_auto(Golden) golden = { 0 };
  const TrhMethod *const methods[] = { trh_method_find ("av"), trh_method_find ("seqphragmen"), NULL };
  const TrhMethod *const wrong[] = { trh_method_find ("av"), trh_method_find ("mj"), NULL };
  g_autoptr(TrhComparison) comparison = NULL;
  g_autoptr(GError) error = NULL;

  count_golden (&golden, "av", 2, NULL);
  comparison = trh_comparison_new (methods, golden.election, &error);
  g_assert_no_error (error);
  assert_said (trh_explain_common (comparison, letters), "Chosen by all these methods: A, B, D.");
  g_assert_null (trh_comparison_new (wrong, golden.election, &error));
  g_assert_error (error, TRH_COUNT_ERROR, TRH_COUNT_ERROR_NOT_OFFERED);
}

static void
test_judgment (void)
{
  static const char *const grades[] = { "Good", "Fair", "Bad", NULL };
  static const char *const names[] = { "A", "B", NULL };
  g_autoptr(TrhElection) election = trh_election_new (TRH_BALLOT_PAPER_GRADES, names);
  g_autoptr(TrhCount) count = NULL;
  g_autoptr(TrhReasons) reasons = NULL;
  TrhTelling telling;

  election->grades = g_strdupv ((char **) grades);
  election->seats = 1;
  trh_ballots_add (election->ballots, (const guint8 *) "\1\2", 3);
  trh_ballots_add (election->ballots, (const guint8 *) "\2\0", 2);
  count = trh_method_count (&trh_method_mj, election, NULL);
  reasons = trh_reasons_new (&trh_method_mj, election, count, NULL, 0);
  telling = (TrhTelling) { &trh_method_mj, election, count, reasons, names, TRUE };
  assert_said (trh_explain_candidate (&telling, 0), "More than half of the voters give A “Good” or better: chosen.");
  assert_said (trh_explain_candidate (&telling, 1), "More than half of the voters give B “Fair” or better: not among the chosen.");
  assert_said (trh_explain_grades (&telling, 1), "B: Good 0, Fair 3, Bad 2.");
  g_assert_null (trh_explain_voices (&telling, 0));
}

/* Ranked ballots: 5 put A first, then B; 3 B; 2 C, then B. Two places: 4 votes elect. */
static void
test_ranked (void)
{
  static const char *const names[] = { "A", "B", "C", NULL };
  g_autoptr(TrhElection) election = trh_election_new (TRH_BALLOT_PAPER_RANKING, names);
  g_autoptr(TrhCount) count = NULL, duels = NULL, points = NULL;
  TrhTelling telling;

  election->seats = 2;
  trh_ballots_add (election->ballots, (const guint8 *) "\1\2\0", 5);
  trh_ballots_add (election->ballots, (const guint8 *) "\0\1\0", 3);
  trh_ballots_add (election->ballots, (const guint8 *) "\0\2\1", 2);
  count = trh_method_count (&trh_method_stv_scottish, election, NULL);
  telling = (TrhTelling) { &trh_method_stv_scottish, election, count, NULL, names, FALSE };
  assert_said (trh_explain_round (&telling, 0), "1. First choices: A 5.00000, B 3.00000, C 2.00000.");
  assert_said (trh_explain_round (&telling, 1), "2. What A does not need goes to the next choices: A 4.00000, B 4.00000, C 2.00000.");
  assert_said (trh_explain_candidate (&telling, 1), "B has 4.00000 votes, where the quota is 4, in turn 2: chosen.");
  assert_said (trh_explain_candidate (&telling, 2), "C remains without enough votes when all places are taken.");

  duels = trh_method_count (&trh_method_schulze, election, NULL);
  telling = (TrhTelling) { &trh_method_schulze, election, duels, NULL, names, FALSE };
  assert_said (trh_explain_candidate (&telling, 2), "C is at place 2 of 2 in the duels: not among the chosen.");

  points = trh_method_count (&trh_method_borda, election, NULL);
  telling = (TrhTelling) { &trh_method_borda, election, points, NULL, names, FALSE };
  assert_said (trh_explain_candidate (&telling, 1), "B has 13 points: chosen.");
}

static TrhElection *
invent (GRand *random)
{
  TrhElection *election = trh_election_new (TRH_BALLOT_PAPER_APPROVAL, letters);
  guint8 marks[6];

  election->seats = (guint) g_rand_int_range (random, 1, 5);
  trh_election_set_groups (election, (const char *const[]) { "x", "y", "x", "y", "", "x", NULL });
  if (g_rand_boolean (random))
    trh_election_add_quota (election, "y", 1, (guint) g_rand_int_range (random, 1, 3));
  for (guint i = 0; i < 8; i++)
    {
      for (guint c = 0; c < 6; c++)
        marks[c] = g_rand_int_range (random, 0, 3) == 0;
      trh_ballots_add (election->ballots, marks, (guint64) g_rand_int_range (random, 1, 6));
    }
  return election;
}

static gboolean
is_certain (const char *rule, TrhElection *election, guint candidate)
{
  g_autoptr(TrhCount) count = trh_method_count (trh_method_find (rule), election, NULL);

  return count != NULL && trh_numbers_contain (count->committee, candidate) && !trh_numbers_contain (count->tied, candidate);
}

/* So many more voices turn the result, one fewer does not. */
static void
test_missing (void)
{
  static const char *const rules[] = { "av", "sav", "seqpav", "seqphragmen", "mes-phragmen", "mes-av", "revseqpav", "mes-add1" };
  guint32 seed = g_test_rand_int ();
  g_autoptr(GRand) random = g_rand_new_with_seed (seed);
  guint n_missing = 0;

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < 200; i++)
    {
      const char *rule = rules[i % G_N_ELEMENTS (rules)];
      g_autoptr(TrhElection) election = invent (random);
      g_autoptr(TrhCount) count = trh_method_count (trh_method_find (rule), election, NULL);
      g_autoptr(TrhReasons) reasons = NULL;
      const guint n_lines = trh_ballots_get_n_lines (election->ballots);

      if (count == NULL)
        continue;
      reasons = trh_reasons_new (trh_method_find (rule), election, count, NULL, 0);
      for (guint c = 0; c < 6; c++)
        {
          const TrhReason *reason = reasons->reasons->pdata[c];
          guint8 marks[6] = { 0 };

          g_assert_cmpuint (reason->voices, ==, count->voices[c]);
          if (!reason->has_missing)
            continue;
          n_missing++;
          marks[c] = 1;
          trh_ballots_add (election->ballots, marks, reason->missing);
          g_assert_true (is_certain (rule, election, c));
          trh_ballots_truncate (election->ballots, n_lines);
          if (reason->missing > 1)
            trh_ballots_add (election->ballots, marks, reason->missing - 1);
          g_assert_false (is_certain (rule, election, c));
          trh_ballots_truncate (election->ballots, n_lines);
        }
    }
  g_assert_cmpuint (n_missing, >, 300);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/voting/reasons/approval", test_approval);
  g_test_add_func ("/voting/reasons/proportional", test_proportional);
  g_test_add_func ("/voting/reasons/equal-shares", test_equal_shares);
  g_test_add_func ("/voting/reasons/guarantee", test_guarantee);
  g_test_add_func ("/voting/reasons/undetermined", test_undetermined);
  g_test_add_func ("/voting/reasons/small-towns", test_small_towns);
  g_test_add_func ("/voting/reasons/comparison", test_comparison);
  g_test_add_func ("/voting/reasons/judgment", test_judgment);
  g_test_add_func ("/voting/reasons/ranked", test_ranked);
  g_test_add_func ("/voting/reasons/missing", test_missing);

  return g_test_run ();
}
