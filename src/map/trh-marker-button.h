/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "map/trh-marker-face.h"
#include "map/trh-view.h"

G_BEGIN_DECLS

/* A venue on the map: a button that looks like its marker and is named by a full sentence. */
#define TRH_TYPE_MARKER_BUTTON (trh_marker_button_get_type ())
G_DECLARE_FINAL_TYPE (TrhMarkerButton, trh_marker_button, TRH, MARKER_BUTTON, GtkButton)

GtkWidget  *trh_marker_button_new       (const char *id);
const char *trh_marker_button_get_id    (TrhMarkerButton *self);
void        trh_marker_button_set_point (TrhMarkerButton *self, TrhPoint point);
TrhPoint    trh_marker_button_get_point (TrhMarkerButton *self);
void        trh_marker_button_set_face  (TrhMarkerButton *self, const TrhMarkerFace *face);
const TrhMarkerFace *trh_marker_button_peek_face (TrhMarkerButton *self);
void        trh_marker_button_set_name  (TrhMarkerButton *self, const char *name, const char *sentence);

G_END_DECLS
