/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/model/trh-project.h"

G_BEGIN_DECLS

/* The result of a whole poll: a card for each artist, best first, with its table beside; and of each town
 * what may be shown of it. */
GtkWidget *trh_vote_results_new (const TrhPollRecord *poll, const TrhResultRecord *total);
GtkWidget *trh_vote_town_row    (TrhProject *project, const TrhResultRecord *session);

G_END_DECLS
