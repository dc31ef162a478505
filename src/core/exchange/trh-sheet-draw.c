/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <pango/pangocairo.h>

#include "core/exchange/trh-sheet-private.h"

/* Lengths are in points, 72 an inch. */
#define MM           TRH_MM
#define MARGIN       TRH_SHEET_MARGIN
#define WIDTH        TRH_SHEET_WIDTH
#define FOOT         (TRH_A4_HEIGHT - MARGIN)
#define FOOTER       (10 * MM) /* kept free above the lower margin */
#define CELL_PADDING (1.2 * MM)
#define SIGN_HEIGHT  (26 * MM) /* a hand needs two centimetres */
#define TOGETHER     (22 * MM) /* a heading never stands alone at the foot of a page */

/* One run over the blocks: it lays the pages out, or draws some of them, which begin where they were laid out. */
typedef struct {
  const TrhSheet *sheet;
  cairo_t        *cr;     /* (nullable): %NULL while the pages are laid out */
  gboolean        file;   /* all pages of a PDF, with their structure */
  PangoContext   *context;
  GArray         *starts; /* TrhSheetPlace, of each page */
  TrhSheetPlace   at;     /* what comes next */
  double          y;
  gboolean        bare;   /* nothing stands on the page but titles of columns */
  guint           page;   /* from 0 */
  guint           last;   /* page that is drawn */
  gboolean        over;   /* it is drawn */
} Run;

static const struct {
  const char *font;
  double      above, below; /* points */
  const char *tag;          /* of the structure that a screen reader reads: ISO 32000-1, 14.8.4 */
} looks[] = {
  [TRH_SHEET_TITLE]   = { "Sans Bold 17", 0,      3 * MM,   "H1" },
  [TRH_SHEET_HEADING] = { "Sans Bold 12", 5 * MM, 2 * MM,   "H2" },
  [TRH_SHEET_TEXT]    = { "Sans 10",      0,      2 * MM,   "P" },
  [TRH_SHEET_SMALL]   = { "Sans 8",       0,      1.5 * MM, "P" },
  [TRH_SHEET_CODE]    = { "Monospace 10", 0,      2 * MM,   "P" },
};

static void
begin_tag (const Run *run, const char *tag)
{
  if (run->file)
    cairo_tag_begin (run->cr, tag, NULL);
}

static void
end_tag (const Run *run, const char *tag)
{
  if (run->file)
    cairo_tag_end (run->cr, tag);
}

static PangoLayout *
make_layout (const Run *run, const char *text, const char *font, double width)
{
  return trh_pdf_make_layout (run->context, text, font, width);
}

static void
draw_text (const Run *run, const char *text, const char *font, double x, double y, double width, PangoAlignment alignment)
{
  g_autoptr(PangoLayout) layout = NULL;

  if (run->cr == NULL)
    return;
  layout = make_layout (run, text, font, width);
  pango_layout_set_alignment (layout, alignment);
  cairo_move_to (run->cr, x, y);
  pango_cairo_show_layout (run->cr, layout);
}

static void
draw_line (const Run *run, double y, double grey)
{
  if (run->cr == NULL)
    return;
  cairo_save (run->cr);
  cairo_set_source_rgb (run->cr, grey, grey, grey);
  cairo_set_line_width (run->cr, 0.5);
  cairo_move_to (run->cr, MARGIN, y);
  cairo_line_to (run->cr, MARGIN + WIDTH, y);
  cairo_stroke (run->cr);
  cairo_restore (run->cr);
}

static void
begin_page (Run *run)
{
  run->y = MARGIN;
  run->bare = TRUE;
  if (run->cr == NULL)
    g_array_append_val (run->starts, run->at);
  else if (run->sheet->stamp != NULL)
    trh_pdf_draw_stamp (run->cr, run->context, run->sheet->stamp, TRH_A4_WIDTH, TRH_A4_HEIGHT);
}

static void
end_page (Run *run)
{
  /* Translators: at the foot of a printed page */
  g_autofree char *number = g_strdup_printf (_("Page %u of %u"), run->page + 1, run->starts->len);
  const double y = FOOT - 4 * MM;

  draw_line (run, y - 1.5 * MM, 0.7);
  if (run->sheet->footer != NULL)
    draw_text (run, run->sheet->footer, "Sans 8", MARGIN, y, WIDTH * 0.75, PANGO_ALIGN_LEFT);
  draw_text (run, number, "Sans 8", MARGIN, y, WIDTH, PANGO_ALIGN_RIGHT);
  if (run->file)
    cairo_show_page (run->cr);
  run->over = run->page == run->last;
}

static void
turn_page (Run *run)
{
  end_page (run);
  if (run->over)
    return;
  run->page++;
  begin_page (run);
}

