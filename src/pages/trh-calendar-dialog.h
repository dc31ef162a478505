/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/workspace/trh-workspace.h"

G_BEGIN_DECLS

/* Asks for what a new stay or encounter needs. Nothing changes before “Add”.
 *
 * Signal "added" (TrhEdit, id): the edit to perform. */
#define TRH_TYPE_CALENDAR_DIALOG (trh_calendar_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TrhCalendarDialog, trh_calendar_dialog, TRH, CALENDAR_DIALOG, AdwWindow)

GtkWidget *trh_calendar_dialog_new_stay      (TrhWorkspace *workspace, const char *artist_id, const char *venue_id,
                                              int first_day, int last_day);
GtkWidget *trh_calendar_dialog_new_encounter (TrhWorkspace *workspace, const char *artist_id, const char *venue_id,
                                              int day, int start);
gpointer   trh_calendar_dialog_peek_draft    (TrhCalendarDialog *self);
gboolean   trh_calendar_dialog_add           (TrhCalendarDialog *self);
void       trh_calendar_dialog_propose_days (TrhCalendarDialog *self);

G_END_DECLS
