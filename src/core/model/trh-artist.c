/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/model/trh-artist.h"

#include "core/base/trh-day.h"
#include "core/base/trh-limits.h"
#include "core/model/trh-window.h"

struct _TrhArtist
{
  TrhEntity parent_instance;
};

static const char *const state_names[] = {
  "application", "shortlisted", "chosen", "reserve", "declined", NULL,
};
static const char *const mode_names[] = {
  "car", "van", "bicycle", "foot", "passenger", NULL,
};

#define F(member, name, ...) TRH_FIELD (TrhDocumentRecord, member, name, __VA_ARGS__)
static const TrhField document_fields[] = {
  F (name,        "name",        TRH_AS_TITLE),
  F (path,        "path",        TRH_AS_LINE),
  F (alternative, "alternative", TRH_AS_LINE),
  F (rights,      "rights"),
};
#undef F

const TrhSchema trh_document_schema = TRH_SCHEMA (NULL, TrhDocumentRecord, document_fields);

#define F(member, name, ...) TRH_FIELD (TrhProposalRecord, member, name, __VA_ARGS__)
static const TrhField proposal_fields[] = {
  F (name,    "name",    TRH_AS_TITLE),
  F (summary, "summary", TRH_AS_PROSE),
};
#undef F

const TrhSchema trh_proposal_schema = TRH_SCHEMA (NULL, TrhProposalRecord, proposal_fields);

#define F(member, name, ...) TRH_FIELD (TrhScoreRecord, member, name, __VA_ARGS__)
static const TrhField score_fields[] = {
  F (person_id, "person",    TRH_AS_ID ("people")),
  F (criterion, "criterion", TRH_AS_TITLE),
  F (points,    "points",    0, 100),
  F (abstains,  "abstains"),
  F (conflict,  "conflict"),
  F (comment,   "comment",   TRH_AS_PROSE),
};
#undef F

const TrhSchema trh_score_schema = TRH_SCHEMA (NULL, TrhScoreRecord, score_fields);

#define F(member, name, ...) TRH_FIELD (TrhArtistRecord, member, name, __VA_ARGS__)
static const TrhField fields[] = {
  F (name,             "name",             TRH_AS_TITLE),
  F (discipline,       "discipline",       TRH_AS_TITLE),
  F (people,           "people",           1, 200, 1),
  F (state,            "state",            TRH_AS_CHOICE (state_names)),
  F (reserve_rank,     "reserve-rank",     0, 2000),
  F (email,            "email",            TRH_AS_TITLE),
  F (phone,            "phone",            TRH_AS_TITLE),
  F (town,             "town",             TRH_AS_TITLE),
  F (languages,        "languages",        TRH_AS_TEXTS),
  F (links,            "links",            TRH_AS_TEXTS),
  F (statement,        "statement",        TRH_AS_PROSE),
  F (biography,        "biography",        TRH_AS_PROSE),
  F (proposals,        "proposals",        TRH_AS_LIST (&trh_proposal_schema)),
  F (documents,        "documents",        TRH_AS_LIST (&trh_document_schema)),
  F (scores,           "scores",           TRH_AS_LIST (&trh_score_schema)),
  F (availability,     "availability",     TRH_AS_LIST (&trh_window_schema)),
  F (travel_mode,      "travel-mode",      TRH_AS_CHOICE (mode_names)),
  F (max_km_per_day,   "max-km-per-day",   0, 1000),
  F (walking_kmh,      "walking-kmh",      0, 10),
  F (packing_min,      "packing-min",      -1, 1440, -1),
  F (setup_min,        "setup-min",        0, 1440),
  F (van_m3,           "van-m3",           0, 100),
  F (can_drive,        "can-drive"),
  F (needs_equipment,  "needs-equipment",  TRH_AS_TEXTS),
  F (needs_power_kw,   "needs-power-kw",   0, 1000),
  F (needs_surface_m2, "needs-surface-m2", 0, 100000),
  F (needs_step_free,  "needs-step-free"),
  F (needs_dark,       "needs-dark"),
  F (needs_van_access, "needs-van-access"),
  F (needs_heating,    "needs-heating"),
  F (diet,             "diet",             TRH_AS_LINE),
  F (max_nights_away,  "max-nights-away",  0, 366),
  F (days_before_rest, "days-before-rest", -1, 60, -1),
  F (keep_until,       "keep-until",       TRH_AS_DAY),
  F (photo_rights,     "photo-rights"),
  F (notes,            "notes",            TRH_AS_PROSE),
  F (private_notes,    "private-notes",    TRH_AS_PRIVATE),
};
#undef F

const TrhSchema trh_artist_schema = TRH_SCHEMA ("artists", TrhArtistRecord, fields);
TRH_DEFINE_ENTITY (TrhArtist, trh_artist, &trh_artist_schema)
