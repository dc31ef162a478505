/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "widgets/trh-pick.h"

G_BEGIN_DECLS

/* A popover with a list of #TrhPick and a field to find one, without accents or case.
 * Signal "picked" (TrhPick): Enter or a click on one. */
#define TRH_TYPE_PICKER (trh_picker_get_type ())
G_DECLARE_FINAL_TYPE (TrhPicker, trh_picker, TRH, PICKER, GtkPopover)

GtkWidget *trh_picker_new         (const char *title);
void       trh_picker_set_options (TrhPicker *self, GListModel *options);

G_END_DECLS
