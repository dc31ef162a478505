/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/base/trh-process.h"

#include <fcntl.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

/* core(5): no mapping at all goes into a core; what catches cores through a pipe gets one whatever the limit is. */
#define FILTER "/proc/self/coredump_filter"
#define NOTHING "0"

static gboolean
filter_all (void)
{
  int fd = open (FILTER, O_WRONLY | O_CLOEXEC);
  gboolean done = fd >= 0 && write (fd, NOTHING, strlen (NOTHING)) == (gssize) strlen (NOTHING);

  if (fd >= 0)
    close (fd);
  return done;
}

/**
 * trh_process_leave_no_core:
 *
 * A crash must not leave the memory of the program in a file: there may be codes, choices and passphrases in it
 * (voting.md P2). Call it before anything else; children inherit it.
 *
 * Returns: whether the system agreed; without `/proc` the limit alone holds
 */
gboolean
trh_process_leave_no_core (void)
{
  const struct rlimit none = { 0, 0 };
  gboolean limited = setrlimit (RLIMIT_CORE, &none) == 0;

  return filter_all () && limited;
}
