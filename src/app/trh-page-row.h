/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* One page in the sidebar: its icon, its title, and a number when there is something to count. */
#define TRH_TYPE_PAGE_ROW (trh_page_row_get_type ())
G_DECLARE_FINAL_TYPE (TrhPageRow, trh_page_row, TRH, PAGE_ROW, GtkListBoxRow)

GtkWidget *trh_page_row_new       (const char *title, const char *icon_name);
void       trh_page_row_set_count (TrhPageRow *self, guint count, const char *count_name, gboolean is_warning);

G_END_DECLS
