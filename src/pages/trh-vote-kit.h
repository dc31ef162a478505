/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pages/trh-vote-session.h"

G_BEGIN_DECLS

/* A session on a laptop without the season: from a kit to an urn, and back as one sealed file. The urn stays in the data
 * folder of the person meanwhile: the same kit finds it again after a power cut. */
void            trh_vote_kit_load_async  (GFile *file, GAsyncReadyCallback callback, gpointer user_data);
TrhKit         *trh_vote_kit_load_finish (GAsyncResult *result, GError **error);

gboolean        trh_vote_kit_is_open     (const TrhKit *kit);
TrhVoteSession *trh_vote_kit_resume      (const TrhKit *kit, GError **error);

void            trh_vote_kit_open_async  (const TrhKit *kit, const char *const organisers[2], guint n_codes,
                                          GAsyncReadyCallback callback, gpointer user_data);
TrhVoteSession *trh_vote_kit_open_finish (GAsyncResult *result, GError **error);

void            trh_vote_return_async    (TrhVoteSession *session, const char *folder, GAsyncReadyCallback callback,
                                          gpointer user_data);
char           *trh_vote_return_finish   (GAsyncResult *result, GError **error);

G_END_DECLS
