/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/exchange/trh-poll-result.h"
#include "core/exchange/trh-poll-sums.h"
#include "core/workspace/trh-workspace.h"

G_BEGIN_DECLS

/* A vote that was held: its keys, the sessions of its towns, and the count, as short texts. XDG_DATA_HOME is a
 * folder of the test. */
typedef struct {
  const char    *id;
  TrhBallotKind  ballot;
  const char    *method;
  int            seats;
  TrhTies        ties;
  const char    *disciplines; /* (nullable): a letter for each artist */
  const char    *guarantee;   /* (nullable): a discipline of which one is to be chosen */
} PollCase;

typedef struct {
  TrhWorkspace *workspace;
  TrhPoll      *poll; /* artists A, B, C… with ids a, b, c… */
  TrhKeys      *keys;
  char         *keys_path;
  const TrhUrnClosing *stated; /* (nullable) (unowned): at the closing of the next sessions */
} PollFixture;

extern const char *const poll_passphrases[2];

void                   poll_fixture_set_up (PollFixture *fixture, TrhWorkspace *workspace, const PollCase *which,
                                            const char *const *names);
void                   poll_fixture_begin  (PollFixture *fixture, TrhWorkspace *workspace, TrhPollRecord *record);
void                   poll_fixture_adopt  (PollFixture *fixture, TrhWorkspace *workspace, TrhPoll *poll);
void                   poll_fixture_clear  (PollFixture *fixture);
void                   poll_fixture_hold   (PollFixture *fixture, const char *session_id, const char *commune_id,
                                            const char *ballots);
TrhOpening            *poll_fixture_open   (PollFixture *fixture, const char *seed);
const TrhResultRecord *poll_fixture_count  (PollFixture *fixture, const char *seed);
TrhTold               *poll_fixture_tell   (PollFixture *fixture);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PollFixture, poll_fixture_clear)

G_END_DECLS
