/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/model/trh-person.h"

#include "core/base/trh-day.h"
#include "core/base/trh-limits.h"
#include "core/model/trh-window.h"

struct _TrhPerson
{
  TrhEntity parent_instance;
};


#define F(member, name, ...) TRH_FIELD (TrhVehicleRecord, member, name, __VA_ARGS__)
static const TrhField vehicle_fields[] = {
  F (name,      "name",      TRH_AS_TITLE),
  F (seats,     "seats",     0, 100),
  F (volume_m3, "volume-m3", 0, 100),
};
#undef F

const TrhSchema trh_vehicle_schema = TRH_SCHEMA (NULL, TrhVehicleRecord, vehicle_fields);

#define F(member, name, ...) TRH_FIELD (TrhPersonRecord, member, name, __VA_ARGS__)
static const TrhField fields[] = {
  F (name,               "name",               TRH_AS_TITLE),
  F (role,               "role",               TRH_AS_TITLE),
  F (organisation,       "organisation",       TRH_AS_TITLE),
  F (commune_id,         "commune",            TRH_AS_ID ("communes")),
  F (email,              "email",              TRH_AS_TITLE),
  F (phone,              "phone",              TRH_AS_TITLE),
  F (skills,             "skills",             TRH_AS_TEXTS),
  F (languages,          "languages",          TRH_AS_TEXTS),
  F (availability,       "availability",       TRH_AS_LIST (&trh_window_schema)),
  F (max_hours_per_week, "max-hours-per-week", 0, 168),
  F (juror,              "juror"),
  F (referent,           "referent"),
  F (can_drive,          "can-drive"),
  F (vehicles,           "vehicles",           TRH_AS_LIST (&trh_vehicle_schema)),
  F (keep_until,         "keep-until",         TRH_AS_DAY),
  F (notes,              "notes",              TRH_AS_PROSE),
  F (private_notes,      "private-notes",      TRH_AS_PRIVATE),
};
#undef F

const TrhSchema trh_person_schema = TRH_SCHEMA ("people", TrhPersonRecord, fields);
TRH_DEFINE_ENTITY (TrhPerson, trh_person, &trh_person_schema)
