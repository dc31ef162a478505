/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/schedule/trh-occupation.h"

/* Who is there, by the day on which they give their places back. */
typedef struct {
  const TrhStayRecord *stay;
  int end_day;
  int places;
} Part;

struct _TrhOccupation
{
  int     places;
  gint64  taken;
  GArray *parts; /* Part, the first to go first */
};

TrhOccupation *
trh_occupation_new (int places)
{
  TrhOccupation *self = g_new0 (TrhOccupation, 1);

  self->places = places;
  self->parts = g_array_new (FALSE, FALSE, sizeof (Part));

  return self;
}

void
trh_occupation_free (TrhOccupation *self)
{
  g_array_unref (self->parts);
  g_free (self);
}

static void
let_go (TrhOccupation *self, int day)
{
  guint n = 0;

  while (n < self->parts->len && g_array_index (self->parts, Part, n).end_day <= day)
    self->taken -= g_array_index (self->parts, Part, n++).places;
  if (n > 0)
    g_array_remove_range (self->parts, 0, n);
}

static void
insert (TrhOccupation *self, Part part)
{
  guint low = 0, high = self->parts->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->parts, Part, middle).end_day <= part.end_day)
        low = middle + 1;
      else
        high = middle;
    }
  g_array_insert_val (self->parts, low, part);
  self->taken += part.places;
}

/**
 * trh_occupation_take:
 * @self: what is taken
 * @stay: who comes: none arrived earlier than one who was put in before
 * @end_day: the day from which their places are free again
 * @places: how many they need
 * @until_day: (out): the day from which they have all of them, @end_day at the latest
 * @other: (out) (nullable): the stay there that goes last
 *
 * Returns: how many are missing on the day of arrival, when there are more later; 0 when
 *   there are enough
 */
int
trh_occupation_take (TrhOccupation *self, const TrhStayRecord *stay, int end_day, int places,
                     int *until_day, const TrhStayRecord **other)
{
  gint64 taken;
  int missing;

  let_go (self, stay->first_day);
  taken = self->taken;
  missing = (int) CLAMP (taken + places - self->places, 0, places);
  *until_day = stay->first_day;
  *other = self->parts->len > 0 ? g_array_index (self->parts, Part, self->parts->len - 1).stay : NULL;

  for (guint i = 0; i < self->parts->len && taken + places > self->places; i++)
    {
      const Part *part = &g_array_index (self->parts, Part, i);

      taken -= part->places;
      *until_day = part->end_day;
    }
  if (taken + places > self->places || *until_day > end_day)
    *until_day = end_day;

  insert (self, (Part) { stay, end_day, places });
  return missing;
}
