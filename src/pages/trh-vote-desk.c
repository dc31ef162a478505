/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-vote-desk-private.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (TrhVoteDesk, trh_vote_desk, G_TYPE_OBJECT)

/* A window may hold on to the session a little longer. */
static void
release_session (gpointer session)
{
  trh_vote_session_set_closed (session, NULL, NULL);
  g_object_unref (session);
}

static void
trh_vote_desk_finalize (GObject *object)
{
  TrhVoteDesk *self = TRH_VOTE_DESK (object);

  g_clear_object (&self->workspace);
  g_hash_table_unref (self->sessions);
  g_hash_table_unref (self->opening);

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
  self->sessions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, release_session);
  self->opening = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
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

TrhProject *
trh_vote_desk_get_project (TrhVoteDesk *self)
{
  return trh_workspace_get_project (self->workspace);
}

/* Its urn is closed: it is not open here any more. */
void
trh_vote_desk_forget_session (TrhVoteDesk *self, TrhVoteSession *session)
{
  g_hash_table_remove (self->sessions, trh_vote_session_get_id (session));
}

/* The poll as it is now: time has passed since the worker began. */
TrhPoll *
trh_vote_desk_find_poll (TrhVoteDesk *self, const char *id, GError **error)
{
  TrhPoll *poll = trh_project_find (trh_vote_desk_get_project (self), TRH_POLLS, id);

  if (poll == NULL)
    g_set_error_literal (error, TRH_POLL_ERROR, TRH_POLL_ERROR_STATE, _("This vote is no longer in the season."));
  return poll;
}

static void
saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  trh_store_save_finish (TRH_STORE (source), result, NULL); /* its state tells */
}

/* Performs an edit, (nullable) (transfer full), without saving; %FALSE with @error set, already when there is none. */
gboolean
trh_vote_desk_apply (TrhVoteDesk *self, TrhEdit *edit, GError **error)
{
  g_autoptr(TrhEdit) owned = edit;

  if (edit == NULL)
    return FALSE;
  if (trh_workspace_perform (self->workspace, edit))
    return TRUE;
  g_set_error_literal (error, TRH_POLL_ERROR, TRH_POLL_ERROR_STATE, trh_workspace_say_read_only (self->workspace));
  return FALSE;
}

/* The same, and saves at once: residents may begin to vote the next minute. */
gboolean
trh_vote_desk_perform (TrhVoteDesk *self, TrhEdit *edit, GError **error)
{
  if (!trh_vote_desk_apply (self, edit, error))
    return FALSE;
  trh_store_save_async (trh_workspace_get_store (self->workspace), NULL, NULL, saved, NULL);
  return TRUE;
}
