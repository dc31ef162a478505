/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <gmp.h>

#include "core/voting/trh-count.h"

/* The golden election and grades, counted by hand, and slow twins of the rules that compare grades or ranks. */

#define MOST 6 /* candidates of a random election */

static TrhElection *
read_in (const char *json)
{
  g_autoptr(GBytes) bytes = g_bytes_new (json, strlen (json));
  g_autoptr(GError) error = NULL;
  TrhElection *election = trh_election_parse (bytes, &error);

  g_assert_no_error (error);
  return election;
}

/* As in "A 1/14, D 1/8": the rounds, or the elected with their scores. */
static char *
describe (const TrhElection *election, const char *rule)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TrhCount) count = trh_method_count (trh_method_find (rule), election, &error);
  GString *out = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < count->committee->len; i++)
    {
      const guint c = g_array_index (count->committee, guint, i);
      const char *score = count->rounds != NULL ? ((TrhRound *) count->rounds->pdata[i])->score
                          : count->scores != NULL ? count->scores[c] : NULL;

      g_string_append_printf (out, "%s%s", i > 0 ? ", " : "", election->candidates[c]);
      if (score != NULL)
        g_string_append_printf (out, " %s", score);
    }
  if (count->has_phase1)
    g_string_append_printf (out, "; %u paid", count->phase1);
  if (count->has_virtual_seats)
    g_string_append_printf (out, "; budget for %u", count->virtual_seats);
  if (!count->unique && !count->undetermined)
    g_string_append (out, "; drawn");
  return g_string_free (out, FALSE);
}

/* Serres 14, Rosans 8, Sault 8, one of them blank; four seats. */
#define GOLDEN \
  "{\"ballot_type\":\"approval\",\"candidates\":[\"A\",\"B\",\"C\",\"D\",\"E\",\"F\"],\"seats\":4,\"ballots\":[" \
  "{\"weight\":8,\"approve\":[0,1,2]},{\"weight\":3,\"approve\":[0,1]},{\"weight\":3,\"approve\":[0]}," \
  "{\"weight\":6,\"approve\":[3]},{\"weight\":2,\"approve\":[1,3]}," \
  "{\"weight\":5,\"approve\":[4,5]},{\"weight\":2,\"approve\":[4]},{\"approve\":[]}]}"

static const struct { const char *rule, *result; } golden[] = {
  { "av", "A 14, B 13, C 8, D 8" },
  { "sav", "A 43/6, D 7, B 31/6, E 9/2" },
  { "seqphragmen", "A 1/14, D 1/8, E 1/7, B 57/364" },
  { "seqpav", "A 14, D 8, E 7, B 13/2" },
  { "mes", "A 1/14, D 1/8; 2 paid" },
  { "mes-add1", "A 1/14, B 1/13, D 305/2262, E 1/7; budget for 5" },
};

static void
test_golden (void)
{
  g_autoptr(TrhElection) election = read_in (GOLDEN);

  for (guint i = 0; i < G_N_ELEMENTS (golden); i++)
    {
      g_autofree char *result = describe (election, golden[i].rule);

      g_test_message ("%s", golden[i].rule);
      g_assert_cmpstr (result, ==, golden[i].result);
    }
}

/* Seven voters; 0 is “Très bien” here. Lower medians 1, 1 and 3; taking medians away puts B before A. */
static void
test_golden_grades (void)
{
  static const guint8 judges[7][3] = { { 4, 3, 4 }, { 4, 3, 4 }, { 3, 3, 4 }, { 3, 3, 1 }, { 2, 2, 1 }, { 1, 2, 1 }, { 0, 2, 1 } };
  static const char *const candidates[] = { "A", "B", "C", NULL };
  static const char *const grades[] = { "Très bien", "Bien", "Assez bien", "Passable", "À rejeter", NULL };
  g_autoptr(TrhElection) election = trh_election_new (TRH_BALLOT_PAPER_GRADES, candidates);
  g_autoptr(TrhCount) count = NULL;

  election->grades = g_strdupv ((char **) grades);
  election->seats = 3;
  for (guint i = 0; i < 7; i++)
    {
      guint8 marks[3];

      for (guint c = 0; c < 3; c++)
        marks[c] = (guint8) (5 - judges[i][c]);
      trh_ballots_add (election->ballots, marks, 1);
    }
  count = trh_method_count (trh_method_find ("mj"), election, NULL);
  g_assert_cmpuint (g_array_index (count->committee, guint, 0), ==, 1);
  g_assert_cmpuint (g_array_index (count->committee, guint, 1), ==, 0);
  g_assert_cmpuint (g_array_index (count->committee, guint, 2), ==, 2);
  g_assert_cmpuint (count->gauge[0].grade, ==, 1);
  g_assert_cmpuint (count->gauge[1].grade, ==, 1);
  g_assert_cmpuint (count->gauge[2].grade, ==, 3);
}

