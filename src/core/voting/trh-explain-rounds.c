/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "core/voting/trh-explain-count.h"

/* Who else was as good, as in "A, B"; NULL when nobody was. */
static char *
list_equals (const TrhTelling *self, const TrhRound *round)
{
  g_autoptr(GString) list = g_string_new (NULL);

  for (guint i = 0; i < round->tied->len; i++)
    {
      const guint c = g_array_index (round->tied, guint, i);

      if (c != round->candidate)
        g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", self->names[c]);
    }
  return list->len > 0 ? g_string_free (g_steal_pointer (&list), FALSE) : NULL;
}

static char *
explain_turn (const TrhTelling *self, const TrhRound *round, guint number)
{
  const char *name = self->names[round->candidate];
  const char *score = round->score;

  if (score == NULL)
    /* Translators: number of the turn, candidate */
    return g_strdup_printf (_("%1$u. %2$s is chosen by the lot: nobody ticked any of those who are left."), number, name);
  if (round->removed)
    /* Translators: number of the turn, candidate, a fraction */
    return g_strdup_printf (_("%1$u. %2$s is taken off the list: the voices that would be missed are worth only %3$s."),
                            number, name, score);
  if (g_strcmp0 (round->phase, "mes") == 0)
    /* Translators: number of the turn, candidate, a fraction */
    return g_strdup_printf (_("%1$u. %2$s is chosen: nobody pays more than %3$s of the place."), number, name, score);
  if (g_strcmp0 (round->phase, "av") == 0)
    /* Translators: number of the turn, candidate, how many voters */
    return g_strdup_printf (_("%1$u. %2$s is chosen: most ticked of those who are left, by %3$s."), number, name, score);
  if (g_strcmp0 (round->phase, "phragmen") == 0)
    /* Translators: number of the turn, candidate, a fraction */
    return g_strdup_printf (_("%1$u. %2$s is chosen for a place that no purse could pay: those who ticked them weigh %3$s each."),
                            number, name, score);
  if (g_str_equal (self->method->id, "seqphragmen"))
    /* Translators: number of the turn, candidate, a fraction */
    return g_strdup_printf (_("%1$u. %2$s is chosen: each of their voters then bears a weight of %3$s."), number, name, score);
  /* Translators: number of the turn, candidate, a number or a fraction */
  return g_strdup_printf (_("%1$u. %2$s is chosen: the voices for them are worth %3$s."), number, name, score);
}

/* The votes of all who have some, most first. */
static char *
list_votes (const TrhTelling *self, const TrhStage *stage)
{
  GString *list = g_string_new (NULL);

  for (guint c = 0; c < self->count->n_candidates; c++)
    {
      g_autofree char *votes = trh_count_print_votes (stage->votes[c]);

      if (stage->votes[c] > 0)
        g_string_append_printf (list, "%s%s %s", list->len > 0 ? ", " : "", self->names[c], votes);
    }
  return g_string_free (list, FALSE);
}

static char *
explain_stage (const TrhTelling *self, const TrhStage *stage, guint number)
{
  g_autofree char *votes = list_votes (self, stage);

  switch (stage->action)
    {
    case TRH_STAGE_SURPLUS:
      /* Translators: number of the turn, candidate, then names with votes */
      return g_strdup_printf (_("%1$u. What %2$s does not need goes to the next choices: %3$s."), number,
                              self->names[stage->candidate], votes);
    case TRH_STAGE_EXCLUDE:
      /* Translators: number of the turn, candidate, then names with votes */
      return g_strdup_printf (_("%1$u. %2$s is out, their ballots go to the next choices: %3$s."), number,
                              self->names[stage->candidate], votes);
    case TRH_STAGE_FIRST:
    default:
      /* Translators: number of the turn, then names with votes */
      return g_strdup_printf (_("%1$u. First choices: %2$s."), number, votes);
    }
}

/* How many turns can be told; 0 for a method without any. */
guint
trh_explain_get_n_rounds (const TrhTelling *self)
{
  if (self->count->stages != NULL)
    return self->count->stages->len;
  return self->count->rounds != NULL ? self->count->rounds->len : 0;
}

/**
 * trh_explain_round:
 * @round: from 0
 *
 * Returns: (transfer full): what happened in this turn, and between whom a draw decided
 */
char *
trh_explain_round (const TrhTelling *self, guint round)
{
  g_autofree char *sentence = NULL, *equals = NULL;

  if (self->count->stages != NULL)
    return explain_stage (self, self->count->stages->pdata[round], round + 1);
  sentence = explain_turn (self, self->count->rounds->pdata[round], round + 1);
  equals = list_equals (self, self->count->rounds->pdata[round]);
  if (equals == NULL)
    return g_steal_pointer (&sentence);
  /* Translators: a sentence, then names of those who were as good */
  return g_strdup_printf (_("%1$s Equally good, and later by the lot: %2$s."), sentence, equals);
}
