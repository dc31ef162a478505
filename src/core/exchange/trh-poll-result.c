/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/exchange/trh-poll-result.h"

#include "core/base/trh-limits.h"
#include "core/voting/trh-towns.h"

static const char *
get_artist (const TrhPollRecord *poll, guint candidate)
{
  if (candidate == TRH_NO_CANDIDATE)
    return "";
  return ((const TrhCandidateRecord *) poll->candidates->pdata[candidate])->artist_id;
}

static void
add_artists (char ***ids, const TrhPollRecord *poll, const GArray *candidates)
{
  for (guint i = 0; i < candidates->len; i++)
    trh_record_add_text (ids, get_artist (poll, g_array_index (candidates, guint, i)));
}

/* As in "3 2 0 1" */
static char *
write_numbers (const guint64 *numbers, guint n)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (out, "%s%" G_GUINT64_FORMAT, i > 0 ? " " : "", numbers[i]);
  return g_string_free (out, FALSE);
}

/* From 1; 0 when the method has no places. */
static int
find_place (const TrhCount *count, guint candidate)
{
  for (guint i = 0; count->levels != NULL && i < count->levels->len; i++)
    if (trh_numbers_contain (count->levels->pdata[i], candidate))
      return (int) i + 1;
  return 0;
}

/* What became of a candidate. Between those who are tied the lot decides, where one was drawn. */
static void
fill_outcome (TrhTallyRecord *tally, const TrhTelling *telling, guint candidate)
{
  const TrhCount *count = telling->count;
  const TrhReason *reason = telling->reasons->reasons->pdata[candidate];
  g_autofree char *sentence = trh_explain_candidate (telling, candidate);

  tally->tied = trh_numbers_contain (count->tied, candidate);
  tally->elected = trh_telling_is_chosen (telling, candidate);
  tally->missing = reason->has_missing && !tally->elected && !tally->tied ? (int) MIN (reason->missing, TRH_MAX_BALLOTS * 10) : 0;
  tally->by_guarantee = reason->by_quota && trh_numbers_contain (tally->elected ? telling->reasons->quota_in
                                                                                : telling->reasons->quota_out, candidate);
  tally->place = find_place (count, candidate);
  if (count->gauge != NULL)
    tally->grade = (int) count->gauge[candidate].grade;
  if (count->scores != NULL)
    trh_record_set_text (&tally->score, count->scores[candidate]);
  trh_record_set_text (&tally->sentence, sentence);
}

/* @grades: (nullable). One line for each candidate, in the order of the poll. */
static void
add_tallies (GPtrArray *tallies, const TrhPollRecord *poll, const guint64 *voices, const guint64 *grades, guint n_grades,
             const TrhTelling *telling)
{
  for (guint c = 0; c < poll->candidates->len; c++)
    {
      const TrhCandidateRecord *candidate = poll->candidates->pdata[c];
      TrhTallyRecord *tally = trh_record_new (&trh_tally_schema, NULL);
      g_autofree char *score = g_strdup_printf ("%" G_GUINT64_FORMAT, voices[c]);
      g_autofree char *counts = grades != NULL ? write_numbers (grades + (gsize) c * n_grades, n_grades) : g_strdup ("");

      trh_record_set_text (&tally->artist_id, candidate->artist_id);
      trh_record_set_text (&tally->name, candidate->name);
      tally->voices = (int) voices[c];
      trh_record_set_text (&tally->grades, counts);
      trh_record_set_text (&tally->score, poll->ballot == TRH_BALLOT_APPROVAL ? score : "");
      if (telling != NULL)
        fill_outcome (tally, telling, c);
      g_ptr_array_add (tallies, tally);
    }
}

