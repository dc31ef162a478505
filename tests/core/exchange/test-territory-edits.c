/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/exchange/trh-territory-edits.h"
#include "core/workspace/trh-workspace.h"

#define SERRES  { 44.4292, 5.7147 }
#define SEDERON { 44.2030, 5.5360 }

static TrhTerritory *
load (void)
{
  g_autofree char *path = trh_territory_find_file ();
  g_autoptr(GError) error = NULL;
  TrhTerritory *territory = trh_territory_load (path, &error);

  g_assert_no_error (error);
  return territory;
}

static char *
write_out (TrhProject *project)
{
  g_autoptr(GBytes) bytes = trh_project_to_bytes (project);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* As in "Buëch disc, Ventoux hexagon | Serres Buëch, Séderon Ventoux | New venue 05166". */
static char *
describe (TrhProject *project)
{
  static const char *const markers[] = { "disc", "hexagon", "square", "diamond" };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < trh_project_count (project, TRH_VALLEYS); i++)
    {
      const TrhValleyRecord *valley = trh_project_peek_record (project, TRH_VALLEYS, i);

      g_string_append_printf (text, "%s%s %s", i > 0 ? ", " : "", valley->name, markers[valley->marker]);
    }
  g_string_append (text, " | ");
  for (guint i = 0; i < trh_project_count (project, TRH_COMMUNES); i++)
    {
      const TrhCommuneRecord *commune = trh_project_peek_record (project, TRH_COMMUNES, i);
      const TrhValleyRecord *valley = trh_project_find_record (project, TRH_VALLEYS, commune->valley_id);

      g_string_append_printf (text, "%s%s %s", i > 0 ? ", " : "", commune->name, valley->name);
    }
  g_string_append (text, " | ");
  for (guint i = 0; i < trh_project_count (project, TRH_VENUES); i++)
    {
      const TrhVenueRecord *venue = trh_project_peek_record (project, TRH_VENUES, i);

      g_string_append_printf (text, "%s%s %s", i > 0 ? ", " : "", venue->name, venue->commune_id);
    }

  return g_string_free (text, FALSE);
}

static void
test_communes (void)
{
  g_autoptr(TrhTerritory) territory = load ();
  g_autoptr(TrhProject) project = trh_project_new ();
  g_autoptr(TrhWorkspace) workspace = trh_workspace_new (project, NULL);
  g_autofree char *before = write_out (project);
  g_autofree char *after = NULL;
  g_autofree char *again = NULL;
  g_autoptr(GPtrArray) communes = g_ptr_array_new ();

  g_ptr_array_add (communes, (gpointer) trh_territory_find_commune (territory, "05166"));
  g_ptr_array_add (communes, (gpointer) trh_territory_find_commune (territory, "26340"));
  g_ptr_array_add (communes, (gpointer) trh_territory_find_commune (territory, "05166"));
  {
    g_autoptr(TrhEdit) edit = trh_territory_edit_add_communes (territory, project, communes);

    g_assert_cmpstr (trh_edit_get_label (edit), ==, "Add 2 communes");
    trh_workspace_perform (workspace, edit);
  }
  after = describe (project);
  g_assert_cmpstr (after, ==, "Buëch disc, Ventoux hexagon | Serres Buëch, Séderon Ventoux | ");
  {
    /* once more: nothing to add; and one of a valley that is there */
    g_autoptr(TrhEdit) none = trh_territory_edit_add_communes (territory, project, communes);
    g_autoptr(TrhEdit) edit = NULL;

    g_assert_true (trh_edit_is_empty (none));
    g_ptr_array_add (communes, (gpointer) trh_territory_find_commune (territory, "05126"));
    edit = trh_territory_edit_add_communes (territory, project, communes);
    g_assert_cmpstr (trh_edit_get_label (edit), ==, "Add Rosans");
    trh_workspace_perform (workspace, edit);
    g_assert_cmpuint (trh_project_count (project, TRH_VALLEYS), ==, 2);
    g_assert_cmpuint (trh_project_count (project, TRH_COMMUNES), ==, 3);
  }
  trh_workspace_go_to (workspace, 0);
  again = write_out (project);
  g_assert_cmpstr (again, ==, before);
  trh_store_discard (trh_workspace_get_store (workspace));
}

