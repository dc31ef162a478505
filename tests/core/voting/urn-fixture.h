/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/voting/trh-urn.h"

G_BEGIN_DECLS

#define N_CANDIDATES 5 /* of the urns below */

extern const char *const urn_candidates[];
extern const char *const urn_holders[];
extern const char *const urn_passphrases[];
extern const char *const urn_organisers[];
extern const TrhUrnClosing urn_closing;
extern const TrhSealCost urn_cheap;

/* An open urn with forty codes, in a folder of its own, and its keys. */
typedef struct {
  char    *folder;
  char    *path;
  TrhKeys *keys;
  GArray  *codes;
  TrhUrn  *urn;
} UrnFixture;

typedef struct {
  guint n_waiting;
  guint n_cast;
  guint n_errors[TRH_BOOTH_ERROR_UNSURE + 1];
} UrnAnswers;

void         urn_fixture_set_up_with (UrnFixture *fixture, TrhKeys *keys, GArray *codes);
void         urn_fixture_set_up      (UrnFixture *fixture, gconstpointer data);
void         urn_fixture_wait        (UrnFixture *fixture);
void         urn_fixture_tear_down   (UrnFixture *fixture, gconstpointer data);
const char  *urn_fixture_get_code    (UrnFixture *fixture, guint index);
void         urn_fixture_replied     (GObject *source, GAsyncResult *result, gpointer data);
void         urn_fixture_cast        (UrnFixture *fixture, const char *code, guint set, UrnAnswers *answers);
void         urn_fixture_settle      (UrnAnswers *answers);
void         urn_fixture_cast_now    (UrnFixture *fixture, guint code, guint set);
void         urn_fixture_closed      (GObject *source, GAsyncResult *result, gpointer data);
char        *urn_fixture_close       (UrnFixture *fixture);
char        *urn_fixture_open        (UrnFixture *fixture, const TrhKeys *keys);
int          urn_fixture_check       (UrnFixture *fixture, const char *code);

G_END_DECLS
