/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/storage/trh-store.h"

#include <glib/gstdio.h>

#include "core/base/trh-file.h"

#define AUTOSAVE_MS 2000

struct _TrhStore
{
  GObject       parent_instance;

  TrhProject   *project;
  char         *path;           /* (nullable): while it has no name */
  char         *draft;          /* where it lives until then */
  char         *error;          /* (nullable) */
  TrhStoreState state;
  gboolean      discarded;      /* the draft must not come back */
  guint64       saved_revision;
  guint         timeout_id;
  guint         n_saving;       /* workers under way: at most one writes, the next waits for it */
  GQueue        waiting;        /* GTask */
};

G_DEFINE_FINAL_TYPE (TrhStore, trh_store, G_TYPE_OBJECT)

enum { PROP_PATH = 1, PROP_STATE, PROP_ERROR, N_PROPS };
static GParamSpec *props[N_PROPS];

/* What one save needs; the worker sees only the snapshot and the path. */
typedef struct {
  TrhSnapshot *snapshot;
  char        *path;
  gboolean     renames; /* the project takes this path */
  gboolean     draft;   /* into the drafts folder, which may have to be made */
  guint64      revision;
} Save;

static void
save_free (gpointer data)
{
  Save *save = data;

  g_clear_pointer (&save->snapshot, trh_snapshot_free);
  g_free (save->path);
  g_free (save);
}

static void
trh_store_dispose (GObject *object)
{
  TrhStore *self = TRH_STORE (object);

  g_clear_handle_id (&self->timeout_id, g_source_remove);
  g_clear_object (&self->project);

  G_OBJECT_CLASS (trh_store_parent_class)->dispose (object);
}

static void
trh_store_finalize (GObject *object)
{
  TrhStore *self = TRH_STORE (object);

  g_free (self->path);
  g_free (self->draft);
  g_free (self->error);

  G_OBJECT_CLASS (trh_store_parent_class)->finalize (object);
}

static void
trh_store_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  TrhStore *self = TRH_STORE (object);

  switch (prop_id)
    {
    case PROP_PATH:
      g_value_set_string (value, self->path);
      break;
    case PROP_STATE:
      g_value_set_int (value, (int) self->state);
      break;
    case PROP_ERROR:
      g_value_set_string (value, self->error);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
trh_store_class_init (TrhStoreClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = trh_store_dispose;
  object_class->finalize = trh_store_finalize;
  object_class->get_property = trh_store_get_property;

  props[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL, flags);
  props[PROP_STATE] = g_param_spec_int ("state", NULL, NULL, 0, TRH_STORE_FAILED, 0, flags);
  props[PROP_ERROR] = g_param_spec_string ("error", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
trh_store_init (TrhStore *self)
{
  g_queue_init (&self->waiting);
}

static void
set_state (TrhStore *self, TrhStoreState state, const char *error)
{
  g_object_freeze_notify (G_OBJECT (self));
  if (g_strcmp0 (self->error, error) != 0)
    {
      g_free (self->error);
      self->error = g_strdup (error);
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ERROR]);
    }
  if (self->state != state)
    {
      self->state = state;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STATE]);
    }
  g_object_thaw_notify (G_OBJECT (self));
}

static void
autosaved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  trh_store_save_finish (TRH_STORE (source), result, NULL); /* the state tells */
}

static gboolean
autosave (gpointer data)
{
  TrhStore *self = data;

  self->timeout_id = 0;
  trh_store_save_async (self, NULL, NULL, autosaved, NULL);

  return G_SOURCE_REMOVE;
}

static void
on_changed (TrhStore *self)
{
  if (self->state != TRH_STORE_SAVING)
    set_state (self, TRH_STORE_UNSAVED, self->error);
  g_clear_handle_id (&self->timeout_id, g_source_remove);
  self->timeout_id = g_timeout_add (AUTOSAVE_MS, autosave, self);
}

/**
 * trh_store_new:
 * @project: the project to keep
 * @path: (nullable): the file it was read from; %NULL for one without a name
 *
 * Returns: (transfer full): a store that saves by itself from now on
 */
TrhStore *
trh_store_new (TrhProject *project, const char *path)
{
  TrhStore *self = g_object_new (TRH_TYPE_STORE, NULL);
  g_autofree char *folder = trh_store_get_drafts_folder ();
  g_autofree char *name = g_strconcat (trh_project_get_id (project), ".transhumance", NULL);

  self->project = g_object_ref (project);
  self->path = g_strdup (path);
  self->draft = g_build_filename (folder, name, NULL);
  self->saved_revision = trh_project_get_revision (project);
  g_signal_connect_object (project, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);

  return self;
}

