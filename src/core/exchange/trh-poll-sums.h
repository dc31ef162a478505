/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/trh-poll-edits.h"
#include "core/voting/trh-kit.h"
#include "core/voting/trh-opening.h"

G_BEGIN_DECLS

/* Between a poll of the project and the plain arrays of voting: the paper and the election that a poll
 * asks for. What a count gave is in trh-poll-result.h. */
TrhBallotForm   trh_poll_get_form      (const TrhPollRecord *poll);
char          **trh_poll_dup_candidates (const TrhPollRecord *poll);
char          **trh_poll_dup_grades    (const TrhPollRecord *poll);
char           *trh_poll_say_grades    (const TrhPollRecord *poll, const char *counts);
TrhBallotPaper *trh_poll_make_paper    (TrhProject *project, const TrhPollRecord *poll);
TrhKit         *trh_poll_make_kit      (TrhProject *project, const TrhPollRecord *poll, const char *commune_id,
                                        const char *session_id, GError **error);
TrhPollRecord  *trh_kit_make_poll      (const TrhKit *kit);
TrhElection    *trh_poll_make_election (TrhProject *project, const TrhPollRecord *poll, GError **error);
TrhOpening     *trh_poll_begin_opening (TrhProject *project, const TrhPollRecord *poll, GError **error);
TrhOpening     *trh_poll_make_opening  (TrhProject *project, TrhPoll *poll, const char *folder, GError **error);
gboolean        trh_poll_check_method  (TrhProject *project, const TrhPollRecord *poll, GError **error);

G_END_DECLS
