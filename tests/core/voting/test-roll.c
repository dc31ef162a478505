/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/voting/trh-roll.h"

#include <glib/gstdio.h>
#include <string.h>

/* Homonyms are kept apart, one line twice is refused, nobody signs twice; the file tells neither order nor time. */
static void
test_names (void)
{
  static const char lines[] = "Zoé Martin\nAnne Faure;1950\nAnne Faure;1981\nÉlie Roux\nAnne Faure;1950\n\n  Paul Blanc \r\n";
  g_autoptr(TrhRoll) roll = trh_roll_new ("session-1", 20100);
  g_autoptr(TrhRoll) other = trh_roll_new ("session-1", 20100);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GBytes) other_bytes = NULL;
  g_autoptr(TrhRoll) read = NULL;
  gsize length;
  const char *text;
  g_autoptr(GPtrArray) refused = g_ptr_array_new_with_free_func (g_free);

  g_assert_cmpuint (trh_roll_import (roll, lines, refused), ==, 5);
  g_assert_cmpuint (refused->len, ==, 1);
  g_assert_cmpstr (refused->pdata[0], ==, "Anne Faure (1950)");
  g_assert_cmpstr (trh_roll_get_name (roll, 2), ==, "Élie Roux"); /* among the E */
  g_assert_false (trh_roll_add (roll, "Élie Roux", "", NULL, &error));
  g_assert_error (error, TRH_ROLL_ERROR, TRH_ROLL_ERROR_TWICE);
  g_clear_error (&error);
  g_assert_true (trh_roll_sign (roll, 1, NULL));
  g_assert_true (trh_roll_sign (roll, 4, NULL));
  g_assert_false (trh_roll_sign (roll, 1, &error));
  g_assert_error (error, TRH_ROLL_ERROR, TRH_ROLL_ERROR_SIGNED);
  g_assert_cmpuint (trh_roll_get_n_signed (roll), ==, 2);

  trh_roll_import (other, "Paul Blanc\nAnne Faure;1981\nÉlie Roux\nZoé Martin\nAnne Faure;1950", NULL);
  g_assert_true (trh_roll_sign (other, 4, NULL));
  g_assert_true (trh_roll_sign (other, 1, NULL));
  bytes = trh_roll_print (roll);
  other_bytes = trh_roll_print (other);
  g_assert_true (g_bytes_equal (bytes, other_bytes));
  read = trh_roll_parse (bytes, NULL);
  g_assert_cmpuint (trh_roll_get_n_signed (read), ==, 2);

  text = g_bytes_get_data (bytes, &length);
  for (gsize at = 0; at < length; at++)
    {
      g_autofree char *changed = g_memdup2 (text, length);
      g_autoptr(GBytes) wrong = NULL;

      changed[at] ^= 1;
      wrong = g_bytes_new_static (changed, length);
      g_assert_null (trh_roll_parse (wrong, NULL));
    }
}

/* A tick by mistake is taken back, a name by mistake removed. */
static void
test_mistakes (void)
{
  g_autoptr(TrhRoll) roll = trh_roll_new ("session-1", 0);
  g_autoptr(GError) error = NULL;
  g_autofree char *label = NULL;

  trh_roll_import (roll, "Anne Faure;1950\nAnne Faure;1981\nJo Blanc", NULL);
  label = trh_roll_dup_label (roll, 1);
  g_assert_cmpstr (label, ==, "Anne Faure (1981)");
  g_assert_true (trh_roll_sign (roll, 1, NULL));
  g_assert_false (trh_roll_sign (roll, 1, &error));
  g_assert_cmpstr (error->message, ==, "Anne Faure (1981) has signed already.");
  trh_roll_take_back (roll, 1);
  g_assert_cmpuint (trh_roll_get_n_signed (roll), ==, 0);
  g_assert_true (trh_roll_sign (roll, 1, NULL));
  trh_roll_remove (roll, 0);
  g_assert_cmpuint (trh_roll_get_n (roll), ==, 2);
  g_assert_true (trh_roll_has_signed (roll, 0));
  g_assert_cmpstr (trh_roll_get_name (roll, 1), ==, "Jo Blanc");
}

