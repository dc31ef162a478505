/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What the roll of a session says of it. Plain, lent. */
typedef struct {
  const char *session_id;
  const char *question;
  const char *place;     /* the town, or "" */
  const char *who_votes; /* the rule of the session, or "" */
  int         day;       /* of the session, in days since 1970-01-01 */
  int         purge_day; /* when the roll is destroyed; 0 is not said */
  gboolean    rehearsal;
} TrhVoteRollWords;

/* Who may vote in a session and who has signed: a window and a file of its own. It is never on a screen together with
 * a booth: it goes when one opens, and does not come while one is there. What it shows is on the disk a moment after
 * it was done; nothing is sent anywhere. */
#define TRH_TYPE_VOTE_ROLL (trh_vote_roll_get_type ())
G_DECLARE_FINAL_TYPE (TrhVoteRoll, trh_vote_roll, TRH, VOTE_ROLL, AdwWindow)

void trh_vote_show_roll (GtkWidget *parent, const TrhVoteRollWords *words);

G_END_DECLS
