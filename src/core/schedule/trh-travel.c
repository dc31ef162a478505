/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/schedule/trh-travel.h"

#include <glib/gi18n.h>
#include <math.h>

#define CAR_MH            45000 /* metres in an hour, on departmental roads of the Pre-Alps, villages included */
#define CAR_PASS_MIN      3     /* lost in the bends of one pass */
#define BICYCLE_MH        14000
#define BICYCLE_CLIMB_MH  700
#define FOOT_CLIMB_MH     300
#define FOOT_DESCENT_MH   500

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

/* Minutes that @hours divided by @divisor take, rounded up: in integers, since doubles round 5 up to 6. */
static gint64
round_up_min (gint64 hours, gint64 divisor)
{
  return (hours * 60 + divisor - 1) / divisor;
}

/* All heights are told in the same parts of an hour, so that both rules are one fraction. */
static gint64
walk_min (gint64 distance_m, gint64 climb_m, gint64 descent_m, gint64 walking_mh)
{
  const gint64 parts = FOOT_CLIMB_MH * FOOT_DESCENT_MH;
  gint64 flat = distance_m * parts;
  gint64 heights = (climb_m * FOOT_DESCENT_MH + descent_m * FOOT_CLIMB_MH) * walking_mh;

  return round_up_min (2 * MAX (flat, heights) + MIN (flat, heights), 2 * parts * walking_mh);
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
 * Returns: seconds, the exact time rounded up to a whole minute
 */
int
trh_travel_estimate_s (TrhLegMode mode, int distance_m, int climb_m, int descent_m, guint passes, double walking_kmh)
{
  const gint64 walking_mh = MAX (lround ((walking_kmh > 0 ? walking_kmh : TRH_WALKING_KMH) * 1000), 1);
  gint64 minutes;

  switch (mode)
    {
    case TRH_LEG_FOOT:
      minutes = walk_min (distance_m, climb_m, descent_m, walking_mh);
      break;
    case TRH_LEG_BICYCLE:
      minutes = round_up_min ((gint64) distance_m * BICYCLE_CLIMB_MH + (gint64) climb_m * BICYCLE_MH,
                              BICYCLE_MH * BICYCLE_CLIMB_MH);
      break;
    case TRH_LEG_CAR:
    default:
      minutes = round_up_min (distance_m, CAR_MH) + (gint64) passes * CAR_PASS_MIN;
    }

  return (int) MIN (minutes, G_MAXINT / 60) * 60;
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
