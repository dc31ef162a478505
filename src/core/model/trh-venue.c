/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/model/trh-venue.h"

#include "core/base/trh-day.h"
#include "core/base/trh-limits.h"
#include "core/model/trh-window.h"

struct _TrhVenue
{
  TrhEntity parent_instance;
};

static const char *const kind_names[] = {
  "hall", "town-hall", "school", "library", "chapel", "farm", "outdoors", "lodging", "workshop", "gallery", "other", NULL,
};

#define F(member, name, ...) TRH_FIELD (TrhVenueRecord, member, name, __VA_ARGS__)
static const TrhField fields[] = {
  F (name,          "name",          TRH_AS_TITLE),
  F (commune_id,    "commune",       TRH_AS_ID ("communes")),
  F (kind,          "kind",          TRH_AS_CHOICE (kind_names)),
  F (address,       "address",       TRH_AS_LINE),
  F (latitude_deg,  "latitude",      -90, 90),
  F (longitude_deg, "longitude",     -180, 180),
  F (works,         "for-work"),
  F (lodges,        "for-lodging"),
  F (meets,         "for-public"),
  F (capacity,      "capacity",      0, 100000),
  F (work_places,   "work-places",   0, 100, 1),
  F (beds,          "beds",          0, 1000),
  F (meals,         "meals"),
  F (night_cents,   "night-cents",   0, 10000000),
  F (power_kw,      "power-kw",      0, 1000),
  F (surface_m2,    "surface-m2",    0, 100000),
  F (heated,        "heated"),
  F (step_free,     "step-free"),
  F (van_access,    "van-access"),
  F (water,         "water"),
  F (can_be_dark,   "can-be-dark"),
  F (quiet_from,    "quiet-from",    TRH_AS_CLOCK),
  F (quiet_to,      "quiet-to",      TRH_AS_CLOCK),
  F (equipment,     "equipment",     TRH_AS_TEXTS),
  F (windows,       "windows",       TRH_AS_LIST (&trh_window_schema)),
  F (setup_min,     "setup-min",     0, 1440),
  F (host_id,       "host",          TRH_AS_ID ("people")),
  F (keys,          "keys",          TRH_AS_TITLE),
  F (contact_name,  "contact-name",  TRH_AS_TITLE),
  F (contact_phone, "contact-phone", TRH_AS_TITLE),
  F (contact_email, "contact-email", TRH_AS_TITLE),
  F (photo,         "photo",         TRH_AS_LINE),
  F (source,        "source",        TRH_AS_LINE),
  F (notes,         "notes",         TRH_AS_PROSE),
  F (private_notes, "private-notes", TRH_AS_PRIVATE),
};
#undef F

const TrhSchema trh_venue_schema = TRH_SCHEMA ("venues", TrhVenueRecord, fields);
TRH_DEFINE_ENTITY (TrhVenue, trh_venue, &trh_venue_schema)
