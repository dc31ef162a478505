/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "booth-hall.h"

static gint64
read_clock (gpointer data)
{
  return ((Hall *) data)->now_us;
}

void
hall_pass (Hall *hall, double seconds)
{
  hall->now_us += (gint64) (seconds * G_USEC_PER_SEC);
  trh_booth_tick (hall->booth, hall->now_us);
}

/* Until everything that was asked for is laid out and drawn. */
void
hall_settle (Hall *hall)
{
  GdkFrameClock *frames = gtk_widget_get_frame_clock (GTK_WIDGET (hall->window));

  for (int i = 0; i < 3; i++)
    {
      gint64 seen = gdk_frame_clock_get_frame_counter (frames);

      gtk_widget_queue_draw (GTK_WIDGET (hall->window));
      while (gdk_frame_clock_get_frame_counter (frames) == seen)
        g_main_context_iteration (NULL, TRUE);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
}

static bool
covers_screen (Hall *hall)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (hall->window));
  GdkRectangle area;

  gdk_monitor_get_geometry (gdk_display_get_monitor_at_surface (gdk_surface_get_display (surface), surface), &area);
  return gtk_widget_get_width (GTK_WIDGET (hall->window)) == area.width
         && gtk_widget_get_height (GTK_WIDGET (hall->window)) == area.height;
}

/* A hall whose booth is on the screen; @visit is called at each screen of a walk. */
Hall *
hall_new (guint n_candidates, guint max_choices, HallVisitor visit)
{
  Hall *hall = g_new0 (Hall, 1);

  hall->paper = fake_paper_new (n_candidates);
  hall->paper->max_choices = max_choices;
  hall->visit = visit;
  hall->box = fake_box_new ();
  hall->window = trh_booth_window_new (hall->paper, TRH_BALLOT_BOX (hall->box), "246810");
  hall->booth = trh_booth_window_get_booth (hall->window);
  hall->now_us = g_get_monotonic_time ();
  trh_booth_window_set_clock (hall->window, read_clock, hall);
  gtk_window_present (GTK_WINDOW (hall->window));
  while (!gtk_widget_get_mapped (GTK_WIDGET (hall->window)) || !covers_screen (hall))
    g_main_context_iteration (NULL, TRUE);
  hall_settle (hall);
  return hall;
}

