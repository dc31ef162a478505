/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/trh-entity.h"

G_BEGIN_DECLS

typedef enum {
  TRH_PLAN_DRAFT,
  TRH_PLAN_PROPOSED,
  TRH_PLAN_APPROVED,
  TRH_PLAN_RESERVATIONS,
  TRH_PLAN_REFUSED,
} TrhPlanState;

typedef enum {
  TRH_OPTION_NONE,
  TRH_OPTION_FIRST,
  TRH_OPTION_SECOND,
  TRH_OPTION_CONFIRMED,
  TRH_OPTION_RELEASED,
} TrhOption;

/* One artist at one venue from the first to the last day: a residency stage */
typedef struct {
  TrhRecord base;
  char  *artist_id;
  char  *venue_id;              /* to work, or "" while not chosen */
  char  *lodging_id;            /* to sleep; "" is the same venue */
  int    first_day;             /* arrives */
  int    last_day;              /* leaves: nights are last minus first */
  int    state;                 /* TrhPlanState */
  int    option;                /* TrhOption: what the venue has promised */
  int    option_rank;           /* place on the waiting list; 0 is none */
  bool   locked;                /* a proposal must not move it */
  bool   unplaced;              /* in the tray: kept, but not on the calendar */
  char  *notes;
  char  *private_notes;         /* leave in no copy for a town or the public */
} TrhStayRecord;

extern const TrhSchema trh_stay_schema;
#define TRH_TYPE_STAY (trh_stay_get_type ())
G_DECLARE_FINAL_TYPE (TrhStay, trh_stay, TRH, STAY, TrhEntity)

int trh_stay_compare (const TrhStayRecord *a, const TrhStayRecord *b);

G_END_DECLS
