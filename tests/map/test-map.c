/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <string.h>

#include "folders.h"
#include "map/trh-map-private.h"
#include "test-server.h"

typedef struct {
  gboolean    broken;
  GByteArray *png;    /* a real image: libshumate decodes it */
  TestServer *server;
  GtkWidget  *map;
  GtkWidget  *window;
} Fixture;

static cairo_status_t
append (void *png, const unsigned char *bytes, unsigned int n_bytes)
{
  g_byte_array_append (png, bytes, n_bytes);
  return CAIRO_STATUS_SUCCESS;
}

static GByteArray *
make_png (void)
{
  GByteArray *png = g_byte_array_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 256, 256);

  cairo_surface_write_to_png_stream (surface, append, png);
  cairo_surface_destroy (surface);

  return png;
}

static GBytes *
answer (const char *request, gpointer user_data)
{
  Fixture *fixture = user_data;
  g_autofree char *head = g_strdup_printf ("HTTP/1.1 200 OK\nContent-Type: image/png\nContent-Length: %u", fixture->png->len);

  if (fixture->broken)
    return test_reply ("HTTP/1.1 503 Busy\nContent-Length: 0", "", 0);
  return test_reply (head, fixture->png->data, fixture->png->len);
}

typedef gboolean (*Match) (GtkWidget *widget, gconstpointer data);

static GtkWidget *
find (GtkWidget *root, Match match, gconstpointer data)
{
  if (match (root, data))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, match, data);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
is_note (GtkWidget *widget, gconstpointer words)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
         strstr (gtk_label_get_label (GTK_LABEL (widget)), words) != NULL;
}

static gboolean
is_retry (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget) &&
         g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), "_Try Again") == 0;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->png = make_png ();
  fixture->server = test_server_new (answer, fixture);
  fixture->map = g_object_ref_sink (trh_map_new ());
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 600, 400);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->map);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  trh_map_set_tile_address (TRH_MAP (fixture->map), "");
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_finalize_object (fixture->map);
  test_server_free (fixture->server);
  g_byte_array_unref (fixture->png);
}

static void
wait_for (Fixture *fixture, Match match, const char *words, gboolean there)
{
  while ((find (fixture->map, match, words) != NULL) != there)
    g_main_context_iteration (NULL, TRUE);
}

/* Trouble is told in one line; a button tries again, and the line goes when images come. */
static void
test_trouble (Fixture *fixture, gconstpointer data)
{
  g_autofree char *address = test_server_uri (fixture->server, "/{z}/{x}/{y}.png");
  guint n_requests;

  wait_for (fixture, is_note, "no map images are set", TRUE);
  g_assert_null (find (fixture->map, is_retry, NULL));

  fixture->broken = TRUE;
  trh_map_set_tile_address (TRH_MAP (fixture->map), address);
  wait_for (fixture, is_note, "503", TRUE);
  wait_for (fixture, is_retry, NULL, TRUE);

  fixture->broken = FALSE;
  n_requests = test_server_get_n_requests (fixture->server);
  g_signal_emit_by_name (find (fixture->map, is_retry, NULL), "clicked");
  wait_for (fixture, is_note, "Simplified", FALSE);
  g_assert_cmpuint (test_server_get_n_requests (fixture->server), >, n_requests);
  wait_for (fixture, is_note, "OpenStreetMap", TRUE);
}

/* Only what is in view and one ring around it: 600 × 400 pixels are 4 × 3 tiles at most. */
static void
test_no_more_than_in_view (Fixture *fixture, gconstpointer data)
{
  g_autofree char *address = test_server_uri (fixture->server, "/again/{z}/{x}/{y}.png");

  wait_for (fixture, is_note, "Simplified", TRUE);
  trh_map_show_all (TRH_MAP (fixture->map));
  trh_map_set_tile_address (TRH_MAP (fixture->map), address);
  wait_for (fixture, is_note, "Simplified", FALSE);
  for (guint idle = 0; idle < 100 || test_server_get_n_requests (fixture->server) < 6;)
    idle = g_main_context_iteration (NULL, FALSE) ? 0 : idle + 1;
  g_assert_cmpuint (test_server_get_n_requests (fixture->server), <=, 6 * 5);
}

static void
add_commune (TrhEdit *edit, const char *id, double latitude_deg, double longitude_deg)
{
  TrhCommuneRecord *commune = trh_record_new (&trh_commune_schema, id);

  commune->latitude_deg = latitude_deg;
  commune->longitude_deg = longitude_deg;
  trh_edit_insert (edit, commune);
}

