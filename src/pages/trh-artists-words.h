/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/trh-project.h"

G_BEGIN_DECLS

/* What the page says of an artist. All (transfer full). */
char *trh_artists_say_languages    (const TrhArtistRecord *artist);
char *trh_artists_say_availability (const TrhArtistRecord *artist);
char *trh_artists_say_needs        (const TrhArtistRecord *artist);
char *trh_artists_say_travel       (const TrhArtistRecord *artist);
char *trh_artists_say_state        (const TrhArtistRecord *artist);
char *trh_artists_say_row          (const TrhArtistRecord *artist, guint n_placed, guint n_waiting);
char *trh_artists_say_second_line  (const TrhArtistRecord *artist, guint n_placed, guint n_waiting);
char *trh_artists_say_all          (const TrhArtistRecord *artist);

const char *trh_artists_name_state (int state);

G_END_DECLS
