/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>
#include <stdbool.h>

G_BEGIN_DECLS

#define TRH_USUAL_GRADES 5  /* from “very favourable” to “opposed” */
#define TRH_MAX_GRADES   7
#define TRH_MAX_RANKS    10 /* of a ballot: beyond that people rank at random */

/* In the order of the poll's own list of ballot types */
typedef enum {
  TRH_BALLOT_PAPER_APPROVAL,
  TRH_BALLOT_PAPER_GRADES,
  TRH_BALLOT_PAPER_RANKING,
} TrhBallotPaperKind;

/* One choice on the paper */
typedef struct {
  char *letter;     /* of the file on the table: A, B, C… */
  char *name;
  char *discipline; /* or "" */
} TrhPaperCandidate;

/**
 * TrhBallotPaper:
 *
 * What a voter is asked, and nothing else of the season: the booth, the phone page and the
 * printed ballot know a poll by this description only. Reference counted; it does not change
 * any more once it has been given to one of them.
 */
typedef struct {
  TrhBallotPaperKind kind;
  char      *question;
  GPtrArray *candidates;  /* (element-type TrhPaperCandidate), in the order of the draw */
  guint      min_choices; /* of a ballot that is not blank; 0 or 1 is no minimum */
  guint      max_choices; /* 0 is no limit */
  char     **grades;      /* (nullable): names of grades, best first; %NULL is the usual five */
  char     **languages;   /* codes; the first is the one each voter begins with */
  bool       rotates;     /* each voter starts at another candidate */
  bool       rehearsal;   /* stamped on every screen; its urns never meet real ones */
} TrhBallotPaper;

#define TRH_TYPE_BALLOT_PAPER (trh_ballot_paper_get_type ())
GType trh_ballot_paper_get_type (void);

TrhBallotPaper *trh_ballot_paper_new           (TrhBallotPaperKind kind, const char *question);
TrhBallotPaper *trh_ballot_paper_ref           (TrhBallotPaper *self);
void            trh_ballot_paper_unref         (TrhBallotPaper *self);
void            trh_ballot_paper_add_candidate (TrhBallotPaper *self, const char *letter, const char *name,
                                                const char *discipline);
void            trh_ballot_paper_set_grades    (TrhBallotPaper *self, const char *const *grades);
guint           trh_ballot_paper_get_n_grades  (TrhBallotPaper *self);
void            trh_ballot_paper_set_languages (TrhBallotPaper *self, const char *const *languages);
const TrhPaperCandidate *
                trh_ballot_paper_get_candidate (TrhBallotPaper *self, guint index);
char           *trh_ballot_paper_dup_sum     (TrhBallotPaper *self);
guint           trh_ballot_paper_get_limit     (TrhBallotPaper *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrhBallotPaper, trh_ballot_paper_unref)

G_END_DECLS
