/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-vote-desk-private.h"

#include <glib/gi18n.h>

#include "core/base/trh-day.h"

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
    .day = trh_day_today (),
    .minute = trh_clock_now (),
    .codes = (int) opening->n_codes,
    .urn_file = name,
  };
  TrhEdit *edit = poll != NULL ? trh_poll_edit_open (trh_vote_desk_get_project (self), poll, &words, &error) : NULL;

  if (edit != NULL && trh_vote_desk_perform (self, edit, &error))
    g_task_return_pointer (task, g_steal_pointer (&opening->codes), (GDestroyNotify) g_array_unref);
  else
    g_task_return_error (task, error);
}

/* Whether the keys of @poll are the ones it was fixed with. */
static gboolean
read_public_key (const TrhPollRecord *poll, guint8 *public_key, GError **error)
{
  gsize length = 0;
  g_autofree guchar *bytes = g_base64_decode (poll->public_key, &length);

  if (length == TRH_SEAL_KEY)
    memcpy (public_key, bytes, length);
  else
    g_set_error_literal (error, TRH_POLL_ERROR, TRH_POLL_ERROR_STATE, _("Make the keys of this vote first."));
  return length == TRH_SEAL_KEY;
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
  const TrhPollRecord *record = trh_entity_peek_record (TRH_ENTITY (poll));
  const TrhCommuneRecord *commune = trh_project_find_record (trh_vote_desk_get_project (self), TRH_COMMUNES, commune_id);
  const TrhBallotForm form = trh_poll_get_form (record);
  g_auto(GStrv) candidates = trh_poll_dup_candidates (record);
  g_autofree char *session_id = g_uuid_string_random ();
  g_autoptr(TrhEdit) trial = NULL;
  const TrhSessionOpening words = {
    .session_id = session_id, .commune_id = commune_id, .venue_id = "", .organisers = { organisers[0], organisers[1] },
    .day = trh_day_today (), .minute = trh_clock_now (), .codes = record->codes, .urn_file = "" };
  guint8 public_key[TRH_SEAL_KEY];
  GError *error = NULL;
  Opening *opening;

  g_task_set_source_tag (task, trh_vote_desk_open_session_async);
  trial = trh_poll_edit_open (trh_vote_desk_get_project (self), poll, &words, &error); /* refused before an urn exists */
  if (trial == NULL || !read_public_key (record, public_key, &error))
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
  opening->content = trh_urn_content_new (record->base.id, session_id, &form, (const char *const *) candidates, public_key,
                                          organisers);
  opening->content->rehearsal = record->rehearsal;
  trh_urn_content_set_session (opening->content, commune_id, commune != NULL ? commune->name : "", words.day, words.minute);
  opening->session_id = g_steal_pointer (&session_id);
  worker = g_task_new (self, NULL, urn_created, g_steal_pointer (&task));
  g_task_set_task_data (worker, opening, opening_free);
  g_task_run_in_thread (worker, create_urn);
}

/**
 * trh_vote_desk_open_session_finish:
 *
 * Returns: (transfer full) (element-type TrhCode): the codes to hand out, which are nowhere else, or %NULL
 */
GArray *
trh_vote_desk_open_session_finish (TrhVoteDesk *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- the urn of an open session --- */

/**
 * trh_vote_desk_get_urn:
 * @session: an open session
 * @error: return location for a #TrhUrnError, a #TrhFileError or a #TrhDataError
 *
 * Returns: (transfer none): its urn, or %NULL when it is not on this computer or open elsewhere
 */
TrhUrn *
trh_vote_desk_get_urn (TrhVoteDesk *self, TrhResult *session, GError **error)
{
  const char *id = trh_entity_get_id (TRH_ENTITY (session));
  TrhUrn *urn = g_hash_table_lookup (self->urns, id);
  g_autofree char *path = NULL;

  if (urn != NULL)
    return urn;
  path = trh_urn_get_path (id);
  urn = trh_urn_open (path, error);
  if (urn != NULL)
    g_hash_table_insert (self->urns, g_strdup (id), urn);
  return urn;
}

static gboolean
write_closing (TrhVoteDesk *self, TrhResult *session, const char *fingerprint, int minute, GError **error)
{
  TrhUrn *urn = trh_vote_desk_get_urn (self, session, error);
  const TrhUrnContent *content = urn != NULL ? trh_urn_peek_content (urn) : NULL;
  TrhSessionClosing closing = { .minute = minute, .fingerprint = fingerprint };

  if (content == NULL)
    return FALSE;
  closing.organisers[0] = content->closed_by[0];
  closing.organisers[1] = content->closed_by[1];
  closing.ballots = (int) trh_urn_content_get_n_boxes (content);
  if (!trh_vote_desk_perform (self, trh_poll_edit_close (trh_vote_desk_get_project (self), session, &closing, error), error))
    return FALSE;
  g_hash_table_remove (self->urns, trh_entity_get_id (TRH_ENTITY (session)));
  return TRUE;
}

static void
urn_closed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(GTask) task = user_data;
  TrhVoteDesk *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autofree char *fingerprint = trh_urn_close_finish (TRH_URN (source), result, &error);

  if (fingerprint != NULL && write_closing (self, g_task_get_task_data (task), fingerprint, trh_clock_now (), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * trh_vote_desk_close_session_async:
 * @organisers: names of the two who close the urn
 *
 * Closes the urn for ever, and writes the closing with its fingerprint into the season.
 */
void
trh_vote_desk_close_session_async (TrhVoteDesk *self, TrhResult *session, const char *const organisers[2],
                                   GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr(GTask) task = g_task_new (self, NULL, callback, user_data);
  const TrhSessionClosing words = {
    .organisers = { organisers[0], organisers[1] }, .minute = trh_clock_now (), .fingerprint = "" };
  GError *error = NULL;
  g_autoptr(TrhEdit) trial = trh_poll_edit_close (trh_vote_desk_get_project (self), session, &words, &error);
  TrhUrn *urn = trial != NULL ? trh_vote_desk_get_urn (self, session, &error) : NULL;

  g_task_set_source_tag (task, trh_vote_desk_close_session_async);
  g_task_set_task_data (task, g_object_ref (session), g_object_unref);
  if (urn == NULL)
    g_task_return_error (task, error);
  else
    trh_urn_close_async (urn, &(TrhUrnClosing) { { organisers[0], organisers[1] }, words.minute, -1, -1, -1 }, urn_closed,
                         g_steal_pointer (&task));
}

gboolean
trh_vote_desk_close_session_finish (TrhVoteDesk *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * trh_vote_desk_record_closing:
 * @session: an open session whose urn is closed, as after a power cut between the two
 * @error: return location for an error
 *
 * Writes into the season what the closed urn says.
 *
 * Returns: %FALSE with @error set
 */
gboolean
trh_vote_desk_record_closing (TrhVoteDesk *self, TrhResult *session, GError **error)
{
  g_autofree char *path = trh_urn_get_path (trh_entity_get_id (TRH_ENTITY (session)));
  g_autofree char *fingerprint = NULL;
  g_autoptr(TrhUrnContent) content = trh_urn_load (path, &fingerprint, error);

  return content != NULL && write_closing (self, session, fingerprint, TRH_NO_CLOCK, error);
}
