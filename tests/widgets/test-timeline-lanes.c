/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/trh-timeline-lanes.h"

#define N_LANES   8
#define N_OBJECTS 60
#define N_STEPS   4000

/* The slow, obvious twin: a plain table of what each object is. */
typedef struct {
  gboolean   there[2];
  guint      lane[2];
  TrhBarKind kind;
  int        start_min, end_min;
} Twin;

static TrhLanes *
make_lanes (void)
{
  TrhLanes *lanes = trh_lanes_new ();
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < N_LANES; i++)
    {
      g_autofree char *id = g_strdup_printf ("lane-%u", i);

      g_ptr_array_add (list, trh_lane_new (id, id, "", id));
    }
  trh_lanes_set (lanes, list);
  return lanes;
}

static void
change (TrhLanes *lanes, Twin *twins, GRand *random)
{
  guint object = (guint) g_rand_int_range (random, 0, N_OBJECTS);
  Twin *twin = &twins[object];
  g_autofree char *id = g_strdup_printf ("object-%u", object);
  GPtrArray *bars = g_ptr_array_new ();

  *twin = (Twin) { 0 };
  twin->kind = object % 3 == 0 ? TRH_BAR_ENCOUNTER : TRH_BAR_STAY;
  twin->start_min = g_rand_int_range (random, 100, 160) * TRH_DAY_MIN;
  twin->end_min = twin->start_min + g_rand_int_range (random, 0, 12) * TRH_DAY_MIN;
  if (twin->kind == TRH_BAR_ENCOUNTER)
    twin->end_min = twin->start_min + g_rand_int_range (random, 1, 300);
  twin->lane[0] = (guint) g_rand_int_range (random, 0, N_LANES);
  twin->lane[1] = (guint) g_rand_int_range (random, 0, N_LANES);
  twin->there[0] = g_rand_int_range (random, 0, 5) > 0;
  twin->there[1] = g_rand_int_range (random, 0, 4) == 0 && twin->lane[1] != twin->lane[0];
  for (guint i = 0; i < 2; i++)
    if (twin->there[i])
      {
        g_autofree char *lane_id = g_strdup_printf ("lane-%u", twin->lane[i]);

        g_ptr_array_add (bars, trh_bar_new (id, lane_id, twin->kind, twin->start_min, twin->end_min));
      }
  trh_lanes_replace (lanes, id, bars, NULL);
}

static gboolean
overlap (const TrhBar *a, const TrhBar *b)
{
  int from_a, to_a, from_b, to_b;

  trh_bar_get_span (a, &from_a, &to_a);
  trh_bar_get_span (b, &from_b, &to_b);
  return from_a < to_b && from_b < to_a;
}

static void
check_lane (TrhLanes *lanes, const Twin *twins, guint index)
{
  const TrhLane *lane = trh_lanes_get_lane (lanes, index);
  guint expected = 0;

  for (guint i = 0; i < N_OBJECTS; i++)
    for (guint j = 0; j < 2; j++)
      expected += twins[i].there[j] && twins[i].lane[j] == index;
  g_assert_cmpuint (lane->bars->len, ==, expected);

  for (guint i = 0; i < lane->bars->len; i++)
    {
      const TrhBar *bar = lane->bars->pdata[i];
      int from, to, next_from;

      trh_bar_get_span (bar, &from, &to);
      g_assert_cmpint (from, <=, to);
      if (i + 1 < lane->bars->len)
        {
          trh_bar_get_span (lane->bars->pdata[i + 1], &next_from, &to);
          g_assert_cmpint (from, <=, next_from);
        }
      for (guint j = 0; j < i; j++)
        {
          const TrhBar *other = lane->bars->pdata[j];

          if (other->kind == bar->kind && other->row == bar->row)
            g_assert_false (overlap (other, bar));
        }
      g_assert_cmpfloat (trh_lane_get_bar_y (lane, bar) + trh_bar_get_height (bar), <=, lane->y + lane->height);
    }
}

