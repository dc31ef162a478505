/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/exchange/trh-paper-words.h"

#include "core/voting/trh-booth-texts.h"
#include "core/voting/trh-grades.h"

typedef enum {
  TITLE,
  TICK_ALL,
  TICK_ONE,
  TICK_MOST,
  TICK_LEAST,
  TICK_EXACTLY,
  TICK_BETWEEN,
  GRADE,
  WORST,
  RANK,
  RANK_ONE,
  RANK_LEAST,
  BLANK,
  BLANK_RANKING,
  NOTHING_ELSE,
  N_WORDS,
} Words;

/* Both languages side by side, as in trh-booth-texts: a ballot has all of the poll's languages, whatever the language
 * of the program. */
static const struct { const char *fr, *en; } texts[N_WORDS] = {
  [TITLE] = { "Bulletin de vote", "Ballot" },
  [TICK_ALL] = { "Cochez la case de tous les artistes qui vous plaisent.", "Tick the box of every artist you like." },
  [TICK_ONE] = { "Cochez la case d’un seul artiste.", "Tick the box of one artist only." },
  [TICK_MOST] = {
    "Cochez les artistes qui vous plaisent, {max} au plus : au-delà, le bulletin est nul.",
    "Tick the artists you like, {max} at most: with more the ballot does not count.",
  },
  [TICK_LEAST] = {
    "Cochez les artistes qui vous plaisent, {min} au moins.",
    "Tick the artists you like, {min} at least.",
  },
  [TICK_EXACTLY] = { "Cochez exactement {max} artistes.", "Tick exactly {max} artists." },
  [TICK_BETWEEN] = {
    "Cochez les artistes qui vous plaisent, de {min} à {max} : au-delà, le bulletin est nul.",
    "Tick the artists you like, {min} to {max}: with more the ballot does not count.",
  },
  [GRADE] = {
    "Que pensez-vous d’accueillir chaque artiste ? Cochez une seule case sur chaque ligne.",
    "What do you think about hosting each artist? Tick one box only on each line.",
  },
  [WORST] = {
    "Un artiste sans coche compte comme « {grade} ».",
    "An artist without a tick counts as “{grade}”.",
  },
  [RANK] = {
    "Écrivez 1 dans la case de votre artiste préféré, 2 pour le suivant, et ainsi de suite, jusqu’à {max} au plus.",
    "Write 1 in the box of the artist you like best, 2 for the next, and so on, up to {max} at most.",
  },
  [RANK_ONE] = { "Écrivez 1 dans la case de votre artiste préféré.", "Write 1 in the box of the artist you like best." },
  [RANK_LEAST] = { "Classez {min} artistes au moins.", "Rank {min} artists at least." },
  [BLANK] = { "Un bulletin sans coche est un vote blanc.", "A ballot without a tick is a blank vote." },
  [BLANK_RANKING] = { "Un bulletin sans chiffre est un vote blanc.", "A ballot without a number is a blank vote." },
  [NOTHING_ELSE] = {
    "N’écrivez rien d’autre : le bulletin serait nul.",
    "Write nothing else: the ballot would not count.",
  },
};

static const char *
say (Words words, const char *language)
{
  return g_str_has_prefix (language, "fr") ? texts[words].fr : texts[words].en;
}

static void
append (GString *out, Words words, const char *language)
{
  if (out->len > 0)
    g_string_append_c (out, ' ');
  g_string_append (out, say (words, language));
}

static Words
get_approval_words (guint least, guint most, guint n_candidates)
{
  if (least < 2 && most >= n_candidates)
    return TICK_ALL;
  if (most == 1)
    return TICK_ONE;
  if (least < 2)
    return TICK_MOST;
  if (least == most)
    return TICK_EXACTLY;
  return most >= n_candidates ? TICK_LEAST : TICK_BETWEEN;
}

/**
 * trh_paper_dup_title:
 * @place: the town, or ""
 *
 * Returns: (transfer full): what stands at the top of each side
 */
char *
trh_paper_dup_title (TrhBallotPaper *paper, const char *place)
{
  GString *title = g_string_new ("");

  for (guint i = 0; paper->rehearsal && paper->languages[i] != NULL; i++)
    g_string_append_printf (title, "%s · ", trh_booth_text (TRH_TEXT_REHEARSAL, paper->languages[i]));
  for (guint i = 0; paper->languages[i] != NULL; i++)
    g_string_append_printf (title, "%s%s", i > 0 ? " / " : "", say (TITLE, paper->languages[i]));
  if (*place != '\0')
    g_string_append_printf (title, " · %s", place);
  return g_string_free (title, FALSE);
}

/**
 * trh_paper_dup_how:
 * @language: one of the paper's
 *
 * Returns: (transfer full): how the ballot is filled in
 */
char *
trh_paper_dup_how (TrhBallotPaper *paper, const char *language)
{
  const guint most = trh_ballot_paper_get_limit (paper);
  g_autofree char *max = g_strdup_printf ("%u", most);
  g_autofree char *min = g_strdup_printf ("%u", paper->min_choices);
  GString *how = g_string_new ("");
  guint worst;

  switch (paper->kind)
    {
    case TRH_BALLOT_PAPER_GRADES:
      append (how, GRADE, language);
      append (how, WORST, language);
      worst = trh_ballot_paper_get_n_grades (paper) - 1;
      g_string_replace (how, "{grade}", trh_grades_say ((const char *const *) paper->grades, worst, language), 0);
      break;
    case TRH_BALLOT_PAPER_RANKING:
      append (how, most == 1 ? RANK_ONE : RANK, language);
      if (paper->min_choices > 1)
        append (how, RANK_LEAST, language);
      break;
    case TRH_BALLOT_PAPER_APPROVAL:
    default:
      append (how, get_approval_words (paper->min_choices, most, paper->candidates->len), language);
    }
  g_string_replace (how, "{max}", max, 0);
  g_string_replace (how, "{min}", min, 0);
  append (how, paper->kind == TRH_BALLOT_PAPER_RANKING ? BLANK_RANKING : BLANK, language);
  append (how, NOTHING_ELSE, language);
  if (paper->rotates)
    g_string_append_printf (how, " %s", trh_booth_text (TRH_TEXT_ORDER, language));
  return g_string_free (how, FALSE);
}
