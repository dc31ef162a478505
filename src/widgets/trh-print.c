/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/trh-print.h"

#include <glib/gi18n.h>

#include "widgets/trh-recent.h"

#define PAPER GTK_PAPER_NAME_A4

/* What goes on while the dialog is open and the pages are sent. */
typedef struct {
  TrhPrintJob    job;       /* its name belongs to the operation */
  TrhPrinted     printed;
  gpointer       user_data;
  GDestroyNotify destroy;   /* (nullable) */
  gboolean       previewed; /* nothing was sent to a printer */
  gboolean       ended;     /* it is said how, or it was cancelled */
} Printing;

/* The printer that was chosen last is proposed again; nothing else is: pages left out of one paper are not to be left
 * out of the next. */
static char *last_printer;

static void
printing_free (gpointer data, GClosure *closure)
{
  Printing *self = data;

  self->job.free_pages (self->job.pages);
  if (self->destroy != NULL)
    self->destroy (self->user_data);
  g_free (self);
}

/* A paper smaller than A4 gets all of the page, smaller. */
static void
on_draw_page (GtkPrintOperation *operation, GtkPrintContext *context, int page, Printing *self)
{
  g_autoptr(GtkPaperSize) a4 = gtk_paper_size_new (PAPER);
  const double short_side = gtk_paper_size_get_width (a4, GTK_UNIT_POINTS);
  const double long_side = gtk_paper_size_get_height (a4, GTK_UNIT_POINTS);
  const double scale = MIN (gtk_print_context_get_width (context) / (self->job.wide ? long_side : short_side),
                            gtk_print_context_get_height (context) / (self->job.wide ? short_side : long_side));
  cairo_t *cr = gtk_print_context_get_cairo_context (context);

  cairo_save (cr);
  if (scale < 0.995) /* a printer that rounds its paper keeps the real size */
    cairo_scale (cr, scale, scale);
  self->job.draw (self->job.pages, (guint) page, cr);
  cairo_restore (cr);
}

static void
on_ready (GtkPrintOperationPreview *preview)
{
  gtk_print_operation_preview_end_preview (preview);
}

/* GTK would write the pages into a file for another program. */
static gboolean
on_preview (GtkPrintOperation *operation, GtkPrintOperationPreview *preview, GtkPrintContext *context, GtkWindow *parent,
            Printing *self)
{
  cairo_surface_t *nowhere;
  cairo_t *cr;

  self->previewed = TRUE;
  if (!self->job.secret)
    return FALSE;
  nowhere = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cr = cairo_create (nowhere);
  gtk_print_context_set_cairo_context (context, cr, 72, 72);
  cairo_destroy (cr);
  cairo_surface_destroy (nowhere);
  g_signal_connect (preview, "ready", G_CALLBACK (on_ready), NULL);
  return TRUE;
}

static void
tell_failure (Printing *self, const GError *reason)
{
  g_autoptr(GError) error = NULL;

  if (reason == NULL) /* GTK knows none */
    error = g_error_new_literal (GTK_PRINT_ERROR, GTK_PRINT_ERROR_GENERAL,
                                 _("The printer did not take the pages. See whether it is on and has paper, then try again."));
  else
    error = g_error_new (GTK_PRINT_ERROR, GTK_PRINT_ERROR_GENERAL,
                         /* Translators: %s is what the printing system says */
                         _("The pages could not be printed: %s"), reason->message);
  self->printed (error, FALSE, self->user_data);
}

