/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A row with a title and a text of several lines. */
#define TRH_TYPE_NOTE_ROW (trh_note_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (TrhNoteRow, trh_note_row, TRH, NOTE_ROW, AdwPreferencesRow)

struct _TrhNoteRowClass
{
  AdwPreferencesRowClass parent_class;
};

GtkWidget *trh_note_row_new      (const char *title);
char      *trh_note_row_dup_text (TrhNoteRow *self);
void       trh_note_row_set_text (TrhNoteRow *self, const char *text);
GtkWidget *trh_note_row_get_view (TrhNoteRow *self);

G_END_DECLS
