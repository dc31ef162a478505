/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/voting/trh-fraction.h"

#include <string.h>

static TrhWide
find_common (TrhWide a, TrhWide b)
{
  while (b != 0)
    {
      TrhWide rest = a % b;

      a = b;
      b = rest;
    }
  return a;
}

/**
 * trh_fraction_find_denominator:
 * @parts: (array length=most): for each number of parts from 0, whether a ballot is ever cut into so many
 * @most: one more than the largest number of parts
 * @ballots: how many ballots a sum may hold
 * @denominator: (out): the least common multiple of all these numbers
 *
 * Returns: %FALSE when a sum of @ballots ballots over it does not fit in 128 bits
 */
gboolean
trh_fraction_find_denominator (const guint8 *parts, guint most, guint64 ballots, TrhWide *denominator)
{
  TrhWide all = 1, sum;

  for (guint n = 2; n < most; n++)
    if (parts[n] && __builtin_mul_overflow (all, n / find_common (all, n), &all))
      return FALSE;
  *denominator = all;
  return !__builtin_mul_overflow (all, ballots, &sum);
}

static char *
write_digits (TrhWide number, char *end)
{
  *--end = '\0';
  do
    *--end = (char) ('0' + (int) (number % 10));
  while ((number /= 10) != 0);
  return end;
}

/**
 * trh_fraction_to_text:
 *
 * Returns: (transfer full): "p" or "p/q" in lowest terms
 */
char *
trh_fraction_to_text (TrhWide numerator, TrhWide denominator)
{
  TrhWide common = find_common (denominator, numerator);
  char above[48], below[48];
  const char *p = write_digits (numerator / common, above + sizeof above);

  if (denominator == common)
    return g_strdup (p);
  return g_strconcat (p, "/", write_digits (denominator / common, below + sizeof below), NULL);
}
