/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/trh-passphrase.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "core/voting/trh-seal.h"

#define MAX_BYTES 1024

/**
 * trh_passphrase_read:
 * @fd: an open file descriptor
 * @error: return location for a #GIOErrorEnum
 *
 * Reads one line, byte by byte: what follows belongs to whoever reads next.
 *
 * Returns: (transfer full): the line without its end, or %NULL with @error set
 */
char *
trh_passphrase_read (int fd, GError **error)
{
  char *text = g_malloc0 (MAX_BYTES + 1); /* never moved: no copy is left behind */
  gssize n = 1;
  int cause = 0;

  for (gsize length = 0; length < MAX_BYTES; length += (gsize) n)
    {
      do
        n = read (fd, text + length, 1);
      while (n < 0 && errno == EINTR);
      cause = n < 0 ? errno : 0;
      if (n <= 0 || text[length] == '\n')
        {
          text[length] = '\0';
          break;
        }
    }
  if (cause == 0 && g_utf8_validate (text, -1, NULL))
    return text;
  trh_passphrase_free (text);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The passphrase cannot be read: %s"),
               cause != 0 ? g_strerror (cause) : _("this is not text in UTF-8"));
  return NULL;
}

/**
 * trh_passphrase_ask:
 * @prompt: what is asked for
 * @error: return location for a #GIOErrorEnum
 *
 * Asks on the terminal, not on standard input, and shows nothing of what is typed.
 *
 * Returns: (transfer full): the line, or %NULL with @error set when there is no terminal
 */
char *
trh_passphrase_ask (const char *prompt, GError **error)
{
  int fd = open ("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
  struct termios before, quiet;
  char *text;

  if (fd < 0 || tcgetattr (fd, &before) != 0)
    {
      if (fd >= 0)
        close (fd);
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                           _("There is no terminal to ask for the passphrases: give them with --passphrase-fd."));
      return NULL;
    }
  quiet = before;
  quiet.c_lflag &= ~(tcflag_t) (ECHO | ECHONL);
  tcsetattr (fd, TCSAFLUSH, &quiet);
  dprintf (fd, "%s ", prompt);
  text = trh_passphrase_read (fd, error);
  tcsetattr (fd, TCSAFLUSH, &before);
  dprintf (fd, "\n");
  close (fd);
  return text;
}
