/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/trh-field-row.h"

G_BEGIN_DECLS

/* A whole or decimal number. Members in cents are typed in euros; an empty row is the standard
 * value, as “unknown”. Arrow keys count up and down. */
#define TRH_TYPE_NUMBER_ROW (trh_number_row_get_type ())
G_DECLARE_FINAL_TYPE (TrhNumberRow, trh_number_row, TRH, NUMBER_ROW, TrhFieldRow)

GtkWidget *trh_number_row_new (TrhFieldLink *link);

G_END_DECLS
