/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "core/exchange/trh-printout.h"
#include "core/exchange/trh-recovery-sheet.h"
#include "read-pdf.h"

static const char *const holders[] = { "Anne Faure", "Paul Roux" };
static const char *const passphrases[] = { "quatre chèvres grises", "un ruisseau de mars" };
static const char *const others[] = { "une lampe de berger", "trois noix de Grenoble" };
static const TrhSealCost cheap = { 1, 64 };

static void
test_slips (void)
{
  const TrhSlips slips = { "Qui accueillir à Séderon ?", "Séderon", TRUE };
  g_autoptr(GArray) codes = trh_codes_make (15);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) pdf = trh_slips_print (&slips, codes, &error);
  g_autoptr(GBytes) again = trh_slips_print (&slips, codes, NULL);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (pdf, again)); /* no time of printing */
  g_assert_cmpuint (trh_slips_get_n_pages (codes), ==, 2);
  text = read_pdf_text (pdf, TRUE);
  if (text == NULL)
    return;
  for (guint i = 0; i < codes->len; i++)
    {
      char shown[TRH_CODE_SHOWN];
      const char *found;

      trh_code_show (&g_array_index (codes, TrhCode, i), shown);
      found = strstr (text, shown);
      g_assert_nonnull (found);
      g_assert_null (strstr (found + 1, shown)); /* once */
    }
  g_assert_nonnull (strstr (text, "REHEARSAL"));
  g_assert_nonnull (strstr (text, "Séderon"));
}

#define DOTS_PER_MM 20
#define SLIP_MM     105 /* two beside each other on A4 */
#define N_MODULES   21  /* of the smallest symbol: eight capitals and digits at level H fit */

static gboolean
is_dark (cairo_surface_t *page, int x, int y)
{
  return cairo_image_surface_get_data (page)[y * cairo_image_surface_get_stride (page) + x] > 127;
}

static cairo_surface_t *
draw_first_page (const TrhSlips *slips, const GArray *codes)
{
  const double scale = DOTS_PER_MM * 25.4 / 72;
  cairo_surface_t *page = cairo_image_surface_create (CAIRO_FORMAT_A8, 210 * DOTS_PER_MM, 297 * DOTS_PER_MM);
  cairo_t *cr = cairo_create (page);

  cairo_scale (cr, scale, scale);
  trh_slips_draw_page (slips, codes, 0, cr);
  cairo_destroy (cr);
  cairo_surface_flush (page);
  return page;
}

/* The dark dots in a part of a page: the first column and row of them, and one after the last. */
static cairo_rectangle_int_t
find_dark (cairo_surface_t *page, cairo_rectangle_int_t part)
{
  int left = part.x + part.width, top = part.y + part.height, right = part.x, bottom = part.y;

  for (int y = part.y; y < part.y + part.height; y++)
    for (int x = part.x; x < part.x + part.width; x++)
      if (is_dark (page, x, y))
        {
          left = MIN (left, x);
          right = MAX (right, x + 1);
          top = MIN (top, y);
          bottom = MAX (bottom, y + 1);
        }
  return (cairo_rectangle_int_t) { left, top, right - left, bottom - top };
}

static void
assert_white (cairo_surface_t *page, int x, int y, int width, int height)
{
  const cairo_rectangle_int_t dark = find_dark (page, (cairo_rectangle_int_t) { x, y, width, height });

  g_assert_cmpint (dark.width, <=, 0);
}

/* At arm's length, on crumpled paper, by an old telephone: 25 mm of symbol, four white modules around it, and the
 * level of correction that the symbol itself states in its format bits. */
static void
test_qr (void)
{
  const TrhSlips slips = { "Qui accueillir à Séderon dans les Baronnies, entre Buëch et Ouvèze ?", "Séderon", FALSE };
  g_autoptr(GArray) codes = trh_codes_make (TRH_SLIPS_PER_PAGE);
  cairo_surface_t *page = draw_first_page (&slips, codes);
  const cairo_rectangle_int_t right_third = { 65 * DOTS_PER_MM, 9 * DOTS_PER_MM, (SLIP_MM - 67) * DOTS_PER_MM,
                                              38 * DOTS_PER_MM };
  const cairo_rectangle_int_t qr = find_dark (page, right_third);
  const double module = (double) qr.width / N_MODULES;
  const int quiet = (int) (4 * module) - 1;
  const int format_row = qr.y + (int) (8.5 * module);

  g_assert_cmpint (qr.width, >=, 25 * DOTS_PER_MM - 1);
  g_assert_cmpint (ABS (qr.width - qr.height), <=, 1);

  assert_white (page, qr.x - quiet, qr.y - quiet, quiet, qr.height + 2 * quiet);
  assert_white (page, qr.x + qr.width, qr.y - quiet, quiet, qr.height + 2 * quiet);
  assert_white (page, qr.x - quiet, qr.y - quiet, qr.width + 2 * quiet, quiet);
  assert_white (page, qr.x - quiet, qr.y + qr.height, qr.width + 2 * quiet, quiet);

  /* ISO/IEC 18004, 7.9: level H is 10, hidden under the mask 10: two white modules. M would be a dark and a white one. */
  g_assert_false (is_dark (page, qr.x + (int) (0.5 * module), format_row));
  g_assert_false (is_dark (page, qr.x + (int) (1.5 * module), format_row));
  g_assert_true (is_dark (page, qr.x + (int) (0.5 * module), qr.y + (int) (6.5 * module))); /* foot of the finder */
  g_assert_false (is_dark (page, qr.x + (int) (0.5 * module), qr.y + (int) (7.5 * module))); /* what separates it */
  cairo_surface_destroy (page);
}

