/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "cli/trh-cli.h"
#include "cli/trh-output.h"
#include "core/base/trh-file.h"
#include "core/exchange/trh-archive.h"
#include "core/exchange/trh-minutes.h"
#include "core/exchange/trh-poll-sums.h"
#include "core/model/trh-poll-edits.h"
#include "core/voting/trh-urn-set.h"

typedef struct {
  const char *output;
  const char *poll;
  const char *urn;
  const char *urns;
} Options;

static GOptionEntry *
new_options (gpointer *options)
{
  Options *o = *options = g_new0 (Options, 1);
  const GOptionEntry entries[] = {
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &o->output, N_("Writes the pages there"), N_("PDF") },
    { "poll", 0, 0, G_OPTION_ARG_STRING, &o->poll, N_("Of which vote, when the season has several"), N_("ID") },
    { "urns", 0, 0, G_OPTION_ARG_FILENAME, &o->urns, N_("Of an archive: where the closed urns are"), N_("FOLDER") },
    { "urn", 0, 0, G_OPTION_ARG_FILENAME, &o->urn, N_("Of one town: the urn that it closed"), N_("URN") },
    { NULL },
  };

  return g_memdup2 (entries, sizeof entries);
}

static void
set_input (GError **error, const char *sentence)
{
  g_set_error_literal (error, TRH_CLI_ERROR, TRH_EXIT_INPUT, sentence);
}

static TrhSheet *
make_recap (TrhProject *project, const Options *o, GError **error)
{
  TrhPoll *poll = trh_cli_find_poll (project, o->poll, error);
  const TrhPollRecord *record = poll != NULL ? trh_entity_peek_record (TRH_ENTITY (poll)) : NULL;
  TrhResult *total = poll != NULL ? trh_poll_find_total (project, record->base.id) : NULL;

  if (poll == NULL)
    return NULL;
  if (total == NULL)
    {
      set_input (error, _("This vote is not counted yet: there is nothing to sign."));
      return NULL;
    }
  return trh_minutes_of_poll (project, record, trh_entity_peek_record (TRH_ENTITY (total)));
}

static TrhSheet *
make_minutes (TrhProject *project, const Options *o, GError **error)
{
  g_autoptr(TrhUrnSet) urns = trh_urn_set_new ();
  g_autoptr(TrhKit) kit = NULL;
  const TrhUrnContent *urn;
  const TrhPollRecord *poll;
  const TrhResultRecord *session;
  const char *fingerprint;

  if (!trh_urn_set_load (urns, o->urn, NULL, error))
    return NULL;
  if (trh_urn_set_get_n (urns) != 1)
    {
      set_input (error, _("Minutes are those of one town: give the urn of one."));
      return NULL;
    }
  urn = trh_urn_set_peek (urns, 0);
  fingerprint = trh_urn_set_get_fingerprint (urns, 0);
  if (o->poll != NULL && trh_cli_find_poll (project, o->poll, error) == NULL)
    return NULL;
  poll = trh_project_find_record (project, TRH_POLLS, urn->poll_id);
  session = trh_project_find_record (project, TRH_RESULTS, urn->session_id);
  if (poll == NULL || (o->poll != NULL && !g_str_equal (o->poll, urn->poll_id)) ||
      (session != NULL && *session->sha256 != '\0' && !g_str_equal (session->sha256, fingerprint)))
    {
      set_input (error, _("This urn is not the one that the season knows of that session: nothing is printed of it."));
      return NULL;
    }
  kit = trh_poll_make_kit (project, poll, urn->commune_id, urn->session_id, error);
  return kit != NULL ? trh_minutes_of_session (kit, urn, fingerprint, session) : NULL;
}

/* What is missing or there already is said as it is; the rest is the disk. */
static gboolean
save_archive (TrhArchive *archive, const char *path, GError **error)
{
  g_autoptr(GError) problem = NULL;

  if (trh_archive_save (archive, path, &problem))
    return TRUE;
  g_set_error_literal (error, TRH_CLI_ERROR,
                       problem->domain == TRH_ARCHIVE_ERROR && problem->code != TRH_ARCHIVE_ERROR_EXISTS ? TRH_EXIT_INPUT
                                                                                                     : TRH_EXIT_OUTPUT,
                       problem->message);
  return FALSE;
}

