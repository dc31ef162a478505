/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <gtk/gtk.h>
#include <string.h>

#include "widgets/trh-wrap-layout.h"

#define HEIGHT 20

/* Each child as its width in pixels: “(…)” is hidden, “…+” takes the room that is left. What comes of it is where
 * each child that is shown stands: left, top and width. */
static const struct { const char *children; int width; const char *places; } cases[] = {
  { "50 50", 200, "0,0,50 56,0,50" },
  { "50 50 50", 106, "0,0,50 56,0,50 0,26,50" },
  { "50 50 50", 161, "0,0,50 56,0,50 0,26,50" },
  { "50 50 50", 162, "0,0,50 56,0,50 112,0,50" },
  { "50 0+ 50", 200, "0,0,50 56,0,88 150,0,50" },
  { "(50) 0+ 50", 200, "0,0,144 150,0,50" },
  { "50 0+ 50 50", 140, "0,0,50 56,0,28 90,0,50 0,26,50" },
  { "300", 200, "0,0,200" },
};

static GtkWidget *
make (const char *children)
{
  g_auto(GStrv) words = g_strsplit (children, " ", -1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (box, trh_wrap_layout_new ());
  for (guint i = 0; words[i] != NULL; i++)
    {
      GtkWidget *child = gtk_scrolled_window_new (); /* can be narrower than it would like */
      const char *digits = words[i] + (*words[i] == '(');

      gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (child), GTK_POLICY_EXTERNAL, GTK_POLICY_NEVER);
      gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (child), TRUE);
      gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (child), gtk_drawing_area_new ());
      gtk_widget_set_size_request (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (child)), atoi (digits), HEIGHT);
      gtk_widget_set_visible (child, *words[i] != '(');
      gtk_widget_set_hexpand (child, strchr (words[i], '+') != NULL);
      gtk_box_append (GTK_BOX (box), child);
    }

  return box;
}

static char *
describe (GtkWidget *box)
{
  g_autoptr(GString) places = g_string_new (NULL);

  for (GtkWidget *child = gtk_widget_get_first_child (box); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      graphene_rect_t place;

      if (!gtk_widget_get_visible (child))
        continue;
      g_assert_true (gtk_widget_compute_bounds (child, box, &place));
      g_string_append_printf (places, "%s%.0f,%.0f,%.0f", places->len > 0 ? " " : "", (double) place.origin.x,
                              (double) place.origin.y, (double) place.size.width);
    }
  return g_strdup (places->str);
}

static void
test_places (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *places = NULL;
      GtkWidget *box = g_object_ref_sink (make (cases[i].children));
      int height;

      gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, cases[i].width, NULL, &height, NULL, NULL);
      gtk_widget_allocate (box, cases[i].width, height, -1, NULL);
      places = describe (box);
      g_assert_cmpstr (places, ==, cases[i].places);
      g_assert_cmpint (height, ==, strstr (cases[i].places, ",26,") != NULL ? 2 * HEIGHT + 6 : HEIGHT);
      g_assert_finalize_object (box);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP no display\n");
      return 0;
    }
  g_test_add_func ("/wrap-layout/places", test_places);
  return g_test_run ();
}
