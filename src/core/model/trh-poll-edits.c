/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/model/trh-poll-edits.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/base/trh-day.h"
#include "core/base/trh-limits.h"
#include "core/base/trh-text.h"
#include "core/model/trh-describe.h"
#include "core/model/trh-poll-bags.h"
#include "core/model/trh-poll-facts.h"
#include "core/model/trh-poll-guarantees.h"
#include "core/model/trh-turnout.h"

G_DEFINE_QUARK (trh-poll-error-quark, trh_poll_error)

static gboolean
fail (GError **error, TrhPollError code, const char *sentence)
{
  g_set_error_literal (error, TRH_POLL_ERROR, code, sentence);
  return FALSE;
}

/**
 * trh_poll_check:
 * @poll: a poll being prepared
 * @error: return location for %TRH_POLL_ERROR_INCOMPLETE, a sentence for the person
 *
 * Returns: whether residents could vote on it as it stands
 */
gboolean
trh_poll_check (const TrhPollRecord *poll, GError **error)
{
  const int n = (int) poll->candidates->len;

  if (*poll->question == '\0')
    return fail (error, TRH_POLL_ERROR_INCOMPLETE, _("Write the question that residents are asked."));
  if (n < 2)
    return fail (error, TRH_POLL_ERROR_INCOMPLETE, _("Choose at least two artists."));
  if (n > TRH_MAX_CANDIDATES)
    return fail (error, TRH_POLL_ERROR_INCOMPLETE, _("There are too many artists for one ballot."));
  if (poll->seats > n)
    return fail (error, TRH_POLL_ERROR_INCOMPLETE, _("There are more places than artists."));
  if (poll->min_choices > n || poll->max_choices > n)
    return fail (error, TRH_POLL_ERROR_INCOMPLETE, _("A ballot cannot ask for more choices than there are artists."));
  if (poll->max_choices > 0 && poll->min_choices > poll->max_choices)
    return fail (error, TRH_POLL_ERROR_INCOMPLETE, _("The fewest choices are more than the most."));
  return TRUE;
}

/**
 * trh_poll_get_letter:
 * @place: from 0, below 26 × 27
 * @letter: (out): where it is written
 *
 * Returns: A, B, C… and AA after Z
 */
const char *
trh_poll_get_letter (guint place, char letter[TRH_POLL_LETTERS])
{
  guint n = 0;

  if (place >= 26)
    letter[n++] = (char) ('A' + place / 26 - 1);
  letter[n++] = (char) ('A' + place % 26);
  letter[n] = '\0';
  return letter;
}

/**
 * trh_poll_letter:
 * @poll: a record that is not frozen yet
 *
 * Gives the candidates their letters, in the order of the list.
 */
void
trh_poll_letter (TrhPollRecord *poll)
{
  for (guint i = 0; i < poll->candidates->len; i++)
    {
      TrhCandidateRecord *candidate = trh_record_copy (poll->candidates->pdata[i]);
      char letter[TRH_POLL_LETTERS];

      trh_record_set_text (&candidate->letter, trh_poll_get_letter (i, letter));
      trh_record_unref (poll->candidates->pdata[i]);
      poll->candidates->pdata[i] = candidate;
    }
}

/**
 * trh_poll_find_sessions:
 *
 * Returns: (transfer full) (element-type TrhResult): the sessions of a poll, one for each town hall, in the
 *   order in which they were opened; those in a bag and those that were called off are not among them
 */
GPtrArray *
trh_poll_find_sessions (TrhProject *project, const char *poll_id)
{
  GPtrArray *sessions = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < trh_project_count (project, TRH_RESULTS); i++)
    {
      const TrhResultRecord *record = trh_project_peek_record (project, TRH_RESULTS, i);

      if (g_str_equal (record->poll_id, poll_id) && *record->commune_id != '\0' && record->state != TRH_RESULT_PREPARED &&
          record->state != TRH_RESULT_CALLED_OFF)
        g_ptr_array_add (sessions, g_object_ref (trh_project_peek (project, TRH_RESULTS, i)));
    }
  return sessions;
}

