/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "widgets/trh-timeline-bar.h"
#include "widgets/trh-timeline-private.h"

/* What the hand does: press, drag, drop, wheel. Nothing changes before the drop, and what it
 * means is for the owner to say. */

#define EDGE_PX   8  /* of a bar: takes its beginning or its end */
#define SCROLL_PX 36 /* at the border of the view: scrolls while dragging */

/* Minutes that a drag steps by: days for stays, an hour's quarters and halves for encounters. */
int
trh_timeline_get_snap (TrhTimeline *self, TrhBarKind kind)
{
  if (kind == TRH_BAR_STAY)
    return TRH_DAY_MIN;
  return self->day_px >= 1200 ? 15 : self->day_px >= 300 ? 30 : TRH_DAY_MIN;
}

/**
 * trh_timeline_hit:
 * @self: a timeline
 * @x: a point of the widget
 * @y: a point of the widget
 * @bar: (out) (nullable): what is there
 *
 * Returns: what a press there takes
 */
TrhGrip
trh_timeline_hit (TrhTimeline *self, double x, double y, TrhBar **bar)
{
  TrhLane *lane = trh_timeline_find_lane_at (self, y);
  const graphene_point_t point = GRAPHENE_POINT_INIT ((float) x, (float) y);

  *bar = NULL;
  if (lane == NULL || x < self->names_px)
    return TRH_GRIP_NONE;
  for (guint i = 0; i < lane->bars->len; i++)
    {
      graphene_rect_t box;

      trh_timeline_get_box (self, lane, i, &box);
      if (!graphene_rect_contains_point (&box, &point))
        continue;
      *bar = lane->bars->pdata[i];
      if (box.size.width < 3 * EDGE_PX)
        return TRH_GRIP_BODY;
      if (x < box.origin.x + EDGE_PX)
        return TRH_GRIP_START;
      return x > box.origin.x + box.size.width - EDGE_PX ? TRH_GRIP_END : TRH_GRIP_BODY;
    }
  return TRH_GRIP_GROUND;
}

static void
clear_drag (TrhTimelineDrag *drag)
{
  g_free (drag->id);
  g_free (drag->lane_id);
  g_free (drag->to_lane_id);
  g_free (drag->words);
  *drag = (TrhTimelineDrag) { 0 };
}

