/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <cairo.h>
#include <glib/gstdio.h>
#include <string.h>

#include "folders.h"
#include "widgets/trh-print.h"

/* Printing as people do it: with the dialog of GTK, and the printer that writes a file. */

typedef struct {
  GtkWidget *window;
  char      *folder;   /* nothing but what a test writes */
  guint      n_drawn;
  guint      n_told;
  guint      n_freed;  /* the pages, and what is told */
  char      *sentence; /* (nullable): of the error that was told */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->window = gtk_window_new ();
  gtk_window_present (GTK_WINDOW (fixture->window));
  fixture->folder = g_dir_make_tmp ("trh-print-XXXXXX", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->sentence);
}

static gboolean
wake (gpointer late)
{
  *(gboolean *) late = TRUE;
  return G_SOURCE_REMOVE;
}

/* Lets the program go on until @condition; fails after a minute. */
#define WAIT_FOR(condition) \
  G_STMT_START \
    { \
      gboolean late = FALSE; \
      const guint source = g_timeout_add_seconds (60, wake, &late); \
      while (!(condition) && !late) \
        g_main_context_iteration (NULL, TRUE); \
      g_assert_false (late); \
      g_source_remove (source); \
    } \
  G_STMT_END

static void
draw (gpointer pages, guint page, cairo_t *cr)
{
  Fixture *fixture = pages;
  g_autofree char *words = g_strdup_printf ("leaf%u", page + 1);

  fixture->n_drawn++;
  cairo_set_font_size (cr, 20);
  cairo_move_to (cr, 72, 72);
  cairo_show_text (cr, words);
}

static void
let_go (gpointer data)
{
  ((Fixture *) data)->n_freed++;
}

static void
told (const GError *error, gboolean in_file, gpointer user_data)
{
  Fixture *fixture = user_data;

  g_assert_false (in_file); /* of these printers none writes files on its own */
  fixture->n_told++;
  fixture->sentence = error != NULL ? g_strdup (error->message) : NULL;
}

static TrhPrintJob
make_job (Fixture *fixture)
{
  return (TrhPrintJob) { .name = "leaves", .n_pages = 3, .draw = draw, .pages = fixture, .free_pages = let_go };
}

/* What programs of poppler say of a file; %NULL, and the test is skipped, where they are not installed. */
static char *
ask (const char *program, const char *path)
{
  const char *const argv[] = { program, path, g_str_equal (program, "pdftotext") ? "-" : NULL, NULL };
  char *text = NULL;
  int status;

  if (!g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, &status, NULL))
    {
      g_test_skip ("poppler-utils are not installed");
      return NULL;
    }
  g_assert_cmpint (status, ==, 0);
  return text;
}

static void
check_file (const char *path, const char *size)
{
  g_autofree char *text = ask ("pdftotext", path);
  g_autofree char *about = ask ("pdfinfo", path);

  if (text != NULL && about != NULL)
    {
      g_assert_true (g_str_has_prefix (text, "leaf1"));
      g_assert_true (strstr (text, "leaf2") < strstr (text, "leaf3"));
      g_assert_nonnull (strstr (about, size));
      g_assert_nonnull (strstr (about, "Pages:           3"));
    }
  g_assert_cmpint (g_remove (path), ==, 0);
}

static void
test_file (Fixture *fixture, gconstpointer wide)
{
  TrhPrintJob job = make_job (fixture);
  g_autofree char *path = g_build_filename (fixture->folder, "leaves.pdf", NULL);

  job.wide = GPOINTER_TO_INT (wide);
  trh_print_to_file (path, &job, told, fixture, let_go);
  WAIT_FOR (fixture->n_freed == 2);
  g_assert_cmpuint (fixture->n_told, ==, 1);
  g_assert_cmpstr (fixture->sentence, ==, NULL);
  g_assert_cmpuint (fixture->n_drawn, ==, 3);
  check_file (path, job.wide ? "841.89 x 595.276" : "595.276 x 841.89");
}

