/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/exchange/trh-sheet-private.h"

#include "core/voting/trh-seal.h"

static void
block_free (gpointer data)
{
  TrhSheetBlock *block = data;

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
  g_clear_pointer (&self->starts, g_array_unref);
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

static TrhSheetBlock *
add (TrhSheet *self, TrhSheetKind kind, const char *text)
{
  TrhSheetBlock *block = g_new0 (TrhSheetBlock, 1);

  block->kind = kind;
  block->text = g_strdup (text);
  g_ptr_array_add (self->blocks, block);
  g_clear_pointer (&self->starts, g_array_unref); /* no longer as they were laid out */

  return block;
}

void
trh_sheet_add_title (TrhSheet *self, const char *text)
{
  add (self, TRH_SHEET_TITLE, text);
}

void
trh_sheet_add_heading (TrhSheet *self, const char *text)
{
  add (self, TRH_SHEET_HEADING, text);
}

void
trh_sheet_add_text (TrhSheet *self, const char *text)
{
  add (self, TRH_SHEET_TEXT, text);
}

void
trh_sheet_add_small (TrhSheet *self, const char *text)
{
  add (self, TRH_SHEET_SMALL, text);
}

/* Letters of one width: fingerprints, codes. */
void
trh_sheet_add_code (TrhSheet *self, const char *text)
{
  add (self, TRH_SHEET_CODE, text);
}

static void
set_cells (TrhSheetBlock *block, const TrhSheetColumn *columns, guint n_columns, GPtrArray *cells)
{
  double all = 0, gaps = TRH_SHEET_GAP * (n_columns - 1);

  block->n_columns = n_columns;
  block->widths = g_new0 (double, n_columns);
  block->numbers = g_new0 (gboolean, n_columns);
  for (guint i = 0; i < n_columns; i++)
    all += columns[i].share;
  for (guint i = 0; i < n_columns; i++)
    {
      block->widths[i] = (TRH_SHEET_WIDTH - gaps) * columns[i].share / all;
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

  set_cells (add (self, TRH_SHEET_PAIRS, NULL), columns, G_N_ELEMENTS (columns), cells);
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
  TrhSheetBlock *block;

  g_return_if_fail (n_columns > 0 && cells->len % n_columns == 0);

  block = add (self, TRH_SHEET_TABLE, NULL);
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
  self->least = least_mm * TRH_MM;
}

/* Room to sign, with a name and a function each; %NULL ends @names. */
void
trh_sheet_add_signatures (TrhSheet *self, const char *const *names)
{
  TrhSheetBlock *block = add (self, TRH_SHEET_SIGNATURES, NULL);

  block->cells = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; names[i] != NULL; i++)
    g_ptr_array_add (block->cells, g_strdup (names[i]));
}

void
trh_sheet_add_page_break (TrhSheet *self)
{
  add (self, TRH_SHEET_PAGE_BREAK, NULL);
}
