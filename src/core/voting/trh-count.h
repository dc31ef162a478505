/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/voting/trh-election.h"

G_BEGIN_DECLS

/**
 * TrhCountError:
 * @TRH_COUNT_ERROR_NO_EXPRESSED_BALLOT: every ballot is blank, or there is none
 * @TRH_COUNT_ERROR_QUOTAS_INFEASIBLE: no list of that many candidates meets the guarantees
 * @TRH_COUNT_ERROR_NOT_OFFERED: the method does not take these ballots, seats or guarantees
 */
typedef enum {
  TRH_COUNT_ERROR_NO_EXPRESSED_BALLOT,
  TRH_COUNT_ERROR_QUOTAS_INFEASIBLE,
  TRH_COUNT_ERROR_NOT_OFFERED,
} TrhCountError;
#define TRH_COUNT_ERROR (trh_count_error_quark ())
GQuark      trh_count_error_quark    (void);
const char *trh_count_error_get_name (int code);

#define TRH_MAX_COMMITTEES 24 /* tied results that are listed one by one */
#define TRH_NO_CANDIDATE G_MAXUINT

/* One turn of a rule that elects, or removes, one candidate after another */
typedef struct {
  const char *phase;   /* (nullable): "mes", "phragmen" or "av", of equal shares */
  guint    candidate;  /* elected, or removed */
  gboolean removed;
  char    *score;      /* (nullable): of @candidate; %NULL when nobody supports it */
  GArray  *tied;       /* (element-type guint): all that are equally good, @candidate among them; rising */
  guint    n_candidates;
  char   **scores;     /* (array length=n_candidates): %NULL for one without supporters, or who cannot be paid */
  guint8  *standing;   /* (array length=n_candidates): whether it could still be elected or removed */
} TrhRound;

typedef enum {
  TRH_STAGE_FIRST,   /* first choices */
  TRH_STAGE_SURPLUS, /* what an elected candidate does not need is transferred */
  TRH_STAGE_EXCLUDE, /* the papers of the lowest are transferred */
} TrhStageAction;

/* One stage of the single transferable vote */
typedef struct {
  TrhStageAction action;
  guint    candidate; /* whose papers moved, or %TRH_NO_CANDIDATE */
  guint64 *votes;     /* (array length=n_candidates): after it, in 1/100 000 vote */
  GArray  *elected;   /* (element-type guint): at its end, by their votes */
  GArray  *elected_without_quota; /* (element-type guint): as many were left as seats */
} TrhStage;

/* How majority judgment sees a candidate: its grade, and how many ballots are better and worse. */
typedef struct {
  guint    grade; /* 0 is the best */
  guint64  above;
  guint64  below;
  gboolean plus;  /* more above than below */
} TrhGauge;

/* What a method found. Numbers of candidates; fractions are texts "p" or "p/q" in lowest terms. Members
 * that a method does not fill are %NULL or empty. */
typedef struct {
  guint      n_candidates;
  guint64    valid;
  guint64    blank;
  GArray    *committee;  /* (element-type guint): the elected, in order of election */
  gboolean   unique;     /* no way of breaking ties gives another committee */
  gboolean   undetermined; /* whether another way gives another committee was not worked out */
  GPtrArray *committees; /* (nullable) (element-type GArray): every tied result, each sorted; %NULL when more
                            than TRH_MAX_COMMITTEES, or undetermined */
  char     **scores;     /* (nullable): of each candidate */
  guint64   *voices;     /* ballots that name each candidate */
  GArray    *tied;       /* (element-type guint): candidates that are in some of the tied results only, sorted */
  gboolean   tied_open;  /* there are too many ways of breaking ties: others may be tied, too */

  GPtrArray *rounds;     /* (nullable) (element-type TrhRound) */
  gboolean   has_phase1; /* equal shares: the next one is meant */
  guint      phase1;     /* seats that were paid for */
  gboolean   has_virtual_seats;
  guint      virtual_seats; /* for which the budget was enough; 0 when no budget is */

  guint      n_grades;
  guint64   *tallies;    /* (nullable): for each candidate, how often each grade */
  TrhGauge  *gauge;      /* (nullable): of each candidate */
  GPtrArray *levels;     /* (nullable) (element-type GArray): groups of equals, best first */

  guint64   *pairwise;   /* (nullable): row a, column b: ballots that put a above b */
  gboolean   has_condorcet;
  guint      condorcet_winner; /* or %TRH_NO_CANDIDATE */
  GArray    *order;      /* (nullable) (element-type guint): of all candidates */

  guint64    quota;      /* votes that elect */
  GPtrArray *stages;     /* (nullable) (element-type TrhStage) */
  GPtrArray *lots;       /* (nullable) (element-type GArray): groups between which the lot had to decide */
} TrhCount;

TrhCount *trh_count_new       (const TrhElection *election);
void      trh_count_free      (TrhCount *self);
TrhCount *trh_count_fail_too_large (GError **error);
void      trh_count_begin_rounds (TrhCount *self);
TrhRound *trh_count_add_round (TrhCount *self);
TrhStage *trh_count_add_stage (TrhCount *self);
gboolean  trh_count_is_drawn  (const TrhCount *self);
void      trh_count_print     (const TrhCount *self, GString *out);
char     *trh_count_print_votes (guint64 votes);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrhCount, trh_count_free)

/* What a method is for. */
typedef enum {
  TRH_METHOD_RESULT,  /* may decide a poll */
  TRH_METHOD_COMPARE, /* shown beside the result, without effect on it */
  TRH_METHOD_EXPERT,  /* on the command line only */
} TrhMethodUse;

/* One way of counting. To add one: a file with its descriptor, and a line in trh-count.c. */
typedef struct {
  const char        *id;       /* as in `count --rule` */
  TrhBallotPaperKind kind;     /* of the ballots it takes */
  TrhMethodUse       use;
  gboolean           quotas;   /* guarantees can be asked for */
  gboolean           proportional; /* every part of the voters gets its share of the places */
  const char        *name;     /* untranslated */
  const char        *sentence; /* untranslated: how it works, for a resident */
  TrhCount *(*count) (const TrhElection *election, GError **error);
} TrhMethod;

extern const TrhMethod trh_method_av;
extern const TrhMethod trh_method_mes_phragmen;
extern const TrhMethod trh_method_seqpav;
extern const TrhMethod trh_method_mj;
extern const TrhMethod trh_method_schulze;
extern const TrhMethod trh_method_stv_scottish;
extern const TrhMethod trh_method_sav;
extern const TrhMethod trh_method_seqphragmen;
extern const TrhMethod trh_method_revseqpav;
extern const TrhMethod trh_method_borda;
extern const TrhMethod trh_method_range;
extern const TrhMethod trh_method_mes;
extern const TrhMethod trh_method_mes_av;
extern const TrhMethod trh_method_mes_add1;
extern const TrhMethod trh_method_ranked_pairs;

const TrhMethod *const *trh_method_get_all (void);
const TrhMethod        *trh_method_find    (const char *id);
const TrhMethod        *trh_method_get_usual (TrhBallotPaperKind kind, guint seats);
gboolean                trh_method_check   (const TrhMethod *method, const TrhElection *election, GError **error);
TrhCount               *trh_method_count   (const TrhMethod *method, const TrhElection *election, GError **error);

G_END_DECLS
