/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/voting/trh-kit.h"

G_BEGIN_DECLS

/* What the laptop of one session forgets once the sealed urn is back: its urn and its roll. */
GtkWidget *trh_vote_kit_reminder_new (const TrhKit *kit, int today);
void       trh_vote_kit_forget       (GtkWidget *window, const TrhKit *kit, const char *returned,
                                      void (*forgotten) (GtkWidget *window, const char *session_id));

G_END_DECLS
