/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/voting/trh-shares.h"

#include <glib/gi18n.h>
#include <gmp.h>
#include <string.h>

#include "core/voting/trh-approvals.h"
#include "core/voting/trh-eligible.h"
#include "core/voting/trh-turns.h"

/*
 * Phragmén's rule and equal shares. The class of a ballot is its load, or the money it has left: few
 * values, each a whole number of one common unit that becomes finer when a price needs it. So only
 * the common denominator grows, and sums need no fractions.
 */

G_STATIC_ASSERT (sizeof (unsigned long) == sizeof (guint64)); /* GMP takes numbers of ballots as they are */

#define BROKE 1 /* the class of those with nothing left */

/* Runs times their size after which mes-add1 gives up: ten seconds and more */
#define MOST_ADDED_WORK G_GUINT64_CONSTANT (1000000000)

typedef enum {
  PHASE_MES,
  PHASE_PHRAGMEN,
  PHASE_AV,
  PHASE_END,
} Phase;

typedef struct {
  const TrhElection *election;
  TrhRest      rest;
  gboolean     named;     /* phases are told: equal shares */
  Phase        phase;
  guint        n_paid;    /* elected in the first phase */
  TrhClasses  *classes;
  GArray      *values;    /* (element-type mpz_t): of each class, money or load in units */
  mpz_t        one;       /* the price of a place in units */
  TrhEligible *eligible;
  guint8      *elected;
  GArray      *turns;
  mpz_t       *costs;     /* of each candidate as last found: costs / shares units for each who pays */
  guint64     *shares;    /* 0: cannot be paid, or has no supporter */
} State;

#define VALUE(self, class) (g_array_index ((self)->values, mpz_t, class))

static void
clear_value (gpointer value)
{
  mpz_clear (value);
}

static State *
begin (const TrhElection *election, TrhApprovals *approvals, Phase phase, TrhRest rest, guint64 budget)
{
  State *self = g_new0 (State, 1);

  self->election = election;
  self->rest = rest;
  self->named = phase == PHASE_MES;
  self->phase = phase;
  self->classes = trh_classes_new (approvals, 2);
  self->values = g_array_new (FALSE, TRUE, sizeof (mpz_t));
  g_array_set_clear_func (self->values, clear_value);
  g_array_set_size (self->values, 2);
  mpz_init_set_ui (VALUE (self, 0), phase == PHASE_MES ? budget : 0);
  mpz_init (VALUE (self, BROKE));
  mpz_init_set_ui (self->one, phase == PHASE_MES ? approvals->n_ballots : 1);
  self->eligible = trh_eligible_new (election);
  self->elected = g_new0 (guint8, election->n_candidates);
  self->turns = g_array_new (FALSE, FALSE, sizeof (guint));
  self->costs = g_new (mpz_t, election->n_candidates);
  for (guint c = 0; c < election->n_candidates; c++)
    mpz_init (self->costs[c]);
  self->shares = g_new0 (guint64, election->n_candidates);
  return self;
}

static gpointer
copy (gconstpointer data)
{
  const State *self = data;
  const guint n = self->election->n_candidates;
  State *other = g_memdup2 (self, sizeof *self);

  other->classes = trh_classes_copy (self->classes);
  other->values = g_array_sized_new (FALSE, TRUE, sizeof (mpz_t), self->values->len);
  g_array_set_clear_func (other->values, clear_value);
  g_array_set_size (other->values, self->values->len);
  for (guint class = 0; class < self->values->len; class++)
    mpz_init_set (VALUE (other, class), VALUE (self, class));
  mpz_init_set (other->one, self->one);
  other->eligible = trh_eligible_copy (self->eligible);
  other->elected = g_memdup2 (self->elected, n);
  other->turns = g_array_copy (self->turns);
  other->costs = g_new (mpz_t, n);
  for (guint c = 0; c < n; c++)
    mpz_init_set (other->costs[c], self->costs[c]);
  other->shares = g_memdup2 (self->shares, n * sizeof *self->shares);
  return other;
}

