/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/voting/trh-explain-count.h"

#include <glib/gi18n.h>

#include "core/voting/trh-explain.h"

static const TrhReason *
peek_reason (const TrhTelling *self, guint candidate)
{
  return self->reasons != NULL ? self->reasons->reasons->pdata[candidate] : NULL;
}

/* Among equals all are chosen, or those whom the lot chose, or nobody before it is drawn. */
gboolean
trh_telling_is_chosen (const TrhTelling *self, guint candidate)
{
  if (trh_numbers_contain (self->count->tied, candidate) && (self->keeps_ties || !self->drawn))
    return self->keeps_ties;
  return trh_numbers_contain (self->count->committee, candidate);
}

/* As in "A, B" */
static char *
join_names (const GArray *numbers, const char *const *names)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < numbers->len; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? ", " : "", names[g_array_index (numbers, guint, i)]);
  return g_string_free (out, FALSE);
}

/* What a tie or a guarantee did to a candidate, as a sentence of its own; NULL when neither did anything. */
static const char *
explain_exception (const TrhTelling *self, guint candidate)
{
  const TrhReason *reason = peek_reason (self, candidate);
  const gboolean chosen = trh_telling_is_chosen (self, candidate);

  if (trh_numbers_contain (self->count->tied, candidate))
    {
      if (self->keeps_ties)
        return _("Tied for the last places: kept, like the others who are equal.");
      if (!self->drawn)
        return _("Tied for the last places: a public draw must decide.");
      return chosen ? _("Tied for the last places: the public draw decided for this artist.")
                    : _("Tied for the last places: the public draw decided for others.");
    }
  if (reason != NULL && reason->by_quota)
    return chosen ? _("A guarantee put this artist on the list.") : _("A guarantee left this artist out.");
  return NULL;
}

/* @sentence: (transfer full) */
static char *
add_exception (const TrhTelling *self, guint candidate, char *sentence)
{
  g_autofree char *owned = sentence;
  const char *exception = explain_exception (self, candidate);

  return exception != NULL ? g_strdup_printf ("%s %s", owned, exception) : g_steal_pointer (&owned);
}

static char *
explain_approval (const TrhTelling *self, guint candidate)
{
  const TrhReason *reason = peek_reason (self, candidate);
  const gboolean tied = trh_numbers_contain (self->count->tied, candidate);
  char *sentence;

  if (!tied || self->keeps_ties || !self->drawn)
    return trh_explain_approval_full (self->names[candidate], self->count->voices[candidate], self->count->valid,
                                      trh_telling_is_chosen (self, candidate), tied,
                                      reason != NULL && reason->has_missing ? reason->missing : 0,
                                      reason != NULL && reason->by_quota && !tied);
  sentence = trh_explain_approval (self->names[candidate], self->count->voices[candidate], self->count->valid,
                                   trh_telling_is_chosen (self, candidate), FALSE);
  return add_exception (self, candidate, sentence);
}

/* How many voters give a better and a worse grade than the majority. */
static void
weigh (const TrhCount *count, guint candidate, gulong *better, gulong *worse)
{
  const guint64 *tally = count->tallies + (gsize) candidate * count->n_grades;

  *better = *worse = 0;
  for (guint grade = 0; grade < count->n_grades; grade++)
    {
      *better += grade < count->gauge[candidate].grade ? (gulong) tally[grade] : 0;
      *worse += grade > count->gauge[candidate].grade ? (gulong) tally[grade] : 0;
    }
}

/* More better ones count for a candidate, else the worse ones against it. */
static glong
get_balance (const TrhCount *count, guint candidate)
{
  gulong better, worse;

  weigh (count, candidate, &better, &worse);
  return better > worse ? (glong) better : -(glong) worse;
}