/* The result of all sessions together, or %NULL, (transfer none). */
TrhResult *
trh_poll_find_total (TrhProject *project, const char *poll_id)
{
  for (guint i = trh_project_count (project, TRH_RESULTS); i-- > 0; )
    {
      const TrhResultRecord *record = trh_project_peek_record (project, TRH_RESULTS, i);

      if (g_str_equal (record->poll_id, poll_id) && *record->commune_id == '\0')
        return trh_project_peek (project, TRH_RESULTS, i);
    }
  return NULL;
}

/* The first session that is open, or %NULL, (transfer none). */
TrhResult *
trh_poll_find_open (TrhProject *project, const char *poll_id)
{
  g_autoptr(GPtrArray) sessions = trh_poll_find_sessions (project, poll_id);

  for (guint i = 0; i < sessions->len; i++)
    {
      const TrhResultRecord *record = trh_entity_peek_record (sessions->pdata[i]);

      if (record->state == TRH_RESULT_OPEN)
        return sessions->pdata[i];
    }
  return NULL;
}

/* @label: (transfer full) */
static TrhEdit *
edit_new (char *label)
{
  g_autofree char *owned = label;

  return trh_edit_new (owned);
}

/**
 * trh_poll_edit_prepare:
 * @poll: (nullable): a draft that is changed; %NULL for a new poll
 * @record: (transfer full): its new #TrhPollRecord
 * @error: return location for a #TrhPollError
 *
 * Returns: (transfer full): the edit, or %NULL with @error set
 */
TrhEdit *
trh_poll_edit_prepare (TrhProject *project, TrhPoll *poll, gpointer record, GError **error)
{
  g_autoptr(TrhRecord) after = record;
  const TrhPollRecord *before = poll != NULL ? trh_entity_peek_record (TRH_ENTITY (poll)) : NULL;
  TrhPollRecord *draft = record;
  TrhEdit *edit;

  if (before != NULL && before->state != TRH_POLL_DRAFT)
    {
      fail (error, TRH_POLL_ERROR_STATE, _("The keys of this vote are made: it can no longer be changed."));
      return NULL;
    }
  if (!trh_poll_check (draft, error) || !trh_poll_check_guarantees (project, draft, error) ||
      !trh_record_check (draft, "polls", error))
    return NULL;

  trh_poll_letter (draft);
  /* Translators: what the person does; %s is the question of the vote */
  edit = edit_new (before != NULL ? g_strdup_printf (_("Change vote “%s”"), draft->question)
                                  /* Translators: what the person does; %s is the question of the vote */
                                  : g_strdup_printf (_("Prepare vote “%s”"), draft->question));
  if (before != NULL)
    trh_edit_replace_record (edit, before, g_steal_pointer (&after));
  else
    trh_edit_insert (edit, g_steal_pointer (&after));
  return edit;
}

/**
 * trh_poll_edit_remove:
 * @error: return location for a #TrhPollError
 *
 * Only what no resident has voted on can be removed.
 *
 * Returns: (transfer full): the edit, or %NULL with @error set
 */
TrhEdit *
trh_poll_edit_remove (TrhProject *project, TrhPoll *poll, GError **error)
{
  const TrhPollRecord *record = trh_entity_peek_record (TRH_ENTITY (poll));
  g_autoptr(GPtrArray) called_off = trh_poll_find_called_off (project, record->base.id);
  TrhEdit *edit;

  if ((record->state != TRH_POLL_DRAFT && record->state != TRH_POLL_READY) || called_off->len > 0)
    {
      fail (error, TRH_POLL_ERROR_STATE, _("A session of this vote was opened: it stays in the season."));
      return NULL;
    }
  /* Translators: what the person does; %s is the question of the vote */
  edit = edit_new (g_strdup_printf (_("Delete vote “%s”"), record->question));
  trh_edit_remove (edit, poll);
  return edit;
}

