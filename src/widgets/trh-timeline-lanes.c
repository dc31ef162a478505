/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/trh-timeline-lanes.h"

struct _TrhLanes
{
  GPtrArray  *lanes;     /* (owned): TrhLane */
  GHashTable *by_id;     /* lane id → TrhLane */
  GHashTable *bars;      /* object id → GPtrArray of TrhBar (lent) */
  guint       n_bars;
  gboolean    dirty;
  double      height;
};

TrhBar *
trh_bar_new (const char *id, const char *lane_id, TrhBarKind kind, int start_min, int end_min)
{
  TrhBar *bar = g_new0 (TrhBar, 1);

  bar->id = g_strdup (id);
  bar->lane_id = g_strdup (lane_id);
  bar->label = g_strdup ("");
  bar->kind = kind;
  bar->start_min = start_min;
  bar->end_min = MAX (end_min, start_min);
  bar->marker = -1;

  return bar;
}

void
trh_bar_free (TrhBar *bar)
{
  g_free (bar->id);
  g_free (bar->lane_id);
  g_free (bar->label);
  g_free (bar->road);
  g_free (bar);
}

/**
 * trh_bar_get_span:
 * @bar: a bar
 * @from_min: (out): where it begins on the paper
 * @to_min: (out): where it ends
 *
 * A stay is drawn from the afternoon of its first day to the morning of its last: two stays of
 * one artist that share a day stand side by side, and nights are what one sees. A visit within
 * one day is drawn at noon.
 */
void
trh_bar_get_span (const TrhBar *bar, int *from_min, int *to_min)
{
  *from_min = bar->start_min;
  *to_min = bar->end_min;
  if (bar->kind != TRH_BAR_STAY)
    return;
  if (bar->end_min == bar->start_min)
    {
      *from_min += TRH_STAY_DEPARTURE_MIN;
      *to_min += TRH_STAY_ARRIVAL_MIN;
    }
  else
    {
      *from_min += TRH_STAY_ARRIVAL_MIN;
      *to_min += TRH_STAY_DEPARTURE_MIN;
    }
}

int
trh_bar_get_height (const TrhBar *bar)
{
  return bar->kind == TRH_BAR_STAY ? TRH_STAY_HEIGHT : TRH_ENCOUNTER_HEIGHT;
}

TrhLane *
trh_lane_new (const char *id, const char *title, const char *subtitle, const char *name)
{
  TrhLane *lane = g_new0 (TrhLane, 1);

  lane->id = g_strdup (id);
  lane->title = g_strdup (title);
  lane->subtitle = g_strdup (subtitle);
  lane->name = g_strdup (name);
  lane->shades = g_array_new (FALSE, FALSE, sizeof (TrhShade));
  lane->bars = g_ptr_array_new_with_free_func ((GDestroyNotify) trh_bar_free);
  lane->dirty = TRUE;

  return lane;
}

void
trh_lane_free (TrhLane *lane)
{
  g_free (lane->id);
  g_free (lane->title);
  g_free (lane->subtitle);
  g_free (lane->name);
  g_array_unref (lane->shades);
  g_ptr_array_unref (lane->bars);
  g_free (lane);
}

void
trh_lane_add_shade (TrhLane *lane, int first_day, int last_day, TrhShadeKind kind)
{
  TrhShade shade = { first_day, last_day, kind };

  g_array_append_val (lane->shades, shade);
}

TrhLanes *
trh_lanes_new (void)
{
  TrhLanes *self = g_new0 (TrhLanes, 1);

  self->lanes = g_ptr_array_new_with_free_func ((GDestroyNotify) trh_lane_free);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->bars = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->dirty = TRUE;

  return self;
}

void
trh_lanes_free (TrhLanes *self)
{
  g_hash_table_unref (self->bars);
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->lanes);
  g_free (self);
}

