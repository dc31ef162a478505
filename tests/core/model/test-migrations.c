/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/model/trh-migrations.h"

#include "core/base/trh-file.h"
#include "core/base/trh-json.h"
#include "core/base/trh-limits.h"
#include "core/model/trh-project-private.h"

/* A chain that only this test knows. Version 0 had the title of the season as “name”, version 1
 * called the first day of a stay its arrival; version 2 is what the program reads today. */
static JsonNode *
name_becomes_season (JsonNode *document, GError **error)
{
  JsonObject *root = trh_migration_copy (json_node_get_object (document));
  JsonObject *season = json_object_new ();
  JsonNode *name = json_object_get_member (root, "name");

  if (name == NULL || json_node_get_value_type (name) != G_TYPE_STRING)
    {
      trh_data_error_set (error, TRH_DATA_ERROR_INVALID, "name", "the season has no name");
      json_object_unref (root);
      json_object_unref (season);
      return NULL;
    }
  json_object_set_string_member (season, "title", json_node_get_string (name));
  json_object_set_object_member (root, "season", season);
  json_object_remove_member (root, "name");
  return trh_migration_wrap (root);
}

static JsonNode *
arrival_becomes_first_day (JsonNode *document, GError **error)
{
  JsonObject *root = trh_migration_copy (json_node_get_object (document));
  JsonArray *before = json_object_has_member (root, "stays") ? json_object_get_array_member (root, "stays") : NULL;
  JsonArray *after = json_array_new ();

  for (guint i = 0; before != NULL && i < json_array_get_length (before); i++)
    {
      JsonObject *stay = trh_migration_copy (json_array_get_object_element (before, i));

      if (json_object_has_member (stay, "arrival"))
        {
          json_object_set_member (stay, "first-day", json_node_copy (json_object_get_member (stay, "arrival")));
          json_object_remove_member (stay, "arrival");
        }
      json_array_add_object_element (after, stay);
    }
  json_object_set_array_member (root, "stays", after);
  return trh_migration_wrap (root);
}

static const TrhMigration steps[] = { { 0, name_becomes_season }, { 1, arrival_becomes_first_day } };
static const TrhMigrations chain = { 2, steps, G_N_ELEMENTS (steps) };

static char *
climb (const char *text, int version, GError **error)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr(JsonNode) document = trh_json_parse (bytes, NULL);
  g_autoptr(GString) before = g_string_new (NULL);
  g_autoptr(GString) after = g_string_new (NULL);
  g_autoptr(GString) written = g_string_new (NULL);
  g_autoptr(JsonNode) climbed = NULL;

  trh_json_append_node (before, document, 0);
  climbed = trh_migrations_climb (&chain, document, version, error);
  trh_json_append_node (after, document, 0);
  g_assert_cmpstr (after->str, ==, before->str); /* a step is pure */
  if (climbed == NULL)
    return NULL;

  trh_json_append_node (written, climbed, 0);
  return g_string_free (g_steal_pointer (&written), FALSE);
}

