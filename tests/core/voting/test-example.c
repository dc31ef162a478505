/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "core/voting/trh-example.h"

/* Expected by hand, on paper. Voices: A 14, B 13, C 8, D 8, E 7, F 5 of 29 voters; 4 places.
 * seqpav: A 14; then D 8 (B 11/2 + 2, E 7); then E 7 (B 11/2 + 2/2); then B 13/2.
 * Equal shares: A (29/56 each), D (29/32 each), then E's seven cannot pay 29/4 nor B's; the rest by Phragmén: E, B.
 * Single transferable vote, quota 29 / 5 + 1 = 6: first choices A 14, E 7, D 6, B 2: A, E, D; of A's surplus of 8 most
 * goes to B. Schulze: A before B, both before C and D, who each beat E 8 to 7. */
static const struct {
  TrhBallotPaperKind kind;
  const TrhMethod   *wanted;
  const char        *expected;
} cases[] = {
  { TRH_BALLOT_PAPER_APPROVAL, NULL, "av ABCD 14 8 0; mes-phragmen ABDE 14 8 7" },
  { TRH_BALLOT_PAPER_APPROVAL, &trh_method_av, "av ABCD 14 8 0; mes-phragmen ABDE 14 8 7" },
  { TRH_BALLOT_PAPER_APPROVAL, &trh_method_seqpav, "av ABCD 14 8 0; seqpav ABDE 14 8 7" },
  { TRH_BALLOT_PAPER_GRADES, &trh_method_mj, "mj ABCD 14 8 0; mes-phragmen ABDE 14 8 7" },
  { TRH_BALLOT_PAPER_GRADES, &trh_method_seqpav, "mj ABCD 14 8 0; mes-phragmen ABDE 14 8 7" }, /* takes no grades */
  { TRH_BALLOT_PAPER_RANKING, &trh_method_schulze, "schulze ABCD 14 8 0; stv-scottish ABDE 14 8 7" },
};

static void
describe (const TrhExampleCount *count, GString *out)
{
  g_string_append_printf (out, "%s ", count->method->id);
  for (guint c = 0; c < TRH_EXAMPLE_CANDIDATES; c++)
    if (count->chosen[c])
      g_string_append_c (out, (char) ('A' + c));
  for (guint p = 0; p < TRH_EXAMPLE_PLACES; p++)
    g_string_append_printf (out, " %u", count->heard[p]);
}

static void
test_counts (void)
{
  static const guint voices[] = { 14, 13, 8, 8, 7, 5 }, voters[] = { 14, 8, 7 };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GString) out = g_string_new (NULL);
      TrhExample example;

      trh_example_count (&example, cases[i].kind, cases[i].wanted);
      describe (&example.by_majority, out);
      g_string_append (out, "; ");
      describe (&example.by_shares, out);
      g_assert_cmpstr (out->str, ==, cases[i].expected);
      g_assert_cmpmem (example.voices, sizeof example.voices, voices, sizeof voices);
      g_assert_cmpmem (example.voters, sizeof example.voters, voters, sizeof voters);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/voting/example/counts", test_counts);
  return g_test_run ();
}