static TrhExit
write_archive (const TrhCommandLine *line, TrhProject *project, const Options *o)
{
  g_autoptr(GError) error = NULL;
  TrhPoll *poll = trh_cli_find_poll (project, o->poll, &error);
  g_autoptr(TrhArchive) archive =
    poll != NULL ? trh_archive_new (project, trh_entity_peek_record (TRH_ENTITY (poll)), o->urns, &error) : NULL;
  g_autoptr(JsonBuilder) builder = NULL;
  g_autofree char *name = g_filename_display_name (o->output);

  if (archive == NULL)
    return trh_cli_refuse (line, line->words[1], error);
  if (!save_archive (archive, o->output, &error))
    return trh_cli_refuse (line, error->code == TRH_EXIT_OUTPUT ? o->output : line->words[1], error);
  if (!line->json)
    return TRH_EXIT_DONE;
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  trh_cli_add_text (builder, "to", name);
  json_builder_end_object (builder);
  return trh_cli_write_json (builder, TRH_EXIT_DONE);
}

static TrhExit
write_minutes (const TrhCommandLine *line, TrhProject *project, const Options *o)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TrhSheet) sheet = o->urn != NULL ? make_minutes (project, o, &error) : make_recap (project, o, &error);
  g_autoptr(GBytes) pdf = NULL;
  g_autoptr(JsonBuilder) builder = NULL;
  g_autofree char *hash = NULL;
  g_autofree char *name = g_filename_display_name (o->output);
  guint n_pages;

  if (sheet == NULL)
    return trh_cli_refuse (line, o->urn != NULL ? o->urn : line->words[1], error);
  pdf = trh_sheet_print (sheet, &n_pages, &error);
  if (pdf == NULL || !trh_output_save (TRH_OUTPUT_PDF, o->output, pdf, &error))
    return trh_cli_refuse (line, o->output, error);
  if (!line->json)
    return TRH_EXIT_DONE;
  hash = trh_file_hash (pdf);
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  trh_cli_add_text (builder, "to", name);
  trh_cli_add_number (builder, "pages", n_pages);
  trh_cli_add_text (builder, "sha256", hash);
  json_builder_end_object (builder);
  return trh_cli_write_json (builder, TRH_EXIT_DONE);
}

static TrhExit
run (const TrhCommandLine *line, gpointer options)
{
  const Options *o = options;
  const gboolean minutes = g_str_equal (line->words[0], "minutes");
  const char *const inputs[] = { line->words[1], o->urn, NULL };
  g_autoptr(GError) error = NULL;
  g_autoptr(TrhProject) project = NULL;

  if (!minutes && !g_str_equal (line->words[0], "archive"))
    {
      g_autofree char *sentence =
        g_strdup_printf (_("There is no report “%s”; there are: minutes, archive."), line->words[0]);

      return trh_cli_refuse_usage (line, sentence);
    }
  if (o->output == NULL)
    return trh_cli_refuse_usage (line, _("Say with --output where to write."));
  if (minutes && o->urns != NULL)
    return trh_cli_refuse_usage (line, _("--urns is for the archive; minutes of one town take --urn."));
  if (!minutes && o->urn != NULL)
    return trh_cli_refuse_usage (line, _("--urn is for the minutes of one town; an archive takes --urns."));
  if (!trh_output_check_inputs (o->output, inputs, &error))
    return trh_cli_refuse (line, o->output, error);
  project = trh_cli_load (line->words[1], &error);
  if (project == NULL)
    return trh_cli_refuse (line, line->words[1], error);
  return minutes ? write_minutes (line, project, o) : write_archive (line, project, o);
}

const TrhCommand trh_command_report = {
  "report", N_("REPORT SEASON --output FILE"), N_("Write the minutes of a vote, or all that is kept of it"),
  N_("REPORT is minutes or archive.\n"
     "\n"
     "minutes: a PDF, A4, without a display. With --urn: the minutes of the town that closed it, with its figures once\n"
     "they are counted. Without: those of all towns together, once the vote is counted. Sums only. The same season\n"
     "and urn give the same bytes. PDF is none of these files, and replaces only a PDF; a new one may be read by whom\n"
     "the umask says.\n"
     "\n"
     "archive: a folder, which must not exist, with the closed urns, all minutes, the sums as JSON and a list of\n"
     "fingerprints for sha256sum. The urns are looked for where the program keeps them, or where --urns says.\n"
     "\n"
     "With --json:\n"
     "  to         the file, or the folder\n"
     "  pages      how many, of minutes\n"
     "  sha256     its fingerprint, of minutes\n"
     "  error      with file instead of all others, when an input is refused or the output is not written; alone,\n"
     "             after wrong usage\n"
     "\n"
     "Exit status: 0 done, 2 wrong usage, 3 an input cannot be read, or is not of this season, 4 the file cannot be\n"
     "written."),
  2, 2, new_options, run };
