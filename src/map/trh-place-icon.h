/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/model/trh-project.h"

G_BEGIN_DECLS

/* The sign of a commune (shape and colour of its valley) or of a venue (its pictogram), as on the
 * map, for lists. The words beside it say the same. */
#define TRH_TYPE_PLACE_ICON (trh_place_icon_get_type ())
G_DECLARE_FINAL_TYPE (TrhPlaceIcon, trh_place_icon, TRH, PLACE_ICON, GtkWidget)

GtkWidget *trh_place_icon_new  (void);
void       trh_place_icon_show (TrhPlaceIcon *self, TrhProject *project, TrhEntity *entity);

G_END_DECLS
