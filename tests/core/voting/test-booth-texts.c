/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/voting/trh-booth-texts.h"
#include "fake-box.h"

#include <string.h>

static int
compare (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char **) a, *(char **) b);
}

/* The names in braces of a text, sorted, as in "artist n". */
static char *
get_names (const char *text)
{
  g_autoptr(GRegex) regex = g_regex_new ("\\{([a-z]+)\\}", 0, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    g_ptr_array_add (names, g_match_info_fetch (match, 1));
  g_ptr_array_sort (names, compare);
  g_ptr_array_add (names, NULL);
  return g_strjoinv (" ", (char **) names->pdata);
}

/* Every text is there in both languages, asks for the same names, and is written as it must be. */
static void
test_table (void)
{
  g_autoptr(GRegex) loose = g_regex_new ("[ \\x{a0}][?!;»]|[ \\x{202f}]:|«[ \\x{a0}]|['\"]|\\.\\.\\.", 0, 0, NULL);

  for (int i = 0; i < TRH_N_TEXTS; i++)
    {
      const char *fr = trh_booth_text (i, "fr"), *en = trh_booth_text (i, "en");
      g_autofree char *in_fr = NULL, *in_en = NULL;

      g_assert_nonnull (fr);
      g_assert_nonnull (en);
      g_test_message ("%s | %s", fr, en);
      in_fr = get_names (fr);
      in_en = get_names (en);
      g_assert_cmpstr (in_fr, ==, in_en);
      g_assert_false (g_regex_match (loose, fr, 0, NULL));
      g_assert_false (g_regex_match (loose, en, 0, NULL));
    }
}

static void
test_fill (void)
{
  g_autofree char *over = trh_booth_text_count (TRH_TEXT_OVER_ONE, "en", 3, "artist", "Jo {n}", NULL);
  g_autofree char *none = trh_booth_text_count (TRH_TEXT_CHECK_NAME_ONE, "fr", 0, NULL);
  g_autofree char *zero = trh_booth_text_count (TRH_TEXT_CHECK_NAME_ONE, "en", 0, NULL);
  g_autofree char *card = trh_booth_text_fill (TRH_TEXT_CARD, "fr", "artist", "Jo, danse", "letter", "C", NULL);

  g_assert_cmpstr (over, ==, "You have already chosen 3 artists. To take Jo {n}, first touch a chosen artist to remove it.");
  g_assert_cmpstr (none, ==, "Relire mon bulletin, 0 artiste choisi");
  g_assert_cmpstr (zero, ==, "Check my ballot, 0 artists chosen");
  g_assert_cmpstr (card, ==, "Jo, danse, dossier C");
}

/* What a voter reads while choosing and checking, for each kind of limit. */
static void
test_sentences (void)
{
  static const struct { guint min, max; const char *marks, *instruction, *note, *review; } cases[] = {
    { 0, 0, "", "Choisissez tous les artistes qui vous plaisent.", NULL,
      "Vous n’avez rien choisi. Voulez-vous voter blanc\u202f?" },
    { 0, 0, "02", "Choisissez tous les artistes qui vous plaisent.", NULL, "Vous choisissez 2 artistes\u00a0:" },
    { 0, 3, "02", "Choisissez 3 artistes au plus. Il vous en reste 1.", NULL,
      "Vous pourriez encore en choisir 1. C’est permis de s’arrêter là. Vous choisissez 2 artistes\u00a0:" },
    { 0, 3, "0123", "Choisissez 3 artistes au plus. Il vous en reste 0.",
      "Vous avez déjà choisi 3 artistes. Pour prendre Ana Ruiz, touchez d’abord un artiste choisi pour l’enlever.",
      "Vous choisissez 3 artistes\u00a0:" },
    { 2, 0, "1", "Choisissez tous les artistes qui vous plaisent. Il en faut au moins 2.", NULL,
      "Ce bulletin ne peut pas encore être déposé\u00a0: il faut 2 artistes au moins, vous en avez choisi 1." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(TrhBallotPaper) paper = fake_paper_new (5);
      g_autoptr(FakeBox) box = fake_box_new ();
      g_autoptr(TrhBooth) booth = trh_booth_new (paper, TRH_BALLOT_BOX (box), "000000");
      g_autofree char *instruction = NULL, *note = NULL, *review = NULL, *code = NULL;

      paper->min_choices = cases[i].min;
      paper->max_choices = cases[i].max;
      trh_booth_tick (booth, 1);
      trh_booth_go_on (booth);
      for (const char *c = "ACDEFHJ"; *c != '\0'; c++)
        trh_booth_type (booth, *c);
      code = trh_booth_dup_shown_code (booth);
      g_assert_cmpstr (code, ==, "ACDE-FHJ·");
      trh_booth_type (booth, 'K');
      trh_booth_go_on (booth);
      trh_booth_go_on (booth);
      for (const char *c = cases[i].marks; *c != '\0'; c++)
        trh_booth_toggle (booth, *c - '0');
      instruction = trh_booth_dup_instruction (booth);
      note = trh_booth_dup_note (booth);
      trh_booth_go_on (booth);
      review = trh_booth_dup_review (booth);
      g_assert_cmpstr (instruction, ==, cases[i].instruction);
      g_assert_cmpstr (note, ==, cases[i].note);
      g_assert_cmpstr (review, ==, cases[i].review);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/booth-texts/table", test_table);
  g_test_add_func ("/booth-texts/fill", test_fill);
  g_test_add_func ("/booth-texts/sentences", test_sentences);
  return g_test_run ();
}
