/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "core/voting/trh-codes.h"

G_BEGIN_DECLS

/* Slips of paper with a voting code each, to cut and to draw from a box: the code in large letters, with QR for those
 * who will vote by telephone. Nothing on a slip tells one from the next but its code. */
typedef struct {
  const char *question;
  const char *place;     /* the town, or "" */
  gboolean    rehearsal; /* stamped on every slip */
} TrhSlips;

#define TRH_SLIPS_PER_PAGE 12 /* of A4, two beside each other */

guint   trh_slips_get_n_pages (const GArray *codes);
void    trh_slips_draw_page   (const TrhSlips *self, const GArray *codes, guint page, cairo_t *cr);
GBytes *trh_slips_print       (const TrhSlips *self, const GArray *codes, GError **error);

G_END_DECLS
