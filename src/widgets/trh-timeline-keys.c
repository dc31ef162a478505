/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/base/trh-day.h"
#include "widgets/trh-timeline-private.h"

/* What the keyboard does. Arrows walk, with Alt they move, with Alt and Shift they stretch. */

static gboolean
walk (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  TrhTimeline *self = TRH_TIMELINE (widget);
  TrhBar *bar = trh_timeline_find_cursor (self), *next;
  int columns, rows;

  g_variant_get (args, "(ii)", &columns, &rows);
  if (bar == NULL)
    return gtk_widget_grab_focus (widget);
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    columns = -columns;
  next = trh_lanes_find_neighbour (self->lanes, bar, columns, rows);
  trh_timeline_go_to (self, next != NULL ? next : bar);
  return TRUE;
}

static gboolean
walk_to_end (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  TrhTimeline *self = TRH_TIMELINE (widget);
  TrhBar *bar = trh_timeline_find_cursor (self);
  TrhLane *lane = bar != NULL ? trh_lanes_find_lane (self->lanes, bar->lane_id) : NULL;

  if (lane == NULL)
    return FALSE;
  trh_timeline_go_to (self, lane->bars->pdata[g_variant_get_int32 (args) < 0 ? 0 : lane->bars->len - 1]);
  return TRUE;
}

/* How far one key press moves a bar: a day, or half an hour where hours can be seen. */
static int
get_step (TrhTimeline *self, TrhBarKind kind)
{
  return kind == TRH_BAR_ENCOUNTER && trh_timeline_get_scale (self) == TRH_SCALE_DAY ? 30 : TRH_DAY_MIN;
}

static gboolean
shift (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  TrhTimeline *self = TRH_TIMELINE (widget);
  TrhBar *bar = trh_timeline_find_cursor (self);
  int start_steps, end_steps, start_min, end_min;

  if (bar == NULL)
    return FALSE;
  g_variant_get (args, "(ii)", &start_steps, &end_steps);
  start_min = bar->start_min + start_steps * get_step (self, bar->kind);
  end_min = bar->end_min + end_steps * (start_steps == 0 && bar->kind == TRH_BAR_ENCOUNTER ? 30 : get_step (self, bar->kind));
  if (end_min < start_min + (bar->kind == TRH_BAR_STAY ? 0 : 15))
    {
      gtk_widget_error_bell (widget);
      return TRUE;
    }
  self->reveal_cursor = TRUE;
  g_signal_emit (self, trh_timeline_signals[TRH_SIGNAL_BAR_MOVED], 0, bar->id, bar->lane_id, bar->lane_id,
                 start_min, end_min, FALSE);
  return TRUE;
}

static gboolean
change_lane (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  TrhTimeline *self = TRH_TIMELINE (widget);
  TrhBar *bar = trh_timeline_find_cursor (self);
  TrhLane *lane = bar != NULL ? trh_lanes_find_lane (self->lanes, bar->lane_id) : NULL;
  guint index;
  g_autofree char *id = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (lane == NULL)
    return FALSE;
  index = lane->index + (guint) g_variant_get_int32 (args); /* wraps to above the count at the top */
  if (index >= trh_lanes_get_n_lanes (self->lanes))
    {
      gtk_widget_error_bell (widget);
      return TRUE;
    }
  id = g_strdup (bar->id);
  from = g_strdup (bar->lane_id);
  to = g_strdup (trh_lanes_get_lane (self->lanes, index)->id);
  self->reveal_cursor = TRUE;
  g_signal_emit (self, trh_timeline_signals[TRH_SIGNAL_BAR_MOVED], 0, id, from, to, bar->start_min, bar->end_min, FALSE);
  bar = trh_lanes_find_bar (self->lanes, id, to);
  if (bar != NULL)
    trh_timeline_go_to (self, bar); /* an artist who joins others is followed into the new lane */
  return TRUE;
}

static gboolean
tell_owner (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  TrhTimeline *self = TRH_TIMELINE (widget);
  TrhBar *bar = trh_timeline_find_cursor (self);

  if (bar == NULL)
    return FALSE;
  g_signal_emit (self, trh_timeline_signals[g_variant_get_int32 (args)], 0, bar->id);
  return TRUE;
}

