/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/model/trh-poll-bags.h"

#include <glib/gi18n.h>

#include "core/model/trh-describe.h"
#include "core/model/trh-poll-facts.h"

static TrhEdit *
fail (GError **error, TrhPollError code, const char *sentence)
{
  g_set_error_literal (error, TRH_POLL_ERROR, code, sentence);
  return NULL;
}

/* @label: (transfer full) */
static TrhEdit *
edit_new (char *label)
{
  g_autofree char *owned = label;

  return trh_edit_new (owned);
}

static GPtrArray *
find_in_state (TrhProject *project, const char *poll_id, TrhResultState state)
{
  GPtrArray *sessions = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < trh_project_count (project, TRH_RESULTS); i++)
    {
      const TrhResultRecord *record = trh_project_peek_record (project, TRH_RESULTS, i);

      if (g_str_equal (record->poll_id, poll_id) && record->state == (int) state)
        g_ptr_array_add (sessions, g_object_ref (trh_project_peek (project, TRH_RESULTS, i)));
    }
  return sessions;
}

/**
 * trh_poll_find_bags:
 *
 * Returns: (transfer full) (element-type TrhResult): the sessions of a poll that went out in a bag and are not back
 */
GPtrArray *
trh_poll_find_bags (TrhProject *project, const char *poll_id)
{
  return find_in_state (project, poll_id, TRH_RESULT_PREPARED);
}

/**
 * trh_poll_find_called_off:
 *
 * Returns: (transfer full) (element-type TrhResult): the sessions of a poll that were opened by mistake and called off
 */
GPtrArray *
trh_poll_find_called_off (TrhProject *project, const char *poll_id)
{
  return find_in_state (project, poll_id, TRH_RESULT_CALLED_OFF);
}

/**
 * trh_poll_check_bags:
 * @error: return location for %TRH_POLL_ERROR_STATE, which names the town halls
 *
 * Returns: whether every bag of a poll is back: asked before the count
 */
gboolean
trh_poll_check_bags (TrhProject *project, const char *poll_id, GError **error)
{
  g_autoptr(GPtrArray) bags = trh_poll_find_bags (project, poll_id);
  g_autoptr(GString) places = g_string_new (NULL);

  for (guint i = 0; i < bags->len; i++)
    {
      const TrhResultRecord *record = trh_entity_peek_record (bags->pdata[i]);
      g_autofree char *place = trh_describe_id (project, record->commune_id);

      g_string_append_printf (places, "%s%s", i > 0 ? ", " : "", place);
    }
  if (bags->len > 0)
    g_set_error (error, TRH_POLL_ERROR, TRH_POLL_ERROR_STATE,
                 /* Translators: town halls */
                 _("A bag is not back yet: %s. Bring in its urn, or say that it was not used."), places->str);
  return bags->len == 0;
}

/**
 * trh_poll_edit_pack:
 * @bag: where it goes and how many codes are in it; nobody has opened it, so it names no organisers
 * @error: return location for a #TrhPollError
 *
 * Notes that a bag goes out.
 *
 * Returns: (transfer full): the edit, or %NULL with @error set
 */
TrhEdit *
trh_poll_edit_pack (TrhProject *project, TrhPoll *poll, const TrhSessionOpening *bag, GError **error)
{
  const TrhPollRecord *before = trh_entity_peek_record (TRH_ENTITY (poll));
  g_autofree char *where = NULL;
  TrhEdit *edit;

  if (!trh_poll_check_opening (project, before, bag->commune_id, error))
    return NULL;

  where = trh_describe_id (project, bag->commune_id);
  /* Translators: what the person does; %s is a commune */
  edit = edit_new (g_strdup_printf (_("Prepare a bag: %s"), where));
  trh_edit_insert (edit, trh_poll_make_session (before, bag));
  if (before->state != TRH_POLL_OPEN)
    ((TrhPollRecord *) trh_edit_change (edit, poll))->state = TRH_POLL_OPEN;
  return edit;
}

