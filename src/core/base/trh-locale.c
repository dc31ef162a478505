/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/base/trh-locale.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "trh-config.h"

/**
 * trh_locale_begin:
 * @language: (nullable): "fr" or "en"; %NULL or "" for the language of the session
 *
 * Chooses the language of everything that the program says: once, before anything is said and before GTK looks at
 * the locale. The translations are where they were installed, or in the folder that TRH_LOCALE_DIR names when the
 * program runs from its build folder.
 */
void
trh_locale_begin (const char *language)
{
  const char *folder = g_getenv ("TRH_LOCALE_DIR");

  if (language != NULL && *language != '\0')
    g_setenv ("LANGUAGE", language, TRUE);
  /* gettext translates nothing in the locale "C", whatever LANGUAGE says */
  if (setlocale (LC_ALL, "") == NULL || g_str_equal (setlocale (LC_MESSAGES, NULL), "C"))
    setlocale (LC_ALL, "C.UTF-8");
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : TRH_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}
