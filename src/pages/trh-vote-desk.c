/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-vote-desk.h"

#include <glib/gi18n.h>

#include "core/base/trh-day.h"
#include "core/base/trh-file.h"
#include "core/base/trh-limits.h"

struct _TrhVoteDesk
{
  GObject       parent_instance;

  TrhWorkspace *workspace;
  GHashTable   *urns; /* (element-type utf8 TrhUrn): by session */
};

G_DEFINE_FINAL_TYPE (TrhVoteDesk, trh_vote_desk, G_TYPE_OBJECT)

static void
trh_vote_desk_finalize (GObject *object)
{
  TrhVoteDesk *self = TRH_VOTE_DESK (object);

  g_clear_object (&self->workspace);
  g_hash_table_unref (self->urns);

  G_OBJECT_CLASS (trh_vote_desk_parent_class)->finalize (object);
}

static void
trh_vote_desk_class_init (TrhVoteDeskClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = trh_vote_desk_finalize;
}

static void
trh_vote_desk_init (TrhVoteDesk *self)
{
  self->urns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

TrhVoteDesk *
trh_vote_desk_new (TrhWorkspace *workspace)
{
  TrhVoteDesk *self = g_object_new (TRH_TYPE_VOTE_DESK, NULL);

  self->workspace = g_object_ref (workspace);
  return self;
}

TrhWorkspace *
trh_vote_desk_get_workspace (TrhVoteDesk *self)
{
  return self->workspace;
}

static TrhProject *
get_project (TrhVoteDesk *self)
{
  return trh_workspace_get_project (self->workspace);
}

/* The poll as it is now: time has passed since the worker began. */
static TrhPoll *
find_poll (TrhVoteDesk *self, const char *id, GError **error)
{
  TrhPoll *poll = trh_project_find (get_project (self), TRH_POLLS, id);

  if (poll == NULL)
    g_set_error_literal (error, TRH_POLL_ERROR, TRH_POLL_ERROR_STATE, _("This vote is no longer in the season."));
  return poll;
}

static void
saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  trh_store_save_finish (TRH_STORE (source), result, NULL); /* its state tells */
}

/* Performs an edit, and saves at once: residents may begin to vote the next minute. */
static gboolean
perform (TrhVoteDesk *self, TrhEdit *edit, GError **error)
{
  g_autoptr(TrhEdit) owned = edit;

  if (edit == NULL)
    return FALSE;
  if (!trh_workspace_perform (self->workspace, edit))
    {
      g_set_error_literal (error, TRH_POLL_ERROR, TRH_POLL_ERROR_STATE,
                           trh_workspace_say_read_only (self->workspace));
      return FALSE;
    }
  trh_store_save_async (trh_workspace_get_store (self->workspace), NULL, NULL, saved, NULL);
  return TRUE;
}

/* --- keys --- */

typedef struct {
  char    *poll_id;
  char    *path;
  char    *holders[2];
  char    *passphrases[2];
  TrhKeys *keys; /* (nullable) */
} Keys;

static void
keys_free (gpointer data)
{
  Keys *keys = data;

  g_free (keys->poll_id);
  g_free (keys->path);
  for (guint i = 0; i < 2; i++)
    {
      g_free (keys->holders[i]);
      trh_passphrase_free (keys->passphrases[i]);
    }
  g_clear_pointer (&keys->keys, trh_keys_free);
  g_free (keys);
}