static gboolean
is_returned (const char *session_id, const TrhSessionReturn *returns, guint n_returns)
{
  for (guint i = 0; i < n_returns; i++)
    if (g_str_equal (returns[i].session_id, session_id))
      return TRUE;
  return FALSE;
}

/* How the poll stands once @returns are back and @unused (nullable) is given up; what was called off does not count. */
static TrhPollState
get_state_after (TrhProject *project, const char *poll_id, const TrhSessionReturn *returns, guint n_returns, const char *unused)
{
  gboolean any = n_returns > 0;

  for (guint i = 0; i < trh_project_count (project, TRH_RESULTS); i++)
    {
      const TrhResultRecord *record = trh_project_peek_record (project, TRH_RESULTS, i);

      if (!g_str_equal (record->poll_id, poll_id) || *record->commune_id == '\0' ||
          record->state == TRH_RESULT_CALLED_OFF || g_strcmp0 (record->base.id, unused) == 0)
        continue;
      any = TRUE;
      if ((record->state == TRH_RESULT_OPEN || record->state == TRH_RESULT_PREPARED) &&
          !is_returned (record->base.id, returns, n_returns))
        return TRH_POLL_OPEN;
    }
  return any ? TRH_POLL_CLOSED : TRH_POLL_READY;
}

static void
set_state (TrhEdit *edit, TrhPoll *poll, TrhPollState state)
{
  if (poll != NULL && ((const TrhPollRecord *) trh_entity_peek_record (TRH_ENTITY (poll)))->state != (int) state)
    ((TrhPollRecord *) trh_edit_change (edit, poll))->state = (int) state;
}

/**
 * trh_poll_edit_unpack:
 * @bag: a session that went out in a bag
 * @error: return location for %TRH_POLL_ERROR_STATE
 *
 * The bag was not used: nobody has voted with it. An urn that comes back from it all the same is refused then.
 *
 * Returns: (transfer full): the edit, or %NULL with @error set
 */
TrhEdit *
trh_poll_edit_unpack (TrhProject *project, TrhResult *bag, GError **error)
{
  const TrhResultRecord *before = trh_entity_peek_record (TRH_ENTITY (bag));
  g_autofree char *where = trh_describe_id (project, before->commune_id);
  TrhEdit *edit;

  if (before->state != TRH_RESULT_PREPARED)
    return fail (error, TRH_POLL_ERROR_STATE, _("The urn of this bag is back: it stays in the season."));

  /* Translators: what the person does; %s is a commune */
  edit = edit_new (g_strdup_printf (_("A bag was not used: %s"), where));
  trh_edit_remove (edit, bag);
  set_state (edit, trh_project_find (project, TRH_POLLS, before->poll_id),
             get_state_after (project, before->poll_id, NULL, 0, before->base.id));
  return edit;
}

/**
 * trh_poll_edit_call_off:
 * @session: an open session in whose urn nothing is
 * @words: who call it off, when, of how many codes, and why, as its incidents
 * @error: return location for a #TrhPollError
 *
 * A session that was opened by mistake. It stays in the season, with the reason, for the minutes of all sessions; its codes are
 * void with its urn, which is removed once this is on the disk. Another session can be opened there.
 *
 * Returns: (transfer full): the edit, or %NULL with @error set
 */
