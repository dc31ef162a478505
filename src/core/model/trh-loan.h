/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/trh-entity.h"

G_BEGIN_DECLS

typedef enum {
  TRH_LOAN_ITEM,
  TRH_LOAN_HOURS,
  TRH_LOAN_NIGHTS,
  TRH_LOAN_KILOMETRES,
} TrhLoanKind;

typedef enum {
  TRH_LOAN_STATE_ASKED,
  TRH_LOAN_STATE_AGREED,
  TRH_LOAN_STATE_OUT,
  TRH_LOAN_STATE_BACK,
  TRH_LOAN_STATE_REFUSED,
} TrhLoanState;

/* A movement of the mutual-aid ledger: an item lent, hours, nights or kilometres given */
typedef struct {
  TrhRecord base;
  int    kind;                  /* TrhLoanKind */
  char  *item_id;
  int    quantity;              /* items, hours, nights or kilometres */
  char  *giver_id;
  char  *receiver_id;
  char  *purpose_id;
  int    first_day;
  int    last_day;
  char  *carrier_id;
  int    state;                 /* TrhLoanState */
  int    asked_day;
  char  *condition_out;
  char  *condition_back;
  char  *reason;
  char  *notes;
} TrhLoanRecord;

extern const TrhSchema trh_loan_schema;
#define TRH_TYPE_LOAN (trh_loan_get_type ())
G_DECLARE_FINAL_TYPE (TrhLoan, trh_loan, TRH, LOAN, TrhEntity)

G_END_DECLS
