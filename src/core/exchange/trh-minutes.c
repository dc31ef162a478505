/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/exchange/trh-minutes.h"

#include <glib/gi18n.h>

#include "core/base/trh-day.h"
#include "core/base/trh-number-words.h"
#include "core/model/trh-describe.h"
#include "core/model/trh-poll-words.h"
#include "core/voting/trh-count.h"
#include "core/voting/trh-explain.h"
#include "core/voting/trh-fingerprint.h"
#include "core/voting/trh-reconciliation.h"
#include "core/voting/trh-typing.h"
#include "trh-config.h"

#define TOWNS_BESIDE 5 /* columns that an A4 page takes */

static void
add_pair (GPtrArray *cells, const char *name, const char *value)
{
  if (value == NULL || *value == '\0')
    return;
  g_ptr_array_add (cells, g_strdup (name));
  g_ptr_array_add (cells, g_strdup (value));
}

/* A figure, and the same in letters: nobody can add a digit with a pen. */
static void
add_figure (GPtrArray *cells, const char *name, guint figure)
{
  g_autofree char *letters = trh_number_say (figure, FALSE);
  g_autofree char *text = g_strdup_printf ("%u (%s)", figure, letters);

  add_pair (cells, name, text);
}

static void
add_moment (GPtrArray *cells, const char *name, int minute, char *const names[2])
{
  g_autofree char *clock = minute >= 0 ? trh_clock_say (minute) : NULL;
  g_autofree char *text = NULL;

  if (names[0] == NULL)
    return;
  /* Translators: a clock time, and the two people who opened or closed the urn then */
  text = clock != NULL ? g_strdup_printf (_("%1$s, by %2$s and %3$s"), clock, names[0], names[1])
                       /* Translators: the two people who opened or closed the urn */
                       : g_strdup_printf (_("by %1$s and %2$s"), names[0], names[1]);
  add_pair (cells, name, text);
}

static GPtrArray *
new_cells (void)
{
  return g_ptr_array_new_with_free_func (g_free);
}

/* Title, stamp, foot, legal status and question. */
static TrhSheet *
begin (TrhProject *project, const TrhPollRecord *poll, const char *title, int day)
{
  char written[TRH_DAY_TEXT];
  TrhSheet *sheet = trh_sheet_new (title, trh_day_write (day, written));
  const TrhSeasonRecord *season = trh_project_peek_season (project);
  g_autofree char *footer = g_strdup_printf ("%s · Transhumances %s", title, TRH_VERSION);

  if (poll->rehearsal)
    trh_sheet_set_stamp (sheet, C_("stamp", "REHEARSAL"));
  trh_sheet_set_footer (sheet, footer);
  trh_sheet_add_title (sheet, title);
  if (*season->title != '\0')
    trh_sheet_add_text (sheet, season->title);
  trh_sheet_add_small (sheet, poll->rehearsal
                                ? _("This was a rehearsal: nothing on these pages counts.")
                                : _("Indicative pre-selection by the association. It is not a consultation of electors in the "
                                    "sense of the law: the association and the communes decide on the programme."));
  return sheet;
}

static char *
list_quotas (TrhProject *project, const TrhPollRecord *poll)
{
  g_autoptr(GPtrArray) parts = new_cells ();

  for (guint i = 0; i < poll->quotas->len; i++)
    {
      const TrhQuotaRecord *quota = poll->quotas->pdata[i];
      g_autofree char *valley = quota->kind == TRH_QUOTA_VALLEY ? trh_describe_id (project, quota->group) : NULL;
      const char *group = valley != NULL ? valley : quota->group;

      if (quota->least > 0)
        /* Translators: a guarantee; a valley or a discipline, and how many artists of it at least */
        g_ptr_array_add (parts, g_strdup_printf (_("%1$s: %2$d at least"), group, quota->least));
      if (quota->most < poll->seats)
        /* Translators: a guarantee; a valley or a discipline, and how many artists of it at most */
        g_ptr_array_add (parts, g_strdup_printf (_("%1$s: %2$d at most"), group, quota->most));
    }
  g_ptr_array_add (parts, NULL);

  return g_strjoinv (" · ", (char **) parts->pdata);
}