/* @sentence: (transfer full). Where others with the same grade fared otherwise, adds what decided between them. */
static char *
add_balance (const TrhTelling *self, guint candidate, char *sentence)
{
  const TrhCount *count = self->count;
  g_autofree char *owned = sentence;
  gboolean shares = FALSE, alike = FALSE;
  g_autofree char *judge_better = NULL, *judge_worse = NULL;
  gulong better, worse;

  for (guint c = 0; c < count->n_candidates; c++)
    if (count->gauge[c].grade == count->gauge[candidate].grade &&
        trh_telling_is_chosen (self, c) != trh_telling_is_chosen (self, candidate))
      {
        shares = TRUE;
        alike |= get_balance (count, c) == get_balance (count, candidate);
      }
  if (!shares || trh_numbers_contain (count->tied, candidate))
    return g_steal_pointer (&owned);
  if (alike)
    /* Translators: a sentence about a grade */
    return g_strdup_printf (_("%s Others have this grade too: the middle grades, taken away one after the other, decide."),
                            owned);
  weigh (count, candidate, &better, &worse);
  /* Translators: so many voters; “worse” follows, as in “3 judge better, 2 worse” */
  judge_better = g_strdup_printf (ngettext ("%lu judges better", "%lu judge better", better), better);
  judge_worse = g_strdup_printf (ngettext ("%lu worse", "%lu worse", worse), worse);
  /* Translators: a sentence about a grade, then as in “3 judge better” and “2 worse” */
  return g_strdup_printf (_("%1$s Others have this grade too: %2$s, %3$s."), owned, judge_better, judge_worse);
}

static char *
explain_judgment (const TrhTelling *self, guint candidate)
{
  const guint number = self->count->gauge[candidate].grade;
  const char *grade = self->election->grades[number], *name = self->names[candidate];
  const gboolean chosen = trh_telling_is_chosen (self, candidate);
  char *sentence;

  if (number + 1 == self->count->n_grades)
    /* Translators: candidate, grade */
    sentence = chosen ? g_strdup_printf (_("No majority gives %1$s better than “%2$s”: chosen all the same."), name, grade)
                      /* Translators: candidate, grade */
                      : g_strdup_printf (_("No majority gives %1$s better than “%2$s”: not among the chosen."), name, grade);
  else
    /* Translators: candidate, grade */
    sentence = chosen ? g_strdup_printf (_("More than half of the voters give %1$s “%2$s” or better: chosen."), name, grade)
                      /* Translators: candidate, grade */
                      : g_strdup_printf (_("More than half of the voters give %1$s “%2$s” or better: not among the chosen."),
                                         name, grade);
  return add_balance (self, candidate, sentence);
}

/* The place of a candidate, from 1, and how many places there are. */
static guint
find_place (const TrhCount *count, guint candidate, guint *n_places)
{
  guint place = 0;

  *n_places = count->levels != NULL ? count->levels->len : count->order->len;
  if (count->levels != NULL)
    while (!trh_numbers_contain (count->levels->pdata[place], candidate))
      place++;
  else
    while (g_array_index (count->order, guint, place) != candidate)
      place++;
  return place + 1;
}

static char *
explain_duels (const TrhTelling *self, guint candidate)
{
  guint n_places;
  const guint place = find_place (self->count, candidate, &n_places);

  if (trh_telling_is_chosen (self, candidate))
    /* Translators: candidate, place, how many places */
    return g_strdup_printf (_("%1$s is at place %2$u of %3$u in the duels: chosen."), self->names[candidate], place, n_places);
  /* Translators: candidate, place, how many places */
  return g_strdup_printf (_("%1$s is at place %2$u of %3$u in the duels: not among the chosen."), self->names[candidate],
                          place, n_places);
}

static char *
explain_transfers (const TrhTelling *self, guint candidate)
{
  const char *name = self->names[candidate];

  for (guint i = 0; i < self->count->stages->len; i++)
    {
      const TrhStage *stage = self->count->stages->pdata[i];
      const TrhStage *before = i > 0 ? self->count->stages->pdata[i - 1] : stage;
      g_autofree char *votes = NULL;

      if (trh_numbers_contain (stage->elected, candidate))
        {
          votes = trh_count_print_votes (stage->votes[candidate]);
          /* Translators: candidate, votes, the number that elects, turn of the count */
          return g_strdup_printf (_("%1$s has %2$s votes, where the quota is %3$lu, in turn %4$u: chosen."), name, votes,
                                  (gulong) self->count->quota, i + 1);
        }
      if (trh_numbers_contain (stage->elected_without_quota, candidate))
        /* Translators: candidate, turn of the count */
        return g_strdup_printf (_("%1$s remains when there are as many artists as places, in turn %2$u: chosen."), name, i + 1);
      if (stage->action == TRH_STAGE_EXCLUDE && stage->candidate == candidate)
        {
          votes = trh_count_print_votes (before->votes[candidate]);
          /* Translators: candidate, votes, turn of the count */
          return g_strdup_printf (_("%1$s has fewest votes, %2$s, and is out in turn %3$u."), name, votes, i + 1);
        }
    }
  /* Translators: candidate */
  return g_strdup_printf (_("%s remains without enough votes when all places are taken."), name);
}

