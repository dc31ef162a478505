/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <math.h>

#include "core/base/trh-day.h"
#include "widgets/trh-timeline-private.h"

/* The paper, the roads between stays, what is being dragged, and on top the dates and the
 * column of names, which stay where they are. */

#define HATCH_PX 8
#define ROAD_MARGIN_PX 2 /* between the words of a road and the stays at its ends */

static void
append_rect (GtkSnapshot *snapshot, const GdkRGBA *colour, double x, double y, double width, double height)
{
  if (width > 0 && height > 0)
    gtk_snapshot_append_color (snapshot, colour, &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height));
}

static PangoLayout *
get_text (TrhTimeline *self, const char *text, double scale, gboolean bold)
{
  g_autofree char *key = g_strdup_printf ("%d%s", (int) (scale * 100) * 2 + bold, text);
  PangoLayout *layout = g_hash_table_lookup (self->texts, key);
  g_autoptr(PangoAttrList) attributes = NULL;

  if (layout != NULL)
    return layout;
  if (g_hash_table_size (self->texts) > 600) /* ten years of days */
    g_hash_table_remove_all (self->texts);
  attributes = pango_attr_list_new ();
  pango_attr_list_insert (attributes, pango_attr_scale_new (scale));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  if (bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  pango_layout_set_attributes (layout, attributes);
  g_hash_table_insert (self->texts, g_steal_pointer (&key), layout);
  return layout;
}

static void
append_text (GtkSnapshot *snapshot, PangoLayout *layout, double x, double y, const GdkRGBA *colour)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) floor (x), (float) floor (y)));
  gtk_snapshot_append_layout (snapshot, layout, colour);
  gtk_snapshot_restore (snapshot);
}

static double
get_day_x (TrhTimeline *self, int day)
{
  return floor (trh_timeline_get_x (self, (double) day * TRH_DAY_MIN));
}

static const char *
say_short_weekday (int weekday)
{
  static const char *const names[] = {
    NC_("short weekday", "Mo"), NC_("short weekday", "Tu"), NC_("short weekday", "We"), NC_("short weekday", "Th"),
    NC_("short weekday", "Fr"), NC_("short weekday", "Sa"), NC_("short weekday", "Su"),
  };

  return g_dpgettext2 (NULL, "short weekday", names[weekday - 1]);
}

/* Hours between two lines where a day is wide enough to show them, else 0. */
static int
get_hour_step (TrhTimeline *self)
{
  double hour_px = self->day_px / 24;

  if (self->day_px < 300)
    return 0;
  return hour_px >= 44 ? 1 : hour_px >= 22 ? 2 : hour_px >= 15 ? 3 : 6;
}

/* Columns of days: weekends, what lies outside the season, lines. */
static void
draw_paper (TrhTimeline *self, GtkSnapshot *snapshot, int width, int height)
{
  const TrhTimelinePalette *palette = trh_timeline_peek_palette (self);
  int first_day, last_day, hour_step = get_hour_step (self);
  double top = TRH_TIMELINE_HEAD, tall = height - top;

  trh_timeline_get_view (self, &first_day, &last_day);
  for (int day = first_day - 1; day <= last_day + 1; day++)
    {
      double x = get_day_x (self, day), next_x = get_day_x (self, day + 1);
      int year, month, day_of_month, weekday = trh_day_get_weekday (day);

      if (self->day_px >= 4 && (weekday >= 6 || g_hash_table_contains (self->holidays, GINT_TO_POINTER (day))))
        append_rect (snapshot, &palette->weekend, x, top, next_x - x, tall);
      trh_day_to_date (day, &year, &month, &day_of_month);
      if (day_of_month == 1)
        append_rect (snapshot, &palette->strong_line, x, top, 1, tall);
      else if (self->day_px >= 14 || weekday == 1)
        append_rect (snapshot, &palette->line, x, top, 1, tall);
      for (int hour = hour_step; hour_step > 0 && hour < 24; hour += hour_step)
        append_rect (snapshot, &palette->line, floor (trh_timeline_get_x (self, day * 1440. + hour * 60)), top, 1, tall);
    }

  append_rect (snapshot, &palette->outside, self->names_px, top, get_day_x (self, self->season_first_day) - self->names_px, tall);
  append_rect (snapshot, &palette->outside, MAX (get_day_x (self, self->season_last_day + 1), self->names_px), top,
               width - MAX (get_day_x (self, self->season_last_day + 1), self->names_px), tall);
}

