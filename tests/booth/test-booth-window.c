/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "booth/trh-booth-style.h"
#include "booth/trh-booth-window.h"
#include "fake-box.h"

#define LEAST_GAP_MM 2.5
#define ROUNDING_PX  0.6

typedef struct {
  TrhBallotPaper *paper;
  FakeBox        *box;
  TrhBoothWindow *window;
  TrhBooth       *booth;
  gint64          now_us;
} Hall;

static gint64
read_clock (gpointer data)
{
  return ((Hall *) data)->now_us;
}

static void
pass (Hall *hall, double seconds)
{
  hall->now_us += (gint64) (seconds * G_USEC_PER_SEC);
  trh_booth_tick (hall->booth, hall->now_us);
}

/* Until everything that was asked for is laid out and drawn. */
static void
settle (Hall *hall)
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

static Hall *
hall_new (guint n_candidates, guint max_choices)
{
  Hall *hall = g_new0 (Hall, 1);

  hall->paper = fake_paper_new (n_candidates);
  hall->paper->max_choices = max_choices;
  hall->box = fake_box_new ();
  hall->window = trh_booth_window_new (hall->paper, TRH_BALLOT_BOX (hall->box), "246810");
  hall->booth = trh_booth_window_get_booth (hall->window);
  hall->now_us = g_get_monotonic_time ();
  trh_booth_window_set_clock (hall->window, read_clock, hall);
  gtk_window_present (GTK_WINDOW (hall->window));
  while (!gtk_widget_get_mapped (GTK_WIDGET (hall->window)) || !covers_screen (hall))
    g_main_context_iteration (NULL, TRUE);
  settle (hall);
  return hall;
}

static void
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

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Hall, hall_free)

static void
collect (GtkWidget *widget, GPtrArray *targets)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (GTK_IS_BUTTON (widget) || GTK_IS_CHECK_BUTTON (widget))
    g_ptr_array_add (targets, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect (child, targets);
}

static double
gap_between (const graphene_rect_t *a, const graphene_rect_t *b)
{
  double x = MAX (b->origin.x - (a->origin.x + a->size.width), a->origin.x - (b->origin.x + b->size.width));
  double y = MAX (b->origin.y - (a->origin.y + a->size.height), a->origin.y - (b->origin.y + b->size.height));

  return MAX (x, y);
}

static GtkWidget *
find_scroller (GtkWidget *widget)
{
  return gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
}

/* K1: whatever can be touched is large enough, far enough from the next, and on the screen. */
static void
check_targets (Hall *hall, const char *where)
{
  g_autoptr(GPtrArray) targets = g_ptr_array_new ();
  double px = trh_booth_px_of (gtk_widget_get_display (GTK_WIDGET (hall->window)),
                               gtk_native_get_surface (GTK_NATIVE (hall->window)));
  double width = gtk_widget_get_width (GTK_WIDGET (hall->window));

  collect (GTK_WIDGET (hall->window), targets);
  g_assert_cmpuint (targets->len, >=, 8); /* at least the bar */
  for (guint i = 0; i < targets->len; i++)
    {
      graphene_rect_t a, b;

      g_assert_true (gtk_widget_compute_bounds (targets->pdata[i], GTK_WIDGET (hall->window), &a));
      if (a.size.height < TRH_BOOTH_TARGET_MM * px - ROUNDING_PX || a.size.width < TRH_BOOTH_TARGET_MM * px - ROUNDING_PX)
        g_error ("%s: target %u of %u is only %.1f × %.1f mm", where, i, targets->len, a.size.width / px,
                 a.size.height / px);
      if (a.origin.x < 0 || a.origin.x + a.size.width > width)
        g_error ("%s: target %u reaches beyond the screen", where, i);
      for (guint j = 0; j < i; j++)
        {
          g_assert_true (gtk_widget_compute_bounds (targets->pdata[j], GTK_WIDGET (hall->window), &b));
          if (find_scroller (targets->pdata[i]) == find_scroller (targets->pdata[j])
              && gap_between (&a, &b) < LEAST_GAP_MM * px - ROUNDING_PX)
            g_error ("%s: targets %u and %u are %.1f mm apart", where, j, i, gap_between (&a, &b) / px);
        }
    }
}

/* A4: what was just said has the focus. */
static void
check_focus (Hall *hall, const char *where)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (hall->window));

  if (focus == NULL || gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (focus)) != GTK_ACCESSIBLE_ROLE_HEADING)
    g_error ("%s: the focus is on %s", where, focus != NULL ? G_OBJECT_TYPE_NAME (focus) : "nothing");
}

static void
type (Hall *hall, const char *text)
{
  for (const char *c = text; *c != '\0'; c++)
    trh_booth_type (hall->booth, *c);
}

