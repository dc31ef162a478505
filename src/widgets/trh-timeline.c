/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/trh-timeline.h"

#include <glib/gi18n.h>

#include "core/base/trh-day.h"
#include "widgets/trh-timeline-bar.h"
#include "widgets/trh-timeline-private.h"

G_DEFINE_FINAL_TYPE_WITH_CODE (TrhTimeline, trh_timeline, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

enum { PROP_HADJUSTMENT = 1, PROP_VADJUSTMENT, PROP_HSCROLL_POLICY, PROP_VSCROLL_POLICY, PROP_SCALE, PROP_SELECTED_ID };
guint trh_timeline_signals[TRH_N_SIGNALS];

GtkWidget *
trh_timeline_new (void)
{
  return g_object_new (TRH_TYPE_TIMELINE, NULL);
}

void
trh_timeline_clear_holidays (TrhTimeline *self)
{
  g_hash_table_remove_all (self->holidays);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Marks a day on which everything is closed, with its name. */
void
trh_timeline_add_holiday (TrhTimeline *self, int day, const char *name)
{
  g_hash_table_replace (self->holidays, GINT_TO_POINTER (day), g_strdup (name));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * trh_timeline_set_lanes:
 * @self: a timeline
 * @lanes: (element-type TrhLane) (transfer full): all lanes, from top to bottom
 *
 * Replaces the lanes. They are empty: trh_timeline_replace() fills them.
 */
void
trh_timeline_set_lanes (TrhTimeline *self, GPtrArray *lanes)
{
  trh_timeline_forget_faces (self);
  trh_timeline_cancel_drag (self);
  trh_lanes_set (self->lanes, lanes);
  trh_timeline_queue_place (self);
}

/**
 * trh_timeline_replace:
 * @self: a timeline
 * @id: an object
 * @bars: (element-type TrhBar) (nullable) (transfer full): its bars as they are now
 *
 * Puts, moves or removes the bars of one object; the rest stays as it is. What the keyboard
 * stands on goes with the bar, or to its neighbour when the bar is gone.
 */
void
trh_timeline_replace (TrhTimeline *self, const char *id, GPtrArray *bars)
{
  g_autoptr(GPtrArray) dropped = g_ptr_array_new ();
  TrhBar *cursor = g_str_equal (self->cursor_id, id) ? trh_timeline_find_cursor (self) : NULL;
  TrhBar *neighbour = cursor != NULL ? trh_lanes_find_neighbour (self->lanes, cursor, -1, 0) : NULL;
  gboolean focused = cursor != NULL && cursor->widget != NULL && gtk_widget_is_focus (cursor->widget);
  GPtrArray *now;

  if (cursor != NULL && neighbour == NULL)
    neighbour = trh_lanes_find_neighbour (self->lanes, cursor, 1, 0);
  trh_lanes_replace (self->lanes, id, bars, dropped);
  now = trh_lanes_peek_bars (self->lanes, id);
  for (guint i = 0; i < dropped->len; i++)
    trh_timeline_bar_set_bar (dropped->pdata[i], NULL);
  for (guint i = 0; now != NULL && i < now->len; i++)
    {
      TrhBar *bar = now->pdata[i];

      if (bar->widget != NULL)
        trh_timeline_bar_set_bar (bar->widget, bar);
    }

  if (cursor != NULL)
    {
      trh_timeline_set_cursor (self, now != NULL ? trh_lanes_find_bar (self->lanes, id, self->cursor_lane_id) : neighbour);
      if (focused)
        gtk_widget_grab_focus (GTK_WIDGET (self));
    }
  trh_timeline_queue_place (self);
}

/* Asks again for what changes without the bar: those out of sight are asked for when they come. */
void
trh_timeline_update_in_sight (TrhTimeline *self)
{
  for (guint i = 0; i < self->bars->len; i++)
    {
      TrhBar *bar = trh_timeline_bar_get_bar (self->bars->pdata[i]);
      TrhBar before = bar != NULL ? *bar : (TrhBar) { 0 };

      if (bar == NULL)
        continue;
      g_signal_emit (self, trh_timeline_signals[TRH_SIGNAL_UPDATE_BAR], 0, bar);
      if (bar->n_alerts != before.n_alerts || bar->strong != before.strong)
        trh_timeline_bar_set_bar (self->bars->pdata[i], bar);
    }
}

/* What assistive tools call a lane; its title stays. */
void
trh_timeline_set_lane_name (TrhTimeline *self, const char *lane_id, const char *name)
{
  TrhLane *lane = trh_lanes_find_lane (self->lanes, lane_id);

  if (lane == NULL || g_str_equal (lane->name, name))
    return;
  g_free (lane->name);
  lane->name = g_strdup (name);
  if (lane->widget != NULL)
    trh_timeline_name_set_lane (lane->widget, lane);
}

/* What is shown. (transfer none) */
TrhLanes *
trh_timeline_peek_lanes (TrhTimeline *self)
{
  return self->lanes;
}

/* The widget */

static void
on_adjustment_moved (TrhTimeline *self)
{
  if (!self->placing)
    gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, trh_timeline_signals[TRH_SIGNAL_VIEW_CHANGED], 0);
}

static void
set_adjustment (TrhTimeline *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  GtkAdjustment **member = &self->adjustments[orientation];

  if (*member != NULL)
    g_signal_handlers_disconnect_by_func (*member, on_adjustment_moved, self);
  g_clear_object (member);
  if (adjustment == NULL)
    return;
  *member = g_object_ref_sink (adjustment);
  trh_timeline_configure (self, gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)));
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (on_adjustment_moved), self, G_CONNECT_SWAPPED);
}

