/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "widgets/trh-timeline-bar.h"
#include "widgets/trh-timeline-private.h"

/* Which bars and names have a widget, where they are, and which has the keyboard. Widgets that
 * scroll out of sight are given to those that scroll in: there are never many more than fit. */

#define WIDEST_LABEL_PX 150 /* of an encounter that has room at its right */
#define BEYOND_PX       48  /* what is drawn of a bar outside of the view */
#define MORE_SPARES     8   /* made beyond those that are missing */

/* A spare one is nothing that assistive tools should find. */
static void
set_in_use (GtkWidget *widget, gboolean in_use)
{
  gtk_widget_set_child_visible (widget, in_use);
  gtk_accessible_update_state (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_STATE_HIDDEN, !in_use, -1);
}

static GtkWidget *
make_child (TrhTimeline *self, GtkWidget *(*make) (void))
{
  GtkWidget *widget = make ();

  set_in_use (widget, FALSE);
  gtk_widget_set_parent (widget, GTK_WIDGET (self));
  return widget;
}

static GtkWidget *
take_spare (GPtrArray *spare)
{
  GtkWidget *widget = spare->len > 0 ? g_ptr_array_steal_index_fast (spare, spare->len - 1) : NULL;

  if (widget != NULL)
    set_in_use (widget, TRUE);
  return widget;
}

static gboolean
make_missing (gpointer user_data)
{
  TrhTimeline *self = user_data;

  self->missing_id = 0;
  for (guint i = 0; self->n_missing[0] > 0 && i < self->n_missing[0] + MORE_SPARES; i++)
    g_ptr_array_add (self->spare_bars, make_child (self, trh_timeline_bar_new));
  for (guint i = 0; self->n_missing[1] > 0 && i < self->n_missing[1] + MORE_SPARES; i++)
    g_ptr_array_add (self->spare_names, make_child (self, trh_timeline_name_new));
  trh_timeline_queue_place (self);
  return G_SOURCE_REMOVE;
}

static void
give_face (TrhTimeline *self, TrhBar *bar, GtkWidget *face)
{
  g_ptr_array_add (self->bars, face);
  trh_timeline_bar_set_bar (TRH_TIMELINE_BAR (face), bar);
}

/**
 * trh_timeline_get_box:
 * @self: a timeline
 * @lane: a lane
 * @index: of a bar in it
 * @box: (out): where the bar is drawn, in pixels of the widget
 *
 * Short bars are widened so that they can be seen and taken; an encounter's may reach to the
 * next one, to say its name.
 */
void
trh_timeline_get_box (TrhTimeline *self, const TrhLane *lane, guint index, graphene_rect_t *box)
{
  const TrhBar *bar = lane->bars->pdata[index];
  int from_min, to_min, height = trh_bar_get_height (bar);
  double x0, x1, least;

  trh_bar_get_span (bar, &from_min, &to_min);
  x0 = floor (trh_timeline_get_x (self, from_min));
  x1 = floor (trh_timeline_get_x (self, to_min));
  least = bar->kind == TRH_BAR_STAY ? 8 : self->day_px < 14 ? 14 : height;
  if (bar->kind == TRH_BAR_ENCOUNTER && self->day_px >= 32 && x1 - x0 < WIDEST_LABEL_PX)
    {
      double room = WIDEST_LABEL_PX;

      for (guint i = index + 1; i < lane->bars->len; i++)
        {
          const TrhBar *next = lane->bars->pdata[i];
          double distance = trh_timeline_get_x (self, next->start_min) - x0 - 3;

          if (distance > room)
            break;
          if (next->kind == bar->kind && next->row == bar->row)
            {
              room = distance;
              break;
            }
        }
      least = MAX (least, MIN (room, self->day_px * 0.9));
    }
  x1 = MAX (x1, x0 + least);
  graphene_rect_init (box, (float) x0,
    (float) (floor (trh_lane_get_bar_y (lane, bar)) + TRH_TIMELINE_HEAD - trh_timeline_get_offset_y (self)),
    (float) (x1 - x0), (float) height);
}

static void
allocate (GtkWidget *widget, const graphene_rect_t *box)
{
  GskTransform *transform = gsk_transform_translate (NULL, &box->origin);

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL); /* GTK wants to be asked */
  gtk_widget_allocate (widget, MAX ((int) box->size.width, 1), MAX ((int) box->size.height, 1), -1, transform);
}

