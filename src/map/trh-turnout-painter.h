/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "map/trh-painter.h"

G_BEGIN_DECLS

/* How many came to vote, town by town: a disc as large as there were ballots, with their number. */
#define TRH_TYPE_TURNOUT_PAINTER (trh_turnout_painter_get_type ())
G_DECLARE_FINAL_TYPE (TrhTurnoutPainter, trh_turnout_painter, TRH, TURNOUT_PAINTER, TrhPainter)

TrhPainter *trh_turnout_painter_new (void);

G_END_DECLS