static void
add_rounds (TrhResultRecord *total, const TrhPollRecord *poll, const TrhCount *count)
{
  for (guint i = 0; count->rounds != NULL && i < count->rounds->len; i++)
    {
      const TrhRound *round = count->rounds->pdata[i];
      TrhTurnRecord *turn = trh_record_new (&trh_turn_schema, NULL);

      trh_record_set_text (&turn->artist_id, get_artist (poll, round->candidate));
      turn->removed = round->removed;
      trh_record_set_text (&turn->phase, round->phase != NULL ? round->phase : "");
      trh_record_set_text (&turn->score, round->score != NULL ? round->score : "");
      for (guint k = 0; k < round->tied->len; k++)
        if (g_array_index (round->tied, guint, k) != round->candidate)
          trh_record_add_text (&turn->tied, get_artist (poll, g_array_index (round->tied, guint, k)));
      g_ptr_array_add (total->turns, turn);
    }
}

static const char *const stage_names[] = {
  [TRH_STAGE_FIRST] = "first", [TRH_STAGE_SURPLUS] = "surplus", [TRH_STAGE_EXCLUDE] = "exclude",
};

static void
add_stages (TrhResultRecord *total, const TrhPollRecord *poll, const TrhCount *count)
{
  for (guint i = 0; count->stages != NULL && i < count->stages->len; i++)
    {
      const TrhStage *stage = count->stages->pdata[i];
      TrhTurnRecord *turn = trh_record_new (&trh_turn_schema, NULL);

      trh_record_set_text (&turn->artist_id, get_artist (poll, stage->candidate));
      turn->removed = stage->action == TRH_STAGE_EXCLUDE;
      trh_record_set_text (&turn->phase, stage_names[stage->action]);
      for (guint c = 0; c < count->n_candidates; c++)
        {
          g_autofree char *votes = trh_count_print_votes (stage->votes[c]);

          trh_record_add_text (&turn->votes, votes);
        }
      add_artists (&turn->elected, poll, stage->elected);
      add_artists (&turn->elected_without_quota, poll, stage->elected_without_quota);
      g_ptr_array_add (total->turns, turn);
    }
}

static void
add_duels (TrhResultRecord *total, const TrhCount *count)
{
  for (guint c = 0; count->pairwise != NULL && c < count->n_candidates; c++)
    {
      g_autofree char *row = write_numbers (count->pairwise + (gsize) c * count->n_candidates, count->n_candidates);

      trh_record_add_text (&total->duels, row);
    }
}

/* Towns that may be told, each on its session; the others together, when that is enough. */
static void
add_towns (TrhResultRecord *total, const TrhPollRecord *poll, const TrhOpening *opening, TrhSessionSums *sessions)
{
  const TrhReasons *reasons = trh_opening_peek_reasons (opening);
  gint64 represented = 0;
  guint64 valid = 0;

  for (guint i = 0; i < reasons->towns->len; i++)
    {
      const TrhTownVoices *town = reasons->towns->pdata[i];
      TrhSmallTownsRecord *small;

      represented += town->represented;
      valid += town->valid;
      if (town->name != NULL)
        {
          sessions[town->index].represented = (int) town->represented;
          continue;
        }
      small = trh_record_new (&trh_small_towns_schema, NULL);
      small->n_towns = (int) town->n_towns;
      small->expressed = (int) town->valid;
      small->represented = (int) town->represented;
      add_tallies (small->tallies, poll, town->voices, NULL, 0, NULL);
      g_ptr_array_add (total->small_towns, small);
    }
  total->represented = valid == reasons->valid ? (int) represented : -1;
}

static void
add_compared (TrhResultRecord *total, const TrhPollRecord *poll, const TrhComparison *comparison)
{
  for (guint i = 0; comparison != NULL && i < comparison->methods->len; i++)
    {
      const TrhCount *count = comparison->counts->pdata[i];
      TrhComparedRecord *compared = trh_record_new (&trh_compared_schema, NULL);

      trh_record_set_text (&compared->method, ((const TrhMethod *) comparison->methods->pdata[i])->id);
      add_artists (&compared->chosen, poll, count->committee);
      add_artists (&compared->tied, poll, count->tied);
      g_ptr_array_add (total->compared, compared);
    }
}

