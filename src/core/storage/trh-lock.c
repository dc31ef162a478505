/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/storage/trh-lock.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/base/trh-file.h"

#define MAX_TRIES  8
#define MAX_HOLDER 200 /* bytes of a lock file that are shown */

struct _TrhLock
{
  char *path; /* of the lock file */
  int   fd;
};

static char *
find_lock_path (const char *path)
{
  g_autofree char *target = trh_file_resolve (path);
  g_autofree char *folder = g_path_get_dirname (target);
  g_autofree char *name = g_path_get_basename (target);
  g_autofree char *hidden = g_strdup_printf (".%s.lock", name);

  return g_build_filename (folder, hidden, NULL);
}

/* Who has it, as “Marie on studio”, for a message; nothing depends on it. */
static char *
read_holder (int fd)
{
  char text[MAX_HOLDER + 1];
  gssize n = pread (fd, text, MAX_HOLDER, 0);
  char *name;

  if (n <= 0)
    return g_strdup (_("another window"));
  text[n] = '\0';
  name = g_utf8_make_valid (g_strchomp (text), -1);
  for (char *c = name; *c != '\0'; c++)
    if (g_ascii_iscntrl (*c))
      *c = ' ';
  return name;
}

static void
write_holder (int fd)
{
  /* Translators: a person's name, the name of their computer */
  g_autofree char *text = g_strdup_printf (_("%1$s on %2$s"), g_get_real_name (), g_get_host_name ());
  gsize length = MIN (strlen (text), MAX_HOLDER);

  /* for a message only: what cannot be written is not missed */
  if (ftruncate (fd, 0) != 0 || pwrite (fd, text, length, 0) < 0)
    return;
}

/* The lock file may have been removed between opening and locking: then the lock is on nothing. */
static gboolean
is_still_there (int fd, const char *lock_path)
{
  struct stat ours, there;

  return fstat (fd, &ours) == 0 && stat (lock_path, &there) == 0 && ours.st_ino == there.st_ino && ours.st_dev == there.st_dev;
}

/**
 * trh_lock_take:
 * @path: a file of ours, there or not
 * @holder: (out) (nullable) (transfer full): who has it, when somebody has
 *
 * Takes the file `.NAME.lock` beside it with flock(): it goes with the process, however it ends. Where no lock file
 * can be made the season cannot be saved either, and where the file system knows no locks there is nothing to ask.
 *
 * Returns: (transfer full) (nullable): the lock; %NULL with @holder set when another has it; %NULL and no holder when
 *   there can be no lock here
 */
TrhLock *
trh_lock_take (const char *path, char **holder)
{
  g_autofree char *lock_path = find_lock_path (path);

  *holder = NULL;
  for (guint i = 0; i < MAX_TRIES; i++)
    {
      int fd = open (lock_path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0644);
      TrhLock *lock;

      if (fd < 0)
        return NULL;
      if (flock (fd, LOCK_EX | LOCK_NB) != 0)
        {
          if (errno == EWOULDBLOCK)
            *holder = read_holder (fd);
          close (fd);
          return NULL;
        }
      if (!is_still_there (fd, lock_path))
        {
          close (fd);
          continue;
        }
      write_holder (fd);
      lock = g_new0 (TrhLock, 1);
      lock->path = g_steal_pointer (&lock_path);
      lock->fd = fd;
      return lock;
    }

  return NULL;
}

/* Lets others write the file; one who took the lock over keeps it. */
void
trh_lock_release (TrhLock *lock)
{
  if (is_still_there (lock->fd, lock->path))
    unlink (lock->path);
  close (lock->fd);
  g_free (lock->path);
  g_free (lock);
}
