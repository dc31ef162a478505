/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-vote-desk-private.h"

#include <glib/gi18n.h>

#include "core/base/trh-day.h"

/* --- opening --- */

typedef struct {
  char          *poll_id;
  char          *commune_id;
  char          *session_id;
  char          *organisers[2];
  char          *path;
  guint          n_codes;
  TrhUrnContent *content;
  GArray        *codes; /* (nullable) (element-type TrhCode) */
} Opening;

static void
opening_free (gpointer data)
{
  Opening *opening = data;

  g_free (opening->poll_id);
  g_free (opening->commune_id);
  g_free (opening->session_id);
  g_free (opening->organisers[0]);
  g_free (opening->organisers[1]);
  g_free (opening->path);
  trh_urn_content_free (opening->content);
  g_clear_pointer (&opening->codes, g_array_unref);
  g_free (opening);
}

static void
create_urn (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Opening *opening = task_data;
  GError *error = NULL;

  if (trh_urn_create (opening->path, opening->content, opening->n_codes, &opening->codes, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* The session that was just opened, with its codes at hand. */
static TrhVoteSession *
begin_session (TrhVoteDesk *self, const Opening *opening, GError **error)
{
  TrhResult *result = trh_project_find (trh_vote_desk_get_project (self), TRH_RESULTS, opening->session_id);
  TrhVoteSession *session = trh_vote_desk_get_session (self, result, error);

  if (session != NULL)
    trh_vote_session_take_codes (session, opening->codes);
  return session;
}

static void
urn_created (GObject *source, GAsyncResult *result, gpointer user_data)
{
  TrhVoteDesk *self = TRH_VOTE_DESK (source);
  g_autoptr(GTask) task = user_data;
  Opening *opening = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;
  TrhPoll *poll = g_task_propagate_boolean (G_TASK (result), &error)
                    ? trh_vote_desk_find_poll (self, opening->poll_id, &error)
                    : NULL;
  g_autofree char *name = g_path_get_basename (opening->path);
  const TrhSessionOpening words = {
    .session_id = opening->session_id,
    .commune_id = opening->commune_id,
    .venue_id = "",
    .organisers = { opening->organisers[0], opening->organisers[1] },
    .day = opening->content->day,
    .minute = opening->content->opened_at,
    .codes = (int) opening->n_codes,
    .urn_file = name,
  };
  TrhEdit *edit = poll != NULL ? trh_poll_edit_open (trh_vote_desk_get_project (self), poll, &words, &error) : NULL;
  TrhVoteSession *session = edit != NULL && trh_vote_desk_perform (self, edit, &error) ? begin_session (self, opening, &error)
                                                                                       : NULL;

  g_hash_table_remove (self->opening, opening->session_id);
  if (session != NULL)
    g_task_return_pointer (task, g_object_ref (session), g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * trh_vote_desk_open_session_async:
 * @commune_id: where people vote
 * @organisers: names of the two who see that the urn is empty
 *
 * Makes an empty urn and its codes, and writes the opening into the season.
 */
void
trh_vote_desk_open_session_async (TrhVoteDesk *self, TrhPoll *poll, const char *commune_id, const char *const organisers[2],
                                  GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr(GTask) task = g_task_new (self, NULL, callback, user_data);
  g_autoptr(GTask) worker = NULL;
  TrhProject *project = trh_vote_desk_get_project (self);
  const TrhPollRecord *record = trh_entity_peek_record (TRH_ENTITY (poll));
  g_autofree char *session_id = g_uuid_string_random ();
  const TrhSessionOpening words = {
    .session_id = session_id, .commune_id = commune_id, .venue_id = "", .organisers = { organisers[0], organisers[1] },
    .day = trh_day_today (), .minute = trh_clock_now (), .codes = record->codes, .urn_file = "" };
  GError *error = NULL;
  g_autoptr(TrhEdit) trial = trh_poll_edit_open (project, poll, &words, &error); /* refused before an urn exists */
  g_autoptr(TrhKit) kit = trial != NULL ? trh_poll_make_kit (project, record, commune_id, session_id, &error) : NULL;
  Opening *opening;

  g_task_set_source_tag (task, trh_vote_desk_open_session_async);
  if (kit == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  opening = g_new0 (Opening, 1);
  opening->poll_id = g_strdup (record->base.id);
  opening->commune_id = g_strdup (commune_id);
  opening->organisers[0] = g_strdup (organisers[0]);
  opening->organisers[1] = g_strdup (organisers[1]);
  opening->path = trh_urn_get_path (session_id);
  opening->n_codes = (guint) record->codes;
  opening->content = trh_kit_open (kit, organisers, words.day, words.minute);
  opening->session_id = g_steal_pointer (&session_id);
  g_hash_table_add (self->opening, g_strdup (opening->session_id));
  worker = g_task_new (self, NULL, urn_created, g_steal_pointer (&task));
  g_task_set_task_data (worker, opening, opening_free);
  g_task_run_in_thread (worker, create_urn);
}

/**
 * trh_vote_desk_open_session_finish:
 *
 * Returns: (transfer full): the session, with its codes at hand, which are nowhere else, or %NULL
 */
TrhVoteSession *
trh_vote_desk_open_session_finish (TrhVoteDesk *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- what is open --- */

/* Writes into the season what the closed urn says. */
static gboolean
write_closing (TrhVoteDesk *self, const TrhUrnContent *urn, const char *fingerprint, GError **error)
{
  TrhResult *result = trh_project_find (trh_vote_desk_get_project (self), TRH_RESULTS, urn->session_id);
  const TrhSessionClosing closing = trh_poll_read_closing (urn, fingerprint);

  if (result == NULL)
    {
      g_set_error_literal (error, TRH_POLL_ERROR, TRH_POLL_ERROR_STATE, _("This vote is no longer in the season."));
      return FALSE;
    }
  return trh_vote_desk_perform (self, trh_poll_edit_close (trh_vote_desk_get_project (self), result, &closing, error), error);
}

static gboolean
on_closed (TrhVoteSession *session, const TrhUrnContent *urn, const char *fingerprint, gpointer user_data, GError **error)
{
  TrhVoteDesk *self = user_data;

  if (!write_closing (self, urn, fingerprint, error))
    return FALSE;
  trh_vote_desk_forget_session (self, session);
  return TRUE;
}

/**
 * trh_vote_desk_load_session:
 * @result: a session whose urn is on this computer, open or closed
 * @error: return location for a #TrhPollError, a #TrhUrnError, a #TrhFileError or a #TrhDataError
 *
 * Returns: (transfer full): the session, or %NULL when its urn is not here or open elsewhere
 */
TrhVoteSession *
trh_vote_desk_load_session (TrhVoteDesk *self, TrhResult *result, GError **error)
{
  const TrhResultRecord *record = trh_entity_peek_record (TRH_ENTITY (result));
  TrhPoll *poll = trh_vote_desk_find_poll (self, record->poll_id, error);
  g_autofree char *path = trh_urn_get_path (record->base.id);
  g_autoptr(TrhKit) kit = poll != NULL ? trh_poll_make_kit (trh_vote_desk_get_project (self),
                                                            trh_entity_peek_record (TRH_ENTITY (poll)), record->commune_id,
                                                            record->base.id, error)
                                       : NULL;
  TrhUrn *urn = kit != NULL ? trh_urn_open (path, error) : NULL;
  TrhVoteSession *session;

  if (urn == NULL)
    return NULL;
  session = trh_vote_session_new (g_steal_pointer (&kit), urn);
  trh_vote_session_set_result (session, (gpointer) record);
  return session;
}

/**
 * trh_vote_desk_get_session:
 * @result: an open session
 * @error: return location for a #TrhPollError, a #TrhUrnError, a #TrhFileError or a #TrhDataError
 *
 * Returns: (transfer none): the session, whose urn stays open until it is closed for ever, or %NULL when it is not on
 *   this computer or open elsewhere
 */
TrhVoteSession *
trh_vote_desk_get_session (TrhVoteDesk *self, TrhResult *result, GError **error)
{
  const char *id = trh_entity_get_id (TRH_ENTITY (result));
  TrhVoteSession *session = g_hash_table_lookup (self->sessions, id);

  if (session != NULL)
    return session;
  session = trh_vote_desk_load_session (self, result, error);
  if (session != NULL)
    {
      trh_vote_session_set_closed (session, on_closed, self);
      g_hash_table_insert (self->sessions, g_strdup (id), session);
    }
  return session;
}

/**
 * trh_vote_desk_record_closing:
 * @result: an open session whose urn is closed, as after a power cut between the two
 * @error: return location for an error
 *
 * Writes into the season what the closed urn says.
 *
 * Returns: %FALSE with @error set
 */
gboolean
trh_vote_desk_record_closing (TrhVoteDesk *self, TrhResult *result, GError **error)
{
  g_autofree char *path = trh_urn_get_path (trh_entity_get_id (TRH_ENTITY (result)));
  g_autofree char *fingerprint = NULL;
  g_autoptr(TrhUrnContent) content = trh_urn_load (path, &fingerprint, error);
  TrhVoteSession *session = g_hash_table_lookup (self->sessions, trh_entity_get_id (TRH_ENTITY (result)));

  if (content == NULL || !write_closing (self, content, fingerprint, error))
    return FALSE;
  if (session != NULL)
    trh_vote_desk_forget_session (self, session);
  return TRUE;
}