static void
end_drag (TrhTimeline *self)
{
  TrhBar *bar = self->drag.id != NULL ? trh_lanes_find_bar (self->lanes, self->drag.id, self->drag.lane_id) : NULL;

  if (bar != NULL && bar->widget != NULL)
    gtk_widget_set_opacity (bar->widget, 1);
  if (self->drag.tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->drag.tick);
  clear_drag (&self->drag);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Puts everything back as it was. */
void
trh_timeline_cancel_drag (TrhTimeline *self)
{
  if (self->drag.grip == TRH_GRIP_NONE)
    return;
  end_drag (self);
  if (self->drag_gesture != NULL)
    gtk_gesture_set_state (self->drag_gesture, GTK_EVENT_SEQUENCE_DENIED);
}

/* The hand closes at a point: on a bar, on one of its edges or on empty ground. */
void
trh_timeline_press (TrhTimeline *self, double x, double y)
{
  TrhTimelineDrag *drag = &self->drag;
  TrhBar *bar;

  end_drag (self);
  drag->grip = trh_timeline_hit (self, x, y, &bar);
  drag->press_min = (int) trh_timeline_get_minute (self, x);
  drag->x = x;
  drag->y = y;
  if (drag->grip != TRH_GRIP_NONE)
    {
      if (bar != NULL)
        trh_timeline_set_cursor (self, bar);
      gtk_widget_grab_focus (GTK_WIDGET (self)); /* so that Escape comes here */
      self->reveal_cursor = FALSE;               /* but nothing may slip away under the hand */
    }
  if (bar != NULL)
    {
      drag->id = g_strdup (bar->id);
      drag->kind = bar->kind;
      drag->start_min = bar->start_min;
      drag->end_min = bar->end_min;
      drag->lane_id = g_strdup (bar->lane_id);
    }
  else if (drag->grip == TRH_GRIP_GROUND)
    {
      drag->lane_id = g_strdup (trh_timeline_find_lane_at (self, y)->id);
      drag->start_min = drag->end_min = drag->press_min / TRH_DAY_MIN * TRH_DAY_MIN;
    }
}

static int
round_to (double value, int step)
{
  return (int) floor (value / step + 0.5) * step;
}

static void
aim (TrhTimeline *self)
{
  TrhTimelineDrag *drag = &self->drag;
  int snap = trh_timeline_get_snap (self, drag->kind);
  int now_min = (int) trh_timeline_get_minute (self, drag->x);
  int moved_min = round_to (now_min - drag->press_min, snap);
  int least_min = drag->kind == TRH_BAR_STAY ? 0 : MIN (snap, 30);
  double y = CLAMP (drag->y, TRH_TIMELINE_HEAD, gtk_widget_get_height (GTK_WIDGET (self)) - 1);
  TrhLane *lane = trh_timeline_find_lane_at (self, y);

  drag->to_start_min = drag->start_min;
  drag->to_end_min = drag->end_min;
  g_free (drag->to_lane_id);
  drag->to_lane_id = g_strdup (drag->lane_id);
  switch (drag->grip)
    {
    case TRH_GRIP_BODY:
      drag->to_start_min += moved_min;
      drag->to_end_min += moved_min;
      if (lane != NULL)
        {
          g_free (drag->to_lane_id);
          drag->to_lane_id = g_strdup (lane->id);
        }
      break;
    case TRH_GRIP_START:
      drag->to_start_min = MIN (drag->start_min + moved_min, drag->end_min - least_min);
      break;
    case TRH_GRIP_END:
      drag->to_end_min = MAX (drag->end_min + moved_min, drag->start_min + least_min);
      break;
    case TRH_GRIP_GROUND:
      drag->to_start_min = MIN (drag->press_min, now_min) / TRH_DAY_MIN * TRH_DAY_MIN;
      drag->to_end_min = MAX (drag->press_min, now_min) / TRH_DAY_MIN * TRH_DAY_MIN;
      break;
    case TRH_GRIP_NONE:
    default:
      break;
    }
}

static void
say_aim (TrhTimeline *self)
{
  TrhTimelineDrag *drag = &self->drag;

  g_clear_pointer (&drag->words, g_free);
  g_signal_emit (self, trh_timeline_signals[TRH_SIGNAL_DESCRIBE_MOVE], 0, drag->id != NULL ? drag->id : "",
                 drag->to_lane_id, drag->to_start_min, drag->to_end_min, &drag->words);
  if (drag->words == NULL)
    drag->words = trh_timeline_say_span (drag->kind, drag->to_start_min, drag->to_end_min);
}

static double
get_push (double position, double low, double high)
{
  if (position < low + SCROLL_PX)
    return MAX (position - low - SCROLL_PX, -2 * SCROLL_PX) / 3;
  if (position > high - SCROLL_PX)
    return MIN (position - high + SCROLL_PX, 2 * SCROLL_PX) / 3;
  return 0;
}

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  TrhTimeline *self = TRH_TIMELINE (widget);
  TrhTimelineDrag *drag = &self->drag;
  double push_x = get_push (drag->x, self->names_px, gtk_widget_get_width (widget));
  double push_y = get_push (drag->y, TRH_TIMELINE_HEAD, gtk_widget_get_height (widget));

  for (guint i = 0; i < 2; i++)
    {
      double push = i == GTK_ORIENTATION_HORIZONTAL ? push_x : push_y;

      if (push != 0 && self->adjustments[i] != NULL)
        gtk_adjustment_set_value (self->adjustments[i], gtk_adjustment_get_value (self->adjustments[i]) + push);
    }
  if (push_x != 0 || push_y != 0)
    trh_timeline_drag_to (self, drag->x, drag->y, drag->copying ? GDK_CONTROL_MASK : 0);
  return G_SOURCE_CONTINUE;
}

