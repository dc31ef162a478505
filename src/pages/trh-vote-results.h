/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/model/trh-project.h"

G_BEGIN_DECLS

/* The result of a whole poll: a card for each artist, best first, with its table beside; and of each town
 * what may be shown of it. */
GtkWidget *trh_vote_results_new (TrhProject *project, const TrhPollRecord *poll, const TrhResultRecord *total);
GtkWidget *trh_vote_add_town    (AdwPreferencesGroup *group, TrhProject *project, const TrhPollRecord *poll,
                                 const TrhResultRecord *session);
void       trh_vote_add_small_towns (AdwPreferencesGroup *group, const TrhPollRecord *poll, const TrhResultRecord *total);

G_END_DECLS
