/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/trh-share-bar.h"

#include <adwaita.h>

#include "widgets/trh-dialogs.h"

#define BAR_PX    26
#define TICK_PX   5  /* by which the line of the half stands out, above and below */
#define RADIUS_PX 5
#define STRIPE_PX 7  /* from one line of a hatching to the next */
#define ROOM_PX   5  /* that words need on both sides */
#define GAP_PX    2  /* between two parts */

typedef struct {
  guint    amount;
  gboolean accent; /* the colour follows the theme */
  GdkRGBA  colour;
  TrhHatch hatch;
  char    *words;
} Part;

struct _TrhShareBar
{
  GtkWidget  parent_instance;

  guint      whole;
  gboolean   half_line;
  GPtrArray *parts; /* (element-type Part) */
};

G_DEFINE_FINAL_TYPE (TrhShareBar, trh_share_bar, GTK_TYPE_WIDGET)

static void
part_free (gpointer data)
{
  g_free (((Part *) data)->words);
  g_free (data);
}

/* WCAG 2.2, relative luminance, near enough to choose between black and white. */
static gboolean
is_dark (const GdkRGBA *colour)
{
  const double r = colour->red, g = colour->green, b = colour->blue;

  return 0.2126 * r * r + 0.7152 * g * g + 0.0722 * b * b < 0.25;
}

static void
draw_stripes (cairo_t *cr, double width, double height, TrhHatch hatch)
{
  const double lean = hatch == TRH_HATCH_RISING ? height : -height;

  cairo_set_line_width (cr, 1.6);
  for (double x = -height; x < width + height; x += STRIPE_PX)
    {
      cairo_move_to (cr, x, height);
      cairo_line_to (cr, x + lean, 0);
    }
  cairo_stroke (cr);
}

static void
draw_part (cairo_t *cr, double width, double height, const GdkRGBA *colour, TrhHatch hatch)
{
  if (hatch == TRH_HATCH_HOLLOW)
    {
      GdkRGBA tint = *colour;

      tint.alpha *= 0.2f;
      cairo_rectangle (cr, 0, 0, width, height);
      gdk_cairo_set_source_rgba (cr, &tint);
      cairo_fill (cr);
      cairo_rectangle (cr, 1, 1, MAX (width - 2, 0), height - 2);
      gdk_cairo_set_source_rgba (cr, colour);
      cairo_set_line_width (cr, 2);
      cairo_stroke (cr);
      return;
    }
  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip (cr);
  gdk_cairo_set_source_rgba (cr, colour);
  cairo_paint (cr);
  if (hatch != TRH_HATCH_NONE)
    {
      cairo_set_source_rgba (cr, is_dark (colour) ? 1 : 0, is_dark (colour) ? 1 : 0, is_dark (colour) ? 1 : 0, 0.38);
      draw_stripes (cr, width, height, hatch);
    }
  cairo_restore (cr);
}

/* The colour of a part as the theme is now. */
static GdkRGBA
find_colour (TrhShareBar *self, const Part *part)
{
  AdwStyleManager *manager = adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));
  GdkRGBA colour = part->colour;

  if (part->accent && part->hatch == TRH_HATCH_HOLLOW)
    {
      gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &colour);
      colour.alpha *= 0.6f;
    }
  else if (part->accent)
    gdk_rgba_parse (&colour, adw_style_manager_get_dark (manager) ? "#b7a6e8" : "#6a56a5");
  return colour;
}

/* The words in the middle of a part, when there is room for them, on a plate of its colour. As a text of GTK: cairo would
 * leave the thin strokes of figures out. */