static TrhElection *
invent (GRand *random, TrhBallotPaperKind kind)
{
  static const char *const all[] = { "a", "b", "c", "d", "e", "f" };
  static const char *const grades[] = { "1", "2", "3", "4", "5", NULL };
  const guint n = (guint) g_rand_int_range (random, 2, MOST);
  const guint n_lines = (guint) g_rand_int_range (random, 1, 8);
  const guint8 most = kind == TRH_BALLOT_PAPER_GRADES ? 5 : (guint8) n;
  const char *candidates[MOST + 1] = { NULL };
  guint8 marks[MOST];
  TrhElection *election;

  for (guint c = 0; c < n; c++)
    candidates[c] = all[c];
  election = trh_election_new (kind, candidates);
  election->grades = kind == TRH_BALLOT_PAPER_GRADES ? g_strdupv ((char **) grades) : NULL;
  election->seats = (guint) g_rand_int_range (random, 1, (gint32) n + 1);
  for (guint i = 0; i < n_lines; i++)
    {
      for (guint c = 0; c < n; c++)
        marks[c] = (guint8) g_rand_int_range (random, 0, most + 1);
      trh_ballots_add (election->ballots, marks, (guint64) g_rand_int_range (random, 1, 4));
    }
  return election;
}

/* Every judge's grade of one candidate, the worst first; @n of them. */
static guint
list_grades (const TrhElection *election, guint candidate, guint8 *grades)
{
  guint n = 0;

  for (guint8 grade = 5; grade >= 1; grade--)
    for (guint line = 0; line < trh_ballots_get_n_lines (election->ballots); line++)
      {
        const guint8 *marks = trh_ballots_peek_marks (election->ballots, line);

        if (trh_ballot_is_blank (marks, election->n_candidates) ||
            (marks[candidate] != 0 ? marks[candidate] : 5) != grade)
          continue;
        for (guint64 voter = 0; voter < trh_ballots_get_weight (election->ballots, line); voter++)
          grades[n++] = grade;
      }
  return n;
}

/* Takes the lower median away again and again until two differ. */
static int
compare_slowly (const TrhElection *election, guint a, guint b)
{
  guint8 left[32], right[32];
  guint n = list_grades (election, a, left);

  list_grades (election, b, right);
  for (; n > 0; n--)
    {
      const guint median = (n - 1) / 2;

      if (left[median] != right[median])
        return left[median] < right[median] ? -1 : 1;
      memmove (left + median, left + median + 1, n - median - 1);
      memmove (right + median, right + median + 1, n - median - 1);
    }
  return 0;
}

static guint
find_level (const TrhCount *count, guint candidate)
{
  for (guint level = 0; level < count->levels->len; level++)
    for (guint i = 0; i < ((GArray *) count->levels->pdata[level])->len; i++)
      if (g_array_index ((GArray *) count->levels->pdata[level], guint, i) == candidate)
        return level;
  g_assert_not_reached ();
}

static void
test_judgment_twin (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr(GRand) random = g_rand_new_with_seed (seed);
  guint n_equal = 0;

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < 3000; i++)
    {
      g_autoptr(TrhElection) election = invent (random, TRH_BALLOT_PAPER_GRADES);
      g_autoptr(TrhCount) count = trh_method_count (&trh_method_mj, election, NULL);

      for (guint a = 0; count != NULL && a < election->n_candidates; a++)
        for (guint b = 0; b < election->n_candidates; b++)
          {
            int order = compare_slowly (election, a, b);
            guint x = find_level (count, a), y = find_level (count, b);

            g_assert_cmpint (order, ==, (x > y) - (x < y));
            n_equal += a != b && order == 0;
          }
    }
  g_assert_cmpuint (n_equal, >, 10);
}

