/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fuzz.h"

/*
 * replay FOLDER [ROUNDS [SEED]]   gives each file of the folder to the target, then ROUNDS inputs that are made of
 *                                 them by small damage: the same ones in every run, so that a debugger finds them again
 */

#define LONGEST 20000

static const char *const tokens[] = {
  "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u0000", "\\ud83d\\ude00", "\\ud83d", "\\\"", "null", "true", "false", "0", "-0",
  "-1", "1e22", "1e-7", "1e308", "1e309", "9007199254740991", "9007199254740992", "0.1", "1.0000000000000002", "\xef\xbb\xbf",
  "\xed\xa0\x80", "\xc3\xa9", "\xf0\x9f\x90\x91", "\"id\":\"a\"", "\"stays\":[", "\"season\":{", "\"artists\":[", "\"communes\":[",
  "\"insee\":\"26340\"", "\"first-day\":\"2027-06-01\"", "\"latitude\":44.2", "\"x\":", "\"version\":1", " ", "\n", "\x7f", "",
};

static void
damage (GByteArray *input, GRand *random, GPtrArray *files)
{
  guint at = input->len > 0 ? (guint) g_rand_int_range (random, 0, (gint32) input->len) : 0;
  guint some = 1u << g_rand_int_range (random, 0, 8);
  guint n = MIN (input->len - at, some);
  guint to = input->len > 0 ? (guint) g_rand_int_range (random, 0, (gint32) input->len) : 0;
  const char *token = tokens[g_rand_int_range (random, 0, G_N_ELEMENTS (tokens))];
  GBytes *other = files->pdata[g_rand_int_range (random, 0, (gint32) files->len)];
  gsize other_length;
  const guint8 *other_data = g_bytes_get_data (other, &other_length);
  g_autoptr(GByteArray) piece = g_byte_array_new ();
  g_autoptr(GByteArray) rest = g_byte_array_new ();

  switch (g_rand_int_range (random, 0, 6))
    {
    case 0: /* a bit */
      if (input->len > 0)
        input->data[at] ^= (guint8) (1 << g_rand_int_range (random, 0, 8));
      return;
    case 1: /* a byte */
      if (input->len > 0)
        input->data[at] = (guint8) g_rand_int_range (random, 0, 256);
      return;
    case 2: /* something is gone */
      g_byte_array_remove_range (input, at, n);
      return;
    case 3: /* something stands there twice */
      g_byte_array_append (piece, input->data + at, n);
      break;
    case 4: /* a piece of another */
      g_byte_array_append (piece, other_data, (guint) MIN (other_length, 256));
      break;
    default:
      g_byte_array_append (piece, (const guint8 *) token, (guint) strlen (token));
    }
  g_byte_array_append (rest, input->data + to, input->len - to);
  g_byte_array_set_size (input, to);
  g_byte_array_append (input, piece->data, piece->len);
  g_byte_array_append (input, rest->data, rest->len);
}

static void
try (const guint8 *data, gsize length)
{
  g_autofree guint8 *exact = g_memdup2 (data, length); /* so that one byte too far is seen */

  LLVMFuzzerTestOneInput (exact != NULL ? exact : (const guint8 *) "", length);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static GPtrArray *
load (const char *folder)
{
  GPtrArray *files = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (!g_str_has_suffix (name, ".md"))
      g_ptr_array_add (names, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (names, compare);
  for (guint i = 0; i < names->len; i++)
    {
      char *text = NULL;
      gsize length;

      g_assert_true (g_file_get_contents (names->pdata[i], &text, &length, NULL));
      g_ptr_array_add (files, g_bytes_new_take (text, length));
    }

  return files;
}

int
main (int argc, char **argv)
{
  g_autoptr(GPtrArray) files = load (argc > 1 ? argv[1] : ".");
  guint rounds = argc > 2 ? (guint) strtoul (argv[2], NULL, 10) : 0;
  guint32 seed = argc > 3 ? (guint32) strtoul (argv[3], NULL, 10) : 1;
  g_autoptr(GRand) random = g_rand_new_with_seed (seed);

  printf ("1..2\n");
  if (files->len == 0)
    {
      printf ("not ok 1 no inputs in %s\n", argc > 1 ? argv[1] : ".");
      return 1;
    }
  for (guint i = 0; i < files->len; i++)
    try (g_bytes_get_data (files->pdata[i], NULL), g_bytes_get_size (files->pdata[i]));
  printf ("ok 1 %u kept inputs\n", files->len);
  fflush (stdout);

  for (guint i = 0; i < rounds; i++)
    {
      GBytes *from = files->pdata[g_rand_int_range (random, 0, (gint32) files->len)];
      g_autoptr(GByteArray) input = g_byte_array_new ();

      g_byte_array_append (input, g_bytes_get_data (from, NULL), (guint) MIN (g_bytes_get_size (from), LONGEST));
      for (int n = g_rand_int_range (random, 1, 6); n > 0; n--)
        damage (input, random, files);
      try (input->data, input->len);
    }
  printf ("ok 2 %u damaged inputs, seed %u\n", rounds, seed);

  return 0;
}
