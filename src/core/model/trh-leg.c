/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/model/trh-leg.h"

#include "core/base/trh-day.h"
#include "core/base/trh-limits.h"

struct _TrhLeg
{
  TrhEntity parent_instance;
};

static const char *const mode_names[] = {
  "car", "bicycle", "foot", NULL,
};
static const char *const source_names[] = {
  "typed", "router", "imported", NULL,
};

#define F(member, name, ...) TRH_FIELD (TrhLegRecord, member, name, __VA_ARGS__)
static const TrhField fields[] = {
  F (from_id,      "from",         TRH_AS_ID ("venues communes")),
  F (to_id,        "to",           TRH_AS_ID ("venues communes")),
  F (both_ways,    "both-ways",    0, 1, 1),
  F (mode,         "mode",         TRH_AS_CHOICE (mode_names)),
  F (source,       "source",       TRH_AS_CHOICE (source_names)),
  F (distance_m,   "distance-m",   0, 100000000),
  F (duration_s,   "duration-s",   0, 10000000),
  F (climb_m,      "climb-m",      0, 100000),
  F (descent_m,    "descent-m",    0, 100000),
  F (closed,       "closed"),
  F (first_day,    "first-day",    TRH_AS_DAY),
  F (last_day,     "last-day",     TRH_AS_DAY),
  F (reason,       "reason",       TRH_AS_LINE),
  F (provider,     "provider",     TRH_AS_TITLE),
  F (obtained_day, "obtained-day", TRH_AS_DAY),
  F (geometry,     "geometry",     0, TRH_MAX_OUTLINE),
};
#undef F

const TrhSchema trh_leg_schema = TRH_SCHEMA ("legs", TrhLegRecord, fields);
TRH_DEFINE_ENTITY (TrhLeg, trh_leg, &trh_leg_schema)
