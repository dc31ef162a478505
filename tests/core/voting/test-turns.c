/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <gmp.h>

#include "core/voting/trh-count.h"

/*
 * The rules that elect one candidate after another, against a twin that is slow and obvious: fractions of any
 * size, every ballot for itself, everything computed again from the first turn, every way of breaking every
 * tie followed to its end, eligible candidates found by trying all committees.
 */

#define MOST 7 /* candidates and lines */

typedef enum { SEQPAV, REVSEQPAV, PHRAGMEN, MES, MES_PHRAGMEN, MES_AV, N_RULES } Rule;

static const char *const rule_ids[] = { "seqpav", "revseqpav", "seqphragmen", "mes", "mes-phragmen", "mes-av" };

typedef struct {
  const TrhElection *election;
  Rule    rule;
  guint64 voters;
  guint8  found[1 << MOST]; /* whether this set of candidates is a result */
} Twin;

static gboolean
names (const Twin *self, guint line, guint c)
{
  return trh_ballots_peek_marks (self->election->ballots, line)[c] != 0;
}

static gboolean
keeps_quotas (const TrhElection *election, guint set)
{
  for (guint q = 0; q < election->quotas->len; q++)
    {
      const TrhQuota *quota = &g_array_index (election->quotas, TrhQuota, q);
      guint members = 0;

      for (guint c = 0; c < election->n_candidates; c++)
        members += (set >> c & 1) && g_str_equal (election->groups[c], quota->group);
      if (members < quota->least || members > quota->most)
        return FALSE;
    }
  return TRUE;
}

static gboolean
can_be_elected (const TrhElection *election, guint elected, guint c)
{
  const guint with = elected | 1u << c;

  for (guint set = 0; set < 1u << election->n_candidates; set++)
    if ((set & with) == with && __builtin_popcount (set) == (int) election->seats && keeps_quotas (election, set))
      return !(elected >> c & 1);
  return FALSE;
}

/* 1/(j+1) for each ballot that names @c and has j of its candidates in @set, @c left out. */
static void
score_pav (const Twin *self, guint set, guint c, mpq_t score)
{
  mpq_t part;

  mpq_init (part);
  mpq_set_ui (score, 0, 1);
  for (guint line = 0; line < trh_ballots_get_n_lines (self->election->ballots); line++)
    {
      guint parts = 1;

      for (guint other = 0; other < self->election->n_candidates; other++)
        parts += other != c && (set >> other & 1) && names (self, line, other);
      if (!names (self, line, c))
        continue;
      mpq_set_ui (part, trh_ballots_get_weight (self->election->ballots, line), parts);
      mpq_canonicalize (part);
      mpq_add (score, score, part);
    }
  mpq_clear (part);
}

/* The load that supporters of @c would have; FALSE when there are none. */
static gboolean
score_load (const Twin *self, mpq_t loads[], guint c, mpq_t load)
{
  guint64 supporters = 0;
  mpq_t part;

  mpq_init (part);
  mpq_set_ui (load, 1, 1);
  for (guint line = 0; line < trh_ballots_get_n_lines (self->election->ballots); line++)
    if (names (self, line, c))
      {
        supporters += trh_ballots_get_weight (self->election->ballots, line);
        mpq_set_ui (part, trh_ballots_get_weight (self->election->ballots, line), 1);
        mpq_mul (part, part, loads[line]);
        mpq_add (load, load, part);
      }
  mpq_set_ui (part, supporters, 1);
  if (supporters > 0)
    mpq_div (load, load, part);
  mpq_clear (part);
  return supporters > 0;
}

/* The smallest amount at which all supporters, paying it or what they have, pay 1: if the payments at @line's money
 * are enough, the amount is at most that, and those with less pay all they have. */
