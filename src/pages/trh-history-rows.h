/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/trh-history.h"

G_BEGIN_DECLS

/* The steps of a history with the newest first: a #GListModel of #TrhStep, and below the oldest
 * the #TrhHistory itself, which stands for the beginning. Empty while there is no step. */
#define TRH_TYPE_HISTORY_ROWS (trh_history_rows_get_type ())
G_DECLARE_FINAL_TYPE (TrhHistoryRows, trh_history_rows, TRH, HISTORY_ROWS, GObject)

TrhHistoryRows *trh_history_rows_new        (TrhHistory *history);
guint           trh_history_rows_get_n_done (TrhHistoryRows *self, guint position);

G_END_DECLS
