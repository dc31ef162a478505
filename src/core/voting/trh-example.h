/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/voting/trh-count.h"

G_BEGIN_DECLS

/* A small invented vote that is counted twice, as a real one is: once so that the largest group of voters fills the
 * places, once so that every group gets its share. It shows organisers what the choice of a method decides. */
#define TRH_EXAMPLE_PLACES     3 /* villages, the largest first */
#define TRH_EXAMPLE_CANDIDATES 6 /* A to F */
#define TRH_EXAMPLE_SEATS      4

/* Voters of one village who like the same artists */
typedef struct {
  guint       place;
  guint       voters;
  const char *likes; /* letters, the preferred one first */
} TrhExampleVoters;

/* What one method makes of it */
typedef struct {
  const TrhMethod *method;
  gboolean chosen[TRH_EXAMPLE_CANDIDATES];
  guint    heard[TRH_EXAMPLE_PLACES]; /* voters of each village who like somebody that is chosen */
} TrhExampleCount;

typedef struct {
  guint           voters[TRH_EXAMPLE_PLACES];
  guint           voices[TRH_EXAMPLE_CANDIDATES]; /* voters who like each artist */
  TrhExampleCount by_majority;
  TrhExampleCount by_shares;
} TrhExample;

const TrhExampleVoters *trh_example_peek_voters (guint *n);
void                    trh_example_count       (TrhExample *self, TrhBallotPaperKind kind, const TrhMethod *wanted);

G_END_DECLS
