/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "core/base/trh-day.h"
#include "core/base/trh-json.h"
#include "core/base/trh-record.h"
#include "core/base/trh-text.h"

static void
append_int (GString *out, const TrhField *field, int number)
{
  char buffer[TRH_DAY_TEXT];

  switch (field->format)
    {
    case TRH_FORMAT_CHOICE:
      trh_json_append_text (out, field->choices[number]);
      break;
    case TRH_FORMAT_DAY:
      trh_json_append_text (out, trh_day_write (number, buffer));
      break;
    case TRH_FORMAT_CLOCK:
      trh_json_append_text (out, trh_clock_write (number, buffer));
      break;
    case TRH_FORMAT_PLAIN:
    case TRH_FORMAT_PROSE:
    case TRH_FORMAT_WEEKDAYS:
    case TRH_FORMAT_ID:
    case TRH_FORMAT_PRIVATE:
    default:
      g_string_append_printf (out, "%d", number);
    }
}

static void
append_list (GString *out, GPtrArray *list, guint indent)
{
  g_string_append_c (out, '[');
  for (guint i = 0; i < list->len; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      trh_json_new_line (out, indent + 1);
      trh_record_append (out, list->pdata[i], indent + 1);
    }
  trh_json_new_line (out, indent);
  g_string_append_c (out, ']');
}

static void
append_member (GString *out, gconstpointer record, const TrhField *field, guint indent)
{
  gpointer member = TRH_MEMBER (record, field);

  switch (field->kind)
    {
    case TRH_KIND_TEXT:
      trh_json_append_text (out, *(char **) member);
      break;
    case TRH_KIND_REAL:
      trh_json_append_real (out, *(double *) member);
      break;
    case TRH_KIND_INT:
      append_int (out, field, *(int *) member);
      break;
    case TRH_KIND_BOOL:
      g_string_append (out, *(bool *) member ? "true" : "false");
      break;
    case TRH_KIND_LIST:
      append_list (out, *(GPtrArray **) member, indent);
      break;
    case TRH_KIND_TEXTS:
      trh_json_append_texts (out, *(char ***) member);
      break;
    default:
      g_assert_not_reached ();
    }
}

/**
 * trh_record_append:
 * @out: the text written so far
 * @record: a record
 * @indent: the level at which it stands
 *
 * Writes the canonical form: the id first, then the members in the order of the table,
 * those with their standard value left out, then what we do not know, as it was.
 */
void
trh_record_append (GString *out, gconstpointer record, guint indent)
{
  const TrhRecord *base = record;
  const TrhSchema *schema = base->schema;
  gboolean first = TRUE;

  g_string_append_c (out, '{');
  if (base->id != NULL && !schema->singleton)
    {
      trh_json_append_name (out, schema->key != NULL ? schema->key : "id", &first, indent + 1);
      trh_json_append_text (out, base->id);
    }
  for (guint i = 0; i < schema->n_fields; i++)
    if (!trh_record_is_standard (record, i))
      {
        trh_json_append_name (out, schema->fields[i].name, &first, indent + 1);
        append_member (out, record, &schema->fields[i], indent + 1);
      }
  if (base->unknown != NULL)
    trh_json_append_members (out, base->unknown, &first, indent + 1);
  if (!first)
    trh_json_new_line (out, indent);
  g_string_append_c (out, '}');
}

static gboolean
unexpected (const char *path, const TrhField *field, JsonNode *node, GError **error)
{
  g_autofree char *place = g_strdup_printf ("%s.%s", path, field->name);
  const char *what;

  switch (json_node_get_node_type (node))
    {
    case JSON_NODE_OBJECT:
      what = _("an object");
      break;
    case JSON_NODE_ARRAY:
      what = _("a list");
      break;
    case JSON_NODE_VALUE:
      what = json_node_get_value_type (node) == G_TYPE_STRING ? _("a text")
             : json_node_get_value_type (node) == G_TYPE_BOOLEAN ? _("true or false")
             : _("a number");
      break;
    case JSON_NODE_NULL:
    default:
      what = "null";
    }

  /* Translators: "a text", "a list"… */
  return trh_data_error_set (error, TRH_DATA_ERROR_INVALID, place, _("%s is not expected here"), what);
}

