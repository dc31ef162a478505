/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/geo/trh-roads.h"
#include "core/model/trh-project.h"
#include "core/schedule/trh-travel.h"

G_BEGIN_DECLS

/* Answers how far and how long it is between any two venues or communes of a project:
 * from its legs where somebody or something has said so, else by an estimate. It follows
 * the project by itself. Main thread only. */
#define TRH_TYPE_MATRIX (trh_matrix_get_type ())
G_DECLARE_FINAL_TYPE (TrhMatrix, trh_matrix, TRH, MATRIX, GObject)

TrhMatrix *trh_matrix_new            (TrhProject *project, TrhRoads *roads);

gboolean   trh_matrix_get            (TrhMatrix *self, const char *from_id, const char *to_id, TrhLegMode mode,
                                      int day, TrhTravel *travel);
gboolean   trh_matrix_get_for_artist (TrhMatrix *self, const char *from_id, const char *to_id,
                                      const TrhArtistRecord *artist, int day, TrhTravel *travel);

G_END_DECLS
