/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <math.h>

#include "core/geo/trh-cells.h"
#include "core/geo/trh-distance.h"
#include "map/trh-map-private.h"

#define PAN_PART     0.15  /* of the map's size, for one arrow */
#define STEP_M       25    /* of a venue placed by the keyboard */
#define LONG_STEP_M  250
#define NEAR_PX      14    /* from the pointer to a venue's mark */
#define EARTH_M      40075016.686 /* round the equator, WGS 84 */

static const char *
find_marker (TrhMap *self, double x, double y)
{
  GtkWidget *hit = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  for (; hit != NULL && hit != GTK_WIDGET (self); hit = gtk_widget_get_parent (hit))
    if (TRH_IS_MARKER_BUTTON (hit))
      return trh_marker_button_get_id (TRH_MARKER_BUTTON (hit));

  return NULL;
}

/* The venue whose small mark is under the pointer, or %NULL. */
static const char *
find_mark (TrhMap *self, const TrhView *view, double x, double y)
{
  const char *found = NULL;
  double nearest = NEAR_PX;

  for (guint i = 0; i < trh_project_count (self->project, TRH_VENUES); i++)
    {
      const TrhVenueRecord *venue = trh_project_peek_record (self->project, TRH_VENUES, i);
      double venue_x, venue_y;

      if (venue->latitude_deg == 0 && venue->longitude_deg == 0)
        continue;
      trh_view_place (view, trh_point_from_degrees (venue->latitude_deg, venue->longitude_deg), &venue_x, &venue_y);
      if (hypot (venue_x - x, venue_y - y) < nearest)
        {
          nearest = hypot (venue_x - x, venue_y - y);
          found = venue->base.id;
        }
    }

  return found;
}

/* The commune in whose cell a point is, or %NULL when all villages are far. */
static const char *
find_commune (TrhMap *self, TrhPoint point)
{
  TrhCoordinate at;
  const char *found = NULL;
  double nearest_m = TRH_CELL_RADIUS_M;

  trh_point_to_degrees (point, &at.latitude_deg, &at.longitude_deg);
  for (guint i = 0; i < trh_project_count (self->project, TRH_COMMUNES); i++)
    {
      const TrhCommuneRecord *commune = trh_project_peek_record (self->project, TRH_COMMUNES, i);
      double distance_m = trh_distance_m (at, (TrhCoordinate) { commune->latitude_deg, commune->longitude_deg });

      if (distance_m < nearest_m)
        {
          nearest_m = distance_m;
          found = commune->base.id;
        }
    }

  return found;
}

/* What is under a point of the map, "" for nothing. */
static const char *
find_object (TrhMap *self, const TrhView *view, double x, double y)
{
  const char *id = NULL;

  if (self->project == NULL)
    return "";
  if (trh_venue_layer_get_n (self->venues) == 0)
    id = find_mark (self, view, x, y);
  if (id == NULL)
    id = find_commune (self, trh_view_find (view, x, y));

  return id != NULL ? id : "";
}

static void
show_ghost (TrhMap *self, TrhPoint point)
{
  self->placed_at = point;
  trh_venue_layer_show_ghost (self->venues, &self->placed_face, point);
}

