/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/voting/trh-urn-private.h"

#include <glib/gi18n.h>

#include "core/base/trh-file.h"

/* How an urn gets to the disk: what waits at the same moment shares one save, which a worker does. */

/* Something on its way to the disk: a ballot with its code, a code that is cancelled, a pile of paper, more codes, or
 * the end of the codes. What is in a sealed box is not known here any more. */
typedef struct {
  GTask     *task;
  GBytes    *code_hash; /* (nullable) */
  GBytes    *boxes;     /* (nullable) */
  GBytes    *codes;     /* (nullable): hashes of more codes, one after the other */
  TrhUrnLot *lot;       /* (nullable) */
} Change;

/* What one save brings to the disk. */
typedef struct {
  char          *path;
  TrhUrnContent *content;
  GPtrArray     *changes;
  gboolean       closes;
  char          *fingerprint;
  GError        *unsure; /* (nullable): it is in the file, but a power cut could still lose it */
} Save;

void
trh_urn_change_free (gpointer data)
{
  Change *change = data;

  g_object_unref (change->task);
  g_clear_pointer (&change->code_hash, g_bytes_unref);
  g_clear_pointer (&change->boxes, g_bytes_unref);
  g_clear_pointer (&change->codes, g_bytes_unref);
  g_clear_pointer (&change->lot, trh_urn_lot_free);
  g_free (change);
}

static void
save_free (gpointer data)
{
  Save *save = data;

  g_free (save->path);
  g_clear_pointer (&save->content, trh_urn_content_free);
  g_ptr_array_unref (save->changes);
  g_free (save->fingerprint);
  g_clear_error (&save->unsure);
  g_free (save);
}

/* The new name could be lost with the power after a voter was told that the ballot is in the box. The file is there all the
 * same, and it is said so. */
static GError *
tell_unsure (void)
{
  return g_error_new_literal (TRH_BOOTH_ERROR, TRH_BOOTH_ERROR_UNSURE,
                              _("It is in the urn, but the disk does not confirm it: a power cut could still lose it. Do not do "
                                "it again; after a power cut, look first whether it is there."));
}

static void
save_in_worker (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Save *save = task_data;
  g_autoptr(GBytes) bytes = trh_urn_content_print (save->content);
  g_autoptr(GError) error = NULL;

  if (!trh_file_save (save->path, bytes, &error) && !g_error_matches (error, TRH_FILE_ERROR, TRH_FILE_ERROR_UNSURE))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  if (error != NULL)
    save->unsure = tell_unsure ();
  trh_urn_forget_time (save->path);
  if (save->closes)
    save->fingerprint = trh_file_hash (bytes);
  g_task_return_boolean (task, TRUE);
}

static void
answer (Save *save, GTask *closing, const GError *error)
{
  for (guint i = 0; i < save->changes->len; i++)
    {
      Change *change = save->changes->pdata[i];

      if (error == NULL)
        g_task_return_boolean (change->task, TRUE);
      else if (error == save->unsure)
        g_task_return_error (change->task, g_error_copy (error));
      else
        g_task_return_new_error (change->task, TRH_BOOTH_ERROR, TRH_BOOTH_ERROR_FAILED, "%s", error->message);
    }
  if (closing != NULL && error == NULL)
    g_task_return_pointer (closing, g_strdup (save->fingerprint), g_free);
  else if (closing != NULL)
    g_task_return_error (closing, g_error_copy (error));
}

