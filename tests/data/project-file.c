/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <string.h>

#include "core/base/trh-day.h"
#include "core/base/trh-json.h"
#include "core/base/trh-limits.h"
#include "core/model/trh-project.h"

/*
 * project-file schema         the JSON Schema of a project, from the tables that read and write it
 * project-file full           a project in which every member of every table has another value than its standard
 * project-file rewrite FILE   the file as the program writes it
 * project-file check FILE…    for each file one line: "ok", or what is wrong with it
 */

#define ID_PATTERN    "^[A-Za-z0-9._:-]{1,64}$"
#define INSEE_PATTERN "^([0-9]{5}|2[AB][0-9]{3})$"
#define DAY_PATTERN   "^((19[7-9][0-9]|20[0-9]{2}|21[0-6][0-9])-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])|2170-01-01)$"
#define ZERO_PATTERN  "\\\\u0000" /* as a regular expression in JSON */
#define CLOCK_PATTERN "^([01][0-9]|2[0-3]):[0-5][0-9]$"

static void append_record (GString *out, const TrhSchema *schema, guint indent);

static void
append_line (GString *out, guint indent, const char *format, ...) G_GNUC_PRINTF (3, 4);

static void
append_line (GString *out, guint indent, const char *format, ...)
{
  va_list args;

  trh_json_new_line (out, indent);
  va_start (args, format);
  g_string_append_vprintf (out, format, args);
  va_end (args);
}

static void
append_choices (GString *out, const char *const *choices)
{
  g_string_append (out, "\"enum\": [");
  for (guint i = 0; choices[i] != NULL; i++)
    {
      g_string_append (out, i > 0 ? ", " : "");
      trh_json_append_text (out, choices[i]);
    }
  g_string_append_printf (out, "], \"default\": \"%s\" }", choices[0]);
}

static void
append_text (GString *out, const TrhField *field)
{
  if (field->format == TRH_FORMAT_ID)
    g_string_append_printf (out, "{ \"$ref\": \"#/$defs/reference\", \"$comment\": \"id of one of: %s\" }", field->target);
  else if (field->format == TRH_FORMAT_WEEKDAYS)
    g_string_append (out, "{ \"type\": \"string\", \"pattern\": \"^1?2?3?4?5?6?7?$\", \"default\": \"\" }");
  else
    {
      g_string_append (out, "{ \"type\": \"string\"");
      if (field->min > 0)
        g_string_append_printf (out, ", \"minLength\": %.0f", field->min);
      g_string_append_printf (out, ", \"maxLength\": %.0f, \"default\": \"\" }", field->max);
    }
}

static void
append_int (GString *out, const TrhField *field)
{
  if (field->format == TRH_FORMAT_CHOICE)
    {
      g_string_append (out, "{ ");
      append_choices (out, field->choices);
    }
  else if (field->format == TRH_FORMAT_DAY)
    g_string_append (out, "{ \"$ref\": \"#/$defs/day\" }");
  else if (field->format == TRH_FORMAT_CLOCK)
    g_string_append (out, "{ \"$ref\": \"#/$defs/clock\" }");
  else
    g_string_append_printf (out, "{ \"type\": \"integer\", \"minimum\": %.0f, \"maximum\": %.0f, \"default\": %.0f }",
                            field->min, field->max, field->standard);
}

static void
append_field (GString *out, const TrhField *field, guint indent)
{
  switch (field->kind)
    {
    case TRH_KIND_TEXT:
      append_text (out, field);
      break;

    case TRH_KIND_INT:
      append_int (out, field);
      break;

    case TRH_KIND_REAL:
      g_string_append (out, "{ \"type\": \"number\", \"minimum\": ");
      trh_json_append_real (out, field->min);
      g_string_append (out, ", \"maximum\": ");
      trh_json_append_real (out, field->max);
      g_string_append (out, ", \"default\": ");
      trh_json_append_real (out, field->standard);
      g_string_append (out, " }");
      break;

    case TRH_KIND_BOOL:
      g_string_append_printf (out, "{ \"type\": \"boolean\", \"default\": %s }", field->standard > 0 ? "true" : "false");
      break;

    case TRH_KIND_TEXTS:
      g_string_append_printf (out, "{ \"type\": \"array\", \"maxItems\": %.0f, \"items\": ", field->max);
      if (field->format == TRH_FORMAT_ID)
        append_text (out, field);
      else
        g_string_append_printf (out, "{ \"type\": \"string\", \"maxLength\": %u }", trh_field_get_most_characters (field));
      g_string_append (out, " }");
      break;

    case TRH_KIND_LIST:
      g_string_append_printf (out, "{ \"type\": \"array\", \"maxItems\": %.0f, \"items\": ", field->max);
      append_record (out, field->child, indent);
      g_string_append (out, " }");
      break;

    default:
      g_assert_not_reached ();
    }
}

