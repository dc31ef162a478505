/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "core/base/trh-error.h"

G_BEGIN_DECLS

/* Members of the small files of this room, which are not records: each function takes the object,
 * its place ("" for the root) and a member, and fails with %TRH_DATA_ERROR_INVALID naming both. */
JsonObject *trh_read_object (JsonNode *node, const char *place, GError **error);
gboolean    trh_read_only   (JsonObject *object, const char *place, const char *const *names, GError **error);
const char *trh_read_text   (JsonObject *object, const char *place, const char *name, guint max_characters, GError **error);
gboolean    trh_read_number (JsonObject *object, const char *place, const char *name, gint64 least, gint64 most,
                             gint64 *value, GError **error);
gboolean    trh_read_flag   (JsonObject *object, const char *place, const char *name, gboolean *value, GError **error);
JsonArray  *trh_read_list   (JsonObject *object, const char *place, const char *name, guint least, guint most,
                             GError **error);
char      **trh_read_texts  (JsonObject *object, const char *place, const char *name, guint least, guint most,
                             guint max_characters, GError **error);
gboolean    trh_read_bytes  (const char *text, const char *place, guint8 *bytes, gsize length, GError **error);
gboolean    trh_read_bytes_member (JsonObject *object, const char *place, const char *name, guint8 *bytes, gsize length,
                             GError **error);
char       *trh_read_say_range  (gint64 value, gint64 least, gint64 most);
char       *trh_read_say_length (guint length, guint least, guint most);
void        trh_read_fail   (GError **error, const char *place, const char *name, const char *sentence);

/* The other way: base64 as trh_read_bytes() takes it. */
void        trh_append_bytes (GString *out, const guint8 *bytes, gsize length);
void        trh_append_sum   (GString *out);

G_END_DECLS
