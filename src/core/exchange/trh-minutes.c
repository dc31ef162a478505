/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/exchange/trh-minutes-private.h"

#include <glib/gi18n.h>

#include "core/exchange/trh-arrivals.h"
#include "core/exchange/trh-poll-result.h"
#include "core/model/trh-describe.h"
#include "core/model/trh-poll-bags.h"
#include "core/model/trh-poll-guarantees.h"
#include "core/model/trh-poll-words.h"

/* Ballots, blank and null ones, and those that name somebody; of few ballots only how many there are. */
static void
add_sums (TrhSheet *sheet, const TrhResultRecord *result, gboolean told)
{
  g_autoptr(GPtrArray) sums = trh_minutes_new_cells ();

  trh_sheet_add_heading (sheet, _("What was counted"));
  trh_minutes_add_figure (sums, _("Ballots in the urn"), (guint) result->ballots);
  if (told)
    {
      trh_minutes_add_figure (sums, _("Blank"), (guint) result->blank);
      trh_minutes_add_figure (sums, _("Expressed"), (guint) MAX (result->ballots - result->blank, 0));
    }
  if (result->null_ballots > 0)
    trh_minutes_add_figure (sums, _("Null ballots, on paper"), (guint) result->null_ballots);
  trh_sheet_add_pairs (sheet, sums);
}

/**
 * trh_minutes_add_results:
 * @session: a counted one
 *
 * Adds what the urn of one town gave, or why that is not shown.
 */
void
trh_minutes_add_results (TrhSheet *sheet, const TrhPollRecord *poll, const TrhResultRecord *session)
{
  g_autoptr(GPtrArray) sorted = trh_result_rank (session);

  add_sums (sheet, session, session->tallies->len > 0);
  if (sorted->len == 0)
    {
      trh_sheet_add_text (sheet, _("The figures of this town, blank ballots too, are told only in the sum of all towns: with "
                                   "fewer than ten expressed ballots they could say who chose what, or those of a smaller town "
                                   "would follow from them."));
      return;
    }
  trh_minutes_add_figures (sheet, poll, sorted, FALSE);
  trh_sheet_add_text (sheet, _("These are the voices of one town. Who is chosen follows from all towns together."));
}

/* @sentence: (nullable) (transfer full) */
static void
add_sentence (TrhSheet *sheet, char *sentence)
{
  g_autofree char *owned = sentence;

  if (owned != NULL)
    trh_sheet_add_text (sheet, owned);
}

/* Why, in the language of these pages. Of a method that this program does not know: as it was said when it counted. */
static void
add_reasons (TrhSheet *sheet, const TrhPollRecord *poll, const TrhTold *told, GPtrArray *sorted)
{
  for (guint i = 0; i < sorted->len; i++)
    {
      const TrhTallyRecord *tally = sorted->pdata[i];
      guint candidate = 0;

      while (candidate < poll->candidates->len &&
             !g_str_equal (((const TrhCandidateRecord *) poll->candidates->pdata[candidate])->artist_id, tally->artist_id))
        candidate++;
      add_sentence (sheet, told != NULL && candidate < poll->candidates->len
                             ? trh_explain_candidate (&told->telling, candidate)
                             : g_strdup (tally->sentence));
    }
}

static void
add_turns (TrhSheet *sheet, const TrhTelling *telling)
{
  const guint n = trh_explain_get_n_rounds (telling);

  if (n == 0)
    return;
  trh_sheet_add_heading (sheet, _("How it was counted"));
  for (guint i = 0; i < n; i++)
    add_sentence (sheet, trh_explain_round (telling, i));
}

/* Who is chosen, and nothing that could say who chose what. */
static void
add_bare_outcome (TrhSheet *sheet, const TrhResultRecord *total)
{
  const TrhSheetColumn columns[] = { { _("Artist"), 4, FALSE }, { _("Outcome"), 1.6, FALSE } };
  g_autoptr(GPtrArray) cells = trh_minutes_new_cells ();

  for (guint i = 0; i < total->tallies->len; i++) /* in the order of the ballot: another one would tell more */
    {
      const TrhTallyRecord *tally = total->tallies->pdata[i];

      g_ptr_array_add (cells, g_strdup (tally->name));
      g_ptr_array_add (cells, g_strdup (trh_minutes_say_outcome (tally)));
    }
  trh_sheet_add_table (sheet, columns, G_N_ELEMENTS (columns), cells);
  trh_sheet_add_text (sheet, _("Fewer than ten ballots name somebody: their figures are not printed, since they could say who "
                               "chose what. Those who opened the urns saw them."));
}

