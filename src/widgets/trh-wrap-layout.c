/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/trh-wrap-layout.h"

#define SPACING_PX 6

struct _TrhWrapLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (TrhWrapLayout, trh_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkSizeRequestMode
trh_wrap_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* The first child of the next line, the height of this one and how wide it is. */
static GtkWidget *
measure_line (GtkWidget *first, int width, int *line_height, int *line_width)
{
  GtkWidget *child;
  int gap = 0; /* before the next child */

  *line_height = *line_width = 0;
  for (child = first; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int natural, height;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
      natural = MIN (natural, width);
      if (gap > 0 && *line_width + gap + natural > width)
        break;
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, natural, NULL, &height, NULL, NULL);
      *line_width += gap + natural;
      gap = SPACING_PX;
      *line_height = MAX (*line_height, height);
    }
  return child;
}

static void
trh_wrap_layout_measure (GtkLayoutManager *manager, GtkWidget *widget, GtkOrientation orientation, int for_size,
                         int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      for (; child != NULL; child = gtk_widget_get_next_sibling (child))
        {
          int child_minimum, child_natural;

          if (!gtk_widget_should_layout (child))
            continue;
          gtk_widget_measure (child, orientation, -1, &child_minimum, &child_natural, NULL, NULL);
          *minimum = MAX (*minimum, child_minimum);
          *natural += child_natural + (*natural > 0 ? SPACING_PX : 0);
        }
      return;
    }

  while (child != NULL)
    {
      int height, width;

      child = measure_line (child, for_size < 0 ? G_MAXINT : for_size, &height, &width);
      *natural += height + (*natural > 0 && height > 0 ? SPACING_PX : 0);
    }
  *minimum = *natural;
}

static void
trh_wrap_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int y = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget), *next; child != NULL;)
    {
      int line_height, line_width, left, x = 0;

      next = measure_line (child, width, &line_height, &line_width);
      left = width - line_width;
      for (; child != next; child = gtk_widget_get_next_sibling (child))
        {
          int natural;

          if (!gtk_widget_should_layout (child))
            continue;
          gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
          natural = MIN (natural, width);
          if (gtk_widget_get_hexpand (child))
            {
              natural += left;
              left = 0;
            }
          gtk_widget_size_allocate (child, &(GtkAllocation) { mirrored ? width - x - natural : x, y, natural, line_height }, -1);
          x += natural + SPACING_PX;
        }
      y += line_height + SPACING_PX;
    }
}

static void
trh_wrap_layout_class_init (TrhWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = trh_wrap_layout_get_request_mode;
  layout_class->measure = trh_wrap_layout_measure;
  layout_class->allocate = trh_wrap_layout_allocate;
}

static void
trh_wrap_layout_init (TrhWrapLayout *self)
{
}

GtkLayoutManager *
trh_wrap_layout_new (void)
{
  return g_object_new (TRH_TYPE_WRAP_LAYOUT, NULL);
}
