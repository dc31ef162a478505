/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-vote-desk-private.h"

#include <glib/gi18n.h>

#include "core/base/trh-day.h"

/* A session that was opened by mistake: the season says so first, and only when that is on the disk the urn goes. After a stop
 * in between it is an urn that the season does not name, which trh_vote_desk_discard_async() removes. */

static void
remove_urn (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  g_autofree char *path = trh_urn_get_path (task_data);
  GError *error = NULL;

  if (trh_urn_discard (path, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * trh_vote_desk_discard_async:
 * @session_id: of a session that was called off
 *
 * Removes its urn, unless somebody has voted.
 */
void
trh_vote_desk_discard_async (TrhVoteDesk *self, const char *session_id, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr(GTask) task = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (task, trh_vote_desk_discard_async);
  g_task_set_task_data (task, g_strdup (session_id), g_free);
  g_task_run_in_thread (task, remove_urn);
}

/**
 * trh_vote_desk_discard_finish:
 *
 * Returns: %FALSE with @error set, and the urn is still there
 */
gboolean
trh_vote_desk_discard_finish (TrhVoteDesk *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
discarded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;

  if (trh_vote_desk_discard_finish (TRH_VOTE_DESK (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
season_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(GTask) task = user_data;
  TrhVoteDesk *self = g_task_get_source_object (task);
  const char *session_id = g_task_get_task_data (task);
  GError *error = NULL;

  if (trh_store_save_finish (TRH_STORE (source), result, &error))
    trh_vote_desk_discard_async (self, session_id, discarded, g_steal_pointer (&task));
  else
    {
      g_prefix_error (&error, "%s ", _("The session is called off, but the season could not be saved: the empty urn stays on "
                                       "this computer until it is."));
      g_task_return_error (task, error);
    }
}

/**
 * trh_vote_desk_call_off_async:
 * @result: an open session in whose urn nothing is
 * @names: of the two who call it off
 * @reason: that stands in the minutes
 *
 * Writes into the season that the session is called off, then removes its urn, with which its codes are void.
 */
void
trh_vote_desk_call_off_async (TrhVoteDesk *self, TrhResult *result, const char *const names[2], const char *reason,
                              GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr(GTask) task = g_task_new (self, NULL, callback, user_data);
  GError *error = NULL;
  TrhVoteSession *session = trh_vote_desk_get_session (self, result, &error);
  TrhUrn *urn = session != NULL ? trh_vote_session_get_urn (session) : NULL;
  const TrhSessionClosing words = {
    .organisers = { names[0], names[1] },
    .minute = trh_clock_now (),
    .codes = urn != NULL ? (int) trh_urn_get_n_codes (urn) : 0,
    .incidents = reason,
  };

  g_task_set_source_tag (task, trh_vote_desk_call_off_async);
  g_task_set_task_data (task, g_strdup (trh_entity_get_id (TRH_ENTITY (result))), g_free);
  if (urn == NULL || !trh_urn_hold (urn, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  if (!trh_vote_desk_apply (self, trh_poll_edit_call_off (trh_vote_desk_get_project (self), result, &words, &error), &error))
    {
      trh_urn_release (urn);
      g_task_return_error (task, error);
      return;
    }
  trh_urn_let_go (urn); /* windows may hold on to it a little longer */
  trh_vote_desk_forget_session (self, session);
  trh_store_save_async (trh_workspace_get_store (self->workspace), NULL, NULL, season_saved, g_steal_pointer (&task));
}

/**
 * trh_vote_desk_call_off_finish:
 *
 * Returns: %FALSE with @error set; when the season says all the same that the session is called off, only its urn is still here
 */
gboolean
trh_vote_desk_call_off_finish (TrhVoteDesk *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