/**
 * trh_poll_edit_ready:
 * @public_key: base64, of the keys that two people now hold
 * @error: return location for a #TrhPollError
 *
 * From here on the question and the candidates are fixed.
 *
 * Returns: (transfer full): the edit, or %NULL with @error set
 */
TrhEdit *
trh_poll_edit_ready (TrhProject *project, TrhPoll *poll, const char *public_key, GError **error)
{
  const TrhPollRecord *before = trh_entity_peek_record (TRH_ENTITY (poll));
  TrhPollRecord *after;
  TrhEdit *edit;

  if (before->state != TRH_POLL_DRAFT)
    {
      fail (error, TRH_POLL_ERROR_STATE, _("The keys of this vote are made already."));
      return NULL;
    }
  if (!trh_poll_check (before, error) || !trh_poll_check_guarantees (project, before, error))
    return NULL;

  /* Translators: what the person does; %s is the question of the vote */
  edit = edit_new (g_strdup_printf (_("Make the keys of vote “%s”"), before->question));
  after = trh_edit_change (edit, poll);
  after->state = TRH_POLL_READY;
  trh_record_set_text (&after->public_key, public_key);
  return edit;
}

/* Whether @names are those of two different people. */
gboolean
trh_poll_check_names (const char *const names[2], GError **error)
{
  g_autofree char *first = trh_text_fold (names[0]);
  g_autofree char *second = trh_text_fold (names[1]);

  if (*g_strstrip (first) == '\0' || *g_strstrip (second) == '\0')
    return fail (error, TRH_POLL_ERROR_INCOMPLETE, _("Two organisers are needed: write both names."));
  if (g_str_equal (first, second))
    return fail (error, TRH_POLL_ERROR_INCOMPLETE, _("Two different people are needed."));
  return TRUE;
}

void
trh_poll_set_names (char ***member, const char *const names[2])
{
  const char *const both[] = { names[0], names[1], NULL };

  trh_record_set_texts (member, both);
}

/**
 * trh_poll_check_opening:
 * @commune_id: where people vote
 * @error: return location for a #TrhPollError
 *
 * Returns: whether a session of @poll may begin there
 */
gboolean
trh_poll_check_opening (TrhProject *project, const TrhPollRecord *poll, const char *commune_id, GError **error)
{
  if (poll->state == TRH_POLL_DRAFT)
    return fail (error, TRH_POLL_ERROR_STATE, _("Make the keys of this vote first."));
  if (trh_poll_is_counted (project, poll->base.id))
    return fail (error, TRH_POLL_ERROR_STATE, _("This vote is counted: no session can be opened any more."));
  if (trh_project_find (project, TRH_COMMUNES, commune_id) == NULL)
    return fail (error, TRH_POLL_ERROR_INCOMPLETE, _("Choose the commune where people vote."));
  return TRUE;
}

/**
 * trh_poll_make_session:
 * @opening: where, when, by whom; nobody has opened it while it names no organisers
 *
 * Returns: (transfer full): the record of a session that begins, not frozen yet
 */
TrhResultRecord *
trh_poll_make_session (const TrhPollRecord *poll, const TrhSessionOpening *opening)
{
  TrhResultRecord *session = trh_record_new (&trh_result_schema, opening->session_id);

  trh_record_set_text (&session->poll_id, poll->base.id);
  trh_record_set_text (&session->commune_id, opening->commune_id);
  trh_record_set_text (&session->venue_id, opening->venue_id);
  session->state = TRH_RESULT_PREPARED;
  session->day = opening->day;
  if (opening->organisers[0] != NULL)
    {
      session->state = TRH_RESULT_OPEN;
      session->opened = opening->minute;
      trh_poll_set_names (&session->opened_by, opening->organisers);
      trh_record_set_text (&session->urn_file, opening->urn_file);
    }
  session->rehearsal = poll->rehearsal;
  trh_record_set_text (&session->method, poll->method);
  session->seats = poll->seats;
  session->codes = opening->codes;
  if (opening->slips != NULL)
    trh_record_set_texts (&session->slips, opening->slips);
  return session;
}

