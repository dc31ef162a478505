/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "core/base/trh-error.h"

G_BEGIN_DECLS

#define TRH_JSON_MARK "\xef\xbb\xbf" /* a byte order mark in UTF-8: skipped */

gboolean  trh_json_scan        (const char *bytes, gsize length, GError **error);
gboolean  trh_json_check       (GBytes *bytes, GError **error);
void      trh_json_locate      (GBytes *bytes, const char *path, guint *line, guint *column);
JsonNode *trh_json_parse       (GBytes *bytes, GError **error);
void      trh_json_place_error (GBytes *bytes, GError **error);

/*< writing: appends to @out >*/
void      trh_json_append_text (GString *out, const char *text);
void      trh_json_append_texts (GString *out, char **texts);
void      trh_json_append_real (GString *out, double number);
void      trh_json_append_node (GString *out, JsonNode *node, guint indent);
void      trh_json_append_name (GString *out, const char *name, gboolean *first, guint indent);
void      trh_json_append_members (GString *out, JsonObject *object, gboolean *first, guint indent);
void      trh_json_new_line    (GString *out, guint indent);
gsize     trh_json_get_most_bytes (GBytes *document);

G_END_DECLS
