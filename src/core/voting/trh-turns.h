/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/voting/trh-count.h"

G_BEGIN_DECLS

/**
 * TrhTurns:
 * @copy: a state of its own, to try another way of breaking a tie
 * @free: frees a state
 * @find: the candidates who are equally good now, in the order of the lot, or %FALSE at the end
 * @note: writes scores of the turn that @find found
 * @take: elects or removes one of them
 * @sign: appends what tells this state apart from all others of the same ballots; two states of one
 *   signature end alike
 * @list: the elected in order of election
 * @fills: all seats are taken whatever happens
 *
 * A rule that goes from state to state by one candidate a turn.
 */
typedef struct {
  gpointer (*copy) (gconstpointer state);
  void     (*free) (gpointer state);
  gboolean (*find) (gpointer state, GArray *tied);
  void     (*note) (gpointer state, TrhRound *round);
  void     (*take) (gpointer state, guint candidate);
  void     (*sign) (gconstpointer state, GByteArray *out);
  void     (*list) (gconstpointer state, GArray *committee);
  gboolean   fills;
} TrhTurns;

void trh_turns_run    (const TrhTurns *rule, gpointer state, gsize size, const guint *alike, TrhCount *count);
void trh_turns_record (const TrhTurns *rule, gpointer state, TrhCount *count);

/* The elected, or the removed, of a rule by turns: what states have in common. */
int  trh_turns_compare_numbers (gconstpointer a, gconstpointer b);

G_END_DECLS
