/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One plain sentence for a person; all (transfer full). */
char *trh_explain_approval (const char *name, guint64 voices, guint64 valid, gboolean elected, gboolean tied);
char *trh_explain_approval_full (const char *name, guint64 voices, guint64 valid, gboolean elected, gboolean tied,
                                 guint64 missing, gboolean by_guarantee);
char *trh_explain_ties     (const char *const *names, gboolean kept);
char *trh_explain_urn      (guint n_ballots, guint n_used_codes, guint n_codes);

G_END_DECLS
