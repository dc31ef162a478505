/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "core/base/trh-json.h"

/*
 * Our own writer, since json-glib 1.6 writes 1e22 as "1e+22.0", which it then refuses to read,
 * and seventeen digits where fewer say the same number.
 */

/**
 * trh_json_new_line:
 * @out: the text written so far
 * @indent: levels
 *
 * Begins a line, two spaces a level.
 */
void
trh_json_new_line (GString *out, guint indent)
{
  static const char spaces[] = "                                ";

  g_string_append_c (out, '\n');
  for (indent *= 2; indent > 0; )
    {
      guint n = MIN (indent, sizeof spaces - 1);

      g_string_append_len (out, spaces, n);
      indent -= n;
    }
}

/**
 * trh_json_append_text:
 * @out: the text written so far
 * @text: valid UTF-8
 *
 * Writes a JSON string: escapes only what RFC 8259 asks for, and U+007F.
 */
void
trh_json_append_text (GString *out, const char *text)
{
  g_string_append_c (out, '"');
  for (;;)
    {
      const char *run = text;

      while ((guchar) *text >= 0x20 && *text != '"' && *text != '\\' && *text != 0x7f)
        text++;
      g_string_append_len (out, run, text - run);
      if (*text == '\0')
        break;
      switch (*text)
        {
        case '"':
          g_string_append (out, "\\\"");
          break;
        case '\\':
          g_string_append (out, "\\\\");
          break;
        case '\n':
          g_string_append (out, "\\n");
          break;
        case '\r':
          g_string_append (out, "\\r");
          break;
        case '\t':
          g_string_append (out, "\\t");
          break;
        default:
          g_string_append_printf (out, "\\u%04x", (guint) (guchar) *text);
        }
      text++;
    }
  g_string_append_c (out, '"');
}

/**
 * trh_json_append_texts:
 * @out: the text written so far
 * @texts: (nullable) (array zero-terminated=1): of valid UTF-8; %NULL is an empty list
 *
 * Writes a list of JSON strings on one line.
 */
void
trh_json_append_texts (GString *out, char **texts)
{
  g_string_append_c (out, '[');
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append (out, ", ");
      trh_json_append_text (out, texts[i]);
    }
  g_string_append_c (out, ']');
}

/**
 * trh_json_append_real:
 * @out: the text written so far
 * @number: a finite number
 *
 * Writes the shortest of 15, 16 and 17 significant digits that reads back as the same
 * double, always with a point or an exponent: a real stays a real.
 */
void
trh_json_append_real (GString *out, double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_return_if_fail (isfinite (number));

  g_ascii_formatd (text, sizeof text, "%.15g", number);
  if (g_ascii_strtod (text, NULL) != number)
    g_ascii_formatd (text, sizeof text, "%.16g", number);
  if (g_ascii_strtod (text, NULL) != number)
    g_ascii_formatd (text, sizeof text, "%.17g", number);
  g_string_append (out, text);
  if (strpbrk (text, ".e") == NULL)
    g_string_append (out, ".0");
}

/**
 * trh_json_append_name:
 * @first: (inout): whether no member of this object was written before
 * @indent: the level at which the member stands
 *
 * Begins a line with the name of a member; its value comes next.
 */
void
trh_json_append_name (GString *out, const char *name, gboolean *first, guint indent)
{
  if (!*first)
    g_string_append_c (out, ',');
  *first = FALSE;
  trh_json_new_line (out, indent);
  trh_json_append_text (out, name);
  g_string_append (out, ": ");
}

/**
 * trh_json_append_members:
 * @object: its members are written as they are
 * @first: (inout): whether no member was written before
 * @indent: the level at which they stand
 */
void
trh_json_append_members (GString *out, JsonObject *object, gboolean *first, guint indent)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &value))
    {
      trh_json_append_name (out, name, first, indent);
      trh_json_append_node (out, value, indent);
    }
}

static void
append_object (GString *out, JsonObject *object, guint indent)
{
  gboolean first = TRUE;

  g_string_append_c (out, '{');
  trh_json_append_members (out, object, &first, indent + 1);
  if (!first)
    trh_json_new_line (out, indent);
  g_string_append_c (out, '}');
}

/**
 * trh_json_append_node:
 * @out: the text written so far
 * @node: a value that trh_json_parse() made, or one of ours
 * @indent: the level at which it stands
 *
 * Writes any JSON value; members keep their order.
 */
void
trh_json_append_node (GString *out, JsonNode *node, guint indent)
{
  switch (json_node_get_node_type (node))
    {
    case JSON_NODE_OBJECT:
      append_object (out, json_node_get_object (node), indent);
      break;

    case JSON_NODE_ARRAY:
      {
        JsonArray *array = json_node_get_array (node);
        guint n = json_array_get_length (array);

        g_string_append_c (out, '[');
        for (guint i = 0; i < n; i++)
          {
            if (i > 0)
              g_string_append_c (out, ',');
            trh_json_new_line (out, indent + 1);
            trh_json_append_node (out, json_array_get_element (array, i), indent + 1);
          }
        if (n > 0)
          trh_json_new_line (out, indent);
        g_string_append_c (out, ']');
        break;
      }

    case JSON_NODE_VALUE:
      if (json_node_get_value_type (node) == G_TYPE_STRING)
        trh_json_append_text (out, json_node_get_string (node));
      else if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
        g_string_append (out, json_node_get_boolean (node) ? "true" : "false");
      else if (json_node_get_value_type (node) == G_TYPE_INT64)
        g_string_append_printf (out, "%" G_GINT64_FORMAT, json_node_get_int (node));
      else
        trh_json_append_real (out, json_node_get_double (node));
      break;

    case JSON_NODE_NULL:
    default:
      g_string_append (out, "null");
    }
}

#define MORE_FOR_NUMBER   4  /* 5 becomes 5.0, 19007199254740991.1 becomes 1.9007199254740992e+16 */
#define MORE_FOR_EXPONENT 18 /* 1e14 becomes 100000000000000.0 */
#define MORE_FOR_DELETE   5  /* U+007F becomes \u007f */
#define MORE_FOR_FEED     4  /* \f becomes \u000c */

/**
 * trh_json_get_most_bytes:
 * @document: what trh_json_parse() has read
 *
 * A document without spaces grows when it is written by the functions of this file, by up to two
 * bytes a level for each value.
 *
 * Returns: a ceiling on its bytes when each of its values is written once, at the same level or higher
 */
gsize
trh_json_get_most_bytes (GBytes *document)
{
  gsize length, most = MORE_FOR_NUMBER, depth = 0;
  const char *text = g_bytes_get_data (document, &length);
  gboolean in_text = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      const char c = text[i];

      most++;
      if (in_text)
        {
          most += c == 0x7f ? MORE_FOR_DELETE : 0;
          if (c == '\\')
            {
              i++;
              most += 1 + (text[i] == 'f' || text[i] == 'b' ? MORE_FOR_FEED : 0);
            }
          in_text = c != '"';
        }
      else if (c == '"')
        in_text = TRUE;
      else if (c == ' ' || c == '\n' || c == '\r' || c == '\t')
        most--;
      else if (c == '{' || c == '[' || c == ',')
        {
          depth += c != ',' ? 1 : 0;
          most += 1 + 2 * depth + MORE_FOR_NUMBER;
        }
      else if (c == '}' || c == ']')
        most += 1 + 2 * --depth;
      else if (c == ':')
        most++;
      else if ((c == 'e' || c == 'E') && (g_ascii_isdigit (text[i - 1])))
        most += MORE_FOR_EXPONENT;
    }

  return most;
}