static void
check_search (TrhLanes *lanes, GRand *random)
{
  const TrhLane *lane = trh_lanes_get_lane (lanes, (guint) g_rand_int_range (random, 0, N_LANES));
  int from_min = g_rand_int_range (random, 95, 175) * TRH_DAY_MIN;
  guint first = trh_lane_find_first (lane, from_min);

  for (guint i = 0; i < first; i++)
    {
      int from, to;

      trh_bar_get_span (lane->bars->pdata[i], &from, &to);
      g_assert_cmpint (to, <, from_min); /* nothing in sight was skipped */
    }
}

static void
test_twin (void)
{
  guint32 seed = g_test_rand_int ();
  GRand *random = g_rand_new_with_seed (seed);
  g_autoptr(TrhLanes) lanes = make_lanes ();
  Twin twins[N_OBJECTS] = { 0 };

  g_test_message ("seed %u", seed);
  for (guint step = 0; step < N_STEPS; step++)
    {
      double y = 0;

      change (lanes, twins, random);
      trh_lanes_lay_out (lanes);
      check_search (lanes, random);
      for (guint i = 0; i < N_LANES; i++)
        {
          const TrhLane *lane = trh_lanes_get_lane (lanes, i);

          g_assert_cmpfloat (lane->y, ==, y);
          g_assert_cmpuint (trh_lanes_find_at (lanes, y + 1), ==, i);
          y += lane->height;
          if (step % 16 == 0)
            check_lane (lanes, twins, i);
        }
      g_assert_cmpfloat (trh_lanes_get_height (lanes), ==, y);
    }
  g_rand_free (random);
}

/* Two stays of one artist that share a day stand side by side; a visit fits between them. */
static void
test_shared_day (void)
{
  g_autoptr(TrhLanes) lanes = make_lanes ();
  static const struct { const char *id; int first_day, last_day; guint row; } stays[] = {
    { "a", 10, 12, 0 }, { "visit", 12, 12, 0 }, { "b", 12, 15, 0 }, { "c", 14, 16, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (stays); i++)
    {
      GPtrArray *bars = g_ptr_array_new ();

      g_ptr_array_add (bars, trh_bar_new (stays[i].id, "lane-0", TRH_BAR_STAY,
                                          stays[i].first_day * TRH_DAY_MIN, stays[i].last_day * TRH_DAY_MIN));
      trh_lanes_replace (lanes, stays[i].id, bars, NULL);
    }
  trh_lanes_lay_out (lanes);
  for (guint i = 0; i < G_N_ELEMENTS (stays); i++)
    g_assert_cmpuint (trh_lanes_find_bar (lanes, stays[i].id, NULL)->row, ==, stays[i].row);
  g_assert_cmpuint (trh_lanes_get_lane (lanes, 0)->n_stay_rows, ==, 2);
}

static void
test_neighbours (void)
{
  g_autoptr(TrhLanes) lanes = make_lanes ();
  static const struct { const char *id, *lane; int day; } stays[] = {
    { "a", "lane-0", 10 }, { "b", "lane-0", 20 }, { "c", "lane-2", 12 }, { "d", "lane-2", 21 },
  };
  static const struct { const char *from; int columns, rows; const char *to; } steps[] = {
    { "a", 1, 0, "b" }, { "b", -1, 0, "a" }, { "a", -1, 0, NULL }, { "b", 1, 0, NULL },
    { "a", 0, 1, "c" }, { "b", 0, 1, "d" }, { "c", 0, -1, "a" }, { "a", 0, -1, NULL }, { "d", 0, 1, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (stays); i++)
    {
      GPtrArray *bars = g_ptr_array_new ();

      g_ptr_array_add (bars, trh_bar_new (stays[i].id, stays[i].lane, TRH_BAR_STAY,
                                          stays[i].day * TRH_DAY_MIN, (stays[i].day + 3) * TRH_DAY_MIN));
      trh_lanes_replace (lanes, stays[i].id, bars, NULL);
    }
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      TrhBar *to = trh_lanes_find_neighbour (lanes, trh_lanes_find_bar (lanes, steps[i].from, NULL),
                                             steps[i].columns, steps[i].rows);

      g_assert_cmpstr (to != NULL ? to->id : NULL, ==, steps[i].to);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline/lanes/twin", test_twin);
  g_test_add_func ("/timeline/lanes/shared-day", test_shared_day);
  g_test_add_func ("/timeline/lanes/neighbours", test_neighbours);
  return g_test_run ();
}
