/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/voting/trh-reasons.h"

G_BEGIN_DECLS

/* What a count is told from; all borrowed. */
typedef struct {
  const TrhMethod   *method;
  const TrhElection *election;
  const TrhCount    *count;
  const TrhReasons  *reasons;    /* (nullable): without it, neither towns nor missing voices nor guarantees */
  const char *const *names;      /* of the candidates, for people */
  gboolean           keeps_ties; /* all who are tied for the last places are chosen */
  gboolean           drawn;      /* a lot was drawn in public: it settles ties that are not kept */
} TrhTelling;

gboolean trh_telling_is_chosen (const TrhTelling *self, guint candidate);

/* One plain sentence each; all (transfer full). */
char *trh_explain_candidate  (const TrhTelling *self, guint candidate);
char *trh_explain_voices     (const TrhTelling *self, guint candidate);
char *trh_explain_grades     (const TrhTelling *self, guint candidate);
char *trh_explain_town       (const TrhTelling *self, guint town);
char *trh_explain_guarantees (const TrhTelling *self);
char *trh_explain_draw       (const TrhTelling *self);
guint trh_explain_get_n_rounds (const TrhTelling *self);
char *trh_explain_round      (const TrhTelling *self, guint round);

/* The first says who is chosen by all, then one for each method. */
char *trh_explain_common     (const TrhComparison *comparison, const char *const *names);

G_END_DECLS
