/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/base/trh-json.h"

#include <string.h>

#include "fuzz.h"

/* Whatever the scanner lets through, json-glib reads; it is written and read again alike, within the ceiling that was
 * foretold. Whatever it refuses has a message. */
int
LLVMFuzzerTestOneInput (const guint8 *data, size_t length)
{
  g_autoptr(GBytes) bytes = g_bytes_new (data, length);
  gsize mark = length >= 3 && memcmp (data, TRH_JSON_MARK, 3) == 0 ? 3 : 0;
  g_autoptr(GError) error = NULL;
  gboolean good = trh_json_scan ((const char *) data + mark, length - mark, &error);
  g_autoptr(JsonNode) node = trh_json_parse (bytes, NULL);
  g_autoptr(GString) written = g_string_new (NULL);
  g_autoptr(GString) again = g_string_new (NULL);
  g_autoptr(GBytes) copy = NULL;
  g_autoptr(JsonNode) back = NULL;
  guint line, column;

  g_assert_true (good == (node != NULL));
  if (!good)
    {
      g_assert_true (error != NULL && *error->message != '\0');
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return 0;
    }
  trh_json_append_node (written, node, 0);
  g_assert_cmpuint (written->len, <=, trh_json_get_most_bytes (bytes));
  copy = g_bytes_new (written->str, written->len);
  back = trh_json_parse (copy, &error);
  g_assert_no_error (error);
  g_assert_true (json_node_equal (node, back));
  trh_json_append_node (again, back, 0);
  g_assert_cmpstr (again->str, ==, written->str);
  trh_json_locate (bytes, "a[1].b", &line, &column);

  return 0;
}
