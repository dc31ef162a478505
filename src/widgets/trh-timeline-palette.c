/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/trh-timeline-palette.h"

#include <adwaita.h>
#include <math.h>

/* Every pair of filled states keeps a distance for all kinds of colour vision, and each is at
 * least 3:1 on its paper. Held meetings look approved, cancelled ones like a draft. */
static const char *const state_colours[TRH_BAR_N_STATES][2] = {
  [TRH_BAR_DRAFT]        = { "#6b6975", "#a7a4b3" },
  [TRH_BAR_PROPOSED]     = { "#1546c0", "#5b7df0" },
  [TRH_BAR_APPROVED]     = { "#128f86", "#a8f5ec" },
  [TRH_BAR_RESERVATIONS] = { "#b8860b", "#ffdf8f" },
  [TRH_BAR_REFUSED]      = { "#47102c", "#f080a6" },
  [TRH_BAR_HELD]         = { "#128f86", "#a8f5ec" },
  [TRH_BAR_CANCELLED]    = { "#6b6975", "#a7a4b3" },
};

GdkRGBA
trh_colour_with_alpha (const GdkRGBA *colour, double alpha)
{
  GdkRGBA result = *colour;

  result.alpha *= (float) alpha;
  return result;
}

static GdkRGBA
look_up (GtkStyleContext *context, const char *name, const char *fallback)
{
  GdkRGBA colour;

  if (!gtk_style_context_lookup_color (context, name, &colour))
    gdk_rgba_parse (&colour, fallback);
  return colour;
}

/* Reads the colours that hold for @widget now. */
void
trh_timeline_palette_load (TrhTimelinePalette *self, GtkWidget *widget)
{
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  AdwStyleManager *manager = adw_style_manager_get_for_display (gtk_widget_get_display (widget));

  self->dark = adw_style_manager_get_dark (manager);
  self->high_contrast = adw_style_manager_get_high_contrast (manager);
  gtk_style_context_get_color (context, &self->foreground);
  self->dim = trh_colour_with_alpha (&self->foreground, self->high_contrast ? 1 : 0.66);
  self->paper = look_up (context, "view_bg_color", self->dark ? "#1e1e1e" : "#ffffff");
  self->margin = look_up (context, "window_bg_color", self->dark ? "#242424" : "#fafafa");
  self->line = trh_colour_with_alpha (&self->foreground, self->high_contrast ? 0.5 : 0.08);
  self->strong_line = trh_colour_with_alpha (&self->foreground, self->high_contrast ? 0.8 : 0.2);
  self->weekend = trh_colour_with_alpha (&self->foreground, self->dark ? 0.045 : 0.03);
  self->outside = trh_colour_with_alpha (&self->foreground, self->dark ? 0.09 : 0.07);
  /* it covers most of a season, and must not be louder than the stays */
  self->hatch = trh_colour_with_alpha (&self->foreground, self->high_contrast ? 0.45 : self->dark ? 0.09 : 0.08);
  gdk_rgba_parse (&self->accent, self->dark ? "#b7a6e8" : "#6a56a5");
  gdk_rgba_parse (&self->alert, self->dark ? "#ff7b63" : "#9e1b00");
  for (guint i = 0; i < TRH_BAR_N_STATES; i++)
    gdk_rgba_parse (&self->states[i], state_colours[i][self->dark]);
}

/* The colour of a valley, lightened where the paper is dark. */
GdkRGBA
trh_timeline_palette_valley (const TrhTimelinePalette *self, guint32 colour)
{
  float towards_white = self->dark ? 0.42f : 0.f;
  GdkRGBA result = {
    (float) (colour >> 16 & 0xff) / 255.f, (float) (colour >> 8 & 0xff) / 255.f, (float) (colour & 0xff) / 255.f, 1.f,
  };

  result.red += (1.f - result.red) * towards_white;
  result.green += (1.f - result.green) * towards_white;
  result.blue += (1.f - result.blue) * towards_white;
  return result;
}

static void
begin (cairo_t *cr, const GdkRGBA *colour, double size)
{
  gdk_cairo_set_source_rgba (cr, colour);
  cairo_scale (cr, size / 12, size / 12); /* signs are drawn on a grid of 12 */
  cairo_set_line_width (cr, 1.8);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
}

static void
draw_wave (cairo_t *cr, double y)
{
  cairo_move_to (cr, 1.5, y + 1);
  cairo_curve_to (cr, 4, y - 2.5, 7.5, y + 3, 10.5, y - 0.5);
  cairo_stroke (cr);
}

