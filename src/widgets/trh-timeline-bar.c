/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/trh-timeline-bar.h"

#include "widgets/trh-timeline-private.h"

#define STRIPE_PX 4
#define SIGN_PX   12
#define MARGIN_PX 4 /* around the bar, for the mark of the focus */

struct _TrhTimelineBar
{
  GtkButton    parent_instance;

  TrhBar      *bar;      /* (nullable): lent by the lanes */
  int          inset_px; /* how much of the left is out of sight: words begin after it */
  gboolean     selected;
};

G_DEFINE_FINAL_TYPE (TrhTimelineBar, trh_timeline_bar, GTK_TYPE_BUTTON)

static TrhTimeline *
get_timeline (GtkWidget *widget)
{
  return TRH_TIMELINE (gtk_widget_get_parent (widget));
}

static void
show_layout (cairo_t *cr, PangoLayout *layout, double x, double middle_y, const GdkRGBA *colour)
{
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  gdk_cairo_set_source_rgba (cr, colour);
  cairo_move_to (cr, x, (int) (middle_y - height / 2.));
  pango_cairo_show_layout (cr, layout);
}

static void
begin_sign (cairo_t *cr, double x, double middle_y, double size)
{
  cairo_save (cr);
  cairo_translate (cr, x, (int) (middle_y - size / 2));
}

static void
add_shape (cairo_t *cr, double inset, double width, double height, double radius)
{
  double x0 = inset, y0 = inset, x1 = width - inset, y1 = height - inset;

  radius = MAX (MIN (radius, width / 2) - inset, 0);
  cairo_new_sub_path (cr);
  cairo_arc (cr, x1 - radius, y0 + radius, radius, -G_PI / 2, 0);
  cairo_arc (cr, x1 - radius, y1 - radius, radius, 0, G_PI / 2);
  cairo_arc (cr, x0 + radius, y1 - radius, radius, G_PI / 2, G_PI);
  cairo_arc (cr, x0 + radius, y0 + radius, radius, G_PI, 3 * G_PI / 2);
  cairo_close_path (cr);
}

static double
get_radius (TrhTimelineBar *self, int height)
{
  return self->bar->kind == TRH_BAR_STAY ? 6 : height / 2.;
}

static void
draw_ground (TrhTimelineBar *self, cairo_t *cr, const TrhTimelinePalette *palette, int width, int height)
{
  const GdkRGBA *colour = &palette->states[self->bar->state];
  const double dashes[] = { 4, 3 };
  gboolean hollow = self->bar->state == TRH_BAR_DRAFT || self->bar->state == TRH_BAR_CANCELLED;
  gboolean hover = (gtk_widget_get_state_flags (GTK_WIDGET (self)) & GTK_STATE_FLAG_PRELIGHT) != 0;
  double strength = palette->high_contrast ? 0 : hover || self->selected ? 0.26 : 0.16;
  GdkRGBA tint = trh_colour_with_alpha (colour, hollow ? strength / 3 : strength);
  GdkRGBA edge = trh_colour_with_alpha (colour, palette->high_contrast || hollow ? 1 : 0.55);
  double line = palette->high_contrast ? 2 : hollow ? 1.5 : 1;

  cairo_save (cr);
  add_shape (cr, 0, width, height, get_radius (self, height));
  cairo_clip (cr);
  gdk_cairo_set_source_rgba (cr, &palette->paper);
  cairo_paint (cr);
  gdk_cairo_set_source_rgba (cr, &tint);
  cairo_paint (cr);
  if (!hollow && self->bar->kind == TRH_BAR_STAY)
    {
      gdk_cairo_set_source_rgba (cr, colour);
      cairo_rectangle (cr, 0, 0, STRIPE_PX, height);
      cairo_fill (cr);
    }
  cairo_restore (cr);

  cairo_save (cr);
  gdk_cairo_set_source_rgba (cr, &edge);
  cairo_set_line_width (cr, line);
  if (hollow)
    cairo_set_dash (cr, dashes, 2, 0);
  add_shape (cr, line / 2, width, height, get_radius (self, height));
  cairo_stroke (cr);
  cairo_restore (cr);
}

static PangoLayout *
make_layout (TrhTimelineBar *self, const char *text, double scale)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (scale));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  return layout;
}

