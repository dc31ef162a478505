/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "cli/trh-cli.h"
#include "cli/trh-output.h"
#include "core/base/trh-file.h"

static TrhExit
run (const TrhCommandLine *line, gpointer options)
{
  const char *in = line->words[0], *out = line->words[1];
  g_autofree char *in_name = g_filename_display_name (in);
  g_autofree char *out_name = g_filename_display_name (out);
  g_autoptr(GError) error = NULL;
  g_autoptr(TrhProject) project = trh_cli_load (in, &error);
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *hash = NULL;
  g_autoptr(JsonBuilder) builder = NULL;

  if (project == NULL)
    return trh_cli_refuse (line, in, error);

  bytes = trh_project_to_bytes (project);
  if (!trh_output_save (TRH_OUTPUT_SEASON, out, bytes, &error))
    return trh_cli_refuse (line, out, error);

  if (!line->json)
    return TRH_EXIT_DONE;
  hash = trh_file_hash (bytes);
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  trh_cli_add_text (builder, "from", in_name);
  trh_cli_add_text (builder, "to", out_name);
  trh_cli_add_number (builder, "bytes", (gint64) g_bytes_get_size (bytes));
  trh_cli_add_text (builder, "sha256", hash);
  json_builder_end_object (builder);
  return trh_cli_write_json (builder, TRH_EXIT_DONE);
}

const TrhCommand trh_command_convert = {
  "convert", N_("IN OUT"), N_("Write a season again in canonical form"),
  N_("The canonical form has every object and member in one order and no value that is standard, so\n"
     "that two files of one season are the same bytes. A file of an earlier version becomes one of\n"
     "this version. What this version does not know is kept. OUT is replaced whole or not at all; it\n"
     "may be IN, or another season, never another kind of file. A new OUT is for its owner alone.\n"
     "\n"
     "With --json:\n"
     "  from, to   the files\n"
     "  bytes      how long OUT is\n"
     "  sha256     the fingerprint of OUT\n"
     "  error      with file instead of all others, when IN is refused or OUT is not written; alone, after wrong usage\n"
     "\n"
     "Exit status: 0 done, 2 wrong usage, 3 IN cannot be read or is refused, 4 OUT cannot be written."),
  2, 2, NULL, run,
};
