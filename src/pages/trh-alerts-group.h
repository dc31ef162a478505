/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/workspace/trh-workspace.h"

G_BEGIN_DECLS

/* The alerts about one object as a group of its form; each opens onto its repairs. Hidden when
 * there is none. */
#define TRH_TYPE_ALERTS_GROUP (trh_alerts_group_get_type ())
G_DECLARE_FINAL_TYPE (TrhAlertsGroup, trh_alerts_group, TRH, ALERTS_GROUP, AdwBin)

GtkWidget *trh_alerts_group_new (TrhWorkspace *workspace, const char *id);

G_END_DECLS