/* The closed hand is now at a point; nothing is decided yet. */
void
trh_timeline_drag_to (TrhTimeline *self, double x, double y, GdkModifierType state)
{
  TrhTimelineDrag *drag = &self->drag;
  int start_min = drag->to_start_min, end_min = drag->to_end_min;
  g_autofree char *lane_id = g_strdup (drag->to_lane_id);
  TrhBar *bar;

  if (drag->grip == TRH_GRIP_NONE)
    return;
  drag->x = x;
  drag->y = y;
  drag->copying = drag->grip == TRH_GRIP_BODY && (state & GDK_CONTROL_MASK) != 0;
  if (!drag->moving)
    {
      drag->moving = TRUE;
      drag->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick, NULL, NULL);
    }
  bar = drag->id != NULL ? trh_lanes_find_bar (self->lanes, drag->id, drag->lane_id) : NULL;
  if (bar != NULL && bar->widget != NULL)
    gtk_widget_set_opacity (bar->widget, drag->copying ? 1 : 0.4);
  aim (self);
  if (drag->words == NULL || drag->to_start_min != start_min || drag->to_end_min != end_min
      || g_strcmp0 (lane_id, drag->to_lane_id) != 0)
    say_aim (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The hand opens: a click, a drop or a new bar. */
void
trh_timeline_drop (TrhTimeline *self)
{
  TrhTimelineDrag drag = self->drag;
  TrhBar *bar = drag.id != NULL ? trh_lanes_find_bar (self->lanes, drag.id, drag.lane_id) : NULL;
  int width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));

  drag.id = g_strdup (drag.id);
  drag.lane_id = g_strdup (drag.lane_id);
  drag.to_lane_id = g_strdup (drag.to_lane_id);
  drag.words = NULL;
  end_drag (self);

  if (!drag.moving)
    {
      if (bar != NULL)
        trh_timeline_go_to (self, bar);
      else if (drag.grip == TRH_GRIP_GROUND)
        g_signal_emit (self, trh_timeline_signals[TRH_SIGNAL_BAR_SELECTED], 0, "");
    }
  else if (drag.grip == TRH_GRIP_GROUND)
    g_signal_emit (self, trh_timeline_signals[TRH_SIGNAL_BAR_CREATED], 0,
                   drag.lane_id, drag.to_start_min, drag.to_end_min);
  else if (drag.grip == TRH_GRIP_BODY && (drag.x < 0 || drag.y < 0 || drag.x >= width || drag.y >= height))
    g_signal_emit (self, trh_timeline_signals[TRH_SIGNAL_BAR_LEFT], 0, drag.id, drag.x, drag.y);
  else if (drag.grip != TRH_GRIP_NONE
           && (drag.to_start_min != drag.start_min || drag.to_end_min != drag.end_min
               || !g_str_equal (drag.to_lane_id, drag.lane_id)))
    {
      if (bar != NULL)
        trh_timeline_set_cursor (self, bar);
      g_signal_emit (self, trh_timeline_signals[TRH_SIGNAL_BAR_MOVED], 0, drag.id, drag.lane_id, drag.to_lane_id,
                     drag.to_start_min, drag.to_end_min, drag.copying);
    }
  clear_drag (&drag);
}

/* Gestures */

static void
on_drag_begin (GtkGestureDrag *gesture, double x, double y, TrhTimeline *self)
{
  trh_timeline_press (self, x, y);
  if (self->drag.grip == TRH_GRIP_NONE)
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
  else
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
on_drag_update (GtkGestureDrag *gesture, double dx, double dy, TrhTimeline *self)
{
  double x, y;

  if (!self->drag.moving && !gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) dx, (int) dy))
    return;
  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  trh_timeline_drag_to (self, x + dx, y + dy,
                        gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture)));
}

