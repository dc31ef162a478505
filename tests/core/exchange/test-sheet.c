/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "core/exchange/trh-roll-sheet.h"
#include "core/exchange/trh-sheet.h"
#include "read-pdf.h"

static guint
count (const char *text, const char *part)
{
  guint n = 0;

  for (const char *at = strstr (text, part); at != NULL; at = strstr (at + 1, part))
    n++;

  return n;
}

static TrhSheet *
make_sheet (guint n_rows)
{
  static const TrhSheetColumn columns[] = { { "Artist", 3, FALSE }, { "Voices", 1, TRUE } };
  static const char *const names[] = { "Léa Roux, president", "Paul Brun, assessor", "Zoé Ey, secretary", NULL };
  TrhSheet *sheet = trh_sheet_new ("Minutes of Séderon", "2027-03-14");
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) pairs = g_ptr_array_new ();

  trh_sheet_set_footer (sheet, "Minutes of Séderon");
  trh_sheet_add_title (sheet, "Minutes of Séderon");
  trh_sheet_add_heading (sheet, "The session");
  g_ptr_array_add (pairs, (gpointer) "Opened");
  g_ptr_array_add (pairs, (gpointer) "17:05");
  trh_sheet_add_pairs (sheet, pairs);
  for (guint i = 0; i < n_rows; i++)
    {
      g_ptr_array_add (cells, g_strdup_printf ("Artist no. %u", i));
      g_ptr_array_add (cells, g_strdup_printf ("%u", 1000 + i));
    }
  trh_sheet_add_table (sheet, columns, G_N_ELEMENTS (columns), cells);
  trh_sheet_add_text (sheet, "Nothing happened.");
  trh_sheet_add_code (sheet, "0123 4567");
  trh_sheet_add_signatures (sheet, names);

  return sheet;
}

static void
test_one_page (void)
{
  g_autoptr(TrhSheet) sheet = make_sheet (3);
  g_autoptr(GError) error = NULL;
  guint n_pages = 0;
  g_autoptr(GBytes) pdf = trh_sheet_print (sheet, &n_pages, &error);
  g_autoptr(GBytes) again = trh_sheet_print (sheet, NULL, NULL);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (n_pages, ==, 1);
  g_assert_true (g_bytes_equal (pdf, again));
  /* headings and cells can be read aloud in their order: the tree of the structure is there */
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf), "%PDF-1."));
  g_assert_nonnull (memmem (g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf), "/StructTreeRoot", 15));
  text = read_pdf_text (pdf, TRUE);
  if (text == NULL)
    return;
  g_assert_nonnull (strstr (text, "Minutes of Séderon"));
  g_assert_nonnull (strstr (text, "17:05"));
  g_assert_nonnull (strstr (text, "1002"));
  g_assert_nonnull (strstr (text, "0123 4567"));
  g_assert_nonnull (strstr (text, "Zoé Ey, secretary"));
  g_assert_nonnull (strstr (text, "Page 1 of 1"));
}

static void
test_many_pages (void)
{
  g_autoptr(TrhSheet) sheet = make_sheet (200);
  guint n_pages = 0;
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) pdf = trh_sheet_print (sheet, &n_pages, &error);
  g_autofree char *text = NULL;
  g_autofree char *last = g_strdup_printf ("Page %u of %u", n_pages, n_pages);

  g_assert_no_error (error);
  g_assert_cmpuint (n_pages, >, 3);
  text = read_pdf_text (pdf, TRUE);
  if (text == NULL)
    return;
  /* each row once, the titles on each page of the table, the hands at the end */
  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *row = g_strdup_printf (" %u\n", 1000 + i);

      g_assert_cmpuint (count (text, row), ==, 1);
    }
  g_assert_cmpuint (count (text, "Voices"), >=, n_pages - 1);
  g_assert_nonnull (strstr (text, last));
  g_assert_true (strstr (text, "Nothing happened.") < strstr (text, "Léa Roux, president"));
}

