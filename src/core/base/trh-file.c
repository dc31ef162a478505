/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/base/trh-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utime.h>

#include "core/base/trh-error.h"
#include "core/base/trh-limits.h"

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
          g_autofree char *most = g_format_size_full (max_bytes, G_FORMAT_SIZE_IEC_UNITS);

          /* Translators: a file name, then a size as in "32 MiB" */
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

/**
 * trh_file_resolve:
 * @path: a file name
 *
 * Returns: (transfer full): the file that a chain of symbolic links ends at: saving must replace
 *   that one, not the link
 */
char *
trh_file_resolve (const char *path)
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

/* What a failed write means to the person. */
static void
tell_failure (GError **error, const char *path, int errno_value)
{
  g_autofree char *name = g_filename_display_name (path);

  switch (errno_value)
    {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      g_set_error (error, TRH_FILE_ERROR, TRH_FILE_ERROR_NO_SPACE,
                   _("%s: the disk is full. The previous version is untouched; free some room or save elsewhere."), name);
      break;
    case EACCES:
    case EPERM:
    case EROFS:
    case ENOENT:
    case ENOTDIR:
      g_set_error (error, TRH_FILE_ERROR, TRH_FILE_ERROR_NOT_ALLOWED,
                   _("%s: this folder cannot be written to. Nothing was changed; save elsewhere."), name);
      break;
    default:
      g_set_error (error, TRH_FILE_ERROR, TRH_FILE_ERROR_FAILED,
                   _("%1$s: the file could not be written (%2$s). The previous version is untouched."),
                   name, g_strerror (errno_value));
    }
}

