/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "core/base/trh-file.h"
#include "core/storage/trh-store-private.h"

/* How a store saves: a frozen picture, a worker, one at a time; and how it keeps a version without saving. */

#define FLUSH_S 10 /* the end of the program does not wait longer for a disk that hangs */

/* What one save needs; the worker sees nothing else. */
typedef struct {
  TrhSnapshot *snapshot;
  char        *path;
  char        *folder;
  char        *expected; /* (nullable) */
  char        *hash;     /* (nullable): of what was written */
  TrhJournal  *journal;  /* (nullable) (owned) */
  TrhLock     *lock;     /* (nullable) (owned): of the file it goes to from now on */
  guint64      seq;      /* of the last line of the journal that it holds */
  TrhKept      kept;
  gboolean     renames;  /* the project takes this path */
  gboolean     draft;    /* into the drafts folder, which may have to be made */
  guint64      revision;
} Save;

static void
save_free (Save *save)
{
  g_clear_pointer (&save->snapshot, trh_snapshot_free);
  g_clear_object (&save->journal);
  g_clear_pointer (&save->lock, trh_lock_release);
  g_free (save->path);
  g_free (save->folder);
  g_free (save->expected);
  g_free (save->hash);
  g_free (save);
}

static gboolean
write_save (Save *save, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (save->path);
  g_autofree char *keep = NULL;
  g_autoptr(GBytes) bytes = trh_snapshot_write (save->snapshot);

  /* never the folder of a named file: a stick that was pulled out is not to be made anew on the disk */
  if (save->draft)
    g_mkdir_with_parents (folder, 0700); /* when it fails, so does the save */

  if (!trh_project_check_bytes (bytes, error))
    return FALSE;
  save->hash = trh_file_hash (bytes);
  if (save->journal != NULL)
    trh_journal_mark (save->journal, save->hash, save->seq); /* without it the file is good all the same */
  if (save->expected != NULL && *save->expected != '\0' && !save->draft)
    keep = trh_backups_plan (save->folder, save->path, save->expected, save->kept);
  if (!trh_file_save_over (save->path, bytes, save->expected, keep, error))
    return FALSE;
  if (keep != NULL)
    trh_backups_prune (save->folder);
  return TRUE;
}

