/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/workspace/trh-workspace.h"

#include "core/base/trh-limits.h"

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
    { "\"stays\":[\n{\"id\":\"a\",\n \"last-day\":\"2027-06-31\"}]", "line 3, column 13, stays[0].last-day: 2027-06-31 is not a day" },
    { "\"stays\":[{\"last-day\":\"2027-06-30\"}]", "line 1, column 56, stays[0].id: an identifier is missing" },
    { "\"stays\":\n{}", "line 2, column 1, stays: a list is expected" },
    { "\"artists\":[{\"id\":\"a\",\"people\":0}]", "line 1, column 77, artists[0].people: 0 is not between 1 and 200" },
    { "\"artists\":[{\"id\":\"é\"}]", "line 1, column 64, artists[0].id: “é” cannot be the identifier of an object" },
    { "\"artists\":[{\"id\":\"a\",\"people\":\"two\"}]", "line 1, column 77, artists[0].people: a text is not expected here" },
    { "\"artists\":[{\"id\":\"a\"},\n{\"id\":\"a\"}]", "line 2, column 7, artists[1].id: “a” is already used in “artists”" },
    { "\"communes\":[{\"insee\":\"26340\"}],\n\"stays\":[{\"id\":\"26340\"}]",
      "line 2, column 16, stays[0].id: “26340” is already used in “communes”" },
    /* it would stand for the season itself, whose edits would go nowhere */
    { "\"stays\":[{\"id\":\"season\"}]", "line 1, column 62, stays[0].id: “season” is already used in “season”" },
    { "\"stays\":[{\"id\":\"a\",\"later\":[0,tru]}]", "line 1, column 77, stays[0].later[1]: a value is expected here" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("{\"format\":\"transhumance\",\"version\":1,\"id\":\"p\",%s}", cases[i].json);
      g_autoptr(GError) error = NULL;

      g_assert_null (read_in (text, &error));
      g_assert_cmpstr (error->message, ==, cases[i].message);
    }
}

/* Names that all have one g_str_hash(): "Ez" and "FY" weigh the same in it. */
static char *
collide (guint number)
{
  GString *name = g_string_new (NULL);

  for (guint bit = 0; bit < 17; bit++)
    g_string_append (name, number >> bit & 1 ? "Ez" : "FY");
  return g_string_free (name, FALSE);
}

/* A file of 4 MB whose identifiers collide in the usual tables: minutes of work, when they are used. */
static void
test_chosen_identifiers_do_not_slow_down (void)
{
  g_autoptr(GString) text = g_string_new ("{\"format\":\"transhumance\",\"version\":1,\"id\":\"p\",\"stays\":[");
  g_autoptr(GError) error = NULL;
  g_autoptr(TrhProject) project = NULL;

  for (guint i = 0; i < TRH_MAX_RECORDS; i++)
    {
      g_autofree char *id = collide (i);

      g_string_append_printf (text, "%s{\"id\":\"%s\"}", i > 0 ? "," : "", id);
    }
  g_string_append (text, "]}");
  project = read_in (text->str, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (trh_project_count (project, TRH_STAYS), ==, TRH_MAX_RECORDS);
}

/* What is taken can be written and taken again, however much it grows by spaces and ends of lines. */
static void
test_growth (void)
{
  static const struct { guint levels, numbers; gboolean good; } cases[] = {
    { 1, 100000, TRUE }, { 60, 1000, TRUE }, { 60, 220000, TRUE }, { 60, 280000, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GString) text = g_string_new ("{\"format\":\"transhumance\",\"version\":1,\"id\":\"p\",\"x\":");
      g_autoptr(GError) error = NULL;
      g_autoptr(TrhProject) project = NULL;

      for (guint j = 0; j < cases[i].levels; j++)
        g_string_append_c (text, '[');
      for (guint j = 0; j < cases[i].numbers; j++)
        g_string_append (text, j > 0 ? ",0" : "0");
      for (guint j = 0; j < cases[i].levels; j++)
        g_string_append_c (text, ']');
      g_string_append_c (text, '}');

      project = read_in (text->str, &error);
      if (cases[i].good)
        {
          g_autoptr(GBytes) written = trh_project_to_bytes (project);

          g_assert_true (trh_project_check_bytes (written, &error));
          g_assert_no_error (error);
        }
      else
        g_assert_error (error, TRH_DATA_ERROR, TRH_DATA_ERROR_TOO_LARGE);
    }
}

/* An outline is longer than any line; a season that grew beyond its ceiling says so before it is written. */
static void
test_long_texts (void)
{
  g_autoptr(TrhProject) project = trh_project_new ();
  g_autofree char *outline = g_strnfill (TRH_MAX_OUTLINE, 'o');
  gboolean fits = TRUE;

  for (guint i = 0; fits; i++)
    {
      g_autoptr(TrhEdit) edit = trh_edit_new ("Add");
      g_autofree char *insee = g_strdup_printf ("%05u", i);
      TrhCommuneRecord *commune = trh_record_new (&trh_commune_schema, insee);
      g_autoptr(TrhEdit) inverse = NULL;
      g_autoptr(GBytes) bytes = NULL;
      g_autoptr(GError) error = NULL;

      for (guint j = 0; j < 20; j++)
        trh_record_add_text (&commune->outline, outline);
      trh_edit_insert (edit, commune);
      inverse = trh_project_apply (project, edit);
      bytes = trh_project_to_bytes (project);
      fits = trh_project_check_bytes (bytes, &error);
      g_assert_true (fits == (g_bytes_get_size (bytes) <= TRH_MAX_PROJECT));
      if (fits && i == 0)
        {
          g_autoptr(TrhProject) again = trh_project_from_bytes (bytes, &error);

          g_assert_no_error (error);
          g_assert_cmpuint (trh_project_count (again, TRH_COMMUNES), ==, i + 1);
        }
      else if (!fits)
        g_assert_error (error, TRH_DATA_ERROR, TRH_DATA_ERROR_TOO_LARGE);
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

  g_test_add_func ("/model/project/chosen-identifiers", test_chosen_identifiers_do_not_slow_down);
  g_test_add_func ("/model/project/growth", test_growth);
  g_test_add_func ("/model/project/long-texts", test_long_texts);
  g_test_add_func ("/model/project/inverse", test_inverse);
  g_test_add_func ("/model/project/places", test_places);
  g_test_add_func ("/model/project/edits-are-undone", test_edits_are_undone);

  return g_test_run ();
}
