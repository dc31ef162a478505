/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <shumate/shumate.h>

#include "services/net/trh-http.h"

G_BEGIN_DECLS

/* Map images from a tile server, through TrhHttp and a cache on disk. Only what is on the
 * screen is asked for: tile providers forbid more.
 *
 * Property: "problem" (nullable, notifies): why the last image could not be had, in words;
 * %NULL as soon as one arrives. libshumate 1.0 swallows the errors of its own downloader. */
#define TRH_TYPE_TILE_SOURCE (trh_tile_source_get_type ())
G_DECLARE_FINAL_TYPE (TrhTileSource, trh_tile_source, TRH, TILE_SOURCE, ShumateDataSource)

TrhTileSource *trh_tile_source_new          (TrhHttp       *http,
                                             const char    *address,
                                             const char    *cache_dir);
const char    *trh_tile_source_get_problem  (TrhTileSource *self);
gboolean       trh_tile_source_check_address (const char   *address);

G_END_DECLS
