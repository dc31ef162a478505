/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pages/trh-vote-desk.h"
#include "pages/trh-vote-dialog.h"
#include "widgets/trh-entry-row.h"

G_BEGIN_DECLS

#define TRH_VOTE_STEP_ROWS 16

/* A window for one step of a vote that needs people: it asks, waits, and says what went wrong. The reply of a worker
 * may come after the window was closed: it then only tells. */
typedef struct {
  GtkWidget     *parent;   /* (owned): in the window that asks, which has the action win.tell */
  TrhVoteDesk   *desk;     /* (nullable) (owned) */
  TrhVoteDialog *dialog;   /* (nullable): until it is closed */
  gpointer       entity;   /* (owned): what it is about: TrhPoll, TrhResult… */
  GtkWidget     *rows[TRH_VOTE_STEP_ROWS];
  GPtrArray     *communes; /* (nullable) (element-type TrhCommune): of the list to choose from */
  gpointer       data;     /* (nullable) (owned): what one kind of step keeps beside */
  GDestroyNotify free_data;
  guint          n_users;  /* the window, and the call that runs */
} TrhVoteStep;

typedef void (*TrhVoteStepFunc) (TrhVoteStep *self);

TrhVoteStep *trh_vote_step_new         (gpointer parent, TrhVoteDesk *desk, gpointer entity, const char *title,
                                        const char *verb, TrhVoteStepFunc accepted);
TrhVoteStep *trh_vote_step_ref         (TrhVoteStep *self);
void         trh_vote_step_unref       (TrhVoteStep *self);
TrhProject  *trh_vote_step_get_project (TrhVoteStep *self);
void         trh_vote_step_tell        (TrhVoteStep *self, const char *sentence);
const char  *trh_vote_step_get_text    (TrhVoteStep *self, guint row);
void         trh_vote_step_add_copied  (TrhVoteStep *self);
AdwPreferencesGroup *trh_vote_step_add_clock (TrhVoteStep *self);
void         trh_vote_step_add_names   (TrhVoteStep *self, AdwPreferencesGroup *group);
gboolean     trh_vote_step_check_names (TrhVoteStep *self);
void         trh_vote_step_add_communes (TrhVoteStep *self, guint row);
TrhCommune  *trh_vote_step_get_commune (TrhVoteStep *self, guint row);
void         trh_vote_step_add_passphrases (TrhVoteStep *self, AdwPreferencesGroup *group, const TrhKeys *keys);
void         trh_vote_step_begin       (TrhVoteStep *self, const char *words);
void         trh_vote_step_end         (TrhVoteStep *self, const char *done, const GError *error);

G_END_DECLS
