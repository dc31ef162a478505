/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "core/base/trh-day.h"
#include "widgets/trh-timeline-private.h"

/* Where things are: between time and pixels, and what is in sight. */

static double
get_offset (TrhTimeline *self, GtkOrientation orientation)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];

  return adjustment != NULL ? floor (gtk_adjustment_get_value (adjustment)) : 0;
}

double
trh_timeline_get_offset_y (TrhTimeline *self)
{
  return get_offset (self, GTK_ORIENTATION_VERTICAL);
}

/* Where a minute is drawn, in pixels of the widget. */
double
trh_timeline_get_x (TrhTimeline *self, double minute)
{
  return self->names_px + (minute / TRH_DAY_MIN - self->first_day) * self->day_px
    - get_offset (self, GTK_ORIENTATION_HORIZONTAL);
}

double
trh_timeline_get_minute (TrhTimeline *self, double x)
{
  return (self->first_day + (x - self->names_px + get_offset (self, GTK_ORIENTATION_HORIZONTAL)) / self->day_px)
    * TRH_DAY_MIN;
}

/* The lane at a height of the widget, or %NULL above the first and below the last. */
TrhLane *
trh_timeline_find_lane_at (TrhTimeline *self, double y)
{
  double paper_y = y - TRH_TIMELINE_HEAD + trh_timeline_get_offset_y (self);
  TrhLane *lane;

  if (y < TRH_TIMELINE_HEAD || trh_lanes_get_n_lanes (self->lanes) == 0 || paper_y >= trh_lanes_get_height (self->lanes))
    return NULL;
  lane = trh_lanes_get_lane (self->lanes, trh_lanes_find_at (self->lanes, paper_y));

  return lane;
}

/* Tells the scroll bars how much there is. */
void
trh_timeline_configure (TrhTimeline *self, int width, int height)
{
  const double sizes[2] = {
    self->names_px + (self->last_day - self->first_day + 1) * self->day_px,
    TRH_TIMELINE_HEAD + trh_lanes_get_height (self->lanes),
  };
  const int pages[2] = { width, height };

  for (guint i = 0; i < 2; i++)
    if (self->adjustments[i] != NULL)
      {
        double upper = MAX (sizes[i], pages[i]);
        double value = CLAMP (gtk_adjustment_get_value (self->adjustments[i]), 0, upper - pages[i]);

        gtk_adjustment_configure (self->adjustments[i], value, 0, upper, 48, pages[i] * 0.9, pages[i]);
      }
}

/* Scrolls at once, as far as there is something to see. */
void
trh_timeline_scroll_to (TrhTimeline *self, GtkOrientation orientation, double value)
{
  if (self->adjustments[orientation] != NULL)
    gtk_adjustment_set_value (self->adjustments[orientation], value);
}

static double
get_paper_width (TrhTimeline *self)
{
  return MAX (self->width - self->names_px, 1);
}

/* Changes the width of a day and keeps the moment at @anchor_x where it is. */
void
trh_timeline_set_day_px (TrhTimeline *self, double day_px, double anchor_x)
{
  double minute = trh_timeline_get_minute (self, anchor_x);
  TrhTimelineScale before = trh_timeline_get_scale (self);

  self->day_px = CLAMP (day_px, TRH_TIMELINE_MIN_DAY, TRH_TIMELINE_MAX_DAY);
  trh_timeline_configure (self, gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)));
  trh_timeline_scroll_to (self, GTK_ORIENTATION_HORIZONTAL,
    (minute / TRH_DAY_MIN - self->first_day) * self->day_px - (anchor_x - self->names_px));
  trh_timeline_queue_place (self);
  g_signal_emit (self, trh_timeline_signals[TRH_SIGNAL_VIEW_CHANGED], 0);
  if (before != trh_timeline_get_scale (self))
    g_object_notify (G_OBJECT (self), "scale");
}

/* Multiplies the width of a day around the middle of what is in sight. */
void
trh_timeline_zoom (TrhTimeline *self, double factor)
{
  self->fitted = FALSE;
  trh_timeline_set_day_px (self, self->day_px * factor, self->names_px + get_paper_width (self) / 2);
}

