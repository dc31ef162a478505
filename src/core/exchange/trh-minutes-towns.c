/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "core/base/trh-day.h"
#include "core/base/trh-number-words.h"
#include "core/exchange/trh-minutes-private.h"
#include "core/model/trh-describe.h"
#include "core/model/trh-poll-words.h"
#include "core/model/trh-turnout.h"
#include "core/voting/trh-fingerprint.h"
#include "core/voting/trh-reconciliation.h"

#define TOWNS_BESIDE 3 /* columns of figures in digits and letters that an A4 page takes */

/* The sessions of @total that the season still has, (transfer container). */
static GPtrArray *
list_sessions (TrhProject *project, const TrhResultRecord *total)
{
  GPtrArray *sessions = g_ptr_array_new ();

  for (guint i = 0; total->sessions[i] != NULL; i++)
    {
      const TrhResultRecord *session = trh_project_find_record (project, TRH_RESULTS, total->sessions[i]);

      if (session != NULL)
        g_ptr_array_add (sessions, (gpointer) session);
    }
  return sessions;
}

/* When and under whom each was held. */
static void
add_sessions (TrhSheet *sheet, TrhProject *project, const GPtrArray *sessions)
{
  const TrhSheetColumn columns[] = {
    { _("Town"), 2.4, FALSE },   { _("Day"), 1.6, FALSE },
    { _("Opened"), 1.2, FALSE }, { C_("minutes", "Closed"), 1.9, FALSE },
    { C_("function", "President"), 2.3, FALSE },
  };
  g_autoptr(GPtrArray) cells = trh_minutes_new_cells ();

  for (guint i = 0; i < sessions->len; i++)
    {
      const TrhResultRecord *session = sessions->pdata[i];

      g_ptr_array_add (cells, trh_describe_id (project, session->commune_id));
      g_ptr_array_add (cells, session->day != 0 ? trh_day_say_short (session->day) : g_strdup ("–"));
      g_ptr_array_add (cells, session->opened != TRH_NO_CLOCK ? trh_clock_say (session->opened) : g_strdup ("–"));
      g_ptr_array_add (cells, session->closed != TRH_NO_CLOCK ? trh_minutes_say_moment (session->closed_day, session->closed)
                                                              : g_strdup ("–"));
      g_ptr_array_add (cells, g_strdup (*session->president != '\0' ? session->president : "……………"));
    }
  trh_sheet_add_table (sheet, columns, G_N_ELEMENTS (columns), cells);
}

/* The words of each urn on one line, as they are read aloud. */
static void
add_urns (TrhSheet *sheet, TrhProject *project, const GPtrArray *sessions)
{
  const TrhSheetColumn columns[] = { { _("Town"), 1, FALSE }, { _("Urn"), 2, FALSE } };
  g_autoptr(GPtrArray) cells = trh_minutes_new_cells ();

  for (guint i = 0; i < sessions->len; i++)
    {
      const TrhResultRecord *session = sessions->pdata[i];
      char *words = *session->sha256 != '\0' ? trh_fingerprint_say (session->sha256) : NULL;

      g_ptr_array_add (cells, trh_describe_id (project, session->commune_id));
      g_ptr_array_add (cells, words != NULL ? words : g_strdup (session->sha256));
    }
  trh_sheet_add_table (sheet, columns, G_N_ELEMENTS (columns), cells);
}

/* @signatures: -1 where they were not counted */
static void
add_turnout (GPtrArray *cells, char *where, const TrhResultRecord *result, int signatures, int blank)
{
  g_ptr_array_add (cells, where);
  g_ptr_array_add (cells, g_strdup_printf ("%d", result->codes));
  g_ptr_array_add (cells, g_strdup_printf ("%d", result->ballots));
  g_ptr_array_add (cells, trh_number_say ((guint) result->ballots, FALSE));
  g_ptr_array_add (cells, g_strdup_printf ("%d", result->null_ballots));
  g_ptr_array_add (cells, blank >= 0 ? g_strdup_printf ("%d", blank) : g_strdup ("–"));
  g_ptr_array_add (cells, signatures >= 0 ? g_strdup_printf ("%d", signatures) : g_strdup ("–"));
  g_ptr_array_add (cells, signatures >= 0 ? trh_reconciliation_say_gap (result->ballots + result->null_ballots, signatures)
                                         : g_strdup ("–"));
}

