/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/exchange/trh-territory.h"
#include "core/model/trh-project.h"

G_BEGIN_DECLS

/* Further from every village than this is no commune's ground that we know. */
#define TRH_FAR_FROM_VILLAGES_M 12000

/**
 * TrhPlaceError:
 * @TRH_PLACE_ERROR_NOWHERE: no commune of the season or of the territory is near
 */
typedef enum {
  TRH_PLACE_ERROR_NOWHERE,
} TrhPlaceError;
#define TRH_PLACE_ERROR (trh_place_error_quark ())
GQuark trh_place_error_quark (void);

/* From the known ground into a season. Nothing changes before the edit is performed. */
TrhEdit *trh_territory_edit_add_communes (TrhTerritory *self, TrhProject *project, GPtrArray *communes);
TrhEdit *trh_territory_edit_add_venue    (TrhTerritory *self, TrhProject *project, TrhCoordinate at,
                                          char **id, GError **error);
TrhEdit *trh_territory_edit_move_venue   (TrhProject *project, TrhVenue *venue, TrhCoordinate at);

G_END_DECLS