/* The badge at the right end: a triangle and how many. Returns the room that it takes. */
static int
draw_alerts (TrhTimelineBar *self, cairo_t *cr, const TrhTimelinePalette *palette, int width, int height)
{
  gboolean narrow = width < 34;
  double size = narrow ? 9 : SIGN_PX;
  double middle = narrow ? size / 2 : height / 2.;
  int text_width = 0;

  if (self->bar->n_alerts == 0)
    return 0;
  if (self->bar->n_alerts > 1 && width >= 64)
    {
      g_autofree char *number = g_strdup_printf ("%u", self->bar->n_alerts);
      g_autoptr(PangoLayout) layout = make_layout (self, number, 0.83);

      pango_layout_get_pixel_size (layout, &text_width, NULL);
      show_layout (cr, layout, width - 7 - text_width, middle, &palette->alert);
      text_width += 2;
    }
  begin_sign (cr, narrow ? width - size : width - 7 - text_width - size, middle, size);
  trh_sign_draw_alert (cr, self->bar->strong, &palette->alert, size);
  cairo_restore (cr);

  return narrow ? 0 : (int) size + text_width + 6;
}

static int
draw_lock (TrhTimelineBar *self, cairo_t *cr, const TrhTimelinePalette *palette, int right, int height)
{
  if (!self->bar->locked || right < 70)
    return 0;
  begin_sign (cr, right - 15, height / 2., 10);
  trh_sign_draw_lock (cr, &palette->dim, 10);
  cairo_restore (cr);
  return 14;
}

static void
draw_words (TrhTimelineBar *self, cairo_t *cr, const TrhTimelinePalette *palette, int left, int right, int height)
{
  gboolean small = self->bar->kind == TRH_BAR_ENCOUNTER || right - left < 70;
  g_autoptr(PangoLayout) label = make_layout (self, self->bar->label, small ? 0.86 : 1);
  g_autoptr(PangoLayout) dates = NULL;
  g_autofree char *text = NULL;
  int label_width, dates_width;

  pango_layout_get_pixel_size (label, &label_width, NULL);
  pango_layout_set_width (label, (right - left) * PANGO_SCALE);
  show_layout (cr, label, left, height / 2., &palette->foreground);
  if (right - left - label_width < 60)
    return;
  text = trh_timeline_say_span (self->bar->kind, self->bar->start_min, self->bar->end_min);
  dates = make_layout (self, text, 0.83);
  pango_layout_get_pixel_size (dates, &dates_width, NULL);
  if (dates_width + 10 < right - left - label_width)
    show_layout (cr, dates, left + label_width + 10, height / 2., &palette->dim);
}

static void
draw_content (TrhTimelineBar *self, cairo_t *cr, const TrhTimelinePalette *palette, int width, int height)
{
  gboolean stay = self->bar->kind == TRH_BAR_STAY;
  int right = width - draw_alerts (self, cr, palette, width, height);
  int left = MAX (self->inset_px, 0) + (stay ? STRIPE_PX + 5 : (MIN (height, width) - SIGN_PX) / 2 + 1);

  right -= draw_lock (self, cr, palette, right, height);
  if (left + SIGN_PX > width)
    return;
  if (width < 100)
    left -= stay ? 2 : 0;
  begin_sign (cr, left, height / 2., SIGN_PX);
  trh_sign_draw_state (cr, self->bar->state, &palette->states[self->bar->state], SIGN_PX);
  cairo_restore (cr);
  left += SIGN_PX + (width < 100 ? 3 : 6);

  if (self->bar->marker >= 0 && right - left > 64)
    {
      GdkRGBA valley = trh_timeline_palette_valley (palette, self->bar->colour);

      begin_sign (cr, left, height / 2., 10);
      trh_sign_draw_valley (cr, self->bar->marker, &valley, 10);
      cairo_restore (cr);
      left += 10 + 5;
    }
  right -= width < 100 ? 2 : 6;
  if (right - left >= 18)
    draw_words (self, cr, palette, left, right, height);
}

