/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void        trh_row_set_error (GtkWidget *row, GtkWidget *control, const char *sentence);
const char *trh_row_get_error (GtkWidget *row);

G_END_DECLS