static void
free_state (gpointer data)
{
  State *self = data;

  trh_classes_free (self->classes);
  g_array_unref (self->values);
  mpz_clear (self->one);
  trh_eligible_free (self->eligible);
  g_free (self->elected);
  g_array_unref (self->turns);
  for (guint c = 0; c < self->election->n_candidates; c++)
    mpz_clear (self->costs[c]);
  g_free (self->costs);
  g_free (self->shares);
  g_free (self);
}

static int
compare_values (gconstpointer a, gconstpointer b, gpointer data)
{
  State *self = data;

  return mpz_cmp (VALUE (self, *(const guint *) a), VALUE (self, *(const guint *) b));
}

/* Classes that have money and lines, the poorest first. */
static GArray *
sort_classes (State *self)
{
  GArray *order = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint class = 0; class < self->values->len; class++)
    if (g_array_index (self->classes->n_lines, guint, class) > 0 && mpz_sgn (VALUE (self, class)) > 0)
      g_array_append_val (order, class);
  g_array_sort_with_data (order, compare_values, self);
  return order;
}

/* The least amount such that the supporters, each paying it or all he has, pay one place. */
static void
find_price (State *self, const GArray *order, guint candidate, mpz_t product)
{
  mpz_t *rest = &self->costs[candidate];
  guint64 payers = 0;

  for (guint i = 0; i < order->len; i++)
    payers += trh_classes_peek (self->classes, g_array_index (order, guint, i))[candidate];
  mpz_set (*rest, self->one);
  for (guint i = 0; i < order->len && payers > 0; i++)
    {
      const guint class = g_array_index (order, guint, i);
      const guint64 weight = trh_classes_peek (self->classes, class)[candidate];

      if (weight == 0)
        continue;
      mpz_mul_ui (product, VALUE (self, class), payers);
      if (mpz_cmp (product, *rest) >= 0)
        break; /* this class and the richer ones share what is still to be paid */
      mpz_submul_ui (*rest, VALUE (self, class), weight);
      payers -= weight;
    }
  self->shares[candidate] = payers;
}

/* The load that the supporters would end with. */
static void
find_load (State *self, guint candidate)
{
  guint64 supporters = 0;

  mpz_set (self->costs[candidate], self->one);
  for (guint class = 0; class < self->values->len; class++)
    {
      const guint64 weight = trh_classes_peek (self->classes, class)[candidate];

      if (weight == 0)
        continue;
      supporters += weight;
      mpz_addmul_ui (self->costs[candidate], VALUE (self, class), weight);
    }
  self->shares[candidate] = supporters;
}

static void
find_costs (State *self)
{
  g_autoptr(GArray) order = self->phase == PHASE_MES ? sort_classes (self) : NULL;
  mpz_t product;

  mpz_init (product);
  for (guint c = 0; c < self->election->n_candidates; c++)
    if (self->elected[c])
      self->shares[c] = 0;
    else if (self->phase == PHASE_MES)
      find_price (self, order, c, product);
    else
      {
        find_load (self, c); /* the most approved ones need the number of supporters only */
        if (self->phase == PHASE_AV)
          mpz_set_ui (self->costs[c], 1);
      }
  mpz_clear (product);
}

/* Negative when @a comes before @b: it costs its supporters less. Who has no supporters comes last. */
static int
compare_candidates (const State *self, guint a, guint b, mpz_t left, mpz_t right)
{
  if (self->shares[a] == 0 || self->shares[b] == 0)
    return (self->shares[a] == 0) - (self->shares[b] == 0);
  mpz_mul_ui (left, self->costs[a], self->shares[b]);
  mpz_mul_ui (right, self->costs[b], self->shares[a]);
  return mpz_cmp (left, right);
}

