/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "booth/trh-booth-wrap.h"

struct _TrhBoothWrap
{
  GtkLayoutManager parent_instance;

  int gap_px, row_gap_px;
};

G_DEFINE_FINAL_TYPE (TrhBoothWrap, trh_booth_wrap, GTK_TYPE_LAYOUT_MANAGER)

/* The children from @first that share a row, as its height and the child after them. */
typedef struct {
  GtkWidget *first, *end;
  int width, height, n_expanding;
} Row;

/**
 * trh_booth_wrap_new:
 * @gap_px: between children
 * @row_gap_px: between rows
 *
 * Returns: (transfer full): a layout manager
 */
GtkLayoutManager *
trh_booth_wrap_new (int gap_px, int row_gap_px)
{
  TrhBoothWrap *self = g_object_new (TRH_TYPE_BOOTH_WRAP, NULL);

  self->gap_px = gap_px;
  self->row_gap_px = row_gap_px;
  return GTK_LAYOUT_MANAGER (self);
}

static GtkWidget *
next_shown (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static int
get_width (GtkWidget *child, int available)
{
  int least, wished;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wished, NULL, NULL);
  return MAX (least, MIN (wished, available));
}

static Row
take_row (TrhBoothWrap *self, GtkWidget *first, int available)
{
  Row row = { .first = first, .width = -self->gap_px };

  for (row.end = first; row.end != NULL; row.end = next_shown (gtk_widget_get_next_sibling (row.end)))
    {
      int width = get_width (row.end, available), height;

      if (row.end != first && row.width + self->gap_px + width > available)
        break;
      gtk_widget_measure (row.end, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
      row.width += self->gap_px + width;
      row.height = MAX (row.height, height);
      row.n_expanding += gtk_widget_compute_expand (row.end, GTK_ORIENTATION_HORIZONTAL) ? 1 : 0;
    }
  return row;
}

static GtkSizeRequestMode
trh_booth_wrap_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
trh_booth_wrap_measure (GtkLayoutManager *manager, GtkWidget *widget, GtkOrientation orientation, int for_size,
                        int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  TrhBoothWrap *self = TRH_BOOTH_WRAP (manager);
  int least = 0, wished = -self->gap_px, height = -self->row_gap_px;

  for (GtkWidget *child = next_shown (gtk_widget_get_first_child (widget)); child != NULL;
       child = next_shown (gtk_widget_get_next_sibling (child)))
    {
      int child_least, child_wished;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_least, &child_wished, NULL, NULL);
      least = MAX (least, child_least);
      wished += self->gap_px + child_wished;
    }
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = least;
      *natural = MAX (wished, least);
      return;
    }

  if (for_size < 0)
    for_size = MAX (wished, least);
  for (GtkWidget *child = next_shown (gtk_widget_get_first_child (widget)); child != NULL;)
    {
      Row row = take_row (self, child, for_size);

      height += self->row_gap_px + row.height;
      child = row.end;
    }
  *minimum = *natural = MAX (height, 0);
}

static void
trh_booth_wrap_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  TrhBoothWrap *self = TRH_BOOTH_WRAP (manager);
  GtkWidget *child = next_shown (gtk_widget_get_first_child (widget));

  for (int y = 0; child != NULL;)
    {
      Row row = take_row (self, child, width);
      int spare = MAX (width - row.width, 0);
      int x = 0;

      for (; child != row.end; child = next_shown (gtk_widget_get_next_sibling (child)))
        {
          GtkAllocation place = { x, y, get_width (child, width), row.height };

          if (gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL))
            place.width += spare / row.n_expanding;
          gtk_widget_size_allocate (child, &place, -1);
          x += place.width + self->gap_px;
        }
      y += row.height + self->row_gap_px;
    }
}

static void
trh_booth_wrap_class_init (TrhBoothWrapClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->get_request_mode = trh_booth_wrap_get_request_mode;
  manager_class->measure = trh_booth_wrap_measure;
  manager_class->allocate = trh_booth_wrap_allocate;
}

static void
trh_booth_wrap_init (TrhBoothWrap *self)
{
}
