/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/geo/trh-coordinate.h"

G_BEGIN_DECLS

/* Mean radius R₁ = (2a + b) / 3 of the WGS 84 ellipsoid (IUGG; Moritz 2000, "Geodetic
 * Reference System 1980"), in metres. */
#define TRH_EARTH_RADIUS_M 6371008.8

double trh_distance_m (TrhCoordinate a, TrhCoordinate b);

G_END_DECLS
