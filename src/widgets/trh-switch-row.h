/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "widgets/trh-field-link.h"

G_BEGIN_DECLS

/* Yes or no, written at once. */
#define TRH_TYPE_SWITCH_ROW (trh_switch_row_get_type ())
G_DECLARE_FINAL_TYPE (TrhSwitchRow, trh_switch_row, TRH, SWITCH_ROW, AdwActionRow)

GtkWidget *trh_switch_row_new (TrhFieldLink *link);

G_END_DECLS