static void
test_steps (void)
{
  static const struct { int version; const char *before, *after; } cases[] = {
    { 0, "{\"name\":\"Été\",\"stays\":[{\"id\":\"s\",\"arrival\":\"2027-06-01\",\"x\":1}]}",
      "{\n  \"stays\": [\n    {\n      \"id\": \"s\",\n      \"x\": 1,\n      \"first-day\": \"2027-06-01\"\n    }\n  ],\n"
      "  \"season\": {\n    \"title\": \"Été\"\n  }\n}" },
    { 1, "{\"name\":7,\"stays\":[{\"arrival\":\"d\"}]}",
      "{\n  \"name\": 7,\n  \"stays\": [\n    {\n      \"first-day\": \"d\"\n    }\n  ]\n}" },
    { 2, "{\"name\":7,\"stays\":[{\"arrival\":\"d\"}]}",
      "{\n  \"name\": 7,\n  \"stays\": [\n    {\n      \"arrival\": \"d\"\n    }\n  ]\n}" },
    { 3, "{\"name\":7}", "{\n  \"name\": 7\n}" },
    { 0, "{\"name\":7}", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *after = climb (cases[i].before, cases[i].version, &error);

      g_assert_cmpstr (after, ==, cases[i].after);
      if (after == NULL)
        g_assert_cmpstr (error->message, ==, "name: the season has no name");
    }
}

/* The reader of projects takes the steps that a file needs, and no others. */
static void
test_reader (void)
{
  static const struct { int version; const char *rest, *title, *message; } cases[] = {
    { 0, "\"name\":\"Été\",\"stays\":[{\"id\":\"s\",\"arrival\":\"2027-06-01\"}]", "Été", NULL },
    { 1, "\"season\":{\"title\":\"Une\"},\"stays\":[{\"id\":\"s\",\"arrival\":\"2027-06-01\"}]", "Une", NULL },
    { 2, "\"season\":{\"title\":\"Deux\"},\"stays\":[{\"id\":\"s\",\"first-day\":\"2027-06-01\"}]", "Deux", NULL },
    { 0, "\"stays\":[]", NULL, "line 1, column 1, name: the season has no name" },
    /* what a migration made stands on no line of the file */
    { 1, "\"stays\":[{\"id\":\"s\",\"arrival\":\"2027-06-31\"}]", NULL, "stays[0].first-day: 2027-06-31 is not a day" },
    { -1, "\"stays\":[]", NULL, "line 1, column 36, version: a whole number from 0 is expected" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text =
        g_strdup_printf ("{\"format\":\"transhumance\",\"version\":%d,\"id\":\"p\",%s}", cases[i].version, cases[i].rest);
      g_autoptr(GBytes) bytes = g_bytes_new_static (text, strlen (text));
      g_autoptr(GError) error = NULL;
      g_autoptr(TrhProject) project = trh_project_read (bytes, &chain, &error);

      if (cases[i].message != NULL)
        {
          g_assert_cmpstr (error->message, ==, cases[i].message);
          continue;
        }
      g_assert_no_error (error);
      g_assert_cmpint (trh_project_get_file_version (project), ==, cases[i].version);
      g_assert_cmpstr (trh_project_peek_season (project)->title, ==, cases[i].title);
      g_assert_cmpint (((const TrhStayRecord *) trh_project_peek_record (project, TRH_STAYS, 0))->first_day, >, 0);
    }
}

static GBytes *
load (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "versions", name, NULL);
  g_autoptr(GError) error = NULL;
  GBytes *bytes = trh_file_load (path, TRH_MAX_PROJECT, &error);

  g_assert_no_error (error);
  return bytes;
}

/* There is a file of every version that was ever written, and it opens to be worked on. */
static void
test_kept_files (void)
{
  for (int version = trh_migrations_get_oldest (&trh_project_migrations); version <= TRH_PROJECT_VERSION; version++)
    {
      g_autofree char *name = g_strdup_printf ("version-%d.transhumance", version);
      g_autofree char *expected_name =
        g_strdup_printf ("version-%d.%s", version, version < TRH_PROJECT_VERSION ? "expected" : "transhumance");
      g_autoptr(GBytes) kept = load (name);
      g_autoptr(GBytes) expected = load (expected_name);
      g_autoptr(GError) error = NULL;
      g_autoptr(TrhProject) project = trh_project_from_bytes (kept, &error);
      g_autoptr(GBytes) written = NULL;

      g_assert_no_error (error);
      g_assert_false (trh_project_is_read_only (project));
      for (guint i = 0; i < TRH_N_COLLECTIONS; i++)
        g_assert_cmpuint (trh_project_count (project, i), >, 0);
      written = trh_project_to_bytes (project);
      g_assert_cmpmem (g_bytes_get_data (written, NULL), g_bytes_get_size (written),
                       g_bytes_get_data (expected, NULL), g_bytes_get_size (expected));
    }
}

static void
test_later_versions (void)
{
  static const char text[] = "{\"format\":\"transhumance\",\"version\":2,\"id\":\"p\",\"season\":{\"title\":\"T\",\"later\":[1]}}";
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, sizeof text - 1);
  g_autoptr(GError) error = NULL;
  g_autoptr(TrhProject) project = trh_project_from_bytes (bytes, &error);
  g_autoptr(GBytes) written = NULL;

  g_assert_no_error (error);
  g_assert_true (trh_project_is_read_only (project));
  g_assert_cmpint (trh_project_get_file_version (project), ==, 2);
  /* should it be written all the same, it is not told to be of our version */
  written = trh_project_to_bytes (project);
  g_assert_nonnull (strstr (g_bytes_get_data (written, NULL), "\"version\": 2,"));
  g_assert_nonnull (strstr (g_bytes_get_data (written, NULL), "\"later\""));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/migrations/steps", test_steps);
  g_test_add_func ("/model/migrations/reader", test_reader);
  g_test_add_func ("/model/migrations/kept-files", test_kept_files);
  g_test_add_func ("/model/migrations/later-versions", test_later_versions);

  return g_test_run ();
}
