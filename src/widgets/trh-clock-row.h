/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/trh-field-row.h"

G_BEGIN_DECLS

/* A clock time, as 18:30 or 18 h 30. Arrow keys move it by five minutes. */
#define TRH_TYPE_CLOCK_ROW (trh_clock_row_get_type ())
G_DECLARE_FINAL_TYPE (TrhClockRow, trh_clock_row, TRH, CLOCK_ROW, TrhFieldRow)

GtkWidget *trh_clock_row_new (TrhFieldLink *link);

G_END_DECLS
