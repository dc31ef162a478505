/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/trh-project.h"

G_BEGIN_DECLS

/* Whether a stay has its days, and which days and beds a new one could have. */
gboolean   trh_stay_is_placed (const TrhStayRecord *stay);
void       trh_free_days_find (TrhProject *project, const char *artist_id, int from_day, int nights,
                               int *first_day, int *last_day);
GPtrArray *trh_lodgings_list  (TrhProject *project, const char *venue_id);

G_END_DECLS
