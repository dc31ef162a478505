/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pages/trh-page.h"

G_BEGIN_DECLS

/* Asks for all that an approval poll needs, and writes it as one edit. */
void trh_vote_prepare (TrhPage *page, TrhPoll *poll);

G_END_DECLS
