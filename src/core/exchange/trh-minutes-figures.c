/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "core/base/trh-number-words.h"
#include "core/exchange/trh-minutes-private.h"
#include "core/exchange/trh-poll-sums.h"
#include "core/model/trh-poll-words.h"

#define GRADES_BESIDE 7  /* columns of figures that an A4 page takes */
#define DUELS_BESIDE  12

/* Whether an artist is chosen, or tied, in a word; or "". */
const char *
trh_minutes_say_outcome (const TrhTallyRecord *tally)
{
  return !tally->elected && !tally->tied ? "" : tally->elected ? C_("artist", "chosen") : C_("artist", "tied");
}

static void
add_voices (TrhSheet *sheet, const TrhPollRecord *poll, GPtrArray *sorted, gboolean total)
{
  const char *voices = poll->ballot == TRH_BALLOT_RANKING ? _("Ballots that rank them") : C_("votes", "Voices");
  const TrhSheetColumn columns[] = {
    { _("Artist"), 4, FALSE }, { voices, 1.2, TRUE }, { _("In letters"), 3, FALSE }, { _("Outcome"), 1.6, FALSE },
  };
  g_autoptr(GPtrArray) cells = trh_minutes_new_cells ();

  for (guint i = 0; i < sorted->len; i++)
    {
      const TrhTallyRecord *tally = sorted->pdata[i];

      g_ptr_array_add (cells, g_strdup (tally->name));
      g_ptr_array_add (cells, g_strdup_printf ("%d", tally->voices));
      g_ptr_array_add (cells, trh_number_say ((guint) tally->voices, TRUE));
      if (total)
        g_ptr_array_add (cells, g_strdup (trh_minutes_say_outcome (tally)));
    }
  trh_sheet_add_table (sheet, columns, G_N_ELEMENTS (columns) - (total ? 0 : 1), cells);
}

/* A count in digits and in letters, so that nobody can add a digit with a pen; (transfer full). */
static char *
say_count (const char *count)
{
  g_autofree char *letters = NULL;
  guint64 n;

  if (count == NULL || !g_ascii_string_to_unsigned (count, 10, 0, G_MAXUINT, &n, NULL))
    return g_strdup ("–");
  letters = trh_number_say ((guint) n, TRUE);
  return g_strdup_printf ("%s\n(%s)", count, letters);
}

/* How often each grade, a column for each; and who is chosen. */
static void
add_grades (TrhSheet *sheet, const TrhPollRecord *poll, GPtrArray *sorted, gboolean total)
{
  g_auto(GStrv) grades = trh_poll_dup_grades (poll);
  const guint n = MIN (g_strv_length (grades), GRADES_BESIDE);
  TrhSheetColumn columns[GRADES_BESIDE + 2] = { { _("Artist"), 2.6, FALSE } };
  g_autoptr(GPtrArray) cells = trh_minutes_new_cells ();

  for (guint g = 0; g < n; g++)
    columns[g + 1] = (TrhSheetColumn) { grades[g], 1.3, TRUE };
  columns[n + 1] = (TrhSheetColumn) { _("Outcome"), 1.3, FALSE };
  for (guint i = 0; i < sorted->len; i++)
    {
      const TrhTallyRecord *tally = sorted->pdata[i];
      g_auto(GStrv) counts = g_strsplit (tally->grades, " ", -1);

      g_ptr_array_add (cells, g_strdup (tally->name));
      for (guint g = 0; g < n; g++)
        g_ptr_array_add (cells, say_count (g < g_strv_length (counts) ? counts[g] : NULL));
      if (total)
        g_ptr_array_add (cells, g_strdup (trh_minutes_say_outcome (tally)));
    }
  trh_sheet_add_table (sheet, columns, n + (total ? 2 : 1), cells);
}

/**
 * trh_minutes_add_figures:
 * @tallies: (element-type TrhTallyRecord): of all towns, or of one
 * @total: whether they say who is chosen
 *
 * Adds a table of what was counted: grades when ballots have them, voices else.
 */
void
trh_minutes_add_figures (TrhSheet *sheet, const TrhPollRecord *poll, GPtrArray *tallies, gboolean total)
{
  const gboolean graded = tallies->len > 0 && *((const TrhTallyRecord *) tallies->pdata[0])->grades != '\0';

  if (graded)
    add_grades (sheet, poll, tallies, total);
  else
    add_voices (sheet, poll, tallies, total);
}

static const char *
get_letter (const TrhPollRecord *poll, guint candidate)
{
  return ((const TrhCandidateRecord *) poll->candidates->pdata[candidate])->letter;
}

/**
 * trh_minutes_add_duels:
 * @telling: the count of ballots with ranks
 *
 * Adds how many ballots put the artist of the row above the one of the column; nothing for a count without duels.
 */
void
trh_minutes_add_duels (TrhSheet *sheet, const TrhPollRecord *poll, const TrhTelling *telling)
{
  const guint n = telling->count->n_candidates;

  if (telling->count->pairwise == NULL)
    return;
  trh_sheet_add_heading (sheet, _("Duels: how many put the artist of the row above the one of the column"));
  for (guint first = 0; first < n; first += DUELS_BESIDE)
    {
      const guint beside = MIN (DUELS_BESIDE, n - first);
      TrhSheetColumn columns[DUELS_BESIDE + 1] = { { _("Artist"), 4, FALSE } };
      g_autoptr(GPtrArray) cells = trh_minutes_new_cells ();

      for (guint b = 0; b < beside; b++)
        columns[b + 1] = (TrhSheetColumn) { get_letter (poll, first + b), 1, TRUE };
      for (guint a = 0; a < n; a++)
        {
          g_ptr_array_add (cells, g_strdup_printf ("%s. %s", get_letter (poll, a), telling->names[a]));
          for (guint b = first; b < first + beside; b++)
            g_ptr_array_add (cells, a == b ? g_strdup ("–")
                                           : g_strdup_printf ("%lu", (gulong) telling->count->pairwise[a * n + b]));
        }
      trh_sheet_add_table (sheet, columns, beside + 1, cells);
    }
}