TrhTimelineScale
trh_timeline_get_scale (TrhTimeline *self)
{
  if (self->pending_scale >= 0)
    return self->pending_scale;
  return self->day_px >= 300 ? TRH_SCALE_DAY : self->day_px >= 32 ? TRH_SCALE_WEEK : TRH_SCALE_SEASON;
}

static double
get_scale_px (TrhTimeline *self, TrhTimelineScale scale)
{
  double width = get_paper_width (self);

  switch (scale)
    {
    case TRH_SCALE_DAY:
      return MAX (width * 24 / 15, 480); /* from eight to eleven in the evening */
    case TRH_SCALE_WEEK:
      return MAX (width / 7, 56);
    case TRH_SCALE_SEASON:
    default:
      return CLAMP (width / (self->season_last_day - self->season_first_day + 3), 3.5, 31);
    }
}

/**
 * trh_timeline_set_scale:
 * @self: a timeline
 * @scale: how much one sees
 *
 * Shows a day, a week or the whole season around what is selected, or else what is in the middle.
 */
void
trh_timeline_set_scale (TrhTimeline *self, TrhTimelineScale scale)
{
  TrhBar *bar = trh_timeline_find_cursor (self);
  double middle = self->names_px + get_paper_width (self) / 2;
  int day = trh_timeline_get_middle_day (self);

  if (self->width < 1) /* with the first allocation */
    {
      self->pending_scale = scale;
      self->fitted = TRUE;
      g_object_notify (G_OBJECT (self), "scale");
      return;
    }

  if (bar != NULL)
    {
      int from_min, to_min;

      trh_bar_get_span (bar, &from_min, &to_min);
      if (trh_timeline_get_x (self, to_min) > self->names_px
          && trh_timeline_get_x (self, from_min) < gtk_widget_get_width (GTK_WIDGET (self)))
        day = from_min / TRH_DAY_MIN;
    }
  self->fitted = TRUE;
  trh_timeline_set_day_px (self, get_scale_px (self, scale), middle);
  trh_timeline_show_day (self, scale == TRH_SCALE_SEASON ? self->season_first_day - 1 : day);
}

/* With the first width: the scale and the day that were asked for before. Nobody is told, since
 * this is part of a layout. */
static void
take_pending (TrhTimeline *self)
{
  if (self->pending_scale >= 0)
    {
      TrhTimelineScale scale = self->pending_scale;

      self->pending_scale = -1;
      self->day_px = get_scale_px (self, scale);
      trh_timeline_configure (self, gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)));
      if (scale == TRH_SCALE_SEASON || self->pending_day == 0)
        trh_timeline_show_day (self, scale == TRH_SCALE_SEASON ? self->season_first_day - 1 : self->season_first_day);
      else
        trh_timeline_show_day (self, self->pending_day);
    }
  else if (self->pending_day != 0)
    trh_timeline_show_day (self, self->pending_day);
  self->pending_day = 0;
}

/* A new size: the same day stays at the left edge, and the scale that was chosen still fits. */
void
trh_timeline_take_width (TrhTimeline *self, int width, int height)
{
  double left_day = trh_timeline_get_minute (self, self->names_px) / TRH_DAY_MIN;
  gboolean first = self->width < 1, changed = self->width != width;
  TrhTimelineScale scale = trh_timeline_get_scale (self);

  self->width = width;
  self->names_px = width < 480 ? MAX (width / 4, 72) : CLAMP (width / 5, 120, 200);
  if (changed && !first && self->fitted && self->pending_scale < 0)
    self->day_px = get_scale_px (self, scale);
  trh_timeline_configure (self, width, height);
  if (changed && !first)
    trh_timeline_scroll_to (self, GTK_ORIENTATION_HORIZONTAL,
      ((scale == TRH_SCALE_SEASON && self->fitted ? self->season_first_day - 1 : left_day) - self->first_day) * self->day_px);
  take_pending (self);
}

