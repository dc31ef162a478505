/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/exchange/trh-minutes-private.h"

#include <glib/gi18n.h>

#include "core/base/trh-day.h"
#include "core/base/trh-text.h"
#include "core/exchange/trh-poll-sums.h"
#include "core/voting/trh-fingerprint.h"
#include "core/voting/trh-reconciliation.h"
#include "core/voting/trh-typing.h"

/* @day: where it is another one than that of the session; else 0 */
static void
add_moment (GPtrArray *cells, const char *name, int day, int minute, char *const names[2])
{
  g_autofree char *moment = minute >= 0 ? trh_minutes_say_moment (day, minute) : NULL;
  g_autofree char *text = NULL;

  if (names[0] == NULL)
    return;
  /* Translators: a clock time, and the two people who opened or closed the urn then */
  text = moment != NULL ? g_strdup_printf (_("%1$s, by %2$s and %3$s"), moment, names[0], names[1])
                        /* Translators: the two people who opened or closed the urn */
                        : g_strdup_printf (_("by %1$s and %2$s"), names[0], names[1]);
  trh_minutes_add_pair (cells, name, text);
}

static void
add_fingerprint (TrhSheet *sheet, const char *fingerprint)
{
  g_autofree char *words = trh_fingerprint_say (fingerprint);

  trh_sheet_add_heading (sheet, _("The sealed urn"));
  trh_sheet_add_text (sheet, _("Whoever reads these words aloud and hears the same from another copy has the same urn: "
                               "not one ballot was changed, added or taken away."));
  if (words != NULL)
    trh_sheet_add_code (sheet, words);
  trh_sheet_add_code (sheet, fingerprint);
}

static const char *
get_town (const TrhUrnContent *urn)
{
  return *urn->place != '\0' ? urn->place : urn->session_id;
}

/**
 * trh_minutes_of_opening:
 * @kit: what is asked
 * @urn: the urn as it was opened, without a ballot
 *
 * Returns: (transfer full): the record that the urn was empty
 */
TrhSheet *
trh_minutes_of_opening (const TrhKit *kit, const TrhUrnContent *urn)
{
  g_autoptr(TrhRecord) poll = (TrhRecord *) trh_kit_make_poll (kit);
  const TrhMinutesRule rule = { kit->season, (const TrhPollRecord *) poll, kit->guarantees };
  const char *town = get_town (urn);
  g_autofree char *of_town = trh_text_of (town);
  /* Translators: a title; %s is as in “of Séderon” */
  g_autofree char *title = g_strdup_printf (_("Opening of the urn %s"), of_town);
  TrhSheet *sheet = trh_minutes_begin (&rule, title, urn->day);
  g_autoptr(GPtrArray) cells = trh_minutes_new_cells ();
  g_autoptr(GPtrArray) names = trh_minutes_list_signers (urn);
  g_autofree char *day = trh_day_say (urn->day);

  trh_sheet_add_heading (sheet, _("The session"));
  trh_minutes_add_pair (cells, _("Town"), town);
  trh_minutes_add_pair (cells, _("Day"), urn->day != 0 ? day : NULL);
  add_moment (cells, _("Opened"), 0, urn->opened_at, urn->opened_by);
  trh_minutes_add_figure (cells, _("Ballots in the urn"), trh_urn_content_get_n_boxes (urn));
  trh_minutes_add_figure (cells, _("Codes made for it"), trh_urn_content_get_n_codes (urn));
  trh_sheet_add_pairs (sheet, cells);
  if (trh_urn_content_get_n_boxes (urn) == 0)
    trh_sheet_add_text (sheet, _("Those who sign have seen that the urn is empty."));
  trh_minutes_add_rule (sheet, &rule);
  trh_minutes_add_signatures (sheet, names);

  return sheet;
}

static void
add_session (TrhSheet *sheet, const TrhUrnContent *urn, const char *town)
{
  g_autoptr(GPtrArray) cells = trh_minutes_new_cells ();
  g_autofree char *day = trh_day_say (urn->day);

  trh_sheet_add_heading (sheet, _("The session"));
  trh_minutes_add_pair (cells, _("Town"), town);
  trh_minutes_add_line (cells, _("Hall"), NULL); /* an urn knows its town only */
  trh_minutes_add_pair (cells, _("Day"), urn->day != 0 ? day : NULL);
  add_moment (cells, _("Opened"), 0, urn->opened_at, urn->opened_by);
  trh_minutes_add_pair (cells, _("At the opening"), _("The urn was empty."));
  add_moment (cells, C_("minutes", "Closed"), urn->closed_day, urn->closed_at, urn->closed_by);
  trh_sheet_add_pairs (sheet, cells);
}

/* How far @found is from @due; nothing where one of them was not counted. */
static void
add_gap (GPtrArray *cells, const char *name, gint64 found, gint64 due)
{
  g_autofree char *gap = found >= 0 && due >= 0 ? trh_reconciliation_say_gap (found, due) : NULL;

  trh_minutes_add_pair (cells, name, gap);
}

