/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/exchange/trh-territory-private.h"

/* A village stands in the lower third between the lowest and the mean ground of its
 * commune: the median of the 21 villages whose altitude is known, half of them within 40 m. */
#define VILLAGE_BETWEEN_MEAN 0.35
#define VILLAGE_BETWEEN_HIGHEST 0.12 /* the same, where only the extremes are known */

/* An altitude to reckon with, never to show as a fact. */
static int
guess_altitude_m (const TrhKnownCommuneRecord *commune)
{
  if (commune->altitude_m != 0 || commune->lowest_m == 0)
    return commune->altitude_m;
  if (commune->mean_m > commune->lowest_m)
    return commune->lowest_m + (int) (VILLAGE_BETWEEN_MEAN * (commune->mean_m - commune->lowest_m));
  if (commune->highest_m > commune->lowest_m)
    return commune->lowest_m + (int) (VILLAGE_BETWEEN_HIGHEST * (commune->highest_m - commune->lowest_m));
  return commune->lowest_m;
}

static gboolean
has_pass_between (TrhTerritory *self, const char *a, const char *b)
{
  for (guint i = 0; i < self->landmarks->len; i++)
    {
      const TrhLandmarkRecord *landmark = self->landmarks->pdata[i];
      const char *const *joined = (const char *const *) landmark->joined_ids;

      if (landmark->kind == TRH_LANDMARK_PASS && g_strv_contains (joined, a) && g_strv_contains (joined, b))
        return TRUE;
    }

  return FALSE;
}

/* Neighbours are joined along the valley, or over the pass that stands on their border.
 * From one valley to another without a known pass, nobody knows how the road goes. */
static void
join_neighbours (TrhTerritory *self, const TrhKnownCommuneRecord *commune)
{
  guint from, to;

  trh_roads_find (self->roads, commune->base.id, &from);
  for (guint i = 0; commune->neighbour_ids[i] != NULL; i++)
    {
      const TrhKnownCommuneRecord *neighbour = g_hash_table_lookup (self->by_insee, commune->neighbour_ids[i]);
      gboolean same_valley = g_strcmp0 (trh_territory_get_valley_key (self, commune),
                                        trh_territory_get_valley_key (self, neighbour)) == 0;

      trh_roads_find (self->roads, neighbour->base.id, &to);
      if (from < to && !has_pass_between (self, commune->base.id, neighbour->base.id))
        trh_roads_link (self->roads, from, to, same_valley ? TRH_DETOUR_VALLEY : TRH_DETOUR_STRAIGHT);
    }
}

/*
 * trh_territory_build_roads:
 * @self: a territory that was checked
 *
 * Makes the network of its villages and passes.
 */
void
trh_territory_build_roads (TrhTerritory *self)
{
  self->roads = trh_roads_new ();
  for (guint i = 0; i < self->communes->len; i++)
    {
      const TrhKnownCommuneRecord *commune = self->communes->pdata[i];

      trh_roads_add_village (self->roads, commune->base.id, (TrhCoordinate) { commune->latitude_deg, commune->longitude_deg },
                             guess_altitude_m (commune));
    }
  for (guint i = 0; i < self->communes->len; i++)
    join_neighbours (self, self->communes->pdata[i]);
  for (guint i = 0; i < self->landmarks->len; i++)
    {
      const TrhLandmarkRecord *landmark = self->landmarks->pdata[i];
      guint pass, village;

      if (landmark->kind != TRH_LANDMARK_PASS || g_strv_length (landmark->joined_ids) < 2)
        continue; /* leads out of what is known */
      pass = trh_roads_add_pass (self->roads, (TrhCoordinate) { landmark->latitude_deg, landmark->longitude_deg },
                                 landmark->altitude_m);
      for (guint j = 0; landmark->joined_ids[j] != NULL; j++)
        if (trh_roads_find (self->roads, landmark->joined_ids[j], &village))
          trh_roads_link (self->roads, village, pass, TRH_DETOUR_VALLEY);
    }
}
