/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A place in bytes that trh_json_scan() has accepted, for the few long lists that need no tree of nodes. It reads
 * nothing beyond @end whatever the bytes are; what it says is only true of accepted ones. */
typedef struct {
  const char *at;
  const char *end;
} TrhJsonWalk;

gboolean trh_json_walk_find    (GBytes *bytes, const char *name, TrhJsonWalk *value);
gboolean trh_json_walk_enter   (TrhJsonWalk *self, char opening);
gboolean trh_json_walk_next    (TrhJsonWalk *self);
gboolean trh_json_walk_name    (TrhJsonWalk *self, TrhJsonWalk *name);
gboolean trh_json_walk_is      (const TrhJsonWalk *name, const char *word);
gboolean trh_json_walk_integer (TrhJsonWalk *self, gint64 *value);
gboolean trh_json_walk_null    (TrhJsonWalk *self);
void     trh_json_walk_skip    (TrhJsonWalk *self);

G_END_DECLS
