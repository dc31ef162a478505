/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "map/trh-painter.h"

G_BEGIN_DECLS

/* The itineraries of the artists: an arrow from each stay to the next. */
#define TRH_TYPE_ROUTES_PAINTER (trh_routes_painter_get_type ())
G_DECLARE_FINAL_TYPE (TrhRoutesPainter, trh_routes_painter, TRH, ROUTES_PAINTER, TrhPainter)

TrhPainter *trh_routes_painter_new        (void);
void        trh_routes_painter_set_artist (TrhRoutesPainter *self, const char *id);

G_END_DECLS
