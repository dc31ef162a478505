/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/model/trh-encounter.h"

#include "core/base/trh-day.h"
#include "core/base/trh-limits.h"

struct _TrhEncounter
{
  TrhEntity parent_instance;
};

static const char *const kind_names[] = {
  "meeting", "workshop", "rehearsal", "performance", "exhibition", "talk", "walk", "meal", "other", NULL,
};
static const char *const state_names[] = {
  "draft", "proposed", "approved", "reservations", "refused", "held", "cancelled", NULL,
};

#define F(member, name, ...) TRH_FIELD (TrhItemNeedRecord, member, name, __VA_ARGS__)
static const TrhField need_fields[] = {
  F (item_id,  "item",     TRH_AS_ID ("items")),
  F (quantity, "quantity", 1, 100000, 1),
};
#undef F

const TrhSchema trh_item_need_schema = TRH_SCHEMA (NULL, TrhItemNeedRecord, need_fields);

#define F(member, name, ...) TRH_FIELD (TrhEncounterRecord, member, name, __VA_ARGS__)
static const TrhField fields[] = {
  F (title,         "title",         TRH_AS_TITLE),
  F (kind,          "kind",          TRH_AS_CHOICE (kind_names)),
  F (artist_ids,    "artists",       TRH_AS_IDS ("artists")),
  F (venue_id,      "venue",         TRH_AS_ID ("venues")),
  F (fallback_id,   "fallback",      TRH_AS_ID ("venues")),
  F (day,           "day",           TRH_AS_DAY),
  F (start,         "start",         TRH_AS_CLOCK),
  F (duration_min,  "duration-min",  5, 2880, 90),
  F (setup_min,     "setup-min",     0, 1440),
  F (state,         "state",         TRH_AS_CHOICE (state_names)),
  F (capacity,      "capacity",      0, 100000),
  F (expected,      "expected",      0, 100000),
  F (age_min,       "age-min",       0, 99),
  F (step_free,     "step-free"),
  F (languages,     "languages",     TRH_AS_TEXTS),
  F (sign_language, "sign-language"),
  F (price_cents,   "price-cents",   0, 1000000),
  F (referent_id,   "referent",      TRH_AS_ID ("people")),
  F (items,         "items",         TRH_AS_LIST (&trh_item_need_schema)),
  F (skills,        "skills",        TRH_AS_TEXTS),
  F (locked,        "locked"),
  F (presentation,  "presentation",  TRH_AS_PROSE),
  F (attendance,    "attendance",    -1, 100000, -1),
  F (report,        "report",        TRH_AS_PROSE),
  F (notes,         "notes",         TRH_AS_PROSE),
  F (private_notes, "private-notes", TRH_AS_PRIVATE),
};
#undef F

const TrhSchema trh_encounter_schema = TRH_SCHEMA ("encounters", TrhEncounterRecord, fields);
TRH_DEFINE_ENTITY (TrhEncounter, trh_encounter, &trh_encounter_schema)
