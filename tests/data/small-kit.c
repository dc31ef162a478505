/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/base/trh-file.h"
#include "small-kit.h"

/* usage: small-kit KIT KEYS */

int
main (int argc, char *argv[])
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TrhKeys) keys = small_kit_make_keys ();
  g_autoptr(TrhKit) kit = keys != NULL ? small_kit_make (keys) : NULL;
  g_autoptr(GBytes) kit_file = kit != NULL ? trh_kit_print (kit) : NULL;
  g_autoptr(GBytes) keys_file = keys != NULL ? trh_keys_print (keys) : NULL;

  if (argc == 3 && kit != NULL && trh_file_save (argv[1], kit_file, &error) && trh_file_save (argv[2], keys_file, &error))
    return 0;
  g_printerr ("%s\n", error != NULL ? error->message : "usage: small-kit KIT KEYS");
  return 1;
}
