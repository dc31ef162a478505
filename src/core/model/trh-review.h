/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/trh-entity.h"

G_BEGIN_DECLS

typedef enum {
  TRH_ANSWER_NONE,
  TRH_ANSWER_APPROVED,
  TRH_ANSWER_RESERVATIONS,
  TRH_ANSWER_REFUSED,
} TrhAnswer;

/* What was answered about one object */
typedef struct {
  TrhRecord base;
  char  *object_id;
  int    answer;                /* TrhAnswer */
  char  *comment;
  int    proposed_first_day;
  int    proposed_last_day;
  int    proposed_start;
  char  *proposed_venue_id;
  bool   settled;               /* the coordinator has dealt with it */
} TrhOpinionRecord;

/* A commune's answer to the part of the season that concerns it */
typedef struct {
  TrhRecord base;
  char  *commune_id;
  char  *version;               /* that was read */
  char  *slice_sha256;          /* of what was shown */
  int    asked_day;
  int    due_day;
  int    answered_day;
  char  *person;
  char  *role;
  int    answer;                /* TrhAnswer: on the whole */
  char  *comment;
  GPtrArray *opinions;
  bool   on_paper;
  int    council_day;
  char  *deliberation;
  bool   agreement_signed;
} TrhReviewRecord;

extern const TrhSchema trh_opinion_schema;
extern const TrhSchema trh_review_schema;
#define TRH_TYPE_REVIEW (trh_review_get_type ())
G_DECLARE_FINAL_TYPE (TrhReview, trh_review, TRH, REVIEW, TrhEntity)

G_END_DECLS