static void
set_hint (TrhMap *self, const char *text)
{
  gtk_label_set_label (GTK_LABEL (self->hint_label), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  gtk_widget_set_visible (self->hint, *text != '\0');
}

/**
 * trh_map_begin_placing:
 * @self: a map
 * @id: the venue that shall move, or "" for a new one
 *
 * Lets the person say where a venue is: by a click, or by the arrow keys and Enter. Escape
 * leaves. "placed" tells where.
 */
void
trh_map_begin_placing (TrhMap *self, const char *id)
{
  ShumateViewport *viewport = shumate_map_get_viewport (self->map);
  const TrhVenueRecord *venue =
    self->project != NULL ? trh_project_find_record (self->project, TRH_VENUES, id) : NULL;

  g_return_if_fail (TRH_IS_MAP (self));

  self->placed_face = (TrhMarkerFace) { TRH_MARKER_DISC, { 0.42f, 0.34f, 0.65f, 1 }, TRH_VENUE_OTHER };
  if (venue != NULL)
    trh_venue_get_face (self->project, venue, &self->placed_face);
  self->placed_face.ghost = TRUE;
  trh_record_set_text (&self->placed_id, id);
  if (venue != NULL && (venue->latitude_deg != 0 || venue->longitude_deg != 0))
    {
      self->placed_from = trh_point_from_degrees (venue->latitude_deg, venue->longitude_deg);
      trh_map_reveal (self, venue->latitude_deg, venue->longitude_deg);
    }
  else
    self->placed_from = trh_point_from_degrees (shumate_location_get_latitude (SHUMATE_LOCATION (viewport)),
                                                shumate_location_get_longitude (SHUMATE_LOCATION (viewport)));
  show_ghost (self, self->placed_from);
  gtk_widget_set_can_target (GTK_WIDGET (self->venues), FALSE); /* a click on a venue places, too */
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->map), "crosshair");
  set_hint (self, _("Click the map where the venue is, or move it with the arrow keys and press Enter. Escape leaves."));
  gtk_widget_grab_focus (GTK_WIDGET (self));
  self->placing = TRUE;
  trh_map_notify_placing (self);
}

/* Nothing is placed any more, and nothing was. */
void
trh_map_end_placing (TrhMap *self)
{
  if (!self->placing)
    return;
  self->placing = FALSE;
  trh_venue_layer_hide_ghost (self->venues);
  gtk_widget_set_can_target (GTK_WIDGET (self->venues), TRUE);
  gtk_widget_set_cursor (GTK_WIDGET (self->map), NULL);
  set_hint (self, "");
  if (self->zoom_before > 0) /* the map is as it was: placing something is no journey */
    trh_map_jump_to (self, self->centre_before, self->zoom_before);
  self->zoom_before = 0;
  trh_map_notify_placing (self);
}

/* Whether the next click or Enter says where something is. */
gboolean
trh_map_is_placing (TrhMap *self)
{
  return self->placing;
}

static void
place (TrhMap *self)
{
  g_autofree char *id = g_strdup (self->placed_id);
  double latitude, longitude;

  trh_point_to_degrees (self->placed_at, &latitude, &longitude);
  trh_map_end_placing (self);
  g_signal_emit (self, trh_map_signals[TRH_MAP_PLACED], 0, id, latitude, longitude);
}

/* As in “75 m to the north, 25 m to the west of the start”. */
static void
tell_displacement (TrhMap *self)
{
  double latitude, longitude, metres, east_m, north_m;
  g_autofree char *north = NULL;
  g_autofree char *east = NULL;
  g_autofree char *text = NULL;

  trh_point_to_degrees (self->placed_from, &latitude, &longitude);
  metres = EARTH_M * cos (latitude * G_PI / 180);
  east_m = (self->placed_at.x - self->placed_from.x) * metres;
  north_m = (self->placed_from.y - self->placed_at.y) * metres;
  /* Translators: %.0f is metres */
  north = g_strdup_printf (north_m >= 0 ? _("%.0f m to the north") : _("%.0f m to the south"), fabs (north_m));
  east = g_strdup_printf (east_m >= 0 ? _("%.0f m to the east") : _("%.0f m to the west"), fabs (east_m));
  /* Translators: the first %s is as in “75 m to the north”, the second as in “25 m to the west” */
  text = g_strdup_printf (_("%1$s, %2$s of the start. Enter places it here, Escape leaves."), north, east);
  set_hint (self, text);
}

