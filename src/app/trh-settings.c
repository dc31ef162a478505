/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/trh-settings.h"

#include "trh-config.h"

/**
 * trh_settings_new:
 *
 * Preferences belong to the person: read in this room, handed to the others as plain values.
 *
 * Returns: (transfer full): the settings of the program
 */
GSettings *
trh_settings_new (void)
{
  return g_settings_new (TRH_APPLICATION_ID);
}

/**
 * trh_settings_get_language:
 *
 * Returns: (transfer full): "fr", "en", or "" for the language of the session
 */
char *
trh_settings_get_language (void)
{
  g_autoptr(GSettings) settings = trh_settings_new ();

  return g_settings_get_string (settings, "language");
}
