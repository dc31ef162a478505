/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-vote-desk-private.h"

#include <glib/gi18n.h>

#include "core/base/trh-file.h"
#include "core/base/trh-limits.h"

typedef struct {
  char    *poll_id;
  char    *path;
  char    *holders[2];
  char    *passphrases[2];
  TrhKeys *keys;     /* (nullable) */
  TrhSecret *secret; /* (nullable): what they lock */
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
  g_clear_pointer (&keys->secret, trh_secret_free);
  g_free (keys);
}

static void
make_keys (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Keys *job = task_data;
  const char *const holders[] = { job->holders[0], job->holders[1] };
  const char *const passphrases[] = { job->passphrases[0], job->passphrases[1] };
  g_autofree char *folder = g_path_get_dirname (job->path);
  g_autoptr(GBytes) bytes = NULL;
  GError *error = NULL;

  job->keys = trh_keys_new (job->poll_id, holders, passphrases, trh_seal_cost_usual, &error);
  if (job->keys != NULL)
    job->secret = trh_keys_unlock (job->keys, passphrases, &error); /* tried before anything is sealed with them */
  if (job->secret != NULL)
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
  TrhPoll *poll = g_task_propagate_boolean (G_TASK (result), &error)
                    ? trh_vote_desk_find_poll (self, job->poll_id, &error)
                    : NULL;
  g_autofree char *public_key = poll != NULL ? g_base64_encode (trh_keys_peek_public (job->keys), TRH_SEAL_KEY) : NULL;
  TrhEdit *edit = poll != NULL ? trh_poll_edit_ready (trh_vote_desk_get_project (self), poll, public_key, &error) : NULL;

  if (edit != NULL && trh_vote_desk_perform (self, edit, &error))
    g_task_return_pointer (task, g_steal_pointer (&job->secret), (GDestroyNotify) trh_secret_free);
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
  GError *error = NULL;

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
  if (!trh_poll_check_method (trh_vote_desk_get_project (self), trh_entity_peek_record (TRH_ENTITY (poll)), &error))
    {
      keys_free (job);
      g_task_return_error (task, error);
      return;
    }
  worker = g_task_new (self, NULL, keys_made, g_steal_pointer (&task));
  g_task_set_task_data (worker, job, keys_free);
  g_task_run_in_thread (worker, make_keys);
}

/**
 * trh_vote_desk_make_keys_finish:
 *
 * Returns: (transfer full): the secret key, for its recovery sheet, or %NULL with @error set
 */
TrhSecret *
trh_vote_desk_make_keys_finish (TrhVoteDesk *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
unlock_keys (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Keys *job = task_data;
  GError *error = NULL;
  TrhSecret *secret =
    trh_keys_unlock (job->keys, (const char *const[]) { job->passphrases[0], job->passphrases[1] }, &error);

  if (secret != NULL)
    g_task_return_pointer (task, secret, (GDestroyNotify) trh_secret_free);
  else
    g_task_return_error (task, error);
}

/**
 * trh_vote_desk_unlock_async:
 * @keys: (transfer full): from trh_vote_desk_load_keys()
 * @passphrases: of the two holders of the keys, in their order
 *
 * Unlocks the keys of a poll, for its recovery sheet.
 */
void
trh_vote_desk_unlock_async (TrhVoteDesk *self, TrhKeys *keys, const char *const passphrases[2], GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr(GTask) task = g_task_new (self, NULL, callback, user_data);
  Keys *job = g_new0 (Keys, 1);

  g_task_set_source_tag (task, trh_vote_desk_unlock_async);
  job->keys = keys;
  for (guint i = 0; i < 2; i++)
    job->passphrases[i] = g_strdup (passphrases[i]);
  g_task_set_task_data (task, job, keys_free);
  g_task_run_in_thread (task, unlock_keys);
}

/**
 * trh_vote_desk_unlock_finish:
 *
 * Returns: (transfer full): the secret key, or %NULL with @error set
 */
TrhSecret *
trh_vote_desk_unlock_finish (TrhVoteDesk *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
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