static void
nudge (TrhMap *self, int right, int down, gboolean far)
{
  ShumateViewport *viewport = shumate_map_get_viewport (self->map);
  TrhView view = trh_map_get_view (self);
  double latitude, longitude, step;
  TrhPoint point = self->placed_at;

  trh_point_to_degrees (point, &latitude, &longitude);
  step = (far ? LONG_STEP_M : STEP_M) / (EARTH_M * cos (latitude * G_PI / 180));
  point.x += right * step;
  point.y += down * step;
  show_ghost (self, point);
  tell_displacement (self);
  trh_point_to_degrees (point, &latitude, &longitude);
  /* near enough to see 25 m */
  if (shumate_viewport_get_zoom_level (viewport) < 14)
    {
      if (self->zoom_before <= 0)
        {
          self->zoom_before = shumate_viewport_get_zoom_level (viewport);
          self->centre_before = trh_view_find (&view, view.width / 2.0, view.height / 2.0);
        }
      trh_map_centre_on (self, latitude, longitude, TRUE);
    }
  else
    trh_map_reveal (self, latitude, longitude);
}

static void
pan (TrhMap *self, int right, int down)
{
  TrhView view = trh_map_get_view (self);
  TrhPoint centre = trh_view_find (&view, view.width * (0.5 + right * PAN_PART), view.height * (0.5 + down * PAN_PART));
  double latitude, longitude;

  trh_point_to_degrees (centre, &latitude, &longitude);
  shumate_map_stop_go_to (self->map);
  shumate_location_set_location (SHUMATE_LOCATION (shumate_map_get_viewport (self->map)), latitude, longitude);
}

/* The menu of what has the focus: a venue, or the middle of the map. */
static void
show_menu_by_key (TrhMap *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  TrhView view = trh_map_get_view (self);
  graphene_point_t corner = GRAPHENE_POINT_INIT (0, 0), at;
  TrhPoint point = trh_view_find (&view, view.width / 2.0, view.height / 2.0);
  const char *id = self->selected_id;
  double latitude, longitude, x, y;

  if (TRH_IS_MARKER_BUTTON (focus))
    {
      point = trh_marker_button_get_point (TRH_MARKER_BUTTON (focus));
      id = trh_marker_button_get_id (TRH_MARKER_BUTTON (focus));
    }
  trh_view_place (&view, point, &x, &y);
  if (!gtk_widget_compute_point (GTK_WIDGET (self->map), GTK_WIDGET (self), &corner, &at))
    return;
  trh_point_to_degrees (point, &latitude, &longitude);
  g_signal_emit (self, trh_map_signals[TRH_MAP_MENU], 0, id, latitude, longitude, x + at.x, y + at.y);
}

static gboolean
on_key (TrhMap *self, guint key, guint code, GdkModifierType state)
{
  gboolean shift = (state & GDK_SHIFT_MASK) != 0;
  int right = (key == GDK_KEY_Right || key == GDK_KEY_KP_Right) - (key == GDK_KEY_Left || key == GDK_KEY_KP_Left);
  int down = (key == GDK_KEY_Down || key == GDK_KEY_KP_Down) - (key == GDK_KEY_Up || key == GDK_KEY_KP_Up);

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;
  if (right != 0 || down != 0)
    {
      if (self->placing)
        nudge (self, right, down, shift);
      else
        pan (self, right, down);
      return TRUE;
    }

  switch (key)
    {
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      trh_map_zoom_by (self, 1);
      return TRUE;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
    case GDK_KEY_6: /* the key of − on French keyboards */
      trh_map_zoom_by (self, -1);
      return TRUE;
    case GDK_KEY_0:
    case GDK_KEY_KP_0:
    case GDK_KEY_agrave: /* the key of 0 on French keyboards */
    case GDK_KEY_Home:
      trh_map_show_all (self);
      return TRUE;
    case GDK_KEY_Menu:
      show_menu_by_key (self);
      return TRUE;
    case GDK_KEY_F10:
      if (shift)
        show_menu_by_key (self);
      return shift;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      if (self->placing)
        place (self);
      else if (*self->selected_id != '\0')
        g_signal_emit (self, trh_map_signals[TRH_MAP_OPENED], 0, self->selected_id);
      return TRUE;
    default:
      return FALSE;
    }
}

