/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Programs that copy a folder while it changes: their copies of an urn, one after each ballot, tell in which order ballots
 * came to whoever has the keys later. */
char *trh_copied_folder_find (const char *path);
char *trh_copied_folder_warn (void);
char *trh_copied_folder_note (void);

G_END_DECLS
