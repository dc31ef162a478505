/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/base/trh-percent.h"

#include <glib/gi18n.h>

/* @part in @unit-ths of @whole, the nearest; halves go up. */
static guint64
round_share (guint64 part, guint64 whole, guint64 unit)
{
  return (2 * unit * part + whole) / (2 * whole);
}

/**
 * trh_percent_say:
 * @part: at most @whole
 * @whole: below 2^50
 *
 * Nothing is rounded onto “0 %”, “50 %” or “100 %”: 399 of 400 are not everybody, and 121 of 241 are more than half. There
 * the share has one decimal, which keeps to its side.
 *
 * Returns: (transfer full): as in “34 %” or “50.2 %”; of nothing, “0 %”
 */
char *
trh_percent_say (guint64 part, guint64 whole)
{
  const guint64 percent = whole > 0 ? round_share (part, whole, 100) : 0;
  guint64 tenths;

  if (whole == 0 || percent % 50 != 0 || part * 100 == percent * whole)
    /* Translators: a share in percent */
    return g_strdup_printf (_("%u %%"), (guint) percent);
  tenths = round_share (part, whole, 1000);
  if (tenths == percent * 10)
    tenths = part * 100 > percent * whole ? tenths + 1 : tenths - 1;
  /* Translators: a share in percent with one decimal, as in “50.2 %” */
  return g_strdup_printf (_("%1$u.%2$u %%"), (guint) tenths / 10, (guint) tenths % 10);
}
