/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/trh-entity.h"

G_BEGIN_DECLS

typedef enum {
  TRH_RESULT_OPEN,
  TRH_RESULT_CLOSED,
  TRH_RESULT_COUNTED,
} TrhResultState;

/* What one candidate received */
typedef struct {
  TrhRecord base;
  char  *artist_id;
  char  *name;
  int    voices;
  char  *grades;                /* counts of each grade, best first: "3 2 0 1" */
  bool   elected;
  bool   tied;                  /* with the last one elected */
  char  *score;                 /* an exact fraction */
  int    missing;               /* so many more voices would have been enough; 0 is not known */
  bool   by_guarantee;          /* without the guarantees it would not be elected, or would be */
  char  *sentence;
} TrhTallyRecord;

/* One turn of a count that chooses, or takes off the list, one artist after another */
typedef struct {
  TrhRecord base;
  char  *artist_id;
  bool   removed;
  char  *phase;                 /* of equal shares: "mes", "phragmen" or "av"; or "" */
  char  *score;                 /* an exact fraction, or "" when nobody left had ticked anyone */
  char **tied;                  /* artists that were as good, this one left out */
} TrhTurnRecord;

/* What one session, or all of a poll, gave: sums only */
typedef struct {
  TrhRecord base;
  char  *poll_id;
  char  *commune_id;            /* or "" for the whole poll */
  char  *venue_id;
  int    state;                 /* TrhResultState */
  int    day;
  int    opened;
  int    closed;
  char **opened_by;
  char **closed_by;
  bool   rehearsal;
  char  *method;
  int    seats;
  int    codes;                 /* made */
  int    ballots;               /* in the urn */
  int    blank;
  int    null_ballots;          /* on paper only */
  int    signatures;            /* on the roll */
  GPtrArray *tallies;
  GPtrArray *turns;             /* of the count of the whole poll */
  int    represented;           /* ballots that name a chosen artist, or -1 when that is not said */
  bool   unique;                /* no draw decided */
  char  *seed;                  /* text drawn in public, when a lot decided */
  char  *urn_file;              /* its name */
  char  *sha256;                /* of the closed urn */
  char **sessions;              /* of which this one is the sum */
  char  *incidents;
  char  *remarks;
} TrhResultRecord;

extern const TrhSchema trh_tally_schema;
extern const TrhSchema trh_turn_schema;
extern const TrhSchema trh_result_schema;
#define TRH_TYPE_RESULT (trh_result_get_type ())
G_DECLARE_FINAL_TYPE (TrhResult, trh_result, TRH, RESULT, TrhEntity)

G_END_DECLS