static void
save_in_worker (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (write_save (task_data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static gboolean
is_other_file (TrhStore *self, const char *new_path)
{
  return new_path != NULL && g_strcmp0 (self->path, new_path) != 0;
}

static Save *
save_new (TrhStore *self, const char *new_path)
{
  Save *save = g_new0 (Save, 1);
  gboolean other = is_other_file (self, new_path);

  save->snapshot = trh_project_snapshot (self->project);
  save->path = g_strdup (new_path != NULL ? new_path : self->path != NULL ? self->path : self->draft);
  save->folder = g_strdup (self->folder);
  save->expected = other ? NULL : g_strdup (self->expected); /* the person has chosen to replace what is there */
  save->journal = self->journal != NULL ? g_object_ref (self->journal) : NULL;
  save->seq = self->journal != NULL ? trh_journal_get_seq (self->journal) : 0;
  save->kept = self->kept_next;
  save->renames = other;
  save->draft = new_path == NULL && self->path == NULL;
  save->revision = trh_project_get_revision (self->project);

  return save;
}

/* The project goes on in another file. */
static void
take_path (TrhStore *self, Save *save)
{
  if (self->path == NULL)
    g_unlink (self->draft); /* it has a name now */
  g_free (self->path);
  self->path = g_strdup (save->path);
  g_clear_pointer (&self->holder, g_free);
  g_clear_pointer (&self->lock, trh_lock_release);
  self->lock = g_steal_pointer (&save->lock);
  trh_store_watch_file (self);
  g_object_notify (G_OBJECT (self), "path");
}

static void
end_save (TrhStore *self, Save *save, const GError *error)
{
  if (self->discarded && save->draft)
    g_unlink (self->draft); /* it was being written when the person said no */
  if (error != NULL)
    {
      gboolean changed = g_error_matches (error, TRH_FILE_ERROR, TRH_FILE_ERROR_CHANGED);

      if (g_error_matches (error, TRH_FILE_ERROR, TRH_FILE_ERROR_UNSURE) && !save->renames)
        {
          g_free (self->expected); /* it is ours, for the next try; the journal goes on from the one before */
          self->expected = g_strdup (save->hash);
        }
      trh_store_set_state (self, changed ? TRH_STORE_CHANGED : TRH_STORE_FAILED, error->message);
      return;
    }
  g_free (self->expected);
  self->expected = g_strdup (save->hash);
  if (self->journal != NULL)
    trh_journal_set_base (self->journal, save->hash);
  if (save->renames)
    {
      if (self->journal != NULL)
        trh_journal_rename (self->journal, save->path, trh_project_peek_season (self->project)->title);
      take_path (self, save);
    }
  self->kept_next = TRH_KEPT_BY_ITSELF;
  self->saved_revision = save->revision;
  trh_store_set_state (self, trh_store_is_saved (self) ? TRH_STORE_SAVED : TRH_STORE_UNSAVED, NULL);
}

static void start_next (TrhStore *self);

static void
saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *worker = G_TASK (result);
  g_autoptr(GTask) task = user_data;
  TrhStore *self = g_task_get_source_object (task);
  Save *save = g_task_get_task_data (worker);
  g_autoptr(GError) error = NULL;

  g_task_propagate_boolean (worker, &error);
  self->n_saving--;
  end_save (self, save, error);
  save_free (save);
  if (error == NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
  start_next (self);
}

/* Whether a save may begin; says why not. */
static gboolean
check_save (TrhStore *self, const char *new_path, TrhLock **lock, GError **error)
{
  g_autofree char *holder = g_strdup (self->holder);

  if (is_other_file (self, new_path))
    {
      g_free (g_steal_pointer (&holder));
      *lock = trh_lock_take (new_path, &holder);
    }
  if (holder == NULL)
    return TRUE;
  g_set_error (error, TRH_FILE_ERROR, TRH_FILE_ERROR_NOT_ALLOWED,
               /* Translators: a person and a computer, as in “Marie on studio” */
               _("This season is open elsewhere (%s): it cannot be saved from here."), holder);
  return FALSE;
}

static void
start_next (TrhStore *self)
{
  while (self->n_saving == 0 && self->project != NULL && !g_queue_is_empty (&self->waiting))
    {
      GTask *task = g_queue_pop_head (&self->waiting);
      const char *new_path = g_task_get_task_data (task);
      TrhLock *lock = NULL;
      g_autoptr(GError) error = NULL;
      g_autoptr(GTask) worker = NULL;
      Save *save;

      if (!check_save (self, new_path, &lock, &error))
        {
          g_task_return_error (task, g_steal_pointer (&error));
          g_object_unref (task);
          continue;
        }
      trh_store_set_state (self, TRH_STORE_SAVING, self->error);
      self->n_saving++;
      save = save_new (self, new_path);
      save->lock = lock;
      /* The worker's thread may be the last to let go of its task: it holds neither the store nor
       * anything that is freed with it. */
      worker = g_task_new (NULL, NULL, saved, task);
      g_task_set_task_data (worker, save, NULL);
      g_task_run_in_thread (worker, save_in_worker);
    }
}

/**
 * trh_store_save_async:
 * @self: a store
 * @new_path: (nullable): another file that the project takes from now on
 * @cancellable: (nullable): ignored once the worker writes
 * @callback: called when the file is durable, or was left as it was
 * @user_data: for @callback
 *
 * Writes the project as it is when its turn comes, in a worker thread.
 */
void
trh_store_save_async (TrhStore *self, const char *new_path, GCancellable *cancellable,
                      GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, trh_store_save_async);
  g_task_set_task_data (task, g_strdup (new_path), g_free);
  g_clear_handle_id (&self->timeout_id, g_source_remove);
  g_queue_push_tail (&self->waiting, task);
  start_next (self);
}

/* Returns: %FALSE with @error, a #TrhFileError, set when what is in the file is not sure to be the season as it was. */
gboolean
trh_store_save_finish (TrhStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
keep_in_worker (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Save *save = task_data;
  g_autoptr(GBytes) bytes = trh_snapshot_write (save->snapshot);
  g_autofree char *hash = trh_file_hash (bytes);
  g_autofree char *keep = trh_backups_plan (save->folder, save->path, hash, save->kept);

  if (keep != NULL && trh_file_save (keep, bytes, NULL))
    trh_backups_prune (save->folder);
  g_task_return_boolean (task, TRUE);
}

static void
kept (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(TrhStore) self = user_data;

  save_free (g_task_get_task_data (G_TASK (result)));
  self->n_saving--;
  start_next (self);
}

/**
 * trh_store_keep:
 * @self: a store
 * @kept: why
 *
 * Keeps the project as it is now among the versions, in a worker: before another version is taken in. When there is no
 * room for it, nothing stops.
 */
void
trh_store_keep (TrhStore *self, TrhKept why)
{
  g_autoptr(GTask) worker = NULL;
  Save *save = save_new (self, NULL);

  save->kept = why;
  self->n_saving++; /* a save waits: the numbers of versions are given one after the other */
  worker = g_task_new (NULL, NULL, kept, g_object_ref (self));
  g_task_set_task_data (worker, save, NULL);
  g_task_run_in_thread (worker, keep_in_worker);
}

static void
flushed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **kept = user_data;

  *kept = g_object_ref (result);
}

static gboolean
give_up (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_CONTINUE;
}

/**
 * trh_store_flush:
 * @self: a store
 * @error: return location for a #TrhFileError
 *
 * Saves what is not saved yet before returning: for the end of the program only. Does not wait for ever for a
 * disk that hangs; the journal has what the file does not.
 *
 * Returns: %FALSE with @error set when the file does not hold the last edits
 */
gboolean
trh_store_flush (TrhStore *self, GError **error)
{
  g_autoptr(GAsyncResult) result = NULL;
  gboolean late = FALSE;
  guint id = g_timeout_add_seconds (FLUSH_S, give_up, &late);

  trh_store_flush_journal (self);
  while (!late && (self->n_saving > 0 || !g_queue_is_empty (&self->waiting)))
    g_main_context_iteration (NULL, TRUE);
  g_clear_handle_id (&self->timeout_id, g_source_remove);
  if (!late && !trh_store_is_saved (self))
    {
      GAsyncResult **kept = g_new0 (GAsyncResult *, 1);

      trh_store_save_async (self, NULL, NULL, flushed, kept);
      while (!late && *kept == NULL)
        g_main_context_iteration (NULL, TRUE);
      result = *kept;
      if (result != NULL)
        g_free (kept); /* otherwise it may still come */
    }
  g_source_remove (id);
  if (late)
    {
      g_set_error_literal (error, TRH_FILE_ERROR, TRH_FILE_ERROR_FAILED, _("The disk does not answer."));
      return FALSE;
    }
  return result == NULL || trh_store_save_finish (self, result, error);
}