static void
find_best (const State *self, GArray *tied)
{
  mpz_t left, right;

  mpz_inits (left, right, NULL);
  for (guint i = 0; i < self->election->n_candidates; i++)
    {
      guint c = self->election->lot != NULL ? self->election->lot[i] : i;
      int order;

      if (!trh_eligible_can (self->eligible, c) || (self->phase == PHASE_MES && self->shares[c] == 0))
        continue;
      order = tied->len > 0 ? compare_candidates (self, c, g_array_index (tied, guint, 0), left, right) : 0;
      if (order > 0)
        continue;
      if (order < 0)
        g_array_set_size (tied, 0);
      g_array_append_val (tied, c);
    }
  mpz_clears (left, right, NULL);
}

static void
leave_first_phase (State *self)
{
  self->n_paid = self->turns->len;
  self->phase = self->rest == TRH_REST_PHRAGMEN ? PHASE_PHRAGMEN : self->rest == TRH_REST_AV ? PHASE_AV : PHASE_END;
  for (guint class = 0; self->phase == PHASE_PHRAGMEN && class < self->values->len; class++)
    mpz_neg (VALUE (self, class), VALUE (self, class)); /* what is left is a load below zero */
}

static gboolean
find (gpointer data, GArray *tied)
{
  State *self = data;

  g_array_set_size (tied, 0);
  if (self->turns->len == self->election->seats || self->phase == PHASE_END)
    return FALSE;
  find_costs (self);
  find_best (self, tied);
  if (tied->len == 0 && self->phase == PHASE_MES)
    {
      leave_first_phase (self);
      if (self->phase == PHASE_END)
        return FALSE;
      find_costs (self);
      find_best (self, tied);
    }
  return tied->len > 0;
}

static void
note (gpointer data, TrhRound *round)
{
  static const char *const names[] = { "mes", "phragmen", "av" };
  State *self = data;
  mpq_t score;

  mpq_init (score);
  round->phase = self->named ? names[self->phase] : NULL;
  for (guint c = 0; c < self->election->n_candidates; c++)
    {
      char *text;

      if (self->elected[c])
        continue;
      round->standing[c] = TRUE;
      if (self->phase == PHASE_AV)
        round->scores[c] = g_strdup_printf ("%" G_GUINT64_FORMAT, self->shares[c]);
      if (self->phase == PHASE_AV || self->shares[c] == 0)
        continue;
      mpz_set (mpq_numref (score), self->costs[c]);
      mpz_mul_ui (mpq_denref (score), self->one, self->shares[c]);
      mpq_canonicalize (score);
      text = mpq_get_str (NULL, 10, score);
      round->scores[c] = g_strdup (text);
      free (text);
    }
  mpq_clear (score);
}

/* A class that no line is in, or a new one. */
static guint
find_empty_class (State *self, guint *from)
{
  for (; *from < self->values->len; (*from)++)
    if (*from != BROKE && g_array_index (self->classes->n_lines, guint, *from) == 0)
      return (*from)++;
  trh_classes_append (self->classes);
  g_array_set_size (self->values, self->values->len + 1);
  mpz_init (VALUE (self, self->values->len - 1));
  *from = self->values->len;
  return self->values->len - 1;
}

/* Makes the unit so fine that what each pays for @candidate is a whole number of it. */
static void
refine (State *self, guint candidate, mpz_t payment)
{
  mpz_t factor;
  guint64 common = mpz_gcd_ui (NULL, self->costs[candidate], self->shares[candidate]);

  mpz_init_set_ui (factor, self->shares[candidate] / common);
  mpz_divexact_ui (payment, self->costs[candidate], common);
  mpz_mul (self->one, self->one, factor);
  for (guint class = 0; class < self->values->len; class++)
    mpz_mul (VALUE (self, class), VALUE (self, class), factor);
  mpz_clear (factor);
}

/* For each class where its lines go: all to the same. */
static guint *
new_moves (State *self, guint to)
{
  guint *after = g_new (guint, self->values->len);

  for (guint class = 0; class < self->values->len; class++)
    after[class] = to;
  return after;
}

