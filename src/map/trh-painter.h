/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk/gdk.h>

#include "core/model/trh-project.h"
#include "map/trh-map-names.h"
#include "map/trh-view.h"

G_BEGIN_DECLS

/* How the map looks now. */
typedef struct {
  gboolean dark;
  gboolean tiles;      /* on map images: keep them readable */
  gboolean contrast;   /* strong: borders rather than tints */
  double   text_scale; /* 1 unless the person has made text larger */
  char     family[64]; /* of the font */
} TrhMapStyle;

/* What a painter draws on, in a worker thread. */
typedef struct {
  cairo_t     *cr;
  TrhView      view;
  TrhMapStyle  style;
  TrhMapNames *names; /* written last, over everything */
} TrhCanvas;

/* Draws one kind of thing of the project on the map. It freezes what it shows into plain data
 * on the main thread; the drawing sees only these. Property: "visible".
 * Signal "changed": the picture is out of date. */
#define TRH_TYPE_PAINTER (trh_painter_get_type ())
G_DECLARE_DERIVABLE_TYPE (TrhPainter, trh_painter, TRH, PAINTER, GObject)

struct _TrhPainterClass
{
  GObjectClass parent_class;

  guint    follows; /* collections, as bits: an edit of one of them is a change */

  gpointer (*freeze) (TrhPainter *self, TrhProject *project);     /* (transfer full) */
  void     (*draw)   (gpointer frozen, TrhCanvas *canvas);        /* in a worker, one at a time */
  void     (*free)   (gpointer frozen);                           /* any thread */
};

void        trh_painter_set_project (TrhPainter *self, TrhProject *project);
TrhProject *trh_painter_get_project (TrhPainter *self);
void        trh_painter_set_visible (TrhPainter *self, gboolean visible);

/*< protected >*/
void        trh_painter_changed     (TrhPainter *self);

/* What a painter froze, shared with a worker. */
typedef struct _TrhFrozen TrhFrozen;

TrhFrozen  *trh_painter_freeze      (TrhPainter *self);
void        trh_frozen_draw         (TrhFrozen *frozen, TrhCanvas *canvas);
void        trh_frozen_unref        (TrhFrozen *frozen);

#define TRH_MAP_DISC 10.0 /* pixels: half of the height of a number, and of its least width, at the usual size of text */

/*< for what draws, in a worker >*/
void        trh_canvas_write_number (TrhCanvas *canvas, double x, double y, guint number, const GdkRGBA *colour);

G_END_DECLS
