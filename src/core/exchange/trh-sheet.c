/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/exchange/trh-sheet.h"

#include <glib/gi18n.h>
#include <pango/pangocairo.h>

#include "core/exchange/trh-pdf.h"
#include "core/voting/trh-seal.h"

/* Lengths are in points, 72 an inch. */
#define MM            TRH_MM
#define PAGE_WIDTH    TRH_A4_WIDTH
#define PAGE_HEIGHT   TRH_A4_HEIGHT
#define MARGIN        (20 * MM)
#define FOOTER        (10 * MM) /* kept free above the lower margin */
#define CELL_PADDING  (1.2 * MM)
#define COLUMN_GAP    (4 * MM)
#define SIGN_HEIGHT   (26 * MM) /* a hand needs two centimetres */
#define TOGETHER      (22 * MM) /* a heading never stands alone at the foot of a page */

typedef enum { TITLE, HEADING, TEXT, SMALL, CODE, PAIRS, TABLE, SIGNATURES, PAGE_BREAK } Kind;

typedef struct {
  Kind        kind;
  char       *text;    /* (nullable) */
  GPtrArray  *cells;   /* (nullable): char *, row after row */
  guint       n_columns;
  GPtrArray  *titles;  /* (nullable): char *, of columns */
  double     *widths;  /* of columns, points */
  gboolean   *numbers; /* columns of figures */
  double      least;   /* height of a row, points */
} Block;

struct _TrhSheet
{
  char      *title;
  char      *day;
  char      *stamp;  /* (nullable) */
  char      *footer; /* (nullable) */
  double     least;  /* height of a row of the tables to come, points */
  GPtrArray *blocks; /* Block */
};

/* One run over all blocks. */
typedef struct {
  const TrhSheet *sheet;
  cairo_t        *cr;
  PangoContext   *context;
  double          y;
  guint           page;
  guint           n_pages; /* 0 while they are counted */
} Run;

static const struct {
  const char *font;
  double      above, below; /* points */
  const char *tag;          /* of the structure that a screen reader reads: ISO 32000-1, 14.8.4 */
} looks[] = {
  [TITLE]   = { "Sans Bold 17", 0,       3 * MM,   "H1" },
  [HEADING] = { "Sans Bold 12", 5 * MM,  2 * MM,   "H2" },
  [TEXT]    = { "Sans 10",      0,       2 * MM,   "P" },
  [SMALL]   = { "Sans 8",       0,       1.5 * MM, "P" },
  [CODE]    = { "Monospace 10", 0,       2 * MM,   "P" },
};

static void
block_free (gpointer data)
{
  Block *block = data;

  trh_passphrase_free (block->text); /* it may be a secret key */
  g_clear_pointer (&block->cells, g_ptr_array_unref);
  g_clear_pointer (&block->titles, g_ptr_array_unref);
  g_free (block->widths);
  g_free (block->numbers);
  g_free (block);
}

/**
 * trh_sheet_new:
 * @title: what the document is called
 * @day: its day as YYYY-MM-DD, which the file carries instead of the time of writing
 */
TrhSheet *
trh_sheet_new (const char *title, const char *day)
{
  TrhSheet *self = g_new0 (TrhSheet, 1);

  self->title = g_strdup (title);
  self->day = g_strdup (day);
  self->blocks = g_ptr_array_new_with_free_func (block_free);

  return self;
}

void
trh_sheet_free (TrhSheet *self)
{
  g_free (self->title);
  g_free (self->day);
  g_free (self->stamp);
  g_free (self->footer);
  g_ptr_array_unref (self->blocks);
  g_free (self);
}

/* A word in large grey letters across each page, such as “REHEARSAL”; or %NULL. */
void
trh_sheet_set_stamp (TrhSheet *self, const char *stamp)
{
  g_free (self->stamp);
  self->stamp = g_strdup (stamp);
}

/* A line at the foot of each page, beside its number. */
void
trh_sheet_set_footer (TrhSheet *self, const char *footer)
{
  g_free (self->footer);
  self->footer = g_strdup (footer);
}

static Block *
add (TrhSheet *self, Kind kind, const char *text)
{
  Block *block = g_new0 (Block, 1);

  block->kind = kind;
  block->text = g_strdup (text);
  g_ptr_array_add (self->blocks, block);

  return block;
}