/* The ballots of paper on their way, from the printer to the box. */
static void
add_paper (GPtrArray *cells, const TrhUrnContent *urn, const TrhReconciliation *figures)
{
  static const TrhUrnBureau nothing = { NULL, NULL, NULL, NULL, -1, -1, -1, -1 };
  const TrhUrnBureau *bureau = urn->bureau != NULL ? urn->bureau : &nothing;
  const gboolean all = figures->paper_found >= 0 && bureau->left >= 0 && bureau->spoiled >= 0;

  if (urn->lots->len == 0 && figures->paper_found < 0 && bureau->printed < 0)
    return;
  trh_minutes_add_noted (cells, _("Paper ballots printed"), bureau->printed);
  trh_minutes_add_noted (cells, _("Paper ballots found in the box"), figures->paper_found);
  trh_minutes_add_noted (cells, _("Paper ballots left"), bureau->left);
  trh_minutes_add_noted (cells, _("Paper ballots spoiled"), bureau->spoiled);
  add_gap (cells, _("All of them against printed"),
           all ? (gint64) figures->paper_found + bureau->left + bureau->spoiled : -1, bureau->printed);
  trh_minutes_add_figure (cells, _("Paper ballots typed"), figures->paper + figures->nulls);
  add_gap (cells, _("Typed against found"), figures->paper + figures->nulls, figures->paper_found);
}

static void
add_ballots (TrhSheet *sheet, const TrhUrnContent *urn)
{
  g_autoptr(GPtrArray) cells = trh_minutes_new_cells ();
  g_autoptr(GPtrArray) sentences = NULL;
  guint nulls[TRH_N_NULL_CAUSES] = { 0 }, n_nulls = trh_urn_content_count_nulls (urn, nulls);
  TrhReconciliation figures;

  trh_reconciliation_init (&figures, urn);
  trh_sheet_add_heading (sheet, _("Ballots, codes and signatures"));
  trh_minutes_add_figure (cells, _("Ballots in the urn"), trh_urn_content_get_n_boxes (urn));
  trh_minutes_add_figure (cells, _("of which with a code"), figures.ballots);
  if (figures.paper > 0 || n_nulls > 0)
    {
      trh_minutes_add_figure (cells, _("of which on paper"), figures.paper);
      trh_minutes_add_figure (cells, _("Null ballots, on paper"), n_nulls);
      for (guint cause = 0; cause < TRH_N_NULL_CAUSES; cause++)
        if (nulls[cause] > 0)
          {
            /* Translators: why a paper ballot counts for nothing */
            g_autofree char *name = g_strdup_printf (_("null: %s"), trh_null_cause_say (cause));

            trh_minutes_add_figure (cells, name, nulls[cause]);
          }
    }
  trh_minutes_add_figure (cells, _("Codes made"), figures.codes);
  trh_minutes_add_figure (cells, _("Codes used"), figures.used);
  trh_minutes_add_figure (cells, _("Codes cancelled"), figures.cancelled);
  trh_minutes_add_noted (cells, _("Slips left on the table"), figures.slips_left);
  add_gap (cells, _("Slips against codes left"), figures.slips_left,
           (gint64) figures.codes - figures.used - figures.cancelled);
  add_paper (cells, urn, &figures);
  trh_minutes_add_noted_feminine (cells, _("People on the roll"), urn->bureau != NULL ? urn->bureau->registered : -1);
  trh_minutes_add_noted_feminine (cells, _("Signatures on the roll"), figures.signatures);
  add_gap (cells, _("Ballots against signatures"), (gint64) figures.ballots + figures.paper + figures.nulls,
           figures.signatures);
  trh_sheet_add_pairs (sheet, cells);

  sentences = trh_reconciliation_say (&figures, NULL);
  for (guint i = 0; i < sentences->len; i++)
    trh_sheet_add_text (sheet, sentences->pdata[i]);
}

/**
 * trh_minutes_of_session:
 * @kit: what was asked
 * @urn: the closed urn
 * @fingerprint: of its file, 64 hexadecimal digits
 * @session: (nullable): the session in the season; when it is counted the figures of the town are told
 *
 * Returns: (transfer full): the minutes of one town
 */
TrhSheet *
trh_minutes_of_session (const TrhKit *kit, const TrhUrnContent *urn, const char *fingerprint, const TrhResultRecord *session)
{
  g_autoptr(TrhRecord) poll = (TrhRecord *) trh_kit_make_poll (kit);
  const TrhMinutesRule rule = { kit->season, (const TrhPollRecord *) poll, kit->guarantees };
  const char *town = get_town (urn);
  g_autofree char *of_town = trh_text_of (town);
  /* Translators: a title; %s is as in “of Séderon” */
  g_autofree char *title = g_strdup_printf (_("Minutes of the session %s"), of_town);
  TrhSheet *sheet = trh_minutes_begin (&rule, title, urn->day);
  g_autoptr(GPtrArray) names = trh_minutes_list_signers (urn);

  add_session (sheet, urn, town);
  trh_minutes_add_bureau (sheet, urn);
  trh_minutes_add_rule (sheet, &rule);
  add_ballots (sheet, urn);
  if (session != NULL && session->state == TRH_RESULT_COUNTED)
    trh_minutes_add_results (sheet, rule.poll, session);
  else
    trh_sheet_add_text (sheet, _("Nothing is counted yet: that takes both passphrases of the vote, after all towns have "
                                 "closed."));
  trh_minutes_add_remarks (sheet, urn->incidents, urn->remarks);
  trh_minutes_add_annexes (sheet, urn);
  add_fingerprint (sheet, fingerprint);
  trh_minutes_add_purge (sheet, rule.poll);
  trh_minutes_add_signatures (sheet, names);

  return sheet;
}
