/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <locale.h>

#include "app/trh-application.h"
#include "app/trh-settings.h"
#include "core/base/trh-process.h"
#include "trh-config.h"

/* Where the translations are: beside the program when it runs from its build folder. */
static const char *
locale_folder (void)
{
  const char *folder = g_getenv ("TRH_LOCALE_DIR");

  return folder != NULL ? folder : TRH_LOCALE_DIR;
}

int
main (int argc, char *argv[])
{
  g_autoptr(TrhApplication) application = NULL;
  g_autofree char *language = trh_settings_get_language ();

  trh_process_leave_no_core ();

  /* before GTK looks at the locale; gettext takes LANGUAGE over it */
  if (*language != '\0')
    g_setenv ("LANGUAGE", language, TRUE);
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locale_folder ());
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_application_name ("Transhumances");

  application = trh_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
