/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/voting/trh-typing.h"

G_BEGIN_DECLS

/* Where one person types paper after paper: a large line that says what is typed, the artists with their keys, the
 * causes of nullity. The keys work wherever the focus is in it; the same can be done with the mouse.
 * Signal "entered": a paper went into the pile. */
#define TRH_TYPE_VOTE_TYPING (trh_vote_typing_get_type ())
G_DECLARE_FINAL_TYPE (TrhVoteTyping, trh_vote_typing, TRH, VOTE_TYPING, GtkBox)

void       trh_vote_typing_begin (TrhVoteTyping *self, TrhBallotPaper *paper, TrhTyping *typing);
void       trh_vote_typing_end   (TrhVoteTyping *self);

G_END_DECLS