static gboolean
score_price (const Twin *self, mpq_t money[], guint c, mpq_t price)
{
  const guint n = trh_ballots_get_n_lines (self->election->ballots);
  gboolean found = FALSE;
  mpq_t sum, part, rich;

  mpq_inits (sum, part, rich, NULL);
  for (guint at = 0; at < n; at++)
    {
      if (!names (self, at, c) || mpq_sgn (money[at]) <= 0)
        continue;
      mpq_set_ui (sum, 1, 1);
      mpq_set_ui (rich, 0, 1);
      for (guint line = 0; line < n; line++)
        if (names (self, line, c))
          {
            mpq_set_ui (part, trh_ballots_get_weight (self->election->ballots, line), 1);
            if (mpq_cmp (money[line], money[at]) >= 0)
              mpq_add (rich, rich, part);
            else
              {
                mpq_mul (part, part, money[line]);
                mpq_sub (sum, sum, part);
              }
          }
      mpq_div (sum, sum, rich); /* what each of the richer ones pays; right if they can, and the poorer could not */
      if (mpq_cmp (sum, money[at]) <= 0 && (!found || mpq_cmp (sum, price) > 0))
        {
          gboolean poorer_pay_all = TRUE;

          for (guint line = 0; line < n; line++)
            if (names (self, line, c) && mpq_cmp (money[line], money[at]) < 0 && mpq_cmp (money[line], sum) > 0)
              poorer_pay_all = FALSE;
          if (poorer_pay_all)
            mpq_set (price, sum);
          found |= poorer_pay_all;
        }
    }
  mpq_clears (sum, part, rich, NULL);
  return found;
}

typedef struct {
  guint  elected;
  guint  phase;       /* 0: equal shares; 1: the rest */
  mpq_t  purses[MOST]; /* of each line: load, or money */
} Replay;

/* A score of @c for which smaller is better; FALSE when it has none. */
static gboolean
score (const Twin *self, Replay *replay, guint c, mpq_t score)
{
  const gboolean mes = self->rule >= MES;

  if (mes && replay->phase == 0)
    return score_price (self, replay->purses, c, score);
  if (self->rule == PHRAGMEN || self->rule == MES_PHRAGMEN)
    return score_load (self, replay->purses, c, score);
  score_pav (self, self->rule == MES_AV ? 0 : self->rule == REVSEQPAV ? ~replay->elected : replay->elected, c, score);
  if (self->rule != REVSEQPAV)
    mpq_neg (score, score);
  return TRUE;
}

/* The set of the best; 0 when nobody can be taken. @best is their score. */
static guint
find_best (const Twin *self, Replay *replay, mpq_t best, gboolean *has_score)
{
  guint tied = 0, without = 0;
  mpq_t other;

  mpq_init (other);
  for (guint c = 0; c < self->election->n_candidates; c++)
    {
      if (self->rule == REVSEQPAV ? replay->elected >> c & 1 : !can_be_elected (self->election, replay->elected, c))
        continue;
      if (!score (self, replay, c, other))
        without |= 1u << c;
      else if (tied == 0 || mpq_cmp (other, best) <= 0)
        {
          tied = tied != 0 && mpq_cmp (other, best) == 0 ? tied | 1u << c : 1u << c;
          mpq_set (best, other);
        }
    }
  mpq_clear (other);
  *has_score = tied != 0;
  return tied != 0 || (self->rule >= MES && replay->phase == 0) ? tied : without;
}

static guint
find_turn (const Twin *self, Replay *replay, mpq_t best, gboolean *has_score)
{
  guint tied = find_best (self, replay, best, has_score);

  if (tied == 0 && replay->phase == 0 && (self->rule == MES_PHRAGMEN || self->rule == MES_AV))
    {
      replay->phase = 1;
      for (guint line = 0; line < MOST; line++)
        mpq_neg (replay->purses[line], replay->purses[line]);
      tied = find_best (self, replay, best, has_score);
    }
  return tied;
}

static void
take (const Twin *self, Replay *replay, guint c, mpq_t best, gboolean has_score)
{
  const gboolean pays = self->rule >= MES && replay->phase == 0;

  replay->elected |= 1u << c;
  for (guint line = 0; line < trh_ballots_get_n_lines (self->election->ballots) && has_score; line++)
    if (names (self, line, c))
      {
        if (pays)
          {
            mpq_sub (replay->purses[line], replay->purses[line], best);
            if (mpq_sgn (replay->purses[line]) < 0)
              mpq_set_ui (replay->purses[line], 0, 1);
          }
        else
          mpq_set (replay->purses[line], best);
      }
}

