/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/trh-settings.h"

#include <string.h>

#include "core/base/trh-limits.h"

#define KEY "tile-credit"

/* A file of settings is one that others may have written: what is too long or no line is not there. */
static void
test_lines (void)
{
  static const struct { const char *value; gboolean taken; } cases[] = {
    { "", TRUE },
    { "© les contributrices et contributeurs d’OpenStreetMap", TRUE },
    { "two\nlines", FALSE },
    { "a bell\a", FALSE },
    { "\x7f", FALSE },
  };
  g_autoptr(GSettings) settings = trh_settings_new ();
  g_autofree char *most = g_strnfill (TRH_MAX_LINE, 'x');
  g_autofree char *more = g_strnfill (TRH_MAX_LINE + 1, 'x');
  g_autofree char *taken = NULL;
  g_autofree char *refused = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *line = NULL;

      g_assert_true (g_settings_set_string (settings, KEY, cases[i].value));
      line = trh_settings_get_line (settings, KEY);
      g_assert_cmpstr (line, ==, cases[i].taken ? cases[i].value : "");
    }
  g_settings_set_string (settings, KEY, most);
  taken = trh_settings_get_line (settings, KEY);
  g_assert_cmpstr (taken, ==, most);
  g_settings_set_string (settings, KEY, more);
  refused = trh_settings_get_line (settings, KEY);
  g_assert_cmpstr (refused, ==, "");
  g_settings_reset (settings, KEY);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Everything else is held by the schema: choices, ranges and types. */
static void
test_only_lines_are_free (void)
{
  g_autoptr(GSettings) settings = trh_settings_new ();
  g_autoptr(GSettingsSchema) schema = NULL;
  g_auto(GStrv) keys = NULL;
  g_autoptr(GPtrArray) free_keys = g_ptr_array_new ();
  g_autofree char *all = NULL;

  g_object_get (settings, "settings-schema", &schema, NULL);
  keys = g_settings_schema_list_keys (schema);
  for (guint i = 0; keys[i] != NULL; i++)
    {
      g_autoptr(GSettingsSchemaKey) key = g_settings_schema_get_key (schema, keys[i]);
      g_autoptr(GVariant) range = g_settings_schema_key_get_range (key);
      const char *kind;

      g_variant_get (range, "(&sv)", &kind, NULL);
      if (g_str_equal (kind, "type") && !g_variant_type_equal (g_settings_schema_key_get_value_type (key), G_VARIANT_TYPE_BOOLEAN))
        g_ptr_array_add (free_keys, keys[i]);
    }
  g_ptr_array_sort (free_keys, compare);
  g_ptr_array_add (free_keys, NULL);
  all = g_strjoinv (" ", (char **) free_keys->pdata);
  g_assert_cmpstr (all, ==, "screen-card-widths tile-address tile-credit");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/settings/lines", test_lines);
  g_test_add_func ("/app/settings/only-lines-are-free", test_only_lines_are_free);

  return g_test_run ();
}
