/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/trh-passphrase.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "core/voting/trh-seal.h"

#define MAX_BYTES 1024

/* What would leave a terminal that shows nothing of what is typed, or, on return, one that shows it. */
static const int signals[] = { SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGCONT };

static volatile sig_atomic_t caught; /* 0, or the last of them */

static void
on_signal (int number)
{
  caught = number;
}

/* Reads one line; @mask: (nullable): the signals to wait with, which then end the wait. NULL without an error when one came. */
static char *
read_line (int fd, const sigset_t *mask, GError **error)
{
  char *text = g_malloc0 (MAX_BYTES + 1); /* never moved: no copy is left behind */
  gssize n = 1;
  int cause = 0;

  for (gsize length = 0; length < MAX_BYTES; length += (gsize) n)
    {
      struct pollfd ready = { .fd = fd, .events = POLLIN };

      do
        n = mask != NULL && ppoll (&ready, 1, NULL, mask) < 0 ? -1 : read (fd, text + length, 1);
      while (n < 0 && errno == EINTR && caught == 0);
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
  if (caught == 0)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The passphrase cannot be read: %s"),
                 cause != 0 ? g_strerror (cause) : _("this is not text in UTF-8"));
  return NULL;
}

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
  return read_line (fd, NULL, error);
}

/* Asks once, with the signals held back but while waiting: a terminal that is quiet is always made loud again. */
static char *
ask_once (int fd, const struct termios *loud, const char *prompt, GError **error)
{
  struct sigaction before[G_N_ELEMENTS (signals)];
  struct sigaction action = { .sa_handler = on_signal };
  struct termios quiet = *loud;
  sigset_t held, mask;
  char *text;

  sigemptyset (&held);
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    sigaddset (&held, signals[i]);
  sigprocmask (SIG_BLOCK, &held, &mask);
  caught = 0;
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    {
      sigaction (signals[i], NULL, &before[i]);
      if (before[i].sa_handler != SIG_IGN)
        sigaction (signals[i], &action, NULL);
    }

  quiet.c_lflag &= ~(tcflag_t) (ECHO | ECHONL);
  tcsetattr (fd, TCSAFLUSH, &quiet);
  dprintf (fd, "%s ", prompt);
  text = read_line (fd, &mask, error);
  tcsetattr (fd, TCSAFLUSH, loud);
  dprintf (fd, "\n");

  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    sigaction (signals[i], &before[i], NULL);
  sigprocmask (SIG_SETMASK, &mask, NULL);
  return text;
}

/**
 * trh_passphrase_ask:
 * @prompt: what is asked for
 * @error: return location for a #GIOErrorEnum
 *
 * Asks on the terminal, not on standard input, and shows nothing of what is typed. A signal that ends or stops the
 * program finds the terminal as it was; when the program goes on, it asks again.
 *
 * Returns: (transfer full): the line, or %NULL with @error set when there is no terminal
 */
char *
trh_passphrase_ask (const char *prompt, GError **error)
{
  int fd = open ("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
  struct termios loud;
  char *text = NULL;

  if (fd < 0 || tcgetattr (fd, &loud) != 0)
    {
      if (fd >= 0)
        close (fd);
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                           _("There is no terminal to ask for the passphrases: give them with --passphrase-fd."));
      return NULL;
    }
  do
    {
      text = ask_once (fd, &loud, prompt, error);
      if (caught != 0)
        {
          g_clear_pointer (&text, trh_passphrase_free);
          raise (caught); /* as it would have been; what follows happens when the program goes on */
        }
    }
  while (caught != 0);
  close (fd);
  return text;
}