/**
 * trh_poll_edit_open:
 * @opening: where, when, by whom; the urn exists already and is empty
 * @error: return location for a #TrhPollError
 *
 * Returns: (transfer full): the edit, or %NULL with @error set
 */
TrhEdit *
trh_poll_edit_open (TrhProject *project, TrhPoll *poll, const TrhSessionOpening *opening, GError **error)
{
  const TrhPollRecord *before = trh_entity_peek_record (TRH_ENTITY (poll));
  g_autofree char *where = NULL;
  TrhEdit *edit;

  if (!trh_poll_check_opening (project, before, opening->commune_id, error) || !trh_poll_check_names (opening->organisers, error))
    return NULL;

  where = trh_describe_id (project, opening->commune_id);
  /* Translators: what the person does; %s is a commune */
  edit = edit_new (g_strdup_printf (_("Open a voting session: %s"), where));
  trh_edit_insert (edit, trh_poll_make_session (before, opening));
  if (before->state != TRH_POLL_OPEN)
    ((TrhPollRecord *) trh_edit_change (edit, poll))->state = TRH_POLL_OPEN;
  return edit;
}

/* Writes into a record that is not frozen yet what the closed urn of its session says. */
void
trh_result_close (TrhResultRecord *session, const TrhSessionClosing *closing)
{
  session->state = TRH_RESULT_CLOSED;
  session->closed = closing->minute;
  session->closed_day = closing->day;
  trh_poll_set_names (&session->closed_by, closing->organisers);
  session->codes = MAX (closing->codes, session->codes);
  session->ballots = closing->ballots;
  session->null_ballots = closing->null_ballots;
  session->signatures = MAX (closing->signatures, -1);
  session->registered = MAX (closing->registered, 0);
  trh_record_set_text (&session->president, closing->president != NULL ? closing->president : "");
  trh_record_set_text (&session->incidents, closing->incidents != NULL ? closing->incidents : "");
  trh_record_set_text (&session->remarks, closing->remarks != NULL ? closing->remarks : "");
  trh_record_set_text (&session->sha256, closing->fingerprint);
}

/**
 * trh_poll_edit_close:
 * @session: an open session
 * @closing: what its closed urn says
 * @error: return location for a #TrhPollError
 *
 * The poll is closed with its last open session, once every bag is back.
 *
 * Returns: (transfer full): the edit, or %NULL with @error set
 */
TrhEdit *
trh_poll_edit_close (TrhProject *project, TrhResult *session, const TrhSessionClosing *closing, GError **error)
{
  const TrhResultRecord *before = trh_entity_peek_record (TRH_ENTITY (session));
  TrhPoll *poll = trh_project_find (project, TRH_POLLS, before->poll_id);
  g_autofree char *where = trh_describe_id (project, before->commune_id);
  g_autoptr(GPtrArray) sessions = trh_poll_find_sessions (project, before->poll_id);
  guint n_open = 0;
  g_autoptr(GPtrArray) bags = trh_poll_find_bags (project, before->poll_id);
  TrhEdit *edit;

  if (before->state != TRH_RESULT_OPEN)
    {
      fail (error, TRH_POLL_ERROR_STATE, _("This session is closed already."));
      return NULL;
    }
  if (!trh_poll_check_names (closing->organisers, error))
    return NULL;

  /* Translators: what the person does; %s is a commune */
  edit = edit_new (g_strdup_printf (_("Close the voting session: %s"), where));
  trh_result_close (trh_edit_change (edit, session), closing);

  for (guint i = 0; i < sessions->len; i++)
    n_open += ((const TrhResultRecord *) trh_entity_peek_record (sessions->pdata[i]))->state == TRH_RESULT_OPEN;
  if (poll != NULL && n_open == 1 && bags->len == 0)
    ((TrhPollRecord *) trh_edit_change (edit, poll))->state = TRH_POLL_CLOSED;
  return edit;
}