static void
on_drag_end (GtkGestureDrag *gesture, double dx, double dy, TrhTimeline *self)
{
  if (self->drag.grip != TRH_GRIP_NONE)
    trh_timeline_drop (self);
}

static void
on_drag_cancelled (TrhTimeline *self)
{
  end_drag (self);
}

static void
on_pressed (GtkGestureClick *gesture, int n_press, double x, double y, TrhTimeline *self)
{
  TrhBar *bar;

  if (n_press != 2 || gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture)) != GDK_BUTTON_PRIMARY)
    return;
  trh_timeline_hit (self, x, y, &bar);
  if (bar != NULL)
    g_signal_emit (self, trh_timeline_signals[TRH_SIGNAL_BAR_ACTIVATED], 0, bar->id);
}

static void
show_menu (GtkGesture *gesture, double x, double y, TrhTimeline *self)
{
  g_autofree char *id = NULL;
  g_autofree char *lane_id = NULL;
  TrhBar *bar;

  trh_timeline_hit (self, x, y, &bar);
  if (bar == NULL)
    return;
  end_drag (self);
  id = g_strdup (bar->id);
  lane_id = g_strdup (bar->lane_id);
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  trh_timeline_go_to (self, bar);
  g_signal_emit (self, trh_timeline_signals[TRH_SIGNAL_BAR_MENU], 0, id, lane_id, x, y);
}

static void
on_menu_pressed (GtkGestureClick *gesture, int n_press, double x, double y, TrhTimeline *self)
{
  show_menu (GTK_GESTURE (gesture), x, y, self);
}

static void
on_long_pressed (GtkGestureLongPress *gesture, double x, double y, TrhTimeline *self)
{
  show_menu (GTK_GESTURE (gesture), x, y, self);
}

static gboolean
on_scroll (GtkEventControllerScroll *controller, double dx, double dy, TrhTimeline *self)
{
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (controller));
  double x = self->names_px + (gtk_widget_get_width (GTK_WIDGET (self)) - self->names_px) / 2, y = 0;

  if (!(gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller)) & GDK_CONTROL_MASK))
    return FALSE;
  if (event != NULL && gdk_event_get_position (event, &x, &y))
    {
      GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
      double native_x, native_y;
      graphene_point_t point;

      gtk_native_get_surface_transform (native, &native_x, &native_y);
      point = GRAPHENE_POINT_INIT ((float) (x - native_x), (float) (y - native_y));
      if (gtk_widget_compute_point (GTK_WIDGET (native), GTK_WIDGET (self), &point, &point))
        x = point.x;
    }
  self->fitted = FALSE;
  trh_timeline_set_day_px (self, self->day_px * pow (1.2, -dy), MAX (x, self->names_px));
  return TRUE;
}

static void
on_motion (GtkEventControllerMotion *controller, double x, double y, TrhTimeline *self)
{
  TrhBar *bar;
  TrhGrip grip = self->drag.moving ? self->drag.grip : trh_timeline_hit (self, x, y, &bar);
  const char *cursor = NULL;

  if (grip == TRH_GRIP_START || grip == TRH_GRIP_END)
    cursor = "ew-resize";
  else if (self->drag.moving && grip == TRH_GRIP_BODY)
    cursor = "grabbing";
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), cursor);
}

static gboolean
on_dropped (GtkDropTarget *target, const GValue *value, double x, double y, TrhTimeline *self)
{
  TrhLane *lane = trh_timeline_find_lane_at (self, y);
  int minute = (int) trh_timeline_get_minute (self, x);

  if (lane == NULL || x < self->names_px)
    return FALSE;
  g_signal_emit (self, trh_timeline_signals[TRH_SIGNAL_TEXT_DROPPED], 0, g_value_get_string (value), lane->id,
                 minute / TRH_DAY_MIN * TRH_DAY_MIN);
  return TRUE;
}

