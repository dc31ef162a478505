/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/trh-project.h"

G_BEGIN_DECLS

/* Guarantees of a poll: so many artists of a valley, or of a discipline, at least and at most. What each artist counts as
 * is kept with the ballot: the count is the same when the artist changes afterwards. */
const char *trh_poll_get_group         (TrhProject *project, const TrhPollRecord *poll, guint candidate);
void        trh_poll_set_group         (TrhPollRecord *poll, guint candidate, const char *group);
const char *trh_poll_guess_valley      (TrhProject *project, const TrhArtistRecord *artist);
char       *trh_poll_say_guarantee     (TrhProject *project, const TrhQuotaRecord *quota);
char       *trh_poll_say_guarantees    (TrhProject *project, const TrhPollRecord *poll);
gboolean    trh_poll_check_guarantees  (TrhProject *project, const TrhPollRecord *poll, GError **error);

G_END_DECLS
