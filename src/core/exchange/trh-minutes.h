/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/exchange/trh-sheet.h"
#include "core/model/trh-poll.h"
#include "core/model/trh-project.h"
#include "core/model/trh-result.h"
#include "core/voting/trh-kit.h"

G_BEGIN_DECLS

/* The papers that the people in the room sign: at the opening, after a town closed or counted its urn, and for all
 * towns together. Sums only. They carry what French minutes carry (articles R62 to R70 of the Code électoral, by
 * analogy), figures also in letters. */
TrhSheet *trh_minutes_of_opening (const TrhKit *kit, const TrhUrnContent *urn);
TrhSheet *trh_minutes_of_session (const TrhKit *kit, const TrhUrnContent *urn, const char *fingerprint,
                                  const TrhResultRecord *session);
TrhSheet *trh_minutes_of_poll    (TrhProject *project, const TrhPollRecord *poll, const TrhResultRecord *total);

G_END_DECLS
