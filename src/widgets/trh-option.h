/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* What can be chosen: an id and its words. Properties: "label", "chosen" (notifies). */
#define TRH_TYPE_OPTION (trh_option_get_type ())
G_DECLARE_FINAL_TYPE (TrhOption, trh_option, TRH, OPTION, GObject)

TrhOption  *trh_option_new        (const char *id, const char *label);
const char *trh_option_get_id     (TrhOption *self);
const char *trh_option_get_label  (TrhOption *self);
gboolean    trh_option_is_chosen  (TrhOption *self);
void        trh_option_set_chosen (TrhOption *self, gboolean chosen);

G_END_DECLS