/* Who is chosen and why, and whether a draw or a guarantee decided. */
static void
add_outcome (TrhSheet *sheet, const TrhPollRecord *poll, const TrhResultRecord *total, const TrhTold *told)
{
  g_autoptr(GPtrArray) sorted = trh_result_rank (total);
  const gboolean bare = trh_result_is_for_bureau (total);

  add_sums (sheet, total, !bare);
  if (bare)
    add_bare_outcome (sheet, total);
  else
    {
      trh_minutes_add_figures (sheet, poll, sorted, TRUE);
      add_reasons (sheet, poll, told, sorted);
    }
  if (told == NULL)
    return;
  add_sentence (sheet, trh_explain_draw (&told->telling));
  add_sentence (sheet, trh_explain_guarantees (&told->telling));
  if (bare)
    return;
  add_turns (sheet, &told->telling);
  trh_minutes_add_duels (sheet, poll, &told->telling);
}

/* How many voters of each town have a chosen artist. */
static void
add_represented (TrhSheet *sheet, const TrhPollRecord *poll, const TrhResultRecord *total, const TrhTold *told)
{
  if (told == NULL || poll->ballot != TRH_BALLOT_APPROVAL || trh_result_is_for_bureau (total))
    return;
  for (guint i = 0; i < told->telling.reasons->towns->len; i++)
    add_sentence (sheet, trh_explain_town (&told->telling, i));
}

static void
add_line (GString *told, const char *line)
{
  g_string_append_printf (told, "%s%s", told->len > 0 ? "\n" : "", line);
}

/* How the urn of a session came back. */
static void
add_return (GString *told, TrhProject *project, const TrhResultRecord *session)
{
  g_autoptr(GPtrArray) sentences = trh_session_say_return (project, session);

  for (guint i = 0; i < sentences->len; i++)
    add_line (told, sentences->pdata[i]);
}

static void
add_told (GString *told, const char *town, const char *text)
{
  /* Translators: a town, then what was told there */
  g_autofree char *line = g_strdup_printf (_("%1$s: %2$s"), town, text);

  add_line (told, line);
}

/* Sessions that were opened by mistake, a line for each. */
static void
add_called_off (GString *told, TrhProject *project, const TrhPollRecord *poll)
{
  g_autoptr(GPtrArray) sessions = trh_poll_find_called_off (project, poll->base.id);

  for (guint i = 0; i < sessions->len; i++)
    {
      const TrhResultRecord *session = trh_entity_peek_record (sessions->pdata[i]);
      g_autofree char *town = trh_describe_id (project, session->commune_id);
      g_autofree char *text = trh_result_say_called_off (session);

      add_told (told, town, text);
    }
}

/* The incidents of all sessions, or the remarks: each line begins with its town. */
static char *
gather_told (TrhProject *project, const TrhPollRecord *poll, const TrhResultRecord *total, gboolean remarks)
{
  GString *told = g_string_new (remarks ? total->remarks : total->incidents);

  if (!remarks)
    add_called_off (told, project, poll);

  for (guint i = 0; total->sessions[i] != NULL; i++)
    {
      const TrhResultRecord *session = trh_project_find_record (project, TRH_RESULTS, total->sessions[i]);
      const char *text = session == NULL ? "" : remarks ? session->remarks : session->incidents;
      g_autofree char *town = session != NULL ? trh_describe_id (project, session->commune_id) : NULL;

      if (*text != '\0')
        add_told (told, town, text);
      if (remarks && session != NULL)
        add_return (told, project, session);
    }
  return g_string_free (told, FALSE);
}

/**
 * trh_minutes_of_poll:
 * @project: the season
 * @poll: what was asked
 * @total: its result, of all sessions together
 *
 * Returns: (transfer full): the recapitulation of all towns
 */
TrhSheet *
trh_minutes_of_poll (TrhProject *project, const TrhPollRecord *poll, const TrhResultRecord *total)
{
  g_autofree char *guarantees = trh_poll_say_guarantees (project, poll);
  const TrhMinutesRule rule = { trh_project_peek_season (project)->title, poll, guarantees };
  TrhSheet *sheet = trh_minutes_begin (&rule, _("Minutes of all sessions"), total->day);
  g_autoptr(TrhTold) told = trh_told_new (project, poll, total);
  g_autoptr(GPtrArray) names = trh_minutes_list_presidents (project, total);
  g_autofree char *incidents = gather_told (project, poll, total, FALSE);
  g_autofree char *remarks = gather_told (project, poll, total, TRUE);

  trh_minutes_add_rule (sheet, &rule);
  trh_minutes_add_towns (sheet, project, total);
  add_outcome (sheet, poll, total, told);
  trh_minutes_add_draw (sheet, poll, total->seed);
  trh_minutes_add_town_results (sheet, project, poll, total);
  add_represented (sheet, poll, total, told);
  trh_minutes_add_remarks (sheet, incidents, remarks);
  trh_minutes_add_purge (sheet, poll);
  g_ptr_array_add (names, g_strdup (C_("function", "for the association")));
  trh_minutes_add_signatures (sheet, names);

  return sheet;
}
