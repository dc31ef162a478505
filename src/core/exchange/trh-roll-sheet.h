/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/exchange/trh-sheet.h"
#include "core/voting/trh-roll.h"

G_BEGIN_DECLS

/* Sheets on which people sign before they vote: the names that are known, in alphabetical order, and free lines.
 * @question: what is asked; @place: the town, or ""; @day: of the session as YYYY-MM-DD. */
TrhSheet *trh_roll_sheet_new (const TrhRoll *roll, const char *question, const char *place, const char *day,
                              gboolean rehearsal);

G_END_DECLS