/* The folder of projects without a name, (transfer full). */
char *
trh_store_get_drafts_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "transhumances", "drafts", NULL);
}

const char *
trh_store_get_path (TrhStore *self)
{
  return self->path;
}

TrhStoreState
trh_store_get_state (TrhStore *self)
{
  return self->state;
}

const char *
trh_store_get_error (TrhStore *self)
{
  return self->error;
}

gboolean
trh_store_is_draft (TrhStore *self)
{
  return self->path == NULL;
}

/* Where the project lives while it has no name. */
const char *
trh_store_get_draft_path (TrhStore *self)
{
  return self->draft;
}

static gboolean
write_save (Save *save, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (save->path);
  g_autoptr(GBytes) bytes = trh_snapshot_write (save->snapshot);

  /* never the folder of a named file: a stick that was pulled out is not to be made anew on the disk */
  if (save->draft)
    g_mkdir_with_parents (folder, 0700); /* when it fails, so does the save */

  return trh_project_check_bytes (bytes, error) && trh_file_save (save->path, bytes, error);
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

static Save *
save_new (TrhStore *self, const char *new_path)
{
  Save *save = g_new0 (Save, 1);

  save->snapshot = trh_project_snapshot (self->project);
  save->path = g_strdup (new_path != NULL ? new_path : self->path != NULL ? self->path : self->draft);
  save->renames = new_path != NULL;
  save->draft = new_path == NULL && self->path == NULL;
  save->revision = trh_project_get_revision (self->project);

  return save;
}

static void
end_save (TrhStore *self, Save *save, const GError *error)
{
  if (self->discarded && save->draft)
    g_unlink (self->draft); /* it was being written when the person said no */
  if (error != NULL)
    {
      set_state (self, TRH_STORE_FAILED, error->message);
      return;
    }
  if (save->renames && g_strcmp0 (self->path, save->path) != 0)
    {
      if (self->path == NULL)
        g_unlink (self->draft); /* it has a name now */
      g_free (self->path);
      self->path = g_strdup (save->path);
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PATH]);
    }
  self->saved_revision = save->revision;
  set_state (self, save->revision == trh_project_get_revision (self->project) ? TRH_STORE_SAVED : TRH_STORE_UNSAVED, NULL);
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

static void
start_next (TrhStore *self)
{
  GTask *task;
  g_autoptr(GTask) worker = NULL;

  if (self->n_saving > 0 || self->project == NULL || (task = g_queue_pop_head (&self->waiting)) == NULL)
    return;

  set_state (self, TRH_STORE_SAVING, self->error);
  self->n_saving++;
  /* The worker's thread may be the last to let go of its task: it holds neither the store nor
   * anything that is freed with it. */
  worker = g_task_new (NULL, NULL, saved, task);
  g_task_set_task_data (worker, save_new (self, g_task_get_task_data (task)), NULL);
  g_task_run_in_thread (worker, save_in_worker);
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

gboolean
trh_store_save_finish (TrhStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * trh_store_flush:
 * @self: a store
 * @error: return location for a #TrhFileError
 *
 * Saves what is not saved yet before returning: for the end of the program only.
 *
 * Returns: %FALSE with @error set when the last edits are only in memory
 */
gboolean
trh_store_flush (TrhStore *self, GError **error)
{
  g_autoptr(GError) cause = NULL;
  Save *save;
  gboolean ok;

  while (self->n_saving > 0 || !g_queue_is_empty (&self->waiting))
    g_main_context_iteration (NULL, TRUE);
  g_clear_handle_id (&self->timeout_id, g_source_remove);
  if (self->saved_revision == trh_project_get_revision (self->project))
    return TRUE;

  save = save_new (self, NULL);
  ok = write_save (save, &cause);
  end_save (self, save, cause);
  save_free (save);
  if (!ok)
    g_propagate_error (error, g_steal_pointer (&cause));
  return ok;
}

/**
 * trh_store_discard:
 * @self: the store of a project without a name
 *
 * Forgets the draft, when the person has said not to save it.
 */
void
trh_store_discard (TrhStore *self)
{
  g_clear_handle_id (&self->timeout_id, g_source_remove);
  self->saved_revision = trh_project_get_revision (self->project);
  self->discarded = TRUE;
  if (self->path == NULL)
    g_unlink (self->draft);
}
