/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "core/base/trh-file.h"
#include "core/storage/trh-store-private.h"

/* How a store sees that another program writes its file. The time of a file says little: its content decides. */

#define LOOK_MS 250 /* another program writes in several steps */

typedef struct {
  char *path;
  char *expected;
  char *found; /* (nullable): it is gone, or being replaced */
} Look;

static void
look_free (gpointer data)
{
  Look *look = data;

  g_free (look->path);
  g_free (look->expected);
  g_free (look->found);
  g_free (look);
}

static void
look_in_worker (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Look *look = task_data;

  look->found = trh_file_hash_of (look->path, NULL);
  g_task_return_boolean (task, TRUE);
}

static void
looked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(TrhStore) self = user_data;
  Look *look = g_task_get_task_data (G_TASK (result));
  g_autofree char *name = NULL;
  g_autofree char *sentence = NULL;

  /* a save of ours since then has looked for itself */
  if (self->project == NULL || self->n_saving > 0 || look->found == NULL || g_strcmp0 (look->expected, self->expected) != 0 ||
      g_strcmp0 (look->path, self->path) != 0 || g_str_equal (look->found, look->expected))
    return;
  name = g_filename_display_basename (look->path);
  /* Translators: a file name */
  sentence = g_strdup_printf (_("%s was changed by another program. Nothing was overwritten."), name);
  g_clear_handle_id (&self->timeout_id, g_source_remove);
  trh_store_set_state (self, TRH_STORE_CHANGED, sentence);
}

/* Compares the file with what we know of it, in a worker. */
void
trh_store_look (TrhStore *self)
{
  g_autoptr(GTask) task = NULL;
  Look *look;

  if (self->path == NULL || self->expected == NULL || self->holder != NULL)
    return;
  look = g_new0 (Look, 1);
  look->path = g_strdup (self->path);
  look->expected = g_strdup (self->expected);
  task = g_task_new (NULL, NULL, looked, g_object_ref (self));
  g_task_set_task_data (task, look, look_free);
  g_task_run_in_thread (task, look_in_worker);
}

static gboolean
on_quiet (gpointer data)
{
  TrhStore *self = data;

  self->look_id = 0;
  trh_store_look (self);
  return G_SOURCE_REMOVE;
}

static void
on_file_event (TrhStore *self)
{
  g_clear_handle_id (&self->look_id, g_source_remove);
  self->look_id = g_timeout_add (LOOK_MS, on_quiet, self);
}

/* Follows the file of the store, from now on. */
void
trh_store_watch_file (TrhStore *self)
{
  g_autofree char *target = trh_file_resolve (self->path);
  g_autoptr(GFile) file = g_file_new_for_path (target);

  if (self->monitor != NULL)
    g_file_monitor_cancel (self->monitor);
  g_clear_object (&self->monitor);
  self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL); /* a save looks in any case */
  if (self->monitor != NULL)
    g_signal_connect_object (self->monitor, "changed", G_CALLBACK (on_file_event), self, G_CONNECT_SWAPPED);
}

/**
 * trh_store_accept:
 * @self: a store whose file another program has changed
 * @bytes: what that program wrote, which an edit has just taken into the project
 *
 * The file as it is now may be replaced from here on; it is kept among the versions.
 */
void
trh_store_accept (TrhStore *self, GBytes *bytes)
{
  g_free (self->expected);
  self->expected = trh_file_hash (bytes);
  if (self->journal != NULL)
    trh_journal_note (self->journal, self->expected);
  self->kept_next = TRH_KEPT_THEIRS;
  trh_store_touch (self);
}