/* Whether what comes next, @height points high, stands on the next page. */
static gboolean
is_full (const Run *run, double height)
{
  const TrhSheetPlace *next;

  if (run->cr == NULL)
    return !run->bare && run->y + height > FOOT - FOOTER;
  if (run->page + 1 >= run->starts->len)
    return FALSE;
  next = &g_array_index (run->starts, TrhSheetPlace, run->page + 1);
  return run->at.block == next->block && run->at.part == next->part;
}

/* Goes on at the top of the next page when @height no longer fits. */
static gboolean
make_room (Run *run, double height)
{
  if (!is_full (run, height))
    return FALSE;
  turn_page (run);
  return TRUE;
}

/* What a heading needs below it: some lines, or the first hands where people are to sign. */
static double
get_reserve (const TrhSheet *sheet, guint heading)
{
  for (guint i = heading + 1; i < sheet->blocks->len && i <= heading + 2; i++)
    if (((const TrhSheetBlock *) sheet->blocks->pdata[i])->kind == TRH_SHEET_SIGNATURES)
      return SIGN_HEIGHT + TOGETHER;

  return TOGETHER;
}

/* Line by line: a long remark may cross pages. */
static void
draw_paragraph (Run *run, const TrhSheetBlock *block)
{
  g_autoptr(PangoLayout) layout = make_layout (run, block->text, looks[block->kind].font, WIDTH);
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  const guint first = run->at.part;
  guint line = 0;

  if (first == 0 && (block->kind == TRH_SHEET_TITLE || block->kind == TRH_SHEET_HEADING))
    make_room (run, looks[block->kind].above + trh_pdf_get_height (layout) + get_reserve (run->sheet, run->at.block));
  run->y += run->bare ? 0 : looks[block->kind].above;
  begin_tag (run, looks[block->kind].tag);
  do
    {
      PangoRectangle extents;

      if (line++ < first)
        continue;
      run->at.part = line - 1;
      pango_layout_iter_get_line_extents (iter, NULL, &extents);
      make_room (run, (double) extents.height / PANGO_SCALE);
      if (run->over)
        break;
      if (run->cr != NULL)
        {
          cairo_move_to (run->cr, MARGIN + (double) extents.x / PANGO_SCALE,
                         run->y + (double) (pango_layout_iter_get_baseline (iter) - extents.y) / PANGO_SCALE);
          pango_cairo_show_layout_line (run->cr, pango_layout_iter_get_line_readonly (iter));
        }
      run->y += (double) extents.height / PANGO_SCALE;
      run->bare = FALSE;
    }
  while (pango_layout_iter_next_line (iter));
  end_tag (run, looks[block->kind].tag);
  run->y += looks[block->kind].below;
  pango_layout_iter_free (iter);
}

static const char *
get_font (const TrhSheetBlock *block, guint column, gboolean title)
{
  return title || (block->kind == TRH_SHEET_PAIRS && column == 0) ? "Sans Bold 9" : "Sans 9.5";
}

static double
measure_row (const Run *run, const TrhSheetBlock *block, char **texts, gboolean title)
{
  double most = 0;

  for (guint i = 0; i < block->n_columns; i++)
    {
      g_autoptr(PangoLayout) layout = make_layout (run, texts[i], get_font (block, i, title), block->widths[i]);

      most = MAX (most, trh_pdf_get_height (layout));
    }

  return title ? most + 2 * CELL_PADDING : MAX (most + 2 * CELL_PADDING, block->least);
}

