/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/voting/trh-ballot-paper.h"

G_BEGIN_DECLS

/* What a ballot of paper says, in each of its languages. */
char *trh_paper_dup_title (TrhBallotPaper *paper, const char *place);
char *trh_paper_dup_how   (TrhBallotPaper *paper, const char *language);

G_END_DECLS