static void
trh_timeline_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  TrhTimeline *self = TRH_TIMELINE (object);

  switch (prop_id)
    {
    case PROP_HADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_HORIZONTAL] = g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_VERTICAL] = g_value_get_enum (value);
      break;
    case PROP_SCALE:
      trh_timeline_set_scale (self, g_value_get_int (value));
      break;
    case PROP_SELECTED_ID:
      trh_timeline_select (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
trh_timeline_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  TrhTimeline *self = TRH_TIMELINE (object);

  switch (prop_id)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_VERTICAL]);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_VERTICAL]);
      break;
    case PROP_SCALE:
      g_value_set_int (value, trh_timeline_get_scale (self));
      break;
    case PROP_SELECTED_ID:
      g_value_set_string (value, self->selected_id);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
trh_timeline_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                      int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 180 : TRH_TIMELINE_HEAD + TRH_LANE_HEIGHT;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 640 : 480;
}

static void
trh_timeline_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  TrhTimeline *self = TRH_TIMELINE (widget);

  self->placing = TRUE;
  trh_timeline_take_width (self, width, height);
  trh_timeline_place (self, width, height);
  self->placing = FALSE;
}

static void
trh_timeline_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  trh_timeline_draw (TRH_TIMELINE (widget), snapshot);
}

/* Colours, fonts or the screen are others: everything is drawn anew. */
void
trh_timeline_forget_style (TrhTimeline *self)
{
  self->palette_known = FALSE;
  g_hash_table_remove_all (self->texts);
  for (guint i = 0; i < G_N_ELEMENTS (self->hatches); i++)
    g_clear_pointer (&self->hatches[i], cairo_pattern_destroy);
  for (guint i = 0; i < self->bars->len; i++)
    gtk_widget_queue_draw (self->bars->pdata[i]);
  for (guint i = 0; i < self->names->len; i++)
    gtk_widget_queue_draw (self->names->pdata[i]);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
trh_timeline_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (trh_timeline_parent_class)->css_changed (widget, change);
  trh_timeline_forget_style (TRH_TIMELINE (widget));
}

/* The colours of the style of the moment. */
const TrhTimelinePalette *
trh_timeline_peek_palette (TrhTimeline *self)
{
  if (!self->palette_known)
    trh_timeline_palette_load (&self->palette, GTK_WIDGET (self));
  self->palette_known = TRUE;
  return &self->palette;
}

static void
trh_timeline_dispose (GObject *object)
{
  TrhTimeline *self = TRH_TIMELINE (object);
  GtkWidget *child;

  trh_timeline_cancel_drag (self);
  g_clear_handle_id (&self->missing_id, g_source_remove);
  set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);
  trh_timeline_forget_faces (self);
  g_ptr_array_set_size (self->spare_bars, 0);
  g_ptr_array_set_size (self->spare_names, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (trh_timeline_parent_class)->dispose (object);
}

static void
trh_timeline_finalize (GObject *object)
{
  TrhTimeline *self = TRH_TIMELINE (object);

  trh_lanes_free (self->lanes);
  g_hash_table_unref (self->holidays);
  g_hash_table_unref (self->texts);
  for (guint i = 0; i < G_N_ELEMENTS (self->hatches); i++)
    g_clear_pointer (&self->hatches[i], cairo_pattern_destroy);
  g_ptr_array_unref (self->bars);
  g_ptr_array_unref (self->spare_bars);
  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->spare_names);
  g_free (self->cursor_id);
  g_free (self->cursor_lane_id);
  g_free (self->selected_id);

  G_OBJECT_CLASS (trh_timeline_parent_class)->finalize (object);
}