/* Plays @turns again from the beginning; then follows every way on from there. */
static void
follow (Twin *self, GArray *turns)
{
  const TrhElection *election = self->election;
  const guint end = self->rule == REVSEQPAV ? election->n_candidates - election->seats : election->seats;
  Replay replay = { 0 };
  gboolean has_score;
  guint tied = 0;
  mpq_t best;

  mpq_init (best);
  for (guint line = 0; line < MOST; line++)
    {
      mpq_init (replay.purses[line]);
      mpq_set_ui (replay.purses[line], self->rule >= MES ? election->seats : 0, self->voters);
      mpq_canonicalize (replay.purses[line]);
    }
  for (guint i = 0; i < turns->len; i++)
    {
      tied = find_turn (self, &replay, best, &has_score);
      g_assert_true (tied >> g_array_index (turns, guint, i) & 1);
      take (self, &replay, g_array_index (turns, guint, i), best, has_score);
    }
  tied = turns->len < end ? find_turn (self, &replay, best, &has_score) : 0;
  for (guint c = 0; c < election->n_candidates; c++)
    if (tied >> c & 1)
      {
        g_array_append_val (turns, c);
        follow (self, turns);
        g_array_set_size (turns, turns->len - 1);
      }
  if (tied == 0)
    self->found[self->rule == REVSEQPAV ? ((1u << election->n_candidates) - 1) & ~replay.elected : replay.elected] = TRUE;
  for (guint line = 0; line < MOST; line++)
    mpq_clear (replay.purses[line]);
  mpq_clear (best);
}

static TrhElection *
invent (GRand *random, gboolean quotas)
{
  static const char *const all[] = { "a", "b", "c", "d", "e", "f", NULL };
  static const char *const groups[] = { "x", "y", "" };
  const guint n = (guint) g_rand_int_range (random, 2, 7);
  const guint n_ballots = (guint) g_rand_int_range (random, 1, MOST + 1);
  const char *candidates[MOST + 1] = { NULL }, *group_of[MOST + 1] = { NULL };
  guint8 marks[MOST];
  TrhElection *election;

  for (guint c = 0; c < n; c++)
    {
      candidates[c] = all[c];
      group_of[c] = groups[g_rand_int_range (random, 0, 3)];
    }
  election = trh_election_new (TRH_BALLOT_PAPER_APPROVAL, candidates);
  election->seats = (guint) g_rand_int_range (random, 1, (gint32) MIN (n, 4) + 1);
  trh_election_set_groups (election, group_of);
  for (gint32 q = quotas ? g_rand_int_range (random, -1, 3) : 0; q > 0; q--)
    {
      guint least = (guint) g_rand_int_range (random, 0, 2);

      trh_election_add_quota (election, groups[q - 1], least,
                              g_rand_boolean (random) ? G_MAXUINT : least + (guint) g_rand_int_range (random, 0, 2));
    }
  for (guint i = 0; i < n_ballots; i++)
    {
      gboolean blank = TRUE;

      for (guint c = 0; c < n; c++)
        {
          marks[c] = g_rand_int_range (random, 0, 5) < 2;
          blank &= marks[c] == 0;
        }
      if (!blank)
        trh_ballots_add (election->ballots, marks, (guint64) g_rand_int_range (random, 1, 5));
    }
  return election;
}

static void
compare (Twin *twin, const TrhCount *count, guint *n_tied, guint *n_many)
{
  guint n_found = 0, elected = 0, in_some = 0, in_all = G_MAXUINT, tied = 0;

  for (guint set = 0; set < 1u << twin->election->n_candidates; set++)
    {
      n_found += twin->found[set];
      in_some |= twin->found[set] ? set : 0;
      in_all &= twin->found[set] ? set : G_MAXUINT;
    }
  for (guint i = 0; i < count->tied->len; i++)
    tied |= 1u << g_array_index (count->tied, guint, i);
  g_assert_false (count->tied_open);
  g_assert_cmphex (tied, ==, in_some & ~in_all);
  for (guint i = 0; i < count->committee->len; i++)
    elected |= 1u << g_array_index (count->committee, guint, i);
  g_assert_true (twin->found[elected]);
  g_assert_false (count->undetermined);
  g_assert_cmpint (count->unique, ==, n_found == 1);
  *n_tied += n_found > 1;
  g_assert_cmpint (count->committees != NULL, ==, n_found <= TRH_MAX_COMMITTEES);
  *n_many += count->committees == NULL;
  if (count->committees == NULL)
    return;
  g_assert_cmpuint (count->committees->len, ==, n_found);
  for (guint i = 0; i < count->committees->len; i++)
    {
      const GArray *committee = count->committees->pdata[i];
      guint set = 0;

      for (guint k = 0; k < committee->len; k++)
        set |= 1u << g_array_index (committee, guint, k);
      g_assert_true (twin->found[set]);
    }
}