TrhEdit *
trh_poll_edit_call_off (TrhProject *project, TrhResult *session, const TrhSessionClosing *words, GError **error)
{
  const TrhResultRecord *before = trh_entity_peek_record (TRH_ENTITY (session));
  g_autofree char *where = trh_describe_id (project, before->commune_id);
  g_autofree char *reason = g_strstrip (g_strdup (words->incidents != NULL ? words->incidents : ""));
  TrhResultRecord *after;
  TrhEdit *edit;

  if (before->state != TRH_RESULT_OPEN)
    return fail (error, TRH_POLL_ERROR_STATE, _("This session is closed already."));
  if (words->ballots > 0 || words->null_ballots > 0)
    return fail (error, TRH_POLL_ERROR_STATE, _("Somebody has voted in this session: it can only be closed."));
  if (!trh_poll_check_names (words->organisers, error))
    return NULL;
  if (*reason == '\0')
    return fail (error, TRH_POLL_ERROR_INCOMPLETE, _("Write why the session is called off: it stands in the minutes."));

  /* Translators: what the person does; %s is a commune */
  edit = edit_new (g_strdup_printf (_("Call off the voting session: %s"), where));
  after = trh_edit_change (edit, session);
  after->state = TRH_RESULT_CALLED_OFF;
  after->closed = words->minute;
  trh_poll_set_names (&after->closed_by, words->organisers);
  after->codes = MAX (words->codes, before->codes);
  trh_record_set_text (&after->incidents, reason);
  set_state (edit, trh_project_find (project, TRH_POLLS, before->poll_id),
             get_state_after (project, before->poll_id, NULL, 0, before->base.id));
  return edit;
}

/* Whether an urn may come back for @session: it is out or open, or the urn that is replaced is its own and not counted. */
static gboolean
takes_urn (const TrhPollRecord *poll, const TrhResultRecord *session, const TrhSessionReturn *back)
{
  if (session == NULL || !g_str_equal (session->poll_id, poll->base.id))
    return FALSE;
  if (back->former != NULL)
    return session->state == TRH_RESULT_CLOSED && poll->state != TRH_POLL_COUNTED && g_str_equal (session->sha256, back->former);
  return session->state == TRH_RESULT_OPEN || session->state == TRH_RESULT_PREPARED;
}

/* The session of an urn of which the season names no bag: only the signed minutes say that its town hall held it. */
static TrhResultRecord *
make_unannounced (TrhProject *project, const TrhPollRecord *poll, const TrhSessionReturn *back, GError **error)
{
  const TrhSessionOpening opening = { .session_id = back->session_id, .commune_id = back->commune_id, .venue_id = "",
                                      .day = back->day };
  TrhResultRecord *session;

  if (!trh_poll_check_opening (project, poll, back->commune_id, error))
    return NULL;
  if (!back->compared)
    {
      g_set_error_literal (error, TRH_POLL_ERROR, TRH_POLL_ERROR_INCOMPLETE,
                           _("No bag of this session is in the season: type the words of the minutes that its town hall "
                             "signed."));
      return NULL;
    }
  session = trh_poll_make_session (poll, &opening);
  session->unannounced = true;
  return session;
}

static char *
say_bringing (TrhProject *project, const char *commune_id, const TrhSessionReturn *back, guint n)
{
  g_autofree char *where = trh_describe_id (project, commune_id);

  if (n > 1)
    /* Translators: what the person does */
    return g_strdup_printf (ngettext ("Bring in %u urn", "Bring in %u urns", n), n);
  /* Translators: what the person does; %s is a commune */
  return g_strdup_printf (back->former != NULL ? _("Replace the urn: %s") : _("Bring in an urn: %s"), where);
}

/* Writes into a record that is not frozen yet what its urn says. */
static void
note_return (TrhResultRecord *session, const TrhSessionReturn *back)
{
  session->state = TRH_RESULT_CLOSED;
  session->day = back->day;
  session->opened = back->minute;
  trh_poll_set_names (&session->opened_by, back->organisers);
  trh_record_set_text (&session->urn_file, back->urn_file);
  trh_result_close (session, &back->closing);
  session->codes = back->closing.codes; /* as the urn says, even when they are fewer than were packed */
  session->used = back->used;
  session->used_slips = back->used_slips;
  session->minutes = back->compared ? TRH_MINUTES_COMPARED : TRH_MINUTES_NOT_COMPARED;
  if (back->former != NULL)
    trh_record_add_text (&session->replaced, back->former);
}

