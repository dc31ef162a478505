/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/trh-project.h"

G_BEGIN_DECLS

/* How many came to vote in one commune. Only sessions that are closed: nobody looks on while people vote. */
typedef struct {
  int n_sessions;
  int ballots;    /* in the urns */
  int nulls;      /* on paper: they signed, and nothing of theirs is in an urn */
  int signatures; /* on the rolls; -1 when they were not all counted */
} TrhTurnout;

const TrhPollRecord *trh_turnout_find_poll (TrhProject *project);
gboolean             trh_turnout_get       (TrhProject *project, const char *poll_id, const char *commune_id,
                                            TrhTurnout *turnout);
int                  trh_turnout_add_signatures (int sum, int signatures);
char                *trh_turnout_say       (const TrhTurnout *turnout);

G_END_DECLS
