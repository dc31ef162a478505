/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <shumate/shumate.h>

#include "services/net/trh-http.h"

G_BEGIN_DECLS

#define TRH_MAX_ZOOM 19 /* of openstreetmap.org */

/* Map images from a tile server, through TrhHttp and a cache on disk. Only what is on the
 * screen is asked for: tile providers forbid more. Images are decoded in a worker: libshumate's own
 * renderer decodes on the main thread, and leaves it to each frame to reorder the pixels.
 *
 * Signal "shown": an image came into a tile.
 *
 * Property: "problem" (nullable, notifies): why the last image could not be had, in words;
 * %NULL as soon as one arrives. libshumate 1.0 swallows the errors of its own downloader. */
#define TRH_TYPE_TILE_SOURCE (trh_tile_source_get_type ())
G_DECLARE_FINAL_TYPE (TrhTileSource, trh_tile_source, TRH, TILE_SOURCE, ShumateMapSource)

TrhTileSource *trh_tile_source_new           (TrhHttp       *http,
                                              const char    *address,
                                              const char    *cache_dir);
void           trh_tile_source_set_software  (TrhTileSource *self,
                                              gboolean       software);
const char    *trh_tile_source_get_problem   (TrhTileSource *self);
gboolean       trh_tile_source_check_address (const char    *address);

G_END_DECLS
