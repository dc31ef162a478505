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

/* A venue, and how far it is from another, as the crow flies. */
typedef struct {
  const TrhVenueRecord *venue;
  double                distance_m; /* G_MAXDOUBLE when one of them is nowhere on the map */
} TrhNeighbour;

TrhNeighbour trh_neighbour_at      (const TrhVenueRecord *venue, TrhCoordinate there, TrhCoordinate here);
int          trh_neighbour_compare (gconstpointer a, gconstpointer b);

G_END_DECLS