/* Points of each ballot and candidate, one by one, in fractions of any size. */
static void
score_slowly (const TrhElection *election, const char *rule, guint c, mpq_t score)
{
  guint64 valid = 0;
  mpq_t part;

  mpq_init (part);
  mpq_set_ui (score, 0, 1);
  for (guint line = 0; line < trh_ballots_get_n_lines (election->ballots); line++)
    {
      const guint8 *marks = trh_ballots_peek_marks (election->ballots, line);
      guint64 weight = trh_ballots_get_weight (election->ballots, line);
      guint n_named = 0, halves = 0;

      for (guint other = 0; other < election->n_candidates; other++)
        {
          n_named += marks[other] != 0;
          if (other != c)
            halves += (marks[c] == marks[other]) + 2 * (marks[c] != 0 && (marks[other] == 0 || marks[c] < marks[other]));
        }
      if (n_named == 0)
        continue;
      valid += weight;
      if (g_str_equal (rule, "sav"))
        mpq_set_ui (part, marks[c] != 0 ? weight : 0, n_named);
      else if (g_str_equal (rule, "range"))
        mpq_set_ui (part, marks[c] != 0 ? weight * (5u - marks[c]) : 0, 1);
      else
        mpq_set_ui (part, weight * halves, 2);
      mpq_canonicalize (part);
      mpq_add (score, score, part);
    }
  if (g_str_equal (rule, "range") && valid > 0)
    {
      mpq_set_ui (part, valid, 1);
      mpq_div (score, score, part);
    }
  mpq_clear (part);
}

static void
test_score_twins (void)
{
  static const char *const rules[] = { "sav", "range", "borda" };
  guint32 seed = g_test_rand_int ();
  g_autoptr(GRand) random = g_rand_new_with_seed (seed);
  mpq_t score;

  g_test_message ("seed %u", seed);
  mpq_init (score);
  for (guint i = 0; i < 3000; i++)
    {
      const TrhMethod *method = trh_method_find (rules[i % 3]);
      g_autoptr(TrhElection) election = invent (random, method->kind);
      g_autoptr(TrhCount) count = NULL;

      if (method->kind == TRH_BALLOT_PAPER_APPROVAL)
        {
          g_autoptr(TrhBallots) ballots = g_steal_pointer (&election->ballots);

          election->ballots = trh_ballots_new (election->n_candidates);
          for (guint line = 0; line < trh_ballots_get_n_lines (ballots); line++)
            {
              guint8 marks[MOST];

              for (guint c = 0; c < election->n_candidates; c++)
                marks[c] = trh_ballots_peek_marks (ballots, line)[c] > 1;
              trh_ballots_add (election->ballots, marks, trh_ballots_get_weight (ballots, line));
            }
        }
      count = trh_method_count (method, election, NULL);
      for (guint c = 0; count != NULL && c < election->n_candidates; c++)
        {
          char *text;

          score_slowly (election, rules[i % 3], c, score);
          text = mpq_get_str (NULL, 10, score);
          g_assert_cmpstr (count->scores[c], ==, text);
          free (text);
        }
    }
  mpq_clear (score);
}

/* The strongest path from @a to @b over candidates not yet visited, link by link; @wins and @losses are its weakest. */
static void
search_path (const TrhCount *count, guint a, guint b, guint visited, guint64 wins, guint64 losses, guint64 best[2])
{
  const guint n = count->n_candidates;

  if (a == b)
    {
      if (wins > best[0] || (wins == best[0] && losses < best[1]))
        {
          best[0] = wins;
          best[1] = losses;
        }
      return;
    }
  for (guint next = 0; next < n; next++)
    {
      guint64 w = count->pairwise[a * n + next], l = count->pairwise[next * n + a];

      if ((visited >> next & 1) || w <= l)
        continue;
      if (w > wins || (w == wins && l < losses))
        {
          w = wins;
          l = losses;
        }
      search_path (count, next, b, visited | 1u << next, w, l, best);
    }
}

