/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <shumate/shumate.h>

#include "map/trh-map.h"
#include "map/trh-picture-layer.h"
#include "map/trh-tile-source.h"
#include "map/trh-venue-layer.h"

G_BEGIN_DECLS

/* trh-map.c makes the widget and keeps it up to date, trh-map-navigation.c
 * moves what is shown, trh-map-input.c answers the hands. */
struct _TrhMap
{
  GtkWidget         parent_instance;

  TrhProject       *project;     /* (nullable) */
  char             *selected_id; /* "" when nothing is */
  char             *tile_address;
  char             *tile_credit;

  GtkWidget        *content;
  GtkWidget        *note;        /* why the background is simplified */
  GtkWidget        *note_label;
  GtkWidget        *retry_button;
  GtkWidget        *hint;        /* what to do while placing */
  GtkWidget        *hint_label;
  GtkWidget        *controls[3]; /* zoom in, zoom out, show all */
  GtkWidget        *attribution;

  ShumateMap       *map;
  ShumateMapSource *reference;   /* its sizes hold also without images */
  ShumateMapLayer  *tile_layer;  /* (nullable) */
  TrhHttp          *http;
  TrhTileSource    *source;      /* (nullable) */
  TrhPictureLayer  *picture;
  TrhVenueLayer    *venues;
  TrhPainter       *communes_painter;
  TrhPainter       *landmarks_painter;
  TrhPainter       *routes_painter;
  TrhPainter       *turnout_painter;
  TrhPainter       *venues_painter;
  gboolean          fitted;      /* the whole territory was shown once */
  guint             fit_id;
  TrhPoint          revealed;       /* the last point that had to be in view */
  gboolean          keeps_revealed; /* it is that of what is selected */
  int               root_width;     /* of the window, when the map last got its size */
  int               root_height;
  gint64            root_changed_us; /* when that was last another one */
  TrhPoint          held_corner;    /* what the upper left corner would be, had nothing come along */
  double            held_latitude;  /* of the middle, when the map was last held */
  double            held_longitude;
  double            held_zoom;      /* 0 before */

  gboolean          placing;
  char             *placed_id;   /* "" for a new venue */
  TrhMarkerFace     placed_face;
  TrhPoint          placed_from; /* where it was, or the middle of the map */
  TrhPoint          placed_at;
  double            zoom_before; /* what the map went nearer from, for steps that can be seen; 0 when it did not */
  TrhPoint          centre_before;
  double            press_x, press_y;
  double            pointer_x, pointer_y;
};

enum { TRH_MAP_CHOSEN, TRH_MAP_OPENED, TRH_MAP_PLACED, TRH_MAP_MENU, TRH_MAP_N_SIGNALS };
extern guint trh_map_signals[TRH_MAP_N_SIGNALS];

#define TRH_MIN_ZOOM 6
#define TRH_MAP_BESIDE_CONTROLS 60 /* pixels: the buttons at the right, and air */

TrhView  trh_map_get_view     (TrhMap *self);
void     trh_map_zoom_by      (TrhMap *self, double levels);
void     trh_map_jump_to      (TrhMap *self, TrhPoint centre, double zoom);
gboolean trh_map_fit_once     (gpointer data);
void     trh_map_hold_corner  (TrhMap *self, int width, int height);
void     trh_map_add_input    (TrhMap *self);
gboolean trh_map_focus        (GtkWidget *widget, GtkDirectionType direction);
void     trh_map_notify_placing (TrhMap *self);

G_END_DECLS
