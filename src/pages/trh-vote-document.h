/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/exchange/trh-printout.h"
#include "pages/trh-vote-dialog.h"

G_BEGIN_DECLS

/* Paper of a vote: it goes to a printer, or into a file to be printed elsewhere. */
typedef struct {
  TrhPrintout *printout;   /* (transfer full) */
  const char  *job;        /* what the queue of the printer calls it, without a secret */
  guint        copies;     /* proposed; 0 is one */
  const char  *save_title; /* of the window that asks where to save it */
  const char  *file_name;  /* proposed for the file */
  const char  *printed;    /* what is said when it went to a printer */
  const char  *saved;      /* and when it is in a file, which a printer may write too */
} TrhVoteDocument;

typedef enum { TRH_VOTE_PRINT, TRH_VOTE_SAVE } TrhVoteWay;

/* @way: as it was asked; @error: (nullable): why nothing came of it; @sentence: what is said in either case */
typedef void (*TrhVoteHandedOut) (TrhVoteWay way, const GError *error, const char *sentence, gpointer user_data);

void trh_vote_hand_out         (GtkWidget *parent, TrhVoteWay way, const TrhVoteDocument *document, TrhVoteHandedOut handed_out,
                                gpointer user_data, GDestroyNotify destroy);
void trh_vote_tell_handed_out  (GtkWidget *window, TrhVoteDialog *dialog, TrhVoteWay way, const GError *error,
                                const char *sentence);
void trh_vote_hand_out_telling (GtkWidget *window, TrhVoteDialog *dialog, TrhVoteWay way, const TrhVoteDocument *document);

G_END_DECLS
