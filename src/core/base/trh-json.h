/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "core/base/trh-error.h"

G_BEGIN_DECLS

gboolean  trh_json_scan        (const char *bytes, gsize length, GError **error);
JsonNode *trh_json_parse       (GBytes *bytes, GError **error);

/*< writing: appends to @out >*/
void      trh_json_append_text (GString *out, const char *text);
void      trh_json_append_real (GString *out, double number);
void      trh_json_append_node (GString *out, JsonNode *node, guint indent);
void      trh_json_new_line    (GString *out, guint indent);

G_END_DECLS
