/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/voting/trh-ballot-paper.h"
#include "core/voting/trh-urn.h"

G_BEGIN_DECLS

/* Leads two people, who do not see each other's work, from a pile of paper ballots to the urn: both type it, they look
 * together at the papers that were not typed alike, compare with the box, and put the pile into the urn. Until then
 * nothing of it is on the disk, and who closes the window is asked. */
#define TRH_TYPE_VOTE_PAPER (trh_vote_paper_get_type ())
G_DECLARE_FINAL_TYPE (TrhVotePaper, trh_vote_paper, TRH, VOTE_PAPER, AdwWindow)

TrhVotePaper *trh_vote_paper_new (GtkWidget *parent, TrhUrn *urn, TrhBallotPaper *paper);

G_END_DECLS
