/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "widgets/trh-timeline-lanes.h"

G_BEGIN_DECLS

/* The colours of a timeline in the style of the moment, and the small signs that say the same
 * thing by their shape. */
typedef struct {
  GdkRGBA  foreground;
  GdkRGBA  dim;          /* secondary text */
  GdkRGBA  paper;
  GdkRGBA  margin;       /* behind the names and the dates */
  GdkRGBA  line;
  GdkRGBA  strong_line;
  GdkRGBA  weekend;
  GdkRGBA  outside;      /* not in the season */
  GdkRGBA  hatch;
  GdkRGBA  accent;
  GdkRGBA  alert;
  GdkRGBA  states[TRH_BAR_N_STATES];
  gboolean dark;
  gboolean high_contrast;
} TrhTimelinePalette;

void    trh_timeline_palette_load    (TrhTimelinePalette *self, GtkWidget *widget);
GdkRGBA trh_timeline_palette_valley  (const TrhTimelinePalette *self, guint32 colour);
GdkRGBA trh_colour_with_alpha        (const GdkRGBA *colour, double alpha);

typedef void (*TrhPictureDraw) (GtkWidget *widget, cairo_t *cr, int width, int height);
void    trh_timeline_append_picture  (GtkWidget *widget, GtkSnapshot *snapshot, TrhPictureDraw draw, const graphene_rect_t *box);

/* Signs, in a square of @size pixels at the origin */
void trh_sign_draw_state  (cairo_t *cr, TrhBarState state, const GdkRGBA *colour, double size);
void trh_sign_draw_valley (cairo_t *cr, int marker, const GdkRGBA *colour, double size);
void trh_sign_draw_alert  (cairo_t *cr, gboolean strong, const GdkRGBA *colour, double size);
void trh_sign_draw_lock   (cairo_t *cr, const GdkRGBA *colour, double size);

G_END_DECLS