static void
on_done (GtkPrintOperation *operation, GtkPrintOperationResult result, Printing *self)
{
  g_autoptr(GError) error = NULL;

  self->ended = TRUE;
  if (self->previewed)
    {
      if (self->job.secret)
        {
          error = g_error_new_literal (GTK_PRINT_ERROR, GTK_PRINT_ERROR_GENERAL,
                                       _("There is no preview of this paper: it would be a file with all that is secret on it."));
          self->printed (error, FALSE, self->user_data);
        }
      return;
    }
  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    {
      gtk_print_operation_get_error (operation, &error);
      tell_failure (self, error);
    }
  else if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    {
      GtkPrintSettings *settings = gtk_print_operation_get_print_settings (operation);
      const char *printer = settings != NULL ? gtk_print_settings_get_printer (settings) : NULL;
      const char *uri = settings != NULL ? gtk_print_settings_get (settings, GTK_PRINT_SETTINGS_OUTPUT_URI) : NULL;

      if (printer != NULL)
        {
          g_free (last_printer);
          last_printer = g_strdup (printer);
        }
      if (uri != NULL && self->job.secret)
        trh_recent_forget (uri);
      self->printed (NULL, uri != NULL, self->user_data);
    }
}

static void
set_settings (GtkPrintOperation *operation, const TrhPrintJob *job)
{
  g_autoptr(GtkPrintSettings) settings = gtk_print_settings_new ();
  g_autoptr(GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr(GtkPaperSize) a4 = gtk_paper_size_new (PAPER);

  gtk_page_setup_set_paper_size_and_default_margins (setup, a4);
  gtk_page_setup_set_orientation (setup, job->wide ? GTK_PAGE_ORIENTATION_LANDSCAPE : GTK_PAGE_ORIENTATION_PORTRAIT);
  if (job->copies > 1)
    gtk_print_settings_set_n_copies (settings, (int) job->copies);
  if (last_printer != NULL)
    gtk_print_settings_set_printer (settings, last_printer);
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME, job->name);
  gtk_print_operation_set_print_settings (operation, settings);
  gtk_print_operation_set_default_page_setup (operation, setup);
}

static void
run (GtkPrintOperation *operation, GtkPrintOperationAction action, GtkWindow *window, const TrhPrintJob *job,
     TrhPrinted printed, gpointer user_data, GDestroyNotify destroy)
{
  Printing *self = g_new0 (Printing, 1);
  g_autoptr(GError) error = NULL;

  self->job = *job;
  self->printed = printed;
  self->user_data = user_data;
  self->destroy = destroy;
  gtk_print_operation_set_job_name (operation, job->name);
  gtk_print_operation_set_n_pages (operation, (int) job->n_pages);
  gtk_print_operation_set_use_full_page (operation, TRUE); /* the pages have margins of their own */
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  set_settings (operation, job);
  g_signal_connect (operation, "draw-page", G_CALLBACK (on_draw_page), self);
  g_signal_connect (operation, "preview", G_CALLBACK (on_preview), self);
  g_signal_connect_data (operation, "done", G_CALLBACK (on_done), self, printing_free, 0);
  if (gtk_print_operation_run (operation, action, window, &error) == GTK_PRINT_OPERATION_RESULT_ERROR && !self->ended)
    tell_failure (self, error);
}

/**
 * trh_print:
 * @parent: a widget of the window that asks
 * @job: what is printed
 * @printed: called when the pages went to the printer, or why they did not; not when the dialog was cancelled
 * @user_data: for @printed
 * @destroy: (nullable): called in any case in the end, with @user_data
 *
 * Asks for a printer and sends it the pages. This program writes no file.
 */
void
trh_print (GtkWidget *parent, const TrhPrintJob *job, TrhPrinted printed, gpointer user_data, GDestroyNotify destroy)
{
  g_autoptr(GtkPrintOperation) operation = gtk_print_operation_new ();

  run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (gtk_widget_get_root (parent)), job, printed, user_data,
       destroy);
}

/**
 * trh_print_to_file:
 * @path: where the pages go, as a PDF
 *
 * The same as trh_print(), without a dialog and a printer.
 */
void
trh_print_to_file (const char *path, const TrhPrintJob *job, TrhPrinted printed, gpointer user_data, GDestroyNotify destroy)
{
  g_autoptr(GtkPrintOperation) operation = gtk_print_operation_new ();

  gtk_print_operation_set_export_filename (operation, path);
  run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, job, printed, user_data, destroy);
}