static void
look (Hall *hall, TrhBoothScreen expected, const char *what)
{
  g_autofree char *where =
    g_strdup_printf ("%s in %s, size %d, contrast %d", what, trh_booth_get_language (hall->booth),
                     trh_booth_get_size (hall->booth), trh_booth_get_contrast (hall->booth));

  settle (hall);
  g_test_message ("%s", where);
  g_assert_cmpint (trh_booth_view_get_screen (trh_booth_window_get_view (hall->window)), ==, expected);
  check_targets (hall, where);
  check_focus (hall, where);
}

static void
walk (Hall *hall, const char *language, TrhBoothSize size, TrhBoothContrast contrast)
{
  TrhBooth *booth = hall->booth;

  trh_booth_set_language (booth, language);
  trh_booth_set_size (booth, size);
  trh_booth_set_contrast (booth, contrast);
  look (hall, TRH_SCREEN_WELCOME, "welcome");
  trh_booth_go_on (booth);
  look (hall, TRH_SCREEN_CODE, "code");
  type (hall, "cacdefhj");
  trh_booth_go_on (booth);
  look (hall, TRH_SCREEN_CODE, "a wrong code");
  for (int i = 0; i < TRH_BOOTH_CODE_LENGTH; i++)
    trh_booth_erase_last (booth);
  type (hall, "ACDEFHJK");
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
  type (hall, "246810");
  look (hall, TRH_SCREEN_ORGANISER, "organiser");
  trh_booth_give_back (booth);
  look (hall, TRH_SCREEN_CHOICES, "choices again");
  trh_booth_go_on (booth);
  look (hall, TRH_SCREEN_REVIEW, "review");
  pass (hall, 120);
  look (hall, TRH_SCREEN_IDLE, "idle");
  pass (hall, 45);
  look (hall, TRH_SCREEN_ERASED, "erased");
  g_assert_cmpuint (hall->box->ballots->len, ==, 0);
  trh_booth_go_on (booth);

  trh_booth_set_language (booth, language);
  trh_booth_set_size (booth, size);
  trh_booth_set_contrast (booth, contrast);
  trh_booth_go_on (booth);
  type (hall, "ACDEFHJK");
  trh_booth_go_on (booth);
  trh_booth_go_on (booth);
  trh_booth_go_on (booth);
  look (hall, TRH_SCREEN_REVIEW, "blank");
  pass (hall, 1);
  trh_booth_cast (booth);
  settle (hall);
  look (hall, TRH_SCREEN_DONE, "done");
  pass (hall, 8);
  look (hall, TRH_SCREEN_WELCOME, "welcome again");
  g_hash_table_remove_all (hall->box->used);
  g_ptr_array_set_size (hall->box->ballots, 0);
}

static void
test_walk (void)
{
  static const char *const languages[] = { "fr", "en" };

  for (int size = TRH_BOOTH_SMALL; size <= TRH_BOOTH_HUGE; size++)
    {
      g_autoptr(Hall) hall = hall_new (12, 3);

      for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
        walk (hall, languages[i], size, (size + (int) i) % (TRH_BOOTH_SOFT + 1));
    }
}

/* Grades and ranks, from the first question to thanks. */
static void
walk_questions (Hall *hall, const char *language, TrhBoothSize size)
{
  TrhBooth *booth = hall->booth;
  bool graded = hall->paper->kind == TRH_BALLOT_PAPER_GRADES;

  trh_booth_set_language (booth, language);
  trh_booth_set_size (booth, size);
  trh_booth_go_on (booth);
  type (hall, "ACDEFHJK");
  trh_booth_go_on (booth);
  trh_booth_go_on (booth);
  look (hall, TRH_SCREEN_CHOICES, "the first question");
  for (guint i = 0; i < 3; i++)
    {
      guint candidate = trh_booth_get_candidate (booth, graded ? trh_booth_get_question (booth) : i * 2);

      if (graded)
        {
          trh_booth_set_grade (booth, candidate, i + 2);
          settle (hall);
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
  pass (hall, 1);
  trh_booth_cast (booth);
  settle (hall);
  look (hall, TRH_SCREEN_DONE, "done");
  pass (hall, 8);
  settle (hall);
  g_hash_table_remove_all (hall->box->used);
  g_ptr_array_set_size (hall->box->ballots, 0);
}

static void
test_questions (void)
{
  for (int kind = TRH_BALLOT_PAPER_GRADES; kind <= TRH_BALLOT_PAPER_RANKING; kind++)
    {
      g_autoptr(Hall) hall = hall_new (9, 0);

      hall->paper->kind = kind;
      for (int size = TRH_BOOTH_SMALL; size <= TRH_BOOTH_HUGE; size++)
        walk_questions (hall, size % 2 == 0 ? "fr" : "en", size);
    }
}

static GtkWidget *
find_deck (GtkWidget *widget)
{
  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), "TrhBoothDeck"))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *deck = find_deck (child);

      if (deck != NULL)
        return deck;
    }
  return NULL;
}

