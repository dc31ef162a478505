/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TRH_FINGERPRINT_HEX 64 /* characters of a SHA-256 */

char     *trh_fingerprint_say   (const char *sha256);
gboolean  trh_fingerprint_check (const char *sha256, const char *spoken);

G_END_DECLS