/* Before anybody else: Escape ends a drag or the placing, and nothing more. */
static gboolean
on_key_first (TrhMap *self, guint key)
{
  if (key != GDK_KEY_Escape)
    return FALSE;
  if (trh_venue_layer_is_dragging (self->venues))
    trh_venue_layer_cancel_drag (self->venues);
  else if (self->placing)
    trh_map_end_placing (self);
  else
    return FALSE;

  return TRUE;
}

static void
on_pressed (TrhMap *self, int n_press, double x, double y)
{
  self->press_x = x;
  self->press_y = y;
}

/* After a pan the release still comes: libshumate's drag claims nothing. */
static void
on_released (TrhMap *self, int n_press, double x, double y)
{
  TrhView view = trh_map_get_view (self);

  /* a button held for long ends as press 0 */
  if (n_press > 1 || gtk_drag_check_threshold (GTK_WIDGET (self->map), (int) self->press_x, (int) self->press_y,
                                                (int) x, (int) y))
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (self->placing)
    {
      self->placed_at = trh_view_find (&view, x, y);
      place (self);
    }
  else
    g_signal_emit (self, trh_map_signals[TRH_MAP_CHOSEN], 0, find_object (self, &view, x, y));
}

static void
show_menu_at (TrhMap *self, double x, double y)
{
  const char *id = find_marker (self, x, y);
  TrhView view = trh_map_get_view (self);
  graphene_point_t at;
  double latitude, longitude;

  if (self->placing || !gtk_widget_compute_point (GTK_WIDGET (self), GTK_WIDGET (self->map),
                                                  &GRAPHENE_POINT_INIT ((float) x, (float) y), &at))
    return;
  if (id == NULL)
    id = find_object (self, &view, at.x, at.y);
  trh_point_to_degrees (trh_view_find (&view, at.x, at.y), &latitude, &longitude);
  g_signal_emit (self, trh_map_signals[TRH_MAP_MENU], 0, id, latitude, longitude, x, y);
}

static void
on_secondary (TrhMap *self, int n_press, double x, double y, GtkGesture *gesture)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  show_menu_at (self, x, y);
}

static void
on_long_press (TrhMap *self, double x, double y, GtkGesture *gesture)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  show_menu_at (self, x, y);
}

static void
on_motion (TrhMap *self, double x, double y)
{
  TrhView view = trh_map_get_view (self);

  /* the first event comes from the widget appearing, not from the hand */
  if (self->placing && (x != self->pointer_x || y != self->pointer_y))
    show_ghost (self, trh_view_find (&view, x, y));
  self->pointer_x = x;
  self->pointer_y = y;
}

/* A venue dragged out of the list. */
static gboolean
on_drop (TrhMap *self, const GValue *value, double x, double y)
{
  TrhView view = trh_map_get_view (self);
  TrhVenue *venue = g_value_get_object (value);
  double latitude, longitude;

  if (venue == NULL || self->project == NULL ||
      trh_project_find (self->project, TRH_VENUES, trh_entity_get_id (TRH_ENTITY (venue))) != venue)
    return FALSE;
  trh_point_to_degrees (trh_view_find (&view, x, y), &latitude, &longitude);
  g_signal_emit (self, trh_map_signals[TRH_MAP_PLACED], 0, trh_entity_get_id (TRH_ENTITY (venue)), latitude, longitude);

  return TRUE;
}

static void
on_venue_chosen (TrhMap *self, const char *id)
{
  g_signal_emit (self, trh_map_signals[TRH_MAP_CHOSEN], 0, id);
}

static void
on_venue_opened (TrhMap *self, const char *id)
{
  g_signal_emit (self, trh_map_signals[TRH_MAP_OPENED], 0, id);
}

static void
on_venue_dragged (TrhMap *self, const char *id, double latitude, double longitude)
{
  g_signal_emit (self, trh_map_signals[TRH_MAP_PLACED], 0, id, latitude, longitude);
}

