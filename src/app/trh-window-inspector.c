/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/trh-window-private.h"

#include "pages/trh-inspector.h"

/* When the details stand beside the page: while something is chosen whose details there are, unless the person has sent
 * them away. Nothing chosen, the page has all the room; asked for all the same, they say what they are for. Over the page,
 * where there is no room beside it, they only come when asked for. */

static gboolean
has_details (TrhWindow *self)
{
  return self->workspace != NULL && self->page_has_details && trh_inspector_has_form (self->workspace);
}

static gboolean
is_shown (TrhWindow *self)
{
  return trh_split_view_get_show_pane (self->inspector_split);
}

static void
show_inspector (TrhWindow *self, gboolean show)
{
  if (show != is_shown (self))
    trh_window_show_pane (self, self->inspector_split, GTK_WIDGET (self->inspector_bin), show);
}

static void
follow (TrhWindow *self)
{
  g_clear_handle_id (&self->inspector_id, g_source_remove);
  if (has_details (self))
    self->inspector_asked = FALSE;
  if (!trh_split_view_get_folded (self->inspector_split))
    show_inspector (self, self->inspector_asked || (has_details (self) && self->inspector_wanted));
}

/* Whether a menu lies over the page: it would go with what it points to. */
static gboolean
has_menu (TrhWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  return focus != NULL && gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != NULL;
}

/* Milliseconds until what the hand is doing is over: a page that is given another width between the two presses of a
 * double click, or while a bar is dragged, takes away what the hand is on. */
static int
get_busy_ms (TrhWindow *self)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (self));
  GdkSeat *seat = gdk_display_get_default_seat (gtk_widget_get_display (GTK_WIDGET (self)));
  GdkDevice *pointer = seat != NULL ? gdk_seat_get_pointer (seat) : NULL;
  GdkModifierType held = 0;
  int double_click_ms, since_ms = (int) ((g_get_monotonic_time () - self->pressed_us) / 1000);

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-double-click-time", &double_click_ms, NULL);
  if (pointer != NULL && surface != NULL)
    gdk_surface_get_device_position (surface, pointer, NULL, NULL, &held);
  if ((held & (GDK_BUTTON1_MASK | GDK_BUTTON2_MASK | GDK_BUTTON3_MASK)) != 0 || has_menu (self))
    return double_click_ms;

  return MAX (double_click_ms - since_ms, 0);
}

static gboolean
on_busy_over (gpointer data)
{
  TrhWindow *self = data;

  self->inspector_id = 0;
  trh_window_follow_inspector (self);
  return G_SOURCE_REMOVE;
}

/* Shows or hides the details as what is chosen asks for, once the hand has done what it is doing. */
void
trh_window_follow_inspector (TrhWindow *self)
{
  int busy_ms = self->pressed_us > 0 ? get_busy_ms (self) : 0;

  g_clear_handle_id (&self->inspector_id, g_source_remove);
  if (busy_ms > 0)
    self->inspector_id = g_timeout_add ((guint) busy_ms, on_busy_over, self);
  else
    follow (self);
}

/* Another page: what was asked for beside the last one is over. */
void
trh_window_fit_inspector (TrhWindow *self, gboolean page_has_details)
{
  if (self->page_has_details == page_has_details)
    return;
  self->page_has_details = page_has_details;
  self->inspector_asked = FALSE;
  if (trh_split_view_get_folded (self->inspector_split))
    trh_split_view_set_show_pane (self->inspector_split, FALSE);
  follow (self);
}

static void
on_inspector (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TrhWindow *self = TRH_WINDOW (widget);
  gboolean show = !is_shown (self);

  if (!trh_split_view_get_folded (self->inspector_split))
    {
      self->inspector_asked = show && !has_details (self);
      if (has_details (self))
        self->inspector_wanted = show;
    }
  show_inspector (self, show);
}

static void
on_open_inspector (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TrhWindow *self = TRH_WINDOW (widget);

  if (!trh_split_view_get_folded (self->inspector_split))
    self->inspector_wanted = TRUE;
  show_inspector (self, TRUE);
  gtk_widget_child_focus (GTK_WIDGET (self->inspector_bin), GTK_DIR_TAB_FORWARD);
}

static gboolean
on_event (TrhWindow *self, GdkEvent *event)
{
  if (gdk_event_get_event_type (event) == GDK_BUTTON_PRESS || gdk_event_get_event_type (event) == GDK_TOUCH_BEGIN)
    self->pressed_us = g_get_monotonic_time ();

  return GDK_EVENT_PROPAGATE;
}

/* From now on the details follow what is chosen in the season of the window. */
void
trh_window_watch_choice (TrhWindow *self)
{
  g_signal_connect_object (self->workspace, "notify::selected-id", G_CALLBACK (trh_window_follow_inspector), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (trh_workspace_get_project (self->workspace), "changed", G_CALLBACK (trh_window_follow_inspector),
                           self, G_CONNECT_SWAPPED); /* the chosen object may go, or come back */
  follow (self);
}

/**
 * trh_window_set_up_inspector:
 * @self: a window without a season
 * @wanted: whether the details stand beside the page while something is chosen
 */
void
trh_window_set_up_inspector (TrhWindow *self, gboolean wanted)
{
  GtkEventController *events = gtk_event_controller_legacy_new ();

  self->inspector_wanted = wanted;
  gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
  g_signal_connect_object (events, "event", G_CALLBACK (on_event), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->pages), events);
  g_signal_connect_object (self->inspector_split, "notify::folded", G_CALLBACK (follow), self, G_CONNECT_SWAPPED);
  trh_split_view_set_show_pane (self->inspector_split, FALSE);
}

void
trh_window_install_inspector_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.inspector", NULL, on_inspector);
  gtk_widget_class_install_action (widget_class, "win.open-inspector", NULL, on_open_inspector);
}