static void
test_venues (void)
{
  static const struct { TrhCoordinate at; const char *after; } cases[] = {
    { SERRES,           "Buëch disc | Serres Buëch | New venue 05166" },
    { { 44.431, 5.72 }, "Buëch disc | Serres Buëch | New venue 05166, New venue 05166" },
    { SEDERON,          "Buëch disc, Ventoux hexagon | Serres Buëch, Séderon Ventoux | "
                        "New venue 05166, New venue 05166, New venue 26340" },
    { { 48.85, 2.35 },  NULL }, /* Paris */
  };
  g_autoptr(TrhTerritory) territory = load ();
  g_autoptr(TrhProject) project = trh_project_new ();
  g_autoptr(TrhWorkspace) workspace = trh_workspace_new (project, NULL);
  g_autofree char *before = write_out (project);
  g_autofree char *again = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *id = NULL;
      g_autofree char *after = NULL;
      g_autoptr(GError) error = NULL;
      g_autoptr(TrhEdit) edit = trh_territory_edit_add_venue (territory, project, cases[i].at, &id, &error);

      if (cases[i].after == NULL)
        {
          g_assert_error (error, TRH_PLACE_ERROR, TRH_PLACE_ERROR_NOWHERE);
          continue;
        }
      g_assert_no_error (error);
      trh_workspace_perform (workspace, edit);
      after = describe (project);
      g_assert_cmpstr (after, ==, cases[i].after);
      g_assert_nonnull (trh_project_find (project, TRH_VENUES, id));
    }
  trh_workspace_go_to (workspace, 0);
  again = write_out (project);
  g_assert_cmpstr (again, ==, before);
  trh_store_discard (trh_workspace_get_store (workspace));
}

/* Without the bundled ground, the season's own communes are what there is. */
static void
test_without_territory (void)
{
  g_autoptr(TrhProject) project = trh_project_new ();
  g_autofree char *id = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_null (trh_territory_edit_add_venue (NULL, project, (TrhCoordinate) SERRES, &id, &error));
  g_assert_error (error, TRH_PLACE_ERROR, TRH_PLACE_ERROR_NOWHERE);
}

static void
test_move (void)
{
  g_autoptr(TrhTerritory) territory = load ();
  g_autoptr(TrhProject) project = trh_project_new ();
  g_autoptr(TrhWorkspace) workspace = trh_workspace_new (project, NULL);
  g_autofree char *id = NULL;
  g_autoptr(TrhEdit) add = trh_territory_edit_add_venue (territory, project, (TrhCoordinate) SERRES, &id, NULL);
  g_autoptr(TrhEdit) move = NULL;
  const TrhVenueRecord *venue;

  trh_workspace_perform (workspace, add);
  move = trh_territory_edit_move_venue (project, trh_project_find (project, TRH_VENUES, id),
                                        (TrhCoordinate) { 44.2000049, 5.5000051 });
  trh_workspace_perform (workspace, move);
  venue = trh_project_find_record (project, TRH_VENUES, id);
  g_assert_cmpfloat (venue->latitude_deg, ==, 44.2);
  g_assert_cmpfloat (venue->longitude_deg, ==, 5.50001);
  g_assert_cmpstr (venue->commune_id, ==, "05166");
  trh_workspace_undo (workspace);
  venue = trh_project_find_record (project, TRH_VENUES, id);
  g_assert_cmpfloat (venue->latitude_deg, ==, 44.4292);
  trh_store_discard (trh_workspace_get_store (workspace));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/territory-edits/communes", test_communes);
  g_test_add_func ("/exchange/territory-edits/venues", test_venues);
  g_test_add_func ("/exchange/territory-edits/without-territory", test_without_territory);
  g_test_add_func ("/exchange/territory-edits/move", test_move);

  return g_test_run ();
}