static void
draw_words (TrhShareBar *self, GtkSnapshot *snapshot, const Part *part, const graphene_rect_t *place)
{
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), part->words);
  const GdkRGBA colour = find_colour (self, part);
  int text_width, text_height;
  graphene_point_t at;
  GdkRGBA ink;

  pango_layout_get_pixel_size (layout, &text_width, &text_height);
  if (text_width + 2 * ROOM_PX > place->size.width)
    return;
  at.x = (float) (int) (place->origin.x + (place->size.width - (float) text_width) / 2);
  at.y = (float) (int) (place->origin.y + (place->size.height - (float) text_height) / 2);
  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &ink);
  if (part->hatch == TRH_HATCH_RISING || part->hatch == TRH_HATCH_FALLING)
    gtk_snapshot_append_color (snapshot, &colour,
                               &GRAPHENE_RECT_INIT (at.x - 3, at.y, (float) text_width + 6, (float) text_height));
  if (part->hatch != TRH_HATCH_HOLLOW)
    ink = is_dark (&colour) ? (GdkRGBA) { 1, 1, 1, 1 } : (GdkRGBA) { 0, 0, 0, 1 };
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &at);
  gtk_snapshot_append_layout (snapshot, layout, &ink);
  gtk_snapshot_restore (snapshot);
}

static void
add_rounded (cairo_t *cr, double width, double height)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, width - RADIUS_PX, RADIUS_PX, RADIUS_PX, -G_PI / 2, 0);
  cairo_arc (cr, width - RADIUS_PX, height - RADIUS_PX, RADIUS_PX, 0, G_PI / 2);
  cairo_arc (cr, RADIUS_PX, height - RADIUS_PX, RADIUS_PX, G_PI / 2, G_PI);
  cairo_arc (cr, RADIUS_PX, RADIUS_PX, RADIUS_PX, G_PI, 3 * G_PI / 2);
  cairo_close_path (cr);
}

/* From one part to the next, as the ground shows through: told apart whatever the colours are. */
static void
draw_gap (TrhShareBar *self, cairo_t *cr, double x, double height)
{
  AdwStyleManager *manager = adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));
  const double grey = adw_style_manager_get_dark (manager) ? 0.08 : 1;

  cairo_rectangle (cr, (int) x - GAP_PX / 2, 0, GAP_PX, height);
  cairo_set_source_rgb (cr, grey, grey, grey);
  cairo_fill (cr);
}

static void
draw_parts (TrhShareBar *self, cairo_t *cr, double width, double height)
{
  guint before = 0;

  for (guint i = 0; i < self->parts->len; i++)
    {
      const Part *part = self->parts->pdata[i];
      const double x = width * before / self->whole;
      const GdkRGBA colour = find_colour (self, part);

      if (part->amount == 0)
        continue;
      cairo_save (cr);
      cairo_translate (cr, x, 0);
      draw_part (cr, width * part->amount / self->whole, height, &colour, part->hatch);
      cairo_restore (cr);
      if (before > 0)
        draw_gap (self, cr, x, height);
      before += part->amount;
    }
}

static void
draw_all_words (TrhShareBar *self, GtkSnapshot *snapshot, float width, float top, float height)
{
  guint before = 0;

  for (guint i = 0; i < self->parts->len; i++)
    {
      const Part *part = self->parts->pdata[i];
      const float x = width * (float) before / (float) self->whole;

      draw_words (self, snapshot, part, &GRAPHENE_RECT_INIT (x, top, width * (float) part->amount / (float) self->whole, height));
      before += part->amount;
    }
}

static void
trh_share_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TrhShareBar *self = TRH_SHARE_BAR (widget);
  const double width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  const double top = self->half_line ? TICK_PX : 0, bar = height - 2 * top;
  cairo_t *cr;
  GdkRGBA ink;

  if (width < 2 * RADIUS_PX || bar < 2 * RADIUS_PX || self->whole == 0)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &ink);
  cairo_save (cr);
  cairo_translate (cr, 0, top);
  add_rounded (cr, width, bar);
  cairo_clip (cr);
  ink.alpha = 0.08f;
  gdk_cairo_set_source_rgba (cr, &ink);
  cairo_paint (cr);
  draw_parts (self, cr, width, bar);
  cairo_restore (cr);
  cairo_save (cr);
  cairo_translate (cr, 0.5, top + 0.5);
  add_rounded (cr, width - 1, bar - 1);
  ink.alpha = 0.35f;
  gdk_cairo_set_source_rgba (cr, &ink);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
  cairo_restore (cr);
  if (self->half_line)
    {
      ink.alpha = 1;
      gdk_cairo_set_source_rgba (cr, &ink);
      cairo_rectangle (cr, (int) (width / 2) - 1, 0, 2, top);
      cairo_rectangle (cr, (int) (width / 2) - 1, height - top, 2, top);
      cairo_fill (cr);
      cairo_set_source_rgba (cr, 0, 0, 0, 0.75);
      cairo_rectangle (cr, (int) (width / 2) - 1, top, 2, bar);
      cairo_fill (cr);
    }
  cairo_destroy (cr);
  draw_all_words (self, snapshot, (float) width, (float) top, (float) bar);
}

