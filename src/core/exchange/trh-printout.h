/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/exchange/trh-paper-ballots.h"
#include "core/exchange/trh-sheet.h"
#include "core/exchange/trh-slips.h"

G_BEGIN_DECLS

/* Pages of A4 of any kind, to be drawn on a printer or written into a PDF: the same drawing. It owns all that stands on
 * them and never changes. Reference counted from any thread, but one thread draws at a time. */
typedef struct _TrhPrintout TrhPrintout;

TrhPrintout *trh_printout_new_sheet   (TrhSheet *sheet);
TrhPrintout *trh_printout_new_secret  (TrhSheet *sheet);
TrhPrintout *trh_printout_new_slips   (const TrhSlips *slips, const GArray *codes);
TrhPrintout *trh_printout_new_ballots (const TrhPaperBallots *ballots);
TrhPrintout *trh_printout_ref         (TrhPrintout *self);
void         trh_printout_unref       (TrhPrintout *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrhPrintout, trh_printout_unref)

gboolean     trh_printout_is_wide     (const TrhPrintout *self);
gboolean     trh_printout_is_secret   (const TrhPrintout *self);
guint        trh_printout_get_n_pages (TrhPrintout *self);
void         trh_printout_draw_page   (TrhPrintout *self, guint page, cairo_t *cr);
GBytes      *trh_printout_write       (TrhPrintout *self, GError **error);

G_END_DECLS
