/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/schedule/trh-matrix.h"

#include <math.h>

#include "core/base/trh-day.h"
#include "core/base/trh-text.h"
#include "core/geo/trh-distance.h"

struct _TrhMatrix
{
  GObject     parent_instance;

  TrhProject *project;  /* (owned) */
  TrhRoads   *roads;    /* (nullable) (owned) */
  GHashTable *legs;     /* "from to" → GPtrArray of TrhLegRecord (owned), both ways under both keys */
  guint64     revision; /* of the project that @legs belongs to */
};

G_DEFINE_FINAL_TYPE (TrhMatrix, trh_matrix, G_TYPE_OBJECT)

/* A venue or a commune as the estimate sees it. */
typedef struct {
  const char   *commune_id; /* (nullable) */
  TrhCoordinate at;         /* of the venue, or of the village when the venue is not placed */
  int           altitude_m; /* of the village; 0 when unknown */
  guint         node;       /* of the village, when @on_roads */
  gboolean      on_roads;
  gboolean      is_venue;
} Place;

static char *
make_key (const char *from_id, const char *to_id)
{
  return g_strconcat (from_id, " ", to_id, NULL);
}

static void
add_under (TrhMatrix *self, const char *from_id, const char *to_id, const TrhLegRecord *leg)
{
  g_autofree char *key = make_key (from_id, to_id);
  GPtrArray *legs = g_hash_table_lookup (self->legs, key);

  if (legs == NULL)
    {
      legs = g_ptr_array_new_with_free_func (trh_record_unref);
      g_hash_table_insert (self->legs, g_steal_pointer (&key), legs);
    }
  g_ptr_array_add (legs, trh_record_ref (leg));
}

static void
add_leg (TrhMatrix *self, const TrhLegRecord *leg)
{
  add_under (self, leg->from_id, leg->to_id, leg);
  if (leg->both_ways)
    add_under (self, leg->to_id, leg->from_id, leg);
}

static void
remove_under (TrhMatrix *self, const char *from_id, const char *to_id, const TrhLegRecord *leg)
{
  g_autofree char *key = make_key (from_id, to_id);
  GPtrArray *legs = g_hash_table_lookup (self->legs, key);

  if (legs != NULL && g_ptr_array_remove (legs, (gpointer) leg) && legs->len == 0)
    g_hash_table_remove (self->legs, key);
}

static void
remove_leg (TrhMatrix *self, const TrhLegRecord *leg)
{
  remove_under (self, leg->from_id, leg->to_id, leg);
  if (leg->both_ways)
    remove_under (self, leg->to_id, leg->from_id, leg);
}

static void
read_legs (TrhMatrix *self)
{
  g_hash_table_remove_all (self->legs);
  for (guint i = 0; i < trh_project_count (self->project, TRH_LEGS); i++)
    add_leg (self, trh_project_peek_record (self->project, TRH_LEGS, i));
  self->revision = trh_project_get_revision (self->project);
}

/* Only legs are kept here, so only legs are followed: everything else is looked up in
 * the project at each question. */
static void
on_changed (TrhMatrix *self, TrhEdit *edit)
{
  if (self->revision + 1 != trh_project_get_revision (self->project))
    return; /* somebody asked earlier in this very signal; the legs are up to date */

  for (guint i = 0; i < trh_edit_get_n_changes (edit); i++)
    {
      const TrhChange *change = trh_edit_get_change (edit, i);
      const TrhRecord *record = change->after != NULL ? change->after : change->before;

      if (record->schema != &trh_leg_schema || change->before == change->after)
        continue;
      if (change->before != NULL)
        remove_leg (self, change->before);
      if (change->after != NULL)
        add_leg (self, change->after);
    }
  self->revision = trh_project_get_revision (self->project);
}

static void
trh_matrix_finalize (GObject *object)
{
  TrhMatrix *self = TRH_MATRIX (object);

  g_clear_pointer (&self->legs, g_hash_table_unref);
  g_clear_pointer (&self->roads, trh_roads_unref);
  g_clear_object (&self->project);

  G_OBJECT_CLASS (trh_matrix_parent_class)->finalize (object);
}

static void
trh_matrix_class_init (TrhMatrixClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = trh_matrix_finalize;
}

