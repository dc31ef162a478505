/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/model/trh-item.h"

#include "core/base/trh-day.h"
#include "core/base/trh-limits.h"

struct _TrhItem
{
  TrhEntity parent_instance;
};

static const char *const priority_names[] = {
  "first-asked", "owner-first", "agreement", "negotiated", NULL,
};

#define F(member, name, ...) TRH_FIELD (TrhItemRecord, member, name, __VA_ARGS__)
static const TrhField fields[] = {
  F (name,          "name",          TRH_AS_TITLE),
  F (category,      "category",      TRH_AS_TITLE),
  F (owner_id,      "owner",         TRH_AS_ID ("communes people artists")),
  F (owner_name,    "owner-name",    TRH_AS_TITLE),
  F (quantity,      "quantity",      0, 100000, 1),
  F (value_cents,   "value-cents",   0, 1000000000),
  F (weight_kg,     "weight-kg",     0, 100000),
  F (volume_m3,     "volume-m3",     0, 1000),
  F (condition,     "condition",     TRH_AS_TITLE),
  F (stored_at_id,  "stored-at",     TRH_AS_ID ("venues")),
  F (priority,      "priority",      TRH_AS_CHOICE (priority_names)),
  F (notice_days,   "notice-days",   0, 366),
  F (deposit_cents, "deposit-cents", 0, 100000000),
  F (insurance,     "insurance"),
  F (photo,         "photo",         TRH_AS_LINE),
  F (notes,         "notes",         TRH_AS_PROSE),
};
#undef F

const TrhSchema trh_item_schema = TRH_SCHEMA ("items", TrhItemRecord, fields);
TRH_DEFINE_ENTITY (TrhItem, trh_item, &trh_item_schema)
