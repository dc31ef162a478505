/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/model/trh-entity-edits.h"
#include "core/workspace/trh-workspace.h"

static const char season[] =
  "{\"format\":\"transhumance\",\"version\":1,\"id\":\"p\","
  "\"venues\":[{\"id\":\"v1\",\"name\":\"Salle des fêtes\"}],"
  "\"artists\":[{\"id\":\"a1\",\"name\":\"Camille Serre\",\"availability\":[{\"first-day\":\"2027-06-01\"}]},"
  "{\"id\":\"a2\",\"name\":\"Loup Plaine\"}],"
  "\"stays\":[{\"id\":\"s1\",\"artist\":\"a1\",\"venue\":\"v1\",\"first-day\":\"2027-06-07\",\"last-day\":\"2027-06-09\"},"
  "{\"id\":\"s2\",\"artist\":\"a1\"}]}";

typedef struct {
  TrhWorkspace *workspace;
  TrhProject   *project;
  char         *before;
} Fixture;

static char *
write_out (TrhProject *project)
{
  g_autoptr(GBytes) bytes = trh_project_to_bytes (project);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = g_bytes_new_static (season, strlen (season));

  fixture->project = trh_project_from_bytes (bytes, &error);
  g_assert_no_error (error);
  fixture->workspace = trh_workspace_new (fixture->project, NULL);
  fixture->before = write_out (fixture->project);
}

/* Whatever a test did, undoing it gives the season of the beginning. */
static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *after = NULL;

  trh_workspace_go_to (fixture->workspace, 0);
  after = write_out (fixture->project);
  g_assert_cmpstr (after, ==, fixture->before);
  trh_store_discard (trh_workspace_get_store (fixture->workspace));
  g_object_unref (fixture->workspace);
  g_object_unref (fixture->project);
  g_free (fixture->before);
}

static GPtrArray *
pick (Fixture *fixture, const char *ids)
{
  GPtrArray *entities = g_ptr_array_new ();
  g_auto(GStrv) words = g_strsplit (ids, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    g_ptr_array_add (entities, trh_project_find_any (fixture->project, words[i]));
  return entities;
}

static void
test_delete (Fixture *fixture, gconstpointer data)
{
  static const struct { const char *ids, *label, *sentence; } cases[] = {
    { "a1", "Delete Camille Serre", "Camille Serre and 2 stays deleted" },
    { "a2", "Delete Loup Plaine", "Loup Plaine deleted" },
    { "a1 a2", "Delete 2 artists", "2 artists and 2 stays deleted" },
    { "a1 s1", "Delete 2 objects", "2 objects and 1 stay deleted" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) entities = pick (fixture, cases[i].ids);
      g_autofree char *sentence = NULL;
      g_autoptr(TrhEdit) edit = trh_entity_edit_delete (fixture->project, entities, &sentence);

      g_assert_cmpstr (trh_edit_get_label (edit), ==, cases[i].label);
      g_assert_cmpstr (sentence, ==, cases[i].sentence);
    }
}

static void
test_duplicate (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GPtrArray) entities = pick (fixture, "a1");
  g_autofree char *id = NULL;
  g_autoptr(TrhEdit) edit = trh_entity_edit_duplicate (fixture->project, entities, &id);
  const TrhArtistRecord *copy;

  trh_workspace_perform (fixture->workspace, edit);
  copy = trh_project_find_record (fixture->project, TRH_ARTISTS, id);
  g_assert_cmpstr (copy->name, ==, "Camille Serre (copy)");
  g_assert_cmpuint (copy->availability->len, ==, 1);
  g_assert_cmpuint (trh_project_count (fixture->project, TRH_ARTISTS), ==, 3);
}

static void
test_set (Fixture *fixture, gconstpointer data)
{
  static const struct { const char *ids, *field; int value; const char *label, *error; } cases[] = {
    { "v1", "capacity", 80, "Change capacity of Salle des fêtes", NULL },
    { "a1 a2", "state", TRH_ARTIST_CHOSEN, "Change state of 2 artists", NULL },
    { "a1", "people", 0, NULL, "This value is not possible for “people”" },
    { "s1", "last-day", 20975, NULL, "This is before the first day, Monday 7 June 2027" },
  };
  g_auto(GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_INT);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) entities = pick (fixture, cases[i].ids);
      g_autoptr(GError) error = NULL;
      g_autoptr(TrhEdit) edit = NULL;

      g_value_set_int (&value, cases[i].value);
      edit = trh_entity_edit_set (fixture->project, entities, cases[i].field, &value, &error);
      g_assert_cmpstr (edit != NULL ? trh_edit_get_label (edit) : NULL, ==, cases[i].label);
      g_assert_cmpstr (error != NULL ? error->message : NULL, ==, cases[i].error);
      if (edit != NULL)
        trh_workspace_perform (fixture->workspace, edit);
    }
}

/* A stay keeps its nights when its arrival moves. */
static void
test_arrival (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GPtrArray) entities = pick (fixture, "s1");
  g_autoptr(TrhEdit) edit = NULL;
  g_auto(GValue) value = G_VALUE_INIT;
  const TrhStayRecord *stay;

  g_value_init (&value, G_TYPE_INT);
  g_value_set_int (&value, 20986); /* ten days later */
  edit = trh_entity_edit_set (fixture->project, entities, "first-day", &value, NULL);
  trh_workspace_perform (fixture->workspace, edit);
  stay = trh_project_find_record (fixture->project, TRH_STAYS, "s1");
  g_assert_cmpint (stay->last_day, ==, 20988);
}

static void
test_parts (Fixture *fixture, gconstpointer data)
{
  TrhEntity *artist = trh_project_find_any (fixture->project, "a1");
  const TrhArtistRecord *record;
  TrhWindowRecord *window = trh_record_new (&trh_window_schema, NULL);
  g_autoptr(TrhEdit) add = NULL;
  g_autoptr(TrhEdit) set = NULL;
  g_autoptr(TrhEdit) drop = NULL;
  g_auto(GValue) value = G_VALUE_INIT;

  window->absent = TRUE;
  add = trh_entity_edit_add_part (fixture->project, artist, "availability", window);
  g_assert_cmpstr (trh_edit_get_label (add), ==, "Change availability of Camille Serre");
  trh_workspace_perform (fixture->workspace, add);

  g_value_init (&value, G_TYPE_INT);
  g_value_set_int (&value, 20976);
  set = trh_entity_edit_set_part (fixture->project, artist, "availability", 1, "first-day", &value, NULL);
  trh_workspace_perform (fixture->workspace, set);
  record = trh_entity_peek_record (artist);
  g_assert_cmpuint (record->availability->len, ==, 2);
  g_assert_cmpint (((TrhWindowRecord *) record->availability->pdata[1])->first_day, ==, 20976);

  drop = trh_entity_edit_drop_part (fixture->project, artist, "availability", 0);
  trh_workspace_perform (fixture->workspace, drop);
  record = trh_entity_peek_record (artist);
  g_assert_cmpuint (record->availability->len, ==, 1);
  g_assert_true (((TrhWindowRecord *) record->availability->pdata[0])->absent);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/model/entity-edits/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("delete", test_delete);
  ADD ("duplicate", test_duplicate);
  ADD ("set", test_set);
  ADD ("arrival", test_arrival);
  ADD ("parts", test_parts);
#undef ADD

  return g_test_run ();
}