/* Said in words, and once. */
static void
test_failure (Fixture *fixture, gconstpointer data)
{
  const TrhPrintJob job = make_job (fixture);
  g_autofree char *path = g_build_filename (fixture->folder, "nowhere", "leaves.pdf", NULL);

  trh_print_to_file (path, &job, told, fixture, let_go);
  WAIT_FOR (fixture->n_freed == 2);
  g_assert_cmpuint (fixture->n_told, ==, 1);
  g_assert_nonnull (strstr (fixture->sentence, "could not be printed"));
}

/* --- with the dialog --- */

static GtkDialog *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (windows, i);

      if (g_str_equal (G_OBJECT_TYPE_NAME (window), "GtkPrintUnixDialog") && gtk_widget_get_mapped (window))
        return GTK_DIALOG (window);
    }
  return NULL;
}

static GtkDialog *
open_dialog (Fixture *fixture, const TrhPrintJob *job)
{
  trh_print (fixture->window, job, told, fixture, let_go);
  WAIT_FOR (find_dialog () != NULL);
  return find_dialog ();
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  const TrhPrintJob job = make_job (fixture);

  gtk_dialog_response (open_dialog (fixture, &job), GTK_RESPONSE_CANCEL);
  WAIT_FOR (fixture->n_freed == 2);
  g_assert_cmpuint (fixture->n_told, ==, 0); /* silent */
  g_assert_cmpuint (fixture->n_drawn, ==, 0);
}

/* The window that asked is gone, the dialog is not: it can still be left. */
static void
test_window_gone (Fixture *fixture, gconstpointer data)
{
  const TrhPrintJob job = make_job (fixture);
  GtkDialog *dialog = open_dialog (fixture, &job);

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  fixture->window = gtk_window_new ();
  gtk_dialog_response (dialog, GTK_RESPONSE_CANCEL);
  WAIT_FOR (fixture->n_freed == 2);
  g_assert_cmpuint (fixture->n_told, ==, 0);
}

/* A preview is a file: of a secret there is none, and it is said why. */
static void
test_no_preview (Fixture *fixture, gconstpointer data)
{
  const guint n_files = folder_count (g_get_tmp_dir ());
  TrhPrintJob job = make_job (fixture);

  job.secret = TRUE;
  gtk_dialog_response (open_dialog (fixture, &job), GTK_RESPONSE_APPLY); /* what its button Preview answers */
  WAIT_FOR (fixture->n_freed == 2);
  g_assert_cmpuint (fixture->n_told, ==, 1);
  g_assert_nonnull (strstr (fixture->sentence, "no preview"));
  g_assert_cmpuint (fixture->n_drawn, ==, 0);
  g_assert_cmpuint (folder_count (g_get_tmp_dir ()), ==, n_files);
}

int
main (int argc, char *argv[])
{
  const char *outside = g_getenv ("TMPDIR");
  g_autofree char *own = g_build_filename (outside != NULL ? outside : "/tmp", "trh-print-XXXXXX", NULL);
  int status;

  /* a folder for passing files that no other program uses: what comes there can be counted */
  g_assert_nonnull (g_mkdtemp (own));
  g_setenv ("TMPDIR", own, TRUE);
  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP no display\n");
      g_rmdir (own);
      return 0;
    }

#define ADD(name, data, func) g_test_add ("/widgets/print/" name, Fixture, data, set_up, func, tear_down)
  ADD ("file", GINT_TO_POINTER (FALSE), test_file);
  ADD ("wide", GINT_TO_POINTER (TRUE), test_file);
  ADD ("failure", NULL, test_failure);
  ADD ("cancel", NULL, test_cancel);
  ADD ("window-gone", NULL, test_window_gone);
  ADD ("no-preview", NULL, test_no_preview);

  status = g_test_run ();
  g_rmdir (own);
  return status;
}