static void
place_bar (TrhTimeline *self, const TrhLane *lane, guint index, int width)
{
  TrhBar *bar = lane->bars->pdata[index];
  graphene_rect_t box;
  int inset = 0;

  if (bar->widget == NULL)
    {
      GtkWidget *spare = take_spare (self->spare_bars);

      self->n_missing[0] += spare == NULL;
      if (spare == NULL)
        return;
      give_face (self, bar, spare);
    }
  trh_timeline_get_box (self, lane, index, &box);
  if (box.origin.x + box.size.width > self->names_px && box.origin.x < width)
    {
      float left = MAX (box.origin.x, (float) self->names_px - BEYOND_PX);
      float right = MIN (box.origin.x + box.size.width, (float) width + BEYOND_PX);

      box.size.width = right - left;
      box.origin.x = left;
      inset = MAX ((int) (self->names_px - left), 0);
    }
  trh_timeline_bar_set_look (bar->widget, inset, g_str_equal (bar->id, self->selected_id));
  allocate (bar->widget, &box);
}

/* Takes the faces of all that the last layout did not see, but for the one with the focus. */
static void
collect_spares (TrhTimeline *self)
{
  for (guint i = self->bars->len; i-- > 0;)
    {
      GtkWidget *face = self->bars->pdata[i];
      TrhBar *bar = trh_timeline_bar_get_bar (TRH_TIMELINE_BAR (face));

      if (bar != NULL && (bar->stamp == self->stamp || gtk_widget_is_focus (face)))
        continue;
      if (bar != NULL)
        bar->widget = NULL;
      trh_timeline_bar_set_bar (TRH_TIMELINE_BAR (face), NULL);
      g_ptr_array_add (self->spare_bars, g_ptr_array_steal_index_fast (self->bars, i));
    }
  for (guint i = self->names->len; i-- > 0;)
    {
      GtkWidget *name = self->names->pdata[i];
      TrhLane *lane = trh_timeline_name_get_lane (TRH_TIMELINE_NAME (name));

      if (lane != NULL && lane->stamp == self->stamp)
        continue;
      if (lane != NULL)
        lane->widget = NULL;
      trh_timeline_name_set_lane (TRH_TIMELINE_NAME (name), NULL);
      g_ptr_array_add (self->spare_names, g_ptr_array_steal_index_fast (self->names, i));
    }
}

static void
place_name (TrhTimeline *self, TrhLane *lane)
{
  double y = TRH_TIMELINE_HEAD + floor (lane->y) - trh_timeline_get_offset_y (self);

  if (lane->widget == NULL)
    {
      GtkWidget *name = take_spare (self->spare_names);

      self->n_missing[1] += name == NULL;
      if (name == NULL)
        return;
      g_ptr_array_add (self->names, name);
      trh_timeline_name_set_lane (TRH_TIMELINE_NAME (name), lane);
    }
  allocate (lane->widget, &GRAPHENE_RECT_INIT (0, (float) y, (float) self->names_px, (float) lane->height));
}

static void
reveal (TrhTimeline *self, const TrhBar *bar, int width, int height)
{
  const TrhLane *lane = trh_lanes_find_lane (self->lanes, bar->lane_id);
  double paper = width - self->names_px, margin = MIN (24, paper / 8);
  double left, right, top, bottom, offset_y = trh_timeline_get_offset_y (self);
  int from_min, to_min;

  trh_bar_get_span (bar, &from_min, &to_min);
  left = trh_timeline_get_x (self, from_min) - self->names_px;
  right = trh_timeline_get_x (self, to_min) - self->names_px;
  if (left > paper - 2 * margin || right < 2 * margin || (left < 0 && right < paper) || (right > paper && left > margin))
    {
      double current = self->adjustments[0] != NULL ? gtk_adjustment_get_value (self->adjustments[0]) : 0;

      /* the whole bar when it fits, its beginning when it does not */
      if (right - left > paper - 2 * margin || left < margin)
        trh_timeline_scroll_to (self, GTK_ORIENTATION_HORIZONTAL, current + left - margin);
      else
        trh_timeline_scroll_to (self, GTK_ORIENTATION_HORIZONTAL, current + right - paper + margin);
    }
  top = trh_lane_get_bar_y (lane, bar) - TRH_LANE_PADDING;
  bottom = top + trh_bar_get_height (bar) + 2 * TRH_LANE_PADDING;
  if (top < offset_y)
    trh_timeline_scroll_to (self, GTK_ORIENTATION_VERTICAL, top);
  else if (bottom > offset_y + height - TRH_TIMELINE_HEAD)
    trh_timeline_scroll_to (self, GTK_ORIENTATION_VERTICAL, bottom - height + TRH_TIMELINE_HEAD);
}

