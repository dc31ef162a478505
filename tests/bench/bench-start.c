/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <gio/gio.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/*
 * bench-start MINIMAL OURS LARGE: how long from the start of a program to its first frame, beside the least that a
 * program with a map can be, and how much memory that took; once more with the large project. Nothing in the programs
 * helps: the middle of the screen changes colour when a window is painted there. The screen is one of our own
 * (tests/ui/headless.sh), black, without anything else on it.
 */

#define ROUNDS      7
#define MOST_RATIO  2.0
#define TIMEOUT_S   60

typedef struct {
  double start_ms; /* to the first frame */
  double peak_mb;  /* until then */
} Figures;

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

/* The most memory a process ever had, in MB. */
static double
peak_mb (const char *pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%s/status", pid);
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents (path, &status, NULL, NULL))
    return 0;
  line = strstr (status, "VmHWM:");
  return line != NULL ? g_ascii_strtod (line + strlen ("VmHWM:"), NULL) / 1024 : 0;
}

/* Starts a program and ends it; the shorter time and the larger memory of all rounds are kept. */
static void
start (Display *display, const char *const *command, Figures *figures)
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

  figures->start_ms = MIN (figures->start_ms, (double) (watch.painted_us - watch.start_us) / 1000);
  figures->peak_mb = MAX (figures->peak_mb, peak_mb (g_subprocess_get_identifier (program)));

  g_subprocess_send_signal (program, SIGTERM);
  g_subprocess_wait (program, NULL, NULL);
  g_timeout_add (5, on_tick_gone, &watch); /* the next one starts on a black screen */
  g_main_loop_run (loop);
}

int
main (int argc, char **argv)
{
  Display *display = XOpenDisplay (NULL);
  double ratio;

  if (display == NULL || argc != 4)
    {
      fputs ("usage: bench-start MINIMAL OURS LARGE, with a display\n", stderr);
      return 2;
    }

  const struct { const char *what; const char *command[5]; } starts[] = {
    { "almost empty window with a map", { argv[1] } },
    { "start page", { argv[2] } },
    { "sample season", { argv[2], "--sample", "--page", "territory" } },
    { "large project", { argv[2], "--page", "territory", argv[3] } },
  };
  Figures figures[G_N_ELEMENTS (starts)];

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    figures[i] = (Figures) { .start_ms = G_MAXDOUBLE };
  for (int round = 0; round < ROUNDS; round++)
    for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
      start (display, starts[i].command, &figures[i]);
  XCloseDisplay (display);

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    printf ("%-31s %5.0f ms, %4.0f MB\n", starts[i].what, figures[i].start_ms, figures[i].peak_mb);
  ratio = figures[2].start_ms / figures[0].start_ms;
  printf ("start of the sample season to start of the almost empty window: %.2f (at most %.1f)%s\n", ratio, MOST_RATIO,
          ratio <= MOST_RATIO ? "" : "  TOO SLOW");
  return ratio <= MOST_RATIO ? EXIT_SUCCESS : EXIT_FAILURE;
}
