/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-vote-desk-private.h"

#include <glib/gi18n.h>

/* Closed urns come back: read and looked at first, then those are kept that somebody takes. */

void
trh_vote_return_unref (TrhVoteReturn *self)
{
  if (!g_ref_count_dec (&self->n_users))
    return;
  g_free (self->poll_id);
  g_ptr_array_unref (self->files);
  trh_urn_set_free (self->urns);
  g_ptr_array_unref (self->refused);
  g_clear_pointer (&self->arrivals, g_ptr_array_unref);
  g_free (self);
}

TrhVoteReturn *
trh_vote_return_ref (TrhVoteReturn *self)
{
  g_ref_count_inc (&self->n_users);
  return self;
}

/* How many of a kind are taken, or how many are not. */
guint
trh_vote_return_count (const TrhVoteReturn *self, gboolean known, gboolean taken)
{
  guint n = 0;

  for (guint i = 0; i < self->arrivals->len; i++)
    {
      const TrhArrival *arrival = self->arrivals->pdata[i];

      n += (arrival->kind == TRH_ARRIVAL_KNOWN) == known && arrival->taken == taken;
    }
  return n;
}

static void
refuse (TrhVoteReturn *self, const char *place, GError *error)
{
  g_ptr_array_add (self->refused, place != NULL ? g_strdup_printf ("%s: %s", place, error->message) : g_strdup (error->message));
  g_error_free (error);
}

/* --- reading --- */

static void
read_urns (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  TrhVoteReturn *back = task_data;

  for (guint i = 0; i < back->files->len; i++)
    {
      g_autofree char *path = g_file_get_path (back->files->pdata[i]);
      GError *error = NULL;

      if (path == NULL)
        error = g_error_new_literal (TRH_POLL_ERROR, TRH_POLL_ERROR_STATE,
                                     _("Copy the urn to this computer or to a USB stick first."));
      else if (trh_urn_set_load (back->urns, path, NULL, &error))
        continue;
      refuse (back, NULL, error);
    }
  g_task_return_boolean (task, TRUE);
}

static void
urns_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  TrhVoteDesk *self = TRH_VOTE_DESK (source);
  g_autoptr(GTask) task = user_data;
  TrhVoteReturn *back = g_task_get_task_data (task);
  GError *error = NULL;
  TrhPoll *poll = trh_vote_desk_find_poll (self, back->poll_id, &error);

  if (poll == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  back->arrivals = trh_arrivals_new (trh_vote_desk_get_project (self), poll, back->urns, back->refused);
  g_task_return_pointer (task, trh_vote_return_ref (back), (GDestroyNotify) trh_vote_return_unref);
}

/**
 * trh_vote_desk_read_urns_async:
 * @files: (element-type GFile): closed urns, in any order
 *
 * Reads closed urns that came back and finds out what each is. Nothing is taken yet. One that is refused does not hold up
 * the others.
 */
void
trh_vote_desk_read_urns_async (TrhVoteDesk *self, TrhPoll *poll, GPtrArray *files, GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr(GTask) task = g_task_new (self, NULL, callback, user_data);
  g_autoptr(GTask) worker = NULL;
  GError *error = NULL;
  TrhUrnSet *urns = trh_poll_expect_urns (trh_vote_desk_get_project (self), poll, &error);
  TrhVoteReturn *back;

  g_task_set_source_tag (task, trh_vote_desk_read_urns_async);
  if (urns == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  back = g_new0 (TrhVoteReturn, 1);
  g_ref_count_init (&back->n_users);
  back->poll_id = g_strdup (trh_entity_get_id (TRH_ENTITY (poll)));
  back->files = g_ptr_array_ref (files);
  back->urns = urns;
  back->refused = g_ptr_array_new_with_free_func (g_free);
  g_task_set_task_data (task, back, (GDestroyNotify) trh_vote_return_unref);
  worker = g_task_new (self, NULL, urns_read, g_steal_pointer (&task));
  g_task_set_task_data (worker, back, NULL); /* of the task, which waits */
  g_task_run_in_thread (worker, read_urns);
}

/**
 * trh_vote_desk_read_urns_finish:
 *
 * Returns: (transfer full): what was brought, or %NULL with @error set
 */
TrhVoteReturn *
trh_vote_desk_read_urns_finish (TrhVoteDesk *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- taking --- */

/* Durably, before the season says that they are back. An urn that cannot be kept is not noted. */
static void
keep_urns (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  TrhVoteReturn *back = task_data;

  for (guint i = 0; i < back->arrivals->len; i++)
    {
      TrhArrival *arrival = back->arrivals->pdata[i];
      const TrhUrnContent *urn = trh_urn_set_peek (back->urns, arrival->index);
      g_autofree char *path = trh_urn_get_path (urn->session_id);
      g_autofree char *place = trh_urn_say_place (urn, urn->session_id);
      GError *error = NULL;

      if (!arrival->taken || trh_urn_keep (path, trh_urn_set_peek_file (back->urns, arrival->index), &error))
        continue;
      arrival->taken = FALSE;
      refuse (back, place, error);
    }
  g_task_return_boolean (task, TRUE);
}

static void
urns_kept (GObject *source, GAsyncResult *result, gpointer user_data)
{
  TrhVoteDesk *self = TRH_VOTE_DESK (source);
  g_autoptr(GTask) task = user_data;
  TrhVoteReturn *back = g_task_get_task_data (task);
  GError *error = NULL;
  TrhPoll *poll = trh_vote_desk_find_poll (self, back->poll_id, &error);
  TrhEdit *edit = poll != NULL
                    ? trh_arrivals_make_edit (trh_vote_desk_get_project (self), poll, back->urns, back->arrivals, &error)
                    : NULL;

  if (error != NULL || (edit != NULL && !trh_vote_desk_perform (self, edit, &error)))
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

/**
 * trh_vote_desk_take_urns_async:
 * @back: with the decision about each urn; nobody changes it meanwhile. Those that cannot be kept are no longer taken
 *   afterwards, but among the refused ones
 *
 * Keeps the urns that are taken with the others, and notes their sessions in one edit.
 */
void
trh_vote_desk_take_urns_async (TrhVoteDesk *self, TrhVoteReturn *back, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr(GTask) task = g_task_new (self, NULL, callback, user_data);
  g_autoptr(GTask) worker = NULL;

  g_task_set_source_tag (task, trh_vote_desk_take_urns_async);
  g_task_set_task_data (task, trh_vote_return_ref (back), (GDestroyNotify) trh_vote_return_unref);
  worker = g_task_new (self, NULL, urns_kept, g_steal_pointer (&task));
  g_task_set_task_data (worker, back, NULL); /* of the task, which waits */
  g_task_run_in_thread (worker, keep_urns);
}

/**
 * trh_vote_desk_take_urns_finish:
 * @error: return location for a #TrhPollError: then the season is as it was
 *
 * Returns: %FALSE with @error set
 */
gboolean
trh_vote_desk_take_urns_finish (TrhVoteDesk *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
