/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/exchange/trh-pdf.h"

#include <cairo-pdf.h>
#include <glib/gi18n.h>
#include <pango/pangocairo.h>

static cairo_status_t
keep (void *closure, const unsigned char *data, unsigned int n_bytes)
{
  g_byte_array_append (closure, data, n_bytes);
  return CAIRO_STATUS_SUCCESS;
}

/**
 * trh_pdf_begin:
 * @self: filled; ended by trh_pdf_end()
 * @title: what the document is called
 * @day: (nullable): its day as YYYY-MM-DD; %NULL where the file should not tell one
 * @width: of a page, in points
 * @height: the same
 *
 * Draw on `cr`, and end each page with cairo_show_page().
 */
void
trh_pdf_begin (TrhPdf *self, const char *title, const char *day, double width, double height)
{
  self->bytes = g_byte_array_new ();
  self->surface = cairo_pdf_surface_create_for_stream (keep, self->bytes, width, height);
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_CREATOR, "Transhumances");
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_CREATE_DATE, day != NULL ? day : "1980-01-01");
  self->cr = cairo_create (self->surface);
}

/**
 * trh_pdf_end:
 * @error: return location for a #GIOErrorEnum
 *
 * Returns: (transfer full): the file, or %NULL with @error set
 */
GBytes *
trh_pdf_end (TrhPdf *self, GError **error)
{
  cairo_status_t status;

  cairo_destroy (self->cr);
  cairo_surface_finish (self->surface);
  status = cairo_surface_status (self->surface);
  cairo_surface_destroy (self->surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (self->bytes);
  g_byte_array_unref (self->bytes);
  /* Translators: %s is what the drawing library says */
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The pages cannot be drawn: %s"), cairo_status_to_string (status));
  return NULL;
}

/**
 * trh_pdf_make_context:
 *
 * Returns: (transfer full): a context whose lengths are the same in a PDF, on a printer and where nothing is drawn yet
 */
PangoContext *
trh_pdf_make_context (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, 72);
  cairo_font_options_destroy (options);
  return context;
}

/**
 * trh_pdf_make_layout:
 * @font: as in “Sans Bold 14”
 * @width: of the lines, in points
 *
 * Returns: (transfer full): @text in lines
 */
PangoLayout *
trh_pdf_make_layout (PangoContext *context, const char *text, const char *font, double width)
{
  PangoLayout *layout = pango_layout_new (context);
  PangoFontDescription *description = pango_font_description_from_string (font);

  pango_layout_set_font_description (layout, description);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, text, -1);
  pango_font_description_free (description);
  return layout;
}

/* In points. */
double
trh_pdf_get_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_size (layout, NULL, &height);
  return (double) height / PANGO_SCALE;
}

/**
 * trh_pdf_draw_stamp:
 * @stamp: a word, such as “REHEARSAL”
 * @width: of the paper from the origin of @cr, in points
 * @height: the same
 *
 * Large grey letters from corner to corner; what is drawn afterwards lies over them.
 */
void
trh_pdf_draw_stamp (cairo_t *cr, PangoContext *context, const char *stamp, double width, double height)
{
  g_autofree char *font = g_strdup_printf ("Sans Bold %d", (int) (MIN (width, height) / 7.5));
  g_autoptr(PangoLayout) layout = trh_pdf_make_layout (context, stamp, font, width * 2);
  int text_width, text_height;

  pango_layout_get_size (layout, &text_width, &text_height);
  cairo_save (cr);
  cairo_set_source_rgb (cr, 0.88, 0.88, 0.88);
  cairo_translate (cr, width / 2, height / 2);
  cairo_rotate (cr, -G_PI / 4);
  cairo_move_to (cr, -(double) text_width / PANGO_SCALE / 2, -(double) text_height / PANGO_SCALE / 2);
  pango_cairo_show_layout (cr, layout);
  cairo_restore (cr);
}
