/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/model/trh-poll.h"

#include "core/base/trh-day.h"
#include "core/base/trh-limits.h"

struct _TrhPoll
{
  TrhEntity parent_instance;
};

static const char *const ballot_names[] = {
  "approval", "grades", "ranking", NULL,
};
static const char *const quota_names[] = {
  "valley", "discipline", NULL,
};
static const char *const order_names[] = {
  "rotation", "fixed", NULL,
};
static const char *const tie_names[] = {
  "kept", "lot", NULL,
};
static const char *const state_names[] = {
  "draft", "ready", "open", "closed", "counted", NULL,
};

#define F(member, name, ...) TRH_FIELD (TrhCandidateRecord, member, name, __VA_ARGS__)
static const TrhField candidate_fields[] = {
  F (artist_id, "artist", TRH_AS_ID ("artists")),
  F (letter,    "letter", TRH_AS_TITLE),
  F (name,      "name",   TRH_AS_TITLE),
  F (group,     "group",  TRH_AS_TITLE),
};
#undef F

const TrhSchema trh_candidate_schema = TRH_SCHEMA (NULL, TrhCandidateRecord, candidate_fields);

#define F(member, name, ...) TRH_FIELD (TrhQuotaRecord, member, name, __VA_ARGS__)
static const TrhField quota_fields[] = {
  F (kind,  "kind",  TRH_AS_CHOICE (quota_names)),
  F (group, "group", TRH_AS_TITLE),
  F (least, "least", 0, TRH_MAX_SEATS),
  F (most,  "most",  0, TRH_MAX_SEATS, TRH_MAX_SEATS),
};
#undef F

const TrhSchema trh_quota_schema = TRH_SCHEMA (NULL, TrhQuotaRecord, quota_fields);

#define F(member, name, ...) TRH_FIELD (TrhPollRecord, member, name, __VA_ARGS__)
static const TrhField fields[] = {
  F (question,    "question",    TRH_AS_TITLE),
  F (ballot,      "ballot",      TRH_AS_CHOICE (ballot_names)),
  F (method,      "method",      TRH_AS_TITLE),
  F (seats,       "seats",       1, TRH_MAX_SEATS, 1),
  F (min_choices, "min-choices", 0, TRH_MAX_CANDIDATES),
  F (max_choices, "max-choices", 0, TRH_MAX_CANDIDATES),
  F (grades,      "grades",      TRH_AS_TEXTS),
  F (candidates,  "candidates",  TRH_AS_LIST (&trh_candidate_schema)),
  F (quotas,      "quotas",      TRH_AS_LIST (&trh_quota_schema)),
  F (order,       "order",       TRH_AS_CHOICE (order_names)),
  F (ties,        "ties",        TRH_AS_CHOICE (tie_names)),
  F (languages,   "languages",   TRH_AS_TEXTS),
  F (pictures,    "pictures"),
  F (rehearsal,   "rehearsal"),
  F (state,       "state",       TRH_AS_CHOICE (state_names)),
  F (codes,       "codes",       0, TRH_MAX_BALLOTS),
  F (public_key,  "public-key",  TRH_AS_TITLE),
  F (who_votes,   "who-votes",   TRH_AS_PROSE),
  F (purge_day,   "purge-day",   TRH_AS_DAY),
  F (notes,       "notes",       TRH_AS_PROSE),
};
#undef F

const TrhSchema trh_poll_schema = TRH_SCHEMA ("polls", TrhPollRecord, fields);
TRH_DEFINE_ENTITY (TrhPoll, trh_poll, &trh_poll_schema)
