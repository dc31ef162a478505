/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/geo/trh-roads.h"

#include <math.h>

#include "core/base/trh-text.h"
#include "core/geo/trh-distance.h"

#define PASS_COST_M 2000.0 /* what a pass weighs when two ways are compared, beside its length */

typedef struct {
  guint  to;
  double length_m;
} Link;

/* One node as the search sees it. */
typedef struct {
  double   cost;     /* best known so far */
  gboolean settled;
  TrhWay   way;
} Mark;

struct _TrhRoads
{
  grefcount   ref_count;
  GPtrArray  *nodes; /* TrhRoadNode (owned) */
  GPtrArray  *links; /* of each node: GArray of Link */
  GHashTable *by_id; /* id, lent by the node → position */
  GPtrArray  *rows;  /* of each node: its Marks, or NULL until somebody starts there */
};

static void
node_free (gpointer data)
{
  TrhRoadNode *node = data;

  g_free (node->id);
  g_free (node);
}

/**
 * trh_roads_new:
 *
 * Returns: (transfer full): an empty network
 */
TrhRoads *
trh_roads_new (void)
{
  TrhRoads *self = g_new0 (TrhRoads, 1);

  g_ref_count_init (&self->ref_count);
  self->nodes = g_ptr_array_new_with_free_func (node_free);
  self->links = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->by_id = g_hash_table_new (trh_text_hash, g_str_equal);
  self->rows = g_ptr_array_new_with_free_func (g_free);

  return self;
}

TrhRoads *
trh_roads_ref (TrhRoads *self)
{
  g_ref_count_inc (&self->ref_count);

  return self;
}

void
trh_roads_unref (TrhRoads *self)
{
  if (!g_ref_count_dec (&self->ref_count))
    return;
  g_ptr_array_unref (self->rows);
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->links);
  g_ptr_array_unref (self->nodes);
  g_free (self);
}

static guint
add_node (TrhRoads *self, const char *id, TrhCoordinate at, int altitude_m, gboolean is_pass)
{
  TrhRoadNode *node = g_new0 (TrhRoadNode, 1);

  node->id = g_strdup (id);
  node->at = at;
  node->altitude_m = altitude_m;
  node->is_pass = is_pass;
  g_ptr_array_add (self->nodes, node);
  g_ptr_array_add (self->links, g_array_new (FALSE, FALSE, sizeof (Link)));
  g_ptr_array_add (self->rows, NULL);

  return self->nodes->len - 1;
}

/**
 * trh_roads_add_village:
 * @self: a network
 * @id: its INSEE code, not yet in the network
 * @at: where the village is
 * @altitude_m: metres, or 0 when unknown
 *
 * Returns: the number of its node
 */
guint
trh_roads_add_village (TrhRoads *self, const char *id, TrhCoordinate at, int altitude_m)
{
  guint node = add_node (self, id, at, altitude_m, FALSE);

  g_hash_table_insert (self->by_id, (gpointer) trh_roads_peek_node (self, node)->id, GUINT_TO_POINTER (node));

  return node;
}

/* A pass: a node that roads cross and where nobody starts. Returns its number. */
guint
trh_roads_add_pass (TrhRoads *self, TrhCoordinate at, int altitude_m)
{
  return add_node (self, NULL, at, altitude_m, TRUE);
}

/**
 * trh_roads_link:
 * @self: a network
 * @a: a node
 * @b: another
 * @detour: metres of road for one metre of great circle
 *
 * Says that a road joins two nodes, both ways.
 */
void
trh_roads_link (TrhRoads *self, guint a, guint b, double detour)
{
  double length_m = detour * trh_distance_m (trh_roads_peek_node (self, a)->at, trh_roads_peek_node (self, b)->at);
  Link there = { b, length_m }, back = { a, length_m };

  g_array_append_val ((GArray *) self->links->pdata[a], there);
  g_array_append_val ((GArray *) self->links->pdata[b], back);
  for (guint i = 0; i < self->rows->len; i++)
    g_clear_pointer (&self->rows->pdata[i], g_free);
}