static void
draw_frame (TrhTimelineBar *self, cairo_t *cr, const TrhTimelinePalette *palette, int width, int height)
{
  GtkStateFlags flags = gtk_widget_get_state_flags (GTK_WIDGET (self));
  const GtkStateFlags focused = GTK_STATE_FLAG_FOCUSED | GTK_STATE_FLAG_FOCUS_VISIBLE;

  gdk_cairo_set_source_rgba (cr, &palette->accent);
  cairo_set_line_width (cr, 2);
  if (self->selected)
    {
      add_shape (cr, 1, width, height, get_radius (self, height));
      cairo_stroke (cr);
    }
  if ((flags & focused) == focused)
    {
      cairo_translate (cr, -MARGIN_PX, -MARGIN_PX);
      add_shape (cr, 1, width + 2 * MARGIN_PX, height + 2 * MARGIN_PX, get_radius (self, height) + MARGIN_PX);
      cairo_stroke (cr);
    }
}

static void
draw (GtkWidget *widget, cairo_t *cr, int width, int height)
{
  TrhTimelineBar *self = TRH_TIMELINE_BAR (widget);
  const TrhTimelinePalette *palette = trh_timeline_peek_palette (get_timeline (widget));

  cairo_translate (cr, MARGIN_PX, MARGIN_PX);
  width -= 2 * MARGIN_PX;
  height -= 2 * MARGIN_PX;
  draw_ground (self, cr, palette, width, height);
  draw_content (self, cr, palette, width, height);
  draw_frame (self, cr, palette, width, height);
}

static void
trh_timeline_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TrhTimelineBar *self = TRH_TIMELINE_BAR (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);

  if (self->bar != NULL)
    trh_timeline_append_picture (widget, snapshot, draw,
      &GRAPHENE_RECT_INIT (-MARGIN_PX, -MARGIN_PX, (float) width + 2 * MARGIN_PX, (float) height + 2 * MARGIN_PX));
}

static void
trh_timeline_bar_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                          int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = 0; /* the timeline knows where it goes */
}

static void
trh_timeline_bar_state_flags_changed (GtkWidget *widget, GtkStateFlags previous)
{
  gtk_widget_queue_draw (widget);
  GTK_WIDGET_CLASS (trh_timeline_bar_parent_class)->state_flags_changed (widget, previous);
}

static void
trh_timeline_bar_clicked (GtkButton *button)
{
  TrhTimelineBar *self = TRH_TIMELINE_BAR (button);
  TrhTimeline *timeline = get_timeline (GTK_WIDGET (button));

  if (self->bar != NULL)
    g_signal_emit (timeline, trh_timeline_signals[TRH_SIGNAL_BAR_ACTIVATED], 0, self->bar->id);
}

static void
trh_timeline_bar_class_init (TrhTimelineBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  GTK_BUTTON_CLASS (klass)->clicked = trh_timeline_bar_clicked;
  widget_class->snapshot = trh_timeline_bar_snapshot;
  widget_class->measure = trh_timeline_bar_measure;
  widget_class->state_flags_changed = trh_timeline_bar_state_flags_changed;
  gtk_widget_class_set_css_name (widget_class, "timelinebar"); /* no theme draws it: we do */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
}

static void
trh_timeline_bar_init (TrhTimelineBar *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL); /* it has no child: our measure () is asked */
  gtk_widget_set_focus_on_click (GTK_WIDGET (self), FALSE); /* the timeline decides */
}

GtkWidget *
trh_timeline_bar_new (void)
{
  return g_object_new (TRH_TYPE_TIMELINE_BAR, NULL);
}

TrhBar *
trh_timeline_bar_get_bar (TrhTimelineBar *self)
{
  return self->bar;
}

/* Shows another bar, or new facts of the same; its name follows. */
void
trh_timeline_bar_set_bar (TrhTimelineBar *self, TrhBar *bar)
{
  g_autofree char *name = NULL;

  self->bar = bar;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (bar == NULL)
    return;

  bar->widget = self;
  g_signal_emit (get_timeline (GTK_WIDGET (self)), trh_timeline_signals[TRH_SIGNAL_UPDATE_BAR], 0, bar);
  g_signal_emit (get_timeline (GTK_WIDGET (self)), trh_timeline_signals[TRH_SIGNAL_DESCRIBE_BAR], 0,
                 bar->id, bar->lane_id, &name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name != NULL ? name : bar->label, -1);
}

/* What depends on where one looks. */
void
trh_timeline_bar_set_look (TrhTimelineBar *self, int inset_px, gboolean selected)
{
  if (self->inset_px == inset_px && self->selected == selected)
    return;
  if (self->selected != selected)
    gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
  self->inset_px = inset_px;
  self->selected = selected;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