void
hall_free (Hall *hall)
{
  TrhBooth *booth = g_object_ref (hall->booth);

  gtk_window_destroy (GTK_WINDOW (hall->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (booth); /* nobody else holds it: no cycle */
  g_assert_finalize_object (hall->box);
  trh_ballot_paper_unref (hall->paper);
  g_free (hall);
}

void
hall_type (Hall *hall, const char *text)
{
  for (const char *c = text; *c != '\0'; c++)
    trh_booth_type (hall->booth, *c);
}

static void
collect (GtkWidget *widget, gboolean (*is_wanted) (GtkWidget *), GPtrArray *found)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (is_wanted (widget))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect (child, is_wanted, found);
}

/* (transfer container): the widgets on the screen that are wanted, as they follow each other. */
GPtrArray *
hall_find (Hall *hall, gboolean (*is_wanted) (GtkWidget *widget))
{
  GPtrArray *found = g_ptr_array_new ();

  collect (GTK_WIDGET (hall->window), is_wanted, found);
  return found;
}

/* What can be touched. */
gboolean
hall_is_target (GtkWidget *widget)
{
  return GTK_IS_BUTTON (widget) || GTK_IS_CHECK_BUTTON (widget);
}

static void
look (Hall *hall, TrhBoothScreen expected, const char *what)
{
  g_autofree char *where =
    g_strdup_printf ("%s in %s, size %d, contrast %d", what, trh_booth_get_language (hall->booth),
                     trh_booth_get_size (hall->booth), trh_booth_get_contrast (hall->booth));

  hall_settle (hall);
  g_test_message ("%s", where);
  g_assert_cmpint (trh_booth_view_get_screen (trh_booth_window_get_view (hall->window)), ==, expected);
  hall->visit (hall, where);
}

static void
set_display (TrhBooth *booth, const char *language, TrhBoothSize size, TrhBoothContrast contrast)
{
  trh_booth_set_language (booth, language);
  trh_booth_set_size (booth, size);
  trh_booth_set_contrast (booth, contrast);
}

/* The same hall for the next walk. */
static void
forget (Hall *hall)
{
  hall_pass (hall, 8);
  look (hall, TRH_SCREEN_WELCOME, "welcome again");
  g_hash_table_remove_all (hall->box->used);
  g_ptr_array_set_size (hall->box->ballots, 0);
}

/* Every screen of an approval ballot. */
void
hall_walk (Hall *hall, const char *language, TrhBoothSize size, TrhBoothContrast contrast)
{
  TrhBooth *booth = hall->booth;

  set_display (booth, language, size, contrast);
  look (hall, TRH_SCREEN_WELCOME, "welcome");
  trh_booth_go_on (booth);
  look (hall, TRH_SCREEN_CODE, "code");
  hall_type (hall, "cacdefhj");
  trh_booth_go_on (booth);
  look (hall, TRH_SCREEN_CODE, "a wrong code");
  for (int i = 0; i < TRH_BOOTH_CODE_LENGTH; i++)
    trh_booth_erase_last (booth);
  hall_type (hall, "ACDEFHJK");
  trh_booth_go_on (booth);
  look (hall, TRH_SCREEN_HOW, "how");
  trh_booth_go_on (booth);
  look (hall, TRH_SCREEN_CHOICES, "choices");
  for (guint i = 0; i < 4; i++)
    trh_booth_toggle (booth, i);
  g_assert_cmpint (trh_booth_get_note (booth), ==, TRH_BOOTH_NOTE_OVER);
  look (hall, TRH_SCREEN_CHOICES, "one too many");
  trh_booth_lock (booth);
  look (hall, TRH_SCREEN_PIN, "curtain");
  hall_type (hall, "246810");
  look (hall, TRH_SCREEN_ORGANISER, "organiser");
  trh_booth_give_back (booth);
  look (hall, TRH_SCREEN_CHOICES, "choices again");
  trh_booth_go_on (booth);
  look (hall, TRH_SCREEN_REVIEW, "review");
  hall_pass (hall, 120);
  look (hall, TRH_SCREEN_IDLE, "idle");
  hall_pass (hall, 45);
  look (hall, TRH_SCREEN_ERASED, "erased");
  g_assert_cmpuint (hall->box->ballots->len, ==, 0);
  trh_booth_go_on (booth);

  set_display (booth, language, size, contrast);
  trh_booth_go_on (booth);
  hall_type (hall, "ACDEFHJK");
  trh_booth_go_on (booth);
  trh_booth_go_on (booth);
  trh_booth_go_on (booth);
  look (hall, TRH_SCREEN_REVIEW, "blank");
  hall_pass (hall, 1);
  trh_booth_cast (booth);
  hall_settle (hall);
  look (hall, TRH_SCREEN_DONE, "done");
  forget (hall);
}

/* Grades and ranks, from the first question to thanks. */
void
hall_walk_questions (Hall *hall, const char *language, TrhBoothSize size, TrhBoothContrast contrast)
{
  TrhBooth *booth = hall->booth;
  bool graded = hall->paper->kind == TRH_BALLOT_PAPER_GRADES;

  set_display (booth, language, size, contrast);
  trh_booth_go_on (booth);
  hall_type (hall, "ACDEFHJK");
  trh_booth_go_on (booth);
  trh_booth_go_on (booth);
  look (hall, TRH_SCREEN_CHOICES, "the first question");
  for (guint i = 0; i < 3; i++)
    {
      guint candidate = trh_booth_get_candidate (booth, graded ? trh_booth_get_question (booth) : i * 2);

      if (graded)
        {
          trh_booth_set_grade (booth, candidate, i + 2);
          hall_settle (hall);
          trh_booth_show_question (booth, trh_booth_get_question (booth) + 1);
        }
      else
        trh_booth_rank (booth, candidate);
      look (hall, TRH_SCREEN_CHOICES, "a question");
    }
  trh_booth_go_back (booth);
  look (hall, TRH_SCREEN_CHOICES, "an answered question");
  trh_booth_go_on (booth);
  look (hall, TRH_SCREEN_REVIEW, "review of questions");
  hall_pass (hall, 1);
  trh_booth_cast (booth);
  hall_settle (hall);
  look (hall, TRH_SCREEN_DONE, "done");
  forget (hall);
}