/* An error about what a member says. */
static gboolean
wrong_text (const char *path, const char *name, const char *format, const char *text, GError **error)
{
  g_autofree char *place = g_strdup_printf ("%s.%s", path, name);
  g_autofree char *shown = trh_text_clip (text);
  g_autoptr(GString) sentence = g_string_new (format);

  g_string_replace (sentence, "%s", shown, 1);
  return trh_data_error_set (error, TRH_DATA_ERROR_INVALID, place, "%s", sentence->str);
}

/* More than a list may hold: told before anything of it is copied. */
static gboolean
too_many (const char *path, const char *name, guint n, GError **error)
{
  g_autofree char *place = g_strdup_printf ("%s.%s", path, name);

  return trh_data_error_set (error, TRH_DATA_ERROR_TOO_LARGE, place, _("%u items are too many"), n);
}

static gboolean
read_int (int *number, const TrhField *field, JsonNode *node, const char *path, GError **error)
{
  GType type = json_node_get_value_type (node);

  if (field->format == TRH_FORMAT_CHOICE || field->format == TRH_FORMAT_DAY || field->format == TRH_FORMAT_CLOCK)
    {
      const char *text = type == G_TYPE_STRING ? json_node_get_string (node) : NULL;

      if (text == NULL)
        return unexpected (path, field, node, error);
      if (field->format == TRH_FORMAT_CHOICE)
        {
          for (int i = 0; field->choices[i] != NULL; i++)
            if (g_str_equal (field->choices[i], text))
              {
                *number = i;
                return TRUE;
              }
          return wrong_text (path, field->name, _("“%s” is none of the choices"), text, error);
        }
      if (field->format == TRH_FORMAT_DAY ? trh_day_parse (text, number) : trh_clock_parse (text, number))
        return TRUE;
      return wrong_text (path, field->name, field->format == TRH_FORMAT_DAY ? _("%s is not a day") : _("%s is not a clock time"),
                         text, error);
    }

  if (type != G_TYPE_INT64)
    return unexpected (path, field, node, error);
  /* beyond int: let the bounds refuse it, not the cast */
  *number = (int) CLAMP (json_node_get_int (node), G_MININT, G_MAXINT);
  return TRUE;
}

static gboolean
read_texts (char ***texts, const TrhField *field, JsonNode *node, const char *path, GError **error)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  JsonArray *array;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return unexpected (path, field, node, error);
  array = json_node_get_array (node);
  if (json_array_get_length (array) > field->max)
    return too_many (path, field->name, json_array_get_length (array), error);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      if (json_node_get_value_type (element) != G_TYPE_STRING)
        return unexpected (path, field, element, error);
      g_strv_builder_add (builder, json_node_get_string (element));
    }
  g_strfreev (*texts);
  *texts = g_strv_builder_end (builder);
  return TRUE;
}

static gboolean
read_list (GPtrArray *list, const TrhField *field, JsonNode *node, const char *path, GError **error)
{
  JsonArray *array;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return unexpected (path, field, node, error);
  array = json_node_get_array (node);
  if (json_array_get_length (array) > field->max)
    return too_many (path, field->name, json_array_get_length (array), error);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *place = g_strdup_printf ("%s.%s[%u]", path, field->name, i);
      gpointer part = trh_record_from_json (field->child, json_array_get_element (array, i), place, error);

      if (part == NULL)
        return FALSE;
      g_ptr_array_add (list, part);
    }
  return TRUE;
}

