/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/trh-entity.h"

G_BEGIN_DECLS

typedef enum {
  TRH_RESULT_OPEN,
  TRH_RESULT_CLOSED,
  TRH_RESULT_COUNTED,
  TRH_RESULT_PREPARED, /* went out in a bag; nobody has opened it that we know of */
  TRH_RESULT_CALLED_OFF, /* opened by mistake; nobody has voted, and its urn is removed */
} TrhResultState;

/* Whether the words of an urn that came back were compared with the minutes that its town hall signed */
typedef enum {
  TRH_MINUTES_NOT_ASKED,    /* it did not come back, or nobody was asked */
  TRH_MINUTES_COMPARED,     /* the words were typed from the paper, and are those of the urn */
  TRH_MINUTES_NOT_COMPARED,
} TrhMinutesCheck;

/* What one candidate received */
typedef struct {
  TrhRecord base;
  char  *artist_id;
  char  *name;
  int    voices;
  char  *grades;                /* counts of each grade, best first: "3 2 0 1" */
  int    grade;                 /* that a majority gives at least, from 0, the best; -1 for ballots without grades */
  int    place;                 /* from 1, equals share one; 0 when the method ranks by voices or by turns */
  bool   elected;
  bool   tied;                  /* with the last one elected */
  char  *score;                 /* an exact fraction */
  int    missing;               /* so many more voices would have been enough; 0 is not known */
  bool   by_guarantee;          /* without the guarantees it would not be elected, or would be */
  char  *sentence;
} TrhTallyRecord;

/* One turn of a count that chooses, or takes off the list, one artist after another, or transfers votes */
typedef struct {
  TrhRecord base;
  char  *artist_id;             /* "" for the first choices of transfers */
  bool   removed;
  char  *phase;                 /* of equal shares: "mes", "phragmen" or "av"; of transfers: "first", "surplus" or
                                   "exclude"; or "" */
  char  *score;                 /* an exact fraction, or "" when nobody left had ticked anyone */
  char **tied;                  /* artists that were as good, this one left out */
  char **votes;                 /* of transfers: of each candidate after the turn */
  char **elected;               /* of transfers: artists at its end, by their votes */
  char **elected_without_quota; /* as many were left as places */
} TrhTurnRecord;

/* What towns gave that are too small to be told alone, together */
typedef struct {
  TrhRecord base;
  int    n_towns;
  int    expressed;
  int    represented;           /* ballots that name a chosen artist */
  GPtrArray *tallies;
} TrhSmallTownsRecord;

/* Whom another method would choose on the same ballots, without effect */
typedef struct {
  TrhRecord base;
  char  *method;
  char **chosen;                /* artists, in order of election */
  char **tied;                  /* artists that are in some of its tied results only */
} TrhComparedRecord;

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
  int    closed_day;            /* where it is another one than @day, past midnight or on the second day; else 0 */
  char **opened_by;
  char **closed_by;
  bool   rehearsal;
  char  *method;
  int    seats;
  int    codes;                 /* made */
  int    ballots;               /* in the urn */
  int    blank;                 /* -1: not told of this town alone, as its tallies are not */
  int    null_ballots;          /* on paper only */
  int    signatures;            /* on the roll; -1: nobody counted them */
  char  *president;             /* of the bureau, or "" where nobody noted it */
  int    registered;            /* people on the roll, or 0 where nobody noted it */
  GPtrArray *tallies;
  GPtrArray *turns;             /* of the count of the whole poll */
  int    represented;           /* ballots that name a chosen artist, or -1 when that is not said */
  bool   unique;                /* no draw decided */
  bool   undetermined;          /* a draw decided on the way; whether it changed the list was not worked out */
  char  *seed;                  /* text drawn in public, from which the lot follows */
  int    quota;                 /* of transfers: votes that elect */
  char **duels;                 /* for each candidate how many put it above each other one: "0 5 3" */
  GPtrArray *small_towns;       /* of the count of the whole poll: one, or none */
  GPtrArray *compared;          /* of the count of the whole poll */
  char  *urn_file;              /* its name */
  char  *sha256;                /* of the closed urn */
  char **slips;                 /* until the count, of the codes on the slips of the bag: trh_bag_codes_list() */
  int    used;                  /* codes that were used in an urn that came back; -1 is not known */
  int    used_slips;            /* of them so many were on the slips of the bag; -1 is not known */
  int    minutes;               /* TrhMinutesCheck */
  bool   unannounced;           /* its urn came back, and the season knew of no bag of it */
  char **replaced;              /* fingerprints of urns that came first and were replaced by another */
  char **sessions;              /* of which this one is the sum */
  char  *incidents;
  char  *remarks;
} TrhResultRecord;

extern const TrhSchema trh_tally_schema;
extern const TrhSchema trh_turn_schema;
extern const TrhSchema trh_small_towns_schema;
extern const TrhSchema trh_compared_schema;
extern const TrhSchema trh_result_schema;
#define TRH_TYPE_RESULT (trh_result_get_type ())
G_DECLARE_FINAL_TYPE (TrhResult, trh_result, TRH, RESULT, TrhEntity)

G_END_DECLS
