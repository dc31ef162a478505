/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/storage/trh-backups.h"

G_BEGIN_DECLS

/* A kept version beside the season as it is now: what was added, changed and removed since, with the values of then and
 * now. Signals: "come-back" and "open-copy", what the person chose; the window closes. */
#define TRH_TYPE_HISTORY_COMPARE (trh_history_compare_get_type ())
G_DECLARE_FINAL_TYPE (TrhHistoryCompare, trh_history_compare, TRH, HISTORY_COMPARE, AdwWindow)

TrhHistoryCompare *trh_history_compare_new (GtkWidget *parent, const TrhBackup *backup, TrhProject *then, TrhProject *now,
                                                    gboolean votes_stay);
TrhProject        *trh_history_compare_get_then (TrhHistoryCompare *self);
const char        *trh_history_compare_get_moment (TrhHistoryCompare *self);
const char        *trh_history_compare_get_path (TrhHistoryCompare *self);

G_END_DECLS