static void
test_schulze_twin (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr(GRand) random = g_rand_new_with_seed (seed);
  guint n_cycles = 0;

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < 1500; i++)
    {
      g_autoptr(TrhElection) election = invent (random, TRH_BALLOT_PAPER_RANKING);
      g_autoptr(TrhCount) count = trh_method_count (&trh_method_schulze, election, NULL);
      const guint n = election->n_candidates;

      if (count == NULL)
        continue;
      n_cycles += count->condorcet_winner == TRH_NO_CANDIDATE;
      for (guint a = 0; a < n; a++)
        for (guint b = 0; b < n; b++)
          {
            guint64 there[2] = { 0, 0 }, back[2] = { 0, 0 };

            if (a == b)
              continue;
            search_path (count, a, b, 1u << a, G_MAXUINT64, 0, there);
            search_path (count, b, a, 1u << b, G_MAXUINT64, 0, back);
            if (there[0] > back[0] || (there[0] == back[0] && there[1] < back[1]))
              g_assert_cmpuint (find_level (count, a), <, find_level (count, b));
          }
      /* nobody is lower than need be: on each level but the first, someone above beats each */
      for (guint c = 0; c < n; c++)
        {
          const guint level = find_level (count, c);
          gboolean beaten = level == 0;

          for (guint i_above = 0; level > 0 && i_above < ((GArray *) count->levels->pdata[level - 1])->len; i_above++)
            {
              guint other = g_array_index ((GArray *) count->levels->pdata[level - 1], guint, i_above);
              guint64 there[2] = { 0, 0 }, back[2] = { 0, 0 };

              search_path (count, other, c, 1u << other, G_MAXUINT64, 0, there);
              search_path (count, c, other, 1u << c, G_MAXUINT64, 0, back);
              beaten |= there[0] > back[0] || (there[0] == back[0] && there[1] < back[1]);
            }
          g_assert_true (beaten);
        }
    }
  g_assert_cmpuint (n_cycles, >, 20);
}

/* Sums that do not fit are refused, not wrong. */
static void
test_too_large (void)
{
  g_auto(GStrv) names = g_new0 (char *, 201);
  g_autoptr(TrhElection) election = NULL;
  g_autofree guint8 *marks = g_malloc (200);

  for (guint c = 0; c < 200; c++)
    names[c] = g_strdup_printf ("c%03u", c);
  election = trh_election_new (TRH_BALLOT_PAPER_APPROVAL, (const char *const *) names);
  election->seats = 200;
  for (guint size = 1; size <= 200; size++)
    {
      for (guint c = 0; c < 200; c++)
        marks[c] = c < size;
      trh_ballots_add (election->ballots, marks, 1);
    }
  for (guint i = 0; i < 3; i++)
    {
      static const char *const rules[] = { "sav", "seqpav", "revseqpav" };
      g_autoptr(GError) error = NULL;

      g_assert_null (trh_method_count (trh_method_find (rules[i]), election, &error));
      g_assert_error (error, TRH_COUNT_ERROR, TRH_COUNT_ERROR_NOT_OFFERED);
    }
}

static void
test_registry (void)
{
  const TrhMethod *const *all = trh_method_get_all ();
  guint n = 0;

  for (; all[n] != NULL; n++)
    {
      g_assert_true (trh_method_find (all[n]->id) == all[n]);
      g_assert_true (*all[n]->name != '\0' && *all[n]->sentence != '\0');
      g_assert_cmpint (n < 6, ==, all[n]->use == TRH_METHOD_RESULT);
    }
  g_assert_cmpuint (n, ==, 15);
}

/* What is proposed: a method that shares the places as soon as there are many. */
static void
test_usual (void)
{
  static const struct { TrhBallotPaperKind kind; guint seats; const char *id; } cases[] = {
    { TRH_BALLOT_PAPER_APPROVAL, 1, "av" },      { TRH_BALLOT_PAPER_APPROVAL, 3, "av" },
    { TRH_BALLOT_PAPER_APPROVAL, 4, "mes-phragmen" }, { TRH_BALLOT_PAPER_GRADES, 6, "mj" },
    { TRH_BALLOT_PAPER_RANKING, 2, "schulze" },  { TRH_BALLOT_PAPER_RANKING, 3, "stv-scottish" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const TrhMethod *method = trh_method_get_usual (cases[i].kind, cases[i].seats);

      g_assert_cmpstr (method->id, ==, cases[i].id);
      g_assert_cmpint (method->kind, ==, cases[i].kind);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/voting/methods/golden", test_golden);
  g_test_add_func ("/voting/methods/golden-grades", test_golden_grades);
  g_test_add_func ("/voting/methods/twin/mj", test_judgment_twin);
  g_test_add_func ("/voting/methods/twin/scores", test_score_twins);
  g_test_add_func ("/voting/methods/twin/schulze", test_schulze_twin);
  g_test_add_func ("/voting/methods/too-large", test_too_large);
  g_test_add_func ("/voting/methods/registry", test_registry);
  g_test_add_func ("/voting/methods/usual", test_usual);

  return g_test_run ();
}
