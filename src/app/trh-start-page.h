/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What a window shows before a season is open: three ways to begin, and recent files. */
#define TRH_TYPE_START_PAGE (trh_start_page_get_type ())
G_DECLARE_FINAL_TYPE (TrhStartPage, trh_start_page, TRH, START_PAGE, AdwBin)

G_END_DECLS
