/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "core/base/trh-file.h"
#include "core/base/trh-limits.h"
#include "core/voting/trh-roll.h"
#include "core/voting/trh-urn-private.h"

/* A list of names with commas between the columns, as some programs write: of most lines exactly one. */
static gboolean
has_commas (const char *text)
{
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);
  guint n = 0, n_one = 0;

  if (strpbrk (text, ";\t") != NULL)
    return FALSE;
  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = g_strstrip (lines[i]), *comma = strchr (line, ',');

      n += *line != '\0' ? 1 : 0;
      n_one += comma != NULL && strchr (comma + 1, ',') == NULL && g_ascii_isdigit (comma[strspn (comma, ", ")]) ? 1 : 0;
    }
  return n > 0 && 2 * n_one > n;
}

/**
 * trh_roll_decode:
 * @bytes: a file with names that another program wrote
 *
 * Takes UTF-8 and the encoding of old French spreadsheets; a comma before a year becomes a semicolon, quotes go.
 *
 * Returns: (transfer full): lines for trh_roll_import()
 */
char *
trh_roll_decode (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *text = NULL;

  if (size >= 3 && memcmp (data, "\xEF\xBB\xBF", 3) == 0)
    {
      data += 3;
      size -= 3;
    }
  if (g_utf8_validate_len (data, size, NULL))
    text = g_strndup (data, size);
  else
    text = g_convert_with_fallback (data, (gssize) size, "UTF-8", "WINDOWS-1252", "?", NULL, NULL, NULL);
  if (text == NULL)
    return g_strdup ("");
  g_strdelimit (text, "\"\r", ' ');
  if (has_commas (text))
    g_strdelimit (text, ",", ';');
  return g_steal_pointer (&text);
}

/**
 * trh_roll_write:
 * @path: as trh_roll_get_path() gives it; its folder is made, readable by nobody else
 * @bytes: of trh_roll_print()
 * @error: return location for a #TrhFileError
 *
 * Durable; the file does not tell when somebody signed.
 *
 * Returns: %FALSE with @error set; with %TRH_FILE_ERROR_UNSURE the new one is there
 */
gboolean
trh_roll_write (const char *path, GBytes *bytes, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr(GError) problem = NULL;
  gboolean saved;

  g_mkdir_with_parents (folder, 0700); /* when it fails, so does the save */
  saved = trh_file_save (path, bytes, &problem);
  if (saved || g_error_matches (problem, TRH_FILE_ERROR, TRH_FILE_ERROR_UNSURE))
    trh_urn_forget_time (path);
  if (!saved)
    g_propagate_error (error, g_steal_pointer (&problem));
  return saved;
}

/**
 * trh_roll_tidy:
 * @path: of a roll
 *
 * Removes what an interrupted save left: it would show who signed last. Not while a save may be running.
 */
void
trh_roll_tidy (const char *path)
{
  trh_urn_clear_temporaries (path);
}

/**
 * trh_roll_load:
 * @path: of a roll
 * @error: return location for a #TrhFileError, a #TrhDataError or a #TrhRollError
 *
 * Returns: (transfer full): the roll, or %NULL with @error set
 */
TrhRoll *
trh_roll_load (const char *path, GError **error)
{
  g_autoptr(GBytes) bytes = trh_file_load (path, TRH_MAX_ROLL, error);

  return bytes != NULL ? trh_roll_parse (bytes, error) : NULL;
}

/**
 * trh_roll_count_signed:
 * @session_id: of a session
 * @n_names: (out) (optional): how many people are on the roll; -1 likewise
 *
 * Returns: how many have signed the roll on this computer; -1 when there is none, as where it is on paper
 */
int
trh_roll_count_signed (const char *session_id, int *n_names)
{
  g_autofree char *path = trh_roll_get_path (session_id);
  g_autoptr(TrhRoll) roll = g_file_test (path, G_FILE_TEST_EXISTS) ? trh_roll_load (path, NULL) : NULL;

  const gboolean is_kept = roll != NULL && trh_roll_get_n (roll) > 0;

  if (n_names != NULL)
    *n_names = is_kept ? (int) trh_roll_get_n (roll) : -1;
  return is_kept ? (int) trh_roll_get_n_signed (roll) : -1;
}
