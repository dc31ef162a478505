/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-vote-save.h"

#include <glib/gi18n.h>

#include "core/base/trh-file.h"
#include "widgets/trh-dialogs.h"

typedef struct {
  TrhVoteDocument document; /* its texts are only lent until the file is chosen */
  TrhVoteSaved    saved;
  gpointer        user_data;
  GDestroyNotify  destroy;  /* (nullable) */
  char           *path;     /* (nullable): until it is chosen */
} Save;

static void
save_clear (gpointer data)
{
  Save *save = data;

  save->document.free_document (save->document.document);
  if (save->destroy != NULL)
    save->destroy (save->user_data);
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
  g_autoptr(GBytes) bytes = save->document.print (save->document.document, &error);

  if (bytes != NULL && trh_file_save (save->path, bytes, &error))
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
file_chosen (GFile *file, gpointer user_data)
{
  Save *save = user_data;
  g_autoptr(GTask) task = NULL;

  if (save->document.secret)
    forget (file);
  save->path = g_file_get_path (file);
  if (save->path == NULL)
    {
      g_autoptr(GError) error = g_error_new_literal (TRH_FILE_ERROR, TRH_FILE_ERROR_NOT_ALLOWED,
                                                     _("Choose a folder of this computer or a USB stick."));

      save->saved (error, save->user_data);
      return;
    }
  task = g_task_new (NULL, NULL, on_saved, g_rc_box_acquire (save));
  g_task_set_source_tag (task, trh_vote_save);
  g_task_set_task_data (task, save, NULL); /* on_saved() lets go of it, on this thread */
  g_task_run_in_thread (task, save_in_worker);
}

/**
 * trh_vote_save:
 * @parent: a widget of the window that asks
 * @document: what is saved, and how it is asked
 * @saved: called when it was saved, or why it was not; not when no file was chosen
 * @user_data: for @saved
 * @destroy: (nullable): called in any case in the end, with @user_data
 */
void
trh_vote_save (GtkWidget *parent, const TrhVoteDocument *document, TrhVoteSaved saved, gpointer user_data,
               GDestroyNotify destroy)
{
  Save *save = g_rc_box_new0 (Save);

  save->document = *document;
  save->saved = saved;
  save->user_data = user_data;
  save->destroy = destroy;
  trh_choose_file_with (parent, document->title, GTK_FILE_CHOOSER_ACTION_SAVE, document->name, NULL, file_chosen, save,
                        save_release);
}

typedef struct {
  GtkWidget *window; /* (owned) */
  char      *done;
} Telling;

static void
tell (const GError *error, gpointer user_data)
{
  Telling *telling = user_data;

  gtk_widget_activate_action (telling->window, "win.tell", "s", error != NULL ? error->message : telling->done);
}

static void
telling_free (gpointer data)
{
  Telling *telling = data;

  g_object_unref (telling->window);
  g_free (telling->done);
  g_free (telling);
}

static GBytes *
print_sheet (gpointer sheet, GError **error)
{
  return trh_sheet_print (sheet, NULL, error);
}

/**
 * trh_vote_save_sheet:
 * @window: a window with the action win.tell
 * @title: of the window that asks where
 * @name: proposed for the file
 * @sheet: (transfer full): the pages
 * @done: what is said when it went well
 */
void
trh_vote_save_sheet (GtkWidget *window, const char *title, const char *name, TrhSheet *sheet, const char *done)
{
  const TrhVoteDocument document = {
    .title = title, .name = name, .print = print_sheet, .document = sheet, .free_document = (GDestroyNotify) trh_sheet_free };
  Telling *telling = g_new (Telling, 1);

  telling->window = g_object_ref (window);
  telling->done = g_strdup (done);
  trh_vote_save (window, &document, tell, telling, telling_free);
}