static void
pay (State *self, guint candidate, const mpz_t payment)
{
  const guint n_before = self->values->len;
  g_autofree guint *paid = g_new (guint, n_before), *after = NULL; /* the class of those who paid, for each class before */
  guint empty = 0;

  for (guint class = 0; class < n_before; class++)
    {
      paid[class] = BROKE;
      if (class == BROKE || trh_classes_peek (self->classes, class)[candidate] == 0 ||
          mpz_cmp (VALUE (self, class), payment) <= 0)
        continue;
      paid[class] = find_empty_class (self, &empty);
      mpz_sub (VALUE (self, paid[class]), VALUE (self, class), payment);
    }
  after = new_moves (self, BROKE); /* the classes made here are empty yet */
  memcpy (after, paid, n_before * sizeof *paid);
  trh_classes_pass (self->classes, candidate, after);
}

static void
carry (State *self, guint candidate, const mpz_t load)
{
  guint first = 0;
  guint class = find_empty_class (self, &first);
  g_autofree guint *after = new_moves (self, class);

  mpz_set (VALUE (self, class), load);
  trh_classes_pass (self->classes, candidate, after);
}

static void
take (gpointer data, guint candidate)
{
  State *self = data;
  mpz_t payment;

  mpz_init (payment);
  if (self->phase != PHASE_AV && self->shares[candidate] > 0)
    {
      refine (self, candidate, payment);
      if (self->phase == PHASE_MES)
        pay (self, candidate, payment);
      else
        carry (self, candidate, payment);
    }
  mpz_clear (payment);
  self->elected[candidate] = TRUE;
  g_array_append_val (self->turns, candidate);
  trh_eligible_elect (self->eligible, candidate);
  if (self->phase == PHASE_MES)
    self->n_paid = self->turns->len;
}

/* Who is elected, which ballots have the same load or money, and how much: loads depend on the order. */
static void
sign (gconstpointer data, GByteArray *out)
{
  const State *self = data;
  g_autofree guint8 *met = g_new0 (guint8, self->values->len);
  mpq_t value;

  g_byte_array_append (out, self->elected, self->election->n_candidates);
  trh_classes_sign (self->classes, out);
  mpq_init (value);
  for (guint line = 0; line < self->classes->approvals->n_lines; line++)
    {
      const guint class = self->classes->class_of[line];
      char *text;

      if (met[class])
        continue;
      met[class] = TRUE;
      mpz_set (mpq_numref (value), VALUE (self, class));
      mpz_set (mpq_denref (value), self->one);
      mpq_canonicalize (value);
      text = mpq_get_str (NULL, 62, value);
      g_byte_array_append (out, (const guint8 *) text, (guint) strlen (text) + 1);
      free (text);
    }
  mpq_clear (value);
}

static void
list (gconstpointer data, GArray *committee)
{
  const State *self = data;

  g_array_append_vals (committee, self->turns->data, self->turns->len);
}

static const TrhTurns filling_turns = { copy, free_state, find, note, take, sign, list, TRUE };
static const TrhTurns paying_turns = { copy, free_state, find, note, take, sign, list, FALSE };

/**
 * trh_shares_count_phragmen:
 *
 * Phragmén's sequential rule: Phragmén 1894; Brill, Freeman, Janson, Lackner, Math. Programming 2024.
 *
 * Returns: (transfer full): the count
 */
TrhCount *
trh_shares_count_phragmen (const TrhElection *election)
{
  g_autoptr(TrhApprovals) approvals = trh_approvals_new (election);
  g_autofree guint *alike = trh_approvals_find_alike (approvals, election);
  TrhCount *count = trh_count_new (election);

  trh_turns_run (&filling_turns, begin (election, approvals, PHASE_PHRAGMEN, TRH_REST_EMPTY, 0),
                 approvals->starts[approvals->n_lines], alike, count);
  return count;
}

