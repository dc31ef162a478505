/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pages/trh-page.h"
#include "pages/trh-vote-dialog.h"

G_BEGIN_DECLS

/* An artist of the season, who may be on the ballot. */
typedef struct {
  TrhArtist *artist; /* (owned) */
  GtkWidget *check;  /* whether */
  GtkWidget *letter; /* under which letter, when ticked */
  GtkWidget *valley; /* row: for guarantees by valley */
} TrhVoteCandidate;

/* The window that prepares a vote. Its parts are in files of their own: each adds its rows, and reads them into a record. */
typedef struct {
  TrhPage       *page;       /* outlives its windows */
  TrhVoteDialog *dialog;
  TrhPoll       *poll;       /* (nullable) (owned): of the season, when it is changed */
  TrhEntity     *draft;      /* (owned): what rows with a link write into */
  GPtrArray     *candidates; /* (element-type TrhVoteCandidate): in the order shown */
  AdwPreferencesGroup *artists; /* the rows of them */

  GtkWidget     *question;
  GtkWidget     *who_votes;
  GtkWidget     *seats;
  GtkWidget     *ties;          /* row that opens */
  GtkWidget     *draw;          /* row instead of it, where only a draw can settle them */
  GtkWidget     *order;
  GtkWidget     *codes;
  GtkWidget     *rehearsal;

  GPtrArray     *kinds;         /* (element-type GtkCheckButton): of ballots, one is active */
  GtkWidget     *mentions;      /* row: how many */
  AdwPreferencesGroup *counting;
  GPtrArray     *methods;       /* (element-type GtkCheckButton): one is active of each kind of ballot */
  GPtrArray     *leads;         /* (element-type GtkCheckButton) (owned): not shown, one for each kind */
  guint          usual_seats;   /* for which the usual method was proposed */
  GtkWidget     *limits;        /* row that opens */
  GtkWidget     *least;
  GtkWidget     *most;
  GtkWidget     *languages;     /* row */

  GtkWidget     *guarantees;    /* row that opens */
  GtkWidget     *add_guarantee; /* row, the last one in it */
  GtkWidget     *valleys;       /* row that opens: of each candidate */
  GPtrArray     *quotas;        /* (element-type TrhQuotaRecord) */
  GPtrArray     *quota_rows;    /* of each */
  GPtrArray     *valley_ids;    /* (element-type utf8) (owned): what the rows of candidates offer after “none” */
} TrhVotePrepare;

TrhProject    *trh_vote_prepare_get_project     (TrhVotePrepare *self);
gboolean       trh_vote_prepare_is_ticked       (TrhVotePrepare *self, guint candidate);
TrhPollRecord *trh_vote_prepare_read            (TrhVotePrepare *self);
void           trh_vote_prepare_changed         (TrhVotePrepare *self);

void           trh_vote_prepare_add_ballot      (TrhVotePrepare *self, const TrhPollRecord *poll);
void           trh_vote_prepare_add_limits      (TrhVotePrepare *self, AdwPreferencesGroup *group, const TrhPollRecord *poll);
void           trh_vote_prepare_add_languages   (TrhVotePrepare *self, AdwPreferencesGroup *group, const TrhPollRecord *poll);
void           trh_vote_prepare_show_ballot     (TrhVotePrepare *self);
void           trh_vote_prepare_read_ballot     (TrhVotePrepare *self, TrhPollRecord *record);

void           trh_vote_prepare_add_guarantees  (TrhVotePrepare *self, AdwPreferencesGroup *group, const TrhPollRecord *poll);
void           trh_vote_prepare_show_guarantees (TrhVotePrepare *self, const TrhPollRecord *record);
void           trh_vote_prepare_read_guarantees (TrhVotePrepare *self, TrhPollRecord *record);

G_END_DECLS
