/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/trh-entity.h"

G_BEGIN_DECLS

typedef enum {
  TRH_SEVERITY_STRONG,
  TRH_SEVERITY_BLOCKS,
  TRH_SEVERITY_WEAK,
  TRH_SEVERITY_IGNORED,
} TrhSeverity;

typedef enum {
  TRH_PHASE_ELIGIBILITY,
  TRH_PHASE_COMMITTEE,
  TRH_PHASE_RESIDENTS,
  TRH_PHASE_FINAL,
} TrhPhaseKind;

typedef enum {
  TRH_BUSY_EVENT,
  TRH_BUSY_MARKET,
  TRH_BUSY_FESTIVAL,
  TRH_BUSY_CLOSURE,
} TrhBusyKind;

/* A rule whose severity this season changes */
typedef struct {
  TrhRecord base;
  char  *rule;                  /* name of the rule, as in `check --json` */
  int    severity;              /* TrhSeverity */
  char  *reason;
} TrhRuleSettingRecord;

/* A step of the choice of artists */
typedef struct {
  TrhRecord base;
  char  *name;
  int    kind;                  /* TrhPhaseKind */
  int    first_day;
  int    last_day;
  bool   names_hidden;          /* files are read without names */
} TrhPhaseRecord;

/* What the committee gives points for */
typedef struct {
  TrhRecord base;
  char  *name;
  int    weight;
  int    max_points;
  bool   independent;           /* shown beside the total, not in it */
} TrhCriterionRecord;

/* A version that was sent to the people concerned */
typedef struct {
  TrhRecord base;
  char  *name;
  int    day;
  char  *sha256;                /* of the file that was sent */
  char  *notes;
} TrhReleaseRecord;

/* Days on which something else happens */
typedef struct {
  TrhRecord base;
  char  *name;
  int    kind;                  /* TrhBusyKind */
  char  *commune_id;            /* or "" everywhere */
  int    first_day;
  int    last_day;
} TrhBusyDaysRecord;

/* The edition being planned, and the rules it is held to */
typedef struct {
  TrhRecord base;
  char  *title;
  char  *organisation;
  int    first_day;
  int    last_day;              /* included */
  char  *presentation;
  int    max_km_per_day;        /* for an artist who names no limit; 0 is none */
  int    days_before_rest;      /* days in a row at most; 0 is no rule */
  int    max_nights_away;       /* in a row; 0 is no limit */
  int    packing_min;           /* before an artist leaves */
  int    near_encounters_min;   /* by road: nearer encounters of one evening compete */
  GPtrArray *rules;
  GPtrArray *phases;
  GPtrArray *criteria;
  GPtrArray *releases;
  GPtrArray *busy_days;
  char  *private_notes;         /* leave in no copy for a town or the public */
} TrhSeasonRecord;

extern const TrhSchema trh_rule_setting_schema;
extern const TrhSchema trh_phase_schema;
extern const TrhSchema trh_criterion_schema;
extern const TrhSchema trh_release_schema;
extern const TrhSchema trh_busy_days_schema;
extern const TrhSchema trh_season_schema;
#define TRH_TYPE_SEASON (trh_season_get_type ())
G_DECLARE_FINAL_TYPE (TrhSeason, trh_season, TRH, SEASON, TrhEntity)

G_END_DECLS