/* ○ dashed, ◔, ✓, ≈, ✕ */
void
trh_sign_draw_state (cairo_t *cr, TrhBarState state, const GdkRGBA *colour, double size)
{
  const double dashes[] = { 2.2, 2.2 };

  cairo_save (cr);
  begin (cr, colour, size);
  switch (state)
    {
    case TRH_BAR_PROPOSED:
      cairo_arc (cr, 6, 6, 4.6, 0, 2 * G_PI);
      cairo_set_line_width (cr, 1.4);
      cairo_stroke (cr);
      cairo_move_to (cr, 6, 6);
      cairo_arc (cr, 6, 6, 4.6, -G_PI / 2, 0);
      cairo_fill (cr);
      break;
    case TRH_BAR_APPROVED:
    case TRH_BAR_HELD:
      cairo_move_to (cr, 1.8, 6.6);
      cairo_line_to (cr, 4.6, 9.4);
      cairo_line_to (cr, 10.2, 2.8);
      cairo_set_line_width (cr, 2.2);
      cairo_stroke (cr);
      break;
    case TRH_BAR_RESERVATIONS:
      draw_wave (cr, 4);
      draw_wave (cr, 8);
      break;
    case TRH_BAR_REFUSED:
    case TRH_BAR_CANCELLED:
      cairo_move_to (cr, 2.5, 2.5);
      cairo_line_to (cr, 9.5, 9.5);
      cairo_move_to (cr, 9.5, 2.5);
      cairo_line_to (cr, 2.5, 9.5);
      cairo_set_line_width (cr, 2.2);
      cairo_stroke (cr);
      break;
    case TRH_BAR_DRAFT:
    case TRH_BAR_N_STATES:
    default:
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
      cairo_set_line_width (cr, 1.4);
      cairo_set_dash (cr, dashes, 2, 0);
      cairo_arc (cr, 6, 6, 4.6, 0, 2 * G_PI);
      cairo_stroke (cr);
    }
  cairo_restore (cr);
}

static void
draw_polygon (cairo_t *cr, guint corners, double radius, double turn)
{
  for (guint i = 0; i < corners; i++)
    {
      double angle = turn + 2 * G_PI * i / corners;

      cairo_line_to (cr, 6 + radius * cos (angle), 6 + radius * sin (angle));
    }
  cairo_close_path (cr);
}

/* The marker of a valley, as on the map: disc, hexagon, square, diamond. */
void
trh_sign_draw_valley (cairo_t *cr, int marker, const GdkRGBA *colour, double size)
{
  cairo_save (cr);
  begin (cr, colour, size);
  switch (marker)
    {
    case 1:
      draw_polygon (cr, 6, 5.6, 0);
      break;
    case 2:
      draw_polygon (cr, 4, 6.2, G_PI / 4);
      break;
    case 3:
      draw_polygon (cr, 4, 5.8, 0);
      break;
    default:
      cairo_arc (cr, 6, 6, 4.8, 0, 2 * G_PI);
    }
  cairo_fill (cr);
  cairo_restore (cr);
}

/* ▲ strong, △ weak */
void
trh_sign_draw_alert (cairo_t *cr, gboolean strong, const GdkRGBA *colour, double size)
{
  cairo_save (cr);
  begin (cr, colour, size);
  cairo_move_to (cr, 6, 1.6);
  cairo_line_to (cr, 10.8, 10.2);
  cairo_line_to (cr, 1.2, 10.2);
  cairo_close_path (cr);
  cairo_set_line_width (cr, 1.3);
  if (strong)
    cairo_fill_preserve (cr);
  cairo_stroke (cr);
  cairo_restore (cr);
}

void
trh_sign_draw_lock (cairo_t *cr, const GdkRGBA *colour, double size)
{
  cairo_save (cr);
  begin (cr, colour, size);
  cairo_rectangle (cr, 2.5, 5.5, 7, 5);
  cairo_fill (cr);
  cairo_set_line_width (cr, 1.4);
  cairo_arc (cr, 6, 5, 2.3, G_PI, 2 * G_PI);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/**
 * trh_timeline_append_picture:
 * @widget: a widget that looks the same for many frames
 * @snapshot: its snapshot
 * @draw: paints it
 * @box: what it covers, in pixels of @widget
 *
 * Paints once into a picture as fine as the screen. GTK keeps the node until the widget changes, so
 * that scrolling costs one copy, where clips and rounded borders would be computed in each frame.
 */
void
trh_timeline_append_picture (GtkWidget *widget, GtkSnapshot *snapshot, TrhPictureDraw draw, const graphene_rect_t *box)
{
  int scale = gtk_widget_get_scale_factor (widget);
  int width = (int) box->size.width * scale, height = (int) box->size.height * scale;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, MAX (width, 1), MAX (height, 1));
  cairo_t *cr;

  cairo_surface_set_device_scale (surface, scale, scale);
  cr = cairo_create (surface);
  draw (widget, cr, (int) box->size.width, (int) box->size.height);
  cairo_destroy (cr);

  /* not a texture: the cairo renderer would convert it, pixel by pixel, in each frame */
  cr = gtk_snapshot_append_cairo (snapshot, box);
  cairo_set_source_surface (cr, surface, box->origin.x, box->origin.y);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}
