/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/voting/trh-ballot.h"

G_BEGIN_DECLS

/* At least and at most so many of one group among the elected */
typedef struct {
  char *group;
  guint least;
  guint most; /* %G_MAXUINT is no limit */
} TrhQuota;

/* What a method counts: plain arrays, no project. Candidates are numbered from 0. */
typedef struct {
  TrhBallotPaperKind kind;
  char      **candidates; /* identifiers, at least one */
  guint       n_candidates;
  char      **grades;     /* (nullable): names, best first; graded ballots only */
  guint       seats;      /* 0 when it was not said */
  char      **groups;     /* (nullable): the group of each candidate, "" is none */
  GArray     *quotas;     /* (element-type TrhQuota) */
  guint      *lot;        /* (nullable): every candidate, preferred first; %NULL is the order of the list */
  TrhBallots *ballots;
} TrhElection;

TrhElection  *trh_election_new       (TrhBallotPaperKind kind, const char *const *candidates);
void          trh_election_free      (TrhElection *self);
void          trh_election_add_quota (TrhElection *self, const char *group, guint least, guint most);
void          trh_election_set_groups (TrhElection *self, const char *const *groups);
TrhBallotForm trh_election_get_form  (const TrhElection *self);

/* Plain ballots files */
TrhElection  *trh_election_parse     (GBytes *bytes, GError **error);
GBytes       *trh_election_print     (const TrhElection *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrhElection, trh_election_free)

G_END_DECLS