static gboolean
open_menu (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  TrhTimeline *self = TRH_TIMELINE (widget);
  TrhBar *bar = trh_timeline_find_cursor (self);
  int from_min, to_min;
  double x, y;

  if (bar == NULL)
    return FALSE;
  trh_bar_get_span (bar, &from_min, &to_min);
  x = CLAMP (trh_timeline_get_x (self, from_min) + 16, self->names_px, gtk_widget_get_width (widget));
  y = trh_lane_get_bar_y (trh_lanes_find_lane (self->lanes, bar->lane_id), bar) + trh_bar_get_height (bar)
    + TRH_TIMELINE_HEAD - trh_timeline_get_offset_y (self);
  g_signal_emit (self, trh_timeline_signals[TRH_SIGNAL_BAR_MENU], 0, bar->id, bar->lane_id, x, y);
  return TRUE;
}

static gboolean
zoom (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  trh_timeline_zoom (TRH_TIMELINE (widget), g_variant_get_int32 (args) > 0 ? 1.25 : 0.8);
  return TRUE;
}

static gboolean
turn_month (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  trh_timeline_turn_month (TRH_TIMELINE (widget), g_variant_get_int32 (args));
  return TRUE;
}

static gboolean
go_today (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  trh_timeline_show_day (TRH_TIMELINE (widget), trh_day_today ());
  return TRUE;
}

static gboolean
cancel (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  TrhTimeline *self = TRH_TIMELINE (widget);

  if (self->drag.grip == TRH_GRIP_NONE)
    return FALSE; /* Escape is for someone else */
  trh_timeline_cancel_drag (self);
  return TRUE;
}

void
trh_timeline_class_add_keys (GtkWidgetClass *widget_class)
{
  static const struct { guint key, keypad; int columns, rows; } arrows[] = {
    { GDK_KEY_Left,  GDK_KEY_KP_Left, -1, 0 },
    { GDK_KEY_Right, GDK_KEY_KP_Right, 1, 0 },
    { GDK_KEY_Up,    GDK_KEY_KP_Up, 0, -1 },
    { GDK_KEY_Down,  GDK_KEY_KP_Down, 0, 1 },
  };
  static const struct { guint key; GdkModifierType modifiers; GtkShortcutFunc function; int argument; } keys[] = {
    { GDK_KEY_Home,        0,                walk_to_end, -1 },
    { GDK_KEY_End,         0,                walk_to_end, 1 },
    { GDK_KEY_Up,          GDK_ALT_MASK,     change_lane, -1 },
    { GDK_KEY_Down,        GDK_ALT_MASK,     change_lane, 1 },
    { GDK_KEY_Delete,      0,                tell_owner,  TRH_SIGNAL_BAR_DELETED },
    { GDK_KEY_KP_Delete,   0,                tell_owner,  TRH_SIGNAL_BAR_DELETED },
    { GDK_KEY_d,           GDK_CONTROL_MASK, tell_owner,  TRH_SIGNAL_BAR_DUPLICATED },
    { GDK_KEY_Menu,        0,                open_menu,   0 },
    { GDK_KEY_F10,         GDK_SHIFT_MASK,   open_menu,   0 },
    { GDK_KEY_plus,        GDK_CONTROL_MASK, zoom,        1 },
    { GDK_KEY_equal,       GDK_CONTROL_MASK, zoom,        1 },
    { GDK_KEY_KP_Add,      GDK_CONTROL_MASK, zoom,        1 },
    { GDK_KEY_minus,       GDK_CONTROL_MASK, zoom,        -1 },
    { GDK_KEY_KP_Subtract, GDK_CONTROL_MASK, zoom,        -1 },
    { GDK_KEY_Page_Up,     0,                turn_month,  -1 },
    { GDK_KEY_Page_Down,   0,                turn_month,  1 },
    { GDK_KEY_t,           GDK_CONTROL_MASK, go_today,    0 },
    { GDK_KEY_Escape,      0,                cancel,      0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (arrows); i++)
    {
      gtk_widget_class_add_binding (widget_class, arrows[i].key, 0, walk, "(ii)", arrows[i].columns, arrows[i].rows);
      gtk_widget_class_add_binding (widget_class, arrows[i].keypad, 0, walk, "(ii)", arrows[i].columns, arrows[i].rows);
    }
  for (int step = -1; step <= 1; step += 2)
    {
      guint key = step < 0 ? GDK_KEY_Left : GDK_KEY_Right;

      gtk_widget_class_add_binding (widget_class, key, GDK_ALT_MASK, shift, "(ii)", step, step);
      gtk_widget_class_add_binding (widget_class, key, GDK_ALT_MASK | GDK_SHIFT_MASK, shift, "(ii)", 0, step);
    }
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (widget_class, keys[i].key, keys[i].modifiers, keys[i].function, "i", keys[i].argument);
}
