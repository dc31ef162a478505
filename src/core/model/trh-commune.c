/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/model/trh-commune.h"

#include "core/base/trh-day.h"
#include "core/base/trh-limits.h"

struct _TrhCommune
{
  TrhEntity parent_instance;
};


#define F(member, name, ...) TRH_FIELD (TrhCouncilRecord, member, name, __VA_ARGS__)
static const TrhField council_fields[] = {
  F (day,          "day",          TRH_AS_DAY),
  F (deadline,     "deadline",     TRH_AS_DAY),
  F (deliberation, "deliberation", TRH_AS_TITLE),
  F (signed_day,   "signed-day",   TRH_AS_DAY),
  F (notes,        "notes",        TRH_AS_PROSE),
};
#undef F

const TrhSchema trh_council_schema = TRH_SCHEMA (NULL, TrhCouncilRecord, council_fields);

#define F(member, name, ...) TRH_FIELD (TrhCommuneRecord, member, name, __VA_ARGS__)
static const TrhField fields[] = {
  F (name,            "name",            TRH_AS_TITLE),
  F (department,      "department",      TRH_AS_TITLE),
  F (postcodes,       "postcodes",       TRH_AS_TEXTS),
  F (valley_id,       "valley",          TRH_AS_ID ("valleys")),
  F (latitude_deg,    "latitude",        -90, 90),
  F (longitude_deg,   "longitude",       -180, 180),
  F (altitude_m,      "altitude",        -100, 9000),
  F (population,      "population",      0, 10000000),
  F (population_year, "population-year", 0, 2170),
  F (source,          "source",          TRH_AS_LINE),
  F (outline,         "outline",         TRH_AS_TEXTS, .longest = TRH_MAX_OUTLINE),
  F (outline_source,  "outline-source",  TRH_AS_LINE),
  F (wants_residency, "wants-residency"),
  F (contact_name,    "contact-name",    TRH_AS_TITLE),
  F (contact_role,    "contact-role",    TRH_AS_TITLE),
  F (contact_phone,   "contact-phone",   TRH_AS_TITLE),
  F (contact_email,   "contact-email",   TRH_AS_TITLE),
  F (councils,        "councils",        TRH_AS_LIST (&trh_council_schema)),
  F (notes,           "notes",           TRH_AS_PROSE),
  F (private_notes,   "private-notes",   TRH_AS_PRIVATE),
};
#undef F

const TrhSchema trh_commune_schema = TRH_SCHEMA ("communes", TrhCommuneRecord, fields, .key = "insee");
TRH_DEFINE_ENTITY (TrhCommune, trh_commune, &trh_commune_schema)
