/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <gio/gio.h>
#include <pango/pango.h>

G_BEGIN_DECLS

/* Lengths on paper are in points, 72 an inch. */
#define TRH_MM        (72 / 25.4)
#define TRH_A4_WIDTH  (210 * TRH_MM)
#define TRH_A4_HEIGHT (297 * TRH_MM)

/* A PDF while it is drawn, without a display: the same drawing gives the same bytes. */
typedef struct {
  cairo_surface_t *surface;
  cairo_t         *cr;
  GByteArray      *bytes;
} TrhPdf;

void          trh_pdf_begin       (TrhPdf *self, const char *title, const char *day, double width, double height);
GBytes       *trh_pdf_end         (TrhPdf *self, GError **error);

PangoContext *trh_pdf_make_context (void);
PangoLayout  *trh_pdf_make_layout (PangoContext *context, const char *text, const char *font, double width);
double        trh_pdf_get_height  (PangoLayout *layout);
void          trh_pdf_draw_stamp  (cairo_t *cr, PangoContext *context, const char *stamp, double width, double height);

G_END_DECLS
