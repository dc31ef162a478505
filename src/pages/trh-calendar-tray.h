/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/workspace/trh-workspace.h"

G_BEGIN_DECLS

/* What has no place on the calendar yet: artists expected without a stay, stays and encounters
 * put aside. Its cards are dragged onto the timeline as the text of their id.
 *
 * Property "n-items" (notifies). Signal "activated" (id): Enter or a click on a card. */
#define TRH_TYPE_CALENDAR_TRAY (trh_calendar_tray_get_type ())
G_DECLARE_FINAL_TYPE (TrhCalendarTray, trh_calendar_tray, TRH, CALENDAR_TRAY, AdwBin)

void  trh_calendar_tray_fill        (TrhCalendarTray *self, TrhWorkspace *workspace);
guint trh_calendar_tray_get_n_items (TrhCalendarTray *self);

G_END_DECLS
