/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/exchange/trh-territory.h"
#include "map/trh-painter.h"

G_BEGIN_DECLS

/* The communes: their outlines where they are known, approximate cells around their villages
 * otherwise, tinted by valley, and their names; in grey the others of the region. */
#define TRH_TYPE_COMMUNES_PAINTER (trh_communes_painter_get_type ())
G_DECLARE_FINAL_TYPE (TrhCommunesPainter, trh_communes_painter, TRH, COMMUNES_PAINTER, TrhPainter)

TrhPainter *trh_communes_painter_new          (void);
void        trh_communes_painter_set_selected (TrhCommunesPainter *self, const char *id);
void        trh_communes_painter_set_territory (TrhCommunesPainter *self, TrhTerritory *territory);

G_END_DECLS
