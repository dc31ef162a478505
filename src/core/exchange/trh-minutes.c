/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/exchange/trh-minutes-private.h"

#include <glib/gi18n.h>

#include "core/base/trh-day.h"
#include "core/base/trh-number-words.h"
#include "core/model/trh-describe.h"
#include "core/model/trh-poll-guarantees.h"
#include "core/model/trh-poll-words.h"
#include "core/voting/trh-explain.h"
#include "core/voting/trh-fingerprint.h"

#define TOWNS_BESIDE 5 /* columns that an A4 page takes */

static const char *
say_outcome (const TrhTallyRecord *tally)
{
  return !tally->elected && !tally->tied ? "" : tally->elected ? C_("artist", "chosen") : C_("artist", "tied");
}

/* Why, in the language of these pages; of other ballots, as it was said when they were counted. */
static void
add_sentence (TrhSheet *sheet, const TrhPollRecord *poll, const TrhTallyRecord *tally, int valid)
{
  g_autofree char *sentence = poll->ballot == TRH_BALLOT_APPROVAL
                                ? trh_explain_approval (tally->name, (guint64) tally->voices, (guint64) MAX (valid, 0),
                                                        tally->elected, tally->tied)
                                : g_strdup (tally->sentence);

  trh_sheet_add_text (sheet, sentence);
}

/* Each artist with its voices; @total has who is chosen, and why in one sentence. */
void
trh_minutes_add_results (TrhSheet *sheet, const TrhPollRecord *poll, const TrhResultRecord *result, gboolean total)
{
  const TrhSheetColumn columns[] = {
    { _("Artist"), 4, FALSE }, { C_("votes", "Voices"), 1, TRUE }, { _("In letters"), 3, FALSE }, { _("Outcome"), 1.6, FALSE },
  };
  const guint n_columns = total ? G_N_ELEMENTS (columns) : G_N_ELEMENTS (columns) - 1;
  g_autoptr(GPtrArray) cells = trh_minutes_new_cells ();
  g_autoptr(GPtrArray) sums = trh_minutes_new_cells ();
  g_autoptr(GPtrArray) sorted = trh_result_rank (result);

  trh_sheet_add_heading (sheet, _("What was counted"));
  trh_minutes_add_figure (sums, _("Ballots in the urn"), (guint) result->ballots);
  trh_minutes_add_figure (sums, _("Blank"), (guint) result->blank);
  trh_minutes_add_figure (sums, _("Expressed"), (guint) MAX (result->ballots - result->blank, 0));
  trh_sheet_add_pairs (sheet, sums);

  if (sorted->len == 0)
    {
      trh_sheet_add_text (sheet, _("Fewer than ten ballots are expressed here: the figures of this town are not shown, since "
                                   "they could say who chose what. They are part of the sum of all towns."));
      return;
    }
  for (guint i = 0; i < sorted->len; i++)
    {
      const TrhTallyRecord *tally = sorted->pdata[i];

      g_ptr_array_add (cells, g_strdup (tally->name));
      g_ptr_array_add (cells, g_strdup_printf ("%d", tally->voices));
      g_ptr_array_add (cells, trh_number_say ((guint) tally->voices, TRUE));
      if (total)
        g_ptr_array_add (cells, g_strdup (say_outcome (tally)));
    }
  trh_sheet_add_table (sheet, columns, n_columns, cells);
  if (!total)
    {
      trh_sheet_add_text (sheet, _("These are the voices of one town. Who is chosen follows from all towns together."));
      return;
    }
  for (guint i = 0; i < sorted->len; i++)
    add_sentence (sheet, poll, sorted->pdata[i], result->ballots - result->blank);
  if (!result->unique)
    trh_sheet_add_text (sheet, poll->ties == TRH_TIES_KEPT
                                 ? _("Some are equal for the last place, and all of them are kept.")
                                 : _("Some are equal for the last place: a public draw decided between them."));
  if (*result->seed != '\0')
    {
      /* Translators: the text that was drawn in public, from which the lot follows */
      g_autofree char *seed = g_strdup_printf (_("Text of the draw: %s"), result->seed);

      trh_sheet_add_text (sheet, seed);
    }
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
      g_ptr_array_add (cells, g_strdup_printf ("%d", session->blank));
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
  g_autoptr(GPtrArray) names = trh_minutes_new_cells ();

  trh_minutes_add_rule (sheet, &rule);
  add_towns (sheet, project, total);
  trh_minutes_add_results (sheet, poll, total, TRUE);
  add_town_results (sheet, project, total);
  trh_minutes_add_remarks (sheet, total->incidents, total->remarks);
  trh_minutes_add_purge (sheet, poll);
  g_ptr_array_add (names, g_strdup (C_("function", "for the association")));
  g_ptr_array_add (names, g_strdup (C_("function", "for the communes")));
  trh_minutes_add_signatures (sheet, names);

  return sheet;
}