static void
add_rule (TrhSheet *sheet, TrhProject *project, const TrhPollRecord *poll)
{
  g_autoptr(GPtrArray) cells = new_cells ();
  const TrhMethod *method = trh_method_find (poll->method);
  g_autofree char *limits = trh_poll_say_limits (poll);
  g_autofree char *quotas = list_quotas (project, poll);
  g_autoptr(GPtrArray) names = new_cells ();
  g_autofree char *artists = NULL;

  for (guint i = 0; i < poll->candidates->len; i++)
    {
      const TrhCandidateRecord *candidate = poll->candidates->pdata[i];

      g_ptr_array_add (names, g_strdup_printf ("%s. %s", candidate->letter, candidate->name));
    }
  g_ptr_array_add (names, NULL);
  artists = g_strjoinv (" · ", (char **) names->pdata);

  trh_sheet_add_heading (sheet, _("The question and the rule"));
  add_pair (cells, _("Question"), poll->question);
  add_pair (cells, _("Who may vote"), poll->who_votes);
  add_pair (cells, _("Artists on the ballot"), artists);
  add_pair (cells, _("Order on the ballot"), poll->order == TRH_ORDER_ROTATION
                                               ? _("Each ballot begins with another artist, so that none is always first.")
                                               : _("The same on each ballot."));
  if (poll->ballot == TRH_BALLOT_APPROVAL)
    add_pair (cells, _("What voters may tick"), limits);
  add_pair (cells, _("How it is counted"), method != NULL ? _(method->name) : poll->method);
  add_pair (cells, "", method != NULL ? _(method->sentence) : NULL);
  add_figure (cells, _("Artists to choose"), (guint) poll->seats);
  add_pair (cells, _("Equal results"), trh_poll_say_ties (poll));
  add_pair (cells, _("Guarantees"), quotas);
  trh_sheet_add_pairs (sheet, cells);
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

static gboolean
is_among (char *const people[2], const char *name)
{
  return g_strcmp0 (people[0], name) == 0 || g_strcmp0 (people[1], name) == 0;
}

/* Each person signs once. */
static void
add_names (GPtrArray *names, char *const opened_by[2], char *const closed_by[2])
{
  for (guint i = 0; i < 2 && opened_by[i] != NULL; i++)
    g_ptr_array_add (names, g_strdup_printf ("%s (%s)", opened_by[i],
                                             is_among (closed_by, opened_by[i]) ? C_("function", "opened and closed the urn")
                                                                                : C_("function", "opened the urn")));
  for (guint i = 0; i < 2 && closed_by[i] != NULL; i++)
    if (!is_among (opened_by, closed_by[i]))
      g_ptr_array_add (names, g_strdup_printf ("%s (%s)", closed_by[i], C_("function", "closed the urn")));
}

static void
add_signatures (TrhSheet *sheet, GPtrArray *names)
{
  trh_sheet_add_heading (sheet, _("Signatures"));
  trh_sheet_add_text (sheet, _("Drawn up in the room in two copies, read aloud and signed."));
  g_ptr_array_add (names, NULL);
  trh_sheet_add_signatures (sheet, (const char *const *) names->pdata);
}

static char *
get_town (TrhProject *project, const TrhUrnContent *urn)
{
  return *urn->place != '\0' ? g_strdup (urn->place) : trh_describe_id (project, urn->session_id);
}

/**
 * trh_minutes_of_opening:
 * @project: the season
 * @poll: what is asked
 * @urn: the urn as it was opened, without a ballot
 *
 * Returns: (transfer full): the record that the urn was empty
 */
TrhSheet *
trh_minutes_of_opening (TrhProject *project, const TrhPollRecord *poll, const TrhUrnContent *urn)
{
  g_autofree char *town = get_town (project, urn);
  /* Translators: a title; %s is a town */
  g_autofree char *title = g_strdup_printf (_("Opening of the urn of %s"), town);
  TrhSheet *sheet = begin (project, poll, title, urn->day);
  g_autoptr(GPtrArray) cells = new_cells ();
  g_autoptr(GPtrArray) names = new_cells ();
  g_autofree char *day = trh_day_say (urn->day);

  trh_sheet_add_heading (sheet, _("The session"));
  add_pair (cells, _("Town"), town);
  add_pair (cells, _("Day"), urn->day != 0 ? day : NULL);
  add_moment (cells, _("Opened"), urn->opened_at, urn->opened_by);
  add_figure (cells, _("Ballots in the urn"), trh_urn_content_get_n_boxes (urn));
  add_figure (cells, _("Codes made for it"), trh_urn_content_get_n_codes (urn));
  trh_sheet_add_pairs (sheet, cells);
  if (trh_urn_content_get_n_boxes (urn) == 0)
    trh_sheet_add_text (sheet, _("Those who sign have seen that the urn is empty."));
  add_rule (sheet, project, poll);
  add_names (names, urn->opened_by, (char *[2]) { NULL, NULL });
  add_signatures (sheet, names);

  return sheet;
}

static void
add_session (TrhSheet *sheet, const TrhUrnContent *urn, const char *town)
{
  g_autoptr(GPtrArray) cells = new_cells ();
  g_autofree char *day = trh_day_say (urn->day);

  trh_sheet_add_heading (sheet, _("The session"));
  add_pair (cells, _("Town"), town);
  add_pair (cells, _("Day"), urn->day != 0 ? day : NULL);
  add_moment (cells, _("Opened"), urn->opened_at, urn->opened_by);
  add_pair (cells, _("At the opening"), _("The urn was empty."));
  add_moment (cells, _("Closed"), urn->closed_at, urn->closed_by);
  trh_sheet_add_pairs (sheet, cells);
}

static void
add_ballots (TrhSheet *sheet, const TrhUrnContent *urn)
{
  g_autoptr(GPtrArray) cells = new_cells ();
  g_autoptr(GPtrArray) sentences = NULL;
  guint nulls[TRH_N_NULL_CAUSES] = { 0 }, n_nulls = trh_urn_content_count_nulls (urn, nulls);
  TrhReconciliation figures;

  trh_reconciliation_init (&figures, urn);
  trh_sheet_add_heading (sheet, _("Ballots, codes and signatures"));
  add_figure (cells, _("Ballots in the urn"), trh_urn_content_get_n_boxes (urn));
  add_figure (cells, _("of which with a code"), figures.ballots);
  if (figures.paper > 0 || n_nulls > 0)
    {
      add_figure (cells, _("of which on paper"), figures.paper);
      add_figure (cells, _("Null ballots, on paper"), n_nulls);
      for (guint cause = 0; cause < TRH_N_NULL_CAUSES; cause++)
        if (nulls[cause] > 0)
          {
            /* Translators: why a paper ballot counts for nothing */
            g_autofree char *name = g_strdup_printf (_("null: %s"), trh_null_cause_say (cause));

            add_figure (cells, name, nulls[cause]);
          }
    }
  add_figure (cells, _("Codes made"), figures.codes);
  add_figure (cells, _("Codes used"), figures.used);
  add_figure (cells, _("Codes cancelled"), figures.cancelled);
  if (figures.slips_left >= 0)
    add_figure (cells, _("Slips left on the table"), (guint) figures.slips_left);
  if (figures.signatures >= 0)
    add_figure (cells, _("Signatures on the roll"), (guint) figures.signatures);
  trh_sheet_add_pairs (sheet, cells);

  sentences = trh_reconciliation_say (&figures, NULL);
  for (guint i = 0; i < sentences->len; i++)
    trh_sheet_add_text (sheet, sentences->pdata[i]);
}

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
static void
add_results (TrhSheet *sheet, const TrhPollRecord *poll, const TrhResultRecord *result, gboolean total)
{
  const TrhSheetColumn columns[] = {
    { _("Artist"), 4, FALSE }, { C_("votes", "Voices"), 1, TRUE }, { _("In letters"), 3, FALSE }, { _("Outcome"), 1.6, FALSE },
  };
  const guint n_columns = total ? G_N_ELEMENTS (columns) : G_N_ELEMENTS (columns) - 1;
  g_autoptr(GPtrArray) cells = new_cells ();
  g_autoptr(GPtrArray) sums = new_cells ();
  g_autoptr(GPtrArray) sorted = trh_result_rank (result);

  trh_sheet_add_heading (sheet, _("What was counted"));
  add_figure (sums, _("Ballots in the urn"), (guint) result->ballots);
  add_figure (sums, _("Blank"), (guint) result->blank);
  add_figure (sums, _("Expressed"), (guint) MAX (result->ballots - result->blank, 0));
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

static void
add_remarks (TrhSheet *sheet, const char *incidents, const char *remarks)
{
  trh_sheet_add_heading (sheet, _("Incidents, remarks and complaints"));
  if (*incidents == '\0' && *remarks == '\0')
    trh_sheet_add_text (sheet, _("None was told."));
  if (*incidents != '\0')
    trh_sheet_add_text (sheet, incidents);
  if (*remarks != '\0')
    trh_sheet_add_text (sheet, remarks);
}

static void
add_purge (TrhSheet *sheet, const TrhPollRecord *poll)
{
  g_autofree char *day = NULL, *text = NULL;

  if (poll->purge_day == 0)
    return;
  day = trh_day_say (poll->purge_day);
  /* Translators: %s is a day */
  text = g_strdup_printf (_("The roll, the codes and the opened ballots are destroyed on %s."), day);
  trh_sheet_add_text (sheet, text);
}

/**
 * trh_minutes_of_session:
 * @project: the season
 * @poll: what was asked
 * @urn: the closed urn
 * @fingerprint: of its file, 64 hexadecimal digits
 * @session: (nullable): the session in the season; when it is counted the figures of the town are told
 *
 * Returns: (transfer full): the minutes of one town
 */
TrhSheet *
trh_minutes_of_session (TrhProject *project, const TrhPollRecord *poll, const TrhUrnContent *urn, const char *fingerprint,
                        const TrhResultRecord *session)
{
  g_autofree char *town = get_town (project, urn);
  /* Translators: a title; %s is a town */
  g_autofree char *title = g_strdup_printf (_("Minutes of the session of %s"), town);
  TrhSheet *sheet = begin (project, poll, title, urn->day);
  g_autoptr(GPtrArray) names = new_cells ();

  add_session (sheet, urn, town);
  add_rule (sheet, project, poll);
  add_ballots (sheet, urn);
  if (session != NULL && session->state == TRH_RESULT_COUNTED)
    add_results (sheet, poll, session, FALSE);
  else
    trh_sheet_add_text (sheet, _("Nothing is counted yet: that takes both passphrases of the vote, after all towns have "
                                 "closed."));
  add_remarks (sheet, urn->incidents, urn->remarks);
  add_fingerprint (sheet, fingerprint);
  add_purge (sheet, poll);
  add_names (names, urn->opened_by, urn->closed_by);
  add_signatures (sheet, names);

  return sheet;
}

/* Each town as it was closed. */
static void
add_towns (TrhSheet *sheet, TrhProject *project, const TrhResultRecord *total)
{
  const TrhSheetColumn columns[] = {
    { _("Town"), 2.4, FALSE },   { _("Day"), 1.8, FALSE }, { _("Codes"), 1, TRUE },
    { _("Ballots"), 1.4, TRUE }, { _("Blank"), 1, TRUE },  { _("Urn"), 3.2, FALSE },
  };
  g_autoptr(GPtrArray) cells = new_cells ();

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
      g_autoptr(GPtrArray) towns = new_cells ();
      g_autoptr(GPtrArray) cells = new_cells ();

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
  TrhSheet *sheet = begin (project, poll, _("Minutes of all sessions"), total->day);
  g_autoptr(GPtrArray) names = new_cells ();

  add_rule (sheet, project, poll);
  add_towns (sheet, project, total);
  add_results (sheet, poll, total, TRUE);
  add_town_results (sheet, project, total);
  add_remarks (sheet, total->incidents, total->remarks);
  add_purge (sheet, poll);
  g_ptr_array_add (names, g_strdup (C_("function", "for the association")));
  g_ptr_array_add (names, g_strdup (C_("function", "for the communes")));
  add_signatures (sheet, names);

  return sheet;
}
