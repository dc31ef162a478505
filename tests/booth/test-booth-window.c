/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "booth-hall.h"

#ifdef HAVE_X11
#include <X11/Xlib.h>
#include <gdk/x11/gdkx.h>
#endif

#include "booth/trh-booth-card.h"
#include "booth/trh-booth-style.h"

#define LEAST_TARGET_MM 12.7 /* ux.md, K1 */
#define LEAST_GAP_MM    2.5
#define ROUNDING_PX     0.6

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
  g_autoptr(GPtrArray) targets = hall_find (hall, hall_is_target);
  double px = trh_booth_px_of (gtk_widget_get_display (GTK_WIDGET (hall->window)),
                               gtk_native_get_surface (GTK_NATIVE (hall->window)));
  double width = gtk_widget_get_width (GTK_WIDGET (hall->window));

  g_assert_cmpuint (targets->len, >=, 8); /* at least the bar */
  for (guint i = 0; i < targets->len; i++)
    {
      graphene_rect_t a, b;

      g_assert_true (gtk_widget_compute_bounds (targets->pdata[i], GTK_WIDGET (hall->window), &a));
      if (a.size.height < LEAST_TARGET_MM * px - ROUNDING_PX || a.size.width < LEAST_TARGET_MM * px - ROUNDING_PX)
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
check (Hall *hall, const char *where)
{
  check_targets (hall, where);
  check_focus (hall, where);
}

static void
test_walk (void)
{
  static const char *const languages[] = { "fr", "en" };

  for (int size = TRH_BOOTH_SMALL; size <= TRH_BOOTH_HUGE; size++)
    {
      g_autoptr(Hall) hall = hall_new (12, 3, check);

      for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
        hall_walk (hall, languages[i], size, (size + (int) i) % (TRH_BOOTH_SOFT + 1));
    }
}

static void
test_questions (void)
{
  for (int kind = TRH_BALLOT_PAPER_GRADES; kind <= TRH_BALLOT_PAPER_RANKING; kind++)
    {
      g_autoptr(Hall) hall = hall_new (9, 0, check);

      hall->paper->kind = kind;
      for (int size = TRH_BOOTH_SMALL; size <= TRH_BOOTH_HUGE; size++)
        hall_walk_questions (hall, size % 2 == 0 ? "fr" : "en", size, TRH_BOOTH_STANDARD);
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
  g_autoptr(Hall) hall = hall_new (5, 2, NULL);
  g_autofree char *two = NULL, *still_two = NULL, *in_english = NULL;
  GtkWidget *card;

  hall->paper->rotates = false;
  trh_booth_go_on (hall->booth);
  hall_type (hall, "ACDEFHJK");
  trh_booth_go_on (hall->booth);
  trh_booth_go_on (hall->booth);
  hall_settle (hall);
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
  hall_settle (hall);
  in_english = describe_cards (hall);
  g_assert_cmpstr (in_english, ==, "-x--x");
}

/* A note does not move the cards under a voter's finger. */
static void
test_note_moves_nothing (void)
{
  g_autoptr(Hall) hall = hall_new (6, 1, NULL);
  GtkWidget *card;
  graphene_rect_t before, after;

  if (gtk_widget_get_width (GTK_WIDGET (hall->window)) < 800)
    {
      g_test_skip ("on so small a screen the page scrolls to the note");
      return;
    }
  trh_booth_go_on (hall->booth);
  hall_type (hall, "ACDEFHJK");
  trh_booth_go_on (hall->booth);
  trh_booth_go_on (hall->booth);
  hall_settle (hall);
  card = gtk_widget_get_first_child (find_deck (GTK_WIDGET (hall->window)));
  g_assert_true (gtk_widget_compute_bounds (card, GTK_WIDGET (hall->window), &before));
  trh_booth_toggle (hall->booth, 0);
  trh_booth_toggle (hall->booth, 1);
  hall_settle (hall);
  g_assert_cmpint (trh_booth_get_note (hall->booth), ==, TRH_BOOTH_NOTE_OVER);
  g_assert_true (gtk_widget_compute_bounds (card, GTK_WIDGET (hall->window), &after));
  g_assert_true (graphene_rect_equal (&before, &after));
}

static void
test_cannot_be_closed (void)
{
  g_autoptr(Hall) hall = hall_new (3, 0, NULL);
  guint n_left = 0;

  g_signal_connect_swapped (hall->window, "left", G_CALLBACK (g_atomic_int_inc), &n_left);
  gtk_window_close (GTK_WINDOW (hall->window));
  hall_settle (hall);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (hall->window)));
  trh_booth_lock (hall->booth);
  hall_type (hall, "246810");
  trh_booth_leave (hall->booth);
  g_assert_cmpuint (n_left, ==, 1);
}

#ifdef HAVE_X11
/* Another program that has the keyboard for itself, as a desktop that gives up nothing. */
static Display *
take_keyboard (void)
{
  Display *other = XOpenDisplay (NULL);
  int status;

  g_assert_nonnull (other);
  do /* the last test's booth may still be letting go of it */
    status = XGrabKeyboard (other, DefaultRootWindow (other), False, GrabModeAsync, GrabModeAsync, CurrentTime);
  while (status == AlreadyGrabbed);
  g_assert_cmpint (status, ==, GrabSuccess);
  return other;
}

