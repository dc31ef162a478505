/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/voting/trh-urn-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* More codes for an urn that is open: made and hashed in a worker, on the disk before anybody sees them. */
typedef struct {
  guint       n;
  guint8      key[TRH_CODE_KEY];
  GArray     *codes;  /* (element-type TrhCode) */
  GByteArray *hashes; /* of @codes, in their order */
} More;

static void
more_free (gpointer data)
{
  More *more = data;

  g_clear_pointer (&more->codes, g_array_unref);
  g_byte_array_unref (more->hashes);
  g_free (more);
}

static void
make_codes (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  More *more = task_data;

  more->codes = trh_codes_make (more->n);
  for (guint i = 0; i < more->n; i++)
    {
      guint8 hash[TRH_CODE_HASH];

      if (!trh_code_hash (&g_array_index (more->codes, TrhCode, i), more->key, hash))
        {
          g_task_return_new_error (task, TRH_URN_ERROR, TRH_URN_ERROR_MEMORY,
                                   _("There is too little free memory. Close other programs and try again."));
          return;
        }
      g_byte_array_append (more->hashes, hash, sizeof hash);
    }
  g_task_return_boolean (task, TRUE);
}

static void
codes_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(GTask) task = user_data;
  More *more = g_task_get_task_data (task);
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    g_task_return_pointer (task, g_steal_pointer (&more->codes), (GDestroyNotify) g_array_unref);
  else if (g_error_matches (error, TRH_BOOTH_ERROR, TRH_BOOTH_ERROR_UNSURE))
    {
      g_error_free (error); /* nobody was given them: they only count as made */
      g_task_return_new_error (task, TRH_BOOTH_ERROR, TRH_BOOTH_ERROR_UNSURE,
                               _("The disk does not confirm the new codes: they are not handed out. Make others."));
    }
  else
    g_task_return_error (task, error);
}

/* Two slips with the same code would be one ballot: a code that the urn has already is drawn about once in a hundred
 * million sessions, and left out. */
static void
leave_out_known (TrhUrn *self, More *more)
{
  for (guint i = more->codes->len; i-- > 0;)
    {
      gboolean is_used;

      if (trh_urn_content_knows (trh_urn_peek_content (self), more->hashes->data + i * TRH_CODE_HASH, &is_used))
        {
          g_array_remove_index (more->codes, i);
          g_byte_array_remove_range (more->hashes, i * TRH_CODE_HASH, TRH_CODE_HASH);
        }
    }
}

static void
codes_made (GObject *source, GAsyncResult *result, gpointer user_data)
{
  TrhUrn *self = TRH_URN (source);
  g_autoptr(GTask) task = user_data;
  More *more = g_task_get_task_data (task);
  g_autoptr(GTask) saving = NULL;
  g_autoptr(GBytes) hashes = NULL;
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_task_return_error (task, error);
      return;
    }
  if (!trh_urn_takes_codes (self))
    {
      g_task_return_new_error (task, TRH_URN_ERROR, TRH_URN_ERROR_CLOSED, _("The urn of this session is closed."));
      return;
    }
  leave_out_known (self, more);
  hashes = g_bytes_new (more->hashes->data, more->hashes->len);
  saving = g_task_new (self, NULL, codes_saved, g_steal_pointer (&task));
  g_task_set_source_tag (saving, codes_made);
  trh_urn_queue_codes (self, saving, hashes);
}

/**
 * trh_urn_add_codes_async:
 * @n_codes: how many codes to make
 * @callback: called on this thread's main context
 * @user_data: for @callback
 *
 * More codes, when slips are missing or those that were made are lost. As long as the vote lasts.
 */
void
trh_urn_add_codes_async (TrhUrn *self, guint n_codes, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);
  g_autoptr(GTask) worker = NULL;
  More *more = g_new0 (More, 1);

  g_task_set_source_tag (task, trh_urn_add_codes_async);
  g_task_set_task_data (task, more, more_free);
  more->n = n_codes;
  more->hashes = g_byte_array_new ();
  memcpy (more->key, trh_urn_peek_content (self)->code_key, sizeof more->key);
  worker = g_task_new (self, NULL, codes_made, task);
  g_task_set_source_tag (worker, trh_urn_add_codes_async);
  g_task_set_task_data (worker, more, NULL); /* @task keeps it */
  g_task_run_in_thread (worker, make_codes);
}

/**
 * trh_urn_add_codes_finish:
 * @error: return location for a #TrhUrnError or a #TrhBoothError; no code was added then
 *
 * Returns: (transfer full) (element-type TrhCode): the codes to hand out, which are nowhere else, or %NULL
 */
GArray *
trh_urn_add_codes_finish (TrhUrn *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * trh_urn_cancel_async:
 * @typed: a code as it was typed: of a lost or spoiled slip, or one that is given back for a paper ballot
 * @callback: called on this thread's main context
 * @user_data: for @callback
 *
 * Nobody can vote with that code any more. Refused like a code in the booth, with a #TrhBoothError: one with
 * which a ballot was cast stays used, and its ballot cannot be found again.
 */
void
trh_urn_cancel_async (TrhUrn *self, const char *typed, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr(GTask) task = g_task_new (self, NULL, callback, user_data);
  GError *error = NULL;
  g_autoptr(GBytes) code_hash = trh_urn_find_code (self, typed, &error);

  g_task_set_source_tag (task, trh_urn_cancel_async);
  if (code_hash != NULL)
    trh_urn_queue (self, task, code_hash, NULL, NULL);
  else
    g_task_return_error (task, error);
}
