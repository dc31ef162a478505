/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/voting/trh-towns.h"

#include "core/base/trh-limits.h"

/**
 * trh_towns_choose_shown:
 * @expressed: (array length=n): ballots of each town that are neither blank nor null
 * @blank: (array length=n): blank ballots of each town
 * @shown: (out) (array length=n): whether its own figures may be published
 *
 * A town with fewer than %TRH_MIN_SHOWN expressed ballots is not shown, its blank ones neither: three blank ballots of
 * three tell what each of the three did. Whoever has the sum of all towns can subtract those that are shown: what is
 * hidden must be %TRH_MIN_SHOWN expressed ballots together too, or else the smallest town that is shown is hidden as
 * well. A town without any ballot has nothing to hide and nothing to show.
 */
void
trh_towns_choose_shown (const guint *expressed, const guint *blank, guint n, gboolean *shown)
{
  guint64 hidden = 0, hidden_blank = 0;

  for (guint i = 0; i < n; i++)
    {
      shown[i] = expressed[i] >= TRH_MIN_SHOWN;
      hidden += shown[i] ? 0 : expressed[i];
      hidden_blank += shown[i] ? 0 : blank[i];
    }
  while (hidden + hidden_blank > 0 && hidden < TRH_MIN_SHOWN)
    {
      guint smallest = n;

      for (guint i = 0; i < n; i++)
        if (shown[i] && (smallest == n || expressed[i] < expressed[smallest]))
          smallest = i;
      if (smallest == n)
        break;
      shown[smallest] = FALSE;
      hidden += expressed[smallest];
    }
}