static void
saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(TrhUrn) self = g_object_ref (TRH_URN (source));
  Save *save = g_task_get_task_data (G_TASK (result));
  g_autoptr(GTask) closing = save->closes ? g_steal_pointer (&self->closing) : NULL;
  g_autoptr(GError) error = NULL;

  self->saving = FALSE;
  /* Sure or not, what is in the file is in memory: what is done again would be there twice. */
  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      trh_urn_content_free (self->content);
      self->content = g_steal_pointer (&save->content);
    }
  for (guint i = 0; i < save->changes->len; i++)
    {
      const Change *change = save->changes->pdata[i];

      if (change->code_hash != NULL)
        g_hash_table_remove (self->reserved, change->code_hash);
    }
  if (error != NULL)
    self->stopping = FALSE; /* who asked hears that it failed */
  if (error == NULL)
    {
      g_object_notify (G_OBJECT (self), save->closes ? "closed" : "n-ballots");
      g_signal_emit_by_name (self, "changed");
    }
  answer (save, closing, error != NULL ? error : save->unsure);
  trh_urn_start_save (self);
}

static void
apply (TrhUrnContent *content, const Change *change)
{
  if (change->lot != NULL)
    trh_urn_content_add_lot (content, change->lot, g_bytes_get_data (change->boxes, NULL));
  else if (change->boxes != NULL)
    trh_urn_content_record (content, g_bytes_get_data (change->code_hash, NULL), g_bytes_get_data (change->boxes, NULL));
  else if (change->code_hash != NULL)
    trh_urn_content_cancel (content, g_bytes_get_data (change->code_hash, NULL));
  else if (change->codes != NULL)
    trh_urn_content_add_hashes (content, change->codes);
  else
    content->stopped = TRUE;
}

/* Brings to the disk all that waits; the closing comes when nothing else does. */
void
trh_urn_start_save (TrhUrn *self)
{
  g_autoptr(GTask) task = NULL;
  Save *save;

  if (self->saving || (self->waiting->len == 0 && self->closing == NULL))
    return;

  save = g_new0 (Save, 1);
  save->path = g_strdup (self->path);
  save->content = trh_urn_content_copy (self->content);
  save->changes = g_steal_pointer (&self->waiting);
  self->waiting = g_ptr_array_new_with_free_func (trh_urn_change_free);
  for (guint i = 0; i < save->changes->len; i++)
    apply (save->content, save->changes->pdata[i]);
  if (save->changes->len == 0)
    {
      save->closes = TRUE; /* the task stays with us until then, so that no ballot comes in between */
      trh_urn_content_close (save->content, g_task_get_task_data (self->closing));
    }

  self->saving = TRUE;
  task = g_task_new (self, NULL, saved, NULL);
  g_task_set_source_tag (task, trh_urn_start_save);
  g_task_set_task_data (task, save, save_free);
  g_task_run_in_thread (task, save_in_worker);
}

static Change *
change_new (GTask *task)
{
  Change *change = g_new0 (Change, 1);

  g_task_set_check_cancellable (task, FALSE); /* a voter must hear what became of the ballot */
  change->task = g_object_ref (task);
  return change;
}

/* Brings to the disk a ballot, a code that is cancelled (without @boxes), a pile of paper (without @code_hash), or the end of
 * the codes (without any); @task then returns %TRUE, or the error. */
void
trh_urn_queue (TrhUrn *self, GTask *task, GBytes *code_hash, GBytes *boxes, const TrhUrnLot *lot)
{
  Change *change = change_new (task);

  change->code_hash = code_hash != NULL ? g_bytes_ref (code_hash) : NULL;
  change->boxes = boxes != NULL ? g_bytes_ref (boxes) : NULL;
  change->lot = lot != NULL ? trh_urn_lot_copy (lot) : NULL;
  if (code_hash != NULL)
    g_hash_table_add (self->reserved, g_bytes_ref (code_hash));
  g_ptr_array_add (self->waiting, change);
  trh_urn_start_save (self);
}

/* Brings more codes to the disk; @task then returns %TRUE, or the error. */
void
trh_urn_queue_codes (TrhUrn *self, GTask *task, GBytes *hashes)
{
  Change *change = change_new (task);

  change->codes = g_bytes_ref (hashes);
  g_ptr_array_add (self->waiting, change);
  trh_urn_start_save (self);
}
