/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/voting/trh-lot.h"

#include <string.h>

typedef struct {
  char *hash;
  guint index;
} Slip;

static int
compare_slips (gconstpointer a, gconstpointer b)
{
  return strcmp (((const Slip *) a)->hash, ((const Slip *) b)->hash);
}

/**
 * trh_lot_hash:
 * @seed: the text drawn in public
 * @id: identifier of a candidate
 *
 * Returns: (transfer full): the lower-case hexadecimal SHA-256 of `seed + "|" + id`
 */
char *
trh_lot_hash (const char *seed, const char *id)
{
  g_autofree char *text = g_strconcat (seed, "|", id, NULL);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}

/**
 * trh_lot_draw:
 * @seed: the text drawn in public, after the urns were sealed
 * @ids: (array zero-terminated=1): identifiers of the candidates
 *
 * The order is that of the lower-case hexadecimal SHA-256 of `seed + "|" + id`, smallest first;
 * anyone redoes it with `printf '%s' "seed|id" | sha256sum`. Purpose and safeguards: RFC 3797.
 *
 * Returns: (transfer full) (array): indices into @ids, preferred first
 */
guint *
trh_lot_draw (const char *seed, const char *const *ids)
{
  guint n = g_strv_length ((char **) ids);
  g_autofree Slip *slips = g_new (Slip, n + 1);
  guint *order = g_new (guint, n + 1);

  for (guint i = 0; i < n; i++)
    {
      slips[i].hash = trh_lot_hash (seed, ids[i]);
      slips[i].index = i;
    }
  qsort (slips, n, sizeof *slips, compare_slips);
  for (guint i = 0; i < n; i++)
    {
      order[i] = slips[i].index;
      g_free (slips[i].hash);
    }
  return order;
}
