/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/base/trh-json.h"

#include <glib/gi18n.h>
#include <string.h>

/**
 * trh_json_parse:
 * @bytes: what came from outside; a UTF-8 byte order mark is skipped
 * @error: return location for a #TrhDataError
 *
 * The only way by which bytes become JSON nodes here.
 *
 * Returns: (transfer full): the root, or %NULL with @error set
 */
JsonNode *
trh_json_parse (GBytes *bytes, GError **error)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  g_autoptr(JsonParser) parser = NULL;
  g_autoptr(GError) cause = NULL;

  if (length >= 3 && memcmp (text, TRH_JSON_MARK, 3) == 0)
    {
      text += 3;
      length -= 3;
    }
  if (length == 0 || !trh_json_scan (text, length, error))
    {
      if (length == 0)
        g_set_error_literal (error, TRH_DATA_ERROR, TRH_DATA_ERROR_SYNTAX, _("the file is empty"));
      return NULL;
    }

  parser = json_parser_new_immutable ();
  if (!json_parser_load_from_data (parser, text, (gssize) length, &cause) || json_parser_get_root (parser) == NULL)
    {
      g_set_error (error, TRH_DATA_ERROR, TRH_DATA_ERROR_SYNTAX, "%s",
                   cause != NULL ? cause->message : _("the file is empty"));
      return NULL;
    }

  return json_parser_steal_root (parser);
}

/**
 * trh_json_place_error:
 * @bytes: what trh_json_parse() has read
 * @error: (inout) (nullable): what a reader of the nodes found wrong with them
 *
 * Puts line and column in front of an error that knows its path: what the eye needs in an
 * editor. Other errors are left alone.
 */
void
trh_json_place_error (GBytes *bytes, GError **error)
{
  const char *path = error != NULL ? trh_data_error_get_path (*error) : NULL;
  g_autofree char *message = NULL;
  guint line, column;

  if (path == NULL)
    return;
  trh_json_locate (bytes, path, &line, &column);
  message = g_steal_pointer (&(*error)->message);
  /* Translators: a place in a file, then its path and what is wrong there */
  (*error)->message = g_strdup_printf (_("line %1$u, column %2$u, %3$s"), line, column, message);
}
