/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/model/trh-loan.h"

#include "core/base/trh-day.h"
#include "core/base/trh-limits.h"

struct _TrhLoan
{
  TrhEntity parent_instance;
};

static const char *const kind_names[] = {
  "item", "hours", "nights", "kilometres", NULL,
};
static const char *const state_names[] = {
  "asked", "agreed", "out", "back", "refused", NULL,
};

#define F(member, name, ...) TRH_FIELD (TrhLoanRecord, member, name, __VA_ARGS__)
static const TrhField fields[] = {
  F (kind,           "kind",           TRH_AS_CHOICE (kind_names)),
  F (item_id,        "item",           TRH_AS_ID ("items")),
  F (quantity,       "quantity",       0, 1000000, 1),
  F (giver_id,       "giver",          TRH_AS_ID ("communes people artists")),
  F (receiver_id,    "receiver",       TRH_AS_ID ("communes people artists")),
  F (purpose_id,     "for",            TRH_AS_ID ("stays encounters")),
  F (first_day,      "first-day",      TRH_AS_DAY),
  F (last_day,       "last-day",       TRH_AS_DAY),
  F (carrier_id,     "carrier",        TRH_AS_ID ("people artists")),
  F (state,          "state",          TRH_AS_CHOICE (state_names)),
  F (asked_day,      "asked-day",      TRH_AS_DAY),
  F (condition_out,  "condition-out",  TRH_AS_TITLE),
  F (condition_back, "condition-back", TRH_AS_TITLE),
  F (reason,         "reason",         TRH_AS_LINE),
  F (notes,          "notes",          TRH_AS_PROSE),
};
#undef F

const TrhSchema trh_loan_schema = TRH_SCHEMA ("loans", TrhLoanRecord, fields);
TRH_DEFINE_ENTITY (TrhLoan, trh_loan, &trh_loan_schema)
