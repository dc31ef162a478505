/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/trh-field-row.h"

G_BEGIN_DECLS

/* A day, typed as 2027-06-12, 12/06/2027 or 12 June, or picked in a calendar. Arrow keys move it
 * by a day. */
#define TRH_TYPE_DAY_ROW (trh_day_row_get_type ())
G_DECLARE_FINAL_TYPE (TrhDayRow, trh_day_row, TRH, DAY_ROW, TrhFieldRow)

GtkWidget *trh_day_row_new (TrhFieldLink *link);

G_END_DECLS