/**
 * trh_poll_make_total:
 * @opening: of the urns of @poll, after it ran
 *
 * Returns: (transfer full): what the count gave, with a new id: voices, turns and who is chosen; without the sums of
 *   ballots and towns
 */
TrhResultRecord *
trh_poll_make_total (const TrhPollRecord *poll, const TrhOpening *opening)
{
  const TrhCount *count = trh_opening_peek_count (opening);
  g_autofree char *id = g_uuid_string_random ();
  TrhResultRecord *total = trh_record_new (&trh_result_schema, id);
  g_autoptr(GPtrArray) names = g_ptr_array_new ();
  TrhTelling telling = {
    trh_method_find (poll->method), trh_opening_peek_election (opening), count, trh_opening_peek_reasons (opening), NULL,
    poll->ties == TRH_TIES_KEPT, *trh_opening_get_seed (opening) != '\0',
  };

  for (guint c = 0; c < poll->candidates->len; c++)
    g_ptr_array_add (names, ((const TrhCandidateRecord *) poll->candidates->pdata[c])->name);
  telling.names = (const char *const *) names->pdata;
  add_tallies (total->tallies, poll, count->voices, count->tallies, count->n_grades, &telling);
  add_rounds (total, poll, count);
  add_stages (total, poll, count);
  add_duels (total, count);
  add_compared (total, poll, trh_opening_peek_comparison (opening));
  total->unique = count->unique;
  total->undetermined = count->undetermined || count->tied_open;
  total->quota = (int) count->quota;
  trh_record_set_text (&total->seed, trh_opening_get_seed (opening));
  return total;
}

/**
 * trh_poll_edit_opened:
 * @opening: of the urns of @poll, after it ran
 * @day: today
 * @error: return location for a #TrhPollError
 *
 * Where ties are kept, all who are tied for the last places are chosen.
 *
 * Returns: (transfer full): the edit that brings the sums into the project, or %NULL with @error set
 */
TrhEdit *
trh_poll_edit_opened (TrhProject *project, TrhPoll *poll, const TrhOpening *opening, int day, GError **error)
{
  const TrhPollRecord *record = trh_entity_peek_record (TRH_ENTITY (poll));
  const guint n = trh_opening_get_n_urns (opening);
  const guint n_grades = trh_opening_peek_count (opening)->n_grades;
  TrhResultRecord *total = trh_poll_make_total (record, opening);
  g_autoptr(GPtrArray) lists = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autofree TrhSessionSums *sessions = g_new0 (TrhSessionSums, n);
  g_autofree guint *expressed = g_new0 (guint, n);
  g_autofree guint *blank = g_new0 (guint, n);
  g_autofree gboolean *shown = g_new0 (gboolean, n);

  for (guint i = 0; i < n; i++)
    {
      expressed[i] = trh_opening_peek_urn (opening, i)->valid;
      blank[i] = trh_opening_peek_urn (opening, i)->blank;
    }
  trh_towns_choose_shown (expressed, blank, n, shown);
  for (guint i = 0; i < n; i++)
    {
      const TrhOpenedUrn *urn = trh_opening_peek_urn (opening, i);

      sessions[i].session_id = urn->session_id;
      sessions[i].ballots = (int) (urn->valid + urn->blank);
      sessions[i].blank = (int) urn->blank;
      sessions[i].null_ballots = (int) urn->nulls;
      sessions[i].represented = -1;
      if (!shown[i])
        continue;
      sessions[i].tallies = g_ptr_array_new_with_free_func (trh_record_unref);
      add_tallies (sessions[i].tallies, record, urn->voices, urn->grades, n_grades, NULL);
      g_ptr_array_add (lists, sessions[i].tallies);
    }
  add_towns (total, record, opening, sessions);
  return trh_poll_edit_count (project, poll, sessions, n, total, day, error);
}
