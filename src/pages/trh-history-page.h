/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pages/trh-page.h"

G_BEGIN_DECLS

/* Everything that was done, by day, the newest first, and the way back to any of it. */
#define TRH_TYPE_HISTORY_PAGE (trh_history_page_get_type ())
G_DECLARE_FINAL_TYPE (TrhHistoryPage, trh_history_page, TRH, HISTORY_PAGE, TrhPage)

G_END_DECLS