void
trh_sheet_add_title (TrhSheet *self, const char *text)
{
  add (self, TITLE, text);
}

void
trh_sheet_add_heading (TrhSheet *self, const char *text)
{
  add (self, HEADING, text);
}

void
trh_sheet_add_text (TrhSheet *self, const char *text)
{
  add (self, TEXT, text);
}

void
trh_sheet_add_small (TrhSheet *self, const char *text)
{
  add (self, SMALL, text);
}

/* Letters of one width: fingerprints, codes. */
void
trh_sheet_add_code (TrhSheet *self, const char *text)
{
  add (self, CODE, text);
}

static void
set_cells (Block *block, const TrhSheetColumn *columns, guint n_columns, GPtrArray *cells)
{
  double all = 0, gaps = COLUMN_GAP * (n_columns - 1);

  block->n_columns = n_columns;
  block->widths = g_new0 (double, n_columns);
  block->numbers = g_new0 (gboolean, n_columns);
  for (guint i = 0; i < n_columns; i++)
    all += columns[i].share;
  for (guint i = 0; i < n_columns; i++)
    {
      block->widths[i] = (PAGE_WIDTH - 2 * MARGIN - gaps) * columns[i].share / all;
      block->numbers[i] = columns[i].number;
    }
  block->cells = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < cells->len; i++)
    g_ptr_array_add (block->cells, g_strdup (cells->pdata[i]));
}

/**
 * trh_sheet_add_pairs:
 * @self: a sheet
 * @cells: texts, two a row: what it is, and which
 */
void
trh_sheet_add_pairs (TrhSheet *self, GPtrArray *cells)
{
  const TrhSheetColumn columns[] = { { "", 1, FALSE }, { "", 2, FALSE } };

  g_return_if_fail (cells->len % 2 == 0);

  set_cells (add (self, PAIRS, NULL), columns, G_N_ELEMENTS (columns), cells);
}

/**
 * trh_sheet_add_table:
 * @self: a sheet
 * @columns: what the columns are
 * @n_columns: how many there are
 * @cells: texts, row after row
 *
 * The titles are said again on each page that the table reaches.
 */
void
trh_sheet_add_table (TrhSheet *self, const TrhSheetColumn *columns, guint n_columns, GPtrArray *cells)
{
  Block *block;

  g_return_if_fail (n_columns > 0 && cells->len % n_columns == 0);

  block = add (self, TABLE, NULL);
  block->least = self->least;
  set_cells (block, columns, n_columns, cells);
  block->titles = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < n_columns; i++)
    g_ptr_array_add (block->titles, g_strdup (columns[i].title));
}

/* For the tables that are added from now on: lines to write on are higher than text. */
void
trh_sheet_set_row_height (TrhSheet *self, double least_mm)
{
  self->least = least_mm * MM;
}

/* Room to sign, with a name and a function each; %NULL ends @names. */
void
trh_sheet_add_signatures (TrhSheet *self, const char *const *names)
{
  Block *block = add (self, SIGNATURES, NULL);

  block->cells = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; names[i] != NULL; i++)
    g_ptr_array_add (block->cells, g_strdup (names[i]));
}

void
trh_sheet_add_page_break (TrhSheet *self)
{
  add (self, PAGE_BREAK, NULL);
}

static PangoLayout *
make_layout (const Run *run, const char *text, const char *font, double width)
{
  return trh_pdf_make_layout (run->context, text, font, width);
}

static void
draw_text (const Run *run, const char *text, const char *font, double x, double y, double width, PangoAlignment alignment)
{
  g_autoptr(PangoLayout) layout = make_layout (run, text, font, width);

  pango_layout_set_alignment (layout, alignment);
  cairo_move_to (run->cr, x, y);
  pango_cairo_show_layout (run->cr, layout);
}

static void
draw_line (const Run *run, double y, double grey)
{
  cairo_save (run->cr);
  cairo_set_source_rgb (run->cr, grey, grey, grey);
  cairo_set_line_width (run->cr, 0.5);
  cairo_move_to (run->cr, MARGIN, y);
  cairo_line_to (run->cr, PAGE_WIDTH - MARGIN, y);
  cairo_stroke (run->cr);
  cairo_restore (run->cr);
}

