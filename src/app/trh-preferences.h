/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What a person can set: language, theme, map. Changes hold at once. */
#define TRH_TYPE_PREFERENCES (trh_preferences_get_type ())
G_DECLARE_FINAL_TYPE (TrhPreferences, trh_preferences, TRH, PREFERENCES, AdwPreferencesWindow)

TrhPreferences *trh_preferences_new (GSettings *settings);

G_END_DECLS