static void
draw_hatch (cairo_t *cr, const GdkRGBA *colour, TrhShadeKind kind)
{
  gdk_cairo_set_source_rgba (cr, colour);
  if (kind == TRH_SHADE_CLOSED)
    {
      cairo_arc (cr, 2, 2, 1, 0, 2 * G_PI);
      cairo_fill (cr);
      cairo_arc (cr, 6, 6, 1, 0, 2 * G_PI);
      cairo_fill (cr);
      return;
    }
  cairo_set_line_width (cr, 1);
  for (int i = -1; i <= 1; i++)
    {
      cairo_move_to (cr, i * HATCH_PX - 1, HATCH_PX + 1);
      cairo_line_to (cr, (i + 1) * HATCH_PX + 1, -1);
    }
  cairo_stroke (cr);
}

/* The cairo renderer makes a surface for each repeat node in each frame, on X11 in shared memory;
 * one pattern of our own takes a tenth of the time. */
static cairo_pattern_t *
make_hatch (const GdkRGBA *colour, TrhShadeKind kind, int scale)
{
  const int side = 8 * HATCH_PX; /* longer rows are copied faster */
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, side * scale, side * scale);
  cairo_pattern_t *pattern;
  cairo_t *cr;

  cairo_surface_set_device_scale (surface, scale, scale);
  cr = cairo_create (surface);
  for (int i = 0; i < 64; i++)
    {
      cairo_save (cr);
      cairo_translate (cr, i % 8 * HATCH_PX, i / 8 * HATCH_PX);
      cairo_rectangle (cr, 0, 0, HATCH_PX, HATCH_PX);
      cairo_clip (cr);
      draw_hatch (cr, colour, kind);
      cairo_restore (cr);
    }
  cairo_destroy (cr);
  pattern = cairo_pattern_create_for_surface (surface);
  cairo_pattern_set_extend (pattern, CAIRO_EXTEND_REPEAT);
  cairo_pattern_set_filter (pattern, CAIRO_FILTER_NEAREST);
  cairo_surface_destroy (surface);
  return pattern;
}

static void
draw_shade (TrhTimeline *self, GtkSnapshot *snapshot, const TrhShade *shade, double y, double lane_height, int width)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const TrhTimelinePalette *palette = trh_timeline_peek_palette (self);
  double origin = get_day_x (self, shade->first_day); /* the pattern moves with the paper */
  double x0 = MAX (origin, self->names_px), x1 = MIN (get_day_x (self, shade->last_day + 1), width);
  graphene_rect_t box = GRAPHENE_RECT_INIT ((float) x0, (float) y, (float) (x1 - x0), (float) lane_height - 1);
  graphene_rect_t tile = GRAPHENE_RECT_INIT (0, 0, HATCH_PX, HATCH_PX);
  cairo_t *cr;

  if (x1 <= x0)
    return;
  origin = x0 - fmod (x0 - origin, HATCH_PX);
  if (GSK_IS_CAIRO_RENDERER (gtk_native_get_renderer (gtk_widget_get_native (widget))))
    {
      if (self->hatches[shade->kind] == NULL)
        self->hatches[shade->kind] = make_hatch (&palette->hatch, shade->kind, gtk_widget_get_scale_factor (widget));
      cr = gtk_snapshot_append_cairo (snapshot, &box);
      cairo_translate (cr, origin, y);
      cairo_set_source (cr, self->hatches[shade->kind]);
      cairo_paint (cr);
      cairo_destroy (cr);
      return;
    }

  box.origin.x -= (float) origin;
  box.origin.y = 0;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) origin, (float) y));
  gtk_snapshot_push_repeat (snapshot, &box, &tile);
  cr = gtk_snapshot_append_cairo (snapshot, &tile);
  draw_hatch (cr, &palette->hatch, shade->kind);
  cairo_destroy (cr);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_restore (snapshot);
}

