/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/model/trh-describe.h"
#include "core/exchange/trh-poll-result.h"
#include "core/exchange/trh-poll-sums.h"

/* Sums of the project as the plain arrays from which voting makes its sentences, in the language of the reader. */

void
trh_told_free (TrhTold *self)
{
  g_clear_pointer (&self->comparison, trh_comparison_free);
  g_clear_pointer ((TrhReasons **) &self->telling.reasons, trh_reasons_free);
  g_clear_pointer ((TrhCount **) &self->telling.count, trh_count_free);
  g_clear_pointer ((TrhElection **) &self->telling.election, trh_election_free);
  g_strfreev ((char **) self->telling.names);
  g_free (self);
}

/* TRH_NO_CANDIDATE for an artist who is not on the ballot. */
static guint
find_candidate (const TrhPollRecord *poll, const char *artist_id)
{
  for (guint c = 0; c < poll->candidates->len; c++)
    if (g_str_equal (((const TrhCandidateRecord *) poll->candidates->pdata[c])->artist_id, artist_id))
      return c;
  return TRH_NO_CANDIDATE;
}

static void
add_candidates (GArray *candidates, const TrhPollRecord *poll, char *const *artist_ids)
{
  for (guint i = 0; artist_ids[i] != NULL; i++)
    {
      const guint c = find_candidate (poll, artist_ids[i]);

      if (c != TRH_NO_CANDIDATE)
        g_array_append_val (candidates, c);
    }
}

/* The numbers of a text like "3 2 0 1"; what is missing stays 0. */
static void
read_numbers (const char *text, guint64 *numbers, guint n)
{
  for (guint i = 0; i < n && *text != '\0'; i++)
    {
      char *end;

      numbers[i] = g_ascii_strtoull (text, &end, 10);
      text = end > text ? end : "";
    }
}

/* Votes in 1/100 000, of a text like "3.50000" */
static guint64
read_votes (const char *text)
{
  char *end;
  guint64 votes = g_ascii_strtoull (text, &end, 10) * 100000;

  if (*end == '.')
    for (guint64 place = 10000; place > 0 && g_ascii_isdigit (*++end); place /= 10)
      votes += place * (guint64) (*end - '0');
  return votes;
}

static void
read_tallies (TrhCount *count, const TrhPollRecord *poll, const TrhResultRecord *total, guint n_grades)
{
  guint n_places = 0;

  for (guint i = 0; i < total->tallies->len; i++)
    {
      const TrhTallyRecord *tally = total->tallies->pdata[i];
      const guint c = find_candidate (poll, tally->artist_id);

      if (c == TRH_NO_CANDIDATE)
        continue;
      count->voices[c] = (guint64) tally->voices;
      if (tally->elected)
        g_array_append_val (count->committee, c);
      if (tally->tied)
        g_array_append_val (count->tied, c);
      n_places = MAX (n_places, (guint) tally->place);
      if (tally->grade < 0 || n_grades == 0 || *tally->grades == '\0')
        continue;
      if (count->gauge == NULL)
        {
          count->n_grades = n_grades;
          count->gauge = g_new0 (TrhGauge, count->n_candidates);
          count->tallies = g_new0 (guint64, (gsize) count->n_candidates * n_grades);
        }
      count->gauge[c].grade = MIN ((guint) tally->grade, n_grades - 1);
      read_numbers (tally->grades, count->tallies + (gsize) c * n_grades, n_grades);
    }
  if (n_places == 0)
    return;
  count->levels = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  while (count->levels->len < n_places)
    g_ptr_array_add (count->levels, g_array_new (FALSE, FALSE, sizeof (guint)));
  for (guint i = 0; i < total->tallies->len; i++)
    {
      const TrhTallyRecord *tally = total->tallies->pdata[i];
      const guint c = find_candidate (poll, tally->artist_id);
      const guint level = tally->place > 0 ? (guint) tally->place - 1 : n_places - 1;

      if (c != TRH_NO_CANDIDATE)
        g_array_append_val ((GArray *) count->levels->pdata[level], c);
    }
}