static void
append_record (GString *out, const TrhSchema *schema, guint indent)
{
  gboolean has_id = schema->collection != NULL && !schema->singleton;
  const char *key = schema->key != NULL ? schema->key : "id";

  g_string_append_c (out, '{');
  append_line (out, indent + 1, "\"type\": \"object\",");
  if (has_id)
    append_line (out, indent + 1, "\"required\": [\"%s\"],", key);
  append_line (out, indent + 1, "\"properties\": {");
  if (has_id)
    append_line (out, indent + 2, "\"%s\": { \"$ref\": \"#/$defs/%s\" },", key, key);
  for (guint i = 0; i < schema->n_fields; i++)
    {
      append_line (out, indent + 2, "\"%s\": ", schema->fields[i].name);
      append_field (out, &schema->fields[i], indent + 2);
      if (i + 1 < schema->n_fields)
        g_string_append_c (out, ',');
    }
  append_line (out, indent + 1, "}");
  append_line (out, indent, "}");
}

static void
append_schema (GString *out)
{
  g_string_append (out, "{\n  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",");
  append_line (out, 1, "\"$id\": \"urn:fr.serreslezarts.Transhumances:project:1\",");
  append_line (out, 1, "\"title\": \"A season of Transhumances\",");
  append_line (out, 1, "\"description\": \"Made from the tables that read and write the file. A member that is left out has "
               "its default; members that are not named here are kept and written back. Ids are unique in the file. "
               "Units are in the names of members, else metres, degrees of WGS 84 and local clocks.\",");
  append_line (out, 1, "\"$ref\": \"#/$defs/without-zero\",");
  append_line (out, 1, "\"type\": \"object\",");
  append_line (out, 1, "\"required\": [\"format\", \"version\", \"id\"],");
  append_line (out, 1, "\"properties\": {");
  append_line (out, 2, "\"format\": { \"const\": \"transhumance\" },");
  append_line (out, 2, "\"version\": { \"type\": \"integer\", \"minimum\": 1, \"maximum\": 2147483647 },");
  append_line (out, 2, "\"id\": { \"$ref\": \"#/$defs/id\" }");
  for (int i = 0; i < TRH_N_COLLECTIONS; i++)
    {
      const TrhSchema *schema = trh_collection_get_schema ((TrhCollection) i);

      g_string_append_c (out, ',');
      append_line (out, 2, "\"%s\": ", schema->collection);
      if (!schema->singleton)
        g_string_append_printf (out, "{ \"type\": \"array\", \"maxItems\": %d, \"items\": ", TRH_MAX_RECORDS);
      append_record (out, schema, 2);
      if (!schema->singleton)
        g_string_append (out, " }");
    }
  append_line (out, 1, "},");
  append_line (out, 1, "\"$defs\": {");
  append_line (out, 2, "\"id\": { \"type\": \"string\", \"pattern\": \"" ID_PATTERN "\" },");
  append_line (out, 2, "\"insee\": { \"type\": \"string\", \"pattern\": \"" INSEE_PATTERN "\" },");
  append_line (out, 2, "\"reference\": { \"anyOf\": [{ \"const\": \"\" }, { \"$ref\": \"#/$defs/id\" }], \"default\": \"\" },");
  append_line (out, 2, "\"day\": { \"type\": \"string\", \"format\": \"date\", \"pattern\": \"" DAY_PATTERN "\", "
               "\"not\": { \"const\": \"1970-01-01\" } },");
  append_line (out, 2, "\"clock\": { \"type\": \"string\", \"pattern\": \"" CLOCK_PATTERN "\" },");
  append_line (out, 2, "\"without-zero\": {");
  append_line (out, 3, "\"$comment\": \"No text and no name has the character zero, however deep and known or not.\",");
  append_line (out, 3, "\"not\": { \"type\": \"string\", \"pattern\": \"" ZERO_PATTERN "\" },");
  append_line (out, 3, "\"propertyNames\": { \"not\": { \"pattern\": \"" ZERO_PATTERN "\" } },");
  append_line (out, 3, "\"additionalProperties\": { \"$ref\": \"#/$defs/without-zero\" },");
  append_line (out, 3, "\"items\": { \"$ref\": \"#/$defs/without-zero\" }");
  append_line (out, 2, "}");
  append_line (out, 1, "}");
  g_string_append (out, "\n}\n");
}

static void
fill (gpointer record)
{
  const TrhSchema *schema = ((TrhRecord *) record)->schema;

  for (guint i = 0; i < schema->n_fields; i++)
    {
      const TrhField *field = &schema->fields[i];
      gpointer member = TRH_MEMBER (record, field);

      switch (field->kind)
        {
        case TRH_KIND_TEXT:
          trh_record_set_text (member, field->format == TRH_FORMAT_WEEKDAYS ? "135"
                                       : field->format == TRH_FORMAT_ID ? "somebody" : "é “\\\" x");
          break;
        case TRH_KIND_TEXTS:
          trh_record_add_text (member, "one");
          trh_record_add_text (member, "two");
          break;
        case TRH_KIND_REAL:
          *(double *) member = field->min + (field->max - field->min) * 0.37;
          break;
        case TRH_KIND_INT:
          *(int *) member = (int) (field->standard < field->max ? field->standard + 1 : field->min);
          break;
        case TRH_KIND_BOOL:
          *(bool *) member = !(field->standard > 0);
          break;
        case TRH_KIND_LIST:
          {
            gpointer part = trh_record_new (field->child, NULL);

            fill (part);
            g_ptr_array_add (*(GPtrArray **) member, part);
            break;
          }
        default:
          g_assert_not_reached ();
        }
      g_assert_false (trh_record_is_standard (record, i));
    }
}

static TrhProject *
make_full (void)
{
  TrhProject *project = trh_project_new ();
  g_autoptr(TrhEdit) edit = trh_edit_new ("Everything");
  g_autoptr(TrhEdit) inverse = NULL;

  for (int i = 0; i < TRH_N_COLLECTIONS; i++)
    {
      const TrhSchema *schema = trh_collection_get_schema ((TrhCollection) i);
      g_autofree char *id = schema->key != NULL ? g_strdup ("05001") : g_strdup_printf ("%s-1", schema->collection);
      gpointer record;

      if (schema->singleton)
        record = trh_edit_change (edit, trh_project_peek (project, (TrhCollection) i, 0));
      else
        record = trh_record_new (schema, id);
      fill (record);
      if (!schema->singleton)
        trh_edit_insert (edit, record);
    }
  inverse = trh_project_apply (project, edit);

  return project;
}

static TrhProject *
load (const char *path, GError **error)
{
  g_autofree char *text = NULL;
  g_autoptr(GBytes) bytes = NULL;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, error))
    return NULL;
  bytes = g_bytes_new_take (g_steal_pointer (&text), length);
  return trh_project_from_bytes (bytes, error);
}

