/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "map/trh-painter.h"

G_BEGIN_DECLS

/* Venues as small marks, when there are too many for buttons (see `trh-venue-layer`). */
#define TRH_TYPE_VENUES_PAINTER (trh_venues_painter_get_type ())
G_DECLARE_FINAL_TYPE (TrhVenuesPainter, trh_venues_painter, TRH, VENUES_PAINTER, TrhPainter)

TrhPainter *trh_venues_painter_new          (void);
void        trh_venues_painter_set_selected (TrhVenuesPainter *self, const char *id);

G_END_DECLS
