/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/trh-history.h"
#include "core/storage/trh-backups.h"

G_BEGIN_DECLS

/* One kept version as an item of a list. */
#define TRH_TYPE_KEPT_VERSION (trh_kept_version_get_type ())
G_DECLARE_FINAL_TYPE (TrhKeptVersion, trh_kept_version, TRH, KEPT_VERSION, GObject)

const TrhBackup *trh_kept_version_get_backup (TrhKeptVersion *self);

/* The steps of a history with the newest first: a #GListModel of #TrhStep, below the oldest step the #TrhHistory
 * itself, which stands for the beginning, and between them each #TrhKeptVersion where it was written. */
#define TRH_TYPE_HISTORY_ROWS (trh_history_rows_get_type ())
G_DECLARE_FINAL_TYPE (TrhHistoryRows, trh_history_rows, TRH, HISTORY_ROWS, GObject)

#define TRH_NO_STEP G_MAXUINT

TrhHistoryRows *trh_history_rows_new        (TrhHistory *history, const char *folder);
void            trh_history_rows_refresh    (TrhHistoryRows *self);
guint           trh_history_rows_get_n_done (TrhHistoryRows *self, guint position);
GDateTime      *trh_history_rows_get_time   (TrhHistoryRows *self, guint position);

G_END_DECLS