static void
test_twin (gconstpointer data)
{
  const Rule rule = GPOINTER_TO_UINT (data);
  const guint32 seed = g_test_rand_int ();
  g_autoptr(GRand) random = g_rand_new_with_seed (seed);
  guint n_counted = 0, n_tied = 0, n_many = 0;

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < 700; i++)
    {
      g_autoptr(TrhElection) election = invent (random, rule != REVSEQPAV);
      g_autoptr(GError) error = NULL;
      g_autoptr(TrhCount) count = trh_method_count (trh_method_find (rule_ids[rule]), election, &error);
      g_autoptr(GArray) turns = g_array_new (FALSE, FALSE, sizeof (guint));
      Twin twin = { election, rule };
      guint64 blank;

      if (count == NULL)
        continue;
      trh_ballots_count (election->ballots, &twin.voters, &blank);
      follow (&twin, turns);
      compare (&twin, count, &n_tied, &n_many);
      n_counted++;
    }
  g_assert_cmpuint (n_counted, >, 300);
  g_assert_cmpuint (n_tied, >, 30);
  g_test_message ("%u with more results than are listed", n_many);
}

/* Every one of twelve artists is as good as any other, and is told to be tied, whatever is listed: four groups of three
 * whom the same voters like, and a ring in which each has two neighbours. */
static void
test_many_results (void)
{
  static const char *const names[] = { "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", NULL };

  for (guint is_ring = 0; is_ring <= 1; is_ring++)
    for (guint rule = 0; rule < N_RULES; rule++)
      {
        g_autoptr(TrhElection) election = trh_election_new (TRH_BALLOT_PAPER_APPROVAL, names);
        g_autoptr(TrhCount) count = NULL;

        for (guint line = 0; line < (is_ring ? 12 : 4); line++)
          {
            guint8 marks[12] = { 0 };

            for (guint i = 0; i < (is_ring ? 2 : 3); i++)
              marks[is_ring ? (line + i) % 12 : line * 3 + i] = 1;
            trh_ballots_add (election->ballots, marks, 3);
          }
        election->seats = is_ring ? 6 : 4;
        count = trh_method_count (trh_method_find (rule_ids[rule]), election, NULL);
        g_test_message ("%s %s", rule_ids[rule], is_ring ? "ring" : "groups");
        g_assert_false (count->unique || count->undetermined || count->tied_open);
        g_assert_cmpuint (count->tied->len, ==, 12);
        g_assert_null (count->committees);
      }
}

/* Everybody likes everybody: every order of turns gives a result, and they are far too many to follow one by one. */
static void
test_many_ties (void)
{
  static const char *const ids[] = { "seqpav", "revseqpav", "seqphragmen", "mes", "mes-phragmen", "mes-av", NULL };
  g_auto(GStrv) names = g_new0 (char *, 41);
  g_autoptr(TrhElection) election = NULL;
  guint8 marks[40];

  for (guint c = 0; c < 40; c++)
    names[c] = g_strdup_printf ("c%02u", c);
  election = trh_election_new (TRH_BALLOT_PAPER_APPROVAL, (const char *const *) names);
  memset (marks, 1, sizeof marks);
  trh_ballots_add (election->ballots, marks, 30);
  for (guint i = 0; ids[i] != NULL; i++)
    for (guint seats = 1; seats <= 40; seats += 13)
      {
        g_autoptr(TrhCount) count = NULL;

        election->seats = seats;
        count = trh_method_count (trh_method_find (ids[i]), election, NULL);
        g_assert_cmpuint (count->committee->len, ==, seats);
        g_assert_cmpint (count->unique, ==, seats == 40);
        g_assert_cmpint (count->committees != NULL, ==, seats == 40);
        g_assert_cmpuint (count->tied->len, ==, seats == 40 ? 0 : 40);
        g_assert_false (count->undetermined || count->tied_open);
        g_assert_cmpuint (count->rounds->len, ==, g_str_equal (ids[i], "revseqpav") ? 40 - seats : seats);
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (Rule rule = 0; rule < N_RULES; rule++)
    {
      g_autofree char *path = g_strconcat ("/voting/turns/twin/", rule_ids[rule], NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (rule), test_twin);
    }
  g_test_add_func ("/voting/turns/many-ties", test_many_ties);
  g_test_add_func ("/voting/turns/many-results", test_many_results);

  return g_test_run ();
}
