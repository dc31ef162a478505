/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "small-season.h"

#include <stdlib.h>

#include "core/base/trh-day.h"
#include "core/base/trh-json.h"

static void
append_day (GString *json, int day)
{
  char buffer[TRH_DAY_TEXT];

  g_string_append_printf (json, "\"%s\"", trh_day_write (day, buffer));
}

static void
append_windows (GString *json, const char *value)
{
  g_auto(GStrv) windows = g_strsplit (value, ",", -1);

  for (guint i = 0; windows[i] != NULL; i++)
    {
      gboolean absent = *windows[i] == '!';
      g_auto(GStrv) ends = g_strsplit (windows[i] + absent, "..", 2);

      g_string_append_printf (json, "%s{\"absent\":%s,\"first-day\":", i > 0 ? "," : "", absent ? "true" : "false");
      append_day (json, atoi (ends[0]));
      g_string_append (json, ",\"last-day\":");
      append_day (json, atoi (ends[1]));
      g_string_append_c (json, '}');
    }
}

static void
append_member (GString *json, const TrhSchema *schema, const char *name, const char *value)
{
  int at = trh_schema_find (schema, name);
  const TrhField *field;
  g_autofree char *text = g_strdelimit (g_strdup (value), "_", ' ');
  g_auto(GStrv) parts = NULL;

  g_assert_cmpint (at, >=, 0);
  field = &schema->fields[at];
  g_string_append_printf (json, ",\"%s\":", name);
  if (field->kind == TRH_KIND_TEXT || (field->kind == TRH_KIND_INT && field->format != TRH_FORMAT_PLAIN &&
                                       field->format != TRH_FORMAT_DAY))
    g_string_append_printf (json, "\"%s\"", text);
  else if (field->format == TRH_FORMAT_DAY)
    append_day (json, atoi (value));
  else if (field->kind == TRH_KIND_TEXTS)
    {
      parts = g_strsplit (text, "+", -1);
      g_string_append_c (json, '[');
      for (guint i = 0; parts[i] != NULL; i++)
        g_string_append_printf (json, "%s\"%s\"", i > 0 ? "," : "", parts[i]);
      g_string_append_c (json, ']');
    }
  else if (field->kind == TRH_KIND_LIST && *value != '[')
    {
      g_string_append_c (json, '[');
      append_windows (json, value);
      g_string_append_c (json, ']');
    }
  else
    g_string_append (json, text);
}

/* Returns: (transfer full): the record of one line */
gpointer
small_season_record (const char *line)
{
  g_auto(GStrv) words = g_strsplit (line, " ", -1);
  g_autoptr(GString) json = g_string_new (NULL);
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(JsonNode) node = NULL;
  g_autoptr(GError) error = NULL;
  const TrhSchema *schema = NULL;
  gpointer record;

  for (guint i = 0; i < TRH_N_COLLECTIONS; i++)
    if (g_str_equal (words[0], trh_collection_get_schema (i)->collection))
      schema = trh_collection_get_schema (i);
  g_assert_nonnull (schema);

  if (schema->singleton)
    g_string_append (json, "{\"title\":\"\"");
  else
    g_string_append_printf (json, "{\"%s\":\"%s\"", schema->key != NULL ? schema->key : "id", words[1]);
  for (guint i = schema->singleton ? 1 : 2; words[i] != NULL; i++)
    {
      g_auto(GStrv) pair = g_strsplit (words[i], "=", 2);

      if (*words[i] != '\0')
        append_member (json, schema, pair[0], pair[1]);
    }
  g_string_append_c (json, '}');

  bytes = g_bytes_new (json->str, json->len);
  node = trh_json_parse (bytes, &error);
  g_assert_no_error (error);
  record = trh_record_from_json (schema, node, line, &error);
  g_assert_no_error (error);
  return record;
}

TrhProject *
small_season_new (const char *text)
{
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);
  TrhProject *project = trh_project_new ();
  g_autoptr(TrhEdit) edit = trh_edit_new ("Fill");
  g_autoptr(TrhEdit) inverse = NULL;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      TrhRecord *record = *lines[i] != '\0' ? small_season_record (lines[i]) : NULL;

      if (record == NULL)
        continue;
      if (record->schema == &trh_season_schema)
        trh_edit_replace_record (edit, trh_project_peek_season (project), record);
      else
        trh_edit_insert (edit, record);
    }
  inverse = trh_project_apply (project, edit);

  return project;
}

static const char *
or_dash (const char *text)
{
  return *text != '\0' ? text : "-";
}

char *
small_season_describe (TrhAlerts *alerts)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (alerts)); i++)
    {
      g_autoptr(TrhAlert) alert = g_list_model_get_item (G_LIST_MODEL (alerts), i);

      g_string_append_printf (out, "%s%s %s %s %s %d-%d %d", i > 0 ? "\n" : "", trh_alert_get_rule_id (alert),
                              or_dash (trh_alert_get_artist_id (alert)), or_dash (trh_alert_get_venue_id (alert)),
                              or_dash (trh_alert_get_object_id (alert)), trh_alert_get_first_day (alert),
                              trh_alert_get_last_day (alert), trh_alert_get_amount (alert));
    }

  return g_string_free (out, FALSE);
}