static int
print_project (TrhProject *project)
{
  g_autoptr(GBytes) bytes = trh_project_to_bytes (project);
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  return fwrite (text, 1, length, stdout) == length ? 0 : 4;
}

int
main (int argc, char **argv)
{
  if (argc == 2 && g_str_equal (argv[1], "schema"))
    {
      g_autoptr(GString) out = g_string_new (NULL);

      append_schema (out);
      fputs (out->str, stdout);
      return 0;
    }
  if (argc == 2 && g_str_equal (argv[1], "full"))
    {
      g_autoptr(TrhProject) project = make_full ();

      return print_project (project);
    }
  if (argc == 3 && g_str_equal (argv[1], "rewrite"))
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(TrhProject) project = load (argv[2], &error);

      if (project != NULL)
        return print_project (project);
      fprintf (stderr, "%s: %s\n", argv[2], error->message);
      return 3;
    }
  if (argc >= 2 && g_str_equal (argv[1], "check"))
    {
      for (int i = 2; i < argc; i++)
        {
          g_autoptr(GError) error = NULL;
          g_autoptr(TrhProject) project = load (argv[i], &error);

          printf ("%s\n", project != NULL ? "ok" : error->message);
        }
      return 0;
    }
  fputs ("usage: project-file schema | full | rewrite FILE | check FILE…\n", stderr);
  return 2;
}
