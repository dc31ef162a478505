/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* What can be chosen: an id and its words. Properties: "label", "chosen" (notifies). */
#define TRH_TYPE_PICK (trh_pick_get_type ())
G_DECLARE_FINAL_TYPE (TrhPick, trh_pick, TRH, PICK, GObject)

TrhPick  *trh_pick_new        (const char *id, const char *label);
const char *trh_pick_get_id     (TrhPick *self);
const char *trh_pick_get_label  (TrhPick *self);
gboolean    trh_pick_is_chosen  (TrhPick *self);
void        trh_pick_set_chosen (TrhPick *self, gboolean chosen);

G_END_DECLS
