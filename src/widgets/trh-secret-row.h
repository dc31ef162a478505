/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/trh-entry-row.h"

G_BEGIN_DECLS

/* A row in which a passphrase is typed: dots unless a button is pressed to look at it, a sign when
 * Caps Lock is on. */
#define TRH_TYPE_SECRET_ROW (trh_secret_row_get_type ())
G_DECLARE_FINAL_TYPE (TrhSecretRow, trh_secret_row, TRH, SECRET_ROW, TrhEntryRow)

GtkWidget *trh_secret_row_new (const char *title);

G_END_DECLS
