/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/voting/trh-urn-private.h"

#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>
#include <utime.h>

#include "core/base/trh-file.h"
#include "core/base/trh-limits.h"
#include "core/base/trh-text.h"

#define NO_TIME 315532800 /* 1980-01-01, for the times of the file: they must not tell when somebody voted */

/* An id as the name of a file or a folder, (transfer full): none leads elsewhere or is hidden, and none is like
 * another, as no id has a “%”. */
static char *
make_name (const char *id)
{
  return g_strconcat (id[0] == '.' ? "%" : "", id, NULL);
}

/* `KIND/FOLDER/ID.SUFFIX` in the data folder of the program; without @folder directly in KIND. */
char *
trh_urn_build_path (const char *kind, const char *id, const char *folder, const char *suffix)
{
  g_autofree char *stem = make_name (id);
  g_autofree char *name = g_strconcat (stem, suffix, NULL);
  g_autofree char *inner = folder != NULL ? make_name (folder) : NULL;

  g_return_val_if_fail (trh_text_is_id (id), NULL);

  return g_build_filename (g_get_user_data_dir (), "transhumances", kind, inner != NULL ? inner : name,
                           inner != NULL ? name : NULL, NULL);
}

/* `urns` in the data folder of the program, with a folder for each session; (transfer full). */
char *
trh_urn_get_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "transhumances", "urns", NULL);
}

/**
 * trh_urn_get_path:
 * @session_id: of a session
 *
 * Returns: (transfer full): `urns/ID/ID.urn` in the data folder of the program
 */
char *
trh_urn_get_path (const char *session_id)
{
  return trh_urn_build_path ("urns", session_id, session_id, ".urn");
}

/**
 * trh_keys_get_path:
 * @poll_id: of a poll
 *
 * Returns: (transfer full): `keys/ID.keys` in the data folder of the program
 */
char *
trh_keys_get_path (const char *poll_id)
{
  return trh_urn_build_path ("keys", poll_id, NULL, ".keys");
}

/* The same times whenever it was saved; a wish, not a promise. */
void
trh_urn_forget_time (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  struct utimbuf times = { NO_TIME, NO_TIME };

  if (g_utime (path, &times) != 0 || g_utime (folder, &times) != 0)
    g_debug ("the time of an urn stays visible");
}

/* Makes the folder of an urn and holds it, so that nobody else writes or tidies there: as trh_urn_lock(). */
static int
hold_folder (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  g_mkdir_with_parents (folder, 0700); /* when it fails, so does the save */
  return trh_urn_lock (path, error);
}

/* Writes an urn, durably or not at all; the folder is held. */
static gboolean
save_held (const char *path, GBytes *bytes, GError **error)
{
  gboolean saved = trh_file_save_new (path, bytes, error);

  if (saved)
    trh_urn_forget_time (path);
  return saved;
}

/**
 * trh_urn_create:
 * @path: a file name; its folder is made for it, readable by nobody else
 * @content: an empty urn; its codes are added
 * @n_codes: how many codes to make
 * @codes: (out) (transfer full) (element-type TrhCode): the codes, to hand out; they are nowhere else
 * @error: return location for %TRH_URN_ERROR_EXISTS, %TRH_URN_ERROR_BUSY, when another window is at it, or a #TrhFileError
 *
 * Writes a new urn, never over another. A millisecond a code: call it in a worker.
 *
 * Returns: %FALSE with @error set
 */
gboolean
trh_urn_create (const char *path, TrhUrnContent *content, guint n_codes, GArray **codes, GError **error)
{
  g_autoptr(GArray) made = trh_codes_make (n_codes);
  g_autoptr(GBytes) bytes = NULL;
  gboolean saved = FALSE;
  int fd;

  if (!trh_urn_content_add_codes (content, made))
    {
      g_set_error_literal (error, TRH_URN_ERROR, TRH_URN_ERROR_MEMORY,
                           _("There is too little free memory. Close other programs and try again."));
      return FALSE;
    }
  bytes = trh_urn_content_print (content);
  fd = hold_folder (path, error);
  if (fd == TRH_URN_LOCKED_ELSEWHERE)
    return FALSE;
  if (g_file_test (path, G_FILE_TEST_EXISTS)) /* only now: while the codes were made another window may have been quicker */
    g_set_error_literal (error, TRH_URN_ERROR, TRH_URN_ERROR_EXISTS, _("There is an urn for this session already."));
  else
    saved = save_held (path, bytes, error);
  if (fd >= 0)
    close (fd);
  if (saved)
    *codes = g_steal_pointer (&made);
  return saved;
}