static void
begin_page (Run *run)
{
  run->page++;
  run->y = MARGIN;
  if (run->sheet->stamp != NULL)
    trh_pdf_draw_stamp (run->cr, run->context, run->sheet->stamp, PAGE_WIDTH, PAGE_HEIGHT);
}

static void
end_page (Run *run)
{
  /* Translators: at the foot of a printed page */
  g_autofree char *number = g_strdup_printf (_("Page %u of %u"), run->page, run->n_pages);
  double y = PAGE_HEIGHT - MARGIN - 4 * MM, width = PAGE_WIDTH - 2 * MARGIN;

  draw_line (run, y - 1.5 * MM, 0.7);
  if (run->sheet->footer != NULL)
    draw_text (run, run->sheet->footer, "Sans 8", MARGIN, y, width * 0.75, PANGO_ALIGN_LEFT);
  draw_text (run, number, "Sans 8", MARGIN, y, width, PANGO_ALIGN_RIGHT);
  cairo_show_page (run->cr);
}

/* Goes on at the top of the next page when @height no longer fits. */
static gboolean
make_room (Run *run, double height)
{
  if (run->y + height <= PAGE_HEIGHT - MARGIN - FOOTER || run->y == MARGIN)
    return FALSE;
  end_page (run);
  begin_page (run);
  return TRUE;
}

/* What a heading needs below it: some lines, or the first hands where people are to sign. */
static double
get_reserve (const TrhSheet *sheet, guint heading)
{
  for (guint i = heading + 1; i < sheet->blocks->len && i <= heading + 2; i++)
    if (((const Block *) sheet->blocks->pdata[i])->kind == SIGNATURES)
      return SIGN_HEIGHT + TOGETHER;

  return TOGETHER;
}

/* Line by line: a long remark may cross pages. */
static void
draw_paragraph (Run *run, guint index)
{
  const Block *block = run->sheet->blocks->pdata[index];
  g_autoptr(PangoLayout) layout = make_layout (run, block->text, looks[block->kind].font, PAGE_WIDTH - 2 * MARGIN);
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  double above = run->y == MARGIN ? 0 : looks[block->kind].above;

  if (block->kind == TITLE || block->kind == HEADING)
    make_room (run, above + trh_pdf_get_height (layout) + get_reserve (run->sheet, index));
  run->y += run->y == MARGIN ? 0 : above;
  cairo_tag_begin (run->cr, looks[block->kind].tag, NULL);
  do
    {
      PangoRectangle line;
      double height;

      pango_layout_iter_get_line_extents (iter, NULL, &line);
      height = (double) line.height / PANGO_SCALE;
      make_room (run, height);
      cairo_move_to (run->cr, MARGIN + (double) line.x / PANGO_SCALE,
                     run->y + (double) (pango_layout_iter_get_baseline (iter) - line.y) / PANGO_SCALE);
      pango_cairo_show_layout_line (run->cr, pango_layout_iter_get_line_readonly (iter));
      run->y += height;
    }
  while (pango_layout_iter_next_line (iter));
  cairo_tag_end (run->cr, looks[block->kind].tag);
  run->y += looks[block->kind].below;
  pango_layout_iter_free (iter);
}

static const char *
get_font (const Block *block, guint column, gboolean title)
{
  return title || (block->kind == PAIRS && column == 0) ? "Sans Bold 9" : "Sans 9.5";
}

static double
measure_row (const Run *run, const Block *block, char **texts, gboolean title)
{
  double most = 0;

  for (guint i = 0; i < block->n_columns; i++)
    {
      g_autoptr(PangoLayout) layout = make_layout (run, texts[i], get_font (block, i, title), block->widths[i]);

      most = MAX (most, trh_pdf_get_height (layout));
    }

  return title ? most + 2 * CELL_PADDING : MAX (most + 2 * CELL_PADDING, block->least);
}

