/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/voting/trh-seal.h"

G_BEGIN_DECLS

/* The secret key of a vote on paper, for a sealed envelope: when both passphrases are lost, or one of the two people
 * is, the votes are not. Four lines of four groups of four characters; each line checks itself. */
#define TRH_RECOVERY_LINES 4
#define TRH_RECOVERY_LINE  20 /* bytes of a line, three spaces and NUL included */

void       trh_recovery_write (const TrhSecret *secret, char lines[TRH_RECOVERY_LINES][TRH_RECOVERY_LINE]);
void       trh_recovery_wipe  (char lines[TRH_RECOVERY_LINES][TRH_RECOVERY_LINE]);
TrhSecret *trh_recovery_read  (const char *const lines[TRH_RECOVERY_LINES], const guint8 *public_key, GError **error);

G_END_DECLS
