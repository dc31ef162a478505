/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/workspace/trh-workspace.h"

static char *
write_out (TrhProject *project)
{
  g_autoptr(GBytes) bytes = trh_project_to_bytes (project);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static TrhProject *
read_in (const char *text, GError **error)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return trh_project_from_bytes (bytes, error);
}

static void
test_inverse (void)
{
  static const char text[] =
    "{\n  \"format\": \"transhumance\",\n  \"version\": 1,\n  \"id\": \"p\",\n"
    "  \"season\": {\n    \"title\": \"Saison 2027\",\n    \"first-day\": \"2027-06-01\"\n  },\n"
    "  \"stays\": [\n    {\n      \"id\": \"s1\",\n      \"artist\": \"a1\",\n      \"first-day\": \"2027-06-07\",\n"
    "      \"last-day\": \"2027-06-09\",\n      \"state\": \"approved\",\n"
    "      \"later\": [\n        1,\n        2.5\n      ]\n    }\n  ],\n"
    "  \"future\": {\n    \"x\": null\n  }\n}\n";
  g_autoptr(GError) error = NULL;
  g_autoptr(TrhProject) project = read_in (text, &error);
  g_autoptr(GPtrArray) dangling = NULL;
  g_autofree char *again = NULL;

  g_assert_no_error (error);
  again = write_out (project);
  g_assert_cmpstr (again, ==, text);

  dangling = trh_project_find_dangling (project);
  g_assert_cmpuint (dangling->len, ==, 1);
  g_assert_cmpstr (((TrhDangling *) dangling->pdata[0])->path, ==, "stays[0].artist");
}

static void
test_places (void)
{
  static const struct { const char *json, *message; } cases[] = {
    { "\"stays\":[{\"id\":\"a\",\"last-day\":\"2027-06-31\"}]", "stays[0].last-day: 2027-06-31 is not a day" },
    { "\"stays\":[{\"last-day\":\"2027-06-30\"}]", "stays[0].id: an identifier is missing" },
    { "\"stays\":{}", "stays: a list is expected" },
    { "\"artists\":[{\"id\":\"a\",\"people\":0}]", "artists[0].people: 0 is not between 1 and 200" },
    { "\"artists\":[{\"id\":\"a\",\"people\":\"two\"}]", "artists[0].people: a text is not expected here" },
    { "\"artists\":[{\"id\":\"a\"},{\"id\":\"a\"}]", "artists[1].id: “a” is already used in “artists”" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("{\"format\":\"transhumance\",\"version\":1,\"id\":\"p\",%s}", cases[i].json);
      g_autoptr(GError) error = NULL;

      g_assert_null (read_in (text, &error));
      g_assert_cmpstr (error->message, ==, cases[i].message);
    }
}

static void
test_edits_are_undone (void)
{
  g_autoptr(TrhProject) project = trh_project_new ();
  g_autoptr(TrhWorkspace) workspace = trh_workspace_new (project, NULL);
  g_autofree char *before = write_out (project);
  g_autofree char *filled = NULL;
  g_autofree char *after = NULL;

  {
    g_autoptr(TrhEdit) edit = trh_edit_new ("Add");
    TrhArtistRecord *artist = trh_record_new (&trh_artist_schema, "a1");
    TrhStayRecord *stay = trh_record_new (&trh_stay_schema, "s1");
    TrhSeasonRecord *season = trh_edit_change (edit, trh_project_get_season (project));

    trh_record_set_text (&artist->name, "Camille");
    trh_record_set_text (&stay->artist_id, "a1");
    trh_record_set_text (&season->title, "2027");
    trh_edit_insert (edit, artist);
    trh_edit_insert (edit, stay);
    trh_workspace_perform (workspace, edit);
  }
  filled = write_out (project);
  {
    g_autoptr(GPtrArray) gone = g_ptr_array_new ();
    g_autoptr(TrhEdit) edit = NULL;

    g_ptr_array_add (gone, trh_project_find (project, TRH_ARTISTS, "a1"));
    edit = trh_project_edit_remove (project, gone, "Remove");
    trh_workspace_perform (workspace, edit);
  }
  g_assert_cmpuint (trh_project_count (project, TRH_STAYS), ==, 0);
  g_assert_cmpstr (trh_history_get_undo_label (trh_workspace_get_history (workspace)), ==, "Remove");

  trh_workspace_undo (workspace);
  after = write_out (project);
  g_assert_cmpstr (after, ==, filled);
  trh_workspace_redo (workspace);
  trh_workspace_go_to (workspace, 0);
  g_clear_pointer (&after, g_free);
  after = write_out (project);
  g_assert_cmpstr (after, ==, before);
  trh_store_discard (trh_workspace_get_store (workspace));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/project/inverse", test_inverse);
  g_test_add_func ("/model/project/places", test_places);
  g_test_add_func ("/model/project/edits-are-undone", test_edits_are_undone);

  return g_test_run ();
}
