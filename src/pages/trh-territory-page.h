/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pages/trh-page.h"

G_BEGIN_DECLS

/* The communes and venues of a season, as a list and on the map, in step with each other and
 * with what is chosen in the workspace.
 * Properties: "tile-address", of map images with {z}, {x} and {y}, or "" for none; "tile-credit", who made
 * them, or "" for the contributors of OpenStreetMap. */
#define TRH_TYPE_TERRITORY_PAGE (trh_territory_page_get_type ())
G_DECLARE_FINAL_TYPE (TrhTerritoryPage, trh_territory_page, TRH, TERRITORY_PAGE, TrhPage)

G_END_DECLS
