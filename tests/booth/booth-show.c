/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <glib-unix.h>

#include "booth/trh-booth-window.h"
#include "fake-box.h"
#include "widgets/trh-press-guard.h"

/* Opens the booth alone, over a ballot box in memory: to look at its screens, and for the tests
 * that drive it with a mouse and a keyboard. The organisers' PIN is 246810. */

static int n_candidates = 6, min_choices = 0, max_choices = 0;
static gboolean rehearsal = FALSE, fixed = FALSE, grades = FALSE, ranking = FALSE, shut = FALSE;
static const GOptionEntry options[] = {
  { "candidates", 'n', 0, G_OPTION_ARG_INT, &n_candidates, "Candidates, 12 at most", "N" },
  { "min", 0, 0, G_OPTION_ARG_INT, &min_choices, "Least choices", "N" },
  { "max", 0, 0, G_OPTION_ARG_INT, &max_choices, "Most choices", "N" },
  { "rehearsal", 0, 0, G_OPTION_ARG_NONE, &rehearsal, "Stamp every screen", NULL },
  { "grades", 0, 0, G_OPTION_ARG_NONE, &grades, "Grades instead of approval", NULL },
  { "ranking", 0, 0, G_OPTION_ARG_NONE, &ranking, "Ranks instead of approval", NULL },
  { "fixed", 0, 0, G_OPTION_ARG_NONE, &fixed, "No rotation", NULL },
  { "shut", 0, 0, G_OPTION_ARG_NONE, &shut, "Behind its door until the desktop gives up its keys", NULL },
  { NULL },
};

/* The booth's clock: a real one, and a minute more for each SIGUSR1, so that a test need not wait. */
static gint64 skipped_us = 0;

static gint64
read_clock (gpointer data)
{
  return g_get_monotonic_time () + skipped_us;
}

static gboolean
on_minute_passed (gpointer data)
{
  skipped_us += 60 * G_USEC_PER_SEC;
  g_print ("minute\n");
  return G_SOURCE_CONTINUE;
}

static void
on_left (TrhBoothWindow *window, GMainLoop *loop)
{
  g_main_loop_quit (loop);
}

/* What is in the box, a line for each new ballot: the tests read it. */
static void
on_changed (TrhBooth *booth, FakeBox *box)
{
  static guint told = 0;

  for (; told < box->ballots->len; told++)
    g_print ("ballot %s\n", (char *) box->ballots->pdata[told]);
}

int
main (int argc, char *argv[])
{
  g_autoptr(GOptionContext) context = g_option_context_new (NULL);
  g_autoptr(GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr(TrhBallotPaper) paper = NULL;
  g_autoptr(FakeBox) box = fake_box_new ();
  g_autoptr(GError) error = NULL;
  TrhBoothWindow *window;

  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    g_error ("%s", error->message);

  setbuf (stdout, NULL);
  adw_init ();
  trh_press_guard_start ();
  paper = fake_paper_new ((guint) n_candidates);
  paper->min_choices = (guint) min_choices;
  paper->max_choices = (guint) max_choices;
  paper->rehearsal = rehearsal;
  paper->rotates = !fixed;
  paper->kind = grades ? TRH_BALLOT_PAPER_GRADES : ranking ? TRH_BALLOT_PAPER_RANKING : TRH_BALLOT_PAPER_APPROVAL;
  window = trh_booth_window_new (paper, TRH_BALLOT_BOX (box), "246810");
  if (shut)
    trh_booth_window_shut (window);
  trh_booth_window_set_clock (window, read_clock, NULL);
  g_unix_signal_add (SIGUSR1, on_minute_passed, NULL);
  g_signal_connect (window, "left", G_CALLBACK (on_left), loop);
  g_signal_connect_object (trh_booth_window_get_booth (window), "changed", G_CALLBACK (on_changed), box, 0);
  gtk_window_present (GTK_WINDOW (window));
  g_main_loop_run (loop);
  gtk_window_destroy (GTK_WINDOW (window));
  return 0;
}
