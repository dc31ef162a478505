/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Sums of shares as whole numbers over one common denominator: up to 60 parts the denominator has
 * 84 bits, which leaves room for 2⁴⁰ ballots. */
typedef unsigned __int128 TrhWide;

gboolean trh_fraction_find_denominator (const guint8 *parts, guint most, guint64 ballots, TrhWide *denominator);
char    *trh_fraction_to_text          (TrhWide numerator, TrhWide denominator);

G_END_DECLS
