/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/voting/trh-typing.h"
#include "pages/trh-vote-paper.h"
#include "pages/trh-vote-typing.h"
#include "widgets/trh-dialog-header.h"

G_BEGIN_DECLS

typedef enum {
  TRH_PAPER_START,
  TRH_PAPER_FIRST,       /* hands over to the first person */
  TRH_PAPER_FIRST_TYPES,
  TRH_PAPER_SECOND,
  TRH_PAPER_SECOND_TYPES,
  TRH_PAPER_DIFFERENCES,
  TRH_PAPER_SETTLES,     /* one paper is typed by both together */
  TRH_PAPER_TOTALS,
  TRH_PAPER_SAVING,
  TRH_PAPER_DONE,
} TrhPaperStep;

struct _TrhVotePaper
{
  AdwWindow           parent_instance;

  TrhUrn             *urn;       /* (owned) */
  TrhBallotPaper     *paper;     /* (owned) */
  TrhPile            *pile;      /* (nullable) (owned): while one is typed */
  TrhTyping          *typing;    /* (nullable) (owned) */
  TrhUrnLot          *lot;       /* (nullable) (owned): when nothing differs any more */
  GBytes             *marks;     /* (nullable) (owned): of the papers that count */
  char               *names[2];  /* (nullable) */
  int                 found;     /* papers in the pile, counted by hand; -1 is not counted */
  TrhPaperStep        step;
  guint               settling;  /* number of the paper that is typed by both */
  GtkWidget          *spin;      /* how many papers there are */
  GtkWidget          *rows[2];   /* names */
  GtkWidget          *message;   /* (nullable): what the page says first; it is read, and Enter on it does nothing */
  gboolean            may_close;

  TrhDialogHeader    *header;
  GtkButton          *leave;
  GtkButton          *verb;
  GtkRevealer        *error_revealer;
  GtkWidget          *error;
  GtkLabel           *error_label;
  GtkStack           *stack;
  AdwBin             *page_bin;  /* start, differences, totals */
  AdwStatusPage      *status;    /* handing over, and the end */
  GtkWidget          *status_heading;
  TrhVoteTyping      *typing_pane;
};

/* trh-vote-paper-pages.c: pages made anew each time they are shown */
GtkWidget *trh_vote_paper_make_start       (TrhVotePaper *self);
GtkWidget *trh_vote_paper_make_differences (TrhVotePaper *self);
GtkWidget *trh_vote_paper_make_totals      (TrhVotePaper *self);

/* trh-vote-paper.c: what buttons on these pages do */
void       trh_vote_paper_settle_as        (TrhVotePaper *self, guint number, guint typist);
void       trh_vote_paper_settle_anew      (TrhVotePaper *self, guint number);
void       trh_vote_paper_restart          (TrhVotePaper *self, guint typist);

G_END_DECLS
