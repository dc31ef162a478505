/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/trh-poll.h"
#include "core/model/trh-result.h"

G_BEGIN_DECLS

/* What a poll asks for, in words for people. */
char       *trh_poll_say_limits (const TrhPollRecord *poll);
gboolean    trh_poll_always_draws (const TrhPollRecord *poll);
gboolean    trh_poll_needs_draw (const TrhPollRecord *poll);
const char *trh_poll_say_ties   (const TrhPollRecord *poll);

GPtrArray  *trh_result_rank     (const TrhResultRecord *result);
char       *trh_result_say_called_off (const TrhResultRecord *session);

/* What may be said of a result outside the room. */
gboolean         trh_result_is_for_bureau (const TrhResultRecord *total);
TrhResultRecord *trh_result_withhold      (const TrhResultRecord *total);

G_END_DECLS
