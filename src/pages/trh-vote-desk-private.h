/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pages/trh-vote-desk.h"

G_BEGIN_DECLS

struct _TrhVoteDesk
{
  GObject       parent_instance;

  TrhWorkspace *workspace;
  GHashTable   *sessions; /* (element-type utf8 TrhVoteSession): those that are open, by id */
  GHashTable   *opening;  /* (element-type utf8): a set of sessions whose urn is being made */
};

TrhProject *trh_vote_desk_get_project (TrhVoteDesk *self);
TrhPoll    *trh_vote_desk_find_poll   (TrhVoteDesk *self, const char *id, GError **error);
void        trh_vote_desk_forget_session (TrhVoteDesk *self, TrhVoteSession *session);
gboolean    trh_vote_desk_apply       (TrhVoteDesk *self, TrhEdit *edit, GError **error);
gboolean    trh_vote_desk_perform     (TrhVoteDesk *self, TrhEdit *edit, GError **error);

G_END_DECLS
