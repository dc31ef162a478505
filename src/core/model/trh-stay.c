/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/model/trh-stay.h"

#include <string.h>

#include "core/base/trh-day.h"
#include "core/base/trh-limits.h"

struct _TrhStay
{
  TrhEntity parent_instance;
};

static const char *const state_names[] = {
  "draft", "proposed", "approved", "reservations", "refused", NULL,
};
static const char *const option_names[] = {
  "none", "first", "second", "confirmed", "released", NULL,
};

#define F(member, name, ...) TRH_FIELD (TrhStayRecord, member, name, __VA_ARGS__)
static const TrhField fields[] = {
  F (artist_id,     "artist",        TRH_AS_ID ("artists")),
  F (venue_id,      "venue",         TRH_AS_ID ("venues")),
  F (lodging_id,    "lodging",       TRH_AS_ID ("venues")),
  F (first_day,     "first-day",     TRH_AS_DAY),
  F (last_day,      "last-day",      TRH_AS_DAY),
  F (state,         "state",         TRH_AS_CHOICE (state_names)),
  F (option,        "option",        TRH_AS_CHOICE (option_names)),
  F (option_rank,   "option-rank",   0, 100),
  F (locked,        "locked"),
  F (unplaced,      "unplaced"),
  F (notes,         "notes",         TRH_AS_PROSE),
  F (private_notes, "private-notes", TRH_AS_PRIVATE),
};
#undef F

const TrhSchema trh_stay_schema = TRH_SCHEMA ("stays", TrhStayRecord, fields);
TRH_DEFINE_ENTITY (TrhStay, trh_stay, &trh_stay_schema)

/* The order of the calendar: by first day, last day and id. */
int
trh_stay_compare (const TrhStayRecord *a, const TrhStayRecord *b)
{
  if (a->first_day != b->first_day)
    return a->first_day < b->first_day ? -1 : 1;
  if (a->last_day != b->last_day)
    return a->last_day < b->last_day ? -1 : 1;
  return strcmp (a->base.id, b->base.id);
}