static void
set_tallies (TrhResultRecord *result, GPtrArray *tallies)
{
  g_ptr_array_set_size (result->tallies, 0);
  for (guint i = 0; tallies != NULL && i < tallies->len; i++)
    g_ptr_array_add (result->tallies, trh_record_ref (tallies->pdata[i]));
}

/**
 * trh_poll_edit_count:
 * @sessions: (array length=n_sessions): what each closed session gave
 * @total: (transfer full): a new #TrhResultRecord with the sums of all sessions together; what follows from the poll
 *   and the sessions is filled in
 * @day: when it was counted
 * @error: return location for a #TrhPollError
 *
 * A vote is counted once: whoever saw a result could go on voting, or try another draw. Refused, too, where a session was
 * held, or went out in a bag, while the others were counted. Sums only enter the project, in one edit. A town without
 * tallies, or with fewer than %TRH_MIN_SHOWN expressed ballots, keeps its turnout; its figures are left out, blank ballots
 * too, since they could say who voted what.
 *
 * Returns: (transfer full): the edit, or %NULL with @error set
 */
TrhEdit *
trh_poll_edit_count (TrhProject *project, TrhPoll *poll, const TrhSessionSums *sessions, guint n_sessions, gpointer total,
                     int day, GError **error)
{
  const TrhPollRecord *before = trh_entity_peek_record (TRH_ENTITY (poll));
  g_autoptr(TrhRecord) head = total;
  g_autoptr(GPtrArray) held = trh_poll_find_sessions (project, before->base.id);
  TrhResultRecord *sum = total;
  TrhEdit *edit;

  if (trh_poll_is_counted (project, before->base.id))
    {
      fail (error, TRH_POLL_ERROR_STATE, _("This vote is counted already: its result stays as it was read out."));
      return NULL;
    }
  if (!trh_poll_check_bags (project, before->base.id, error))
    return NULL;
  if (trh_poll_find_open (project, before->base.id) != NULL || n_sessions == 0 || held->len > n_sessions)
    {
      fail (error, TRH_POLL_ERROR_STATE, _("Close all sessions first: nothing is counted before."));
      return NULL;
    }

  /* Translators: what the person does; %s is the question of the vote */
  edit = edit_new (g_strdup_printf (_("Count vote “%s”"), before->question));
  trh_record_set_text (&sum->poll_id, before->base.id);
  sum->state = TRH_RESULT_COUNTED;
  sum->day = day;
  sum->rehearsal = before->rehearsal;
  trh_record_set_text (&sum->method, before->method);
  sum->seats = before->seats;
  sum->signatures = 0;
  for (guint i = 0; i < n_sessions; i++)
    {
      TrhResult *session = trh_project_find (project, TRH_RESULTS, sessions[i].session_id);
      const gboolean is_told = sessions[i].tallies != NULL && sessions[i].ballots - sessions[i].blank >= TRH_MIN_SHOWN;
      TrhResultRecord *after;

      if (session == NULL)
        {
          trh_edit_unref (edit);
          fail (error, TRH_POLL_ERROR_STATE, _("A session of this vote is no longer in the season."));
          return NULL;
        }
      after = trh_edit_change (edit, session);
      after->state = TRH_RESULT_COUNTED;
      after->ballots = sessions[i].ballots;
      after->blank = is_told ? sessions[i].blank : -1;
      after->null_ballots = sessions[i].null_ballots;
      after->represented = sessions[i].represented;
      set_tallies (after, is_told ? sessions[i].tallies : NULL);
      trh_record_set_texts (&after->slips, (const char *const[]) { NULL }); /* no urn comes back any more; the figures stay */
      sum->codes += after->codes;
      sum->ballots += after->ballots;
      sum->blank += sessions[i].blank;
      sum->null_ballots += after->null_ballots;
      sum->signatures = trh_turnout_add_signatures (sum->signatures, after->signatures);
      trh_record_add_text (&sum->sessions, sessions[i].session_id);
    }
  trh_edit_insert (edit, g_steal_pointer (&head));
  ((TrhPollRecord *) trh_edit_change (edit, poll))->state = TRH_POLL_COUNTED;
  return edit;
}
