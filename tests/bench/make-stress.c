/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <stdlib.h>

#include "stress.h"

/* make-stress [SEED] > FILE.transhumance */
int
main (int argc, char **argv)
{
  guint32 seed = argc > 1 ? (guint32) strtoul (argv[1], NULL, 10) : TRH_STRESS_SEED;
  g_autoptr(TrhProject) project = trh_stress_new (seed);
  g_autoptr(GBytes) bytes = trh_project_to_bytes (project);
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  return fwrite (text, 1, length, stdout) == length && fflush (stdout) == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
