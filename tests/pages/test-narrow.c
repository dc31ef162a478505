/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages-fixture.h"

/* The judge of narrow windows finds a fault of each kind, and none where there is none. */

typedef struct {
  GtkWidget *window;
  GtkWidget *box;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->box);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
}

/* Shows @label in the window, which it then judges; (transfer full). */
static char *
judge (Fixture *fixture, GtkWidget *label)
{
  gtk_box_append (GTK_BOX (fixture->box), label);
  gtk_widget_show (fixture->window);
  while (!gtk_widget_get_mapped (label))
    g_main_context_iteration (NULL, TRUE);
  return narrow_find_fault (fixture->window);
}

static void
test_wide (Fixture *fixture, gconstpointer data)
{
  g_autofree char *fault = judge (fixture, gtk_button_new_with_label ("Come back to this version of the season"));

  g_assert_nonnull (fault);
  g_assert_nonnull (strstr (fault, "Come back to this version"));
}

static void
test_wide_in_french (Fixture *fixture, gconstpointer data)
{
  GtkWidget *label = gtk_label_new ("Show the Charts"), *beside = gtk_label_new (NULL);
  g_autofree char *none = judge (fixture, label);
  g_autofree char *fault = NULL;

  g_assert_null (none);
  /* in English it has just the room that it needs */
  gtk_widget_set_size_request (beside, NARROW_PX - narrow_get_least (fixture->window), -1);
  gtk_box_append (GTK_BOX (fixture->box), beside);
  g_assert_cmpint (narrow_get_least (fixture->window), ==, NARROW_PX);
  fault = narrow_find_fault (fixture->window);
  g_assert_nonnull (fault);
  g_assert_true (g_str_has_prefix (fault, "in French"));
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (label)), ==, "Show the Charts"); /* as it was */
}

static void
test_cut_title (Fixture *fixture, gconstpointer data)
{
  GtkWidget *label = gtk_label_new ("A title that has no room");
  g_autofree char *fault = NULL;
  g_autofree char *none = NULL;

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  none = judge (fixture, label); /* not a title */
  g_assert_null (none);
  gtk_widget_add_css_class (label, "title");
  fault = narrow_find_fault (fixture->window);
  g_assert_nonnull (fault);
  g_assert_nonnull (strstr (fault, "is cut"));
}

static void
test_good (Fixture *fixture, gconstpointer data)
{
  GtkWidget *label = gtk_label_new ("A title that has all the room that it may want, below");
  g_autofree char *fault = NULL;

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "title");
  fault = judge (fixture, label);
  g_assert_null (fault);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  if (!fixture_init ())
    return 0;

#define ADD(name, function) g_test_add ("/narrow/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("wide", test_wide);
  ADD ("wide-in-french", test_wide_in_french);
  ADD ("cut-title", test_cut_title);
  ADD ("good", test_good);
#undef ADD

  return g_test_run ();
}