/* An arrow from the end of a stay to the next one of the lane, with its duration where that fits between both. */
static void
draw_road (TrhTimeline *self, GtkSnapshot *snapshot, const TrhLane *lane, const TrhBar *bar, const TrhBar *next)
{
  const TrhTimelinePalette *palette = trh_timeline_peek_palette (self);
  int from_min, to_min, next_min, text_width, text_height;
  double x0, x1, y, room;
  PangoLayout *layout;
  cairo_t *cr;

  trh_bar_get_span (bar, &from_min, &to_min);
  trh_bar_get_span (next, &next_min, &from_min);
  x0 = trh_timeline_get_x (self, to_min) + 2;
  x1 = trh_timeline_get_x (self, next_min) - 2;
  if (x1 - x0 < 7 || x1 < self->names_px || x0 > gtk_widget_get_width (GTK_WIDGET (self)))
    return;
  room = x1 - x0 - 2 * ROAD_MARGIN_PX;
  x0 = MAX (x0, self->names_px - 200);
  y = floor (trh_lane_get_bar_y (lane, next)) + TRH_STAY_HEIGHT / 2 + TRH_TIMELINE_HEAD - trh_timeline_get_offset_y (self);

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT ((float) x0, (float) y - 5, (float) (x1 - x0), 10));
  gdk_cairo_set_source_rgba (cr, &palette->dim);
  cairo_set_line_width (cr, 1);
  cairo_move_to (cr, x0, y + 0.5);
  cairo_line_to (cr, x1 - 4, y + 0.5);
  cairo_stroke (cr);
  cairo_move_to (cr, x1, y + 0.5);
  cairo_line_to (cr, x1 - 5, y - 3);
  cairo_line_to (cr, x1 - 5, y + 4);
  cairo_close_path (cr);
  cairo_fill (cr);
  cairo_destroy (cr);

  layout = get_text (self, bar->road, 0.83, FALSE);
  pango_layout_get_pixel_size (layout, &text_width, &text_height);
  if (text_width <= room)
    append_text (snapshot, layout, (x0 + x1 - text_width) / 2, y - text_height, &palette->dim);
}

static void
draw_lanes (TrhTimeline *self, GtkSnapshot *snapshot, int width, int height)
{
  const TrhTimelinePalette *palette = trh_timeline_peek_palette (self);
  double offset_y = trh_timeline_get_offset_y (self), bottom = offset_y + height - TRH_TIMELINE_HEAD;

  for (guint i = trh_lanes_find_at (self->lanes, offset_y); i < trh_lanes_get_n_lanes (self->lanes); i++)
    {
      TrhLane *lane = trh_lanes_get_lane (self->lanes, i);
      double y = TRH_TIMELINE_HEAD + floor (lane->y) - offset_y;

      if (lane->y >= bottom)
        break;
      for (guint j = 0; j < lane->shades->len; j++)
        draw_shade (self, snapshot, &g_array_index (lane->shades, TrhShade, j), y, lane->height, width);
      append_rect (snapshot, &palette->line, 0, y + lane->height - 1, width, 1);
      for (guint j = 0; j < lane->bars->len; j++)
        {
          TrhBar *bar = lane->bars->pdata[j];
          TrhBar *next = bar->road != NULL ? trh_lane_find_next_stay (lane, j) : NULL;

          if (next != NULL)
            draw_road (self, snapshot, lane, bar, next);
        }
    }
}

static void
draw_now (TrhTimeline *self, GtkSnapshot *snapshot, int height)
{
  /* both of the territory's clock: this computer may be set to another */
  double minute = trh_day_today () * 1440. + trh_clock_now ();

  append_rect (snapshot, &trh_timeline_peek_palette (self)->alert, floor (trh_timeline_get_x (self, minute)),
               TRH_TIMELINE_HEAD - 4, 2, height - TRH_TIMELINE_HEAD + 4);
}

