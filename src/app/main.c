/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <gtk/gtk.h>

#include "app/trh-application.h"
#include "app/trh-settings.h"
#include "core/base/trh-locale.h"
#include "core/base/trh-process.h"

int
main (int argc, char *argv[])
{
  g_autoptr(TrhApplication) application = NULL;
  g_autofree char *language = trh_settings_get_language ();

  trh_process_leave_no_core ();
  trh_locale_begin (language);
  gtk_disable_setlocale (); /* it would go back to a locale in which nothing is translated */
  g_set_application_name ("Transhumances");

  application = trh_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
