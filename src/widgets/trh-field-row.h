/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/trh-entry-row.h"
#include "widgets/trh-field-link.h"

G_BEGIN_DECLS

/* A row in which a value is typed. Shows the member as it stands; Enter and leaving the row write
 * it, Escape restores it; a refused text stays, with the reason under the row. */
#define TRH_TYPE_FIELD_ROW (trh_field_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (TrhFieldRow, trh_field_row, TRH, FIELD_ROW, TrhEntryRow)

/**
 * TrhFieldRowClass:
 * @show: (transfer full): a value of the member as text
 * @read: the value that a text means, or a sentence that says why it means none
 * @step: (nullable): the value that the arrow keys lead to, @by steps on
 */
struct _TrhFieldRowClass
{
  TrhEntryRowClass parent_class;

  char    *(*show) (TrhFieldRow *self, const GValue *value);
  gboolean (*read) (TrhFieldRow *self, const char *text, GValue *value, GError **error);
  gboolean (*step) (TrhFieldRow *self, int by, GValue *value);
};

TrhFieldLink   *trh_field_row_get_link  (TrhFieldRow *self);
const TrhField *trh_field_row_get_field (TrhFieldRow *self);
gboolean        trh_field_row_commit    (TrhFieldRow *self);
void            trh_field_row_restore   (TrhFieldRow *self);

G_END_DECLS
