/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A row with a title and a line to type in: not an AdwEntryRow, which in libadwaita 1.2 does not
 * tell assistive tools that it has the keyboard. */
#define TRH_TYPE_ENTRY_ROW (trh_entry_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (TrhEntryRow, trh_entry_row, TRH, ENTRY_ROW, AdwPreferencesRow)

struct _TrhEntryRowClass
{
  AdwPreferencesRowClass parent_class;
};

GtkWidget   *trh_entry_row_new         (const char *title);
GtkEditable *trh_entry_row_get_entry   (TrhEntryRow *self);
const char  *trh_entry_row_get_text    (TrhEntryRow *self);
void         trh_entry_row_set_purpose (TrhEntryRow *self, GtkInputPurpose purpose);

/*< protected >*/
void         trh_entry_row_set_entry   (TrhEntryRow *self, GtkWidget *entry);
void         trh_entry_row_add_suffix  (TrhEntryRow *self, GtkWidget *widget);

G_END_DECLS
