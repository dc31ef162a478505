/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pages/trh-page.h"

G_BEGIN_DECLS

/* Who is where, when: the stays and encounters of the season as lanes of bars over days, or as a
 * table with the same rows, the same selection and the same undo.
 *
 * Properties, each also an action "calendar.…": "lanes-by" ("artists", "communes"), "scale" ("day",
 * "week", "season"), "view" ("timeline", "table"), "tray-shown". */
#define TRH_TYPE_CALENDAR_PAGE (trh_calendar_page_get_type ())
G_DECLARE_FINAL_TYPE (TrhCalendarPage, trh_calendar_page, TRH, CALENDAR_PAGE, TrhPage)

G_END_DECLS