static int
errno_of (const GError *error)
{
  static const struct { int code, errno_value; } pairs[] = {
    { G_FILE_ERROR_NOSPC, ENOSPC }, { G_FILE_ERROR_ACCES, EACCES }, { G_FILE_ERROR_PERM, EPERM },
    { G_FILE_ERROR_ROFS, EROFS }, { G_FILE_ERROR_NOENT, ENOENT }, { G_FILE_ERROR_NOTDIR, ENOTDIR },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (g_error_matches (error, G_FILE_ERROR, pairs[i].code))
      return pairs[i].errno_value;

  return EIO;
}

/* Writes a whole file with the mode of the one it replaces. */
static gboolean
write_whole (const char *target, const char *path, GBytes *bytes, int mode, GError **error)
{
  g_autoptr(GError) cause = NULL;

  if (g_file_set_contents_full (target, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, mode, &cause))
    {
      /* the umask is for new files: one that a group may write stays so */
      if (g_chmod (target, mode) != 0)
        g_debug ("%s: the mode is not the one before", path);
      return TRUE;
    }

  tell_failure (error, path, errno_of (cause));
  return FALSE;
}

/* The mode that a file keeps, or that a new one gets; FALSE when no plain file can be there. */
static gboolean
find_mode (const char *target, const char *path, int *mode, GError **error)
{
  struct stat info;

  *mode = 0600; /* a season holds addresses and telephone numbers: the person opens it to others */
  if (stat (target, &info) != 0)
    return TRUE;
  if (!S_ISREG (info.st_mode))
    {
      set_error (error, TRH_FILE_ERROR_NOT_ALLOWED, path, S_ISDIR (info.st_mode) ? EISDIR : EINVAL);
      return FALSE;
    }
  *mode = info.st_mode & 07777;
  return TRUE;
}

/* A folder is opened before what changes it: a disk tells that it failed to those who had it open by then. */
static int
open_folder (const char *target)
{
  g_autofree char *folder = g_path_get_dirname (target);

  return open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
}

/* Flushes and closes the folder of a file that was written whole and has its name. */
static gboolean
flush_folder (int fd, const char *path, GError **error)
{
  gboolean ok = fd >= 0 && fsync (fd) == 0;
  int errno_value = errno;
  g_autofree char *name = NULL;
  g_autofree char *shown = NULL;

  if (fd >= 0)
    close (fd);
  if (ok || errno_value == EINVAL) /* some file systems do not flush folders, and say so */
    return TRUE;

  name = g_path_get_basename (path);
  shown = g_filename_display_name (name);
  g_set_error (error, TRH_FILE_ERROR, TRH_FILE_ERROR_UNSURE,
               /* Translators: a file name, then what the system says of it */
               _("%1$s is written, but the disk does not confirm it (%2$s): a power cut could still lose this. Save again."),
               shown, g_strerror (errno_value));
  return FALSE;
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
 * GLib flushes the folder as well, but says nothing when that fails: it is done again here.
 * Takes some milliseconds to seconds: call it from a worker thread.
 *
 * Returns: %FALSE with @error set when the old file was kept; with %TRH_FILE_ERROR_UNSURE the new one is there
 */
gboolean
trh_file_save (const char *path, GBytes *bytes, GError **error)
{
  g_autofree char *target = trh_file_resolve (path);
  int mode, folder_fd;

  if (!find_mode (target, path, &mode, error))
    return FALSE;
  folder_fd = open_folder (target);
  if (write_whole (target, path, bytes, mode, error))
    return flush_folder (folder_fd, path, error);

  if (folder_fd >= 0)
    close (folder_fd);
  return FALSE;
}

/**
 * trh_file_save_new:
 * @path: a file name that nothing has yet; its folder exists
 * @bytes: the whole content
 * @error: return location for a #TrhFileError, never %TRH_FILE_ERROR_UNSURE
 *
 * trh_file_save() for what must be there for sure or not at all, as an urn whose codes are handed out: a file
 * that the disk does not confirm is removed again.
 *
 * Returns: %FALSE with @error set when there is no file
 */
gboolean
trh_file_save_new (const char *path, GBytes *bytes, GError **error)
{
  g_autoptr(GError) problem = NULL;
  g_autofree char *name = NULL;

  if (trh_file_save (path, bytes, &problem))
    return TRUE;
  if (!g_error_matches (problem, TRH_FILE_ERROR, TRH_FILE_ERROR_UNSURE))
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }

  g_unlink (path);
  name = g_filename_display_basename (path);
  g_set_error (error, TRH_FILE_ERROR, TRH_FILE_ERROR_FAILED,
               /* Translators: a file name */
               _("%s: the disk does not confirm what is written to it. Nothing was kept; take another one."), name);
  return FALSE;
}

/**
 * trh_file_flush_folder:
 * @path: of a file or a folder that has just got its name
 * @error: set to %TRH_FILE_ERROR_UNSURE
 *
 * Flushes the folder that @path is in. A worker's.
 *
 * Returns: %FALSE with @error set when a power cut could still take the name back
 */
gboolean
trh_file_flush_folder (const char *path, GError **error)
{
  return flush_folder (open_folder (path), path, error);
}

static void
tell_changed (GError **error, const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *shown = g_filename_display_name (name);

  g_set_error (error, TRH_FILE_ERROR, TRH_FILE_ERROR_CHANGED,
               /* Translators: a file name */
               _("%s was changed by another program. Nothing was overwritten."), shown);
}

/* Puts @fresh in the place of nothing. */
static gboolean
place_new (const char *fresh, const char *target, const char *path, GError **error)
{
  if (renameat2 (AT_FDCWD, fresh, AT_FDCWD, target, RENAME_NOREPLACE) == 0)
    return TRUE;
  if ((errno == EINVAL || errno == ENOSYS) && link (fresh, target) == 0)
    {
      unlink (fresh);
      return TRUE;
    }
  if (errno == EEXIST)
    tell_changed (error, path);
  else
    tell_failure (error, path, errno);
  unlink (fresh);
  return FALSE;
}

/* Swaps @fresh and the old file, looks at what came out, and puts it back when it is not what was
 * read: between a look and a rename another program could write, and its work would be gone. */
static gboolean
swap (const char *fresh, const char *target, const char *path, const char *expected, const char *keep, GError **error)
{
  g_autofree char *hash = NULL;

  if (renameat2 (AT_FDCWD, fresh, AT_FDCWD, target, RENAME_EXCHANGE) != 0)
    {
      /* file systems without exchange, as on a stick: the look before is all there is */
      if (errno == EINVAL || errno == ENOSYS)
        {
          if (keep != NULL)
            trh_file_keep (target, keep);
          if (rename (fresh, target) == 0)
            return TRUE;
        }
      tell_failure (error, path, errno);
      unlink (fresh);
      return FALSE;
    }

  hash = trh_file_hash_of (fresh, NULL);
  if (g_strcmp0 (hash, expected) != 0)
    {
      tell_changed (error, path);
      if (renameat2 (AT_FDCWD, fresh, AT_FDCWD, target, RENAME_EXCHANGE) == 0)
        unlink (fresh);
      return FALSE;
    }
  if (keep != NULL)
    trh_file_keep (fresh, keep);
  unlink (fresh);
  return TRUE;
}

/**
 * trh_file_save_over:
 * @path: a file name; its folder exists
 * @bytes: the whole new content
 * @expected: (nullable): SHA-256 of what the file must hold, as it was read or written last; "" when no
 *   file may be there; %NULL when whatever is there may go
 * @keep: (nullable): a name that the replaced file takes
 * @error: return location for a #TrhFileError
 *
 * trh_file_save() that overwrites nobody's work: when the file is not the expected one it stays, with
 * %TRH_FILE_ERROR_CHANGED. A file that is gone is written anew. The replaced version is kept when that
 * is possible: a full disk for versions must not keep a season from being saved.
 *
 * Returns: %FALSE with @error set when the old file was kept; with %TRH_FILE_ERROR_UNSURE the new one is there
 */
gboolean
trh_file_save_over (const char *path, GBytes *bytes, const char *expected, const char *keep, GError **error)
{
  g_autofree char *target = trh_file_resolve (path);
  g_autofree char *folder = g_path_get_dirname (target);
  g_autofree char *name = g_path_get_basename (target);
  g_autofree char *hidden = g_strdup_printf (".%s.new", name);
  g_autofree char *fresh = g_build_filename (folder, hidden, NULL);
  g_autofree char *hash = NULL;
  int mode, folder_fd;

  if (expected == NULL)
    return trh_file_save (path, bytes, error);
  if (!find_mode (target, path, &mode, error))
    return FALSE;
  hash = trh_file_hash_of (target, NULL);
  if (hash != NULL && !g_str_equal (hash, expected))
    {
      tell_changed (error, path);
      return FALSE;
    }
  if (!write_whole (fresh, path, bytes, mode, error))
    return FALSE;
  folder_fd = open_folder (target);
  if (hash == NULL ? place_new (fresh, target, path, error) : swap (fresh, target, path, expected, keep, error))
    return flush_folder (folder_fd, path, error);

  if (folder_fd >= 0)
    close (folder_fd);
  return FALSE;
}

/**
 * trh_file_keep:
 * @path: a file that is about to be replaced
 * @keep: another name for it; its folder exists
 *
 * Gives a file a second name, or copies it, with its time, where that cannot be, as from a stick.
 *
 * Returns: whether it is kept
 */
gboolean
trh_file_keep (const char *path, const char *keep)
{
  g_autoptr(GBytes) bytes = NULL;
  GStatBuf status;

  if (link (path, keep) == 0)
    return TRUE;
  bytes = trh_file_load (path, TRH_MAX_URN, NULL);
  if (bytes == NULL || !trh_file_save (keep, bytes, NULL))
    return FALSE;
  if (g_stat (path, &status) == 0)
    g_utime (keep, &(struct utimbuf) { status.st_atime, status.st_mtime }); /* it was written then, not now */
  return TRUE;
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

/**
 * trh_file_hash_of:
 * @path: a file name
 * @error: return location for a #TrhFileError
 *
 * Returns: (transfer full): the SHA-256 of a plain file, or %NULL with @error set
 */
char *
trh_file_hash_of (const char *path, GError **error)
{
  g_autoptr(GBytes) bytes = trh_file_load (path, TRH_MAX_URN, error);

  return bytes != NULL ? trh_file_hash (bytes) : NULL;
}

/**
 * trh_file_free_name:
 * @path: a file name
 * @words: what tells the other one apart, as in “Marie, 23 November”
 *
 * Returns: (transfer full): a name beside @path that nothing has yet, as in `season (Marie).transhumance`
 */
char *
trh_file_free_name (const char *path, const char *words)
{
  g_autofree char *plain = g_strdup (words);
  const char *dot = strrchr (path, '.');
  gsize stem = dot != NULL && strchr (dot, '/') == NULL ? (gsize) (dot - path) : strlen (path);

  g_strdelimit (plain, "/\\:", '-');
  for (guint i = 1;; i++)
    {
      g_autofree char *number = i > 1 ? g_strdup_printf (" %u", i) : g_strdup ("");
      char *name = g_strdup_printf ("%.*s (%s%s)%s", (int) stem, path, plain, number, path + stem);

      if (!g_file_test (name, G_FILE_TEST_EXISTS) && !g_file_test (name, G_FILE_TEST_IS_SYMLINK))
        return name;
      g_free (name);
    }
}