/**
 * trh_lanes_set:
 * @self: lanes
 * @lanes: (element-type TrhLane) (transfer full): what they are now, from top to bottom
 *
 * Replaces all lanes; their bars go with the old ones.
 */
void
trh_lanes_set (TrhLanes *self, GPtrArray *lanes)
{
  g_hash_table_remove_all (self->bars);
  g_hash_table_remove_all (self->by_id);
  g_ptr_array_unref (self->lanes);
  self->lanes = lanes;
  self->n_bars = 0;
  self->dirty = TRUE;
  g_ptr_array_set_free_func (lanes, (GDestroyNotify) trh_lane_free);
  for (guint i = 0; i < lanes->len; i++)
    {
      TrhLane *lane = lanes->pdata[i];

      lane->index = i;
      g_hash_table_insert (self->by_id, lane->id, lane);
    }
}

static int
compare_bars (const TrhBar *a, const TrhBar *b)
{
  int from_a, from_b, to;

  trh_bar_get_span (a, &from_a, &to);
  trh_bar_get_span (b, &from_b, &to);
  if (from_a != from_b)
    return from_a < from_b ? -1 : 1;
  if (a->kind != b->kind)
    return a->kind < b->kind ? -1 : 1;
  return g_strcmp0 (a->id, b->id);
}

static void
insert (TrhLanes *self, TrhLane *lane, TrhBar *bar)
{
  guint low = 0, high = lane->bars->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (compare_bars (lane->bars->pdata[middle], bar) <= 0)
        low = middle + 1;
      else
        high = middle;
    }
  g_ptr_array_insert (lane->bars, (int) low, bar);
  lane->dirty = self->dirty = TRUE;
  self->n_bars++;
}

static TrhBar *
find_in (GPtrArray *bars, const char *lane_id)
{
  for (guint i = 0; bars != NULL && i < bars->len; i++)
    if (g_str_equal (((TrhBar *) bars->pdata[i])->lane_id, lane_id))
      return bars->pdata[i];
  return NULL;
}

/* The face of the same object in the same lane, or else one that nobody keeps, goes on. */
static gpointer
take_widget (GPtrArray *old, GPtrArray *now, const TrhBar *bar)
{
  TrhBar *from = find_in (old, bar->lane_id);

  for (guint i = 0; from == NULL && i < old->len; i++)
    {
      TrhBar *candidate = old->pdata[i];

      if (candidate->widget != NULL && find_in (now, candidate->lane_id) == NULL)
        from = candidate;
    }
  return from != NULL ? g_steal_pointer (&from->widget) : NULL;
}

/**
 * trh_lanes_replace:
 * @self: lanes
 * @id: an object
 * @bars: (element-type TrhBar) (nullable) (transfer full): what it is drawn as now, at most one
 *   in a lane; bars of unknown lanes are dropped
 * @dropped_widgets: (nullable): where the widgets of bars that are gone are added
 *
 * Puts, moves or removes all bars of one object.
 */
void
trh_lanes_replace (TrhLanes *self, const char *id, GPtrArray *bars, GPtrArray *dropped_widgets)
{
  g_autofree char *key = g_strdup (id);
  g_autoptr(GPtrArray) now = bars != NULL ? bars : g_ptr_array_new ();
  g_autoptr(GPtrArray) kept = g_ptr_array_new ();
  GPtrArray *old = g_hash_table_lookup (self->bars, id);

  g_ptr_array_set_free_func (now, NULL); /* from here on they belong to their lanes */
  for (guint i = 0; i < now->len; i++)
    {
      TrhBar *bar = now->pdata[i];

      if (!g_hash_table_contains (self->by_id, bar->lane_id) || find_in (kept, bar->lane_id) != NULL)
        trh_bar_free (bar);
      else
        g_ptr_array_add (kept, bar);
    }

  for (guint i = 0; old != NULL && i < kept->len; i++)
    ((TrhBar *) kept->pdata[i])->widget = take_widget (old, kept, kept->pdata[i]);
  for (guint i = 0; old != NULL && i < old->len; i++)
    {
      TrhBar *bar = old->pdata[i];
      TrhLane *lane = g_hash_table_lookup (self->by_id, bar->lane_id);

      if (bar->widget != NULL && dropped_widgets != NULL)
        g_ptr_array_add (dropped_widgets, bar->widget);
      lane->dirty = self->dirty = TRUE;
      self->n_bars--;
      g_ptr_array_remove (lane->bars, bar);
    }

  for (guint i = 0; i < kept->len; i++)
    {
      TrhBar *bar = kept->pdata[i];

      insert (self, g_hash_table_lookup (self->by_id, bar->lane_id), bar);
    }
  if (kept->len > 0)
    g_hash_table_replace (self->bars, g_steal_pointer (&key), g_steal_pointer (&kept));
  else
    g_hash_table_remove (self->bars, key);
}

