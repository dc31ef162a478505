/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "cli/trh-cli.h"
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

/* The vote asked for; or the only one there is. Says why there is none. */
static const TrhPollRecord *
find_poll (TrhProject *project, const char *id)
{
  const TrhPollRecord *poll;

  if (id != NULL)
    {
      poll = trh_project_find_record (project, TRH_POLLS, id);
      if (poll == NULL)
        /* Translators: an id */
        trh_cli_say (_("The season has no vote “%s”."), id);
      return poll;
    }
  if (trh_project_count (project, TRH_POLLS) != 1)
    {
      trh_cli_say ("%s", trh_project_count (project, TRH_POLLS) == 0 ? _("The season has no vote.")
                                                                     : _("The season has several votes: name one with --poll."));
      return NULL;
    }
  return trh_project_peek_record (project, TRH_POLLS, 0);
}

static TrhSheet *
make_recap (TrhProject *project, const Options *o)
{
  const TrhPollRecord *poll = find_poll (project, o->poll);
  TrhResult *total = poll != NULL ? trh_poll_find_total (project, poll->base.id) : NULL;

  if (poll == NULL)
    return NULL;
  if (total == NULL)
    {
      trh_cli_say ("%s", _("This vote is not counted yet: there is nothing to sign."));
      return NULL;
    }
  return trh_minutes_of_poll (project, poll, trh_entity_peek_record (TRH_ENTITY (total)));
}

static TrhSheet *
make_minutes (TrhProject *project, const Options *o)
{
  g_autoptr(TrhUrnSet) urns = trh_urn_set_new ();
  g_autoptr(TrhKit) kit = NULL;
  g_autoptr(GError) error = NULL;
  const TrhUrnContent *urn;
  const TrhPollRecord *poll;
  const TrhResultRecord *session;
  const char *fingerprint;

  if (!trh_urn_set_load (urns, o->urn, NULL, &error))
    {
      trh_cli_say ("%s", error->message);
      return NULL;
    }
  if (trh_urn_set_get_n (urns) != 1)
    {
      trh_cli_say ("%s", _("Minutes are those of one town: give the urn of one."));
      return NULL;
    }
  urn = trh_urn_set_peek (urns, 0);
  fingerprint = trh_urn_set_get_fingerprint (urns, 0);
  poll = find_poll (project, o->poll != NULL ? o->poll : urn->poll_id);
  if (poll == NULL)
    return NULL;
  session = trh_project_find_record (project, TRH_RESULTS, urn->session_id);
  if (!g_str_equal (poll->base.id, urn->poll_id) ||
      (session != NULL && *session->sha256 != '\0' && !g_str_equal (session->sha256, fingerprint)))
    {
      trh_cli_say ("%s", _("This urn is not the one that the season knows of that session: nothing is printed of it."));
      return NULL;
    }
  kit = trh_poll_make_kit (project, poll, urn->commune_id, urn->session_id, &error);
  if (kit == NULL)
    {
      trh_cli_say ("%s", error->message);
      return NULL;
    }
  return trh_minutes_of_session (kit, urn, fingerprint, session);
}

static TrhExit
write_archive (const TrhCommandLine *line, TrhProject *project, const Options *o)
{
  const TrhPollRecord *poll = find_poll (project, o->poll);
  g_autoptr(GError) error = NULL;
  g_autoptr(TrhArchive) archive = poll != NULL ? trh_archive_new (project, poll, o->urns, &error) : NULL;
  g_autoptr(JsonBuilder) builder = NULL;
  g_autofree char *name = g_filename_display_name (o->output);

  if (archive == NULL || !trh_archive_save (archive, o->output, &error))
    {
      if (error != NULL)
        trh_cli_say ("%s", error->message);
      return error == NULL || (error->domain == TRH_ARCHIVE_ERROR && error->code != TRH_ARCHIVE_ERROR_EXISTS) ||
                 archive == NULL
               ? TRH_EXIT_INPUT
               : TRH_EXIT_OUTPUT;
    }
  if (!line->json)
    return TRH_EXIT_DONE;
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  trh_cli_add_text (builder, "to", name);
  json_builder_end_object (builder);
  return trh_cli_write_json (builder, TRH_EXIT_DONE);
}

static TrhExit
run (const TrhCommandLine *line, gpointer options)
{
  const Options *o = options;
  g_autoptr(GError) error = NULL;
  g_autoptr(TrhProject) project = NULL;
  g_autoptr(TrhSheet) sheet = NULL;
  g_autoptr(GBytes) pdf = NULL;
  g_autoptr(JsonBuilder) builder = NULL;
  g_autofree char *hash = NULL;
  g_autofree char *name = NULL;
  guint n_pages;

  if (!g_str_equal (line->words[0], "minutes") && !g_str_equal (line->words[0], "archive"))
    {
      trh_cli_say (_("There is no report “%s”; there are: minutes, archive."), line->words[0]);
      return TRH_EXIT_USAGE;
    }
  if (o->output == NULL)
    {
      trh_cli_say ("%s", _("Say with --output where to write."));
      return TRH_EXIT_USAGE;
    }
  project = trh_cli_load (line->words[1], &error);
  if (project == NULL)
    return trh_cli_refuse (line, line->words[1], error);
  if (g_str_equal (line->words[0], "archive"))
    return write_archive (line, project, o);
  sheet = o->urn != NULL ? make_minutes (project, o) : make_recap (project, o);
  if (sheet == NULL)
    return TRH_EXIT_INPUT;

  pdf = trh_sheet_print (sheet, &n_pages, &error);
  if (pdf == NULL || !trh_file_save (o->output, pdf, &error))
    {
      trh_cli_say ("%s", error->message);
      return TRH_EXIT_OUTPUT;
    }
  if (!line->json)
    return TRH_EXIT_DONE;
  hash = trh_file_hash (pdf);
  name = g_filename_display_name (o->output);
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  trh_cli_add_text (builder, "to", name);
  trh_cli_add_number (builder, "pages", n_pages);
  trh_cli_add_text (builder, "sha256", hash);
  json_builder_end_object (builder);
  return trh_cli_write_json (builder, TRH_EXIT_DONE);
}

const TrhCommand trh_command_report = {
  "report", "REPORT SEASON", N_("Write the minutes of a vote, or all that is kept of it"),
  N_("REPORT is minutes or archive.\n"
     "\n"
     "minutes: a PDF, A4, without a display. With --urn: the minutes of the town that closed it, with its figures once\n"
     "they are counted. Without: those of all towns together, once the vote is counted. Sums only. The same season\n"
     "and urn give the same bytes.\n"
     "\n"
     "archive: a folder, which must not exist, with the closed urns, all minutes, the sums as JSON and a list of\n"
     "fingerprints for sha256sum. The urns are looked for where the program keeps them, or where --urns says.\n"
     "\n"
     "With --json:\n"
     "  to         the file, or the folder\n"
     "  pages      how many, of minutes\n"
     "  sha256     its fingerprint, of minutes\n"
     "\n"
     "Exit status: 0 done, 2 wrong usage, 3 an input cannot be read, or is not of this season, 4 the file cannot be\n"
     "written."),
  2, 2, new_options, run };
