/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/workspace/trh-workspace.h"

G_BEGIN_DECLS

/* What the calendar says of a stay, of an encounter and of the road between two stays. */
char *trh_calendar_say_bar    (TrhWorkspace *workspace, const char *id);
char *trh_calendar_say_days   (int first_day, int last_day);
char *trh_calendar_say_alerts (guint n_alerts);
char *trh_calendar_say_road   (TrhWorkspace *workspace, const char *stay_id, const char *next_stay_id);
char *trh_calendar_say_way    (TrhWorkspace *workspace, const char *stay_id, const char *next_stay_id);

G_END_DECLS
