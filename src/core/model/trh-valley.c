/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/model/trh-valley.h"

#include "core/base/trh-day.h"
#include "core/base/trh-limits.h"

struct _TrhValley
{
  TrhEntity parent_instance;
};

static const char *const marker_names[] = {
  "disc", "hexagon", "square", "diamond", NULL,
};

#define F(member, name, ...) TRH_FIELD (TrhValleyRecord, member, name, __VA_ARGS__)
static const TrhField fields[] = {
  F (name,   "name",   TRH_AS_TITLE),
  F (marker, "marker", TRH_AS_CHOICE (marker_names)),
  F (colour, "colour", TRH_AS_TITLE),
  F (notes,  "notes",  TRH_AS_PROSE),
};
#undef F

const TrhSchema trh_valley_schema = TRH_SCHEMA ("valleys", TrhValleyRecord, fields);
TRH_DEFINE_ENTITY (TrhValley, trh_valley, &trh_valley_schema)