static void
reveal_cursor (TrhTimeline *self, int width, int height)
{
  if (self->reveal_cursor && trh_timeline_find_cursor (self) != NULL)
    reveal (self, trh_timeline_find_cursor (self), width, height);
  self->reveal_cursor = FALSE;
}

/* How much there is to scroll, before the layout of the frame: a scroll bar that is told during a
 * layout asks for one more, and GTK 4.8 forgets it half way, so that the widgets between never get
 * another (“Trying to snapshot TrhTimeline without a current allocation”). */
static gboolean
configure_before_layout (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  TrhTimeline *self = TRH_TIMELINE (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);

  self->configure_id = 0;
  if (width > 0)
    {
      trh_timeline_configure (self, width, height);
      reveal_cursor (self, width, height);
    }
  return G_SOURCE_REMOVE;
}

/* Places the bars again in the next frame. What is asked for while they are being placed waits
 * until that frame is drawn: GTK draws nothing whose place is not settled. */
void
trh_timeline_queue_place (TrhTimeline *self)
{
  if (!self->placing)
    gtk_widget_queue_allocate (GTK_WIDGET (self));
  else if (self->missing_id == 0)
    self->missing_id = g_idle_add (make_missing, self);
  if (!self->placing && self->configure_id == 0)
    self->configure_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), configure_before_layout, NULL, NULL);
}

/* Gives every bar and name in sight its widget and its place. */
void
trh_timeline_place (TrhTimeline *self, int width, int height)
{
  double offset_y, bottom;
  int from_min, to_min;
  guint first;

  trh_lanes_lay_out (self->lanes);
  reveal_cursor (self, width, height);

  offset_y = trh_timeline_get_offset_y (self);
  bottom = offset_y + height - TRH_TIMELINE_HEAD;
  from_min = (int) trh_timeline_get_minute (self, self->names_px - WIDEST_LABEL_PX);
  to_min = (int) trh_timeline_get_minute (self, width);
  first = trh_lanes_find_at (self->lanes, offset_y);
  self->stamp++;
  self->n_missing[0] = self->n_missing[1] = 0;

  for (int pass = 0; pass < 2; pass++) /* first see who stays, then hand out what is left over */
    {
      for (guint i = first; i < trh_lanes_get_n_lanes (self->lanes); i++)
        {
          TrhLane *lane = trh_lanes_get_lane (self->lanes, i);

          if (lane->y >= bottom)
            break;
          lane->stamp = self->stamp;
          if (pass == 1)
            place_name (self, lane);
          for (guint j = trh_lane_find_first (lane, from_min); j < lane->bars->len; j++)
            {
              TrhBar *bar = lane->bars->pdata[j];
              int from, to;

              trh_bar_get_span (bar, &from, &to);
              if (from > to_min)
                break;
              if (to < from_min)
                continue;
              bar->stamp = self->stamp;
              if (pass == 1)
                place_bar (self, lane, j, width);
            }
        }
      if (pass == 0)
        collect_spares (self);
    }

  for (guint i = 0; i < self->bars->len; i++)
    {
      TrhBar *bar = trh_timeline_bar_get_bar (self->bars->pdata[i]);
      const TrhLane *lane = trh_lanes_find_lane (self->lanes, bar->lane_id);
      guint index;

      if (bar->stamp != self->stamp && g_ptr_array_find (lane->bars, bar, &index))
        place_bar (self, lane, index, width); /* out of sight, with the focus */
    }
  for (guint i = 0; i < self->spare_bars->len; i++)
    if (gtk_widget_get_child_visible (self->spare_bars->pdata[i]))
      set_in_use (self->spare_bars->pdata[i], FALSE);
  for (guint i = 0; i < self->spare_names->len; i++)
    if (gtk_widget_get_child_visible (self->spare_names->pdata[i]))
      set_in_use (self->spare_names->pdata[i], FALSE);

  /* a new child asks for a layout, which it may not do inside of one */
  if (self->n_missing[0] + self->n_missing[1] > 0 && self->missing_id == 0)
    self->missing_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, make_missing, self, NULL);
}

/* Lets go of all bars and lanes before they are freed. */
void
trh_timeline_forget_faces (TrhTimeline *self)
{
  for (guint i = 0; i < self->bars->len; i++)
    {
      trh_timeline_bar_set_bar (self->bars->pdata[i], NULL);
      g_ptr_array_add (self->spare_bars, self->bars->pdata[i]);
    }
  g_ptr_array_set_size (self->bars, 0);
  for (guint i = 0; i < self->names->len; i++)
    {
      trh_timeline_name_set_lane (self->names->pdata[i], NULL);
      g_ptr_array_add (self->spare_names, self->names->pdata[i]);
    }
  g_ptr_array_set_size (self->names, 0);
}

