/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/model/trh-result.h"

#include "core/base/trh-day.h"
#include "core/base/trh-limits.h"

struct _TrhResult
{
  TrhEntity parent_instance;
};

static const char *const state_names[] = {
  "open", "closed", "counted", "prepared", "called-off", NULL,
};

static const char *const minutes_names[] = {
  "not-asked", "compared", "not-compared", NULL,
};

#define SLIPS_LINE 1600 /* characters: a hundred codes of a bag */

#define F(member, name, ...) TRH_FIELD (TrhTallyRecord, member, name, __VA_ARGS__)
static const TrhField tally_fields[] = {
  F (artist_id, "artist",   TRH_AS_ID ("artists")),
  F (name,      "name",     TRH_AS_TITLE),
  F (voices,    "voices",   0, TRH_MAX_BALLOTS),
  F (grades,    "grades",   TRH_AS_LINE),
  F (grade,     "grade",    -1, TRH_MAX_PARTS, -1),
  F (place,     "place",    0, TRH_MAX_CANDIDATES),
  F (elected,   "elected"),
  F (tied,      "tied"),
  F (score,     "score",    TRH_AS_TITLE),
  F (missing,   "missing",  0, TRH_MAX_BALLOTS * 10),
  F (by_guarantee, "by-guarantee"),
  F (sentence,  "sentence", TRH_AS_PROSE),
};
#undef F

const TrhSchema trh_tally_schema = TRH_SCHEMA (NULL, TrhTallyRecord, tally_fields);

#define F(member, name, ...) TRH_FIELD (TrhTurnRecord, member, name, __VA_ARGS__)
static const TrhField turn_fields[] = {
  F (artist_id, "artist",  TRH_AS_ID ("artists")),
  F (removed,   "removed"),
  F (phase,     "phase",   TRH_AS_TITLE),
  F (score,     "score",   TRH_AS_LINE),
  F (tied,      "tied",    TRH_AS_IDS ("artists")),
  F (votes,     "votes",   TRH_AS_TEXTS),
  F (elected,   "elected", TRH_AS_IDS ("artists")),
  F (elected_without_quota, "elected-without-quota", TRH_AS_IDS ("artists")),
};
#undef F

const TrhSchema trh_turn_schema = TRH_SCHEMA (NULL, TrhTurnRecord, turn_fields);

#define F(member, name, ...) TRH_FIELD (TrhSmallTownsRecord, member, name, __VA_ARGS__)
static const TrhField small_towns_fields[] = {
  F (n_towns,     "towns",       0, TRH_MAX_PARTS),
  F (expressed,   "expressed",   0, TRH_MAX_BALLOTS),
  F (represented, "represented", 0, TRH_MAX_BALLOTS),
  F (tallies,     "tallies",     TRH_AS_LIST (&trh_tally_schema)),
};
#undef F

const TrhSchema trh_small_towns_schema = TRH_SCHEMA (NULL, TrhSmallTownsRecord, small_towns_fields);

#define F(member, name, ...) TRH_FIELD (TrhComparedRecord, member, name, __VA_ARGS__)
static const TrhField compared_fields[] = {
  F (method, "method", TRH_AS_TITLE),
  F (chosen, "chosen", TRH_AS_IDS ("artists")),
  F (tied,   "tied",   TRH_AS_IDS ("artists")),
};
#undef F

const TrhSchema trh_compared_schema = TRH_SCHEMA (NULL, TrhComparedRecord, compared_fields);

#define F(member, name, ...) TRH_FIELD (TrhResultRecord, member, name, __VA_ARGS__)
static const TrhField fields[] = {
  F (poll_id,      "poll",       TRH_AS_ID ("polls")),
  F (commune_id,   "commune",    TRH_AS_ID ("communes")),
  F (venue_id,     "venue",      TRH_AS_ID ("venues")),
  F (state,        "state",      TRH_AS_CHOICE (state_names)),
  F (day,          "day",        TRH_AS_DAY),
  F (opened,       "opened",     TRH_AS_CLOCK),
  F (closed,       "closed",     TRH_AS_CLOCK),
  F (closed_day,   "closed-day", TRH_AS_DAY),
  F (opened_by,    "opened-by",  TRH_AS_TEXTS),
  F (closed_by,    "closed-by",  TRH_AS_TEXTS),
  F (rehearsal,    "rehearsal"),
  F (method,       "method",     TRH_AS_TITLE),
  F (seats,        "seats",      0, TRH_MAX_SEATS),
  F (codes,        "codes",      0, TRH_MAX_BALLOTS),
  F (ballots,      "ballots",    0, TRH_MAX_BALLOTS),
  F (blank,        "blank",      -1, TRH_MAX_BALLOTS),
  F (null_ballots, "null",       0, TRH_MAX_BALLOTS),
  F (signatures,   "signatures", -1, TRH_MAX_BALLOTS, -1),
  F (president,    "president",  TRH_AS_LINE),
  F (registered,   "registered", 0, TRH_MAX_BALLOTS),
  F (tallies,      "tallies",    TRH_AS_LIST (&trh_tally_schema)),
  F (turns,        "turns",      TRH_AS_LIST (&trh_turn_schema)),
  F (represented,  "represented", -1, TRH_MAX_BALLOTS, -1),
  F (unique,       "unique"),
  F (undetermined, "undetermined"),
  F (seed,         "seed",       TRH_AS_TITLE),
  F (quota,        "quota",      0, TRH_MAX_BALLOTS),
  F (duels,        "duels",      TRH_AS_TEXTS, .longest = TRH_MAX_PROSE),
  F (small_towns,  "small-towns", TRH_AS_LIST (&trh_small_towns_schema)),
  F (compared,     "compared",   TRH_AS_LIST (&trh_compared_schema)),
  F (urn_file,     "urn-file",   TRH_AS_LINE),
  F (sha256,       "urn-sha256", TRH_AS_TITLE),
  F (slips,        "slips",      TRH_AS_TEXTS, .longest = SLIPS_LINE),
  F (used,         "used",       -1, TRH_MAX_BALLOTS, -1),
  F (used_slips,   "used-slips", -1, TRH_MAX_BALLOTS, -1),
  F (minutes,      "minutes",    TRH_AS_CHOICE (minutes_names)),
  F (unannounced,  "unannounced"),
  F (replaced,     "replaced",   TRH_AS_TEXTS),
  F (sessions,     "sessions",   TRH_AS_IDS ("results")),
  F (incidents,    "incidents",  TRH_AS_PROSE),
  F (remarks,      "remarks",    TRH_AS_PROSE),
};
#undef F

const TrhSchema trh_result_schema = TRH_SCHEMA ("results", TrhResultRecord, fields);
TRH_DEFINE_ENTITY (TrhResult, trh_result, &trh_result_schema)
