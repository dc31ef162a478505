/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/base/trh-error.h"
#include "core/geo/trh-coordinate.h"

G_BEGIN_DECLS

/* A line of points as one short text, five decimals of a degree (1.1 m): what a project
 * keeps of a road or an outline. */
GArray *trh_polyline_decode (const char *text, GError **error);

G_END_DECLS
