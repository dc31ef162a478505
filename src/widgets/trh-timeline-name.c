/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/trh-timeline-bar.h"
#include "widgets/trh-timeline-private.h"

struct _TrhTimelineName
{
  GtkWidget parent_instance;

  TrhLane  *lane; /* (nullable): lent by the lanes */
};

G_DEFINE_FINAL_TYPE (TrhTimelineName, trh_timeline_name, GTK_TYPE_WIDGET)

static void
show_text (GtkWidget *widget, cairo_t *cr, const char *text, double scale, const GdkRGBA *colour, int left, int *y)
{
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (widget, text);
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();
  int height;

  pango_attr_list_insert (attributes, pango_attr_scale_new (scale));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (layout, (gtk_widget_get_width (widget) - left - 4) * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, NULL, &height);
  gdk_cairo_set_source_rgba (cr, colour);
  cairo_move_to (cr, left, *y);
  pango_cairo_show_layout (cr, layout);
  *y += height;
}

static void
draw (GtkWidget *widget, cairo_t *cr, int width, int height)
{
  TrhTimelineName *self = TRH_TIMELINE_NAME (widget);
  const TrhTimelinePalette *palette = trh_timeline_peek_palette (TRH_TIMELINE (gtk_widget_get_parent (widget)));
  int left = width < 140 ? 6 : 12, y = *self->lane->subtitle != '\0' ? 5 : 13;

  show_text (widget, cr, self->lane->title, 1, &palette->foreground, left, &y);
  show_text (widget, cr, self->lane->subtitle, 0.83, &palette->dim, left, &y);
}

static void
trh_timeline_name_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TrhTimelineName *self = TRH_TIMELINE_NAME (widget);

  if (self->lane != NULL)
    trh_timeline_append_picture (widget, snapshot, draw,
      &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget), TRH_LANE_HEIGHT));
}

static void
trh_timeline_name_class_init (TrhTimelineNameClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = trh_timeline_name_snapshot;
  gtk_widget_class_set_css_name (widget_class, "timelinename");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW_HEADER);
}

static void
trh_timeline_name_init (TrhTimelineName *self)
{
}

GtkWidget *
trh_timeline_name_new (void)
{
  return g_object_new (TRH_TYPE_TIMELINE_NAME, NULL);
}

TrhLane *
trh_timeline_name_get_lane (TrhTimelineName *self)
{
  return self->lane;
}

/* Shows another lane, or new words of the same. */
void
trh_timeline_name_set_lane (TrhTimelineName *self, TrhLane *lane)
{
  self->lane = lane;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (lane == NULL)
    return;

  lane->widget = self;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, lane->name, -1);
}