/* Puts @day at the left edge; at the scale of weeks its Monday, of days its morning. */
void
trh_timeline_show_day (TrhTimeline *self, int day)
{
  TrhTimelineScale scale = trh_timeline_get_scale (self);
  double minute;

  if (self->width < 1)
    {
      self->pending_day = day;
      return;
    }
  if (scale == TRH_SCALE_WEEK)
    day -= trh_day_get_weekday (day) - 1;
  minute = (double) day * TRH_DAY_MIN + (scale == TRH_SCALE_DAY ? 8 * 60 : 0);
  trh_timeline_scroll_to (self, GTK_ORIENTATION_HORIZONTAL, (minute / TRH_DAY_MIN - self->first_day) * self->day_px);
}

/* The days in sight, in whole or in part; before the first layout, those that will be. */
void
trh_timeline_get_view (TrhTimeline *self, int *first_day, int *last_day)
{
  if (self->width < 1)
    {
      static const int n_days[] = { [TRH_SCALE_DAY] = 1, [TRH_SCALE_WEEK] = 7 };
      TrhTimelineScale scale = trh_timeline_get_scale (self);

      *first_day = scale == TRH_SCALE_SEASON || self->pending_day == 0 ? self->season_first_day : self->pending_day;
      *last_day = scale == TRH_SCALE_SEASON ? self->season_last_day : *first_day + n_days[scale] - 1;
      return;
    }
  *first_day = (int) (trh_timeline_get_minute (self, self->names_px) / TRH_DAY_MIN + 0.05);
  *last_day = (int) (trh_timeline_get_minute (self, self->names_px + get_paper_width (self)) / TRH_DAY_MIN - 0.05);
  *last_day = CLAMP (*last_day, *first_day, MAX (self->last_day, *first_day));
}

int
trh_timeline_get_middle_day (TrhTimeline *self)
{
  int first_day, last_day;

  trh_timeline_get_view (self, &first_day, &last_day);
  return first_day + (last_day - first_day) / 2;
}

/* One day, one week or, where the season is in sight, one month further. */
void
trh_timeline_turn_page (TrhTimeline *self, int pages)
{
  int first_day, last_day;

  trh_timeline_get_view (self, &first_day, &last_day);
  switch (trh_timeline_get_scale (self))
    {
    case TRH_SCALE_DAY:
      trh_timeline_show_day (self, first_day + pages);
      break;
    case TRH_SCALE_WEEK:
      trh_timeline_show_day (self, first_day + 7 * pages);
      break;
    case TRH_SCALE_SEASON:
    default:
      trh_timeline_turn_month (self, pages);
    }
}

void
trh_timeline_turn_month (TrhTimeline *self, int months)
{
  int first_day, last_day, year, month, day;

  trh_timeline_get_view (self, &first_day, &last_day);
  trh_day_to_date (first_day + (trh_timeline_get_scale (self) == TRH_SCALE_WEEK ? 3 : 0), &year, &month, &day);
  month += months - 1;
  year += month >= 0 ? month / 12 : -1 - (-1 - month) / 12;
  month = ((month % 12) + 12) % 12 + 1;
  trh_timeline_show_day (self, trh_day_from_date (year, month, 1));
}

/**
 * trh_timeline_set_days:
 * @self: a timeline
 * @first_day: the first day that can be seen
 * @last_day: the last one
 * @season_first_day: outside the season the paper is darker
 * @season_last_day: its last day
 */
void
trh_timeline_set_days (TrhTimeline *self, int first_day, int last_day, int season_first_day, int season_last_day)
{
  double left = (self->first_day - first_day) * self->day_px + get_offset (self, GTK_ORIENTATION_HORIZONTAL);

  if (self->first_day == first_day && self->last_day == last_day
      && self->season_first_day == season_first_day && self->season_last_day == season_last_day)
    return;
  self->first_day = first_day;
  self->last_day = MAX (last_day, first_day);
  self->season_first_day = season_first_day;
  self->season_last_day = MAX (season_last_day, season_first_day);
  trh_timeline_configure (self, gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)));
  trh_timeline_scroll_to (self, GTK_ORIENTATION_HORIZONTAL, left);
  trh_timeline_queue_place (self);
}
