/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/base/trh-json.h"
#include "core/voting/trh-count.h"

static void
append_numbers (GString *out, const GArray *numbers)
{
  g_string_append_c (out, '[');
  for (guint i = 0; i < numbers->len; i++)
    g_string_append_printf (out, "%s%u", i > 0 ? ", " : "", g_array_index (numbers, guint, i));
  g_string_append_c (out, ']');
}

static void
append_groups (GString *out, const char *name, const GPtrArray *groups)
{
  g_string_append_printf (out, ", \"%s\": [", name);
  for (guint i = 0; i < groups->len; i++)
    {
      g_string_append (out, i > 0 ? ", " : "");
      append_numbers (out, groups->pdata[i]);
    }
  g_string_append_c (out, ']');
}

/* A square or a table of numbers, row by row. */
static void
append_table (GString *out, const char *name, const guint64 *cells, guint n_rows, guint n_columns)
{
  g_string_append_printf (out, ", \"%s\": [", name);
  for (guint row = 0; row < n_rows; row++)
    {
      g_string_append (out, row > 0 ? ", [" : "[");
      for (guint column = 0; column < n_columns; column++)
        g_string_append_printf (out, "%s%" G_GUINT64_FORMAT, column > 0 ? ", " : "", cells[row * n_columns + column]);
      g_string_append_c (out, ']');
    }
  g_string_append_c (out, ']');
}

static void
append_score (GString *out, const char *score)
{
  if (score != NULL)
    trh_json_append_text (out, score);
  else
    g_string_append (out, "null");
}

static void
append_rounds (GString *out, const TrhCount *count)
{
  g_string_append (out, ", \"rounds\": [");
  for (guint i = 0; i < count->rounds->len; i++)
    {
      const TrhRound *round = count->rounds->pdata[i];
      const char *comma = "";

      g_string_append_printf (out, "%s{\"%s\": %u, \"score\": ", i > 0 ? ", " : "", round->removed ? "removed" : "elected",
                              round->candidate);
      append_score (out, round->score);
      g_string_append (out, ", \"tied\": ");
      append_numbers (out, round->tied);
      if (round->phase != NULL)
        g_string_append_printf (out, ", \"phase\": \"%s\"", round->phase);
      g_string_append (out, ", \"scores\": {");
      for (guint c = 0; c < count->n_candidates; c++)
        if (round->standing[c])
          {
            g_string_append_printf (out, "%s\"%u\": ", comma, c);
            append_score (out, round->scores[c]);
            comma = ", ";
          }
      g_string_append (out, "}}");
    }
  g_string_append_c (out, ']');
}

static void
append_stages (GString *out, const TrhCount *count)
{
  static const char *const actions[] = { "first", "surplus", "exclude" };

  g_string_append (out, ", \"stages\": [");
  for (guint i = 0; i < count->stages->len; i++)
    {
      const TrhStage *stage = count->stages->pdata[i];

      g_string_append_printf (out, "%s{\"action\": \"%s\"", i > 0 ? ", " : "", actions[stage->action]);
      if (stage->candidate != TRH_NO_CANDIDATE)
        g_string_append_printf (out, ", \"candidate\": %u", stage->candidate);
      g_string_append (out, ", \"votes\": [");
      for (guint c = 0; c < count->n_candidates; c++)
        {
          g_autofree char *votes = trh_count_print_votes (stage->votes[c]);

          g_string_append_printf (out, "%s\"%s\"", c > 0 ? ", " : "", votes);
        }
      g_string_append (out, "], \"elected\": ");
      append_numbers (out, stage->elected);
      if (stage->elected_without_quota->len > 0)
        {
          g_string_append (out, ", \"elected_without_quota\": ");
          append_numbers (out, stage->elected_without_quota);
        }
      g_string_append_c (out, '}');
    }
  g_string_append_c (out, ']');
}

static void
append_gauge (GString *out, const TrhCount *count)
{
  g_string_append (out, ", \"gauge\": [");
  for (guint c = 0; c < count->n_candidates; c++)
    {
      const TrhGauge *gauge = &count->gauge[c];

      g_string_append_printf (out, "%s{\"grade\": %u, \"above\": %" G_GUINT64_FORMAT ", \"below\": %" G_GUINT64_FORMAT
                              ", \"sign\": \"%s\"}", c > 0 ? ", " : "", gauge->grade, gauge->above, gauge->below,
                              gauge->plus ? "+" : "-");
    }
  g_string_append_c (out, ']');
}

static void
append_graded (GString *out, const TrhCount *self)
{
  if (self->gauge != NULL)
    append_gauge (out, self);
  if (self->tallies != NULL)
    append_table (out, "tallies", self->tallies, self->n_candidates, self->n_grades);
}

static void
append_ranked (GString *out, const TrhCount *self)
{
  if (self->pairwise != NULL)
    append_table (out, "pairwise", self->pairwise, self->n_candidates, self->n_candidates);
  if (self->has_condorcet && self->condorcet_winner == TRH_NO_CANDIDATE)
    g_string_append (out, ", \"condorcet_winner\": null");
  else if (self->has_condorcet)
    g_string_append_printf (out, ", \"condorcet_winner\": %u", self->condorcet_winner);
  if (self->order != NULL)
    {
      g_string_append (out, ", \"order\": ");
      append_numbers (out, self->order);
    }
  if (self->stages != NULL)
    {
      g_string_append_printf (out, ", \"quota\": %" G_GUINT64_FORMAT, self->quota);
      append_stages (out, self);
      append_groups (out, "lots", self->lots);
    }
}

/**
 * trh_count_print:
 * @out: the text written so far
 *
 * Writes the members of a result as the plain cases expect them (`valid`, `blank`, `committee`,
 * `unique` and what the method has), and `tied`. No braces around.
 */
void
trh_count_print (const TrhCount *self, GString *out)
{
  g_string_append_printf (out, "\"valid\": %" G_GUINT64_FORMAT ", \"blank\": %" G_GUINT64_FORMAT ", \"committee\": ",
                          self->valid, self->blank);
  append_numbers (out, self->committee);
  g_string_append_printf (out, ", \"unique\": %s", self->undetermined ? "null" : self->unique ? "true" : "false");
  if (self->committees != NULL)
    append_groups (out, "committees", self->committees);
  if (self->scores != NULL)
    {
      g_string_append (out, ", \"scores\": [");
      for (guint i = 0; i < self->n_candidates; i++)
        {
          g_string_append (out, i > 0 ? ", " : "");
          append_score (out, self->scores[i]);
        }
      g_string_append_c (out, ']');
    }
  g_string_append (out, ", \"tied\": ");
  append_numbers (out, self->tied);
  if (self->has_phase1)
    g_string_append_printf (out, ", \"phase1\": %u", self->phase1);
  if (self->has_virtual_seats && self->virtual_seats > 0)
    g_string_append_printf (out, ", \"virtual_seats\": %u", self->virtual_seats);
  else if (self->has_virtual_seats)
    g_string_append (out, ", \"virtual_seats\": null");
  if (self->levels != NULL)
    append_groups (out, "levels", self->levels);
  append_graded (out, self);
  append_ranked (out, self);
  if (self->rounds != NULL)
    append_rounds (out, self);
}
