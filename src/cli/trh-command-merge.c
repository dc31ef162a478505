/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "cli/trh-cli.h"
#include "cli/trh-output.h"
#include "core/base/trh-file.h"
#include "core/voting/trh-urn-set.h"

typedef struct {
  const char *output;
} Options;

static GOptionEntry *
new_options (gpointer *options)
{
  Options *o = *options = g_new0 (Options, 1);
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &o->output, N_("The file to write"), N_("FILE") },
    { NULL },
  };

  return g_memdup2 (entries, sizeof entries);
}

static TrhExit
tell (const TrhCommandLine *line, const TrhUrnSet *urns, guint n_again, const char *output, GBytes *bytes)
{
  g_autofree char *name = g_filename_display_name (output);
  g_autofree char *hash = trh_file_hash (bytes);
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  const guint n = trh_urn_set_get_n (urns);

  if (!line->json)
    {
      g_autoptr(GString) text = g_string_new (NULL);

      /* Translators: how many urns, then a file */
      g_string_append_printf (text, ngettext ("%1$u urn in %2$s\n", "%1$u urns in %2$s\n", n), n, name);
      for (guint i = 0; i < n; i++)
        {
          const TrhUrnContent *urn = trh_urn_set_peek (urns, i);
          g_autofree char *place = trh_urn_say_place (urn, urn->session_id);

          g_string_append_printf (text, "  %s", trh_urn_set_get_fingerprint (urns, i));
          trh_cli_append_line (text, "  ", place);
        }
      if (n_again > 0)
        g_string_append_printf (text, ngettext ("%u urn was brought more than once and counts once.\n",
                                                "%u urns were brought more than once and count once.\n", n_again), n_again);
      return trh_cli_write (text->str, TRH_EXIT_DONE);
    }
  json_builder_begin_object (builder);
  trh_cli_add_text (builder, "to", name);
  trh_cli_add_text (builder, "sha256", hash);
  trh_cli_add_number (builder, "again", n_again);
  json_builder_set_member_name (builder, "urns");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n; i++)
    {
      json_builder_begin_object (builder);
      trh_cli_add_text (builder, "session", trh_urn_set_peek (urns, i)->session_id);
      trh_cli_add_text (builder, "place", trh_urn_set_peek (urns, i)->place);
      trh_cli_add_text (builder, "fingerprint", trh_urn_set_get_fingerprint (urns, i));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return trh_cli_write_json (builder, TRH_EXIT_DONE);
}

static TrhExit
run (const TrhCommandLine *line, gpointer options)
{
  const Options *o = options;
  g_autoptr(TrhUrnSet) urns = trh_urn_set_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = NULL;
  guint n_again = 0;

  if (o->output == NULL)
    return trh_cli_refuse_usage (line, _("Where are the merged urns to be written? Give --output."));
  if (!trh_output_check_inputs (o->output, (const char *const *) line->words, &error))
    return trh_cli_refuse (line, o->output, error);
  for (guint i = 0; line->words[i] != NULL; i++)
    {
      guint n_new = 0;

      if (!trh_urn_set_load (urns, line->words[i], &n_new, &error))
        return trh_cli_refuse (line, line->words[i], error);
      n_again += n_new == 0;
    }
  bytes = trh_urn_set_print (urns);
  if (!trh_output_save (TRH_OUTPUT_URNS, o->output, bytes, &error))
    return trh_cli_refuse (line, o->output, error);
  return tell (line, urns, n_again, o->output, bytes);
}

const TrhCommand trh_command_merge = {
  "merge", N_("URN… --output FILE"), N_("Put the closed urns of many towns into one file"),
  N_("Takes closed urns of one vote, and files of urns that were merged before, in any order and as often as they\n"
     "come: the same urns give the same file. Each urn stays byte for byte what its town hall closed. Refused, with\n"
     "the name of the town: an urn that was changed, that is not closed, of another vote, a rehearsal among real\n"
     "ones, two different urns of one session. FILE is none of them, and replaces only urns that were merged; a new\n"
     "one is for its owner alone.\n"
     "\n"
     "With --json:\n"
     "  to         the file that was written\n"
     "  sha256     its fingerprint\n"
     "  urns       session, place and fingerprint of each urn\n"
     "  again      how many of the files brought nothing new\n"
     "  error      with file instead of all others, when an urn is refused or the file is not written; alone, after\n"
     "             wrong usage\n"
     "\n"
     "Exit status: 0 merged, 2 wrong usage, 3 an urn is refused, 4 the file cannot be written."),
  1, G_MAXUINT, new_options, run };