guint
trh_lanes_get_n_lanes (TrhLanes *self)
{
  return self->lanes->len;
}

guint
trh_lanes_get_n_bars (TrhLanes *self)
{
  return self->n_bars;
}

TrhLane *
trh_lanes_get_lane (TrhLanes *self, guint index)
{
  return self->lanes->pdata[index];
}

TrhLane *
trh_lanes_find_lane (TrhLanes *self, const char *id)
{
  return g_hash_table_lookup (self->by_id, id);
}

/* All bars of one object, or %NULL. */
GPtrArray *
trh_lanes_peek_bars (TrhLanes *self, const char *id)
{
  return g_hash_table_lookup (self->bars, id);
}

/**
 * trh_lanes_find_bar:
 * @self: lanes
 * @id: an object
 * @lane_id: (nullable): its lane; %NULL for the first one
 *
 * Returns: (nullable) (transfer none): its bar in that lane, or else any bar of it
 */
TrhBar *
trh_lanes_find_bar (TrhLanes *self, const char *id, const char *lane_id)
{
  GPtrArray *bars = g_hash_table_lookup (self->bars, id);
  TrhBar *bar = lane_id != NULL ? find_in (bars, lane_id) : NULL;

  return bar != NULL || bars == NULL ? bar : bars->pdata[0];
}

/* Gives each bar the first row that is free when it begins. */
static void
pack (TrhLane *lane)
{
  g_autoptr(GArray) stay_ends = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr(GArray) encounter_ends = g_array_new (FALSE, FALSE, sizeof (int));

  lane->longest_min = 0;
  for (guint i = 0; i < lane->bars->len; i++)
    {
      TrhBar *bar = lane->bars->pdata[i];
      GArray *rows = bar->kind == TRH_BAR_STAY ? stay_ends : encounter_ends;
      int from_min, to_min;
      guint row = 0;

      trh_bar_get_span (bar, &from_min, &to_min);
      lane->longest_min = MAX (lane->longest_min, to_min - from_min);
      while (row < rows->len && g_array_index (rows, int, row) > from_min)
        row++;
      if (row == rows->len)
        g_array_append_val (rows, to_min);
      else
        g_array_index (rows, int, row) = to_min;
      bar->row = row;
    }
  lane->n_stay_rows = stay_ends->len;
  lane->n_encounter_rows = encounter_ends->len;
  lane->dirty = FALSE;
}

/* Packs the lanes that changed and puts them one under the other. */
void
trh_lanes_lay_out (TrhLanes *self)
{
  double y = 0;

  if (!self->dirty)
    return;
  for (guint i = 0; i < self->lanes->len; i++)
    {
      TrhLane *lane = self->lanes->pdata[i];
      guint rows;

      if (lane->dirty)
        pack (lane);
      rows = lane->n_stay_rows + lane->n_encounter_rows;
      lane->y = y;
      lane->height = 2 * TRH_LANE_PADDING + lane->n_stay_rows * TRH_STAY_HEIGHT
        + lane->n_encounter_rows * TRH_ENCOUNTER_HEIGHT + (rows > 0 ? (rows - 1) * TRH_ROW_GAP : 0);
      lane->height = MAX (lane->height, TRH_LANE_HEIGHT);
      y += lane->height;
    }
  self->height = y;
  self->dirty = FALSE;
}