/* Where the dragged bar would go. */
static void
draw_aim (TrhTimeline *self, GtkSnapshot *snapshot)
{
  const TrhTimelinePalette *palette = trh_timeline_peek_palette (self);
  const TrhTimelineDrag *drag = &self->drag;
  TrhLane *lane = drag->moving && drag->to_lane_id != NULL ? trh_lanes_find_lane (self->lanes, drag->to_lane_id) : NULL;
  TrhBar *old = lane != NULL && drag->id != NULL ? trh_lanes_find_bar (self->lanes, drag->id, drag->to_lane_id) : NULL;
  TrhBar ghost = { .kind = drag->kind, .start_min = drag->to_start_min, .end_min = drag->to_end_min };
  GdkRGBA fill = trh_colour_with_alpha (&palette->accent, 0.3);
  const float widths[4] = { 2, 2, 2, 2 };
  const GdkRGBA colours[4] = { palette->accent, palette->accent, palette->accent, palette->accent };
  GskRoundedRect shape;
  int from_min, to_min;
  double x, y;

  if (lane == NULL)
    return;
  if (old != NULL && g_str_equal (old->lane_id, lane->id))
    ghost.row = old->row;
  trh_bar_get_span (&ghost, &from_min, &to_min);
  x = trh_timeline_get_x (self, from_min);
  y = trh_lane_get_bar_y (lane, &ghost) + TRH_TIMELINE_HEAD - trh_timeline_get_offset_y (self);
  gsk_rounded_rect_init_from_rect (&shape,
    &GRAPHENE_RECT_INIT ((float) floor (x), (float) floor (y), (float) MAX (trh_timeline_get_x (self, to_min) - x, 8),
                         (float) trh_bar_get_height (&ghost)), 6);
  gtk_snapshot_push_rounded_clip (snapshot, &shape);
  gtk_snapshot_append_color (snapshot, &fill, &shape.bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &shape, widths, colours);
}

/* What it would mean, beside the pointer. */
static void
draw_words (TrhTimeline *self, GtkSnapshot *snapshot, int width, int height)
{
  const GdkRGBA ground = { 0.12f, 0.12f, 0.14f, 0.94f }, ink = { 1, 1, 1, 1 };
  g_autoptr(PangoLayout) layout = NULL;
  GskRoundedRect shape;
  int text_width, text_height;
  double x, y;

  if (!self->drag.moving || self->drag.words == NULL)
    return;
  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->drag.words);
  pango_layout_set_width (layout, MIN (320, width - 32) * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_get_pixel_size (layout, &text_width, &text_height);
  x = CLAMP (self->drag.x + 14, 4, MAX (4, width - text_width - 24));
  y = self->drag.y + 20 + text_height + 12 < height ? self->drag.y + 20 : self->drag.y - text_height - 28;
  y = MAX (y, 4);
  gsk_rounded_rect_init_from_rect (&shape,
    &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) text_width + 20, (float) text_height + 12), 8);
  gtk_snapshot_push_rounded_clip (snapshot, &shape);
  gtk_snapshot_append_color (snapshot, &ground, &shape.bounds);
  gtk_snapshot_pop (snapshot);
  append_text (snapshot, layout, x + 10, y + 6, &ink);
}