static void
trh_share_bar_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                       int *minimum_baseline, int *natural_baseline)
{
  TrhShareBar *self = TRH_SHARE_BAR (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 60;
      *natural = 300;
      return;
    }
  {
    g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (widget, "0");
    int text_height;

    pango_layout_get_pixel_size (layout, NULL, &text_height);
    *minimum = *natural = MAX (BAR_PX, text_height + 8) + (self->half_line ? 2 * TICK_PX : 0);
  }
}

static void
trh_share_bar_finalize (GObject *object)
{
  g_ptr_array_unref (TRH_SHARE_BAR (object)->parts);

  G_OBJECT_CLASS (trh_share_bar_parent_class)->finalize (object);
}

static void
trh_share_bar_class_init (TrhShareBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = trh_share_bar_finalize;
  widget_class->snapshot = trh_share_bar_snapshot;
  widget_class->measure = trh_share_bar_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "sharebar");
}

static void
trh_share_bar_init (TrhShareBar *self)
{
  self->parts = g_ptr_array_new_with_free_func (part_free);
}

/**
 * trh_share_bar_new:
 * @label: the conclusion, in words
 * @whole: what the whole line stands for
 * @half_line: marks where half of it is
 *
 * Returns: (transfer floating): a line without parts
 */
GtkWidget *
trh_share_bar_new (const char *label, guint whole, gboolean half_line)
{
  TrhShareBar *self = g_object_new (TRH_TYPE_SHARE_BAR, NULL);

  self->whole = whole;
  self->half_line = half_line;
  trh_set_label (self, label);
  return GTK_WIDGET (self);
}

/**
 * trh_share_bar_add:
 * @amount: of the whole; after those that were added before
 * @colour: (nullable): as CSS writes it; %NULL is the accent of the program, light or dark
 * @hatch: what tells it apart without colour
 * @words: stand in it when there is room
 */
void
trh_share_bar_add (TrhShareBar *self, guint amount, const char *colour, TrhHatch hatch, const char *words)
{
  Part *part = g_new0 (Part, 1);

  part->amount = amount;
  part->accent = colour == NULL;
  if (colour != NULL)
    gdk_rgba_parse (&part->colour, colour);
  part->hatch = hatch;
  part->words = g_strdup (words);
  g_ptr_array_add (self->parts, part);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static GtkWidget *
sample_new (int width, GtkDrawingAreaDrawFunc draw, gpointer data)
{
  GtkWidget *sample = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                    "content-width", width, "content-height", 14, "valign", GTK_ALIGN_CENTER, NULL);

  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (sample), draw, data, data != NULL ? part_free : NULL);
  return sample;
}

static void
draw_sample (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  const Part *part = data;

  draw_part (cr, width, height, &part->colour, part->hatch);
}

static void
draw_half (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  GdkRGBA ink;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (area)), &ink);
  gdk_cairo_set_source_rgba (cr, &ink);
  cairo_rectangle (cr, width / 2 - 1, 0, 2, height);
  cairo_fill (cr);
}

GtkWidget *
trh_share_sample_new (const char *colour, TrhHatch hatch)
{
  Part *part = g_new0 (Part, 1);

  gdk_rgba_parse (&part->colour, colour);
  part->hatch = hatch;
  return sample_new (22, draw_sample, part);
}

GtkWidget *
trh_share_sample_new_half (void)
{
  return sample_new (6, draw_half, NULL);
}
