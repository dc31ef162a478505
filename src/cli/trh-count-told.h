/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/trh-cli.h"
#include "core/exchange/trh-archived-sums.h"
#include "core/voting/trh-opening.h"

G_BEGIN_DECLS

/* What is counted, and the words for it. */
typedef struct {
  const TrhMethod *method;
  const char      *name;      /* of the file, for messages */
  const char      *question;  /* (nullable): of a poll */
  char           **names;     /* of the candidates, for people */
  gboolean         keeps_ties;
  gboolean         drawn;
  gboolean         sealed;    /* its ballots were in closed urns */
  gboolean         rounds;    /* also what happened turn by turn */
  gboolean         why;       /* also the reasons */
  const TrhArchivedSums *like; /* (nullable): what the same urns gave before */
} TrhCountSubject;

TrhExit trh_count_tell         (const TrhCommandLine *line, const TrhCountSubject *subject, const TrhElection *election,
                                const TrhCount *count, const TrhReasons *reasons, const TrhOpening *opening);
TrhExit trh_count_tell_failure (const TrhCommandLine *line, const TrhCountSubject *subject, const TrhElection *election,
                                const GError *error);

G_END_DECLS
