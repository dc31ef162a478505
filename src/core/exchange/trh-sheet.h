/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/* Paper to sign, post or cut: headings, paragraphs, tables and lines to sign on, one below the other on as many
 * A4 pages as they need. They are drawn on a printer one by one, or become a PDF without a display; the same content
 * gives the same bytes. */
typedef struct _TrhSheet TrhSheet;

/**
 * TrhSheetColumn:
 * @title: what the cells below are
 * @share: of the width of the page; shares of all columns are scaled to fill it
 * @number: set to the right, as figures are
 */
typedef struct {
  const char *title;
  double      share;
  gboolean    number;
} TrhSheetColumn;

TrhSheet *trh_sheet_new            (const char *title, const char *day);
void      trh_sheet_free           (TrhSheet *self);
void      trh_sheet_set_stamp      (TrhSheet *self, const char *stamp);
void      trh_sheet_set_footer     (TrhSheet *self, const char *footer);

void      trh_sheet_add_title      (TrhSheet *self, const char *text);
void      trh_sheet_add_heading    (TrhSheet *self, const char *text);
void      trh_sheet_add_text       (TrhSheet *self, const char *text);
void      trh_sheet_add_small      (TrhSheet *self, const char *text);
void      trh_sheet_add_code       (TrhSheet *self, const char *text);
void      trh_sheet_add_pairs      (TrhSheet *self, GPtrArray *cells);
void      trh_sheet_add_table      (TrhSheet *self, const TrhSheetColumn *columns, guint n_columns, GPtrArray *cells);
void      trh_sheet_set_row_height (TrhSheet *self, double least_mm);
void      trh_sheet_add_signatures (TrhSheet *self, const char *const *names);
void      trh_sheet_add_page_break (TrhSheet *self);

guint     trh_sheet_get_n_pages    (TrhSheet *self);
void      trh_sheet_draw_page      (TrhSheet *self, guint page, cairo_t *cr);
GBytes   *trh_sheet_print          (TrhSheet *self, guint *n_pages, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrhSheet, trh_sheet_free)

G_END_DECLS
