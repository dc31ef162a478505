/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-vote-desk-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/base/trh-day.h"
#include "core/exchange/trh-poll-result.h"

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
  TrhPoll *poll = g_task_propagate_boolean (G_TASK (result), &error)
                    ? trh_vote_desk_find_poll (self, count->poll_id, &error)
                    : NULL;
  TrhEdit *edit = poll != NULL ? trh_poll_edit_opened (trh_vote_desk_get_project (self), poll, count->opening, trh_day_today (),
                                                       &error)
                               : NULL;

  if (edit != NULL && trh_vote_desk_perform (self, edit, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

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
 * trh_vote_desk_count_async:
 * @how: passphrases or sheet, and what was drawn
 *
 * Opens all urns of a closed poll, counts them, and writes the sums into the season.
 */
void
trh_vote_desk_count_async (TrhVoteDesk *self, TrhPoll *poll, const TrhVoteCounting *how, GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr(GTask) task = g_task_new (self, NULL, callback, user_data);
  g_autoptr(GTask) worker = NULL;
  const char *id = trh_entity_get_id (TRH_ENTITY (poll));
  guint8 public_key[TRH_SEAL_KEY];
  g_autofree char *path = trh_keys_get_path (id);
  GError *error = NULL;
  TrhOpening *opening = trh_poll_make_opening (trh_vote_desk_get_project (self), poll, NULL, &error);
  Count *count;

  g_task_set_source_tag (task, trh_vote_desk_count_async);
  if (opening != NULL && !read_public_key (trh_entity_peek_record (TRH_ENTITY (poll)), public_key, &error))
    g_clear_pointer (&opening, trh_opening_free);
  if (opening == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (how->by_sheet)
    trh_opening_set_sheet (opening, id, public_key, how->sheet);
  else
    trh_opening_set_keys (opening, path, how->passphrases);
  if (how->seed != NULL)
    trh_opening_set_seed (opening, how->seed);
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