/* Months, or days where hours are shown; a name stays in sight as long as its part does. */
static void
draw_upper_dates (TrhTimeline *self, GtkSnapshot *snapshot, int width)
{
  const TrhTimelinePalette *palette = trh_timeline_peek_palette (self);
  gboolean days = self->day_px >= 300;
  int first_day, last_day, year, month, day_of_month;

  trh_timeline_get_view (self, &first_day, &last_day);
  for (int day = first_day; day <= last_day;)
    {
      int next = day + 1, text_width, text_height;
      g_autofree char *text = NULL;
      PangoLayout *layout;
      double x, end;

      trh_day_to_date (day, &year, &month, &day_of_month);
      if (!days)
        next = trh_day_from_date (month == 12 ? year + 1 : year, month == 12 ? 1 : month + 1, 1);
      x = MAX (get_day_x (self, days ? day : day - day_of_month + 1), self->names_px);
      end = get_day_x (self, next);
      if (days)
        text = trh_day_say (day);
      else
        /* Translators: month and year, as in "June 2027" */
        text = g_strdup_printf (C_("month", "%1$s %2$d"), trh_day_say_month (month), year);
      layout = get_text (self, text, 1, TRUE);
      pango_layout_get_pixel_size (layout, &text_width, &text_height);
      if (!days && text_width + 16 > end - get_day_x (self, day - day_of_month + 1))
        {
          layout = get_text (self, trh_day_say_month (month), 0.9, TRUE);
          pango_layout_get_pixel_size (layout, &text_width, &text_height);
        }
      gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT ((float) x, 0, (float) MAX (end - x, 0), TRH_TIMELINE_HEAD));
      append_text (snapshot, layout, MIN (x + 8, MAX (end - text_width - 8, x - text_width)), (26 - text_height) / 2.,
                   &palette->foreground);
      gtk_snapshot_pop (snapshot);
      if (end > self->names_px)
        append_rect (snapshot, &palette->strong_line, end, 4, 1, TRH_TIMELINE_HEAD - 4);
      day = next;
    }
}

static void
draw_day (TrhTimeline *self, GtkSnapshot *snapshot, int day)
{
  const TrhTimelinePalette *palette = trh_timeline_peek_palette (self);
  const char *holiday = g_hash_table_lookup (self->holidays, GINT_TO_POINTER (day));
  int year, month, day_of_month, weekday = trh_day_get_weekday (day), text_width, text_height;
  double x = get_day_x (self, day), room = self->day_px;
  gboolean today = day == trh_day_today ();
  const GdkRGBA *ink = weekday >= 6 || holiday != NULL ? &palette->dim : &palette->foreground;
  g_autofree char *text = NULL;
  PangoLayout *layout;

  trh_day_to_date (day, &year, &month, &day_of_month);
  if (self->day_px < 18)
    {
      if (weekday != 1)
        return;
      room = 7 * self->day_px;
    }
  if (self->day_px >= 150 && holiday != NULL)
    /* Translators: head of a day: weekday, number, name of the holiday */
    text = g_strdup_printf (C_("day", "%1$s %2$d, %3$s"), say_short_weekday (weekday), day_of_month, holiday);
  else if (self->day_px >= 110)
    /* Translators: head of a day: weekday and number */
    text = g_strdup_printf (C_("day", "%1$s %2$d"), trh_day_say_weekday (weekday), day_of_month);
  else if (self->day_px >= 38)
    text = g_strdup_printf (C_("day", "%1$s %2$d"), say_short_weekday (weekday), day_of_month);
  else
    text = g_strdup_printf ("%d", day_of_month);
  layout = get_text (self, text, 0.88, today);
  pango_layout_get_pixel_size (layout, &text_width, &text_height);
  if (text_width + 4 > room)
    return;
  x += self->day_px < 18 ? 3 : self->day_px >= 110 ? 8 : (self->day_px - text_width) / 2;
  if (today)
    {
      GskRoundedRect shape;
      GdkRGBA white = { 1, 1, 1, 1 }, ground = palette->accent;

      if (palette->dark)
        white = (GdkRGBA) { 0.1f, 0.1f, 0.1f, 1 };
      gsk_rounded_rect_init_from_rect (&shape, &GRAPHENE_RECT_INIT ((float) floor (x) - 5, 25, (float) text_width + 10, 20), 10);
      gtk_snapshot_push_rounded_clip (snapshot, &shape);
      gtk_snapshot_append_color (snapshot, &ground, &shape.bounds);
      gtk_snapshot_pop (snapshot);
      append_text (snapshot, layout, x, 26 + (18 - text_height) / 2., &white);
    }
  else
    append_text (snapshot, layout, x, 26 + (18 - text_height) / 2., ink);
  if (holiday != NULL && self->day_px >= 6)
    append_rect (snapshot, &palette->accent, get_day_x (self, day) + 1, TRH_TIMELINE_HEAD - 3, self->day_px - 1, 2);
}

