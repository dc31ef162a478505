/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/trh-project.h"

G_BEGIN_DECLS

typedef enum {
  TRH_DIFFERENCE_ADDED,
  TRH_DIFFERENCE_REMOVED,
  TRH_DIFFERENCE_CHANGED,
} TrhDifferenceKind;

/* One object that differs between two versions. */
typedef struct {
  TrhDifferenceKind kind;
  TrhCollection     collection;
  char             *id;
  char             *name;    /* what people call it, in the version that has it; the later one when both do */
  char             *details; /* changed: “capacity: 80 → 100”, one line for each member; "" otherwise */
} TrhDifference;

GPtrArray *trh_diff            (TrhProject *before, TrhProject *after);
char      *trh_difference_say  (const TrhDifference *difference);
void       trh_difference_free (TrhDifference *difference);
TrhEdit   *trh_diff_edit       (TrhProject *project, TrhProject *wanted, const char *label);

G_END_DECLS
