/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "cli/trh-cli.h"
#include "cli/trh-problems.h"
#include "core/exchange/trh-territory.h"
#include "core/schedule/trh-alerts.h"

typedef struct {
  gboolean repairs;
} Options;

static GOptionEntry *
new_options (gpointer *options)
{
  Options *own = g_new0 (Options, 1);
  const GOptionEntry entries[] = {
    { "repairs", 0, 0, G_OPTION_ARG_NONE, &own->repairs, N_("Say what would repair each alert"), NULL },
    { NULL },
  };

  *options = own;
  return g_memdup2 (entries, sizeof entries);
}

static const char *
say_severity (TrhSeverity severity)
{
  static const char *const words[] = {
    [TRH_SEVERITY_BLOCKS] = N_("blocks release"), [TRH_SEVERITY_STRONG] = N_("strong"),
    [TRH_SEVERITY_WEAK] = N_("weak"), [TRH_SEVERITY_IGNORED] = N_("ignored"),
  };

  return _(words[severity]);
}

static const char *
get_unit_name (TrhAmount unit)
{
  static const char *const names[] = {
    [TRH_AMOUNT_NONE] = "", [TRH_AMOUNT_DAYS] = "days", [TRH_AMOUNT_MINUTES] = "minutes", [TRH_AMOUNT_PLACES] = "places",
    [TRH_AMOUNT_BEDS] = "beds", [TRH_AMOUNT_PEOPLE] = "people", [TRH_AMOUNT_KM] = "km",
  };

  return names[unit];
}

static TrhExit
write_text (TrhAlerts *alerts, GPtrArray *problems, const Options *options, TrhExit status)
{
  g_autoptr(GString) out = g_string_new (NULL);

  for (guint i = 0; i < problems->len; i++)
    {
      /* Translators: a line about a file; %s is the sentence */
      g_autofree char *text = g_strdup_printf (_("problem: %s"), ((TrhProblem *) problems->pdata[i])->sentence);

      trh_cli_append_line (out, "", text);
    }
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (alerts)); i++)
    {
      g_autoptr(TrhAlert) alert = g_list_model_get_item (G_LIST_MODEL (alerts), i);
      g_autoptr(GPtrArray) repairs = options->repairs ? trh_alerts_list_repairs (alerts, alert) : NULL;
      /* Translators: how bad an alert is, and its sentence */
      g_autofree char *text = g_strdup_printf (_("%1$s: %2$s"), say_severity (trh_alert_get_severity (alert)),
                                               trh_alert_get_sentence (alert));

      trh_cli_append_line (out, "", text);
      for (guint j = 0; repairs != NULL && j < repairs->len; j++)
        trh_cli_append_line (out, "  – ", trh_edit_get_label (repairs->pdata[j]));
    }

  return trh_cli_write (out->str, status);
}

static void
add_text_or_null (JsonBuilder *builder, const char *name, const char *text)
{
  if (*text != '\0')
    trh_cli_add_text (builder, name, text);
  else
    trh_cli_add_null (builder, name);
}

static void
add_alert (JsonBuilder *builder, TrhAlerts *alerts, TrhAlert *alert, const Options *options)
{
  json_builder_begin_object (builder);
  trh_cli_add_text (builder, "rule", trh_alert_get_rule_id (alert));
  trh_cli_add_text (builder, "severity", trh_severity_get_name (trh_alert_get_severity (alert)));
  trh_cli_add_text (builder, "sentence", trh_alert_get_sentence (alert));
  trh_cli_add_day (builder, "first-day", trh_alert_get_first_day (alert));
  trh_cli_add_day (builder, "last-day", trh_alert_get_last_day (alert));
  add_text_or_null (builder, "artist", trh_alert_get_artist_id (alert));
  add_text_or_null (builder, "venue", trh_alert_get_venue_id (alert));
  add_text_or_null (builder, "commune", trh_alert_get_commune_id (alert));
  add_text_or_null (builder, "object", trh_alert_get_object_id (alert));
  add_text_or_null (builder, "other", trh_alert_get_other_id (alert));
  if (trh_alert_get_unit (alert) != TRH_AMOUNT_NONE)
    {
      trh_cli_add_number (builder, "amount", trh_alert_get_amount (alert));
      trh_cli_add_text (builder, "unit", get_unit_name (trh_alert_get_unit (alert)));
    }
  else
    {
      trh_cli_add_null (builder, "amount");
      trh_cli_add_null (builder, "unit");
    }
  if (options->repairs)
    {
      g_autoptr(GPtrArray) repairs = trh_alerts_list_repairs (alerts, alert);

      json_builder_set_member_name (builder, "repairs");
      json_builder_begin_array (builder);
      for (guint i = 0; i < repairs->len; i++)
        json_builder_add_string_value (builder, trh_edit_get_label (repairs->pdata[i]));
      json_builder_end_array (builder);
    }
  json_builder_end_object (builder);
}

static void
add_problem (JsonBuilder *builder, const TrhProblem *problem)
{
  json_builder_begin_object (builder);
  trh_cli_add_text (builder, "kind", problem->kind);
  trh_cli_add_text (builder, "path", problem->path);
  add_text_or_null (builder, "id", problem->id);
  add_text_or_null (builder, "target", problem->target);
  trh_cli_add_text (builder, "sentence", problem->sentence);
  json_builder_end_object (builder);
}