static const struct { const char *file, *names; } files[] = {
  { "Zoé Martin\r\nÉlie Roux;1950\r\n", "Élie Roux (1950), Zoé Martin" },
  { "\xEF\xBB\xBF" "Zoé Martin\t1950", "Zoé Martin (1950)" },      /* as a spreadsheet saves it */
  { "Zo\xE9 Martin;\xC9lie", "Zoé Martin (Élie)" },                 /* windows-1252 */
  { "\"Zoé Martin\";\"1950\"\n", "Zoé Martin (1950)" },
  { "Zoé Martin,1950\nJo Blanc, 1961\nAna Ruiz,1970\n", "Ana Ruiz (1970), Jo Blanc (1961), Zoé Martin (1950)" },
  { "Martin, Zoé\nBlanc, Jo\n", "Blanc, Jo, Martin, Zoé" },         /* a name may have a comma */
  { "", "" },
  { "\n\n ; \n", "" },
};

static void
test_files (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr(TrhRoll) roll = trh_roll_new ("session-1", 0);
      g_autoptr(GBytes) bytes = g_bytes_new_static (files[i].file, strlen (files[i].file));
      g_autofree char *lines = trh_roll_decode (bytes);
      g_autoptr(GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
      g_autofree char *names = NULL;

      g_assert_true (g_utf8_validate (lines, -1, NULL));
      trh_roll_import (roll, lines, NULL);
      for (guint n = 0; n < trh_roll_get_n (roll); n++)
        g_ptr_array_add (labels, trh_roll_dup_label (roll, n));
      g_ptr_array_add (labels, NULL);
      names = g_strjoinv (", ", (char **) labels->pdata);
      g_assert_cmpstr (names, ==, files[i].names);
    }
}

/* On the disk: for nobody else, without a time, and nothing of an interrupted save is left. */
static void
test_disk (void)
{
  g_autofree char *folder = g_dir_make_tmp ("trh-roll-XXXXXX", NULL);
  g_autofree char *rolls = g_build_filename (folder, "rolls", NULL);
  g_autofree char *path = g_build_filename (rolls, "session-1.roll", NULL);
  g_autofree char *stray = g_strconcat (path, ".X1Y2Z3", NULL);
  g_autoptr(TrhRoll) roll = trh_roll_new ("session-1", 20100);
  g_autoptr(TrhRoll) read = NULL;
  g_autoptr(GError) error = NULL;
  GStatBuf info;

  g_assert_null (trh_roll_load (path, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(GBytes) bytes = NULL;

      trh_roll_add (roll, i == 0 ? "Zoé Martin" : "Jo Blanc", "", NULL, NULL);
      bytes = trh_roll_print (roll);
      g_assert_true (trh_roll_write (path, bytes, &error));
      g_assert_no_error (error);
      g_assert_cmpint (g_stat (path, &info), ==, 0);
      g_assert_cmpint (info.st_mtime, ==, 315532800); /* 1980-01-01, whenever somebody signed */
      g_assert_cmpint (info.st_mode & 0077, ==, 0);
    }
  g_assert_cmpint (g_stat (rolls, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0077, ==, 0);
  g_assert_true (g_file_set_contents (stray, "older", -1, NULL));
  trh_roll_tidy (path);
  read = trh_roll_load (path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (trh_roll_get_n (read), ==, 2);
  g_assert_cmpint (trh_roll_get_purge_day (read), ==, 20100);
  g_assert_false (g_file_test (stray, G_FILE_TEST_EXISTS));
  g_remove (path);
  g_rmdir (rolls);
  g_rmdir (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/voting/roll/names", test_names);
  g_test_add_func ("/voting/roll/mistakes", test_mistakes);
  g_test_add_func ("/voting/roll/files", test_files);
  g_test_add_func ("/voting/roll/disk", test_disk);

  return g_test_run ();
}
