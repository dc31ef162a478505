/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/exchange/trh-minutes-private.h"

#include <glib/gi18n.h>

#include "core/base/trh-day.h"
#include "core/exchange/trh-arrivals.h"
#include "core/exchange/trh-poll-result.h"
#include "core/model/trh-describe.h"
#include "core/model/trh-poll-bags.h"
#include "core/model/trh-poll-guarantees.h"
#include "core/model/trh-poll-words.h"
#include "core/voting/trh-fingerprint.h"

#define TOWNS_BESIDE 5 /* columns that an A4 page takes */

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
  if (*total->seed != '\0')
    /* Translators: the text that was drawn in public, from which the lot follows */
    add_sentence (sheet, g_strdup_printf (_("Text of the draw: %s"), total->seed));
  if (told == NULL)
    return;
  add_sentence (sheet, trh_explain_draw (&told->telling));
  add_sentence (sheet, trh_explain_guarantees (&told->telling));
  if (bare)
    return;
  add_turns (sheet, &told->telling);
  trh_minutes_add_duels (sheet, poll, &told->telling);
}

/* Each town as it was closed. */
static void
add_towns (TrhSheet *sheet, TrhProject *project, const TrhResultRecord *total)
{
  const TrhSheetColumn columns[] = {
    { _("Town"), 2.4, FALSE },   { _("Day"), 1.8, FALSE }, { _("Codes"), 1, TRUE },
    { _("Ballots"), 1.4, TRUE }, { _("Blank"), 1, TRUE },  { _("Urn"), 3.2, FALSE },
  };
  g_autoptr(GPtrArray) cells = trh_minutes_new_cells ();

  for (guint i = 0; total->sessions[i] != NULL; i++)
    {
      const TrhResultRecord *session = trh_project_find_record (project, TRH_RESULTS, total->sessions[i]);

      if (session == NULL)
        continue;
      g_ptr_array_add (cells, trh_describe_id (project, session->commune_id));
      g_ptr_array_add (cells, session->day != 0 ? trh_day_say_short (session->day) : g_strdup (""));
      g_ptr_array_add (cells, g_strdup_printf ("%d", session->codes));
      g_ptr_array_add (cells, g_strdup_printf ("%d", session->ballots));
      g_ptr_array_add (cells, session->tallies->len > 0 ? g_strdup_printf ("%d", session->blank) : g_strdup ("–"));
      g_ptr_array_add (cells, *session->sha256 != '\0' ? trh_fingerprint_say (session->sha256) : g_strdup (""));
      if (cells->pdata[cells->len - 1] == NULL)
        cells->pdata[cells->len - 1] = g_strdup (session->sha256);
    }
  trh_sheet_add_heading (sheet, _("Towns"));
  trh_sheet_add_table (sheet, columns, G_N_ELEMENTS (columns), cells);
}

static const TrhTallyRecord *
find_tally (const TrhResultRecord *session, const char *artist_id)
{
  for (guint i = 0; i < session->tallies->len; i++)
    if (g_str_equal (((const TrhTallyRecord *) session->tallies->pdata[i])->artist_id, artist_id))
      return session->tallies->pdata[i];
  return NULL;
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

/* The grades of each town that may be shown. */
static void
add_town_grades (TrhSheet *sheet, TrhProject *project, const TrhPollRecord *poll, const TrhResultRecord *total)
{
  for (guint i = 0; total->sessions[i] != NULL; i++)
    {
      const TrhResultRecord *session = trh_project_find_record (project, TRH_RESULTS, total->sessions[i]);
      g_autofree char *town = session != NULL ? trh_describe_id (project, session->commune_id) : NULL;

      if (session == NULL || session->tallies->len == 0)
        continue;
      trh_sheet_add_heading (sheet, town);
      trh_minutes_add_figures (sheet, poll, session->tallies, FALSE);
    }
}

/* The voices of each town that may be shown, a few towns beside each other. */
static void
add_town_results (TrhSheet *sheet, TrhProject *project, const TrhResultRecord *total)
{
  g_autoptr(GPtrArray) shown = g_ptr_array_new ();

  for (guint i = 0; total->sessions[i] != NULL; i++)
    {
      const TrhResultRecord *session = trh_project_find_record (project, TRH_RESULTS, total->sessions[i]);

      if (session != NULL && session->tallies->len > 0)
        g_ptr_array_add (shown, (gpointer) session);
    }
  if (shown->len == 0)
    return;

  trh_sheet_add_heading (sheet, _("Voices of each town"));
  for (guint first = 0; first < shown->len; first += TOWNS_BESIDE)
    {
      const guint n = MIN (TOWNS_BESIDE, shown->len - first);
      TrhSheetColumn columns[TOWNS_BESIDE + 1] = { { _("Artist"), 2.4, FALSE } };
      g_autoptr(GPtrArray) towns = trh_minutes_new_cells ();
      g_autoptr(GPtrArray) cells = trh_minutes_new_cells ();

      for (guint i = 0; i < n; i++)
        {
          g_ptr_array_add (towns, trh_describe_id (project, ((const TrhResultRecord *) shown->pdata[first + i])->commune_id));
          columns[i + 1] = (TrhSheetColumn) { towns->pdata[i], 1, TRUE };
        }
      for (guint row = 0; row < total->tallies->len; row++)
        {
          const TrhTallyRecord *artist = total->tallies->pdata[row];

          g_ptr_array_add (cells, g_strdup (artist->name));
          for (guint i = 0; i < n; i++)
            {
              const TrhTallyRecord *tally = find_tally (shown->pdata[first + i], artist->artist_id);

              g_ptr_array_add (cells, tally != NULL ? g_strdup_printf ("%d", tally->voices) : g_strdup ("–"));
            }
        }
      trh_sheet_add_table (sheet, columns, n + 1, cells);
    }
  if (g_strv_length (total->sessions) > shown->len)
    trh_sheet_add_small (sheet, _("Towns with fewer than ten expressed ballots, and those whose figures would follow by "
                                  "subtraction, are left out: they could say who chose what."));
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
  g_autoptr(GPtrArray) names = trh_minutes_new_cells ();
  g_autofree char *incidents = gather_told (project, poll, total, FALSE);
  g_autofree char *remarks = gather_told (project, poll, total, TRUE);

  trh_minutes_add_rule (sheet, &rule);
  add_towns (sheet, project, total);
  add_outcome (sheet, poll, total, told);
  if (poll->ballot == TRH_BALLOT_GRADES)
    add_town_grades (sheet, project, poll, total);
  else
    add_town_results (sheet, project, total);
  add_represented (sheet, poll, total, told);
  trh_minutes_add_remarks (sheet, incidents, remarks);
  trh_minutes_add_purge (sheet, poll);
  g_ptr_array_add (names, g_strdup (C_("function", "for the association")));
  g_ptr_array_add (names, g_strdup (C_("function", "for the communes")));
  trh_minutes_add_signatures (sheet, names);

  return sheet;
}
