/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "failing-folder.h"

#include <errno.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static int failing;

void
failing_folder_set (gboolean fails)
{
  g_atomic_int_set (&failing, fails);
}

/* In the place of the C library's, for GLib as well. */
int
fsync (int fd)
{
  struct stat info;

  if (g_atomic_int_get (&failing) && fstat (fd, &info) == 0 && S_ISDIR (info.st_mode))
    {
      errno = EIO;
      return -1;
    }
  return (int) syscall (SYS_fsync, fd);
}