double
trh_lanes_get_height (TrhLanes *self)
{
  trh_lanes_lay_out (self);
  return self->height;
}

/* The last lane that begins at or above @y; 0 when there is none. */
guint
trh_lanes_find_at (TrhLanes *self, double y)
{
  guint low = 0, high = self->lanes->len;

  while (low + 1 < high)
    {
      guint middle = (low + high) / 2;

      if (((TrhLane *) self->lanes->pdata[middle])->y <= y)
        low = middle;
      else
        high = middle;
    }
  return low;
}

/* The first bar of a lane that may reach to @from_min. */
guint
trh_lane_find_first (const TrhLane *lane, int from_min)
{
  guint low = 0, high = lane->bars->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      int from, to;

      trh_bar_get_span (lane->bars->pdata[middle], &from, &to);
      if (from < from_min - lane->longest_min)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* The stay that follows the bar at @index in its lane, or %NULL. */
TrhBar *
trh_lane_find_next_stay (const TrhLane *lane, guint index)
{
  for (guint i = index + 1; i < lane->bars->len; i++)
    if (((TrhBar *) lane->bars->pdata[i])->kind == TRH_BAR_STAY)
      return lane->bars->pdata[i];
  return NULL;
}

/* Top of a bar, from the top of the first lane. */
double
trh_lane_get_bar_y (const TrhLane *lane, const TrhBar *bar)
{
  double y = lane->y + TRH_LANE_PADDING;

  if (bar->kind == TRH_BAR_STAY)
    return y + bar->row * (TRH_STAY_HEIGHT + TRH_ROW_GAP);
  return y + lane->n_stay_rows * (TRH_STAY_HEIGHT + TRH_ROW_GAP) + bar->row * (TRH_ENCOUNTER_HEIGHT + TRH_ROW_GAP);
}

/* The bar of a lane whose middle is nearest to @minute, or %NULL. */
TrhBar *
trh_lanes_find_near (TrhLanes *self, guint lane, int minute)
{
  GPtrArray *bars = trh_lanes_get_lane (self, lane)->bars;
  TrhBar *best = NULL;
  int least = G_MAXINT;

  for (guint i = 0; i < bars->len; i++)
    {
      int from, to, distance;

      trh_bar_get_span (bars->pdata[i], &from, &to);
      distance = ABS (from + (to - from) / 2 - minute);
      if (distance < least)
        {
          least = distance;
          best = bars->pdata[i];
        }
    }
  return best;
}

/**
 * trh_lanes_find_neighbour:
 * @self: lanes
 * @bar: where one stands
 * @columns: -1 for the bar before in the lane, 1 for the next
 * @rows: -1 for the nearest in time of the lanes above that have bars, 1 below
 *
 * Returns: (nullable) (transfer none): the bar one step away
 */
TrhBar *
trh_lanes_find_neighbour (TrhLanes *self, const TrhBar *bar, int columns, int rows)
{
  TrhLane *lane = trh_lanes_find_lane (self, bar->lane_id);
  guint index;

  if (columns != 0)
    {
      if (!g_ptr_array_find (lane->bars, bar, &index))
        return NULL;
      index += (guint) columns; /* wraps to above the length on the left */
      return index < lane->bars->len ? lane->bars->pdata[index] : NULL;
    }

  for (guint i = lane->index + (guint) rows; i < self->lanes->len; i += (guint) rows)
    {
      int from, to;
      TrhBar *near;

      trh_bar_get_span (bar, &from, &to);
      near = trh_lanes_find_near (self, i, from + (to - from) / 2);
      if (near != NULL)
        return near;
    }
  return NULL;
}