/* The stay of a lane that the road under @minute leaves, or %NULL where there is none. */
static TrhBar *
find_road_at (TrhLane *lane, int minute)
{
  for (guint i = 0; i < lane->bars->len; i++)
    {
      TrhBar *bar = lane->bars->pdata[i];
      TrhBar *next = bar->road != NULL ? trh_lane_find_next_stay (lane, i) : NULL;
      int from_min, to_min, next_min;

      if (next == NULL)
        continue;
      trh_bar_get_span (bar, &from_min, &to_min);
      trh_bar_get_span (next, &next_min, &from_min);
      if (minute >= to_min && minute < next_min)
        return bar;
    }
  return NULL;
}

/* The whole words of what is too small to show them. */
static gboolean
on_query_tooltip (TrhTimeline *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  TrhLane *lane = trh_timeline_find_lane_at (self, y);
  g_autofree char *words = NULL;
  TrhBar *bar = NULL;

  if (keyboard || self->drag.moving)
    return FALSE;
  if (y < TRH_TIMELINE_HEAD && x >= self->names_px)
    words = g_strdup (g_hash_table_lookup (self->holidays,
                                           GINT_TO_POINTER ((int) (trh_timeline_get_minute (self, x) / TRH_DAY_MIN))));
  else if (lane != NULL && x < self->names_px)
    words = g_strdup (lane->name);
  else if (lane != NULL && trh_timeline_hit (self, x, y, &bar) != TRH_GRIP_GROUND && bar != NULL)
    g_signal_emit (self, trh_timeline_signals[TRH_SIGNAL_DESCRIBE_BAR], 0, bar->id, bar->lane_id, &words);
  else if (lane != NULL && (bar = find_road_at (lane, (int) trh_timeline_get_minute (self, x))) != NULL)
    g_signal_emit (self, trh_timeline_signals[TRH_SIGNAL_DESCRIBE_ROAD], 0, bar->id, bar->lane_id, &words);
  gtk_tooltip_set_text (tooltip, words);
  return words != NULL;
}

static GtkEventController *
add (TrhTimeline *self, gpointer controller, GtkPropagationPhase phase)
{
  gtk_event_controller_set_propagation_phase (controller, phase);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
  return controller;
}

/* Before its children: a bar is a button, and would take the press. */
void
trh_timeline_add_mouse (TrhTimeline *self)
{
  GtkEventController *controller = add (self, gtk_gesture_drag_new (), GTK_PHASE_CAPTURE);

  self->drag_gesture = GTK_GESTURE (controller);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (controller), GDK_BUTTON_PRIMARY);
  g_signal_connect (controller, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect (controller, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect (controller, "drag-end", G_CALLBACK (on_drag_end), self);
  g_signal_connect_swapped (controller, "cancel", G_CALLBACK (on_drag_cancelled), self);

  controller = add (self, gtk_gesture_click_new (), GTK_PHASE_CAPTURE);
  gtk_gesture_group (self->drag_gesture, GTK_GESTURE (controller));
  g_signal_connect (controller, "pressed", G_CALLBACK (on_pressed), self);

  controller = add (self, gtk_gesture_click_new (), GTK_PHASE_CAPTURE);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (controller), GDK_BUTTON_SECONDARY);
  g_signal_connect (controller, "pressed", G_CALLBACK (on_menu_pressed), self);

  controller = add (self, gtk_gesture_long_press_new (), GTK_PHASE_CAPTURE);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (controller), TRUE);
  g_signal_connect (controller, "pressed", G_CALLBACK (on_long_pressed), self);

  controller = add (self, gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL), GTK_PHASE_CAPTURE);
  g_signal_connect (controller, "scroll", G_CALLBACK (on_scroll), self);
  controller = add (self, gtk_event_controller_motion_new (), GTK_PHASE_CAPTURE);
  g_signal_connect (controller, "motion", G_CALLBACK (on_motion), self);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (on_query_tooltip), NULL);
  controller = add (self, gtk_drop_target_new (G_TYPE_STRING, GDK_ACTION_COPY | GDK_ACTION_MOVE), GTK_PHASE_BUBBLE);
  g_signal_connect (controller, "drop", G_CALLBACK (on_dropped), self);
}
