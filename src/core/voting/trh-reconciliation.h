/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/voting/trh-urn-content.h"

G_BEGIN_DECLS

/* The figures of a session that ought to agree. -1 where nobody counted. */
typedef struct {
  guint codes;       /* made */
  guint used;
  guint cancelled;
  int   slips_left;  /* on the table, that nobody took */
  guint ballots;     /* cast with a code */
  guint paper;       /* typed: valid and blank */
  guint nulls;       /* typed: of paper, that count for nothing */
  int   paper_found; /* in the box of paper */
  int   signatures;  /* on the roll */
} TrhReconciliation;

void       trh_reconciliation_init (TrhReconciliation *self, const TrhUrnContent *urn);
GPtrArray *trh_reconciliation_say  (const TrhReconciliation *self, guint *n_gaps);
char      *trh_reconciliation_say_gap (gint64 more, gint64 less);

G_END_DECLS
