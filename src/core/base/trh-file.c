/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/base/trh-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/base/trh-error.h"

G_DEFINE_QUARK (trh-file-error-quark, trh_file_error)

#define MAX_LINKS 16 /* symbolic links followed before a loop is suspected */

static void
set_error (GError **error, TrhFileError code, const char *path, int errno_value)
{
  g_autofree char *name = g_filename_display_name (path);

  /* Translators: a file name, then what the system says of it */
  g_set_error (error, TRH_FILE_ERROR, code, _("%1$s: %2$s"), name, g_strerror (errno_value));
}

/**
 * trh_file_load:
 * @path: a file name
 * @max_bytes: the most that is read
 * @error: return location for a #TrhFileError, or a #TrhDataError when the file is larger
 *
 * Reads a plain file. A FIFO or a device is refused before it is opened for reading, so
 * that no name can make the program wait for ever. Stops at the ceiling even when the file
 * grows while it is read.
 *
 * Returns: (transfer full): the bytes, or %NULL with @error set
 */
GBytes *
trh_file_load (const char *path, gsize max_bytes, GError **error)
{
  g_autoptr(GByteArray) bytes = NULL;
  struct stat info;
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);

  if (fd < 0)
    {
      set_error (error, TRH_FILE_ERROR_UNREADABLE, path, errno);
      return NULL;
    }
  if (fstat (fd, &info) != 0 || !S_ISREG (info.st_mode))
    {
      set_error (error, TRH_FILE_ERROR_UNREADABLE, path, S_ISDIR (info.st_mode) ? EISDIR : EINVAL);
      close (fd);
      return NULL;
    }

  bytes = g_byte_array_sized_new ((guint) MIN ((gsize) info.st_size, max_bytes) + 1);
  for (;;)
    {
      gsize had = bytes->len;
      gsize step = MIN (max_bytes + 1 - had, MAX ((gsize) info.st_size + 1 - MIN ((gsize) info.st_size, had), 4096));
      gssize n;

      if (had > max_bytes)
        {
          g_autofree char *name = g_filename_display_name (path);
          g_autofree char *most = g_format_size (max_bytes);

          /* Translators: a file name, then a size as in "32 MB" */
          g_set_error (error, TRH_DATA_ERROR, TRH_DATA_ERROR_TOO_LARGE,
                       _("%1$s: the file is larger than %2$s"), name, most);
          close (fd);
          return NULL;
        }
      g_byte_array_set_size (bytes, (guint) (had + step));
      do
        n = read (fd, bytes->data + had, step);
      while (n < 0 && errno == EINTR);
      if (n < 0)
        {
          set_error (error, TRH_FILE_ERROR_UNREADABLE, path, errno);
          close (fd);
          return NULL;
        }
      g_byte_array_set_size (bytes, (guint) (had + (gsize) n));
      if (n == 0)
        break;
    }
  close (fd);

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/* The file that a chain of symbolic links ends at: saving must replace that one, not the link. */
static char *
resolve (const char *path)
{
  char *target = g_strdup (path);

  for (guint i = 0; i < MAX_LINKS; i++)
    {
      g_autofree char *link = g_file_read_link (target, NULL);
      char *next;

      if (link == NULL)
        break;
      if (g_path_is_absolute (link))
        next = g_steal_pointer (&link);
      else
        {
          g_autofree char *folder = g_path_get_dirname (target);

          next = g_build_filename (folder, link, NULL);
        }
      g_free (target);
      target = next;
    }

  return target;
}

/**
 * trh_file_save:
 * @path: a file name; its folder exists
 * @bytes: the whole new content
 * @error: return location for a #TrhFileError
 *
 * Replaces a file whole and durably: a new file in the same folder is written and flushed,
 * takes the old one's name and mode, and the folder is flushed too. After a failure or a
 * power cut the old file is there, or the new one, never a part. Symbolic links are kept.
 *
 * Not g_file_replace_contents(): GLib 2.74 renames the half-written file over the good one
 * when the disk is full. Not plain g_file_set_contents() either: it does not flush a new file.
 * Takes some milliseconds to seconds: call it from a worker thread.
 *
 * Returns: %FALSE with @error set when the old file was kept
 */
gboolean
trh_file_save (const char *path, GBytes *bytes, GError **error)
{
  g_autofree char *target = resolve (path);
  g_autoptr(GError) cause = NULL;
  struct stat info;
  int mode = 0600; /* a season holds addresses and telephone numbers: the person opens it to others */
  TrhFileError code = TRH_FILE_ERROR_FAILED;
  g_autofree char *name = NULL;

  if (stat (target, &info) == 0)
    {
      if (!S_ISREG (info.st_mode))
        {
          set_error (error, TRH_FILE_ERROR_NOT_ALLOWED, path, S_ISDIR (info.st_mode) ? EISDIR : EINVAL);
          return FALSE;
        }
      mode = info.st_mode & 07777;
    }

  if (g_file_set_contents_full (target, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, mode, &cause))
    return TRUE;

  if (g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_NOSPC))
    code = TRH_FILE_ERROR_NO_SPACE;
  else if (g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_ACCES) ||
           g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_PERM) ||
           g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_ROFS) ||
           g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    code = TRH_FILE_ERROR_NOT_ALLOWED;

  name = g_filename_display_name (path);
  if (code == TRH_FILE_ERROR_NO_SPACE)
    g_set_error (error, TRH_FILE_ERROR, code,
                 _("%s: the disk is full. The previous version is untouched; free some room or save elsewhere."), name);
  else if (code == TRH_FILE_ERROR_NOT_ALLOWED)
    g_set_error (error, TRH_FILE_ERROR, code,
                 _("%s: this folder cannot be written to. Nothing was changed; save elsewhere."), name);
  else
    g_set_error (error, TRH_FILE_ERROR, code, _("%1$s: the file could not be written (%2$s). The previous version is untouched."),
                 name, cause->message);
  return FALSE;
}

/**
 * trh_file_hash:
 * @bytes: the content of a file
 *
 * Returns: (transfer full): its SHA-256, 64 hexadecimal digits
 */
char *
trh_file_hash (GBytes *bytes)
{
  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
}
