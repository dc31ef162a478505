/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <gio/gio.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>

/*
 * bench-start MINIMAL OURS: how long from the start of a program to its first frame, beside the least that a program
 * with a map can be. Nothing in the programs helps: the middle of the screen changes colour when a window is painted
 * there. The screen is one of our own (tests/ui/headless.sh), black, without anything else on it.
 */

#define ROUNDS      7
#define MOST_RATIO  2.0
#define TIMEOUT_S   60

typedef struct {
  Display       *display;
  unsigned long  before;
  gint64         start_us;
  gint64         painted_us; /* 0 until then */
  GMainLoop     *loop;
} Watch;

static unsigned long
look (Display *display)
{
  int screen = DefaultScreen (display);
  XImage *image = XGetImage (display, RootWindow (display, screen), DisplayWidth (display, screen) / 2,
                             DisplayHeight (display, screen) / 2, 1, 1, AllPlanes, ZPixmap);
  unsigned long pixel = XGetPixel (image, 0, 0) & 0xffffff;

  XDestroyImage (image);
  return pixel;
}

static gboolean
on_tick (gpointer data)
{
  Watch *watch = data;
  gint64 now_us = g_get_monotonic_time ();

  if (look (watch->display) != watch->before)
    watch->painted_us = now_us;
  else if (now_us - watch->start_us < TIMEOUT_S * G_USEC_PER_SEC)
    return G_SOURCE_CONTINUE;
  g_main_loop_quit (watch->loop);
  return G_SOURCE_REMOVE;
}

static gboolean
on_tick_gone (gpointer data)
{
  Watch *watch = data;

  if (look (watch->display) != watch->before && g_get_monotonic_time () - watch->start_us < TIMEOUT_S * G_USEC_PER_SEC)
    return G_SOURCE_CONTINUE;
  g_main_loop_quit (watch->loop);
  return G_SOURCE_REMOVE;
}

static double
start (Display *display, const char *const *command)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr(GSubprocess) program = NULL;
  Watch watch = { .display = display, .before = look (display), .loop = loop, .start_us = g_get_monotonic_time () };

  program = g_subprocess_newv (command, G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error);
  if (program == NULL)
    g_error ("%s", error->message);
  g_timeout_add (1, on_tick, &watch);
  g_main_loop_run (loop);
  if (watch.painted_us == 0)
    g_error ("%s painted nothing in %d s", command[0], TIMEOUT_S);

  g_subprocess_send_signal (program, SIGTERM);
  g_subprocess_wait (program, NULL, NULL);
  g_timeout_add (5, on_tick_gone, &watch); /* the next one starts on a black screen */
  g_main_loop_run (loop);

  return (double) (watch.painted_us - watch.start_us) / 1000;
}

int
main (int argc, char **argv)
{
  Display *display = XOpenDisplay (NULL);
  const char *minimal[] = { argc == 3 ? argv[1] : NULL, NULL };
  const char *empty[] = { argc == 3 ? argv[2] : NULL, NULL };
  const char *sample[] = { argc == 3 ? argv[2] : NULL, "--sample", "--page", "territory", NULL };
  double minimal_ms = G_MAXDOUBLE, empty_ms = G_MAXDOUBLE, sample_ms = G_MAXDOUBLE;

  if (display == NULL || argc != 3)
    {
      fputs ("usage: bench-start MINIMAL OURS, with a display\n", stderr);
      return 2;
    }
  for (int i = 0; i < ROUNDS; i++)
    {
      minimal_ms = MIN (minimal_ms, start (display, minimal));
      empty_ms = MIN (empty_ms, start (display, empty));
      sample_ms = MIN (sample_ms, start (display, sample));
    }
  XCloseDisplay (display);

  printf ("start to first frame: minimal window with a map %.0f ms; start page %.0f ms, ratio %.2f; "
          "sample season on the map %.0f ms, ratio %.2f (at most %.1f)%s\n", minimal_ms, empty_ms, empty_ms / minimal_ms,
          sample_ms, sample_ms / minimal_ms, MOST_RATIO, sample_ms / minimal_ms <= MOST_RATIO ? "" : "  TOO SLOW");
  return sample_ms / minimal_ms <= MOST_RATIO ? EXIT_SUCCESS : EXIT_FAILURE;
}
