/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "widgets/trh-field-link.h"

G_BEGIN_DECLS

/* Days of the week, ticked one by one; none ticked is every day. */
#define TRH_TYPE_WEEKDAYS_ROW (trh_weekdays_row_get_type ())
G_DECLARE_FINAL_TYPE (TrhWeekdaysRow, trh_weekdays_row, TRH, WEEKDAYS_ROW, AdwPreferencesRow)

GtkWidget *trh_weekdays_row_new (TrhFieldLink *link);

G_END_DECLS
