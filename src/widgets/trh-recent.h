/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Which files the desktop remembers as recent. GTK puts there whatever was chosen in a dialog, an urn as well; only seasons
 * shall be. */
void trh_recent_forget      (const char *uri);
void trh_recent_note_chosen (GFile *file);

G_END_DECLS