static gboolean
is_button (GtkWidget *widget, const char *words)
{
  GtkWidget *child = GTK_IS_BUTTON (widget) ? gtk_button_get_child (GTK_BUTTON (widget)) : NULL;

  return GTK_IS_LABEL (child) && gtk_widget_get_mapped (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (child)), words);
}

static GtkWidget *
find_button (GtkWidget *widget, const char *words)
{
  GtkWidget *found = is_button (widget, words) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_button (child, words);
  return found;
}

static TrhBoothWindow *
show_shut (FakeBox *box)
{
  g_autoptr(TrhBallotPaper) paper = fake_paper_new (3);
  TrhBoothWindow *window = trh_booth_window_new (paper, TRH_BALLOT_BOX (box), "246810");

  trh_booth_window_shut (window);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static GtkWidget *
wait_for_button (TrhBoothWindow *window, const char *words)
{
  GtkWidget *button;

  while ((button = find_button (GTK_WIDGET (window), words)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  return button;
}

/* K12: the desktop grants its keys late; the booth is shut until then, and opens by itself. */
static void
test_door_granted (void)
{
  g_autoptr(FakeBox) box = fake_box_new ();
  Display *other = take_keyboard ();
  TrhBoothWindow *window = show_shut (box);

  wait_for_button (window, "Open the booth all the same");
  g_assert_true (trh_booth_window_is_shut (window));
  g_assert_false (trh_booth_window_is_alone (window));
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (trh_booth_window_get_view (window))));
  XCloseDisplay (other);
  while (trh_booth_window_is_shut (window))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (trh_booth_window_is_alone (window));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (trh_booth_window_get_view (window))));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* K12: the desktop refuses: an organiser is told, and opens the booth knowingly, or goes back. */
static void
test_door_refused (void)
{
  g_autoptr(FakeBox) box = fake_box_new ();
  Display *other = take_keyboard ();
  TrhBoothWindow *window = show_shut (box);
  guint n_left = 0;

  g_signal_connect_swapped (window, "left", G_CALLBACK (g_atomic_int_inc), &n_left);
  g_signal_emit_by_name (wait_for_button (window, "Back to the session"), "clicked");
  g_assert_cmpuint (n_left, ==, 1);
  g_assert_true (trh_booth_window_is_shut (window)); /* no voter has seen it */
  g_signal_emit_by_name (wait_for_button (window, "Open the booth all the same"), "clicked");
  g_assert_false (trh_booth_window_is_shut (window));
  g_assert_false (trh_booth_window_is_alone (window));
  g_assert_true (trh_booth_view_get_screen (trh_booth_window_get_view (window)) == TRH_SCREEN_WELCOME);
  gtk_window_destroy (GTK_WINDOW (window));
  XCloseDisplay (other);
}
#endif

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

/* A screen that somebody measured with a bank card, 85.6 mm wide, is believed instead of what it says. */
static void
test_measured_screen (void)
{
  static const struct { guint width_px; gboolean is_sensible; } cases[] = {
    { 323, TRUE }, { 150, TRUE }, { 880, TRUE }, { 149, FALSE }, { 881, FALSE }, { 0, FALSE }, { G_MAXUINT, FALSE },
  };
  GtkWidget *window = gtk_window_new ();
  GdkDisplay *display = gdk_display_get_default ();
  GdkSurface *surface;
  g_autofree char *name = NULL;
  double said;

  gtk_window_present (GTK_WINDOW (window));
  surface = gtk_native_get_surface (GTK_NATIVE (window));
  said = trh_booth_px_of (display, surface);
  name = trh_booth_name_monitor (gdk_display_get_monitor_at_surface (display, surface));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GVariantBuilder builder;
      g_autoptr(GVariant) widths = NULL;

      g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{su}"));
      g_variant_builder_add (&builder, "{su}", "another screen", 400);
      g_variant_builder_add (&builder, "{su}", name, cases[i].width_px);
      widths = g_variant_ref_sink (g_variant_builder_end (&builder));
      trh_booth_set_card_widths (widths);
      g_assert_cmpfloat_with_epsilon (trh_booth_px_of (display, surface),
                                      cases[i].is_sensible ? cases[i].width_px / 85.6 : said, 1e-9);
    }
  gtk_window_destroy (GTK_WINDOW (window));
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
#ifdef HAVE_X11
  if (GDK_IS_X11_DISPLAY (gdk_display_get_default ()))
    {
      g_test_add_func ("/booth-window/door-granted", test_door_granted);
      g_test_add_func ("/booth-window/door-refused", test_door_refused);
    }
#endif
  g_test_add_func ("/booth-window/millimetres", test_millimetres);
  g_test_add_func ("/booth-window/measured-screen", test_measured_screen);
  return g_test_run ();
}