static char *
describe_cards (Hall *hall)
{
  GtkWidget *deck = find_deck (GTK_WIDGET (hall->window));
  GString *text = g_string_new (NULL);

  for (GtkWidget *card = gtk_widget_get_first_child (deck); card != NULL; card = gtk_widget_get_next_sibling (card))
    g_string_append_c (text, gtk_check_button_get_active (GTK_CHECK_BUTTON (card)) ? 'x' : '-');
  return g_string_free (text, FALSE);
}

/* K5, K7: what the cards show is what the booth knows; one too many is taken back from the card only. */
static void
test_cards (void)
{
  g_autoptr(Hall) hall = hall_new (5, 2);
  g_autofree char *two = NULL, *still_two = NULL, *in_english = NULL;
  GtkWidget *card;

  hall->paper->rotates = false;
  trh_booth_go_on (hall->booth);
  type (hall, "ACDEFHJK");
  trh_booth_go_on (hall->booth);
  trh_booth_go_on (hall->booth);
  settle (hall);
  trh_booth_toggle (hall->booth, 1);
  card = gtk_widget_get_last_child (find_deck (GTK_WIDGET (hall->window)));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (card), TRUE); /* what a touch does */
  g_assert_true (trh_booth_is_chosen (hall->booth, 4));
  two = describe_cards (hall);
  g_assert_cmpstr (two, ==, "-x--x");

  card = gtk_widget_get_first_child (find_deck (GTK_WIDGET (hall->window)));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (card), TRUE);
  still_two = describe_cards (hall);
  g_assert_cmpstr (still_two, ==, "-x--x");
  g_assert_cmpint (trh_booth_get_note (hall->booth), ==, TRH_BOOTH_NOTE_OVER);

  trh_booth_set_language (hall->booth, "en");
  trh_booth_set_size (hall->booth, TRH_BOOTH_HUGE);
  settle (hall);
  in_english = describe_cards (hall);
  g_assert_cmpstr (in_english, ==, "-x--x");
}

/* A note does not move the cards under a voter's finger. */
static void
test_note_moves_nothing (void)
{
  g_autoptr(Hall) hall = hall_new (6, 1);
  GtkWidget *card;
  graphene_rect_t before, after;

  if (gtk_widget_get_width (GTK_WIDGET (hall->window)) < 800)
    {
      g_test_skip ("on so small a screen the page scrolls to the note");
      return;
    }
  trh_booth_go_on (hall->booth);
  type (hall, "ACDEFHJK");
  trh_booth_go_on (hall->booth);
  trh_booth_go_on (hall->booth);
  settle (hall);
  card = gtk_widget_get_first_child (find_deck (GTK_WIDGET (hall->window)));
  g_assert_true (gtk_widget_compute_bounds (card, GTK_WIDGET (hall->window), &before));
  trh_booth_toggle (hall->booth, 0);
  trh_booth_toggle (hall->booth, 1);
  settle (hall);
  g_assert_cmpint (trh_booth_get_note (hall->booth), ==, TRH_BOOTH_NOTE_OVER);
  g_assert_true (gtk_widget_compute_bounds (card, GTK_WIDGET (hall->window), &after));
  g_assert_true (graphene_rect_equal (&before, &after));
}

static void
test_cannot_be_closed (void)
{
  g_autoptr(Hall) hall = hall_new (3, 0);
  guint n_left = 0;

  g_signal_connect_swapped (hall->window, "left", G_CALLBACK (g_atomic_int_inc), &n_left);
  gtk_window_close (GTK_WINDOW (hall->window));
  settle (hall);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (hall->window)));
  trh_booth_lock (hall->booth);
  type (hall, "246810");
  trh_booth_leave (hall->booth);
  g_assert_cmpuint (n_left, ==, 1);
}

static void
test_millimetres (void)
{
  static const struct { int width_px, width_mm; double dpi; } cases[] = {
    { 1366, 344, 100.9 }, { 1920, 344, 141.8 }, { 1024, 271, 96.0 },
    { 1920, 0, 96 },      { 1920, 16, 96 },     { 1280, 2000, 96 }, { 1920, -1, 96 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double dpi = trh_booth_px_per_mm (cases[i].width_px, cases[i].width_mm) * 25.4;

      g_assert_cmpfloat_with_epsilon (dpi, cases[i].dpi, 0.1);
    }
}

int
main (int argc, char *argv[])
{
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP no display\n");
      return 77;
    }
  adw_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/booth-window/walk", test_walk);
  g_test_add_func ("/booth-window/questions", test_questions);
  g_test_add_func ("/booth-window/cards", test_cards);
  g_test_add_func ("/booth-window/note-moves-nothing", test_note_moves_nothing);
  g_test_add_func ("/booth-window/cannot-be-closed", test_cannot_be_closed);
  g_test_add_func ("/booth-window/millimetres", test_millimetres);
  return g_test_run ();
}
