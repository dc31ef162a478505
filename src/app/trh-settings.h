/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GSettings *trh_settings_new          (void);
char      *trh_settings_get_language (void);
char      *trh_settings_get_line     (GSettings *settings, const char *key);

G_END_DECLS