static gboolean
read_member (gpointer record, const TrhField *field, JsonNode *node, const char *path, GError **error)
{
  GType type = json_node_get_value_type (node);
  gpointer member = TRH_MEMBER (record, field);

  switch (field->kind)
    {
    case TRH_KIND_TEXT:
      if (type != G_TYPE_STRING)
        return unexpected (path, field, node, error);
      trh_record_set_text (member, json_node_get_string (node));
      return TRUE;

    case TRH_KIND_REAL:
      if (type != G_TYPE_INT64 && type != G_TYPE_DOUBLE)
        return unexpected (path, field, node, error);
      *(double *) member = json_node_get_double (node);
      return TRUE;

    case TRH_KIND_INT:
      return read_int (member, field, node, path, error);

    case TRH_KIND_BOOL:
      if (type != G_TYPE_BOOLEAN)
        return unexpected (path, field, node, error);
      *(bool *) member = json_node_get_boolean (node);
      return TRUE;

    case TRH_KIND_LIST:
      return read_list (*(GPtrArray **) member, field, node, path, error);

    case TRH_KIND_TEXTS:
      return read_texts (member, field, node, path, error);

    default:
      g_assert_not_reached ();
    }
}

static gboolean
read_id (TrhRecord *record, JsonObject *object, const char *path, GError **error)
{
  const TrhSchema *schema = record->schema;
  const char *key = schema->key != NULL ? schema->key : "id";
  JsonNode *node = json_object_get_member (object, key);
  const char *id = node != NULL && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;

  if (schema->collection == NULL || schema->singleton)
    return TRUE;
  if (id == NULL)
    {
      g_autofree char *place = g_strdup_printf ("%s.%s", path, key);

      return trh_data_error_set (error, TRH_DATA_ERROR_INVALID, place, _("an identifier is missing"));
    }
  if (schema->key != NULL ? !trh_text_is_insee (id) : !trh_text_is_id (id))
    return wrong_text (path, key, _("“%s” cannot be the identifier of an object"), id, error);

  trh_record_set_text (&record->id, id);
  return TRUE;
}

static gboolean
read_members (TrhRecord *record, JsonObject *object, const char *path, GError **error)
{
  const TrhSchema *schema = record->schema;
  const char *key = schema->key != NULL ? schema->key : "id";
  gboolean has_key = schema->collection != NULL && !schema->singleton;
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;
  guint next = 0; /* our own files have the order of the table: the next field is the likely one */

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      const TrhField *field = NULL;

      for (guint i = 0; i < schema->n_fields && field == NULL; i++)
        {
          guint candidate = (next + i) % schema->n_fields;

          if (g_str_equal (schema->fields[candidate].name, name))
            {
              field = &schema->fields[candidate];
              next = candidate + 1;
            }
        }

      if (field != NULL)
        {
          if (!read_member (record, field, node, path, error))
            return FALSE;
        }
      else if (!has_key || !g_str_equal (name, key))
        {
          if (record->unknown == NULL)
            record->unknown = json_object_new ();
          json_object_set_member (record->unknown, name, json_node_copy (node));
        }
    }

  return TRUE;
}

/**
 * trh_record_from_json:
 * @schema: the table of its type
 * @node: what trh_json_parse() made
 * @path: where it stands, for messages, as in `stays[3]`
 * @error: return location for a #TrhDataError that names the place
 *
 * Reads a record: a missing member takes its standard value, an unknown one is kept, a
 * wrong one refuses the record.
 *
 * Returns: (transfer full): the record, or %NULL with @error set
 */
gpointer
trh_record_from_json (const TrhSchema *schema, JsonNode *node, const char *path, GError **error)
{
  g_autoptr(TrhRecord) record = NULL;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      trh_data_error_set (error, TRH_DATA_ERROR_INVALID, path, _("an object is expected"));
      return NULL;
    }

  record = trh_record_new (schema, "");
  if (!read_id (record, json_node_get_object (node), path, error) ||
      !read_members (record, json_node_get_object (node), path, error) ||
      !trh_record_check (record, path, error))
    return NULL;

  return g_steal_pointer (&record);
}
