/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "core/voting/trh-ballot-paper.h"

G_BEGIN_DECLS

/* Ballots to print, of A4: in as many orders as there are artists when the poll rotates them, so that each comes
 * first equally often. Each artist keeps the letter of the file on the table. Nothing tells one ballot from another
 * of the same order: no number, no code. No text is below 14 points, no box below 7 mm; black ink is enough. Plain,
 * lent. */
typedef struct {
  TrhBallotPaper *paper;
  const char     *place;  /* the town, or "" */
  gboolean        halves; /* two ballots of A5 on each sheet, to cut apart: see trh_paper_ballots_can_halve() */
  guint           copies; /* of each order */
} TrhPaperBallots;

guint    trh_paper_ballots_get_n_orders (const TrhPaperBallots *self);
guint    trh_paper_ballots_get_n_sheets (const TrhPaperBallots *self);
gboolean trh_paper_ballots_can_halve    (TrhBallotPaper *paper, const char *place);
gboolean trh_paper_ballots_is_wide      (const TrhPaperBallots *self);
void     trh_paper_ballots_draw_sheet   (const TrhPaperBallots *self, guint sheet, cairo_t *cr);
GBytes  *trh_paper_ballots_print        (const TrhPaperBallots *self, GError **error);

G_END_DECLS
