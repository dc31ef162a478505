/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <cairo-pdf.h>
#include <string.h>

#include "core/exchange/trh-pdf.h"
#include "core/exchange/trh-printout.h"
#include "core/exchange/trh-recovery-sheet.h"
#include "read-pdf.h"

/* What is drawn on a printer page by page is what stands in the file. */

static cairo_status_t
keep (void *closure, const unsigned char *data, unsigned int n_bytes)
{
  g_byte_array_append (closure, data, n_bytes);
  return CAIRO_STATUS_SUCCESS;
}

/* As a printer is given the pages: from the last to the first if @backwards, one by one. */
static GBytes *
draw_pages (TrhPrintout *printout, gboolean backwards)
{
  const gboolean wide = trh_printout_is_wide (printout);
  const guint n = trh_printout_get_n_pages (printout);
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (keep, bytes, wide ? TRH_A4_HEIGHT : TRH_A4_WIDTH,
                                                                  wide ? TRH_A4_WIDTH : TRH_A4_HEIGHT);
  cairo_t *cr = cairo_create (surface);

  for (guint i = 0; i < n; i++)
    {
      trh_printout_draw_page (printout, backwards ? n - 1 - i : i, cr);
      cairo_show_page (cr);
    }
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

/* Every dot of page @page, from 1. */
static GBytes *
look (GBytes *pdf, guint page)
{
  g_autofree char *options = g_strdup_printf ("-r 60 -f %u -l %u @", page, page);

  return read_pdf_with ("pdftoppm", options, pdf);
}

static void
check (TrhPrintout *printout)
{
  const guint n_pages = trh_printout_get_n_pages (printout);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) file = trh_printout_write (printout, &error);
  g_autoptr(GBytes) drawn = draw_pages (printout, FALSE);
  g_autoptr(GBytes) backwards = draw_pages (printout, TRUE);
  g_autofree char *text = read_pdf_text (file, TRUE);
  g_autofree char *drawn_text = read_pdf_text (drawn, TRUE);
  g_autoptr(GBytes) previous = NULL;
  guint n_read = 0;

  g_assert_no_error (error);
  if (text == NULL)
    return;
  for (const char *c = text; *c != '\0'; c++)
    n_read += *c == '\f';
  g_assert_cmpuint (n_read, ==, n_pages);
  g_assert_cmpstr (drawn_text, ==, text);
  for (guint page = 1; page <= n_pages; page++)
    {
      g_autoptr(GBytes) in_file = look (file, page);
      g_autoptr(GBytes) on_printer = look (drawn, page);
      g_autoptr(GBytes) alone = look (backwards, n_pages + 1 - page);

      g_assert_true (g_bytes_equal (in_file, on_printer));
      g_assert_true (g_bytes_equal (in_file, alone));
      if (page > 1)
        g_assert_false (g_bytes_equal (in_file, previous)); /* no page stands twice: each has its number or its names */
      g_clear_pointer (&previous, g_bytes_unref);
      previous = g_bytes_ref (in_file);
    }
}

static void
add_rows (TrhSheet *sheet, guint n_rows, gboolean long_one)
{
  static const TrhSheetColumn columns[] = { { "Artist", 3, FALSE }, { "Voices", 1, TRUE } };
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *words = g_strnfill (6000, 'x'); /* higher than a page */

  for (guint i = 0; i < n_rows; i++)
    {
      g_ptr_array_add (cells, long_one && i == n_rows / 2 ? g_strdup (words) : g_strdup_printf ("Artist no. %u", i));
      g_ptr_array_add (cells, g_strdup_printf ("%u", 1000 + i));
    }
  trh_sheet_add_table (sheet, columns, G_N_ELEMENTS (columns), cells);
}

/* Each kind of block, broken by a page and broken off by hand. */
static void
test_sheet (void)
{
  static const char *const names[] = { "Léa Roux, president", "Paul Brun, assessor", "Zoé Ey, secretary", NULL };
  TrhSheet *sheet = trh_sheet_new ("Minutes", "2027-03-14");
  g_autoptr(TrhPrintout) printout = trh_printout_new_sheet (sheet);
  g_autoptr(GString) remarks = g_string_new (NULL);
  g_autoptr(GPtrArray) pairs = g_ptr_array_new ();

  for (guint i = 0; i < 1500; i++)
    g_string_append_printf (remarks, "remark%u ", i);
  g_ptr_array_add (pairs, (gpointer) "Opened");
  g_ptr_array_add (pairs, (gpointer) "17:05");
  trh_sheet_set_footer (sheet, "Minutes of Séderon");
  trh_sheet_set_stamp (sheet, "REHEARSAL");
  trh_sheet_add_title (sheet, "Minutes of Séderon");
  trh_sheet_add_pairs (sheet, pairs);
  trh_sheet_add_text (sheet, remarks->str);
  trh_sheet_add_page_break (sheet);
  trh_sheet_add_page_break (sheet);
  trh_sheet_add_heading (sheet, "Voices");
  add_rows (sheet, 60, FALSE);
  trh_sheet_add_code (sheet, "0123 4567");
  trh_sheet_add_small (sheet, "in small letters");
  trh_sheet_add_signatures (sheet, names);
  trh_sheet_add_signatures (sheet, names);
  trh_sheet_add_signatures (sheet, names);
  /* at least three of text, an empty one, and three for 60 rows and nine hands */
  g_assert_cmpuint (trh_printout_get_n_pages (printout), >=, 7);
  check (printout);
}

