/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "map/trh-map-private.h"

#define CLOSE_ZOOM 14 /* a village fills the map */
#define FIT_AIR    40 /* pixels left free around the territory, for the names at its edge */
#define FIT_RIGHT  (TRH_MAP_BESIDE_CONTROLS + 28) /* nothing below the buttons */
#define WINDOW_US (300 * 1000) /* a window with another size has done all that follows from it */
#define FIT_BOTTOM 84 /* nothing below the scale, the credit and a message */

/* The middle of the 138 communes, for a project without any. */
#define HOME_LATITUDE  44.33
#define HOME_LONGITUDE 5.55
#define HOME_ZOOM      9

static void
go_to (TrhMap *self, double latitude, double longitude, double zoom)
{
  ShumateViewport *viewport = shumate_map_get_viewport (self->map);
  gboolean animate;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &animate, NULL);
  shumate_map_stop_go_to (self->map);
  zoom = CLAMP (zoom, TRH_MIN_ZOOM, TRH_MAX_ZOOM);
  if (animate && gtk_widget_get_mapped (GTK_WIDGET (self)))
    shumate_map_go_to_full_with_duration (self->map, latitude, longitude, zoom, 250);
  else
    {
      shumate_viewport_set_zoom_level (viewport, zoom);
      shumate_location_set_location (SHUMATE_LOCATION (viewport), latitude, longitude);
    }
}

/* Shows a point at once, without the way to it. */
void
trh_map_jump_to (TrhMap *self, TrhPoint centre, double zoom)
{
  double latitude, longitude;

  trh_point_to_degrees (centre, &latitude, &longitude);
  shumate_map_stop_go_to (self->map);
  shumate_viewport_set_zoom_level (shumate_map_get_viewport (self->map), zoom);
  shumate_location_set_location (SHUMATE_LOCATION (shumate_map_get_viewport (self->map)), latitude, longitude);
}

/* Goes nearer by @levels, each twice as near; below zero farther. */
void
trh_map_zoom_by (TrhMap *self, double levels)
{
  ShumateViewport *viewport = shumate_map_get_viewport (self->map);

  /* to a whole level: map images are sharp there */
  go_to (self, shumate_location_get_latitude (SHUMATE_LOCATION (viewport)),
         shumate_location_get_longitude (SHUMATE_LOCATION (viewport)),
         round (shumate_viewport_get_zoom_level (viewport) + levels));
}

/**
 * trh_map_centre_on:
 * @self: a map
 * @latitude_deg: of the point
 * @longitude_deg: of the point
 * @closer: also go as near as it takes to see a village
 */
void
trh_map_centre_on (TrhMap *self, double latitude_deg, double longitude_deg, gboolean closer)
{
  double zoom = shumate_viewport_get_zoom_level (shumate_map_get_viewport (self->map));

  go_to (self, latitude_deg, longitude_deg, closer ? MAX (zoom, CLOSE_ZOOM) : zoom);
}

/* Moves the map only when the point is not in view; it stays in view when the map becomes smaller. */
void
trh_map_reveal (TrhMap *self, double latitude_deg, double longitude_deg)
{
  TrhView view = trh_map_get_view (self);

  self->revealed = trh_point_from_degrees (latitude_deg, longitude_deg);
  self->keeps_revealed = TRUE;
  if (view.width > 0 && !trh_view_shows (&view, trh_point_from_degrees (latitude_deg, longitude_deg), -16))
    trh_map_centre_on (self, latitude_deg, longitude_deg, FALSE);
}

/* Whether the map is where trh_map_hold_corner() put it, and nobody has moved it since. */
static gboolean
is_held (TrhMap *self)
{
  ShumateViewport *viewport = shumate_map_get_viewport (self->map);

  return self->held_zoom > 0 && self->held_zoom == shumate_viewport_get_zoom_level (viewport)
         && self->held_latitude == shumate_location_get_latitude (SHUMATE_LOCATION (viewport))
         && self->held_longitude == shumate_location_get_longitude (SHUMATE_LOCATION (viewport));
}

/* Whether it is the window that has another size. Its panes fold or unfold right after that, in layouts of their own. */
static gboolean
is_window_changing (TrhMap *self)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  int width = gtk_widget_get_width (root), height = gtk_widget_get_height (root);
  gint64 now_us = g_get_monotonic_time ();

  if (width != self->root_width || height != self->root_height)
    self->root_changed_us = now_us;
  self->root_width = width;
  self->root_height = height;
  return now_us - self->root_changed_us < WINDOW_US;
}

