/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/voting/trh-bag-codes.h"

#include <string.h>

#include "core/base/trh-limits.h"
#include "core/base/trh-text.h"

/* The beginning of a cover: 96 bits, so that for a bag of 100 000 codes somebody would try 2^79 hashes before one fits.
 * 12 bytes are 16 characters of base64 exactly. */
#define KEPT       12
#define CHARACTERS 16
#define IN_A_LINE  (TRH_MAX_BALLOTS / TRH_MAX_PARTS) /* codes: the largest bag fits in a list of the season */

/**
 * trh_bag_codes_list:
 * @prepared: the urn of a kit
 *
 * Returns: (transfer full) (array zero-terminated=1): its codes, sorted, in lines of base64
 */
char **
trh_bag_codes_list (const TrhUrnContent *prepared)
{
  const guint n = prepared->unused->len / TRH_CODE_HASH;
  GPtrArray *lines = g_ptr_array_new ();
  guint8 kept[IN_A_LINE * KEPT];

  for (guint first = 0; first < n; first += IN_A_LINE)
    {
      const guint in_line = MIN (IN_A_LINE, n - first);

      for (guint i = 0; i < in_line; i++)
        memcpy (kept + i * KEPT, prepared->unused->data + (first + i) * TRH_CODE_HASH, KEPT);
      g_ptr_array_add (lines, g_base64_encode (kept, in_line * KEPT));
    }
  g_ptr_array_add (lines, NULL);
  return (char **) g_ptr_array_free (lines, FALSE);
}

/**
 * trh_bag_codes_count:
 * @lines: (array zero-terminated=1): from trh_bag_codes_list()
 * @urn: that came back
 *
 * Returns: how many of the codes that were used in @urn came with the bag
 */
guint
trh_bag_codes_count (const char *const *lines, const TrhUrnContent *urn)
{
  g_autoptr(GHashTable) known = g_hash_table_new_full (trh_text_hash, g_str_equal, g_free, NULL);
  guint n = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    for (gsize at = 0, length = strlen (lines[i]); at + CHARACTERS <= length; at += CHARACTERS)
      g_hash_table_add (known, g_strndup (lines[i] + at, CHARACTERS));
  for (guint at = 0; at < urn->used->len; at += TRH_CODE_HASH)
    {
      guint8 cover[TRH_CODE_HASH];
      g_autofree char *text = NULL;

      trh_code_cover (urn->used->data + at, cover);
      text = g_base64_encode (cover, KEPT);
      n += g_hash_table_contains (known, text);
    }
  return n;
}
