/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pages/trh-page.h"

G_BEGIN_DECLS

/* The artists of the season: a table that sorts and filters, a list of two lines in a narrow
 * window. The form of an artist is in the inspector. */
#define TRH_TYPE_ARTISTS_PAGE (trh_artists_page_get_type ())
G_DECLARE_FINAL_TYPE (TrhArtistsPage, trh_artists_page, TRH, ARTISTS_PAGE, TrhPage)

G_END_DECLS