static char *
explain_score (const TrhTelling *self, guint candidate)
{
  if (trh_telling_is_chosen (self, candidate))
    /* Translators: candidate, a number or a fraction */
    return g_strdup_printf (_("%1$s has %2$s points: chosen."), self->names[candidate], self->count->scores[candidate]);
  /* Translators: candidate, a number or a fraction */
  return g_strdup_printf (_("%1$s has %2$s points: not among the chosen."), self->names[candidate],
                          self->count->scores[candidate]);
}

/**
 * trh_explain_candidate:
 *
 * Returns: (transfer full): why @candidate is chosen or not
 */
char *
trh_explain_candidate (const TrhTelling *self, guint candidate)
{
  char *sentence;

  if (self->method->kind == TRH_BALLOT_PAPER_APPROVAL)
    return explain_approval (self, candidate);
  if (self->count->gauge != NULL)
    sentence = explain_judgment (self, candidate);
  else if (self->count->stages != NULL)
    sentence = explain_transfers (self, candidate);
  else if (self->count->levels != NULL || self->count->order != NULL)
    sentence = explain_duels (self, candidate);
  else
    sentence = explain_score (self, candidate);
  return add_exception (self, candidate, sentence);
}

/**
 * trh_explain_voices:
 *
 * Returns: (transfer full) (nullable): from which towns the voices of @candidate come; %NULL when nothing may be said
 */
char *
trh_explain_voices (const TrhTelling *self, guint candidate)
{
  g_autoptr(GString) list = g_string_new (NULL);

  for (guint i = 0; self->reasons != NULL && i < self->reasons->towns->len; i++)
    {
      const TrhTownVoices *town = self->reasons->towns->pdata[i];
      const gulong n = (gulong) town->voices[candidate];

      if (n == 0)
        continue;
      g_string_append (list, list->len > 0 ? ", " : "");
      if (town->name != NULL)
        /* Translators: a town, and how many of its voters */
        g_string_append_printf (list, C_("voices of a town", "%1$s %2$lu"), town->name, n);
      else
        /* Translators: how many voters of several small towns together */
        g_string_append_printf (list, C_("voices of small towns", "small towns together %lu"), n);
    }
  if (list->len == 0)
    return NULL;
  /* Translators: candidate, then towns with numbers, as in "Serres 11, Rosans 2" */
  return g_strdup_printf (_("The voices for %1$s: %2$s."), self->names[candidate], list->str);
}

/**
 * trh_explain_grades:
 *
 * Returns: (transfer full) (nullable): how often @candidate was given each grade; %NULL unless ballots have grades
 */
char *
trh_explain_grades (const TrhTelling *self, guint candidate)
{
  const TrhCount *count = self->count;
  g_autoptr(GString) list = g_string_new (NULL);

  if (count->tallies == NULL)
    return NULL;
  for (guint grade = 0; grade < count->n_grades; grade++)
    /* Translators: a grade, and how many voters gave it */
    g_string_append_printf (list, C_("voices of a grade", "%1$s%2$s %3$lu"), grade > 0 ? ", " : "", self->election->grades[grade],
                            (gulong) count->tallies[candidate * count->n_grades + grade]);
  /* Translators: candidate, then grades with numbers, as in "Good 11, Fair 2" */
  return g_strdup_printf (_("%1$s: %2$s."), self->names[candidate], list->str);
}

/**
 * trh_explain_town:
 * @town: an index into the towns of the reasons
 *
 * Returns: (transfer full) (nullable): how many of its voters have a chosen artist; %NULL when the season does not say
 */