static void
trh_matrix_init (TrhMatrix *self)
{
  self->legs = g_hash_table_new_full (trh_text_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * trh_matrix_new:
 * @project: a project
 * @roads: (nullable): what is known of the ground; without it all estimates are straight
 *   lines × 1.45
 *
 * Returns: (transfer full): its matrix
 */
TrhMatrix *
trh_matrix_new (TrhProject *project, TrhRoads *roads)
{
  TrhMatrix *self;

  g_return_val_if_fail (TRH_IS_PROJECT (project), NULL);

  self = g_object_new (TRH_TYPE_MATRIX, NULL);
  self->project = g_object_ref (project);
  self->roads = roads != NULL ? trh_roads_ref (roads) : NULL;
  read_legs (self);
  g_signal_connect_object (project, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);

  return self;
}

/* Fills @place with what is known of a venue or a commune, of the project or of the known
 * ground. FALSE when it is neither, or is nowhere. */
static gboolean
find_place (TrhMatrix *self, const char *id, Place *place)
{
  const TrhVenueRecord *venue = trh_project_find_record (self->project, TRH_VENUES, id);
  const char *commune_id = venue != NULL ? venue->commune_id : id;
  const TrhCommuneRecord *commune = trh_project_find_record (self->project, TRH_COMMUNES, commune_id);

  *place = (Place) { .is_venue = venue != NULL };
  if (commune != NULL)
    {
      place->commune_id = commune->base.id;
      place->at = (TrhCoordinate) { commune->latitude_deg, commune->longitude_deg };
      place->altitude_m = commune->altitude_m;
    }
  if (self->roads != NULL && trh_roads_find (self->roads, commune_id, &place->node))
    {
      const TrhRoadNode *node = trh_roads_peek_node (self->roads, place->node);

      place->on_roads = TRUE;
      place->commune_id = node->id;
      if (!trh_coordinate_is_placed (place->at))
        place->at = node->at;
      if (place->altitude_m == 0)
        place->altitude_m = node->altitude_m;
    }
  if (venue != NULL)
    {
      TrhCoordinate at = { venue->latitude_deg, venue->longitude_deg };

      if (trh_coordinate_is_placed (at))
        place->at = at;
    }

  return trh_coordinate_is_placed (place->at);
}

/* From a place to the village it belongs to. */
static double
get_approach_m (TrhMatrix *self, const Place *place)
{
  return TRH_DETOUR_VALLEY * trh_distance_m (place->at, trh_roads_peek_node (self->roads, place->node)->at);
}

static void
estimate_way (TrhMatrix *self, const Place *from, const Place *to, TrhWay *way)
{
  double straight_m = trh_distance_m (from->at, to->at);
  int rise_m = from->altitude_m != 0 && to->altitude_m != 0 ? to->altitude_m - from->altitude_m : 0;

  *way = (TrhWay) { .climb_m = MAX (rise_m, 0), .descent_m = MAX (-rise_m, 0) };
  if (from->commune_id != NULL && g_strcmp0 (from->commune_id, to->commune_id) == 0)
    {
      way->distance_m = TRH_DETOUR_VALLEY * straight_m;
      return;
    }
  if (from->on_roads && to->on_roads && trh_roads_get_way (self->roads, from->node, to->node, way))
    {
      way->distance_m += get_approach_m (self, from) + get_approach_m (self, to);
      /* two places on both sides of a border need not pass through their villages */
      if (trh_roads_are_linked (self->roads, from->node, to->node))
        way->distance_m = MIN (way->distance_m, TRH_DETOUR_STRAIGHT * straight_m);
      return;
    }
  way->distance_m = TRH_DETOUR_STRAIGHT * straight_m;
}

static gboolean
is_valid_on (const TrhLegRecord *leg, int day)
{
  if (leg->first_day == TRH_NO_DAY && leg->last_day == TRH_NO_DAY)
    return TRUE;

  return day != TRH_NO_DAY && (leg->first_day == TRH_NO_DAY || day >= leg->first_day) &&
         (leg->last_day == TRH_NO_DAY || day <= leg->last_day);
}

/* Looks at the legs between two exact ends. They come from the nearest ends to the widest,
 * so that the first of equal source stays. */
static void
look_at_legs (TrhMatrix *self, const char *from_id, const char *to_id, TrhLegMode mode, int day,
              const TrhLegRecord **best, const TrhLegRecord **closure)
{
  char buffer[2 * 64 + 2];
  GPtrArray *legs;

  if (g_snprintf (buffer, sizeof buffer, "%s %s", from_id, to_id) >= (int) sizeof buffer)
    return;
  legs = g_hash_table_lookup (self->legs, buffer);
  for (guint i = 0; legs != NULL && i < legs->len; i++)
    {
      const TrhLegRecord *leg = legs->pdata[i];

      if (leg->mode != (int) mode || !is_valid_on (leg, day))
        continue;
      if (leg->closed)
        *closure = *closure != NULL ? *closure : leg;
      else if (*best == NULL || leg->source < (*best)->source ||
               (leg->source == (*best)->source && (*best)->first_day == TRH_NO_DAY && leg->first_day != TRH_NO_DAY))
        *best = leg;
    }
}

/* What a leg says; what it leaves out stays estimated. */
static void
follow_leg (const TrhLegRecord *leg, gboolean backwards, TrhWay *way, TrhTravel *travel)
{
  if (leg->distance_m > 0)
    way->distance_m = leg->distance_m;
  if (leg->climb_m > 0 || leg->descent_m > 0)
    {
      way->climb_m = backwards ? leg->descent_m : leg->climb_m;
      way->descent_m = backwards ? leg->climb_m : leg->descent_m;
    }
  travel->source = TRH_TRAVEL_SOURCE_TYPED + (TrhTravelSource) leg->source;
  travel->leg_id = leg->base.id;
  travel->reason = *leg->reason != '\0' ? leg->reason : NULL;
}

static gboolean
get (TrhMatrix *self, const char *from_id, const char *to_id, TrhLegMode mode, double walking_kmh, int day, TrhTravel *travel)
{
  const TrhLegRecord *best = NULL, *closure = NULL;
  Place from, to;
  gboolean placed;
  TrhWay way = { 0 };

  *travel = (TrhTravel) { .source = TRH_TRAVEL_SOURCE_SAME_PLACE };
  if (g_strcmp0 (from_id, to_id) == 0)
    return TRUE;
  if (self->revision != trh_project_get_revision (self->project))
    read_legs (self);

  placed = find_place (self, from_id, &from);
  placed = find_place (self, to_id, &to) && placed;
  look_at_legs (self, from_id, to_id, mode, day, &best, &closure);
  if (to.is_venue && to.commune_id != NULL)
    look_at_legs (self, from_id, to.commune_id, mode, day, &best, &closure);
  if (from.is_venue && from.commune_id != NULL)
    look_at_legs (self, from.commune_id, to_id, mode, day, &best, &closure);
  if (from.is_venue && to.is_venue && from.commune_id != NULL && to.commune_id != NULL)
    look_at_legs (self, from.commune_id, to.commune_id, mode, day, &best, &closure);

  if (placed)
    estimate_way (self, &from, &to, &way);
  else if (best == NULL || (best->distance_m == 0 && best->duration_s == 0))
    return FALSE;

  travel->source = TRH_TRAVEL_SOURCE_ESTIMATE;
  if (best != NULL)
    follow_leg (best, g_strcmp0 (best->from_id, from_id) != 0 && g_strcmp0 (best->from_id, from.commune_id) != 0, &way, travel);
  else if (way.distance_m < 1)
    travel->source = TRH_TRAVEL_SOURCE_SAME_PLACE;

  travel->distance_m = (int) MIN (lround (way.distance_m), G_MAXINT);
  travel->climb_m = (int) lround (way.climb_m);
  travel->descent_m = (int) lround (way.descent_m);
  travel->duration_s = best != NULL && best->duration_s > 0
    ? best->duration_s
    : trh_travel_estimate_s (mode, travel->distance_m, travel->climb_m, travel->descent_m, way.passes, walking_kmh);
  if (closure != NULL)
    {
      travel->closed = TRUE;
      travel->leg_id = closure->base.id;
      travel->reason = *closure->reason != '\0' ? closure->reason : NULL;
    }

  return TRUE;
}

/**
 * trh_matrix_get:
 * @self: a matrix
 * @from_id: a venue or a commune
 * @to_id: another
 * @mode: how one travels
 * @day: on which day; %TRH_NO_DAY for a day when no dated leg holds
 * @travel: (out): what it takes
 *
 * A leg typed by a person comes first, then one from a route service, then an imported
 * one; between equals the one with dates, then the one between venues rather than
 * between their communes. What no leg says is estimated: along the known roads from
 * village to village (× 1.2 in a valley, through the pass across a ridge), or the
 * straight line × 1.45 where nothing better is known. Both ends in one commune: × 1.2.
 *
 * A leg that is closed on @day sets @closed and its reason beside the figures. Costs one
 * to a few microseconds, whatever the size of the project.
 *
 * Returns: whether anything is known: %FALSE when an end is not placed and no leg helps
 */
gboolean
trh_matrix_get (TrhMatrix *self, const char *from_id, const char *to_id, TrhLegMode mode, int day, TrhTravel *travel)
{
  g_return_val_if_fail (TRH_IS_MATRIX (self), FALSE);

  return get (self, from_id, to_id, mode, 0, day, travel);
}

/**
 * trh_matrix_get_for_artist:
 * @self: a matrix
 * @from_id: a venue or a commune
 * @to_id: another
 * @artist: who travels: the mode and the walking speed count
 * @day: as in trh_matrix_get()
 * @travel: (out): what it takes
 *
 * Returns: as trh_matrix_get()
 */
gboolean
trh_matrix_get_for_artist (TrhMatrix *self, const char *from_id, const char *to_id,
                           const TrhArtistRecord *artist, int day, TrhTravel *travel)
{
  g_return_val_if_fail (TRH_IS_MATRIX (self), FALSE);

  return get (self, from_id, to_id, trh_travel_get_leg_mode ((TrhTravelMode) artist->travel_mode),
              artist->walking_kmh, day, travel);
}
