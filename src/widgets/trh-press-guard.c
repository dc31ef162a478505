/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/trh-press-guard.h"

#define BUTTONS_MASK (GDK_BUTTON1_MASK | GDK_BUTTON2_MASK | GDK_BUTTON3_MASK | GDK_BUTTON4_MASK | GDK_BUTTON5_MASK)

/*
 * When a layout moves things below a pointer at rest, GTK makes up a motion, and asks the display which buttons
 * are down. A display such as X answers what is true at that moment: the release of a short click may be on its
 * way to us. Gestures believe the motion, forget the press, and the click is lost; a hand meets this each time
 * the program is busy while a button is down.
 */
static gboolean
on_event (GtkEventController *controller, GdkEvent *event, gboolean *is_pressed)
{
  gboolean is_made_up = gdk_event_get_time (event) == GDK_CURRENT_TIME;

  switch ((int) gdk_event_get_event_type (event))
    {
    case GDK_BUTTON_PRESS:
      *is_pressed = TRUE;
      break;
    case GDK_BUTTON_RELEASE:
      *is_pressed = FALSE;
      break;
    case GDK_MOTION_NOTIFY:
      if (gdk_event_get_modifier_state (event) & BUTTONS_MASK)
        break;
      if (*is_pressed && is_made_up)
        return GDK_EVENT_STOP;
      *is_pressed = FALSE; /* the release went to somebody else */
      break;
    default:
      break;
    }

  return GDK_EVENT_PROPAGATE;
}

static void
free_flag (gpointer flag, GClosure *closure)
{
  g_free (flag);
}

static void
guard (GtkWidget *window)
{
  GtkEventController *controller = gtk_event_controller_legacy_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_data (controller, "event", G_CALLBACK (on_event), g_new0 (gboolean, 1), free_flag, 0);
  gtk_widget_add_controller (window, controller);
}

static void
on_windows_changed (GListModel *windows, guint position, guint n_removed, guint n_added, gpointer data)
{
  for (guint i = position; i < position + n_added; i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (windows, i);

      guard (window);
    }
}

/**
 * trh_press_guard_start:
 *
 * From now on no window of the program, dialogs of GTK among them, lets go of a button that it has seen
 * pressed before it has seen it released. Once for a program, after GTK was initialized.
 */
void
trh_press_guard_start (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  g_signal_connect (windows, "items-changed", G_CALLBACK (on_windows_changed), NULL);
  on_windows_changed (windows, 0, 0, g_list_model_get_n_items (windows), NULL);
}
