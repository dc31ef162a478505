/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "widgets/trh-field-link.h"

G_BEGIN_DECLS

/* A reference to another object, or several, chosen in a list with a search field. */
#define TRH_TYPE_REFERENCE_ROW (trh_reference_row_get_type ())
G_DECLARE_FINAL_TYPE (TrhReferenceRow, trh_reference_row, TRH, REFERENCE_ROW, AdwActionRow)

GtkWidget *trh_reference_row_new (TrhFieldLink *link);

G_END_DECLS
