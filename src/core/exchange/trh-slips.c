/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/exchange/trh-slips.h"

#include <glib/gi18n.h>
#include <pango/pangocairo.h>
#include <qrencode.h>
#include <sodium.h>

#include "core/exchange/trh-pdf.h"

/* Lengths are in points, 72 an inch. */
#define MM          TRH_MM
#define PAGE_WIDTH  TRH_A4_WIDTH
#define PAGE_HEIGHT TRH_A4_HEIGHT
#define COLUMNS     2
#define ROWS        (TRH_SLIPS_PER_PAGE / COLUMNS)
#define SLIP_WIDTH  (PAGE_WIDTH / COLUMNS)
#define SLIP_HEIGHT (PAGE_HEIGHT / ROWS)
#define MARGIN      (8 * MM)
#define QR          (25 * MM) /* side of the black and white square */
#define QUIET       4         /* white modules around it: ISO/IEC 18004 */
#define QR_GAP      (QR * QUIET / 21) /* the same as a length; eight characters take 21 modules, at level H too */
#define TEXT_WIDTH  (SLIP_WIDTH - 2 * MARGIN - QR - QR_GAP)

static void
draw_text (cairo_t *cr, PangoContext *context, const char *text, const char *font, double x, double y, double width,
           guint lines)
{
  g_autoptr(PangoLayout) layout = trh_pdf_make_layout (context, text, font, width);

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
  pango_layout_set_height (layout, -(int) lines);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
}

/* The code alone, without its hyphen: capitals and digits make the smallest QR code, and a camera that is no part of a
 * vote reads nothing else. Level H is still read when a third of it is creased or soiled. */
static void
draw_qr (cairo_t *cr, const char *code, double x, double y)
{
  QRcode *qr = QRcode_encodeString (code, 0, QR_ECLEVEL_H, QR_MODE_8, 1);
  double module;

  if (qr == NULL)
    return; /* the letters are there */
  module = QR / qr->width;
  for (int row = 0; row < qr->width; row++)
    for (int column = 0; column < qr->width; column++)
      if ((qr->data[row * qr->width + column] & 1) != 0)
        cairo_rectangle (cr, x + column * module, y + row * module, module, module);
  cairo_fill (cr);
  sodium_memzero (qr->data, (gsize) qr->width * (gsize) qr->width);
  QRcode_free (qr);
}

static void
draw_slip (const TrhSlips *self, cairo_t *cr, PangoContext *context, const TrhCode *code, double left, double top)
{
  const double qr_left = left + SLIP_WIDTH - MARGIN - QR;
  char shown[TRH_CODE_SHOWN];
  g_autofree char *where = g_strjoin (*self->place != '\0' ? " · " : "", _("Voting slip"), self->place, NULL);

  trh_code_show (code, shown);
  draw_text (cr, context, where, "Sans Bold 9", left + MARGIN, top + 7 * MM,
             self->rehearsal ? TEXT_WIDTH : SLIP_WIDTH - 2 * MARGIN, 1);
  draw_text (cr, context, self->question, "Sans 8", left + MARGIN, top + 12 * MM, TEXT_WIDTH, 2);
  draw_text (cr, context, shown, "Monospace Bold 19", left + MARGIN, top + 20 * MM, TEXT_WIDTH, 1);
  draw_text (cr, context, _("One slip is one ballot. Show your code to nobody; nobody can know what you voted with it."),
             "Sans 7.5", left + MARGIN, top + 31 * MM, TEXT_WIDTH, 4);
  if (self->rehearsal)
    draw_text (cr, context, C_("stamp", "REHEARSAL"), "Sans Bold 9", qr_left, top + 8 * MM, QR, 1);
  draw_qr (cr, code->text, qr_left, top + 16 * MM);
  sodium_memzero (shown, sizeof shown);
}

/* Where to cut. */
static void
draw_cuts (cairo_t *cr)
{
  const double dashes[] = { 3, 3 };

  cairo_save (cr);
  cairo_set_source_rgb (cr, 0.6, 0.6, 0.6);
  cairo_set_line_width (cr, 0.5);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  for (guint row = 1; row < ROWS; row++)
    {
      cairo_move_to (cr, 0, row * SLIP_HEIGHT);
      cairo_line_to (cr, PAGE_WIDTH, row * SLIP_HEIGHT);
    }
  for (guint column = 1; column < COLUMNS; column++)
    {
      cairo_move_to (cr, column * SLIP_WIDTH, 0);
      cairo_line_to (cr, column * SLIP_WIDTH, PAGE_HEIGHT);
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}

guint
trh_slips_get_n_pages (const GArray *codes)
{
  return (codes->len + TRH_SLIPS_PER_PAGE - 1) / TRH_SLIPS_PER_PAGE;
}

/**
 * trh_slips_draw_page:
 * @codes: (element-type TrhCode): all codes
 * @page: from 0
 * @cr: an A4 page, 72 units an inch: of a printer, or of trh_slips_print()
 */
void
trh_slips_draw_page (const TrhSlips *self, const GArray *codes, guint page, cairo_t *cr)
{
  PangoContext *context = trh_pdf_make_context ();

  for (guint i = 0; i < TRH_SLIPS_PER_PAGE && page * TRH_SLIPS_PER_PAGE + i < codes->len; i++)
    draw_slip (self, cr, context, &g_array_index (codes, TrhCode, page * TRH_SLIPS_PER_PAGE + i),
               (i % COLUMNS) * SLIP_WIDTH, i / COLUMNS * SLIP_HEIGHT);
  draw_cuts (cr);
  g_object_unref (context);
}

/**
 * trh_slips_print:
 * @codes: (element-type TrhCode): one slip each
 * @error: return location for a #GIOErrorEnum
 *
 * For a printer elsewhere. A printer here should be given the pages themselves: a file with codes is to be destroyed.
 *
 * Returns: (transfer full): a PDF without a time in it, or %NULL with @error set
 */
GBytes *
trh_slips_print (const TrhSlips *self, const GArray *codes, GError **error)
{
  TrhPdf pdf;

  trh_pdf_begin (&pdf, _("Voting slips"), NULL, PAGE_WIDTH, PAGE_HEIGHT);
  for (guint page = 0; page < trh_slips_get_n_pages (codes); page++)
    {
      trh_slips_draw_page (self, codes, page, pdf.cr);
      cairo_show_page (pdf.cr);
    }
  return trh_pdf_end (&pdf, error);
}
