/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/trh-field-row.h"

G_BEGIN_DECLS

/* A text of one line. */
#define TRH_TYPE_TEXT_ROW (trh_text_row_get_type ())
G_DECLARE_FINAL_TYPE (TrhTextRow, trh_text_row, TRH, TEXT_ROW, TrhFieldRow)

GtkWidget *trh_text_row_new (TrhFieldLink *link);

G_END_DECLS
