/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/voting/trh-booth.h"

G_BEGIN_DECLS

/* A box in memory. It knows the codes ACDEFHJK, ACDEFHJL, ACDEFHJM… (the last character runs
 * through the alphabet); a code with no A in front is a typing mistake, any other is unknown. */
#define FAKE_TYPE_BOX (fake_box_get_type ())
G_DECLARE_FINAL_TYPE (FakeBox, fake_box, FAKE, BOX, GObject)

struct _FakeBox
{
  GObject parent_instance;

  GHashTable *used;    /* codes */
  GPtrArray  *ballots; /* such as "0 2", "" when blank */
  gboolean    waits;   /* casts wait for fake_box_answer () */
  int         refusal; /* a TrhBoothError for the next cast, or -1 */
  GTask      *waiting;
  guint       n_casts; /* asked for, whatever came of it */
};

FakeBox        *fake_box_new    (void);
void            fake_box_answer (FakeBox *self);
TrhBallotPaper *fake_paper_new  (guint n_candidates);

G_END_DECLS
