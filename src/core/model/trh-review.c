/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/model/trh-review.h"

#include "core/base/trh-day.h"
#include "core/base/trh-limits.h"

struct _TrhReview
{
  TrhEntity parent_instance;
};

static const char *const answer_names[] = {
  "none", "approved", "reservations", "refused", NULL,
};

#define F(member, name, ...) TRH_FIELD (TrhOpinionRecord, member, name, __VA_ARGS__)
static const TrhField opinion_fields[] = {
  F (object_id,          "object",             TRH_AS_ID ("stays encounters loans venues")),
  F (answer,             "answer",             TRH_AS_CHOICE (answer_names)),
  F (comment,            "comment",            TRH_AS_PROSE),
  F (proposed_first_day, "proposed-first-day", TRH_AS_DAY),
  F (proposed_last_day,  "proposed-last-day",  TRH_AS_DAY),
  F (proposed_start,     "proposed-start",     TRH_AS_CLOCK),
  F (proposed_venue_id,  "proposed-venue",     TRH_AS_ID ("venues")),
  F (settled,            "settled"),
};
#undef F

const TrhSchema trh_opinion_schema = TRH_SCHEMA (NULL, TrhOpinionRecord, opinion_fields);

#define F(member, name, ...) TRH_FIELD (TrhReviewRecord, member, name, __VA_ARGS__)
static const TrhField fields[] = {
  F (commune_id,       "commune",          TRH_AS_ID ("communes")),
  F (version,          "version",          TRH_AS_TITLE),
  F (slice_sha256,     "slice-sha256",     TRH_AS_TITLE),
  F (asked_day,        "asked-day",        TRH_AS_DAY),
  F (due_day,          "due-day",          TRH_AS_DAY),
  F (answered_day,     "answered-day",     TRH_AS_DAY),
  F (person,           "person",           TRH_AS_TITLE),
  F (role,             "role",             TRH_AS_TITLE),
  F (answer,           "answer",           TRH_AS_CHOICE (answer_names)),
  F (comment,          "comment",          TRH_AS_PROSE),
  F (opinions,         "opinions",         TRH_AS_LIST (&trh_opinion_schema)),
  F (on_paper,         "on-paper"),
  F (council_day,      "council-day",      TRH_AS_DAY),
  F (deliberation,     "deliberation",     TRH_AS_TITLE),
  F (agreement_signed, "agreement-signed"),
};
#undef F

const TrhSchema trh_review_schema = TRH_SCHEMA ("reviews", TrhReviewRecord, fields);
TRH_DEFINE_ENTITY (TrhReview, trh_review, &trh_review_schema)
