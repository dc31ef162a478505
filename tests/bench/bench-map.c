/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <math.h>
#include <shumate/shumate.h>
#include <stdio.h>
#include <stdlib.h>

#include "image-server.h"
#include "map/trh-map.h"
#include "measure.h"
#include "stress.h"

/* What one frame costs the processor while the map moves under a steady hand: the stress project's 900 communes,
 * 2,000 venues and the ways of 2,000 artists, without map images and with images that come from a server while the
 * hand moves. Time of this thread from the end of one frame to the end of the next, so that an image taken in between
 * counts: layout, drawing and cairo, without the X server and without the workers. */

#define FRAMES   120
#define WARM_UP  15
#define STEP_PX  7 /* 420 a second: a quick hand */
#define MOST_MS  10.0

typedef struct {
  const char *name;
  double      zoom;
  gboolean    routes;
  gboolean    images;
} Course;

static const Course courses[] = {
  { "map, all, ways hidden", 9, FALSE, FALSE },
  { "map, all, ways shown", 9, TRUE, FALSE },
  { "map, valley, ways shown", 11, TRUE, FALSE },
  { "map, village, ways shown", 14, TRUE, FALSE },
  { "map, valley, images", 11, TRUE, TRUE },
  { "map, village, images", 14, TRUE, TRUE },
};

typedef struct {
  TrhMap     *map;
  ShumateMap *inner;
  GMainLoop  *loop;
  guint       course;
  int         frame; /* counts up once the ground is drawn */
  int         direction;
  char       *images; /* address of the server's images */
  double      ended_ms; /* of the frame before */
  GArray     *costs_ms; /* double */
  gboolean    good;
} Bench;

static GtkWidget *
find_inner (GtkWidget *widget)
{
  if (SHUMATE_IS_MAP (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_inner (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
begin_course (Bench *bench)
{
  const Course *course = &courses[bench->course];

  bench->frame = 0;
  bench->direction = 1;
  trh_map_show_routes (bench->map, course->routes, "");
  trh_map_set_tile_address (bench->map, course->images ? bench->images : "");
  shumate_viewport_set_zoom_level (shumate_map_get_viewport (bench->inner), course->zoom);
  shumate_location_set_location (SHUMATE_LOCATION (shumate_map_get_viewport (bench->inner)), 44.4, 5.6);
}

static gboolean
move (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  Bench *bench = user_data;
  ShumateViewport *viewport = shumate_map_get_viewport (bench->inner);
  double degrees = STEP_PX * 360 / (256 * exp2 (shumate_viewport_get_zoom_level (viewport)));

  if (bench->frame > 0 || trh_map_is_drawn (bench->map))
    shumate_location_set_location (SHUMATE_LOCATION (viewport), shumate_location_get_latitude (SHUMATE_LOCATION (viewport)),
                                   shumate_location_get_longitude (SHUMATE_LOCATION (viewport)) + bench->direction * degrees);
  return G_SOURCE_CONTINUE;
}

static void
on_after_paint (GdkFrameClock *clock, Bench *bench)
{
  double now_ms = measure_thread_ms (), cost_ms = now_ms - bench->ended_ms;

  bench->ended_ms = now_ms;
  if (bench->frame == 0 && !trh_map_is_drawn (bench->map))
    return;
  if (bench->frame++ >= WARM_UP)
    g_array_append_val (bench->costs_ms, cost_ms);
  if (bench->frame % 60 == 0)
    bench->direction = -bench->direction;
  if (bench->costs_ms->len < FRAMES)
    return;

  bench->good = measure_tell (courses[bench->course].name, bench->costs_ms, 50, MOST_MS) && bench->good;
  g_array_set_size (bench->costs_ms, 0);
  if (++bench->course == G_N_ELEMENTS (courses))
    g_main_loop_quit (bench->loop);
  else
    begin_course (bench);
}

int
main (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("TRH_SEEDS"), "territory.json", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(TrhTerritory) territory = NULL;
  g_autoptr(TrhProject) project = NULL;
  g_autoptr(GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr(ImageServer) server = image_server_new ();
  g_autoptr(GArray) costs_ms = g_array_new (FALSE, FALSE, sizeof (double));
  Bench bench = { .good = TRUE, .loop = loop, .images = server->address, .costs_ms = costs_ms };
  GtkWidget *window;
  GdkFrameClock *clock;
  double begun_ms;

  if (!gtk_init_check ())
    {
      printf ("no display: not measured\n");
      return 77;
    }
  adw_init ();
  territory = trh_territory_load (path, &error);
  if (territory == NULL)
    g_error ("%s", error->message);
  project = trh_stress_new (TRH_STRESS_SEED);

  begun_ms = measure_thread_ms ();
  bench.map = TRH_MAP (trh_map_new ());
  trh_map_set_tile_address (bench.map, "");
  trh_map_set_territory (bench.map, territory);
  trh_map_set_project (bench.map, project);
  printf ("map: the stress project taken in within %.1f ms\n", measure_thread_ms () - begun_ms);

  window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (bench.map));
  gtk_window_present (GTK_WINDOW (window));
  bench.inner = SHUMATE_MAP (find_inner (GTK_WIDGET (bench.map)));
  begin_course (&bench);

  clock = gtk_widget_get_frame_clock (window);
  g_signal_connect_after (clock, "after-paint", G_CALLBACK (on_after_paint), &bench);
  gtk_widget_add_tick_callback (window, move, &bench, NULL);
  g_main_loop_run (loop);
  gtk_window_destroy (GTK_WINDOW (window));

  return bench.good ? EXIT_SUCCESS : EXIT_FAILURE;
}
