/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/trh-cli.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <stdio.h>

#include "core/base/trh-day.h"
#include "core/base/trh-file.h"
#include "core/base/trh-json.h"
#include "core/base/trh-limits.h"

/* A message for the person, on standard error, ended by a line feed. */
void
trh_cli_say (const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);

  /* not g_printerr(): a name keeps its accents whatever the locale */
  fprintf (stderr, "%s\n", text);
}

/**
 * trh_cli_load:
 * @path: a project file
 * @error: return location for a #TrhFileError or a #TrhDataError
 *
 * Unlike the window, which shows what it understands of a file of a later version, commands
 * refuse it: half of an answer is a wrong one.
 *
 * Returns: (transfer full): the project, or %NULL with @error set
 */
TrhProject *
trh_cli_load (const char *path, GError **error)
{
  g_autoptr(GBytes) bytes = trh_file_load (path, TRH_MAX_PROJECT, error);
  g_autoptr(TrhProject) project = bytes != NULL ? trh_project_from_bytes (bytes, error) : NULL;

  if (project != NULL && trh_project_is_read_only (project))
    {
      g_set_error_literal (error, TRH_DATA_ERROR, TRH_DATA_ERROR_TOO_NEW,
                           _("this file was written by a later version of Transhumances: a newer program is needed"));
      return NULL;
    }

  return g_steal_pointer (&project);
}

/* Ends a command whose input is refused; with `--json`, the document says so as well. */
TrhExit
trh_cli_refuse (const TrhCommandLine *line, const char *path, const GError *error)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autoptr(JsonBuilder) builder = NULL;

  if (g_str_has_prefix (error->message, name)) /* errors of files name them already */
    trh_cli_say ("%s", error->message);
  else
    /* Translators: a file, then what is wrong with it */
    trh_cli_say (_("%1$s: %2$s"), name, error->message);
  if (!line->json)
    return TRH_EXIT_INPUT;

  builder = json_builder_new ();
  json_builder_begin_object (builder);
  trh_cli_add_text (builder, "file", name);
  trh_cli_add_text (builder, "error", error->message);
  json_builder_end_object (builder);
  return trh_cli_write_json (builder, TRH_EXIT_INPUT);
}

/**
 * trh_cli_write:
 * @text: data for standard output
 * @status: how the command ends when they were written
 *
 * Returns: @status, or %TRH_EXIT_OUTPUT when standard output does not take them
 */
TrhExit
trh_cli_write (const char *text, TrhExit status)
{
  if (fputs (text, stdout) < 0 || fflush (stdout) != 0)
    {
      trh_cli_say (_("The result cannot be written: %s"), g_strerror (errno));
      return TRH_EXIT_OUTPUT;
    }

  return status;
}

TrhExit
trh_cli_write_json (JsonBuilder *builder, TrhExit status)
{
  g_autoptr(JsonNode) root = json_builder_get_root (builder);
  g_autoptr(GString) out = g_string_new (NULL);

  trh_json_append_node (out, root, 0);
  g_string_append_c (out, '\n');

  return trh_cli_write (out->str, status);
}

void
trh_cli_add_text (JsonBuilder *builder, const char *name, const char *text)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

void
trh_cli_add_number (JsonBuilder *builder, const char *name, gint64 number)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, number);
}

/* As `2027-06-12`; nothing at all when there is no day. */
void
trh_cli_add_day (JsonBuilder *builder, const char *name, int day)
{
  char buffer[TRH_DAY_TEXT];

  if (day != TRH_NO_DAY)
    trh_cli_add_text (builder, name, trh_day_write (day, buffer));
}