static guint
count_paid (const TrhCount *count)
{
  guint n_paid = 0;

  for (guint i = 0; count->rounds != NULL && i < count->rounds->len; i++)
    n_paid += g_strcmp0 (((const TrhRound *) count->rounds->pdata[i])->phase, "mes") == 0;
  return n_paid;
}

/**
 * trh_shares_count_equal:
 * @rest: what happens to places that nobody can pay
 *
 * The method of equal shares: Peters & Skowron 2020, arXiv:1911.11747.
 *
 * Returns: (transfer full): the count
 */
TrhCount *
trh_shares_count_equal (const TrhElection *election, TrhRest rest)
{
  g_autoptr(TrhApprovals) approvals = trh_approvals_new (election);
  g_autofree guint *alike = trh_approvals_find_alike (approvals, election);
  TrhCount *count = trh_count_new (election);

  trh_turns_run (rest == TRH_REST_EMPTY ? &paying_turns : &filling_turns,
                 begin (election, approvals, PHASE_MES, rest, election->seats), approvals->starts[approvals->n_lines], alike,
                 count);
  count->has_phase1 = TRUE;
  count->phase1 = count_paid (count);
  return count;
}

/* How many seats a budget fills. */
static guint
try_budget (const TrhElection *election, TrhApprovals *approvals, guint64 budget)
{
  State *state = begin (election, approvals, PHASE_MES, TRH_REST_EMPTY, budget);
  g_autoptr(GArray) tied = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_elected;

  while (find (state, tied))
    take (state, g_array_index (tied, guint, 0));
  n_elected = state->turns->len;
  free_state (state);
  return n_elected;
}

static int
compare_voices (gconstpointer a, gconstpointer b)
{
  guint64 x = *(const guint64 *) a, y = *(const guint64 *) b;

  return (x < y) - (x > y);
}

/**
 * trh_shares_count_add1:
 * @error: return location for %TRH_COUNT_ERROR_NOT_OFFERED
 *
 * Equal shares with one more virtual seat in the budget until all seats are filled; approval voting when
 * fewer candidates than seats have a supporter. Whether another lot gives another result is not worked out.
 *
 * Returns: (transfer full): the count, or %NULL with @error set when that would take too many tries
 */
TrhCount *
trh_shares_count_add1 (const TrhElection *election, GError **error)
{
  const guint seats = election->seats;
  g_autoptr(TrhApprovals) approvals = trh_approvals_new (election);
  g_autoptr(TrhCount) count = NULL;
  g_autofree guint64 *voices = NULL;
  guint64 budget, left = MOST_ADDED_WORK / (approvals->starts[approvals->n_lines] + 1000);
  State *state;

  count = trh_count_new (election);
  voices = g_memdup2 (count->voices, election->n_candidates * sizeof *count->voices);
  qsort (voices, election->n_candidates, sizeof *voices, compare_voices);
  if (voices[seats - 1] == 0)
    {
      TrhCount *approval = trh_method_av.count (election, error);

      g_clear_pointer (&approval->committees, g_ptr_array_unref);
      approval->undetermined = TRUE;
      approval->has_virtual_seats = TRUE;
      trh_count_begin_rounds (approval);
      return approval;
    }

  /* below this the last of them could not be paid even if nobody had paid before */
  budget = MAX (seats, (approvals->n_ballots - 1) / voices[seats - 1] + 1);
  for (; try_budget (election, approvals, budget) < seats; budget++)
    if (left-- == 0)
      {
        g_set_error_literal (error, TRH_COUNT_ERROR, TRH_COUNT_ERROR_NOT_OFFERED,
                             _("this method would have to try too many budgets for these ballots"));
        return NULL;
      }
  state = begin (election, approvals, PHASE_MES, TRH_REST_EMPTY, budget);
  trh_turns_record (&paying_turns, state, count);
  free_state (state);
  count->undetermined = TRUE;
  count->has_virtual_seats = TRUE;
  count->virtual_seats = (guint) budget;
  return g_steal_pointer (&count);
}
