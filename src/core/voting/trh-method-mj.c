/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "core/voting/trh-additive.h"
#include "core/voting/trh-turns.h"

/* Majority judgment: Balinski & Laraki, PNAS 2007; Majority Judgment, MIT Press 2011. */

/* The lower median of @tally, and how many are better and worse. */
static TrhGauge
find_gauge (const guint64 *tally, guint n_grades, guint64 n_ballots)
{
  TrhGauge gauge = { 0 };

  /* from the worst up: the lower median is the ballot of rank ⌈n/2⌉ */
  gauge.grade = n_grades - 1;
  while (gauge.below + tally[gauge.grade] < n_ballots - n_ballots / 2)
    gauge.below += tally[gauge.grade--];
  gauge.above = n_ballots - gauge.below - tally[gauge.grade];
  gauge.plus = gauge.above > gauge.below;
  return gauge;
}

/* Negative when @a is better. */
static int
compare_gauges (const TrhGauge *a, const TrhGauge *b)
{
  if (a->grade != b->grade)
    return a->grade < b->grade ? -1 : 1;
  if (a->plus != b->plus)
    return a->plus ? -1 : 1;
  if (a->plus)
    return (a->above < b->above) - (a->above > b->above);
  return (a->below > b->below) - (a->below < b->below);
}

/* Turns the median grades into the nearest grade on the larger side. */
static void
move_median (guint64 *tally, const TrhGauge *gauge)
{
  guint nearest = gauge->plus ? gauge->grade - 1 : gauge->grade + 1;

  tally[nearest] += tally[gauge->grade];
  tally[gauge->grade] = 0;
}

/* The same order as taking one median away from each again and again, in a few steps. */
static int
compare_candidates (const TrhCount *count, guint a, guint b)
{
  const guint n = count->n_grades;
  g_autofree guint64 *left = g_memdup2 (count->tallies + a * n, n * sizeof *left);
  g_autofree guint64 *right = g_memdup2 (count->tallies + b * n, n * sizeof *right);

  for (;;)
    {
      TrhGauge x = find_gauge (left, n, count->valid);
      TrhGauge y = find_gauge (right, n, count->valid);
      int order = compare_gauges (&x, &y);

      if (order != 0)
        return order;
      if (!x.plus && x.below == 0)
        return 0; /* nor has either anything above: all grades are the same */
      move_median (left, &x);
      move_median (right, &y);
    }
}

static void
fill_tallies (const TrhElection *election, TrhCount *count)
{
  const guint n = election->n_candidates;

  count->n_grades = g_strv_length (election->grades);
  count->tallies = g_new0 (guint64, (gsize) n * count->n_grades);
  for (guint line = 0; line < trh_ballots_get_n_lines (election->ballots); line++)
    {
      const guint8 *marks = trh_ballots_peek_marks (election->ballots, line);

      if (trh_ballot_is_blank (marks, n))
        continue;
      for (guint c = 0; c < n; c++)
        count->tallies[c * count->n_grades + (marks[c] != 0 ? marks[c] - 1u : count->n_grades - 1)] +=
          trh_ballots_get_weight (election->ballots, line);
    }
}

static void
fill_levels (TrhCount *count)
{
  count->levels = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  for (guint c = 0; c < count->n_candidates; c++)
    {
      guint place = 0;
      int order = 1;

      while (place < count->levels->len)
        {
          order = compare_candidates (count, c, g_array_index ((GArray *) count->levels->pdata[place], guint, 0));
          if (order <= 0)
            break;
          place++;
        }
      if (order != 0 || count->levels->len == 0)
        g_ptr_array_insert (count->levels, (int) place, g_array_new (FALSE, FALSE, sizeof (guint)));
      g_array_append_val ((GArray *) count->levels->pdata[place], c);
    }
}

static TrhCount *
count_judgments (const TrhElection *election, GError **error)
{
  TrhCount *count = trh_count_new (election);

  fill_tallies (election, count);
  count->gauge = g_new (TrhGauge, count->n_candidates);
  for (guint c = 0; c < count->n_candidates; c++)
    count->gauge[c] = find_gauge (count->tallies + c * count->n_grades, count->n_grades, count->valid);
  fill_levels (count);
  trh_additive_elect_levels (election, count);
  return count;
}

const TrhMethod trh_method_mj = {
  .id = "mj",
  .kind = TRH_BALLOT_PAPER_GRADES,
  .use = TRH_METHOD_RESULT,
  .quotas = TRUE,
  .name = N_("Majority judgment"),
  .sentence = N_("Each artist gets the grade that a majority of voters gives them at least; they are ranked by grade, then "
                 "by how many judge them better or less well."),
  .count = count_judgments,
};