/* A row that no page can hold stands below titles of its own and is not lost. */
static void
test_tall_row (void)
{
  TrhSheet *sheet = trh_sheet_new ("Rows", "2027-03-14");
  g_autoptr(TrhPrintout) printout = trh_printout_new_sheet (sheet);

  trh_sheet_add_title (sheet, "Rows");
  add_rows (sheet, 5, TRUE);
  g_assert_cmpuint (trh_printout_get_n_pages (printout), ==, 3); /* two rows, the tall one, two rows */
  check (printout);
}

static void
test_empty (void)
{
  g_autoptr(TrhPrintout) printout = trh_printout_new_sheet (trh_sheet_new ("Nothing", "2027-03-14"));

  g_assert_cmpuint (trh_printout_get_n_pages (printout), ==, 1);
  check (printout);
}

/* What is added after the pages were counted is counted too. */
static void
test_later (void)
{
  TrhSheet *sheet = trh_sheet_new ("Later", "2027-03-14");
  g_autoptr(TrhPrintout) printout = trh_printout_new_sheet (sheet);

  trh_sheet_add_text (sheet, "now");
  g_assert_cmpuint (trh_sheet_get_n_pages (sheet), ==, 1);
  trh_sheet_add_page_break (sheet);
  trh_sheet_add_text (sheet, "later");
  g_assert_cmpuint (trh_printout_get_n_pages (printout), ==, 2);
  check (printout);
}

static void
test_slips (void)
{
  const TrhSlips words = { "Qui accueillir à Séderon ?", "Séderon", TRUE };
  g_autoptr(GArray) codes = trh_codes_make (25);
  g_autoptr(TrhPrintout) printout = trh_printout_new_slips (&words, codes);

  g_assert_true (trh_printout_is_secret (printout));
  g_assert_false (trh_printout_is_wide (printout));
  g_assert_cmpuint (trh_printout_get_n_pages (printout), ==, 3); /* twelve a page */
  check (printout);
}

static void
test_recovery (void)
{
  static const char *const holders[] = { "Anne Faure", "Paul Roux" };
  static const char *const passphrases[] = { "quatre chèvres grises", "un ruisseau de mars" };
  g_autoptr(TrhKeys) keys = trh_keys_new ("poll-1", holders, passphrases, (TrhSealCost) { 1, 64 }, NULL);
  g_autoptr(TrhSecret) secret = trh_keys_unlock (keys, passphrases, NULL);
  g_autoptr(TrhPrintout) printout = trh_printout_new_secret (
    trh_recovery_sheet_new ("Qui accueillir ?", keys, secret, "2027-03-15", TRUE));

  g_assert_true (trh_printout_is_secret (printout));
  g_assert_cmpuint (trh_printout_get_n_pages (printout), ==, 1);
  check (printout);
}

static void
check_ballots (TrhBallotPaperKind kind, gboolean halves, guint n_sheets)
{
  g_autoptr(TrhBallotPaper) paper = trh_ballot_paper_new (kind, "Quels artistes accueillir ?");
  const TrhPaperBallots ballots = { paper, "Séderon", halves, 2 };
  g_autoptr(TrhPrintout) printout = NULL;

  trh_ballot_paper_add_candidate (paper, "A", "Ana Ruiz", "danse");
  trh_ballot_paper_add_candidate (paper, "B", "Élise Bonnet", "danse");
  trh_ballot_paper_add_candidate (paper, "C", "Jo Blanc", "danse");
  paper->rotates = true;
  printout = trh_printout_new_ballots (&ballots);
  g_assert_false (trh_printout_is_secret (printout));
  g_assert_cmpint (trh_printout_is_wide (printout), ==, halves || kind == TRH_BALLOT_PAPER_GRADES);
  g_assert_cmpuint (trh_printout_get_n_pages (printout), ==, n_sheets);
  check (printout);
}

/* Two copies in three orders. */
static void
test_ballots (void)
{
  check_ballots (TRH_BALLOT_PAPER_APPROVAL, FALSE, 6);
  check_ballots (TRH_BALLOT_PAPER_APPROVAL, TRUE, 3);
  check_ballots (TRH_BALLOT_PAPER_GRADES, FALSE, 6);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/printout/sheet", test_sheet);
  g_test_add_func ("/exchange/printout/tall-row", test_tall_row);
  g_test_add_func ("/exchange/printout/empty", test_empty);
  g_test_add_func ("/exchange/printout/later", test_later);
  g_test_add_func ("/exchange/printout/slips", test_slips);
  g_test_add_func ("/exchange/printout/recovery", test_recovery);
  g_test_add_func ("/exchange/printout/ballots", test_ballots);

  return g_test_run ();
}
