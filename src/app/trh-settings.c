/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/trh-settings.h"

#include "core/base/trh-limits.h"
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

/**
 * trh_settings_get_line:
 * @settings: the settings of the program
 * @key: one that holds a free text
 *
 * The schema holds every other setting in its bounds; a free text may be anything that somebody wrote into the file.
 *
 * Returns: (transfer full): the text, or "" when it is longer than %TRH_MAX_LINE characters or no line of text
 */
char *
trh_settings_get_line (GSettings *settings, const char *key)
{
  g_autofree char *text = g_settings_get_string (settings, key);

  if (g_utf8_strlen (text, -1) > TRH_MAX_LINE)
    return g_strdup ("");
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_iscntrl (g_utf8_get_char (at)))
      return g_strdup ("");
  return g_steal_pointer (&text);
}
