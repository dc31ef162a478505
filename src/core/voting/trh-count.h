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

/* What a method found. Numbers of candidates; fractions are texts "p" or "p/q" in lowest terms. */
typedef struct {
  guint64    valid;
  guint64    blank;
  GArray    *committee;  /* (element-type guint): the elected, in order of election */
  gboolean   unique;     /* no way of breaking ties gives another committee */
  GPtrArray *committees; /* (nullable) (element-type GArray): every tied result, each sorted; %NULL when more
                            than TRH_MAX_COMMITTEES */
  char     **scores;     /* (nullable): of each candidate */
  guint64   *voices;     /* ballots that name each candidate */
  GArray    *tied;       /* (element-type guint): candidates that are in some of the tied results only, sorted */
} TrhCount;

TrhCount *trh_count_new  (const TrhElection *election);
void      trh_count_free (TrhCount *self);
void      trh_count_print (const TrhCount *self, GString *out);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrhCount, trh_count_free)

/* One way of counting. To add one: a file with its descriptor, and a line in trh-method.c. */
typedef struct {
  const char        *id;       /* as in `count --rule` */
  TrhBallotPaperKind kind;     /* of the ballots it takes */
  gboolean           quotas;   /* guarantees can be asked for */
  const char        *name;     /* untranslated */
  const char        *sentence; /* untranslated: how it works, for a resident */
  TrhCount *(*count) (const TrhElection *election, GError **error);
} TrhMethod;

extern const TrhMethod trh_method_av;

const TrhMethod *const *trh_method_get_all (void);
const TrhMethod        *trh_method_find    (const char *id);
TrhCount               *trh_method_count   (const TrhMethod *method, const TrhElection *election, GError **error);

G_END_DECLS