static void
read_round (TrhCount *count, const TrhPollRecord *poll, const TrhTurnRecord *turn)
{
  static const char *const phases[] = { "mes", "phragmen", "av" };
  const guint candidate = find_candidate (poll, turn->artist_id);
  TrhRound *round;

  if (candidate == TRH_NO_CANDIDATE)
    return;
  if (count->rounds == NULL)
    trh_count_begin_rounds (count);
  round = trh_count_add_round (count);
  for (guint i = 0; i < G_N_ELEMENTS (phases); i++)
    if (g_str_equal (phases[i], turn->phase))
      round->phase = phases[i];
  round->candidate = candidate;
  round->removed = turn->removed;
  round->score = *turn->score != '\0' ? g_strdup (turn->score) : NULL;
  g_array_append_val (round->tied, candidate);
  add_candidates (round->tied, poll, turn->tied);
}

static void
read_stage (TrhCount *count, const TrhPollRecord *poll, const TrhTurnRecord *turn)
{
  TrhStage *stage = trh_count_add_stage (count);

  stage->action = g_str_equal (turn->phase, "surplus")   ? TRH_STAGE_SURPLUS
                  : g_str_equal (turn->phase, "exclude") ? TRH_STAGE_EXCLUDE
                                                         : TRH_STAGE_FIRST;
  stage->candidate = find_candidate (poll, turn->artist_id);
  if (stage->candidate == TRH_NO_CANDIDATE)
    stage->action = TRH_STAGE_FIRST;
  for (guint c = 0; c < count->n_candidates && turn->votes[c] != NULL; c++)
    stage->votes[c] = read_votes (turn->votes[c]);
  add_candidates (stage->elected, poll, turn->elected);
  add_candidates (stage->elected_without_quota, poll, turn->elected_without_quota);
}

static TrhCount *
read_count (const TrhElection *election, const TrhPollRecord *poll, const TrhResultRecord *total)
{
  TrhCount *count = trh_count_new (election);
  const guint n = count->n_candidates;

  count->valid = (guint64) MAX (total->ballots - total->blank, 0);
  count->blank = (guint64) total->blank;
  count->unique = total->unique;
  count->undetermined = total->undetermined;
  count->quota = (guint64) total->quota;
  read_tallies (count, poll, total, trh_election_get_form (election).n_grades);
  for (guint i = 0; i < total->turns->len; i++)
    if (((const TrhTurnRecord *) total->turns->pdata[i])->votes[0] != NULL)
      read_stage (count, poll, total->turns->pdata[i]);
    else
      read_round (count, poll, total->turns->pdata[i]);
  if (g_strv_length (total->duels) == n)
    {
      count->pairwise = g_new0 (guint64, (gsize) n * n);
      for (guint c = 0; c < n; c++)
        read_numbers (total->duels[c], count->pairwise + (gsize) c * n, n);
    }
  return count;
}

static TrhTownVoices *
new_town (const TrhPollRecord *poll, GPtrArray *tallies, guint index)
{
  TrhTownVoices *town = g_new0 (TrhTownVoices, 1);

  town->index = index;
  town->n_towns = 1;
  town->voices = g_new0 (guint64, poll->candidates->len);
  for (guint i = 0; i < tallies->len; i++)
    {
      const TrhTallyRecord *tally = tallies->pdata[i];
      const guint c = find_candidate (poll, tally->artist_id);

      if (c != TRH_NO_CANDIDATE)
        town->voices[c] = (guint64) tally->voices;
    }
  return town;
}