/* Only what is in view can have the focus. */
static void
bring_into_view (TrhMap *self, TrhMarkerButton *button)
{
  TrhView view = trh_map_get_view (self);
  double latitude, longitude;

  if (trh_view_shows (&view, trh_marker_button_get_point (button), -TRH_MARKER_ROOM / 2))
    return;
  trh_point_to_degrees (trh_marker_button_get_point (button), &latitude, &longitude);
  shumate_map_stop_go_to (self->map);
  shumate_location_set_location (SHUMATE_LOCATION (shumate_map_get_viewport (self->map)), latitude, longitude);
  gtk_widget_set_child_visible (GTK_WIDGET (button), TRUE);
}

/* Tab goes through the map itself, the venues from west to east, then the controls. */
gboolean
trh_map_focus (GtkWidget *widget, GtkDirectionType direction)
{
  TrhMap *self = TRH_MAP (widget);
  g_autoptr(GPtrArray) stops = g_ptr_array_new ();
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  int at = -1, step = direction == GTK_DIR_TAB_BACKWARD ? -1 : 1;

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return FALSE;

  g_ptr_array_add (stops, self->retry_button);
  g_ptr_array_add (stops, self);
  for (guint i = 0; i < trh_venue_layer_get_n (self->venues); i++)
    g_ptr_array_add (stops, trh_venue_layer_peek (self->venues, i));
  for (guint i = 0; i < G_N_ELEMENTS (self->controls); i++)
    g_ptr_array_add (stops, self->controls[i]);
  g_ptr_array_add (stops, self->attribution);

  for (guint i = 0; i < stops->len; i++)
    if (focus == stops->pdata[i])
      at = (int) i;
  if (at < 0)
    at = step > 0 ? -1 : (int) stops->len;
  for (at += step; at >= 0 && at < (int) stops->len; at += step)
    {
      GtkWidget *stop = stops->pdata[at];

      if (TRH_IS_MARKER_BUTTON (stop))
        bring_into_view (self, TRH_MARKER_BUTTON (stop));
      if (stop == widget ? gtk_widget_grab_focus (widget)
                         : gtk_widget_is_visible (stop) && gtk_widget_get_mapped (stop) &&
                             gtk_widget_child_focus (stop, direction))
        return TRUE;
    }

  return FALSE;
}

/* Gives the widget its gestures and keys. */
void
trh_map_add_input (TrhMap *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *secondary = gtk_gesture_click_new ();
  GtkGesture *long_press = gtk_gesture_long_press_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *first_keys = gtk_event_controller_key_new ();
  GtkDropTarget *drop = gtk_drop_target_new (TRH_TYPE_VENUE, GDK_ACTION_COPY | GDK_ACTION_MOVE);

  g_signal_connect_swapped (click, "pressed", G_CALLBACK (on_pressed), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (on_released), self);
  gtk_widget_add_controller (GTK_WIDGET (self->map), GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (secondary, "pressed", G_CALLBACK (on_secondary), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (secondary));
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (long_press), TRUE);
  g_signal_connect_swapped (long_press, "pressed", G_CALLBACK (on_long_press), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (long_press));
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (on_motion), self);
  gtk_widget_add_controller (GTK_WIDGET (self->map), motion);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_event_controller_set_propagation_phase (first_keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (first_keys, "key-pressed", G_CALLBACK (on_key_first), self);
  gtk_widget_add_controller (GTK_WIDGET (self), first_keys);
  g_signal_connect_swapped (drop, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (GTK_WIDGET (self->map), GTK_EVENT_CONTROLLER (drop));

  g_signal_connect_object (self->venues, "chosen", G_CALLBACK (on_venue_chosen), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->venues, "opened", G_CALLBACK (on_venue_opened), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->venues, "dragged", G_CALLBACK (on_venue_dragged), self, G_CONNECT_SWAPPED);
}