/* Where another urn goes when @path is taken from it, (transfer full): beside, under the beginning of its fingerprint. */
static char *
build_aside (const char *path, GBytes *kept)
{
  g_autofree char *fingerprint = trh_file_hash (kept);
  const int stem = (int) (strlen (path) - strlen (".urn"));

  return g_strdup_printf ("%.*s-%.16s.urn", stem, path, fingerprint);
}

/**
 * trh_urn_is_aside:
 * @base: the name of the file of an urn
 * @name: of another file in its folder
 *
 * Returns: whether trh_urn_keep() put an urn aside there, which another one replaced
 */
gboolean
trh_urn_is_aside (const char *base, const char *name)
{
  const gsize stem = strlen (base) - strlen (".urn");

  return strncmp (base, name, stem) == 0 && name[stem] == '-' && g_str_has_suffix (name, ".urn");
}

/* trh_urn_keep() while the folder is held. */
static gboolean
keep_held (const char *path, GBytes *file, GError **error)
{
  g_autoptr(GBytes) kept = NULL;
  g_autoptr(TrhUrnContent) other = NULL;
  g_autofree char *aside = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return save_held (path, file, error);
  kept = trh_file_load (path, TRH_MAX_URN, error);
  if (kept == NULL)
    return FALSE;
  other = trh_urn_content_parse (kept, NULL);
  if (other == NULL || !trh_urn_content_is_closed (other))
    {
      g_set_error_literal (error, TRH_URN_ERROR, TRH_URN_ERROR_EXISTS,
                           _("Another urn of this session is on this computer. Compare both with the minutes."));
      return FALSE;
    }
  aside = build_aside (path, kept);
  return save_held (aside, kept, error) && save_held (path, file, error);
}

/**
 * trh_urn_keep:
 * @path: a file name; its folder is made for it, readable by nobody else
 * @file: an urn that was closed elsewhere
 * @error: return location for %TRH_URN_ERROR_EXISTS, when an urn is there that is not closed, %TRH_URN_ERROR_BUSY, when it
 *   is open in another window, or a #TrhFileError
 *
 * Keeps an urn as it is, durably. The same one again changes nothing; another closed one that is there is not lost, but
 * put aside first. Any thread.
 *
 * Returns: %FALSE with @error set
 */
gboolean
trh_urn_keep (const char *path, GBytes *file, GError **error)
{
  g_autoptr(GBytes) there = trh_file_load (path, TRH_MAX_URN, NULL);
  gboolean kept;
  int fd;

  if (there != NULL && g_bytes_equal (there, file)) /* whoever has it open: a closed urn stays as it is */
    return TRUE;
  fd = hold_folder (path, error);
  kept = fd != TRH_URN_LOCKED_ELSEWHERE && keep_held (path, file, error);
  if (fd >= 0)
    close (fd);
  return kept;
}

/* What an interrupted save left behind is an older urn: it would show which ballot came last. */
void
trh_urn_clear_temporaries (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *prefix = g_strconcat (base, ".", NULL);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, prefix))
      {
        g_autofree char *stray = g_build_filename (folder, name, NULL);

        if (g_unlink (stray) != 0)
          g_warning ("an older state of an urn could not be removed");
      }
}

/* After a save that was cut off: no older state, and no time of the last ballot. The urn must be locked. */
void
trh_urn_tidy (const char *path)
{
  trh_urn_clear_temporaries (path);
  trh_urn_forget_time (path);
}

/**
 * trh_urn_tidy_all:
 *
 * Removes what interrupted saves left behind of the urns of this person, whatever session is opened next: an older state
 * beside an urn shows which ballot came last, its time when. Urns that are open somewhere are left alone. Reads folders:
 * call it in a worker.
 */
void
trh_urn_tidy_all (void)
{
  g_autofree char *folder = trh_urn_get_folder ();
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inner = g_build_filename (folder, name, NULL);
      g_autofree char *file = g_strconcat (name, ".urn", NULL);
      g_autofree char *path = g_build_filename (inner, file, NULL);
      int fd = trh_urn_lock (path, NULL);

      if (fd >= 0)
        {
          trh_urn_tidy (path);
          close (fd);
        }
    }
}

/**
 * trh_urn_load:
 * @path: a file name
 * @fingerprint: (out) (optional) (transfer full): SHA-256 of the file
 * @error: return location for a #TrhFileError or a #TrhDataError
 *
 * Reads an urn without opening it for ballots. Any thread.
 *
 * Returns: (transfer full): its content, or %NULL with @error set
 */
TrhUrnContent *
trh_urn_load (const char *path, char **fingerprint, GError **error)
{
  g_autoptr(GBytes) bytes = trh_file_load (path, TRH_MAX_URN, error);
  TrhUrnContent *content = bytes != NULL ? trh_urn_content_parse (bytes, error) : NULL;

  if (content != NULL && fingerprint != NULL)
    *fingerprint = trh_file_hash (bytes);
  return content;
}
