/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/geo/trh-coordinate.h"

G_BEGIN_DECLS

/* How far a cell reaches from its village: a circle of about the area of a large commune. */
#define TRH_CELL_RADIUS_M 6000.0

GPtrArray *trh_cells_new (const TrhCoordinate *points, guint n_points, double radius_m);

G_END_DECLS
