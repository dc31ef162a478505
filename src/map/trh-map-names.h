/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <gdk/gdk.h>

G_BEGIN_DECLS

/* How a name is written. */
typedef struct {
  double   size;   /* pixels, of usual text */
  gboolean bold;
  gboolean slanted;
  GdkRGBA  ink;
  GdkRGBA  halo;   /* around the letters, so that they stand out from any ground */
} TrhNameStyle;

/* Writes names beside their points, the important ones first, and leaves out those that would
 * touch another name, cover a point that asked to stay visible, or be cut by the frame. */
typedef struct _TrhMapNames TrhMapNames;

TrhMapNames *trh_map_names_new   (cairo_t *cr, const char *family, double text_scale, int width, int height);
void         trh_map_names_free  (TrhMapNames *self);
void         trh_map_names_set_frame (TrhMapNames *self, double x, double y, double width, double height);
void         trh_map_names_add   (TrhMapNames *self, const char *text, double x, double y, double clearance,
                                  int rank, const TrhNameStyle *style);
void         trh_map_names_keep_free (TrhMapNames *self, double x, double y, double width, double height);
guint        trh_map_names_write (TrhMapNames *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrhMapNames, trh_map_names_free)

G_END_DECLS
