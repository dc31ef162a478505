/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/schedule/trh-schedule-names.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/geo/trh-distance.h"

/**
 * trh_schedule_name_artist:
 * @artist: (nullable): a record
 *
 * Returns: the name, or words that stand for it when there is none
 */
const char *
trh_schedule_name_artist (const TrhArtistRecord *artist)
{
  if (artist == NULL)
    return _("An unknown artist");
  return *artist->name != '\0' ? artist->name : _("An artist without a name");
}

/* The same for a venue. */
const char *
trh_schedule_name_venue (const TrhVenueRecord *venue)
{
  if (venue == NULL)
    return _("an unknown venue");
  return *venue->name != '\0' ? venue->name : _("a venue without a name");
}

/* The same for a commune. */
const char *
trh_schedule_name_commune (const TrhCommuneRecord *commune)
{
  if (commune == NULL)
    return _("an unknown commune");
  return *commune->name != '\0' ? commune->name : commune->base.id;
}

/* The same for an encounter. */
const char *
trh_schedule_name_encounter (const TrhEncounterRecord *encounter)
{
  if (encounter == NULL)
    return _("an unknown encounter");
  return *encounter->title != '\0' ? encounter->title : _("an encounter without a title");
}

/**
 * trh_venue_locate:
 * @venue: a venue
 * @commune: (nullable): its commune
 *
 * Returns: where it is: its own place, or the village while it has none; both 0 when neither is known
 */
TrhCoordinate
trh_venue_locate (const TrhVenueRecord *venue, const TrhCommuneRecord *commune)
{
  TrhCoordinate at = { venue->latitude_deg, venue->longitude_deg };

  if (!trh_coordinate_is_placed (at) && commune != NULL)
    at = (TrhCoordinate) { commune->latitude_deg, commune->longitude_deg };
  return at;
}

/**
 * trh_neighbour_at:
 * @venue: a venue, lent
 * @there: where it is
 * @here: where the way begins; 0, 0 when that is nowhere on the map
 *
 * Returns: the venue with its distance
 */
TrhNeighbour
trh_neighbour_at (const TrhVenueRecord *venue, TrhCoordinate there, TrhCoordinate here)
{
  gboolean known = trh_coordinate_is_placed (here) && trh_coordinate_is_placed (there);

  return (TrhNeighbour) { venue, known ? trh_distance_m (here, there) : G_MAXDOUBLE };
}

/* A GCompareFunc of #TrhNeighbour: the nearest first; those equally far, or nowhere, by name, then by id. */
int
trh_neighbour_compare (gconstpointer a, gconstpointer b)
{
  const TrhNeighbour *p = a, *q = b;
  int order;

  if (p->distance_m != q->distance_m)
    return p->distance_m < q->distance_m ? -1 : 1;
  order = g_utf8_collate (trh_schedule_name_venue (p->venue), trh_schedule_name_venue (q->venue));

  return order != 0 ? order : strcmp (p->venue->base.id, q->venue->base.id);
}
