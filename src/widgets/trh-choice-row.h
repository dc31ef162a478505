/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "widgets/trh-field-link.h"

G_BEGIN_DECLS

/* One of a few choices, written at once. */
#define TRH_TYPE_CHOICE_ROW (trh_choice_row_get_type ())
G_DECLARE_FINAL_TYPE (TrhChoiceRow, trh_choice_row, TRH, CHOICE_ROW, AdwComboRow)

GtkWidget *trh_choice_row_new (TrhFieldLink *link);

G_END_DECLS
