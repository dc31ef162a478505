/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/trh-cli.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "core/base/trh-day.h"
#include "core/base/trh-file.h"
#include "core/base/trh-json.h"
#include "core/base/trh-limits.h"

G_DEFINE_QUARK (trh-cli-error-quark, trh_cli_error)

/* What moves the cursor, changes colours or turns the writing around could make a terminal show something else than
 * what the file says: controls, and those of bidirectional texts. */
static gboolean
is_hidden (gunichar c)
{
  return g_unichar_iscntrl (c) || c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x2028 && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);
}

/* Appends @text, hidden characters as JSON writes them: a document stays the same document. */
static void
append_shown (GString *out, const char *text, const char *kept)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (is_hidden (c) && (c >= 0x80 || strchr (kept, (int) c) == NULL))
        g_string_append_printf (out, "\\u%04x", c);
      else
        g_string_append_unichar (out, c);
    }
}

/**
 * trh_cli_append_line:
 * @indent: what stands before it
 * @sentence: with words from a file, whatever they hold
 *
 * Appends one line to what is then written: no word of a file begins another.
 */
void
trh_cli_append_line (GString *out, const char *indent, const char *sentence)
{
  g_string_append (out, indent);
  append_shown (out, sentence, "");
  g_string_append_c (out, '\n');
}

/* A message for the person, on standard error, ended by a line feed. */
void
trh_cli_say (const char *format, ...)
{
  g_autoptr(GString) out = g_string_new (NULL);
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);

  /* not g_printerr(): a name keeps its accents whatever the locale */
  trh_cli_append_line (out, "", text);
  fputs (out->str, stderr);
}

/**
 * trh_cli_set_usage:
 * @error: return location for a #TRH_CLI_ERROR with the code %TRH_EXIT_USAGE
 * @format: a sentence
 */
void
trh_cli_set_usage (GError **error, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_propagate_error (error, g_error_new_valist (TRH_CLI_ERROR, TRH_EXIT_USAGE, format, args));
  va_end (args);
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

/**
 * trh_cli_find_poll:
 * @project: a season
 * @id: (nullable): what `--poll` says
 * @error: return location for a #TRH_CLI_ERROR
 *
 * Returns: (transfer none): the vote of that id, or the only one that was opened; %NULL with @error set
 */
TrhPoll *
trh_cli_find_poll (TrhProject *project, const char *id, GError **error)
{
  TrhPoll *found = id != NULL ? trh_project_find (project, TRH_POLLS, id) : NULL;
  guint n_found = found != NULL;

  for (guint i = 0; id == NULL && i < trh_project_count (project, TRH_POLLS); i++)
    {
      const TrhPollRecord *poll = trh_project_peek_record (project, TRH_POLLS, i);

      if (poll->state != TRH_POLL_DRAFT && poll->state != TRH_POLL_READY)
        {
          found = trh_project_peek (project, TRH_POLLS, i);
          n_found++;
        }
    }
  if (n_found == 1)
    return found;
  if (id != NULL)
    /* Translators: an id */
    trh_cli_set_usage (error, _("This season has no vote “%s”."), id);
  else if (n_found == 0)
    g_set_error_literal (error, TRH_CLI_ERROR, TRH_EXIT_INPUT, _("No vote of this season was opened."));
  else
    trh_cli_set_usage (error, "%s", _("Several votes of this season were opened: name one with --poll."));
  return NULL;
}

/* Every end without a result: the sentence for people, and with `--json` the document as well. */
static TrhExit
end_without_result (const TrhCommandLine *line, const char *path, const char *sentence, TrhExit status)
{
  g_autofree char *name = path != NULL ? g_filename_display_name (path) : NULL;
  g_autoptr(JsonBuilder) builder = NULL;

  if (name == NULL || g_str_has_prefix (sentence, name)) /* errors of files name them already */
    trh_cli_say ("%s", sentence);
  else
    /* Translators: a file, then what is wrong with it */
    trh_cli_say (_("%1$s: %2$s"), name, sentence);
  if (!line->json)
    return status;

  builder = json_builder_new ();
  json_builder_begin_object (builder);
  if (name != NULL)
    trh_cli_add_text (builder, "file", name);
  trh_cli_add_text (builder, "error", sentence);
  json_builder_end_object (builder);
  return trh_cli_write_json (builder, status);
}

/**
 * trh_cli_refuse:
 * @path: (nullable): the file it is about
 * @error: why there is no result
 *
 * Ends a command without a result; with `--json`, the document says so as well.
 *
 * Returns: what a #TRH_CLI_ERROR says, %TRH_EXIT_INPUT after all others
 */
TrhExit
trh_cli_refuse (const TrhCommandLine *line, const char *path, const GError *error)
{
  return end_without_result (line, error->domain == TRH_CLI_ERROR && error->code == TRH_EXIT_USAGE ? NULL : path,
                             error->message, error->domain == TRH_CLI_ERROR ? (TrhExit) error->code : TRH_EXIT_INPUT);
}

/* trh_cli_refuse() for what was typed. */
TrhExit
trh_cli_refuse_usage (const TrhCommandLine *line, const char *sentence)
{
  return end_without_result (line, NULL, sentence, TRH_EXIT_USAGE);
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
  g_autoptr(GString) out = g_string_sized_new (strlen (text));

  append_shown (out, text, "\n\t");
  if (fputs (out->str, stdout) < 0 || fflush (stdout) != 0)
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

/* What is not known, or not there: never a number or a text that could be taken for one. */
void
trh_cli_add_null (JsonBuilder *builder, const char *name)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_null_value (builder);
}

/* As `2027-06-12`; null when there is no day. */
void
trh_cli_add_day (JsonBuilder *builder, const char *name, int day)
{
  char buffer[TRH_DAY_TEXT];

  if (day != TRH_NO_DAY)
    trh_cli_add_text (builder, name, trh_day_write (day, buffer));
  else
    trh_cli_add_null (builder, name);
}