static TrhExit
write_json (TrhProject *project, const char *path, TrhAlerts *alerts, GPtrArray *problems, const Options *options,
            TrhExit status)
{
  static const TrhSeverity counted[] = { TRH_SEVERITY_BLOCKS, TRH_SEVERITY_STRONG, TRH_SEVERITY_WEAK };
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autofree char *name = g_filename_display_name (path);

  json_builder_begin_object (builder);
  trh_cli_add_text (builder, "file", name);
  trh_cli_add_text (builder, "project", trh_project_get_id (project));
  trh_cli_add_text (builder, "season", trh_project_peek_season (project)->title);
  json_builder_set_member_name (builder, "counts");
  json_builder_begin_object (builder);
  trh_cli_add_number (builder, "problems", problems->len);
  for (guint i = 0; i < G_N_ELEMENTS (counted); i++)
    trh_cli_add_number (builder, trh_severity_get_name (counted[i]), trh_alerts_count (alerts, counted[i]));
  json_builder_end_object (builder);

  json_builder_set_member_name (builder, "problems");
  json_builder_begin_array (builder);
  for (guint i = 0; i < problems->len; i++)
    add_problem (builder, problems->pdata[i]);
  json_builder_end_array (builder);

  json_builder_set_member_name (builder, "alerts");
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (alerts)); i++)
    {
      g_autoptr(TrhAlert) alert = g_list_model_get_item (G_LIST_MODEL (alerts), i);

      add_alert (builder, alerts, alert, options);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  return trh_cli_write_json (builder, status);
}

/* The sum of what was found, for whoever does not read lines. */
static void
say_counts (guint n_alerts, guint n_problems)
{
  g_autofree char *alerts = NULL;
  g_autofree char *problems = NULL;

  if (n_alerts + n_problems == 0)
    {
      trh_cli_say (_("Nothing is wrong with the file or the schedule."));
      return;
    }
  /* Translators: a part of a sentence, before or after “1 problem of the file” */
  alerts = g_strdup_printf (ngettext ("%u alert", "%u alerts", n_alerts), n_alerts);
  /* Translators: a part of a sentence, before or after “2 alerts” */
  problems = g_strdup_printf (ngettext ("%u problem of the file", "%u problems of the file", n_problems), n_problems);
  /* Translators: “2 alerts” and “1 problem of the file” */
  trh_cli_say (_("%1$s, %2$s"), alerts, problems);
}

static TrhExit
run (const TrhCommandLine *line, gpointer options)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TrhProject) project = trh_cli_load (line->words[0], &error);
  g_autofree char *path = trh_territory_find_file ();
  g_autoptr(TrhTerritory) territory = NULL;
  g_autoptr(TrhMatrix) matrix = NULL;
  g_autoptr(TrhAlerts) alerts = NULL;
  g_autoptr(GPtrArray) problems = NULL;
  guint n_alerts;
  TrhExit status;

  if (project == NULL)
    return trh_cli_refuse (line, line->words[0], error);

  territory = trh_territory_load (path, NULL); /* without it, roads are straight lines */
  matrix = trh_matrix_new (project, territory != NULL ? trh_territory_get_roads (territory) : NULL);
  alerts = trh_alerts_new (project, matrix);
  problems = trh_problems_list (project);
  n_alerts = g_list_model_get_n_items (G_LIST_MODEL (alerts));
  status = n_alerts + problems->len > 0 ? TRH_EXIT_FOUND : TRH_EXIT_DONE;

  status = line->json ? write_json (project, line->words[0], alerts, problems, options, status)
                      : write_text (alerts, problems, options, status);
  if (status != TRH_EXIT_OUTPUT)
    say_counts (n_alerts, problems->len);
  return status;
}

const TrhCommand trh_command_check = {
  "check", N_("FILE"), N_("Say what is wrong with a season: its file, then its schedule"),
  N_("Problems of the file are references that lead nowhere, days in the wrong order and paths\n"
     "that leave the folder of the project. Alerts are broken rules of the schedule.\n"
     "\n"
     "With --json:\n"
     "  file, project, season   the file, the identifier of the project, the title of its season\n"
     "  counts                  numbers: problems, blocks, strong, weak\n"
     "  problems                list of: kind (“dangling”, “dates”, “path”), path (as in\n"
     "                          “stays[3].artist”), id of the object, target, sentence\n"
     "  alerts                  list, the worst first, of: rule, severity (“blocks”, “strong”,\n"
     "                          “weak”), sentence, first-day, last-day, artist, venue, commune,\n"
     "                          object (the stay or encounter to change), other (what it collides\n"
     "                          with), amount and its unit (“days”, “minutes”, “places”, “beds”,\n"
     "                          “people”, “km”); with --repairs also repairs, a list of labels\n"
     "  error                   instead of all but file, when the file is refused; alone, after wrong usage\n"
     "A member that means nothing in an alert or a problem is null.\n"
     "\n"
     "Exit status: 0 nothing is wrong, 1 something is, 2 wrong usage, 3 the file cannot be read or\n"
     "is refused, 4 the result cannot be written."),
  1, 1, new_options, run,
};
