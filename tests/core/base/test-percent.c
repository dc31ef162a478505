/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/base/trh-percent.h"

/* A share is never rounded onto nobody, half or everybody. */
static void
test_shares (void)
{
  static const struct { guint64 part, whole; const char *said; } cases[] = {
    { 0, 0, "0 %" },     { 0, 7, "0 %" },       { 7, 7, "100 %" },       { 1, 2, "50 %" },
    { 1, 3, "33 %" },    { 2, 3, "67 %" },      { 1, 200, "1 %" },       { 121, 241, "50.2 %" },
    { 120, 241, "49.8 %" }, { 399, 400, "99.8 %" }, { 1, 400, "0.3 %" }, { 1, 100000, "0.1 %" },
    { 99999, 100000, "99.9 %" }, { 50001, 100000, "50.1 %" }, { 49999, 100000, "49.9 %" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *said = trh_percent_say (cases[i].part, cases[i].whole);

      g_assert_cmpstr (said, ==, cases[i].said);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/percent/shares", test_shares);

  return g_test_run ();
}
