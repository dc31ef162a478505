/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/base/trh-process.h"

#include <sys/resource.h>

/* Neither a file nor whoever catches cores through a pipe gets anything of the memory. */
static void
test_no_core (void)
{
  g_autofree char *filter = NULL;
  struct rlimit limit;

  g_assert_true (trh_process_leave_no_core ());
  g_assert_cmpint (getrlimit (RLIMIT_CORE, &limit), ==, 0);
  g_assert_cmpuint (limit.rlim_cur, ==, 0);
  g_assert_cmpuint (limit.rlim_max, ==, 0);
  g_assert_true (g_file_get_contents ("/proc/self/coredump_filter", &filter, NULL, NULL));
  g_assert_cmpuint (g_ascii_strtoull (filter, NULL, 16), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/process/no-core", test_no_core);

  return g_test_run ();
}
