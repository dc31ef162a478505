/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/exchange/trh-territory.h"
#include "map/trh-painter.h"

G_BEGIN_DECLS

/* Passes, summits, stations and towns around, for the map without images: those show them. */
#define TRH_TYPE_LANDMARKS_PAINTER (trh_landmarks_painter_get_type ())
G_DECLARE_FINAL_TYPE (TrhLandmarksPainter, trh_landmarks_painter, TRH, LANDMARKS_PAINTER, TrhPainter)

TrhPainter *trh_landmarks_painter_new           (void);
void        trh_landmarks_painter_set_territory (TrhLandmarksPainter *self, TrhTerritory *territory);

G_END_DECLS
