/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/exchange/trh-sheet.h"
#include "core/voting/trh-recovery.h"

G_BEGIN_DECLS

TrhSheet *trh_recovery_sheet_new (const char *question, const TrhKeys *keys, const TrhSecret *secret, const char *day,
                                  gboolean rehearsal);

G_END_DECLS