/* A remark of many lines goes on over the page; a word as wide as the page does not leave it. */
static void
test_long_text (void)
{
  g_autoptr(TrhSheet) sheet = trh_sheet_new ("Remarks", "2027-03-14");
  g_autoptr(GString) long_text = g_string_new (NULL);
  g_autofree char *word = g_strnfill (400, 'x');
  g_autofree char *text = NULL;
  g_autoptr(GBytes) pdf = NULL;
  guint n_pages = 0;

  for (guint i = 0; i < 2000; i++)
    g_string_append_printf (long_text, "remark%u ", i);
  trh_sheet_add_text (sheet, long_text->str);
  trh_sheet_add_text (sheet, word);
  trh_sheet_add_text (sheet, "");
  trh_sheet_add_page_break (sheet);
  trh_sheet_add_text (sheet, "the last page");
  pdf = trh_sheet_print (sheet, &n_pages, NULL);
  g_assert_nonnull (pdf);
  g_assert_cmpuint (n_pages, >=, 4);
  text = read_pdf_text (pdf, TRUE);
  if (text == NULL)
    return;
  g_assert_cmpuint (count (text, "remark1999"), ==, 1);
  g_assert_cmpuint (count (text, "x"), >=, 400);
  g_assert_nonnull (strstr (text, "the last page"));
}

static void
test_stamp (void)
{
  g_autoptr(TrhSheet) sheet = make_sheet (200);
  guint n_pages = 0;
  g_autoptr(GBytes) pdf = NULL;
  g_autofree char *text = NULL;

  trh_sheet_set_stamp (sheet, "REHEARSAL");
  pdf = trh_sheet_print (sheet, &n_pages, NULL);
  g_assert_nonnull (pdf);
  text = read_pdf_text (pdf, FALSE);
  if (text != NULL)
    {
      /* turned letters are read one by one */
      g_auto(GStrv) parts = g_strsplit_set (text, " \n\f", -1);
      g_autofree char *joined = g_strjoinv ("", parts);

      g_assert_cmpuint (n_pages, >, 3);
      g_assert_cmpuint (count (joined, "REHEARSAL"), ==, n_pages);
    }
}

/* A name each, in order, and free lines that are high enough for a hand. */
static void
test_roll (void)
{
  g_autoptr(TrhRoll) roll = trh_roll_new ("session-1", 20608);
  g_autoptr(TrhSheet) sheet = NULL;
  g_autoptr(GBytes) pdf = NULL;
  g_autofree char *text = NULL;
  guint n_pages;

  trh_roll_import (roll, "Zoé Martin;1950\nAna Ruiz\nJo Blanc", NULL);
  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *name = g_strdup_printf ("Habitant %02u", i);

      g_assert_true (trh_roll_add (roll, name, "", NULL, NULL));
    }
  sheet = trh_roll_sheet_new (roll, "Qui accueillir ?", "Séderon", "2027-03-14", FALSE);
  pdf = trh_sheet_print (sheet, &n_pages, NULL);
  g_assert_cmpuint (n_pages, >=, 3); /* 61 lines of a centimetre, on pages of 25 */
  text = read_pdf_text (pdf, TRUE);
  if (text == NULL)
    return;
  g_assert_nonnull (strstr (text, "Roll of Séderon"));
  g_assert_true (strstr (text, "Ana Ruiz") < strstr (text, "Habitant 00"));
  g_assert_true (strstr (text, "Jo Blanc") < strstr (text, "Zoé Martin"));
  g_assert_nonnull (strstr (text, "1950"));
  g_assert_nonnull (strstr (text, "4 June 2026"));
  g_assert_cmpuint (count (text, "Habitant"), ==, 40);
  g_assert_cmpuint (count (text, "Signature"), >=, n_pages - 1); /* the title again on each page of the table */
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/sheet/one-page", test_one_page);
  g_test_add_func ("/exchange/sheet/many-pages", test_many_pages);
  g_test_add_func ("/exchange/sheet/long-text", test_long_text);
  g_test_add_func ("/exchange/sheet/stamp", test_stamp);
  g_test_add_func ("/exchange/sheet/roll", test_roll);

  return g_test_run ();
}
