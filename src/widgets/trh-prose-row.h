/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/trh-field-link.h"
#include "widgets/trh-note-row.h"

G_BEGIN_DECLS

/* A text of several lines. Leaving the row or Ctrl+Enter writes it, Escape restores it. */
#define TRH_TYPE_PROSE_ROW (trh_prose_row_get_type ())
G_DECLARE_FINAL_TYPE (TrhProseRow, trh_prose_row, TRH, PROSE_ROW, TrhNoteRow)

GtkWidget *trh_prose_row_new (TrhFieldLink *link);

G_END_DECLS
