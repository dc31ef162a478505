/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <stdio.h>

#include "core/model/trh-artist.h"
#include "core/model/trh-encounter.h"
#include "core/model/trh-stay.h"
#include "measure.h"
#include "stress.h"
#include "widgets/trh-timeline.h"

/* What one frame costs the processor while the stress season scrolls: 2,000 lanes, 3,000 stays, 10,000 encounters.
 * Time of this thread between "before-paint" and "after-paint": layout, drawing and cairo, without the X server. */

#define FRAMES   120
#define WARM_UP  15
#define MOST_MS  5.0

typedef struct {
  const char      *name;
  TrhTimelineScale scale;
  double           dx, dy;
} Course;

static const Course courses[] = {
  { "timeline, season, down", TRH_SCALE_SEASON, 0, 23 },
  { "timeline, season, across", TRH_SCALE_SEASON, 3, 0 },
  { "timeline, week, down", TRH_SCALE_WEEK,   0, 23 },
  { "timeline, week, across", TRH_SCALE_WEEK,   17, 0 },
  { "timeline, day, across", TRH_SCALE_DAY,    29, 0 },
};

typedef struct {
  TrhTimeline   *timeline;
  GtkAdjustment *adjustments[2];
  GMainLoop     *loop;
  guint          course;
  int            frame;
  double         begun_ms;
  GArray        *costs_ms; /* double */
  gboolean       good;
} Bench;

static void
fill (TrhTimeline *timeline, TrhProject *project)
{
  GPtrArray *lanes = g_ptr_array_new ();
  const TrhSeasonRecord *season = trh_project_peek_season (project);

  for (guint i = 0; i < trh_project_count (project, TRH_ARTISTS); i++)
    {
      const TrhArtistRecord *artist = trh_project_peek_record (project, TRH_ARTISTS, i);
      TrhLane *lane = trh_lane_new (artist->base.id, artist->name, artist->discipline, artist->name);

      trh_lane_add_shade (lane, season->first_day, season->first_day + 20, TRH_SHADE_ABSENT);
      g_ptr_array_add (lanes, lane);
    }
  trh_timeline_set_lanes (timeline, lanes);
  for (guint i = 0; i < trh_project_count (project, TRH_STAYS); i++)
    {
      const TrhStayRecord *stay = trh_project_peek_record (project, TRH_STAYS, i);
      GPtrArray *bars = g_ptr_array_new ();
      TrhBar *bar = trh_bar_new (stay->base.id, stay->artist_id, TRH_BAR_STAY,
                                 stay->first_day * TRH_DAY_MIN, stay->last_day * TRH_DAY_MIN);

      g_free (bar->label);
      bar->label = g_strdup ("Lus-la-Croix-Haute");
      bar->state = i % 5;
      bar->marker = i % 2;
      bar->colour = 0x1f6fb2;
      bar->n_alerts = i % 7 == 0 ? 2 : 0;
      bar->road = g_strdup ("≈ 24 min");
      g_ptr_array_add (bars, bar);
      trh_timeline_replace (timeline, stay->base.id, bars);
    }
  for (guint i = 0; i < trh_project_count (project, TRH_ENCOUNTERS); i++)
    {
      const TrhEncounterRecord *encounter = trh_project_peek_record (project, TRH_ENCOUNTERS, i);
      int start_min = encounter->day * TRH_DAY_MIN + MAX (encounter->start, 0);
      GPtrArray *bars = g_ptr_array_new ();

      for (guint j = 0; encounter->artist_ids[j] != NULL; j++)
        {
          TrhBar *bar = trh_bar_new (encounter->base.id, encounter->artist_ids[j], TRH_BAR_ENCOUNTER,
                                     start_min, start_min + encounter->duration_min);

          g_free (bar->label);
          bar->label = g_strdup (encounter->title);
          bar->state = i % 5;
          g_ptr_array_add (bars, bar);
        }
      trh_timeline_replace (timeline, encounter->base.id, bars);
    }
  trh_timeline_set_days (timeline, season->first_day - 14, season->last_day + 14, season->first_day, season->last_day);
}

static void
on_before_paint (GdkFrameClock *clock, Bench *bench)
{
  bench->begun_ms = measure_thread_ms ();
}

static gboolean
scroll_on (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  Bench *bench = user_data;
  const Course *course = &courses[bench->course];

  for (guint i = 0; i < 2; i++)
    {
      double step = i == GTK_ORIENTATION_HORIZONTAL ? course->dx : course->dy;
      GtkAdjustment *adjustment = bench->adjustments[i];
      double value = gtk_adjustment_get_value (adjustment) + step;

      if (step != 0)
        gtk_adjustment_set_value (adjustment, value + gtk_adjustment_get_page_size (adjustment)
                                                >= gtk_adjustment_get_upper (adjustment) ? 0 : value);
    }
  return G_SOURCE_CONTINUE;
}

static void
on_after_paint (GdkFrameClock *clock, Bench *bench)
{
  double cost_ms = measure_thread_ms () - bench->begun_ms;

  if (bench->frame++ >= WARM_UP)
    g_array_append_val (bench->costs_ms, cost_ms);
  if (bench->costs_ms->len < FRAMES)
    return;

  bench->good = measure_tell (courses[bench->course].name, bench->costs_ms, 50, MOST_MS) && bench->good;
  g_array_set_size (bench->costs_ms, 0);
  bench->frame = 0;
  if (++bench->course == G_N_ELEMENTS (courses))
    g_main_loop_quit (bench->loop);
  else
    trh_timeline_set_scale (bench->timeline, courses[bench->course].scale);
}

int
main (void)
{
  g_autoptr(TrhProject) project = trh_stress_new (TRH_STRESS_SEED);
  g_autoptr(GArray) costs_ms = g_array_new (FALSE, FALSE, sizeof (double));
  Bench bench = { .good = TRUE, .costs_ms = costs_ms };
  GtkWidget *window, *scrolled;
  GdkFrameClock *clock;
  double begun_ms;

  if (!gtk_init_check ())
    {
      printf ("no display: not measured\n");
      return 77;
    }
  adw_init ();
  begun_ms = measure_thread_ms ();
  bench.timeline = TRH_TIMELINE (trh_timeline_new ());
  fill (bench.timeline, project);
  printf ("timeline: %u bars in %u lanes filled in %.1f ms\n", trh_lanes_get_n_bars (trh_timeline_peek_lanes (bench.timeline)),
          trh_lanes_get_n_lanes (trh_timeline_peek_lanes (bench.timeline)), measure_thread_ms () - begun_ms);

  scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (bench.timeline));
  bench.adjustments[0] = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scrolled));
  bench.adjustments[1] = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_set_child (GTK_WINDOW (window), scrolled);
  gtk_window_present (GTK_WINDOW (window));
  trh_timeline_set_scale (bench.timeline, courses[0].scale);

  clock = gtk_widget_get_frame_clock (window);
  g_signal_connect (clock, "before-paint", G_CALLBACK (on_before_paint), &bench);
  g_signal_connect_after (clock, "after-paint", G_CALLBACK (on_after_paint), &bench);
  gtk_widget_add_tick_callback (window, scroll_on, &bench, NULL);
  bench.loop = g_main_loop_new (NULL, FALSE);
  g_main_loop_run (bench.loop);
  g_main_loop_unref (bench.loop);
  gtk_window_destroy (GTK_WINDOW (window));

  return bench.good ? 0 : 1;
}
