/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-vote-desk-private.h"

#include <glib/gi18n.h>

/* Urns of a vote that are on this computer and not in the season. */

typedef struct {
  char          *poll_id;
  char          *session_id; /* (nullable): the one that is taken up */
  TrhUrnContent *expected;
  GHashTable    *known;      /* (element-type utf8): a set of sessions */
} Search;

static void
search_free (gpointer data)
{
  Search *search = data;

  g_free (search->poll_id);
  g_free (search->session_id);
  trh_urn_content_free (search->expected);
  g_hash_table_unref (search->known);
  g_free (search);
}

static void
find_strays (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Search *search = task_data;

  g_task_return_pointer (task, trh_urn_find_strays (search->expected, search->known), (GDestroyNotify) g_ptr_array_unref);
}

/* Sessions that this season names or is about to. */
static GHashTable *
list_known (TrhVoteDesk *self)
{
  GHashTable *known = trh_poll_list_sessions (trh_vote_desk_get_project (self));
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->opening);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_hash_table_add (known, g_strdup (id));
  return known;
}

/* Looks in a worker; %NULL with @error set while the poll has no keys, which no urn can belong to. */
static GTask *
search_new (TrhVoteDesk *self, TrhPoll *poll, const char *session_id, GAsyncReadyCallback callback, gpointer user_data,
            GError **error)
{
  const TrhPollRecord *record = trh_entity_peek_record (TRH_ENTITY (poll));
  g_autoptr(TrhKit) kit = trh_poll_make_kit (trh_vote_desk_get_project (self), record, "", "any", error);
  Search *search;
  GTask *task;

  if (kit == NULL)
    return NULL;
  search = g_new0 (Search, 1);
  search->poll_id = g_strdup (record->base.id);
  search->session_id = g_strdup (session_id);
  search->expected = g_steal_pointer (&kit->urn);
  search->known = list_known (self);
  task = g_task_new (NULL, NULL, callback, user_data);
  g_task_set_task_data (task, search, search_free);
  return task;
}

/**
 * trh_vote_desk_find_strays_async:
 *
 * Looks for urns of @poll on this computer that the season does not name. Nobody waits for the answer: it does not keep
 * @self alive, and has no source.
 */
void
trh_vote_desk_find_strays_async (TrhVoteDesk *self, TrhPoll *poll, GAsyncReadyCallback callback, gpointer user_data)
{
  GError *error = NULL;
  g_autoptr(GTask) task = search_new (self, poll, NULL, callback, user_data, &error);

  if (task != NULL)
    g_task_run_in_thread (task, find_strays);
  else
    g_task_report_error (NULL, callback, user_data, trh_vote_desk_find_strays_async, error);
}

/**
 * trh_vote_desk_find_strays_finish:
 *
 * Returns: (transfer full) (element-type TrhUrnStray): those that the season does not name now, or %NULL with @error set
 */
GPtrArray *
trh_vote_desk_find_strays_finish (TrhVoteDesk *self, GAsyncResult *result, GError **error)
{
  GPtrArray *strays = g_task_propagate_pointer (G_TASK (result), error);
  g_autoptr(GHashTable) known = list_known (self); /* a session may have been opened since */

  for (guint i = strays != NULL ? strays->len : 0; i-- > 0; )
    if (g_hash_table_contains (known, ((const TrhUrnStray *) strays->pdata[i])->content->session_id))
      g_ptr_array_remove_index (strays, i);
  return strays;
}

static const TrhUrnStray *
find_stray (GPtrArray *strays, const char *session_id)
{
  for (guint i = 0; i < strays->len; i++)
    if (g_str_equal (((const TrhUrnStray *) strays->pdata[i])->content->session_id, session_id))
      return strays->pdata[i];
  return NULL;
}

static void
found (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(GTask) task = user_data;
  TrhVoteDesk *self = g_task_get_source_object (task);
  const Search *search = g_task_get_task_data (G_TASK (result));
  g_autoptr(GPtrArray) strays = trh_vote_desk_find_strays_finish (self, result, NULL);
  const TrhUrnStray *stray = find_stray (strays, search->session_id);
  GError *error = NULL;
  TrhPoll *poll = trh_vote_desk_find_poll (self, search->poll_id, &error);

  if (poll != NULL && stray == NULL)
    g_set_error_literal (&error, TRH_POLL_ERROR, TRH_POLL_ERROR_STATE, _("This urn is no longer on this computer."));
  if (error == NULL && trh_vote_desk_perform (self, trh_poll_take_up (trh_vote_desk_get_project (self), poll, stray, &error),
                                              &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * trh_vote_desk_take_up_async:
 * @session_id: of an urn that trh_vote_desk_find_strays_async() found
 *
 * Reads that urn again, and notes its session in the season as the urn stands now: open, or closed.
 */
void
trh_vote_desk_take_up_async (TrhVoteDesk *self, TrhPoll *poll, const char *session_id, GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr(GTask) task = g_task_new (self, NULL, callback, user_data);
  GError *error = NULL;
  g_autoptr(GTask) search = search_new (self, poll, session_id, found, g_object_ref (task), &error);

  g_task_set_source_tag (task, trh_vote_desk_take_up_async);
  if (search != NULL)
    {
      g_task_run_in_thread (search, find_strays);
      return;
    }
  g_task_return_error (task, error);
  g_object_unref (task); /* of the search that was not made */
}

/**
 * trh_vote_desk_take_up_finish:
 *
 * Returns: %FALSE with @error set
 */
gboolean
trh_vote_desk_take_up_finish (TrhVoteDesk *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
