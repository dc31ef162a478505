/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/trh-season.h"
#include "core/schedule/trh-matrix.h"
#include "core/schedule/trh-schedule-index.h"

G_BEGIN_DECLS

typedef struct _TrhRepairs TrhRepairs;
typedef struct _TrhRule TrhRule;

/* What @amount of a finding counts. */
typedef enum {
  TRH_AMOUNT_NONE,
  TRH_AMOUNT_DAYS,
  TRH_AMOUNT_MINUTES,
  TRH_AMOUNT_PLACES, /* to work */
  TRH_AMOUNT_BEDS,
  TRH_AMOUNT_PEOPLE,
  TRH_AMOUNT_KM,
} TrhAmount;

/* One place where a rule is broken: who, what, where, when, by how much. Texts are "" when
 * they mean nothing; the rule, its case, the artist, the venue and the object name the finding:
 * as long as these stay the same it is the same alert. */
typedef struct {
  const TrhRule *rule;
  TrhSeverity    severity;
  int            kind;        /* which case of the rule */
  char          *artist_id;
  char          *venue_id;    /* where */
  char          *object_id;   /* the stay or encounter to change first */
  char          *other_id;    /* the stay or encounter it collides with, or comes from */
  char          *from_id;     /* of a journey: the venue that is left */
  int            first_day;
  int            last_day;
  TrhAmount      unit;
  int            amount;      /* missing, or too much */
  int            detail;      /* a second number of the sentence; each rule says which */
  gboolean       estimated;   /* a road of it is only an estimate: the sentence says so */
  char          *note;        /* what somebody wrote about it, such as why a road is closed */
} TrhFinding;

/* What a check reads and where it puts what it finds. */
typedef struct {
  TrhScheduleIndex *index;
  TrhMatrix        *matrix;   /* (nullable): without it no road is known */
  const TrhRule    *rule;     /* the one that is checked */
  TrhSeverity       severity; /* of it, in this season */
  GPtrArray        *found;    /* TrhFinding (owned) */
} TrhRuleContext;

/* A rule says once its name, its severity, its check, its sentence and its repairs. Alerts,
 * `check` and proposals read it here, so that they cannot disagree. */
struct _TrhRule
{
  const char  *id;       /* as in the season's "rules" and in `check --json` */
  const char  *title;    /* to be translated */
  TrhSeverity  severity; /* unless the season says otherwise */
  const char  *reads;    /* members of the season, as in "first-day last-day": it is checked again when they change */

  void (*check_artist) (TrhRuleContext *context, const TrhArtistLane *lane); /* (nullable) */
  void (*check_venue)  (TrhRuleContext *context, const TrhVenueLane *lane);  /* (nullable) */

  /* Returns: (transfer full): the sentence, with a full stop */
  char *(*say)         (const TrhScheduleIndex *index, const TrhFinding *finding);

  /* Proposes edits, the cheapest first; who asks keeps those that help and harm nobody. */
  void (*repair)       (TrhRepairs *repairs, const TrhFinding *finding);
};

/* Every rule, in the order in which lists of rules show them. */
extern const TrhRule *const trh_rules[];
extern const guint trh_n_rules;

const char    *trh_rule_get_title    (const TrhRule *self);
gboolean       trh_rule_reads        (const TrhRule *self, const char *member);
TrhSeverity    trh_rule_get_severity (const TrhRule *self, const TrhSeasonRecord *season);
int            trh_severity_compare  (TrhSeverity a, TrhSeverity b);
const char    *trh_severity_get_name (TrhSeverity severity);

/*< for checks >*/
TrhFinding    *trh_rule_report       (TrhRuleContext *context, int kind, int first_day, int last_day);
GArray        *trh_rule_get_journeys (TrhRuleContext *context, const TrhArtistLane *lane);
int            trh_rule_get_packing_min (const TrhScheduleIndex *index, const TrhArtistLane *lane);
void           trh_finding_free      (TrhFinding *finding);
char          *trh_finding_get_key   (const TrhFinding *finding);

/*< for sentences >*/
char          *trh_rule_say_when     (int first_day, int last_day);

G_END_DECLS
