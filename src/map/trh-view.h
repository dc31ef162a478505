/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <shumate/shumate.h>

G_BEGIN_DECLS

/* A point of the world in Web Mercator, from 0 to 1: x grows to the east, y to the south. */
typedef struct {
  double x, y;
} TrhPoint;

/* What a picture shows: its upper left corner, how many pixels the world is wide, its size.
 * Plain numbers, so that a worker thread can draw with them. */
typedef struct {
  double x, y;   /* of the corner, in the world */
  double scale;  /* pixels */
  int    width;  /* pixels, before the device scale */
  int    height;
} TrhView;

TrhPoint trh_point_from_degrees (double latitude_deg, double longitude_deg);
void     trh_point_to_degrees   (TrhPoint point, double *latitude_deg, double *longitude_deg);

TrhView  trh_view_of_viewport   (ShumateViewport *viewport, int width, int height);
void     trh_view_place         (const TrhView *view, TrhPoint point, double *x, double *y);
TrhPoint trh_view_find          (const TrhView *view, double x, double y);
gboolean trh_view_shows         (const TrhView *view, TrhPoint point, double margin);

G_END_DECLS
