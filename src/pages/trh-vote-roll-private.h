/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/voting/trh-roll.h"
#include "pages/trh-vote-roll.h"

G_BEGIN_DECLS

#define TRH_NO_UNDO G_MAXUINT

/* trh-vote-roll.c: for the windows of trh-vote-roll-names.c */
TrhRoll *trh_vote_roll_get_roll (TrhVoteRoll *self);
const char *trh_vote_roll_get_rule (TrhVoteRoll *self);
void     trh_vote_roll_changed  (TrhVoteRoll *self, const char *sentence, guint added);

/* trh-vote-roll-names.c: windows that ask for names */
void     trh_vote_roll_ask_name  (TrhVoteRoll *self);
void     trh_vote_roll_ask_names (TrhVoteRoll *self);

G_END_DECLS
