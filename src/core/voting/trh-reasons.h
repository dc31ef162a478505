/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/voting/trh-count.h"

G_BEGIN_DECLS

/* What became of a candidate, and through whom. */
typedef struct {
  guint    candidate;
  gboolean elected;
  gboolean tied;         /* in some of the tied results only */
  guint    round;        /* in which it was elected, or removed, from 1; 0 when rounds do not say */
  guint64  voices;       /* ballots that name it */
  gboolean by_quota;     /* elected, or left out, because of a guarantee */
  gboolean has_missing;  /* the next one is known */
  guint64  missing;      /* so many more ballots naming it alone would elect it, whatever the lot; one fewer would not */
} TrhReason;

/* What a town, or several small ones together, gave. */
typedef struct {
  char    *name;         /* (nullable): %NULL for small towns together */
  guint    index;        /* among the towns given; of a town with a name */
  guint    n_towns;
  guint64  valid;
  guint64  blank;        /* of a town that was just opened: it is not told of one town */
  gint64   represented;  /* ballots that name at least one of the elected; -1: nobody has said */
  guint64 *voices;       /* of each candidate */
} TrhTownVoices;

/* Why a count ended as it did: structure, without words. No figure of a town that is too small (trh-towns.h). */
typedef struct {
  const TrhMethod *method;
  guint      n_candidates;
  guint64    valid;
  GPtrArray *reasons;    /* (element-type TrhReason): of each candidate, by number */
  GPtrArray *towns;      /* (element-type TrhTownVoices): large ones in the order given, then the small ones together */
  gboolean   has_quotas;
  GArray    *quota_in;   /* (element-type guint): elected, and without the guarantees they would not be */
  GArray    *quota_out;  /* (element-type guint): the other way round */
} TrhReasons;

/* The ballots of one town, as they were opened. */
typedef struct {
  const char       *name;
  const TrhBallots *ballots;
} TrhTownBallots;

TrhReasons *trh_reasons_new  (const TrhMethod *method, const TrhElection *election, const TrhCount *count,
                              const TrhTownBallots *towns, guint n_towns);
TrhReasons *trh_reasons_new_empty (const TrhMethod *method, const TrhCount *count);
void        trh_reasons_free (TrhReasons *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrhReasons, trh_reasons_free)

/* Several methods on the same ballots */
typedef struct {
  GPtrArray *methods; /* (element-type TrhMethod): borrowed */
  GPtrArray *counts;  /* (element-type TrhCount): of each */
  GArray    *common;  /* (element-type guint): elected by all */
} TrhComparison;

TrhComparison *trh_comparison_new  (const TrhMethod *const *methods, const TrhElection *election, GError **error);
TrhComparison *trh_comparison_new_empty (void);
void           trh_comparison_add  (TrhComparison *self, const TrhMethod *method, TrhCount *count);
void           trh_comparison_find_common (TrhComparison *self, guint n_candidates);
void           trh_comparison_free (TrhComparison *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrhComparison, trh_comparison_free)

gboolean trh_numbers_contain (const GArray *numbers, guint number);

G_END_DECLS
