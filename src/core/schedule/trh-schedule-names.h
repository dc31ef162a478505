/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/geo/trh-coordinate.h"
#include "core/model/trh-artist.h"
#include "core/model/trh-commune.h"
#include "core/model/trh-encounter.h"
#include "core/model/trh-venue.h"

G_BEGIN_DECLS

/*< how sentences name things: never empty, all (transfer none) >*/
const char *trh_schedule_name_artist    (const TrhArtistRecord *artist);
const char *trh_schedule_name_venue     (const TrhVenueRecord *venue);
const char *trh_schedule_name_commune   (const TrhCommuneRecord *commune);
const char *trh_schedule_name_encounter (const TrhEncounterRecord *encounter);

/*< and where they are >*/
TrhCoordinate trh_venue_locate (const TrhVenueRecord *venue, const TrhCommuneRecord *commune);

G_END_DECLS