static void
draw_row (Run *run, const Block *block, char **texts, gboolean title)
{
  double x = MARGIN, height = measure_row (run, block, texts, title);

  cairo_tag_begin (run->cr, "TR", NULL);
  for (guint i = 0; i < block->n_columns; i++)
    {
      const char *tag = title || (block->kind == PAIRS && i == 0) ? "TH" : "TD";

      cairo_tag_begin (run->cr, tag, NULL);
      draw_text (run, texts[i], get_font (block, i, title), x, run->y + CELL_PADDING, block->widths[i],
                 block->numbers[i] ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
      cairo_tag_end (run->cr, tag);
      x += block->widths[i] + COLUMN_GAP;
    }
  cairo_tag_end (run->cr, "TR");
  run->y += height;
  draw_line (run, run->y, title ? 0.2 : 0.85);
}

static void
draw_table (Run *run, const Block *block)
{
  char **titles = block->titles != NULL ? (char **) block->titles->pdata : NULL;

  make_room (run, TOGETHER);
  cairo_tag_begin (run->cr, "Table", NULL);
  if (titles != NULL)
    draw_row (run, block, titles, TRUE);
  for (guint i = 0; i < block->cells->len; i += block->n_columns)
    {
      char **texts = (char **) &block->cells->pdata[i];

      if (make_room (run, measure_row (run, block, texts, FALSE)) && titles != NULL)
        draw_row (run, block, titles, TRUE);
      draw_row (run, block, texts, FALSE);
    }
  cairo_tag_end (run->cr, "Table");
  run->y += 3 * MM;
}

static void
draw_signatures (Run *run, const Block *block)
{
  double width = (PAGE_WIDTH - 2 * MARGIN - COLUMN_GAP) / 2;

  for (guint i = 0; i < block->cells->len; i++)
    {
      double x = MARGIN + (i % 2) * (width + COLUMN_GAP);

      if (i % 2 == 0)
        make_room (run, SIGN_HEIGHT + 3 * MM);
      cairo_save (run->cr);
      cairo_set_source_rgb (run->cr, 0.5, 0.5, 0.5);
      cairo_set_line_width (run->cr, 0.6);
      cairo_rectangle (run->cr, x, run->y, width, SIGN_HEIGHT);
      cairo_stroke (run->cr);
      cairo_restore (run->cr);
      cairo_tag_begin (run->cr, "P", NULL);
      draw_text (run, block->cells->pdata[i], "Sans 8.5", x + 2 * MM, run->y + 1.5 * MM, width - 4 * MM, PANGO_ALIGN_LEFT);
      cairo_tag_end (run->cr, "P");
      if (i % 2 == 1 || i + 1 == block->cells->len)
        run->y += SIGN_HEIGHT + 3 * MM;
    }
}

/* Draws all pages, or only counts them when @n_pages is 0. */
static GBytes *
draw (const TrhSheet *sheet, guint *n_pages, GError **error)
{
  TrhPdf pdf;
  Run run = { .sheet = sheet, .n_pages = *n_pages };

  trh_pdf_begin (&pdf, sheet->title, sheet->day, PAGE_WIDTH, PAGE_HEIGHT);
  run.cr = pdf.cr;
  run.context = trh_pdf_make_context (pdf.cr);

  cairo_tag_begin (run.cr, "Document", NULL); /* cairo tags a file as structured only below one root */
  begin_page (&run);
  for (guint i = 0; i < sheet->blocks->len; i++)
    {
      const Block *block = sheet->blocks->pdata[i];

      switch (block->kind)
        {
        case PAIRS:
        case TABLE:
          draw_table (&run, block);
          break;
        case SIGNATURES:
          draw_signatures (&run, block);
          break;
        case PAGE_BREAK:
          end_page (&run);
          begin_page (&run);
          break;
        case TITLE:
        case HEADING:
        case TEXT:
        case SMALL:
        case CODE:
        default:
          draw_paragraph (&run, i);
        }
    }
  cairo_tag_end (run.cr, "Document");
  end_page (&run);
  *n_pages = run.page;
  g_object_unref (run.context);

  return trh_pdf_end (&pdf, error);
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
  guint n = 0;
  g_autoptr(GBytes) counted = draw (self, &n, error);

  if (counted == NULL)
    return NULL;
  if (n_pages != NULL)
    *n_pages = n;

  return draw (self, &n, error);
}