/**
 * trh_map_hold_corner:
 * @self: a map that is about to get another size
 * @width: pixels, from now on
 * @height: pixels, from now on
 *
 * When something else in the same window takes room or gives it back, the map keeps its upper left corner where it is:
 * what the hand is on does not move. A viewport alone keeps its middle, which is right when the window changes. What was
 * revealed last comes along when it would be cut off, and goes back when there is room again.
 */
void
trh_map_hold_corner (TrhMap *self, int width, int height)
{
  ShumateViewport *viewport = shumate_map_get_viewport (self->map);
  gboolean window_changes = is_window_changing (self);
  TrhView view = trh_map_get_view (self);
  double x, y, dx = 0, dy = 0;

  if (!self->fitted || window_changes || view.width <= 0 || view.height <= 0 || width <= 0 || height <= 0
      || (view.width == width && view.height == height))
    return;
  if (is_held (self)) /* what was pushed aside comes back */
    {
      view.x = self->held_corner.x;
      view.y = self->held_corner.y;
    }
  self->held_corner = (TrhPoint) { view.x, view.y };
  if (self->keeps_revealed && trh_view_shows (&view, self->revealed, 0))
    {
      trh_view_place (&view, self->revealed, &x, &y);
      dx = MAX (0, x - MAX (width - FIT_RIGHT, width / 2.));
      dy = MAX (0, y - MAX (height - FIT_BOTTOM, height / 2.));
    }
  trh_point_to_degrees (trh_view_find (&view, dx + width / 2., dy + height / 2.), &self->held_latitude, &self->held_longitude);
  self->held_zoom = shumate_viewport_get_zoom_level (viewport);
  shumate_location_set_location (SHUMATE_LOCATION (viewport), self->held_latitude, self->held_longitude);
}

static void
extend (TrhPoint *low, TrhPoint *high, double latitude, double longitude)
{
  TrhPoint point = trh_point_from_degrees (latitude, longitude);

  if (latitude == 0 && longitude == 0)
    return;
  low->x = MIN (low->x, point.x);
  low->y = MIN (low->y, point.y);
  high->x = MAX (high->x, point.x);
  high->y = MAX (high->y, point.y);
}

/* Shows every commune and venue of the project, and nothing of them under what lies on the map. */
void
trh_map_show_all (TrhMap *self)
{
  TrhPoint low = { 2, 2 }, high = { -1, -1 };
  TrhView view = trh_map_get_view (self);
  double latitude, longitude, zoom, scale;

  for (guint i = 0; self->project != NULL && i < trh_project_count (self->project, TRH_COMMUNES); i++)
    {
      const TrhCommuneRecord *commune = trh_project_peek_record (self->project, TRH_COMMUNES, i);

      extend (&low, &high, commune->latitude_deg, commune->longitude_deg);
    }
  for (guint i = 0; self->project != NULL && i < trh_project_count (self->project, TRH_VENUES); i++)
    {
      const TrhVenueRecord *venue = trh_project_peek_record (self->project, TRH_VENUES, i);

      extend (&low, &high, venue->latitude_deg, venue->longitude_deg);
    }
  if (high.x < low.x || view.width <= 0)
    {
      go_to (self, HOME_LATITUDE, HOME_LONGITUDE, HOME_ZOOM);
      return;
    }

  zoom = log2 (MIN (MAX (view.width - FIT_AIR - FIT_RIGHT, 100) / MAX (high.x - low.x, 1e-9),
                    MAX (view.height - FIT_AIR - FIT_BOTTOM, 100) / MAX (high.y - low.y, 1e-9)) /
               shumate_map_source_get_tile_size (self->reference));
  zoom = MIN (zoom, CLOSE_ZOOM - 1);
  if (self->tile_layer != NULL)
    zoom = floor (zoom + 0.25); /* images are sharp at whole levels */
  scale = exp2 (zoom) * shumate_map_source_get_tile_size (self->reference);
  trh_point_to_degrees ((TrhPoint) { (low.x + high.x) / 2 + (FIT_RIGHT - FIT_AIR) / 2. / scale,
                                     (low.y + high.y) / 2 + (FIT_BOTTOM - FIT_AIR) / 2. / scale }, &latitude, &longitude);
  go_to (self, latitude, longitude, zoom);
}

/* Shows the whole territory when the map has its size for the first time. */
gboolean
trh_map_fit_once (gpointer data)
{
  TrhMap *self = data;

  self->fit_id = 0;
  self->fitted = TRUE;
  trh_map_show_all (self);

  return G_SOURCE_REMOVE;
}