/* How many nodes there are: villages and passes. */
guint
trh_roads_count (TrhRoads *self)
{
  return self->nodes->len;
}

/* A node by its number, below trh_roads_count(); lent. */
const TrhRoadNode *
trh_roads_peek_node (TrhRoads *self, guint node)
{
  return self->nodes->pdata[node];
}

/* Finds the node of a village. */
gboolean
trh_roads_find (TrhRoads *self, const char *id, guint *node)
{
  gpointer found;

  if (!g_hash_table_lookup_extended (self->by_id, id, NULL, &found))
    return FALSE;
  *node = GPOINTER_TO_UINT (found);

  return TRUE;
}

/* Whether a road joins the two without another node between. */
gboolean
trh_roads_are_linked (TrhRoads *self, guint a, guint b)
{
  const GArray *links = self->links->pdata[a];

  for (guint i = 0; i < links->len; i++)
    if (g_array_index (links, Link, i).to == b)
      return TRUE;

  return FALSE;
}

static TrhWay
extend (TrhRoads *self, const Mark *mark, guint from, const Link *link)
{
  const TrhRoadNode *a = trh_roads_peek_node (self, from), *b = trh_roads_peek_node (self, link->to);
  int rise_m = a->altitude_m != 0 && b->altitude_m != 0 ? b->altitude_m - a->altitude_m : 0;
  TrhWay way = mark->way;

  way.distance_m += link->length_m;
  way.climb_m += MAX (rise_m, 0);
  way.descent_m += MAX (-rise_m, 0);
  way.passes += b->is_pass ? 1 : 0;

  return way;
}

/* Dijkstra from one node to all. The nearest open node is found by looking at all of
 * them: with a few hundred nodes a heap would not be faster. */
static Mark *
search (TrhRoads *self, guint from)
{
  Mark *marks = g_new0 (Mark, self->nodes->len);

  for (guint i = 0; i < self->nodes->len; i++)
    marks[i].cost = INFINITY;
  marks[from].cost = 0;

  while (TRUE)
    {
      guint at = self->nodes->len;
      const GArray *links;

      for (guint i = 0; i < self->nodes->len; i++)
        if (!marks[i].settled && isfinite (marks[i].cost) &&
            (at == self->nodes->len || marks[i].cost < marks[at].cost))
          at = i;
      if (at == self->nodes->len)
        return marks;

      marks[at].settled = TRUE;
      links = self->links->pdata[at];
      for (guint i = 0; i < links->len; i++)
        {
          const Link *link = &g_array_index (links, Link, i);
          double cost = marks[at].cost + link->length_m +
            /* half on entering and half on leaving, so that there and back weigh the same */
            (trh_roads_peek_node (self, at)->is_pass ? PASS_COST_M / 2 : 0) +
            (trh_roads_peek_node (self, link->to)->is_pass ? PASS_COST_M / 2 : 0);

          if (cost < marks[link->to].cost)
            {
              marks[link->to].cost = cost;
              marks[link->to].way = extend (self, &marks[at], at, link);
            }
        }
    }
}

/**
 * trh_roads_get_way:
 * @self: a network that is complete
 * @from: a node
 * @to: another
 * @way: (out): the best way between them
 *
 * The first question from a node searches the whole network (Dijkstra, about 0.1 ms for
 * the bundled territory) and keeps the answers; the others are read from there.
 *
 * Returns: whether there is a way
 */
gboolean
trh_roads_get_way (TrhRoads *self, guint from, guint to, TrhWay *way)
{
  const Mark *row;

  g_return_val_if_fail (from < self->nodes->len && to < self->nodes->len, FALSE);

  if (self->rows->pdata[from] == NULL)
    self->rows->pdata[from] = search (self, from);
  row = self->rows->pdata[from];
  if (!row[to].settled)
    return FALSE;
  *way = row[to].way;

  return TRUE;
}
