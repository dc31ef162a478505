/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "measure.h"

#include <stdio.h>
#include <time.h>

static int
compare (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return (first > second) - (first < second);
}

/* Milliseconds that this thread has kept a processor busy so far. */
double
measure_thread_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1000 + (double) now.tv_nsec / 1e6;
}

/* The one of @times (doubles, at least one; they are sorted) that so many hundredths of them do not pass: 0 is the
 * shortest, 50 the one in the middle. */
double
measure_part (GArray *times, guint hundredth)
{
  g_assert (times->len > 0 && hundredth < 100);
  g_array_sort (times, compare);

  return g_array_index (times, double, times->len * hundredth / 100);
}

/* Prints the middle one of @times and the one of 95 in a hundred, and whether the judged one is within its target. */
gboolean
measure_tell (const char *what, GArray *times, guint judged, double most_ms)
{
  gboolean good = measure_part (times, judged) <= most_ms;

  printf ("%-24s %6.2f ms, 95 of 100 within %6.2f ms (%u of 100 within %.0f wanted)%s\n", what, measure_part (times, 50),
          measure_part (times, 95), judged, most_ms, good ? "" : "  TOO SLOW");
  return good;
}