/* Ballots and signatures of each town and of all; blank ballots only where they may be told. */
static void
add_figures (TrhSheet *sheet, TrhProject *project, const GPtrArray *sessions, const TrhResultRecord *total)
{
  const TrhSheetColumn columns[] = {
    { _("Town"), 2.2, FALSE }, { _("Codes"), 1, TRUE },           { _("Ballots"), 1.5, TRUE }, { _("In letters"), 2.4, FALSE },
    { C_("ballots", "Null"), 0.8, TRUE }, { _("Blank"), 1.1, TRUE }, { _("Signatures"), 1.8, TRUE }, { _("Gap"), 1.9, TRUE },
  };
  g_autoptr(GPtrArray) cells = trh_minutes_new_cells ();
  int signatures = 0;

  for (guint i = 0; i < sessions->len; i++)
    {
      const TrhResultRecord *session = sessions->pdata[i];

      add_turnout (cells, trh_describe_id (project, session->commune_id), session, session->signatures,
                   session->tallies->len > 0 ? session->blank : -1);
      signatures = trh_turnout_add_signatures (signatures, session->signatures);
    }
  if (sessions->len > 1)
    add_turnout (cells, g_strdup (_("All towns")), total, signatures, trh_result_is_for_bureau (total) ? -1 : total->blank);
  trh_sheet_add_table (sheet, columns, G_N_ELEMENTS (columns), cells);
  trh_sheet_add_small (sheet, _("The gap is that of all ballots, null ones too, against the signatures on the roll; “–” where "
                                "they were not counted, and where a figure may not be told of one town."));
}

/* Each town as it was closed. */
void
trh_minutes_add_towns (TrhSheet *sheet, TrhProject *project, const TrhResultRecord *total)
{
  g_autoptr(GPtrArray) sessions = list_sessions (project, total);

  trh_sheet_add_heading (sheet, _("Towns"));
  add_sessions (sheet, project, sessions);
  add_figures (sheet, project, sessions, total);
  add_urns (sheet, project, sessions);
}

/**
 * trh_minutes_list_presidents:
 *
 * Returns: (transfer full) (element-type utf8): a line to sign on for the president of each town; the last is still to be
 *   %NULL
 */
GPtrArray *
trh_minutes_list_presidents (TrhProject *project, const TrhResultRecord *total)
{
  g_autoptr(GPtrArray) sessions = list_sessions (project, total);
  GPtrArray *names = trh_minutes_new_cells ();

  for (guint i = 0; i < sessions->len; i++)
    {
      const TrhResultRecord *session = sessions->pdata[i];
      g_autofree char *town = trh_describe_id (project, session->commune_id);

      g_ptr_array_add (names, *session->president != '\0'
                                /* Translators: a person, then a town: below it the person signs */
                                ? g_strdup_printf (_("%1$s (president, %2$s)"), session->president, town)
                                /* Translators: a town: below it a person writes their name and signs */
                                : g_strdup_printf (_("The president of %s:"), town));
    }
  return names;
}

static const TrhTallyRecord *
find_tally (const TrhResultRecord *session, const char *artist_id)
{
  for (guint i = 0; i < session->tallies->len; i++)
    if (g_str_equal (((const TrhTallyRecord *) session->tallies->pdata[i])->artist_id, artist_id))
      return session->tallies->pdata[i];
  return NULL;
}

/* The grades of each town that may be shown. */
static void
add_grades (TrhSheet *sheet, TrhProject *project, const TrhPollRecord *poll, const TrhResultRecord *total)
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

/* In digits and in letters, (transfer full). */
static char *
say_voices (const TrhTallyRecord *tally)
{
  g_autofree char *letters = tally != NULL ? trh_number_say ((guint) tally->voices, TRUE) : NULL;

  return tally != NULL ? g_strdup_printf ("%d (%s)", tally->voices, letters) : g_strdup ("–");
}

/* The voices of each town that may be shown, a few towns beside each other. */
static void
add_voices (TrhSheet *sheet, TrhProject *project, const TrhResultRecord *total)
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
          columns[i + 1] = (TrhSheetColumn) { towns->pdata[i], 1.6, FALSE };
        }
      for (guint row = 0; row < total->tallies->len; row++)
        {
          const TrhTallyRecord *artist = total->tallies->pdata[row];

          g_ptr_array_add (cells, g_strdup (artist->name));
          for (guint i = 0; i < n; i++)
            {
              const TrhTallyRecord *tally = find_tally (shown->pdata[first + i], artist->artist_id);

              g_ptr_array_add (cells, say_voices (tally));
            }
        }
      trh_sheet_add_table (sheet, columns, n + 1, cells);
    }
  if (g_strv_length (total->sessions) > shown->len)
    trh_sheet_add_small (sheet, _("Towns with fewer than ten expressed ballots, and those whose figures would follow by "
                                  "subtraction, are left out: they could say who chose what."));
}

/* What was counted in each town that may be shown. */
void
trh_minutes_add_town_results (TrhSheet *sheet, TrhProject *project, const TrhPollRecord *poll, const TrhResultRecord *total)
{
  if (poll->ballot == TRH_BALLOT_GRADES)
    add_grades (sheet, project, poll, total);
  else
    add_voices (sheet, project, total);
}
