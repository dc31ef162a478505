/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/schedule/trh-availability.h"

#include "core/base/trh-day.h"

#define DAY_MIN 1440

/* Whether @minute, counted in local minutes from the beginning of day 0, is in the window. */
static gboolean
covers_minute (const TrhWindowRecord *window, gint64 minute)
{
  int day = (int) (minute / DAY_MIN), clock = (int) (minute % DAY_MIN);
  int from = MAX (window->from, 0), to = window->to != TRH_NO_CLOCK ? window->to : DAY_MIN;

  if (from < to)
    return from <= clock && clock < to && trh_window_covers (window, day);
  /* past midnight, into the next day */
  return (clock >= from && trh_window_covers (window, day)) || (clock < to && trh_window_covers (window, day - 1));
}

/* The last window that covers the minute decides, as for whole days. */
static gboolean
allows_minute (GPtrArray *windows, gint64 minute)
{
  gboolean only_absences = TRUE;

  for (guint i = windows->len; i > 0; i--)
    {
      const TrhWindowRecord *window = windows->pdata[i - 1];

      if (covers_minute (window, minute))
        return !window->absent;
      only_absences = only_absences && window->absent;
    }

  return only_absences;
}

/**
 * trh_availability_of_hours:
 * @windows: (element-type TrhWindowRecord): the windows of an artist, a person or a venue
 * @day: a day
 * @start: clock time, or %TRH_NO_CLOCK when only the day is known
 * @duration_min: minutes; they may pass midnight
 *
 * Returns: whether they are there from beginning to end
 */
gboolean
trh_availability_of_hours (GPtrArray *windows, int day, int start, int duration_min)
{
  gint64 first = (gint64) day * DAY_MIN + start, last = first + duration_min;

  if (start == TRH_NO_CLOCK)
    return trh_windows_allow (windows, day);
  if (!allows_minute (windows, first))
    return FALSE;

  /* the answer changes only at midnight and where a window begins or ends */
  for (gint64 midnight = (gint64) day * DAY_MIN; midnight < last; midnight += DAY_MIN)
    {
      if (midnight > first && !allows_minute (windows, midnight))
        return FALSE;
      for (guint i = 0; i < windows->len; i++)
        {
          const TrhWindowRecord *window = windows->pdata[i];
          gint64 from = midnight + window->from, to = midnight + window->to;

          if (window->from != TRH_NO_CLOCK && from > first && from < last && !allows_minute (windows, from))
            return FALSE;
          if (window->to != TRH_NO_CLOCK && to > first && to < last && !allows_minute (windows, to))
            return FALSE;
        }
    }

  return TRUE;
}

struct _TrhOpenDays
{
  GPtrArray             *windows;    /* (nullable) */
  const TrhSeasonRecord *season;
  const char            *commune_id; /* (nullable): whose closures count */
  int                    first_day, last_day;
  guint8                *known;      /* one for each day: 0 not looked up, 1 open, 2 closed */
};

/**
 * trh_open_days_new:
 * @windows: (nullable) (element-type TrhWindowRecord): of the artist or venue
 * @season: the season, whose busy days may close communes
 * @commune_id: (nullable): the commune of a venue; %NULL for someone whom closures do not touch
 * @first_day: the earliest day that may be asked for
 * @last_day: the latest
 *
 * All arguments must outlive the result.
 */
TrhOpenDays *
trh_open_days_new (GPtrArray *windows, const TrhSeasonRecord *season, const char *commune_id,
                   int first_day, int last_day)
{
  TrhOpenDays *self = g_new0 (TrhOpenDays, 1);

  self->windows = windows;
  self->season = season;
  self->commune_id = commune_id;
  self->first_day = first_day;
  self->last_day = last_day;
  self->known = g_new0 (guint8, last_day - first_day + 1);

  return self;
}

void
trh_open_days_free (TrhOpenDays *self)
{
  g_free (self->known);
  g_free (self);
}

static gboolean
is_closed (TrhOpenDays *self, int day)
{
  if (self->windows != NULL && !trh_windows_allow (self->windows, day))
    return TRUE;
  for (guint i = 0; self->commune_id != NULL && i < self->season->busy_days->len; i++)
    {
      const TrhBusyDaysRecord *busy = self->season->busy_days->pdata[i];

      if (busy->kind == TRH_BUSY_CLOSURE && busy->first_day != TRH_NO_DAY &&
          day >= busy->first_day && day <= MAX (busy->last_day, busy->first_day) &&
          (*busy->commune_id == '\0' || g_str_equal (busy->commune_id, self->commune_id)))
        return TRUE;
    }

  return FALSE;
}

/* Whether it is open on @day, which is between the days that were asked for. */
gboolean
trh_open_days_allow (TrhOpenDays *self, int day)
{
  guint8 *known;

  g_return_val_if_fail (day >= self->first_day && day <= self->last_day, FALSE);

  known = &self->known[day - self->first_day];
  if (*known == 0)
    *known = is_closed (self, day) ? 2 : 1;
  return *known == 1;
}

/**
 * trh_open_days_count_closed:
 * @self: days
 * @first_day: a day
 * @last_day: a later one, or the same
 * @first_closed: (out): the first closed day among them
 * @last_closed: (out): the last one
 *
 * Returns: how many of the days are closed
 */
int
trh_open_days_count_closed (TrhOpenDays *self, int first_day, int last_day, int *first_closed, int *last_closed)
{
  int n = 0;

  for (int day = first_day; day <= last_day; day++)
    if (!trh_open_days_allow (self, day))
      {
        *last_closed = day;
        if (n++ == 0)
          *first_closed = day;
      }

  return n;
}
