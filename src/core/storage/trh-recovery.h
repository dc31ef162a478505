/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/storage/trh-journal-line.h"

G_BEGIN_DECLS

/* What a journal gave back. */
typedef struct {
  TrhHistory *history; /* (owned): its project is the file and everything after it */
  guint       n_used;  /* lines that were understood, the first one included */
  guint       n_after; /* of these, edits that the file did not hold */
} TrhRecovered;

gint64   trh_recovery_find   (GPtrArray *lines, const char *hash);
guint    trh_recovery_count  (GPtrArray *lines, guint64 after);
gboolean trh_recovery_replay (GPtrArray *lines, GBytes *file, TrhProject *project, TrhRecovered *recovered, GError **error);

G_END_DECLS
