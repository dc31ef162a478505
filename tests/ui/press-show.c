/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "widgets/trh-press-guard.h"

/* A window that moves its button all the time, and that is busy after each press until the display knows of the
 * release: what happens by chance on a crowded machine. test-presses.py counts the clicks that arrive;
 * --unguarded leaves them to GTK. */
#define MOVES_MS 5

static GtkWidget *window, *button;
static gboolean is_pressed;

static gboolean
move (void *nothing)
{
  gtk_widget_set_margin_start (button, 20 - gtk_widget_get_margin_start (button));
  return G_SOURCE_CONTINUE;
}

static gboolean
on_event (void *nothing, GdkEvent *event)
{
  if (gdk_event_get_event_type (event) == GDK_BUTTON_PRESS)
    is_pressed = TRUE;
  return GDK_EVENT_PROPAGATE;
}

static gboolean
is_down (void)
{
  GdkSeat *seat = gdk_display_get_default_seat (gtk_widget_get_display (window));
  GdkModifierType mask = 0;
  double x, y;

  gdk_surface_get_device_position (gtk_native_get_surface (GTK_NATIVE (window)), gdk_seat_get_pointer (seat), &x, &y, &mask);
  return (mask & GDK_BUTTON1_MASK) != 0;
}

/* Before GDK makes up a motion. */
static gboolean
on_flush (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer data)
{
  if (is_pressed)
    {
      is_pressed = FALSE;
      g_print ("busy\n");
      while (is_down ())
        g_thread_yield ();
      g_print ("released\n");
    }
  return TRUE;
}

static void
on_clicked (void)
{
  g_print ("clicked\n");
}

int
main (int argc, char *argv[])
{
  GtkEventController *events;

  adw_init ();
  setvbuf (stdout, NULL, _IOLBF, 0);
  if (argc < 2 || !g_str_equal (argv[1], "--unguarded"))
    trh_press_guard_start ();

  window = gtk_window_new ();
  button = gtk_button_new_with_label ("Press me");
  gtk_window_set_title (GTK_WINDOW (window), "Presses");
  gtk_window_set_default_size (GTK_WINDOW (window), 300, 200);
  gtk_window_set_child (GTK_WINDOW (window), button);
  g_signal_connect (button, "clicked", G_CALLBACK (on_clicked), NULL);
  events = gtk_event_controller_legacy_new ();
  gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (events, "event", G_CALLBACK (on_event), NULL);
  gtk_widget_add_controller (window, events);
  gtk_window_present (GTK_WINDOW (window));
  g_signal_add_emission_hook (g_signal_lookup ("flush-events", GDK_TYPE_FRAME_CLOCK), 0, on_flush, NULL, NULL);
  g_timeout_add (MOVES_MS, move, NULL);
  while (TRUE)
    g_main_context_iteration (NULL, TRUE);
}
