/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/trh-field-row.h"

G_BEGIN_DECLS

/* Several short texts, with commas between them: languages, equipment, skills. */
#define TRH_TYPE_TEXTS_ROW (trh_texts_row_get_type ())
G_DECLARE_FINAL_TYPE (TrhTextsRow, trh_texts_row, TRH, TEXTS_ROW, TrhFieldRow)

GtkWidget *trh_texts_row_new (TrhFieldLink *link);

G_END_DECLS
