/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/schedule/trh-travel.h"

#include <glib/gi18n.h>
#include <math.h>

#define CAR_KMH           45.0 /* on departmental roads of the Pre-Alps, villages included */
#define CAR_PASS_S        180  /* lost in the bends of one pass */
#define BICYCLE_KMH       14.0
#define BICYCLE_CLIMB_MH  700.0
#define FOOT_CLIMB_MH     300.0
#define FOOT_DESCENT_MH   500.0

/**
 * trh_travel_get_leg_mode:
 * @travel_mode: how an artist travels
 *
 * Returns: the kind of road that it takes: vans and passengers are on the road of cars
 */
TrhLegMode
trh_travel_get_leg_mode (TrhTravelMode travel_mode)
{
  switch (travel_mode)
    {
    case TRH_TRAVEL_BICYCLE:
      return TRH_LEG_BICYCLE;
    case TRH_TRAVEL_FOOT:
      return TRH_LEG_FOOT;
    case TRH_TRAVEL_CAR:
    case TRH_TRAVEL_VAN:
    case TRH_TRAVEL_PASSENGER:
    default:
      return TRH_LEG_CAR;
    }
}

/**
 * trh_travel_estimate_s:
 * @mode: of the leg
 * @distance_m: metres of road, at least 0
 * @climb_m: metres up
 * @descent_m: metres down
 * @passes: how many passes are crossed
 * @walking_kmh: speed on the flat, for %TRH_LEG_FOOT; 0 for %TRH_WALKING_KMH
 *
 * On foot: DIN 33466 (Wegweiser für Wanderwege), the rule of Alpine sign-posts. One hour
 * for 4 km, for 300 m up, for 500 m down; the time on the flat and the time of the
 * heights are held against each other, and half of the smaller is added to the larger.
 *
 * Bicycle: 14 km/h with luggage, and one hour more for 700 m up. Car: 45 km/h, and three
 * minutes more for each pass. The speeds are those of the planner's benchmarks
 * (45, 14 and 4 km/h; 700 m/h by bicycle); they leave out stops.
 *
 * Returns: seconds, rounded up to a whole minute
 */
int
trh_travel_estimate_s (TrhLegMode mode, double distance_m, double climb_m, double descent_m, guint passes, double walking_kmh)
{
  double hours, flat, heights;

  switch (mode)
    {
    case TRH_LEG_FOOT:
      flat = distance_m / 1000 / (walking_kmh > 0 ? walking_kmh : TRH_WALKING_KMH);
      heights = climb_m / FOOT_CLIMB_MH + descent_m / FOOT_DESCENT_MH;
      hours = MAX (flat, heights) + MIN (flat, heights) / 2;
      break;
    case TRH_LEG_BICYCLE:
      hours = distance_m / 1000 / BICYCLE_KMH + climb_m / BICYCLE_CLIMB_MH;
      break;
    case TRH_LEG_CAR:
    default:
      hours = distance_m / 1000 / CAR_KMH + passes * CAR_PASS_S / 3600.0;
    }

  return (int) MIN (ceil (hours * 60), G_MAXINT / 60) * 60;
}

/**
 * trh_travel_say_source:
 * @source: of some figures
 *
 * Returns: a few words to show beside them
 */
const char *
trh_travel_say_source (TrhTravelSource source)
{
  switch (source)
    {
    case TRH_TRAVEL_SOURCE_SAME_PLACE:
      return _("same place");
    case TRH_TRAVEL_SOURCE_TYPED:
      return _("typed by hand");
    case TRH_TRAVEL_SOURCE_ROUTER:
      return _("by road, from a route service");
    case TRH_TRAVEL_SOURCE_IMPORTED:
      return _("imported");
    case TRH_TRAVEL_SOURCE_ESTIMATE:
    default:
      return _("estimate");
    }
}