static void
make_keys (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Keys *job = task_data;
  g_autofree char *folder = g_path_get_dirname (job->path);
  g_autoptr(GBytes) bytes = NULL;
  GError *error = NULL;

  job->keys = trh_keys_new (job->poll_id, (const char *const[]) { job->holders[0], job->holders[1] },
                            (const char *const[]) { job->passphrases[0], job->passphrases[1] }, trh_seal_cost_usual, &error);
  if (job->keys != NULL)
    {
      bytes = trh_keys_print (job->keys);
      g_mkdir_with_parents (folder, 0700); /* when it fails, so does the save */
    }
  if (bytes != NULL && trh_file_save (job->path, bytes, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
keys_made (GObject *source, GAsyncResult *result, gpointer user_data)
{
  TrhVoteDesk *self = TRH_VOTE_DESK (source);
  g_autoptr(GTask) task = user_data;
  Keys *job = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;
  TrhPoll *poll = g_task_propagate_boolean (G_TASK (result), &error) ? find_poll (self, job->poll_id, &error) : NULL;
  g_autofree char *public_key = poll != NULL ? g_base64_encode (trh_keys_peek_public (job->keys), TRH_SEAL_KEY) : NULL;

  if (poll != NULL && perform (self, trh_poll_edit_ready (get_project (self), poll, public_key, &error), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * trh_vote_desk_make_keys_async:
 * @holders: names of the two people who keep a passphrase each
 * @passphrases: theirs
 *
 * Makes the keys of a draft, keeps them in a file of their own, and fixes the poll.
 */
void
trh_vote_desk_make_keys_async (TrhVoteDesk *self, TrhPoll *poll, const char *const holders[2], const char *const passphrases[2],
                               GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr(GTask) task = g_task_new (self, NULL, callback, user_data);
  g_autoptr(GTask) worker = NULL;
  Keys *job = g_new0 (Keys, 1);

  g_task_set_source_tag (task, trh_vote_desk_make_keys_async);
  job->poll_id = g_strdup (trh_entity_get_id (TRH_ENTITY (poll)));
  job->path = trh_keys_get_path (job->poll_id);
  for (guint i = 0; i < 2; i++)
    {
      job->holders[i] = g_strdup (holders[i]);
      job->passphrases[i] = g_strdup (passphrases[i]);
    }
  if (g_file_test (job->path, G_FILE_TEST_EXISTS)) /* after an undo: ballots may be sealed with them */
    {
      keys_free (job);
      g_task_return_new_error (task, TRH_POLL_ERROR, TRH_POLL_ERROR_STATE,
                               _("The keys of this vote were made before. Redo that step, or prepare the vote anew."));
      return;
    }
  worker = g_task_new (self, NULL, keys_made, g_steal_pointer (&task));
  g_task_set_task_data (worker, job, keys_free);
  g_task_run_in_thread (worker, make_keys);
}

gboolean
trh_vote_desk_make_keys_finish (TrhVoteDesk *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * trh_vote_desk_load_keys:
 * @error: return location for a #TrhFileError or a #TrhDataError
 *
 * Returns: (transfer full): the keys of @poll, still locked, or %NULL when they are not on this computer
 */
TrhKeys *
trh_vote_desk_load_keys (TrhVoteDesk *self, TrhPoll *poll, GError **error)
{
  g_autofree char *path = trh_keys_get_path (trh_entity_get_id (TRH_ENTITY (poll)));
  g_autoptr(GBytes) bytes = trh_file_load (path, TRH_MAX_KEYS, error);

  return bytes != NULL ? trh_keys_parse (bytes, error) : NULL;
}

/* --- opening a session --- */

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
  TrhPoll *poll = g_task_propagate_boolean (G_TASK (result), &error) ? find_poll (self, opening->poll_id, &error) : NULL;
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

  if (poll != NULL && perform (self, trh_poll_edit_open (get_project (self), poll, &words, &error), &error))
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
  const TrhCommuneRecord *commune = trh_project_find_record (get_project (self), TRH_COMMUNES, commune_id);
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
  trial = trh_poll_edit_open (get_project (self), poll, &words, &error); /* refused before an urn exists */
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
  closing.ballots = (int) trh_urn_content_get_n_ballots (content);
  if (!perform (self, trh_poll_edit_close (get_project (self), session, &closing, error), error))
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
  g_autoptr(TrhEdit) trial = trh_poll_edit_close (get_project (self), session, &words, &error);
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

/* --- the count --- */

typedef struct {
  char       *poll_id;
  TrhOpening *opening;
} Count;

static void
count_free (gpointer data)
{
  Count *count = data;

  g_free (count->poll_id);
  trh_opening_free (count->opening);
  g_free (count);
}

static void
run_count (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (trh_opening_run (((Count *) task_data)->opening, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
counted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  TrhVoteDesk *self = TRH_VOTE_DESK (source);
  g_autoptr(GTask) task = user_data;
  Count *count = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;
  TrhPoll *poll = g_task_propagate_boolean (G_TASK (result), &error) ? find_poll (self, count->poll_id, &error) : NULL;

  if (poll != NULL &&
      perform (self, trh_poll_edit_opened (get_project (self), poll, count->opening, trh_day_today (), &error), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * trh_vote_desk_count_async:
 * @passphrases: of the two holders of the keys, in their order
 *
 * Opens all urns of a closed poll, counts them, and writes the sums into the season.
 */
void
trh_vote_desk_count_async (TrhVoteDesk *self, TrhPoll *poll, const char *const passphrases[2], GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr(GTask) task = g_task_new (self, NULL, callback, user_data);
  g_autoptr(GTask) worker = NULL;
  const char *id = trh_entity_get_id (TRH_ENTITY (poll));
  g_autofree char *path = trh_keys_get_path (id);
  GError *error = NULL;
  TrhOpening *opening = trh_poll_make_opening (get_project (self), poll, NULL, &error);
  Count *count;

  g_task_set_source_tag (task, trh_vote_desk_count_async);
  if (opening == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  trh_opening_set_keys (opening, path, passphrases);
  count = g_new (Count, 1);
  count->poll_id = g_strdup (id);
  count->opening = opening;
  worker = g_task_new (self, NULL, counted, g_steal_pointer (&task));
  g_task_set_task_data (worker, count, count_free);
  g_task_run_in_thread (worker, run_count);
}

gboolean
trh_vote_desk_count_finish (TrhVoteDesk *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