/* @height: as it was measured */
static void
draw_row (Run *run, const TrhSheetBlock *block, char **texts, gboolean title, double height)
{
  double x = MARGIN;

  begin_tag (run, "TR");
  for (guint i = 0; i < block->n_columns; i++)
    {
      const char *tag = title || (block->kind == TRH_SHEET_PAIRS && i == 0) ? "TH" : "TD";

      begin_tag (run, tag);
      draw_text (run, texts[i], get_font (block, i, title), x, run->y + CELL_PADDING, block->widths[i],
                 block->numbers[i] ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
      end_tag (run, tag);
      x += block->widths[i] + TRH_SHEET_GAP;
    }
  end_tag (run, "TR");
  run->y += height;
  draw_line (run, run->y, title ? 0.2 : 0.85);
}

static void
draw_titles (Run *run, const TrhSheetBlock *block)
{
  char **titles = block->titles != NULL ? (char **) block->titles->pdata : NULL;

  if (titles != NULL)
    draw_row (run, block, titles, TRUE, measure_row (run, block, titles, TRUE));
}

static void
draw_table (Run *run, const TrhSheetBlock *block)
{
  make_room (run, TOGETHER);
  if (run->over)
    return;
  begin_tag (run, "Table");
  draw_titles (run, block);
  for (guint i = run->at.part * block->n_columns; i < block->cells->len; i += block->n_columns)
    {
      char **texts = (char **) &block->cells->pdata[i];
      const double height = measure_row (run, block, texts, FALSE);
      gboolean turned;

      run->at.part = i / block->n_columns;
      turned = make_room (run, height);
      if (run->over)
        break;
      if (turned)
        draw_titles (run, block);
      draw_row (run, block, texts, FALSE, height);
      run->bare = FALSE;
    }
  end_tag (run, "Table");
  run->y += 3 * MM;
}

static void
draw_frame (const Run *run, double x, double width)
{
  if (run->cr == NULL)
    return;
  cairo_save (run->cr);
  cairo_set_source_rgb (run->cr, 0.5, 0.5, 0.5);
  cairo_set_line_width (run->cr, 0.6);
  cairo_rectangle (run->cr, x, run->y, width, SIGN_HEIGHT);
  cairo_stroke (run->cr);
  cairo_restore (run->cr);
}

static void
draw_signatures (Run *run, const TrhSheetBlock *block)
{
  const double width = (WIDTH - TRH_SHEET_GAP) / 2;

  for (guint i = run->at.part; i < block->cells->len; i++)
    {
      const double x = MARGIN + (i % 2) * (width + TRH_SHEET_GAP);

      if (i % 2 == 0)
        {
          run->at.part = i;
          make_room (run, SIGN_HEIGHT + 3 * MM);
        }
      if (run->over)
        return;
      draw_frame (run, x, width);
      begin_tag (run, "P");
      draw_text (run, block->cells->pdata[i], "Sans 8.5", x + 2 * MM, run->y + 1.5 * MM, width - 4 * MM, PANGO_ALIGN_LEFT);
      end_tag (run, "P");
      if (i % 2 == 1 || i + 1 == block->cells->len)
        run->y += SIGN_HEIGHT + 3 * MM;
      run->bare = FALSE;
    }
}

/* From the page that begins at run->at to the last one. */
static void
go (Run *run)
{
  run->context = trh_pdf_make_context ();
  begin_tag (run, "Document"); /* cairo tags a file as structured only below one root */
  begin_page (run);
  for (; run->at.block < run->sheet->blocks->len && !run->over; run->at = (TrhSheetPlace) { run->at.block + 1, 0 })
    {
      const TrhSheetBlock *block = run->sheet->blocks->pdata[run->at.block];

      switch (block->kind)
        {
        case TRH_SHEET_PAIRS:
        case TRH_SHEET_TABLE:
          draw_table (run, block);
          break;
        case TRH_SHEET_SIGNATURES:
          draw_signatures (run, block);
          break;
        case TRH_SHEET_PAGE_BREAK:
          if (run->at.part++ == 0)
            turn_page (run);
          break;
        case TRH_SHEET_TITLE:
        case TRH_SHEET_HEADING:
        case TRH_SHEET_TEXT:
        case TRH_SHEET_SMALL:
        case TRH_SHEET_CODE:
        default:
          draw_paragraph (run, block);
        }
    }
  end_tag (run, "Document");
  if (!run->over)
    end_page (run);
  g_object_unref (run->context);
}

/**
 * trh_sheet_get_n_pages:
 *
 * The first call lays the pages out: some milliseconds for a page of a table.
 *
 * Returns: how many there are, at least one
 */
guint
trh_sheet_get_n_pages (TrhSheet *self)
{
  if (self->starts == NULL)
    {
      Run run = { .sheet = self, .last = G_MAXUINT };

      run.starts = g_array_new (FALSE, FALSE, sizeof (TrhSheetPlace));
      go (&run);
      self->starts = run.starts;
    }
  return self->starts->len;
}

/**
 * trh_sheet_draw_page:
 * @page: from 0
 * @cr: an A4 page, 72 units an inch
 *
 * Draws a page on a printer as trh_sheet_print() draws it into a file.
 */
void
trh_sheet_draw_page (TrhSheet *self, guint page, cairo_t *cr)
{
  Run run = { .sheet = self, .cr = cr, .page = page, .last = page };

  g_return_if_fail (page < trh_sheet_get_n_pages (self));

  run.starts = self->starts;
  run.at = g_array_index (self->starts, TrhSheetPlace, page);
  go (&run);
}

/**
 * trh_sheet_print:
 * @self: a sheet
 * @n_pages: (out) (optional): of how many pages it became
 * @error: return location for a #GIOErrorEnum
 *
 * Returns: (transfer full) (nullable): a PDF with its structure tagged
 */
GBytes *
trh_sheet_print (TrhSheet *self, guint *n_pages, GError **error)
{
  const guint n = trh_sheet_get_n_pages (self);
  Run run = { .sheet = self, .file = TRUE, .last = n - 1 };
  TrhPdf pdf;

  if (n_pages != NULL)
    *n_pages = n;
  trh_pdf_begin (&pdf, self->title, self->day, TRH_A4_WIDTH, TRH_A4_HEIGHT);
  run.cr = pdf.cr;
  run.starts = self->starts;
  go (&run);
  return trh_pdf_end (&pdf, error);
}
