/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char     *trh_text_fold    (const char *text);
gboolean  trh_text_matches (const char *text, const char *folded_query);
int       trh_text_compare (const char *a, const char *b);
guint     trh_text_hash    (gconstpointer text);
char     *trh_text_clip    (const char *text);
gboolean  trh_text_is_id   (const char *text);
gboolean  trh_text_is_insee (const char *text);

/*< words for people; all (transfer full) >*/
char     *trh_text_capital (const char *text);
char     *trh_text_small   (const char *text);
char     *trh_text_of      (const char *name);
char     *trh_text_at      (const char *name);

G_END_DECLS