static void
read_towns (TrhReasons *reasons, TrhProject *project, const TrhPollRecord *poll, const TrhResultRecord *total)
{
  for (guint i = 0; total->sessions[i] != NULL; i++)
    {
      const TrhResultRecord *session = trh_project_find_record (project, TRH_RESULTS, total->sessions[i]);
      TrhTownVoices *town;

      if (session == NULL || session->tallies->len == 0)
        continue;
      town = new_town (poll, session->tallies, i);
      town->name = trh_describe_id (project, session->commune_id);
      town->valid = (guint64) MAX (session->ballots - session->blank, 0);
      town->represented = session->represented;
      g_ptr_array_add (reasons->towns, town);
    }
  for (guint i = 0; i < total->small_towns->len; i++)
    {
      const TrhSmallTownsRecord *small = total->small_towns->pdata[i];
      TrhTownVoices *town = new_town (poll, small->tallies, 0);

      town->n_towns = (guint) small->n_towns;
      town->valid = (guint64) small->expressed;
      town->represented = small->represented;
      g_ptr_array_add (reasons->towns, town);
    }
}

static TrhReasons *
read_reasons (TrhProject *project, const TrhPollRecord *poll, const TrhResultRecord *total, const TrhCount *count)
{
  TrhReasons *reasons = trh_reasons_new_empty (trh_method_find (total->method), count);

  reasons->has_quotas = poll->quotas->len > 0;
  for (guint i = 0; i < total->tallies->len; i++)
    {
      const TrhTallyRecord *tally = total->tallies->pdata[i];
      const guint c = find_candidate (poll, tally->artist_id);
      TrhReason *reason = c != TRH_NO_CANDIDATE ? reasons->reasons->pdata[c] : NULL;

      if (reason == NULL)
        continue;
      reason->has_missing = tally->missing > 0;
      reason->missing = (guint64) tally->missing;
      reason->by_quota = tally->by_guarantee;
      if (tally->by_guarantee)
        g_array_append_val (tally->elected ? reasons->quota_in : reasons->quota_out, c);
    }
  read_towns (reasons, project, poll, total);
  return reasons;
}

static TrhComparison *
read_comparison (const TrhElection *election, const TrhPollRecord *poll, const TrhResultRecord *total)
{
  TrhComparison *comparison = NULL;

  for (guint i = 0; i < total->compared->len; i++)
    {
      const TrhComparedRecord *compared = total->compared->pdata[i];
      const TrhMethod *method = trh_method_find (compared->method);
      TrhCount *count;

      if (method == NULL)
        continue;
      if (comparison == NULL)
        comparison = trh_comparison_new_empty ();
      count = trh_count_new (election);
      add_candidates (count->committee, poll, compared->chosen);
      add_candidates (count->tied, poll, compared->tied);
      trh_comparison_add (comparison, method, count);
    }
  if (comparison != NULL)
    trh_comparison_find_common (comparison, election->n_candidates);
  return comparison;
}

/**
 * trh_told_new:
 * @project: the season
 * @poll: what was asked
 * @total: its result, of all sessions together
 *
 * Returns: (transfer full) (nullable): the count to be told; %NULL when this program does not know the method
 */
TrhTold *
trh_told_new (TrhProject *project, const TrhPollRecord *poll, const TrhResultRecord *total)
{
  const TrhMethod *method = trh_method_find (total->method);
  g_auto(GStrv) ids = trh_poll_dup_candidates (poll);
  TrhElection *election;
  TrhCount *count;
  char **names;
  TrhTold *self;

  if (method == NULL || method->kind != (TrhBallotPaperKind) poll->ballot || poll->candidates->len == 0)
    return NULL;
  election = trh_election_new ((TrhBallotPaperKind) poll->ballot, (const char *const *) ids);
  election->seats = (guint) total->seats;
  if (poll->ballot == TRH_BALLOT_GRADES)
    election->grades = trh_poll_dup_grades (poll);
  count = read_count (election, poll, total);
  names = g_new0 (char *, poll->candidates->len + 1);
  for (guint c = 0; c < poll->candidates->len; c++)
    names[c] = g_strdup (((const TrhCandidateRecord *) poll->candidates->pdata[c])->name);

  self = g_new0 (TrhTold, 1);
  self->telling = (TrhTelling) {
    method, election, count, read_reasons (project, poll, total, count), (const char *const *) names,
    poll->ties == TRH_TIES_KEPT, *total->seed != '\0',
  };
  self->comparison = read_comparison (election, poll, total);
  return self;
}
