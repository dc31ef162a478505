/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-vote-save.h"

#include <glib/gi18n.h>

#include "core/base/trh-file.h"
#include "widgets/trh-dialogs.h"

typedef struct {
  TrhVoteSaving  saving;    /* its title is only lent until the place is chosen */
  char          *name;
  TrhVoteSaved   saved;
  gpointer       user_data;
  GDestroyNotify destroy;   /* (nullable) */
  char          *path;      /* (nullable): until it is chosen */
} Save;

static void
save_clear (gpointer data)
{
  Save *save = data;

  save->saving.free_data (save->saving.data);
  if (save->destroy != NULL)
    save->destroy (save->user_data);
  g_free (save->name);
  g_free (save->path);
}

static void
save_release (gpointer save)
{
  g_rc_box_release_full (save, save_clear);
}

static void
save_in_worker (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Save *save = task_data;
  GError *error = NULL;

  if (save->saving.write (save->saving.data, save->path, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Save *save = user_data;
  g_autoptr(GError) error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  save->saved (error, save->user_data);
  save_release (save);
}

/* The file chooser has just put the file among the recent ones. */
static void
forget (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  gtk_recent_manager_remove_item (gtk_recent_manager_get_default (), uri, NULL); /* fails when it is not there */
}

static void
place_chosen (GFile *file, gpointer user_data)
{
  Save *save = user_data;
  g_autoptr(GTask) task = NULL;

  if (save->saving.secret)
    forget (file);
  if (g_file_peek_path (file) == NULL)
    {
      g_autoptr(GError) error = g_error_new_literal (TRH_FILE_ERROR, TRH_FILE_ERROR_NOT_ALLOWED,
                                                     _("Choose a folder of this computer or a USB stick."));

      save->saved (error, save->user_data);
      return;
    }
  save->path = save->saving.folder ? g_build_filename (g_file_peek_path (file), save->name, NULL) : g_file_get_path (file);
  task = g_task_new (NULL, NULL, on_saved, g_rc_box_acquire (save));
  g_task_set_source_tag (task, trh_vote_save);
  g_task_set_task_data (task, save, NULL); /* on_saved() lets go of it, on this thread */
  g_task_run_in_thread (task, save_in_worker);
}

/**
 * trh_vote_save:
 * @parent: a widget of the window that asks
 * @saving: what is saved, and how it is asked
 * @saved: called when it was saved, or why it was not; not when no place was chosen
 * @user_data: for @saved
 * @destroy: (nullable): called in any case in the end, with @user_data
 *
 * Asks where, and writes there in a worker.
 */
void
trh_vote_save (GtkWidget *parent, const TrhVoteSaving *saving, TrhVoteSaved saved, gpointer user_data, GDestroyNotify destroy)
{
  Save *save = g_rc_box_new0 (Save);

  save->saving = *saving;
  save->name = g_strdup (saving->name);
  save->saved = saved;
  save->user_data = user_data;
  save->destroy = destroy;
  trh_choose_file_with (parent, saving->title,
                        saving->folder ? GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER : GTK_FILE_CHOOSER_ACTION_SAVE,
                        saving->folder ? NULL : save->name, NULL, place_chosen, save, save_release);
}
