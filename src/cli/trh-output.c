/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/trh-output.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "cli/trh-cli.h"
#include "core/base/trh-file.h"
#include "core/base/trh-json-walk.h"
#include "core/base/trh-limits.h"

/**
 * trh_output_check_inputs:
 * @path: where a command is to write
 * @inputs: (array zero-terminated=1): what it reads
 * @error: return location for a #TRH_CLI_ERROR
 *
 * Returns: %FALSE with @error set when @path is one of @inputs, under whatever name
 */
gboolean
trh_output_check_inputs (const char *path, const char *const *inputs, GError **error)
{
  GStatBuf output, input;

  if (g_stat (path, &output) != 0)
    return TRUE;
  for (guint i = 0; inputs[i] != NULL; i++)
    if (g_stat (inputs[i], &input) == 0 && input.st_dev == output.st_dev && input.st_ino == output.st_ino)
      {
        g_autofree char *name = g_filename_display_name (path);

        /* Translators: a file */
        trh_cli_set_usage (error, _("%s is read by this command: it is not overwritten. Write to another file."), name);
        return FALSE;
      }
  return TRUE;
}

static gboolean
is_kind (TrhOutput kind, GBytes *old)
{
  static const char *const formats[] = { [TRH_OUTPUT_SEASON] = "\"transhumance\"", [TRH_OUTPUT_URNS] = "\"transhumances-urns\"" };
  gsize size;
  const char *data = g_bytes_get_data (old, &size);
  TrhJsonWalk format;

  if (kind == TRH_OUTPUT_PDF)
    return size >= strlen ("%PDF-") && memcmp (data, "%PDF-", strlen ("%PDF-")) == 0;
  return trh_json_walk_find (old, "format", &format) && trh_json_walk_is (&format, formats[kind]);
}

/* What may go for a file of a kind: one of the same kind, or an empty one. Folders and devices are refused by saving. */
static gboolean
may_replace (TrhOutput kind, const char *path)
{
  g_autoptr(GBytes) old = NULL;
  GStatBuf info;

  if (g_stat (path, &info) != 0 || !S_ISREG (info.st_mode) || info.st_size == 0)
    return TRUE;
  old = trh_file_load (path, TRH_MAX_PROJECT, NULL);
  return old != NULL && is_kind (kind, old);
}

/**
 * trh_output_save:
 * @kind: what it is
 * @path: where to write it
 * @bytes: all of it
 * @error: return location for a #TRH_CLI_ERROR with the code %TRH_EXIT_OUTPUT
 *
 * As trh_file_save(), but a file of another kind is left alone, and a new file may be read by whom its kind says.
 *
 * Returns: %FALSE with @error set when it is not written
 */
gboolean
trh_output_save (TrhOutput kind, const char *path, GBytes *bytes, GError **error)
{
  const gboolean is_new = !g_file_test (path, G_FILE_TEST_EXISTS);
  g_autoptr(GError) problem = NULL;

  if (!may_replace (kind, path))
    {
      g_autofree char *name = g_filename_display_name (path);

      g_set_error (error, TRH_CLI_ERROR, TRH_EXIT_OUTPUT,
                   /* Translators: a file */
                   _("%s is there already and is something else: it is not replaced. Write to another file."), name);
      return FALSE;
    }
  if (!trh_file_save (path, bytes, &problem))
    {
      g_set_error_literal (error, TRH_CLI_ERROR, TRH_EXIT_OUTPUT, problem->message);
      return FALSE;
    }
  if (is_new && kind == TRH_OUTPUT_PDF)
    {
      const mode_t mask = umask (0);

      umask (mask);
      g_chmod (path, (int) (0666 & ~mask)); /* a disk without modes keeps its own */
    }
  return TRUE;
}
