/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/model/trh-season.h"

#include "core/base/trh-day.h"
#include "core/base/trh-limits.h"

struct _TrhSeason
{
  TrhEntity parent_instance;
};

static const char *const severity_names[] = {
  "strong", "blocks", "weak", "ignored", NULL,
};
static const char *const phase_names[] = {
  "eligibility", "committee", "residents", "final", NULL,
};
static const char *const busy_names[] = {
  "event", "market", "festival", "closure", NULL,
};

#define F(member, name, ...) TRH_FIELD (TrhRuleSettingRecord, member, name, __VA_ARGS__)
static const TrhField rule_fields[] = {
  F (rule,     "rule",     TRH_AS_TITLE),
  F (severity, "severity", TRH_AS_CHOICE (severity_names)),
  F (reason,   "reason",   TRH_AS_LINE),
};
#undef F

const TrhSchema trh_rule_setting_schema = TRH_SCHEMA (NULL, TrhRuleSettingRecord, rule_fields);

#define F(member, name, ...) TRH_FIELD (TrhPhaseRecord, member, name, __VA_ARGS__)
static const TrhField phase_fields[] = {
  F (name,         "name",         TRH_AS_TITLE),
  F (kind,         "kind",         TRH_AS_CHOICE (phase_names)),
  F (first_day,    "first-day",    TRH_AS_DAY),
  F (last_day,     "last-day",     TRH_AS_DAY),
  F (names_hidden, "names-hidden"),
};
#undef F

const TrhSchema trh_phase_schema = TRH_SCHEMA (NULL, TrhPhaseRecord, phase_fields);

#define F(member, name, ...) TRH_FIELD (TrhCriterionRecord, member, name, __VA_ARGS__)
static const TrhField criterion_fields[] = {
  F (name,        "name",        TRH_AS_TITLE),
  F (weight,      "weight",      0, 100, 1),
  F (max_points,  "max-points",  1, 100, 5),
  F (independent, "independent"),
};
#undef F

const TrhSchema trh_criterion_schema = TRH_SCHEMA (NULL, TrhCriterionRecord, criterion_fields);

#define F(member, name, ...) TRH_FIELD (TrhReleaseRecord, member, name, __VA_ARGS__)
static const TrhField release_fields[] = {
  F (name,   "name",   TRH_AS_TITLE),
  F (day,    "day",    TRH_AS_DAY),
  F (sha256, "sha256", TRH_AS_TITLE),
  F (notes,  "notes",  TRH_AS_PROSE),
};
#undef F

const TrhSchema trh_release_schema = TRH_SCHEMA (NULL, TrhReleaseRecord, release_fields);

#define F(member, name, ...) TRH_FIELD (TrhBusyDaysRecord, member, name, __VA_ARGS__)
static const TrhField busy_fields[] = {
  F (name,       "name",      TRH_AS_TITLE),
  F (kind,       "kind",      TRH_AS_CHOICE (busy_names)),
  F (commune_id, "commune",   TRH_AS_ID ("communes")),
  F (first_day,  "first-day", TRH_AS_DAY),
  F (last_day,   "last-day",  TRH_AS_DAY),
};
#undef F

const TrhSchema trh_busy_days_schema = TRH_SCHEMA (NULL, TrhBusyDaysRecord, busy_fields);

#define F(member, name, ...) TRH_FIELD (TrhSeasonRecord, member, name, __VA_ARGS__)
static const TrhField fields[] = {
  F (title,               "title",               TRH_AS_TITLE),
  F (organisation,        "organisation",        TRH_AS_TITLE),
  F (first_day,           "first-day",           TRH_AS_DAY),
  F (last_day,            "last-day",            TRH_AS_DAY),
  F (presentation,        "presentation",        TRH_AS_PROSE),
  F (max_km_per_day,      "max-km-per-day",      0, 1000),
  F (days_before_rest,    "days-before-rest",    0, 60, 6),
  F (max_nights_away,     "max-nights-away",     0, 366),
  F (packing_min,         "packing-min",         0, 1440, 15),
  F (near_encounters_min, "near-encounters-min", 0, 600, 30),
  F (rules,               "rules",               TRH_AS_LIST (&trh_rule_setting_schema)),
  F (phases,              "phases",              TRH_AS_LIST (&trh_phase_schema)),
  F (criteria,            "criteria",            TRH_AS_LIST (&trh_criterion_schema)),
  F (releases,            "releases",            TRH_AS_LIST (&trh_release_schema)),
  F (busy_days,           "busy-days",           TRH_AS_LIST (&trh_busy_days_schema)),
  F (private_notes,       "private-notes",       TRH_AS_PRIVATE),
};
#undef F

const TrhSchema trh_season_schema = TRH_SCHEMA ("season", TrhSeasonRecord, fields, .singleton = TRUE);
TRH_DEFINE_ENTITY (TrhSeason, trh_season, &trh_season_schema)
