/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/workspace/trh-workspace.h"

G_BEGIN_DECLS

/* How an artist comes to a stay, as a row of its form: from where, by what, how long, and where
 * these figures come from. It hides while there is no stay before. */
#define TRH_TYPE_WAY_ROW (trh_way_row_get_type ())
G_DECLARE_FINAL_TYPE (TrhWayRow, trh_way_row, TRH, WAY_ROW, AdwActionRow)

GtkWidget *trh_way_row_new (TrhWorkspace *workspace, const char *stay_id);

G_END_DECLS