static TrhSecret *
read_sheet (char lines[TRH_RECOVERY_LINES][TRH_RECOVERY_LINE], const TrhKeys *keys, GError **error)
{
  return trh_recovery_read ((const char *const[]) { lines[0], lines[1], lines[2], lines[3] }, trh_keys_peek_public (keys), error);
}

/* Both passphrases are lost: the sheet opens what they opened, and gives the key to two other people. */
static void
test_recovery (void)
{
  g_autoptr(TrhKeys) keys = trh_keys_new ("poll-1", holders, passphrases, cheap, NULL);
  g_autoptr(TrhSecret) secret = trh_keys_unlock (keys, passphrases, NULL);
  g_autoptr(TrhKeys) new_keys = NULL;
  g_autoptr(TrhSecret) recovered = NULL;
  g_autoptr(TrhSecret) unlocked = NULL;
  g_autoptr(GError) error = NULL;
  char lines[TRH_RECOVERY_LINES][TRH_RECOVERY_LINE];
  guint8 box[3 + TRH_SEAL_OVERHEAD], bytes[3] = { 7, 8, 9 };

  g_assert_true (trh_seal (trh_keys_peek_public (keys), bytes, sizeof bytes, box));
  trh_recovery_write (secret, lines);
  for (char *c = lines[2]; *c != '\0'; c++)
    *c = g_ascii_tolower (*c == ' ' ? '-' : *c == '0' ? 'o' : *c == '1' ? 'l' : *c);
  recovered = read_sheet (lines, keys, &error);
  g_assert_no_error (error);
  new_keys = trh_keys_lock ("poll-1", recovered, (const char *const[]) { "Lise Blanc", "Marc Arnaud" }, others, cheap, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (trh_keys_peek_public (new_keys), TRH_SEAL_KEY, trh_keys_peek_public (keys), TRH_SEAL_KEY);
  g_assert_null (trh_keys_unlock (new_keys, passphrases, NULL));
  unlocked = trh_keys_unlock (new_keys, others, &error);
  g_assert_no_error (error);
  memset (bytes, 0, sizeof bytes);
  g_assert_true (trh_unseal (trh_keys_peek_public (new_keys), unlocked, box, sizeof box, bytes, &error));
  g_assert_cmpuint (bytes[2], ==, 9);
}

/* Each mistake of one character is refused, and its line named; so is a sheet of another vote. */
static void
test_mistakes (void)
{
  g_autoptr(TrhKeys) keys = trh_keys_new ("poll-1", holders, passphrases, cheap, NULL);
  g_autoptr(TrhKeys) foreign = trh_keys_new ("poll-2", holders, passphrases, cheap, NULL);
  g_autoptr(TrhSecret) secret = trh_keys_unlock (keys, passphrases, NULL);
  g_autoptr(GError) error = NULL;
  char lines[TRH_RECOVERY_LINES][TRH_RECOVERY_LINE];
  guint n_named = 0, n_tries = 0;

  trh_recovery_write (secret, lines);
  for (guint line = 0; line < TRH_RECOVERY_LINES; line++)
    for (char *c = lines[line]; *c != '\0'; c++)
      {
        g_autofree char *name = g_strdup_printf ("line %u ", line + 1);
        char kept = *c;

        if (*c == ' ')
          continue;
        *c = kept == 'A' ? 'B' : 'A';
        g_assert_null (read_sheet (lines, keys, &error));
        n_named += strstr (error->message, name) != NULL;
        n_tries++;
        g_clear_error (&error);
        *c = kept;
      }
  g_assert_cmpuint (n_tries, ==, 64);
  g_assert_cmpuint (n_named, >=, 63); /* a check of 16 bits may miss one in a thousand runs; the key then does not fit */
  g_assert_null (read_sheet (lines, foreign, &error));
  g_assert_error (error, TRH_SEAL_ERROR, TRH_SEAL_ERROR_PASSPHRASE);
}

static void
test_sheet (void)
{
  g_autoptr(TrhKeys) keys = trh_keys_new ("poll-1", holders, passphrases, cheap, NULL);
  g_autoptr(TrhSecret) secret = trh_keys_unlock (keys, passphrases, NULL);
  g_autoptr(TrhPrintout) printout = trh_printout_new_secret (
    trh_recovery_sheet_new ("Qui accueillir ?", keys, secret, "2027-03-15", FALSE));
  g_autoptr(GBytes) pdf = trh_printout_write (printout, NULL);
  g_autofree char *text = read_pdf_text (pdf, TRUE);
  char lines[TRH_RECOVERY_LINES][TRH_RECOVERY_LINE];

  if (text == NULL)
    return;
  trh_recovery_write (secret, lines);
  for (guint line = 0; line < TRH_RECOVERY_LINES; line++)
    g_assert_nonnull (strstr (text, lines[line]));
  g_assert_nonnull (strstr (text, "Paul Roux"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/slips/slips", test_slips);
  g_test_add_func ("/exchange/slips/qr", test_qr);
  g_test_add_func ("/exchange/slips/recovery", test_recovery);
  g_test_add_func ("/exchange/slips/mistakes", test_mistakes);
  g_test_add_func ("/exchange/slips/sheet", test_sheet);

  return g_test_run ();
}