static void
draw_hours (TrhTimeline *self, GtkSnapshot *snapshot, int day)
{
  const TrhTimelinePalette *palette = trh_timeline_peek_palette (self);
  int step = get_hour_step (self);

  for (int hour = step; hour < 24; hour += step)
    {
      g_autofree char *text = trh_clock_say (hour * 60);
      PangoLayout *layout = get_text (self, text, 0.83, FALSE);
      int text_width, text_height;

      double left;

      pango_layout_get_pixel_size (layout, &text_width, &text_height);
      left = trh_timeline_get_x (self, day * 1440. + hour * 60) - text_width / 2.;
      if (left >= self->names_px) /* not half of it beside the names */
        append_text (snapshot, layout, left, 26 + (18 - text_height) / 2., &palette->dim);
    }
}

static void
draw_head (TrhTimeline *self, GtkSnapshot *snapshot, int width)
{
  const TrhTimelinePalette *palette = trh_timeline_peek_palette (self);
  int first_day, last_day;

  append_rect (snapshot, &palette->margin, 0, 0, width, TRH_TIMELINE_HEAD);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT ((float) self->names_px, 0, (float) (width - self->names_px),
                                                         TRH_TIMELINE_HEAD));
  trh_timeline_get_view (self, &first_day, &last_day);
  for (int day = first_day - 7; day <= last_day + 1; day++)
    {
      if (get_hour_step (self) > 0)
        draw_hours (self, snapshot, day);
      else
        draw_day (self, snapshot, day);
    }
  draw_upper_dates (self, snapshot, width);
  gtk_snapshot_pop (snapshot);
  append_rect (snapshot, &palette->strong_line, 0, TRH_TIMELINE_HEAD - 1, width, 1);
}

void
trh_timeline_draw (TrhTimeline *self, GtkSnapshot *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const TrhTimelinePalette *palette = trh_timeline_peek_palette (self);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);

  append_rect (snapshot, &palette->paper, 0, 0, width, height);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT ((float) self->names_px, TRH_TIMELINE_HEAD - 4,
                                                         (float) (width - self->names_px), (float) height));
  draw_paper (self, snapshot, width, height);
  draw_lanes (self, snapshot, width, height);
  for (guint i = 0; i < self->bars->len; i++)
    gtk_widget_snapshot_child (widget, self->bars->pdata[i], snapshot);
  draw_now (self, snapshot, height);
  draw_aim (self, snapshot);
  gtk_snapshot_pop (snapshot);

  append_rect (snapshot, &palette->margin, 0, TRH_TIMELINE_HEAD, self->names_px, height);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, TRH_TIMELINE_HEAD, (float) self->names_px, (float) height));
  for (guint i = 0; i < self->names->len; i++)
    gtk_widget_snapshot_child (widget, self->names->pdata[i], snapshot);
  gtk_snapshot_pop (snapshot);
  draw_head (self, snapshot, width);
  append_rect (snapshot, &palette->strong_line, self->names_px - 1, 0, 1, height);
  draw_words (self, snapshot, width, height);
}

/* The dates of a bar: "7–9 June 2027" or "18:00 – 19:30". (transfer full) */
char *
trh_timeline_say_span (TrhBarKind kind, int start_min, int end_min)
{
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;

  if (kind == TRH_BAR_STAY)
    return trh_day_say_range (start_min / TRH_DAY_MIN, end_min / TRH_DAY_MIN);
  start = trh_clock_say (start_min % TRH_DAY_MIN);
  end = trh_clock_say (end_min % TRH_DAY_MIN);
  /* Translators: from one clock time to another, as in "18:00 – 19:30" */
  return g_strdup_printf (C_("clock range", "%1$s – %2$s"), start, end);
}
