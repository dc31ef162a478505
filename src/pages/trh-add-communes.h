/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/exchange/trh-territory.h"
#include "core/model/trh-project.h"

G_BEGIN_DECLS

/* A window to choose communes of the territory: by search and tick, a valley at once, or by a
 * pasted list of INSEE codes. Signal "chosen" (#GPtrArray of #TrhKnownCommuneRecord). */
#define TRH_TYPE_ADD_COMMUNES (trh_add_communes_get_type ())
G_DECLARE_FINAL_TYPE (TrhAddCommunes, trh_add_communes, TRH, ADD_COMMUNES, AdwWindow)

GtkWidget *trh_add_communes_new (TrhTerritory *territory, TrhProject *project);

G_END_DECLS
