/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-vote-document.h"

#include "core/base/trh-file.h"
#include "pages/trh-vote-save.h"
#include "widgets/trh-print.h"

typedef struct {
  GtkWidget       *parent; /* (owned) */
  TrhPrintout     *printout;
  char            *job;
  guint            copies;
  char            *printed;
  char            *saved;
  TrhVoteHandedOut handed_out;
  gpointer         user_data;
  GDestroyNotify   destroy; /* (nullable) */
} Out;

static void
out_free (gpointer data)
{
  Out *out = data;

  g_object_unref (out->parent);
  trh_printout_unref (out->printout);
  g_free (out->job);
  g_free (out->printed);
  g_free (out->saved);
  if (out->destroy != NULL)
    out->destroy (out->user_data);
  g_free (out);
}

static void
on_saved (const GError *error, gpointer user_data)
{
  Out *out = user_data;

  out->handed_out (TRH_VOTE_SAVE, error, error != NULL ? error->message : out->saved, out->user_data);
}

static void
on_printed (const GError *error, gboolean in_file, gpointer user_data)
{
  Out *out = user_data;

  out->handed_out (TRH_VOTE_PRINT, error, error != NULL ? error->message : in_file ? out->saved : out->printed, out->user_data);
}

static void
draw_page (gpointer printout, guint page, cairo_t *cr)
{
  trh_printout_draw_page (printout, page, cr);
}

static void
lay_out_in_worker (GTask *task, gpointer source, gpointer printout, GCancellable *cancellable)
{
  g_task_return_int (task, trh_printout_get_n_pages (printout));
}

static void
laid_out (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Out *out = user_data;
  const TrhPrintJob job = {
    .name = out->job,
    .n_pages = (guint) g_task_propagate_int (G_TASK (result), NULL),
    .copies = out->copies,
    .wide = trh_printout_is_wide (out->printout),
    .secret = trh_printout_is_secret (out->printout),
    .draw = draw_page,
    .pages = trh_printout_ref (out->printout),
    .free_pages = (GDestroyNotify) trh_printout_unref,
  };

  if (gtk_widget_get_root (out->parent) != NULL && gtk_widget_get_mapped (out->parent))
    trh_print (out->parent, &job, on_printed, out, out_free);
  else
    {
      trh_printout_unref (out->printout); /* of the job */
      out_free (out);                     /* the window that asked is closed */
    }
}

static gboolean
write_file (gpointer printout, const char *path, GError **error)
{
  g_autoptr(GBytes) bytes = trh_printout_write (printout, error);

  return bytes != NULL && trh_file_save (path, bytes, error);
}

/**
 * trh_vote_hand_out:
 * @parent: a widget of the window that asks
 * @way: to a printer or into a file
 * @document: the paper, and what is said of it
 * @handed_out: called when it was, or why it was not; not when the person changed their mind
 * @user_data: for @handed_out
 * @destroy: (nullable): called in any case in the end, with @user_data
 */
void
trh_vote_hand_out (GtkWidget *parent, TrhVoteWay way, const TrhVoteDocument *document, TrhVoteHandedOut handed_out,
                   gpointer user_data, GDestroyNotify destroy)
{
  Out *out = g_new0 (Out, 1);
  const TrhVoteSaving saving = {
    .title = document->save_title, .name = document->file_name, .secret = trh_printout_is_secret (document->printout),
    .write = write_file, .data = document->printout, .free_data = (GDestroyNotify) trh_printout_unref };
  g_autoptr(GTask) task = NULL;

  out->parent = g_object_ref (parent);
  out->printout = document->printout;
  out->job = g_strdup (document->job);
  out->copies = document->copies;
  out->printed = g_strdup (document->printed);
  out->saved = g_strdup (document->saved);
  out->handed_out = handed_out;
  out->user_data = user_data;
  out->destroy = destroy;
  if (way == TRH_VOTE_SAVE)
    {
      trh_printout_ref (out->printout); /* for @saving */
      trh_vote_save (parent, &saving, on_saved, out, out_free);
      return;
    }
  task = g_task_new (NULL, NULL, laid_out, out);
  g_task_set_source_tag (task, trh_vote_hand_out);
  g_task_set_task_data (task, out->printout, NULL); /* laid_out() lets go of it, on this thread */
  g_task_run_in_thread (task, lay_out_in_worker);
}

/* --- and it is said in the window --- */

/**
 * trh_vote_tell_handed_out:
 * @window: a widget of a window with the action win.tell
 * @dialog: (nullable): the window above it that asked, as long as it is open
 * @error: (nullable): why nothing came of it
 * @sentence: what is said in either case
 *
 * A printer may jam: @dialog stays, to print again. Of a file that is written it is closed.
 */
void
trh_vote_tell_handed_out (GtkWidget *window, TrhVoteDialog *dialog, TrhVoteWay way, const GError *error, const char *sentence)
{
  if (dialog != NULL && error != NULL)
    trh_vote_dialog_refuse (dialog, sentence, NULL);
  else if (dialog != NULL && way == TRH_VOTE_PRINT)
    trh_vote_dialog_tell (dialog, sentence);
  else
    {
      gtk_widget_activate_action (window, "win.tell", "s", sentence);
      if (dialog != NULL)
        gtk_window_close (GTK_WINDOW (dialog));
    }
}

typedef struct {
  GtkWidget     *window; /* (owned) */
  TrhVoteDialog *dialog; /* (owned) (nullable) */
} Telling;

static void
telling_free (gpointer data)
{
  Telling *telling = data;

  g_object_unref (telling->window);
  g_clear_object (&telling->dialog);
  g_free (telling);
}

static void
tell (TrhVoteWay way, const GError *error, const char *sentence, gpointer user_data)
{
  Telling *telling = user_data;
  const gboolean is_open = telling->dialog != NULL && gtk_widget_get_visible (GTK_WIDGET (telling->dialog));

  trh_vote_tell_handed_out (telling->window, is_open ? telling->dialog : NULL, way, error, sentence);
}

/**
 * trh_vote_hand_out_telling:
 * @window: a widget of a window with the action win.tell
 * @dialog: (nullable): the window above it that asks
 * @way: to a printer or into a file
 * @document: the paper, and what is said of it
 *
 * Says how it went as trh_vote_tell_handed_out() does.
 */
void
trh_vote_hand_out_telling (GtkWidget *window, TrhVoteDialog *dialog, TrhVoteWay way, const TrhVoteDocument *document)
{
  Telling *telling = g_new (Telling, 1);

  telling->window = g_object_ref (window);
  telling->dialog = dialog != NULL ? g_object_ref (dialog) : NULL;
  trh_vote_hand_out (dialog != NULL ? GTK_WIDGET (dialog) : window, way, document, tell, telling, telling_free);
}