/* The whole territory is in sight, and nothing of it under the buttons or a message. */
static void
test_fit (Fixture *fixture, gconstpointer data)
{
  static const double villages[][2] = { { 44.43, 5.72 }, { 44.09, 5.41 }, { 44.39, 5.30 }, { 44.20, 5.83 } };
  g_autoptr(TrhProject) project = trh_project_new ();
  g_autoptr(TrhEdit) edit = trh_edit_new ("Add");
  TrhMap *map = TRH_MAP (fixture->map);
  g_autoptr(TrhEdit) inverse = NULL;
  TrhView view;

  for (guint i = 0; i < G_N_ELEMENTS (villages); i++)
    {
      g_autofree char *id = g_strdup_printf ("0500%u", i);

      add_commune (edit, id, villages[i][0], villages[i][1]);
    }
  inverse = trh_project_apply (project, edit);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  trh_map_set_project (map, project);
  while (trh_map_get_view (map).width <= 0)
    g_main_context_iteration (NULL, TRUE);
  trh_map_show_all (map);
  view = trh_map_get_view (map);
  for (guint i = 0; i < G_N_ELEMENTS (villages); i++)
    {
      double x, y;

      trh_view_place (&view, trh_point_from_degrees (villages[i][0], villages[i][1]), &x, &y);
      g_assert_cmpfloat (x, >=, 24);
      g_assert_cmpfloat (x, <=, view.width - TRH_MAP_BESIDE_CONTROLS - 24);
      g_assert_cmpfloat (y, >=, 24);
      g_assert_cmpfloat (y, <=, view.height - 80);
    }
  trh_map_set_project (map, NULL);
}

/* Where a place is on the map, from its left edge. */
static double
get_x (TrhMap *map, double latitude, double longitude)
{
  TrhView view = trh_map_get_view (map);
  double x, y;

  trh_view_place (&view, trh_point_from_degrees (latitude, longitude), &x, &y);
  return x;
}

static void
wait_for_width (TrhMap *map, int width)
{
  while (trh_map_get_view (map).width != width)
    g_main_context_iteration (NULL, TRUE);
}

/* What comes beside the map moves nothing on it but what it would cover, and gives that back. */
static void
test_holds_its_corner (Fixture *fixture, gconstpointer data)
{
  static const double west[] = { 44.43, 5.30 }, east[] = { 44.20, 5.83 };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), *beside = gtk_label_new (NULL);
  TrhMap *map = TRH_MAP (fixture->map);
  double west_x, east_x;
  int width;

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  g_object_ref (map);
  gtk_window_set_child (GTK_WINDOW (fixture->window), box);
  gtk_widget_set_hexpand (GTK_WIDGET (map), TRUE);
  gtk_widget_set_size_request (beside, 200, -1);
  gtk_widget_set_visible (beside, FALSE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (map));
  gtk_box_append (GTK_BOX (box), beside);
  g_object_unref (map);
  while (trh_map_get_view (map).width <= 0 || !map->fitted)
    g_main_context_iteration (NULL, TRUE);
  width = trh_map_get_view (map).width;
  map->root_changed_us -= G_USEC_PER_SEC; /* the window has long been that large */
  trh_map_centre_on (map, (west[0] + east[0]) / 2, (west[1] + east[1]) / 2, FALSE);
  west_x = get_x (map, west[0], west[1]);
  east_x = get_x (map, east[0], east[1]);
  g_assert_cmpfloat (east_x, >, width - 200 - TRH_MAP_BESIDE_CONTROLS); /* the test is about something */

  trh_map_select (map, "west");
  trh_map_reveal (map, west[0], west[1]);
  gtk_widget_set_visible (beside, TRUE);
  wait_for_width (map, width - 200);
  g_assert_cmpfloat_with_epsilon (get_x (map, west[0], west[1]), west_x, 0.01);
  gtk_widget_set_visible (beside, FALSE);
  wait_for_width (map, width);
  g_assert_cmpfloat_with_epsilon (get_x (map, west[0], west[1]), west_x, 0.01);

  trh_map_select (map, "east");
  trh_map_reveal (map, east[0], east[1]);
  gtk_widget_set_visible (beside, TRUE);
  wait_for_width (map, width - 200);
  g_assert_cmpfloat (get_x (map, east[0], east[1]), <=, width - 200 - TRH_MAP_BESIDE_CONTROLS);
  gtk_widget_set_visible (beside, FALSE);
  wait_for_width (map, width);
  g_assert_cmpfloat_with_epsilon (get_x (map, east[0], east[1]), east_x, 0.01);

  /* moved meanwhile, it stays where it was moved to */
  gtk_widget_set_visible (beside, TRUE);
  wait_for_width (map, width - 200);
  trh_map_centre_on (map, east[0], east[1], FALSE);
  gtk_widget_set_visible (beside, FALSE);
  wait_for_width (map, width);
  g_assert_cmpfloat_with_epsilon (get_x (map, east[0], east[1]), (width - 200) / 2., 0.01);
}

int
main (int argc, char *argv[])
{
  g_autofree char *cache = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  cache = g_dir_make_tmp ("trh-map-XXXXXX", NULL);
  g_setenv ("XDG_CACHE_HOME", cache, TRUE);
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP no display\n");
      folder_remove (cache);
      return 0;
    }
  adw_init ();

  g_test_add ("/map/map/fit", Fixture, NULL, set_up, test_fit, tear_down);
  g_test_add ("/map/map/holds-its-corner", Fixture, NULL, set_up, test_holds_its_corner, tear_down);
  g_test_add ("/map/map/trouble", Fixture, NULL, set_up, test_trouble, tear_down);
  g_test_add ("/map/map/no-more-than-in-view", Fixture, NULL, set_up, test_no_more_than_in_view, tear_down);

  status = g_test_run ();
  folder_remove (cache);

  return status;
}
