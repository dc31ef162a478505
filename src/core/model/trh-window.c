/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/model/trh-window.h"

#include <string.h>

#include "core/base/trh-day.h"
#include "core/base/trh-limits.h"

#define F(member, name, ...) TRH_FIELD (TrhWindowRecord, member, name, __VA_ARGS__)
static const TrhField fields[] = {
  F (absent,    "absent"),
  F (first_day, "first-day", TRH_AS_DAY),
  F (last_day,  "last-day",  TRH_AS_DAY),
  F (weekdays,  "weekdays",  0, 7, 0, TRH_FORMAT_WEEKDAYS),
  F (from,      "from",      TRH_AS_CLOCK),
  F (to,        "to",        TRH_AS_CLOCK),
  F (note,      "note",      TRH_AS_LINE),
};
#undef F

const TrhSchema trh_window_schema = TRH_SCHEMA (NULL, TrhWindowRecord, fields);

/**
 * trh_window_covers:
 * @self: a window
 * @day: a day
 *
 * Returns: whether @day is one of its days, whatever the hours
 */
gboolean
trh_window_covers (const TrhWindowRecord *self, int day)
{
  if ((self->first_day != TRH_NO_DAY && day < self->first_day) ||
      (self->last_day != TRH_NO_DAY && day > self->last_day))
    return FALSE;

  return *self->weekdays == '\0' || strchr (self->weekdays, '0' + trh_day_get_weekday (day)) != NULL;
}

/**
 * trh_windows_allow:
 * @windows: (element-type TrhWindowRecord): the windows of one artist, person or venue
 * @day: a day
 *
 * The last window that covers the day decides; when none does, the day is free only if
 * the list holds nothing but absences.
 *
 * Returns: whether someone or something is there on @day, at some hour
 */
gboolean
trh_windows_allow (GPtrArray *windows, int day)
{
  gboolean only_absences = TRUE;

  for (guint i = windows->len; i > 0; i--)
    {
      const TrhWindowRecord *window = windows->pdata[i - 1];

      if (trh_window_covers (window, day))
        /* an absence of some hours leaves the rest of the day */
        return !window->absent || window->from != TRH_NO_CLOCK;
      only_absences = only_absences && window->absent;
    }

  return only_absences;
}
