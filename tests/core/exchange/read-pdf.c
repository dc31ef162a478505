/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "read-pdf.h"

#include <glib/gstdio.h>

/* The standard output of @program_name with @options, in which “@” is the file. */
GBytes *
read_pdf_with (const char *program_name, const char *options, GBytes *pdf)
{
  g_autofree char *program = g_find_program_in_path (program_name);
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  g_autoptr(GSubprocess) process = NULL;
  g_auto(GStrv) split = g_strsplit (options, " ", -1);
  g_autoptr(GPtrArray) argv = g_ptr_array_new ();
  g_autoptr(GError) error = NULL;
  GBytes *out = NULL;

  if (program == NULL)
    {
      g_test_skip ("poppler-utils are not installed");
      return NULL;
    }
  folder = g_dir_make_tmp ("trh-pdf-XXXXXX", NULL);
  path = g_build_filename (folder, "pages.pdf", NULL);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf), NULL));
  g_ptr_array_add (argv, program);
  for (guint i = 0; split[i] != NULL; i++)
    g_ptr_array_add (argv, g_str_equal (split[i], "@") ? path : split[i]);
  g_ptr_array_add (argv, NULL);
  process = g_subprocess_newv ((const char *const *) argv->pdata, G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate (process, NULL, NULL, &out, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));
  g_remove (path);
  g_rmdir (folder);
  return out;
}

/* @layout: whether words stay beside each other as on the page */
char *
read_pdf_text (GBytes *pdf, gboolean layout)
{
  g_autoptr(GBytes) out = read_pdf_with ("pdftotext", layout ? "-layout @ -" : "-raw @ -", pdf);

  return out != NULL ? g_strndup (g_bytes_get_data (out, NULL), g_bytes_get_size (out)) : NULL;
}
