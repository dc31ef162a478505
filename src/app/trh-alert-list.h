/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/workspace/trh-workspace.h"

G_BEGIN_DECLS

/* The alerts of the season, each with its repairs. Property: "count" (notifies). */
#define TRH_TYPE_ALERT_LIST (trh_alert_list_get_type ())
G_DECLARE_FINAL_TYPE (TrhAlertList, trh_alert_list, TRH, ALERT_LIST, AdwBin)

void  trh_alert_list_set_workspace (TrhAlertList *self, TrhWorkspace *workspace);
guint trh_alert_list_get_count     (TrhAlertList *self);
void  trh_alert_list_step          (TrhAlertList *self, int direction);

G_END_DECLS
