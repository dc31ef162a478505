/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/workspace/trh-workspace.h"

G_BEGIN_DECLS

/* One field over everything that has a name; Enter goes there. */
#define TRH_TYPE_SEARCH (trh_search_get_type ())
G_DECLARE_FINAL_TYPE (TrhSearch, trh_search, TRH, SEARCH, GtkPopover)

void trh_search_set_workspace (TrhSearch *self, TrhWorkspace *workspace);
void trh_search_set_origin    (TrhSearch *self, GtkWidget *origin);

G_END_DECLS