char *
trh_explain_town (const TrhTelling *self, guint town)
{
  const TrhTownVoices *voices = self->reasons->towns->pdata[town];
  const gulong n = (gulong) voices->represented, of = (gulong) voices->valid;

  if (voices->represented < 0)
    return NULL;
  if (voices->name == NULL)
    /* Translators: how many voters, of how many */
    return g_strdup_printf (ngettext ("Small towns together: %1$lu voter of %2$lu has at least one chosen artist.",
                                      "Small towns together: %1$lu voters of %2$lu have at least one chosen artist.", n), n, of);
  /* Translators: a town, how many voters, of how many */
  return g_strdup_printf (ngettext ("%1$s: %2$lu voter of %3$lu has at least one chosen artist.",
                                    "%1$s: %2$lu voters of %3$lu have at least one chosen artist.", n), voices->name, n, of);
}

/* Those of @numbers who are chosen, or are not: whoever is tied may be kept all the same. */
static char *
join_those (const TrhTelling *self, const GArray *numbers, gboolean chosen)
{
  g_autoptr(GArray) those = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < numbers->len; i++)
    if (trh_telling_is_chosen (self, g_array_index (numbers, guint, i)) == chosen)
      g_array_append_val (those, g_array_index (numbers, guint, i));
  return join_names (those, self->names);
}

/**
 * trh_explain_guarantees:
 *
 * Returns: (transfer full) (nullable): what the guarantees changed; %NULL when there are none
 */
char *
trh_explain_guarantees (const TrhTelling *self)
{
  g_autofree char *in = NULL, *out = NULL;

  if (self->reasons == NULL || !self->reasons->has_quotas)
    return NULL;
  in = join_those (self, self->reasons->quota_in, TRUE);
  out = join_those (self, self->reasons->quota_out, FALSE);
  if (*in == '\0' && *out == '\0')
    return g_strdup (_("The guarantees changed nothing: the list is the same without them."));
  if (*out == '\0')
    /* Translators: names of the chosen */
    return g_strdup_printf (_("Because of the guarantees %s stands on the list too."), in);
  if (*in == '\0')
    /* Translators: names of those who are not chosen */
    return g_strdup_printf (_("Because of the guarantees %s does not stand on the list."), out);
  /* Translators: names of the chosen, then names of those who are not */
  return g_strdup_printf (_("Because of the guarantees %1$s stands on the list, in place of %2$s."), in, out);
}

/**
 * trh_explain_draw:
 *
 * Returns: (transfer full): whether the list depends on a draw, and between whom
 */
char *
trh_explain_draw (const TrhTelling *self)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new ();

  if (self->count->undetermined)
    {
      if (!trh_count_is_drawn (self->count) && self->count->order == NULL && self->count->stages == NULL)
        return g_strdup (_("No draw was needed on the way to this list."));
      if (!self->drawn && self->keeps_ties)
        return g_strdup (_("Equals on the way were taken in the order of their letters, without a draw; whether another order "
                           "gives another list was not worked out."));
      return g_strdup (self->drawn ? _("The public draw decided between equals on the way; whether it changed the list was not "
                                       "worked out.")
                                   : _("A draw decided between equals on the way; whether it changed the list was not worked "
                                       "out."));
    }
  for (guint i = 0; i < self->count->tied->len; i++)
    g_ptr_array_add (names, (gpointer) self->names[g_array_index (self->count->tied, guint, i)]);
  g_ptr_array_add (names, NULL);
  if (self->count->tied->len > 0 && !self->keeps_ties && self->drawn)
    {
      g_autofree char *list = g_strjoinv (", ", (char **) names->pdata);
      /* Translators: names of those who are tied */
      return g_strdup_printf (_("Tied for the last places: %s. The public draw decided between them."), list);
    }
  return trh_explain_ties ((const char *const *) names->pdata, self->keeps_ties);
}

/**
 * trh_explain_common:
 *
 * Returns: (transfer full): who is chosen by all the methods
 */
char *
trh_explain_common (const TrhComparison *comparison, const char *const *names)
{
  g_autofree char *list = join_names (comparison->common, names);

  if (comparison->common->len == 0)
    return g_strdup (_("No artist is chosen by all these methods."));
  /* Translators: names of artists */
  return g_strdup_printf (_("Chosen by all these methods: %s."), list);
}