/**
 * trh_poll_edit_bring_in:
 * @returns: (array length=n_returns): what the closed urns say, at least one; their sessions are out or open, or
 *   closed with the urn that is replaced, or not in the season at all
 * @error: return location for a #TrhPollError
 *
 * Notes the sessions of urns that came back, all in one edit. The poll is closed with the last of them. An urn that
 * replaces another leaves the fingerprint of that one in the season. One of a session that the season does not name, as after
 * it was taken from an older copy, is noted only when its words were compared with the signed minutes, and as such a one.
 *
 * Returns: (transfer full): the edit, or %NULL with @error set
 */
TrhEdit *
trh_poll_edit_bring_in (TrhProject *project, TrhPoll *poll, const TrhSessionReturn *returns, guint n_returns, GError **error)
{
  const TrhPollRecord *before = trh_entity_peek_record (TRH_ENTITY (poll));
  g_autoptr(TrhEdit) edit = NULL;

  if (trh_poll_is_counted (project, before->base.id))
    return fail (error, TRH_POLL_ERROR_STATE, _("This vote is counted: no urn can be brought in any more."));
  for (guint i = 0; i < n_returns; i++)
    {
      const TrhSessionReturn *back = &returns[i];
      TrhResult *session = trh_project_find (project, TRH_RESULTS, back->session_id);
      const TrhResultRecord *record = session != NULL ? trh_entity_peek_record (TRH_ENTITY (session)) : NULL;
      TrhResultRecord *after = NULL;

      if (back->commune_id != NULL && trh_project_find_any (project, back->session_id) == NULL)
        {
          after = make_unannounced (project, before, back, error);
          if (after == NULL)
            return NULL;
        }
      else if (!takes_urn (before, record, back))
        return fail (error, TRH_POLL_ERROR_STATE, _("This session is closed already."));
      if (edit == NULL)
        edit = edit_new (say_bringing (project, after != NULL ? back->commune_id : record->commune_id, back, n_returns));
      if (after == NULL)
        after = trh_edit_change (edit, session);
      note_return (after, back);
      if (session == NULL)
        trh_edit_insert (edit, after);
    }
  set_state (edit, poll, get_state_after (project, before->base.id, returns, n_returns, NULL));
  return g_steal_pointer (&edit);
}

/**
 * trh_poll_edit_take_up:
 * @opening: what an urn of @poll says of its opening, whose session the season does not name
 * @closing: (nullable): what it says of its closing, when it is closed
 * @error: return location for a #TrhPollError
 *
 * Notes the session of an urn that is on this computer and nowhere in the season: the program stopped between making the
 * urn and writing the season, or the season is an older copy.
 *
 * Returns: (transfer full): the edit, or %NULL with @error set
 */
TrhEdit *
trh_poll_edit_take_up (TrhProject *project, TrhPoll *poll, const TrhSessionOpening *opening, const TrhSessionClosing *closing,
                       GError **error)
{
  const TrhPollRecord *before = trh_entity_peek_record (TRH_ENTITY (poll));
  g_autofree char *where = NULL;
  TrhResultRecord *session;
  TrhEdit *edit;

  if (!trh_poll_check_opening (project, before, opening->commune_id, error))
    return NULL;
  if (trh_project_find_any (project, opening->session_id) != NULL)
    return fail (error, TRH_POLL_ERROR_STATE, _("This session is in the season already."));

  where = trh_describe_id (project, opening->commune_id);
  /* Translators: what the person does; %s is a commune */
  edit = edit_new (g_strdup_printf (_("Take an urn up again: %s"), where));
  session = trh_poll_make_session (before, opening);
  if (closing != NULL)
    trh_result_close (session, closing);
  trh_edit_insert (edit, session);
  if (closing != NULL && get_state_after (project, before->base.id, NULL, 0, NULL) != TRH_POLL_OPEN)
    set_state (edit, poll, TRH_POLL_CLOSED);
  else
    set_state (edit, poll, TRH_POLL_OPEN);
  return edit;
}