static void
add_signal (TrhTimelineClass *klass, TrhTimelineSignal which, const char *name, GType result, guint n, ...)
{
  GType types[6];
  va_list list;

  va_start (list, n);
  for (guint i = 0; i < n; i++)
    types[i] = va_arg (list, GType);
  va_end (list);
  trh_timeline_signals[which] = g_signal_newv (name, G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, NULL,
    result == G_TYPE_NONE ? NULL : g_signal_accumulator_first_wins, NULL, NULL, result, n, n > 0 ? types : NULL);
}

static void
trh_timeline_class_init (TrhTimelineClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = trh_timeline_dispose;
  object_class->finalize = trh_timeline_finalize;
  object_class->get_property = trh_timeline_get_property;
  object_class->set_property = trh_timeline_set_property;
  widget_class->measure = trh_timeline_measure;
  widget_class->size_allocate = trh_timeline_size_allocate;
  widget_class->snapshot = trh_timeline_snapshot;
  widget_class->css_changed = trh_timeline_css_changed;
  trh_timeline_class_add_focus (widget_class);
  trh_timeline_class_add_keys (widget_class);

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  g_object_class_install_property (object_class, PROP_SCALE,
    g_param_spec_int ("scale", NULL, NULL, TRH_SCALE_DAY, TRH_SCALE_SEASON, TRH_SCALE_WEEK, flags));
  g_object_class_install_property (object_class, PROP_SELECTED_ID,
    g_param_spec_string ("selected-id", NULL, NULL, "", flags));

#define S G_TYPE_STRING
#define I G_TYPE_INT
#define D G_TYPE_DOUBLE
  add_signal (klass, TRH_SIGNAL_UPDATE_BAR, "update-bar", G_TYPE_NONE, 1, G_TYPE_POINTER);
  add_signal (klass, TRH_SIGNAL_DESCRIBE_BAR, "describe-bar", S, 2, S, S);
  add_signal (klass, TRH_SIGNAL_DESCRIBE_ROAD, "describe-road", S, 2, S, S);
  add_signal (klass, TRH_SIGNAL_DESCRIBE_MOVE, "describe-move", S, 4, S, S, I, I);
  add_signal (klass, TRH_SIGNAL_BAR_SELECTED, "bar-selected", G_TYPE_NONE, 1, S);
  add_signal (klass, TRH_SIGNAL_BAR_ACTIVATED, "bar-activated", G_TYPE_NONE, 1, S);
  add_signal (klass, TRH_SIGNAL_BAR_DELETED, "bar-deleted", G_TYPE_NONE, 1, S);
  add_signal (klass, TRH_SIGNAL_BAR_DUPLICATED, "bar-duplicated", G_TYPE_NONE, 1, S);
  add_signal (klass, TRH_SIGNAL_BAR_MOVED, "bar-moved", G_TYPE_NONE, 6, S, S, S, I, I, G_TYPE_BOOLEAN);
  add_signal (klass, TRH_SIGNAL_BAR_LEFT, "bar-left", G_TYPE_NONE, 3, S, D, D);
  add_signal (klass, TRH_SIGNAL_BAR_CREATED, "bar-created", G_TYPE_NONE, 3, S, I, I);
  add_signal (klass, TRH_SIGNAL_BAR_MENU, "bar-menu", G_TYPE_NONE, 4, S, S, D, D);
  add_signal (klass, TRH_SIGNAL_TEXT_DROPPED, "text-dropped", G_TYPE_NONE, 3, S, S, I);
  add_signal (klass, TRH_SIGNAL_VIEW_CHANGED, "view-changed", G_TYPE_NONE, 0);
#undef S
#undef I
#undef D

  gtk_widget_class_set_css_name (widget_class, "timeline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
trh_timeline_init (TrhTimeline *self)
{
  self->lanes = trh_lanes_new ();
  self->holidays = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->bars = g_ptr_array_new ();
  self->spare_bars = g_ptr_array_new ();
  self->names = g_ptr_array_new ();
  self->spare_names = g_ptr_array_new ();
  self->cursor_id = g_strdup ("");
  self->cursor_lane_id = g_strdup ("");
  self->selected_id = g_strdup ("");
  self->first_day = self->season_first_day = trh_day_today ();
  self->last_day = self->season_last_day = self->first_day + 90;
  self->day_px = 140;
  self->names_px = 160;
  self->pending_scale = TRH_SCALE_WEEK;

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Timeline"), -1);
  trh_timeline_add_mouse (self);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (trh_timeline_forget_style), NULL);
}
