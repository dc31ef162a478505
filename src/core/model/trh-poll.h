/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/trh-entity.h"

G_BEGIN_DECLS

typedef enum {
  TRH_BALLOT_APPROVAL,
  TRH_BALLOT_GRADES,
  TRH_BALLOT_RANKING,
} TrhBallotKind;

typedef enum {
  TRH_QUOTA_VALLEY,
  TRH_QUOTA_DISCIPLINE,
} TrhQuotaKind;

typedef enum {
  TRH_ORDER_ROTATION,
  TRH_ORDER_FIXED,
} TrhBallotOrder;

typedef enum {
  TRH_TIES_KEPT,
  TRH_TIES_LOT,
} TrhTies;

typedef enum {
  TRH_POLL_DRAFT,
  TRH_POLL_READY,
  TRH_POLL_OPEN,
  TRH_POLL_CLOSED,
  TRH_POLL_COUNTED,
} TrhPollState;

/* One choice on the ballot */
typedef struct {
  TrhRecord base;
  char  *artist_id;
  char  *letter;                /* of the file on the table: A, B, C… */
  char  *name;                  /* as printed; kept when the artist changes */
  char  *group;                 /* valley or discipline that guarantees count it as; or "" */
} TrhCandidateRecord;

/* A guarantee: so many at least, so many at most */
typedef struct {
  TrhRecord base;
  int    kind;                  /* TrhQuotaKind */
  char  *group;                 /* id of a valley, or a discipline */
  int    least;
  int    most;
} TrhQuotaRecord;

/* A question put to residents, and how it will be counted */
typedef struct {
  TrhRecord base;
  char  *question;
  int    ballot;                /* TrhBallotKind */
  char  *method;                /* as in `count --rule` */
  int    seats;
  int    min_choices;
  int    max_choices;           /* 0 is no limit */
  char **grades;                /* best first */
  GPtrArray *candidates;
  GPtrArray *quotas;
  int    order;                 /* TrhBallotOrder */
  int    ties;                  /* TrhTies */
  char **languages;
  bool   pictures;
  bool   rehearsal;             /* stamped everywhere; never merged with a real one */
  int    state;                 /* TrhPollState */
  int    codes;                 /* made for each session */
  char  *public_key;            /* X25519, base64 */
  char  *who_votes;
  int    purge_day;
  char  *notes;
} TrhPollRecord;

extern const TrhSchema trh_candidate_schema;
extern const TrhSchema trh_quota_schema;
extern const TrhSchema trh_poll_schema;
#define TRH_TYPE_POLL (trh_poll_get_type ())
G_DECLARE_FINAL_TYPE (TrhPoll, trh_poll, TRH, POLL, TrhEntity)

G_END_DECLS
