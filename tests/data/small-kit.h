/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/voting/trh-kit.h"

/* The kit of a session in Séderon, a rehearsal with three artists, and the keys of its vote. */

static const char *const small_kit_names[] = { "Camille Serre", "Loup Plaine", "Jo Blanc" };

static inline TrhKeys *
small_kit_make_keys (void)
{
  static const char *const holders[] = { "Anne Faure", "Paul Roux" };
  static const char *const passphrases[] = { "quatre chèvres grises", "un ruisseau de mars" };

  return trh_keys_new ("small-vote", holders, passphrases, (TrhSealCost) { 1, 64 }, NULL);
}

static inline TrhKit *
small_kit_make (const TrhKeys *keys)
{
  static const char *const nobody[] = { "", "" };
  static const char *const ids[] = { "a1", "a2", "a3", NULL };
  static const char *const disciplines[] = { "danse", "cirque", "" };
  static const char *const languages[] = { "fr", "en", NULL };
  const TrhBallotForm form = { TRH_BALLOT_PAPER_APPROVAL, G_N_ELEMENTS (small_kit_names), 0, 0, 2 };
  g_autoptr(TrhBallotPaper) paper = trh_ballot_paper_new (TRH_BALLOT_PAPER_APPROVAL, "Qui accueillir en 2027 ?");
  TrhUrnContent *urn = trh_urn_content_new ("small-vote", "small-session", &form, ids, trh_keys_peek_public (keys), nobody);
  TrhKit *kit;

  for (guint i = 0; i < G_N_ELEMENTS (small_kit_names); i++)
    {
      const char letter[] = { (char) ('A' + i), '\0' };

      trh_ballot_paper_add_candidate (paper, letter, small_kit_names[i], disciplines[i]);
    }
  trh_ballot_paper_set_languages (paper, languages);
  paper->max_choices = form.max_choices;
  paper->rotates = FALSE;
  paper->rehearsal = TRUE;
  urn->rehearsal = TRUE;
  trh_urn_content_set_session (urn, "26340", "Séderon", 0, -1);
  kit = trh_kit_new (paper->question, paper, urn);
  g_free (kit->season);
  kit->season = g_strdup ("Saison 2027");
  g_free (kit->method);
  kit->method = g_strdup ("av");
  return kit;
}