/* The cursor: what the keyboard stands on */

TrhBar *
trh_timeline_find_cursor (TrhTimeline *self)
{
  return *self->cursor_id != '\0' ? trh_lanes_find_bar (self->lanes, self->cursor_id, self->cursor_lane_id) : NULL;
}

static void
set_text (char **member, const char *text)
{
  char *copy = g_strdup (text);

  g_free (*member);
  *member = copy;
}

/* Stands on another bar, or with %NULL on nothing; the focus stays where it is. */
void
trh_timeline_set_cursor (TrhTimeline *self, const TrhBar *bar)
{
  set_text (&self->cursor_id, bar != NULL ? bar->id : "");
  set_text (&self->cursor_lane_id, bar != NULL ? bar->lane_id : "");
  self->reveal_cursor = bar != NULL;
}

/* Moves the keyboard to a bar and selects it. */
void
trh_timeline_go_to (TrhTimeline *self, const TrhBar *bar)
{
  g_autofree char *id = g_strdup (bar->id);

  trh_timeline_set_cursor (self, bar);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  trh_timeline_queue_place (self);
  if (!g_str_equal (self->selected_id, id))
    {
      trh_timeline_select (self, id);
      g_signal_emit (self, trh_timeline_signals[TRH_SIGNAL_BAR_SELECTED], 0, id);
    }
}

/* Marks the bars of one object, or of none with ""; the owner says so, no signal follows. */
void
trh_timeline_select (TrhTimeline *self, const char *id)
{
  TrhBar *bar;

  if (g_str_equal (self->selected_id, id))
    return;
  set_text (&self->selected_id, id);
  bar = *id != '\0' ? trh_lanes_find_bar (self->lanes, id, self->cursor_lane_id) : NULL;
  if (bar != NULL && !g_str_equal (self->cursor_id, id))
    trh_timeline_set_cursor (self, bar);
  g_object_notify (G_OBJECT (self), "selected-id");
  trh_timeline_queue_place (self);
}

const char *
trh_timeline_get_selected_id (TrhTimeline *self)
{
  return self->selected_id;
}

/* Shows an object and gives its bar the keyboard. */
gboolean
trh_timeline_focus_bar (TrhTimeline *self, const char *id)
{
  TrhBar *bar = trh_lanes_find_bar (self->lanes, id, self->cursor_lane_id);

  if (bar == NULL)
    return FALSE;
  trh_timeline_set_cursor (self, bar);
  trh_timeline_queue_place (self);
  return gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* Where the keyboard comes in: where it was, or the first bar of what is in sight. */
static TrhBar *
find_entry (TrhTimeline *self)
{
  TrhBar *bar = trh_timeline_find_cursor (self);
  guint n_lanes = trh_lanes_get_n_lanes (self->lanes);

  if (bar != NULL || n_lanes == 0)
    return bar;
  trh_lanes_lay_out (self->lanes);
  for (guint i = 0, first = trh_lanes_find_at (self->lanes, trh_timeline_get_offset_y (self)); bar == NULL && i < n_lanes; i++)
    bar = trh_lanes_find_near (self->lanes, (first + i) % n_lanes, trh_timeline_get_middle_day (self) * TRH_DAY_MIN);
  return bar;
}

static gboolean
trh_timeline_grab_focus (GtkWidget *widget)
{
  TrhTimeline *self = TRH_TIMELINE (widget);
  TrhBar *bar = find_entry (self);

  if (bar == NULL)
    return GTK_WIDGET_CLASS (g_type_class_peek (GTK_TYPE_WIDGET))->grab_focus (widget);
  if (!g_str_equal (self->cursor_id, bar->id))
    trh_timeline_set_cursor (self, bar);
  trh_timeline_queue_place (self);
  if (bar->widget == NULL)
    {
      GtkWidget *face = take_spare (self->spare_bars);

      if (face == NULL)
        face = make_child (self, trh_timeline_bar_new);
      set_in_use (face, TRUE);
      give_face (self, bar, face);
    }
  return gtk_widget_grab_focus (bar->widget);
}

/* One stop for Tab; arrows walk inside. */
static gboolean
trh_timeline_focus (GtkWidget *widget, GtkDirectionType direction)
{
  if (gtk_widget_get_focus_child (widget) != NULL || gtk_widget_is_focus (widget))
    return FALSE;
  return gtk_widget_grab_focus (widget);
}

void
trh_timeline_class_add_focus (GtkWidgetClass *widget_class)
{
  widget_class->grab_focus = trh_timeline_grab_focus;
  widget_class->focus = trh_timeline_focus;
}
