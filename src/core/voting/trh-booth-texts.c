/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/voting/trh-booth-texts.h"

#include <string.h>

#include "core/voting/trh-grades.h"

/* Both languages side by side, and not in the catalogues of gettext: each voter chooses one,
 * whatever the language of the program, and the two must say the same.
 * A name in braces is replaced by trh_booth_text_fill (). French has a narrow no-break space
 * (U+202F) before high punctuation. */
static const struct { const char *fr, *en; } texts[TRH_N_TEXTS] = {
  [TRH_TEXT_WELCOME] = {
    "Bienvenue. Votez pour les artistes que vous aimeriez accueillir. Touchez l’écran pour commencer.",
    "Welcome. Vote for the artists you would like to host. Touch the screen to begin.",
  },
  [TRH_TEXT_BEGIN] = { "Commencer", "Begin" },
  [TRH_TEXT_CODE] = {
    "Votre code de vote : 8 caractères, écrits sur votre papillon.",
    "Your voting code: 8 characters, written on your slip.",
  },
  [TRH_TEXT_CODE_FIELD] = { "Code saisi : {code}", "Code typed: {code}" },
  [TRH_TEXT_CODE_EMPTY] = { "rien encore", "nothing yet" },
  [TRH_TEXT_CODE_SHORT] = {
    "Il manque des caractères : le code en a 8, vous en avez saisi {n}.",
    "Some characters are missing: the code has 8, you have typed {n}.",
  },
  [TRH_TEXT_CODE_TYPO] = {
    "Il y a une faute de frappe dans ce code. Vérifiez les caractères.",
    "There is a typing mistake in this code. Check the characters.",
  },
  [TRH_TEXT_CODE_UNKNOWN] = {
    "Ce code n’est pas un code de ce vote. Vérifiez les caractères ou parlez-en à l’accueil.",
    "This is not a code of this vote. Check the characters, or ask the desk.",
  },
  [TRH_TEXT_CODE_USED] = {
    "Ce code a déjà servi. Si ce n’est pas vous, parlez-en à l’accueil.",
    "This code has already been used. If it was not you, ask the desk.",
  },
  [TRH_TEXT_CODE_WAIT] = {
    "Trop de codes refusés. Attendez une minute, ou parlez-en à l’accueil.",
    "Too many codes were refused. Wait a minute, or ask the desk.",
  },
  [TRH_TEXT_CLOSED] = {
    "Le vote est fermé : l’urne ne reçoit plus de bulletin. Parlez-en à l’accueil.",
    "The vote is closed: the box takes no more ballots. Ask the desk.",
  },
  [TRH_TEXT_ERASE] = { "Effacer", "Erase" },
  [TRH_TEXT_ERASE_LAST] = { "Effacer le dernier caractère", "Erase the last character" },
  [TRH_TEXT_HOW] = {
    "Rien n’est enregistré avant la fin. Vous pourrez tout relire et changer.",
    "Nothing is recorded before the end. You can check and change everything.",
  },
  [TRH_TEXT_APPROVAL] = {
    "Choisissez tous les artistes qui vous plaisent.",
    "Choose every artist you like.",
  },
  [TRH_TEXT_APPROVAL_MAX_ONE] = {
    "Choisissez {n} artiste au plus. Il vous en reste {left}.",
    "Choose {n} artist at most. You have {left} left.",
  },
  [TRH_TEXT_APPROVAL_MAX_MANY] = {
    "Choisissez {n} artistes au plus. Il vous en reste {left}.",
    "Choose up to {n} artists. You have {left} left.",
  },
  [TRH_TEXT_APPROVAL_MIN_ONE] = { "Il en faut au moins {n}.", "At least {n} is needed." },
  [TRH_TEXT_APPROVAL_MIN_MANY] = { "Il en faut au moins {n}.", "At least {n} are needed." },
  [TRH_TEXT_OVER_ONE] = {
    "Vous avez déjà choisi {n} artiste. Pour prendre {artist}, touchez d’abord l’artiste choisi pour l’enlever.",
    "You have already chosen {n} artist. To take {artist}, first touch the chosen artist to remove it.",
  },
  [TRH_TEXT_OVER_MANY] = {
    "Vous avez déjà choisi {n} artistes. Pour prendre {artist}, touchez d’abord un artiste choisi pour l’enlever.",
    "You have already chosen {n} artists. To take {artist}, first touch a chosen artist to remove it.",
  },
  [TRH_TEXT_JUDGMENT] = {
    "Que pensez-vous d’accueillir {artist} ?",
    "What do you think about hosting {artist}?",
  },
  [TRH_TEXT_JUDGMENT_PLACE] = { "Artiste {n} sur {all}", "Artist {n} of {all}" },
  [TRH_TEXT_JUDGMENT_GROUP] = { "Votre avis sur {artist}, dossier {letter}", "Your opinion of {artist}, file {letter}" },
  [TRH_TEXT_NO_ANSWER] = { "pas de réponse", "no answer" },
  [TRH_TEXT_REMOVE_ANSWER] = { "Enlever ma réponse", "Remove my answer" },
  [TRH_TEXT_NEXT] = { "Suivant ▸", "Next ▸" },
  [TRH_TEXT_NEXT_NAME] = { "Artiste suivant : {artist}", "Next artist: {artist}" },
  [TRH_TEXT_PREVIOUS] = { "◂ Précédent", "◂ Previous" },
  [TRH_TEXT_PREVIOUS_NAME] = { "Artiste précédent : {artist}", "Previous artist: {artist}" },
  [TRH_TEXT_CHECK_ANSWERS_ONE] = {
    "Relire mon bulletin, {n} réponse sur {all}",
    "Check my ballot, {n} answer of {all}",
  },
  [TRH_TEXT_CHECK_ANSWERS_MANY] = {
    "Relire mon bulletin, {n} réponses sur {all}",
    "Check my ballot, {n} answers of {all}",
  },
  [TRH_TEXT_UNANSWERED_ONE] = {
    "{n} artiste n’a pas de réponse. C’est permis : il comptera comme « {worst} ».",
    "{n} artist has no answer. That is allowed: it will count as “{worst}”.",
  },
  [TRH_TEXT_UNANSWERED_MANY] = {
    "{n} artistes n’ont pas de réponse. C’est permis : ils compteront comme « {worst} ».",
    "{n} artists have no answer. That is allowed: they will count as “{worst}”.",
  },
  [TRH_TEXT_ALL_ANSWERED] = { "Tous les artistes ont une réponse.", "Every artist has an answer." },
  [TRH_TEXT_RANKING] = { "Quel est votre {rank} choix ?", "What is your {rank} choice?" },
  [TRH_TEXT_RANKING_HOW] = {
    "Du préféré au moins préféré. Arrêtez-vous quand vous voulez.",
    "From the one you like best to the one you like least. Stop whenever you want.",
  },
  [TRH_TEXT_RANK_PUT] = { "Mettre {artist} en {rank} choix", "Make {artist} my {rank} choice" },
  [TRH_TEXT_RANK_ROW] = { "{rank} choix", "{rank} choice" },
  [TRH_TEXT_RANK_STOP] = { "Je m’arrête ici", "Stop here" },
  [TRH_TEXT_RANK_REMOVE] = { "Retirer", "Remove" },
  [TRH_TEXT_RANK_REMOVE_NAME] = { "Retirer {artist}", "Remove {artist}" },
  [TRH_TEXT_RANK_RAISE] = { "Monter", "Move up" },
  [TRH_TEXT_RANK_RAISE_NAME] = { "Monter {artist}", "Move {artist} up" },
  [TRH_TEXT_REVIEW_RANKED_ONE] = { "Vous classez {n} artiste :", "You rank {n} artist:" },
  [TRH_TEXT_REVIEW_RANKED_MANY] = {
    "Vous classez {n} artistes, du préféré au moins préféré :",
    "You rank {n} artists, from the one you like best to the one you like least:",
  },
  [TRH_TEXT_ORDER] = {
    "L’ordre change d’un bulletin à l’autre, pour ne favoriser personne.",
    "The order changes from ballot to ballot, so that nobody is favoured.",
  },
  [TRH_TEXT_CARD] = { "{artist}, dossier {letter}", "{artist}, file {letter}" },
  [TRH_TEXT_CHOSEN] = { "choisi", "chosen" },
  [TRH_TEXT_FILE] = { "dossier {letter}", "file {letter}" },
  [TRH_TEXT_SCREEN] = { "Artistes {first} à {last} sur {n}", "Artists {first} to {last} of {n}" },
  [TRH_TEXT_REVIEW] = {
    "Relisez votre bulletin. Il n’est pas encore dans l’urne.",
    "Check your ballot. It is not in the box yet.",
  },
  [TRH_TEXT_REVIEW_CHOICES_ONE] = { "Vous choisissez {n} artiste :", "You choose {n} artist:" },
  [TRH_TEXT_REVIEW_CHOICES_MANY] = { "Vous choisissez {n} artistes :", "You choose {n} artists:" },
  [TRH_TEXT_LEFT_ONE] = {
    "Vous pourriez encore en choisir {n}. C’est permis de s’arrêter là.",
    "You could choose {n} more. You may stop here.",
  },
  [TRH_TEXT_LEFT_MANY] = {
    "Vous pourriez encore en choisir {n}. C’est permis de s’arrêter là.",
    "You could choose {n} more. You may stop here.",
  },
  [TRH_TEXT_UNDER_ONE] = {
    "Ce bulletin ne peut pas encore être déposé : il faut {min} artistes au moins, vous en avez choisi {n}.",
    "This ballot cannot be cast yet: at least {min} artists are needed, you have chosen {n}.",
  },
  [TRH_TEXT_UNDER_MANY] = {
    "Ce bulletin ne peut pas encore être déposé : il faut {min} artistes au moins, vous en avez choisi {n}.",
    "This ballot cannot be cast yet: at least {min} artists are needed, you have chosen {n}.",
  },
  [TRH_TEXT_BLANK] = {
    "Vous n’avez rien choisi. Voulez-vous voter blanc ?",
    "You have chosen nothing. Do you want to cast a blank vote?",
  },
  [TRH_TEXT_CAST_BLANK] = { "Voter blanc", "Cast a blank vote" },
  [TRH_TEXT_BACK_TO_BALLOT] = { "Revenir au bulletin", "Back to the ballot" },
  [TRH_TEXT_FINAL] = {
    "Une fois déposé, il ne peut plus être modifié.",
    "Once cast, it can no longer be changed.",
  },
  [TRH_TEXT_CAST] = { "Déposer mon bulletin", "Cast my ballot" },
  [TRH_TEXT_CHANGE] = { "Revenir et modifier", "Go back and change" },
  [TRH_TEXT_CHANGE_ONE] = { "Modifier", "Change" },
  [TRH_TEXT_CHANGE_ANSWER] = {
    "Modifier la réponse pour {artist}",
    "Change the answer for {artist}",
  },
  [TRH_TEXT_SAVING] = {
    "Votre bulletin est mis dans l’urne…",
    "Your ballot is being put into the box…",
  },
  [TRH_TEXT_FAILED] = {
    "Votre bulletin n’a pas pu être enregistré. Rien n’est perdu : essayez encore, ou demandez de l’aide.",
    "Your ballot could not be recorded. Nothing is lost: try again, or ask for help.",
  },
  [TRH_TEXT_UNSURE] = {
    "Votre bulletin est dans l’urne, et votre code est utilisé. Mais cet ordinateur ne peut pas promettre qu’une coupure de "
    "courant ne l’effacerait pas : appelez un organisateur.",
    "Your ballot is in the box, and your code is used. But this computer cannot promise that a power cut would not erase it: "
    "call an organiser.",
  },
  [TRH_TEXT_DONE] = {
    "Votre bulletin est dans l’urne. Merci.",
    "Your ballot is in the box. Thank you.",
  },
  [TRH_TEXT_IDLE_ONE] = {
    "Êtes-vous toujours là ? Sans réponse, le bulletin sera effacé dans {n} seconde.",
    "Are you still there? Without an answer the ballot will be erased in {n} second.",
  },
  [TRH_TEXT_IDLE_MANY] = {
    "Êtes-vous toujours là ? Sans réponse, le bulletin sera effacé dans {n} secondes.",
    "Are you still there? Without an answer the ballot will be erased in {n} seconds.",
  },
  [TRH_TEXT_STAY] = { "Je continue", "I am still voting" },
  [TRH_TEXT_ERASED] = {
    "Le bulletin a été effacé. Rien n’a été enregistré. Votre code reste valable.",
    "The ballot was erased. Nothing was recorded. Your code is still valid.",
  },
  [TRH_TEXT_HELP] = {
    "Demander de l’aide : levez la main, quelqu’un viendra sans regarder votre écran.",
    "Ask for help: raise your hand, someone will come without looking at your screen.",
  },
  [TRH_TEXT_HELP_BUTTON] = { "Demander de l’aide", "Ask for help" },
  [TRH_TEXT_CONTINUE] = { "Suite", "Continue" },
  [TRH_TEXT_BACK] = { "Retour", "Back" },
  [TRH_TEXT_NEXT_ARTISTS] = { "Suite ▾", "Next ▾" },
  [TRH_TEXT_PREVIOUS_ARTISTS] = { "Précédents ▴", "Previous ▴" },
  [TRH_TEXT_CHECK] = { "Relire mon bulletin", "Check my ballot" },
  [TRH_TEXT_CHECK_NAME_ONE] = {
    "Relire mon bulletin, {n} artiste choisi",
    "Check my ballot, {n} artist chosen",
  },
  [TRH_TEXT_CHECK_NAME_MANY] = {
    "Relire mon bulletin, {n} artistes choisis",
    "Check my ballot, {n} artists chosen",
  },
  [TRH_TEXT_BAR] = { "Affichage et langue", "Display and language" },
  [TRH_TEXT_SMALL] = { "A− petit texte", "A− small text" },
  [TRH_TEXT_NORMAL] = { "A texte normal", "A normal text" },
  [TRH_TEXT_LARGE] = { "A+ grand texte", "A+ large text" },
  [TRH_TEXT_HUGE] = { "A++ très grand texte", "A++ very large text" },
  [TRH_TEXT_CONTRAST] = { "Contraste", "Contrast" },
  [TRH_TEXT_CONTRAST_STANDARD] = { "Contraste, standard", "Contrast, standard" },
  [TRH_TEXT_CONTRAST_STRONG] = { "Contraste, fort", "Contrast, high" },
  [TRH_TEXT_CONTRAST_SOFT] = { "Contraste, doux", "Contrast, soft" },
  [TRH_TEXT_LANGUAGE] = { "Français", "English" },
  [TRH_TEXT_ORGANISERS] = { "Réservé aux organisateurs", "For organisers only" },
  [TRH_TEXT_CURTAIN] = {
    "Réservé aux organisateurs. Saisissez le code à 6 chiffres.",
    "For organisers only. Type the 6-digit code.",
  },
  [TRH_TEXT_PIN_TYPED_ONE] = { "{n} chiffre saisi sur 6", "{n} of 6 digits typed" },
  [TRH_TEXT_PIN_TYPED_MANY] = { "{n} chiffres saisis sur 6", "{n} of 6 digits typed" },
  [TRH_TEXT_PIN_WRONG] = { "Ce n’est pas le bon code.", "This is not the right code." },
  [TRH_TEXT_PIN_WAIT_ONE] = {
    "Trop d’essais. Attendez {n} seconde.",
    "Too many tries. Wait {n} second.",
  },
  [TRH_TEXT_PIN_WAIT_MANY] = {
    "Trop d’essais. Attendez {n} secondes.",
    "Too many tries. Wait {n} seconds.",
  },
  [TRH_TEXT_OPENED] = {
    "Isoloir ouvert par un organisateur. Le bulletin en cours reste caché.",
    "Booth opened by an organiser. The ballot in progress stays hidden.",
  },
  [TRH_TEXT_GIVE_BACK] = { "Rendre la main", "Give the booth back" },
  [TRH_TEXT_ERASE_BALLOT] = { "Effacer ce bulletin", "Erase this ballot" },
  [TRH_TEXT_LEAVE] = { "Fermer l’isoloir", "Close the booth" },
  [TRH_TEXT_REHEARSAL] = { "ESSAI", "REHEARSAL" },
  [TRH_TEXT_REHEARSAL_NAME] = {
    "Ce vote ne compte pas",
    "This vote does not count",
  },
};

static bool
is_french (const char *language)
{
  return g_str_has_prefix (language, "fr");
}

/**
 * trh_booth_text:
 * @text: what to say
 * @language: "fr", or anything else for English
 *
 * Returns: (transfer none): the words, their names in braces not replaced
 */
const char *
trh_booth_text (TrhBoothText text, const char *language)
{
  g_return_val_if_fail (text < TRH_N_TEXTS, NULL);

  return is_french (language) ? texts[text].fr : texts[text].en;
}

/* Replaces {name} by @value wherever it stands in @text. */
static void
fill (GString *text, const char *name, const char *value)
{
  g_autofree char *braced = g_strdup_printf ("{%s}", name);

  g_string_replace (text, braced, value, 0);
}

static void
fill_all (GString *text, const char *first_name, va_list pairs)
{
  for (const char *name = first_name; name != NULL; name = va_arg (pairs, const char *))
    fill (text, name, va_arg (pairs, const char *));
}

/**
 * trh_booth_text_fill:
 * @text: what to say
 * @language: "fr" or "en"
 * @...: pairs of a name and its value, then %NULL
 *
 * Returns: (transfer full): the words, each {name} replaced by its value
 */
char *
trh_booth_text_fill (TrhBoothText text, const char *language, ...)
{
  GString *filled = g_string_new (trh_booth_text (text, language));
  va_list pairs;

  va_start (pairs, language);
  fill_all (filled, va_arg (pairs, const char *), pairs);
  va_end (pairs);
  return g_string_free (filled, FALSE);
}

/**
 * trh_booth_text_count:
 * @one: a text whose name ends in _ONE; the next one is for many
 * @language: "fr", where 0 and 1 are singular, or "en", where only 1 is
 * @n: replaces {n}
 * @...: more pairs of a name and its value, then %NULL
 *
 * Returns: (transfer full): the words in the number that @n asks for
 */
char *
trh_booth_text_count (TrhBoothText one, const char *language, guint n, ...)
{
  bool single = is_french (language) ? n < 2 : n == 1;
  g_autofree char *number = g_strdup_printf ("%u", n);
  GString *filled = g_string_new (trh_booth_text (single ? one : one + 1, language));
  va_list pairs;

  fill (filled, "n", number); /* first: a name of an artist may hold anything */
  va_start (pairs, n);
  fill_all (filled, va_arg (pairs, const char *), pairs);
  va_end (pairs);
  return g_string_free (filled, FALSE);
}

/**
 * trh_booth_say_grade:
 * @grade: from 1, the best
 *
 * Returns: (transfer none): its name. The mentions that the program offers are said in the voter's language, others
 * as somebody wrote them.
 */
const char *
trh_booth_say_grade (TrhBooth *booth, guint grade)
{
  return trh_grades_say ((const char *const *) trh_booth_get_paper (booth)->grades, grade - 1, trh_booth_get_language (booth));
}

/**
 * trh_booth_dup_rank:
 * @rank: from 1
 *
 * Returns: (transfer full): as in “2e” or “2nd”
 */
char *
trh_booth_dup_rank (TrhBooth *booth, guint rank)
{
  static const char *const english[] = { "th", "st", "nd", "rd" };

  if (is_french (trh_booth_get_language (booth)))
    return g_strdup_printf (rank == 1 ? "%uer" : "%ue", rank);
  return g_strdup_printf ("%u%s", rank, english[rank % 10 < 4 && rank / 10 % 10 != 1 ? rank % 10 : 0]);
}

/**
 * trh_booth_dup_question:
 *
 * Returns: (transfer full): what the screen of choices asks now
 */
char *
trh_booth_dup_question (TrhBooth *booth)
{
  TrhBallotPaper *paper = trh_booth_get_paper (booth);
  const char *language = trh_booth_get_language (booth);
  guint question = trh_booth_get_question (booth);
  g_autofree char *rank = NULL;

  switch (paper->kind)
    {
    case TRH_BALLOT_PAPER_GRADES:
      return trh_booth_text_fill (TRH_TEXT_JUDGMENT, language, "artist",
                                  trh_ballot_paper_get_candidate (paper, trh_booth_get_candidate (booth, question))->name, NULL);
    case TRH_BALLOT_PAPER_RANKING:
      rank = trh_booth_dup_rank (booth, question + 1);
      return trh_booth_text_fill (TRH_TEXT_RANKING, language, "rank", rank, NULL);
    case TRH_BALLOT_PAPER_APPROVAL:
    default:
      return g_strdup (paper->question);
    }
}

/* Of a ranking and of grades. */
static char *
dup_other_instruction (TrhBooth *booth, const char *language)
{
  g_autofree char *n = g_strdup_printf ("%u", trh_booth_get_question (booth) + 1);
  g_autofree char *all = g_strdup_printf ("%u", trh_booth_get_n_questions (booth));

  if (trh_booth_get_paper (booth)->kind == TRH_BALLOT_PAPER_RANKING)
    return g_strdup (trh_booth_text (TRH_TEXT_RANKING_HOW, language));
  return trh_booth_text_fill (TRH_TEXT_JUDGMENT_PLACE, language, "n", n, "all", all, NULL);
}

/**
 * trh_booth_dup_instruction:
 *
 * Returns: (transfer full): what the voter can do now on the screen of choices
 */
char *
trh_booth_dup_instruction (TrhBooth *booth)
{
  TrhBallotPaper *paper = trh_booth_get_paper (booth);
  const char *language = trh_booth_get_language (booth);
  guint limit = trh_ballot_paper_get_limit (paper);
  g_autofree char *left = g_strdup_printf ("%u", limit - trh_booth_get_n_chosen (booth));
  g_autofree char *choose = NULL, *least = NULL;

  if (paper->kind != TRH_BALLOT_PAPER_APPROVAL)
    return dup_other_instruction (booth, language);
  if (limit < paper->candidates->len)
    choose = trh_booth_text_count (TRH_TEXT_APPROVAL_MAX_ONE, language, limit, "left", left, NULL);
  else
    choose = g_strdup (trh_booth_text (TRH_TEXT_APPROVAL, language));
  if (paper->min_choices < 2)
    return g_steal_pointer (&choose);

  least = trh_booth_text_count (TRH_TEXT_APPROVAL_MIN_ONE, language, paper->min_choices, NULL);
  return g_strconcat (choose, " ", least, NULL);
}

/**
 * trh_booth_dup_note:
 *
 * Returns: (transfer full) (nullable): what must be said beside the step, or %NULL when nothing must
 */
char *
trh_booth_dup_note (TrhBooth *booth)
{
  TrhBallotPaper *paper = trh_booth_get_paper (booth);
  const char *language = trh_booth_get_language (booth);
  g_autofree char *n = NULL;

  switch (trh_booth_get_note (booth))
    {
    case TRH_BOOTH_NOTE_SHORT:
      n = g_strdup_printf ("%zu", strlen (trh_booth_get_code (booth)));
      return trh_booth_text_fill (TRH_TEXT_CODE_SHORT, language, "n", n, NULL);
    case TRH_BOOTH_NOTE_TYPO:
      return g_strdup (trh_booth_text (TRH_TEXT_CODE_TYPO, language));
    case TRH_BOOTH_NOTE_UNKNOWN:
      return g_strdup (trh_booth_text (TRH_TEXT_CODE_UNKNOWN, language));
    case TRH_BOOTH_NOTE_USED:
      return g_strdup (trh_booth_text (TRH_TEXT_CODE_USED, language));
    case TRH_BOOTH_NOTE_CLOSED:
      return g_strdup (trh_booth_text (TRH_TEXT_CLOSED, language));
    case TRH_BOOTH_NOTE_FAILED:
      return g_strdup (trh_booth_text (TRH_TEXT_FAILED, language));
    case TRH_BOOTH_NOTE_UNSURE:
      return g_strdup (trh_booth_text (TRH_TEXT_UNSURE, language));
    case TRH_BOOTH_NOTE_OVER:
      return trh_booth_text_count (
        TRH_TEXT_OVER_ONE, language, trh_ballot_paper_get_limit (paper), "artist",
        trh_ballot_paper_get_candidate (paper, trh_booth_get_refused (booth))->name, NULL);
    case TRH_BOOTH_NOTE_HELP:
      return g_strdup (trh_booth_text (TRH_TEXT_HELP, language));
    case TRH_BOOTH_NOTE_PIN_WRONG:
      return g_strdup (trh_booth_text (TRH_TEXT_PIN_WRONG, language));
    case TRH_BOOTH_NOTE_PIN_WAIT:
      return trh_booth_text_count (TRH_TEXT_PIN_WAIT_ONE, language, trh_booth_get_seconds_left (booth), NULL);
    case TRH_BOOTH_NOTE_CODE_WAIT:
      return g_strdup (trh_booth_text (TRH_TEXT_CODE_WAIT, language));
    case TRH_BOOTH_NOTE_NONE:
    default:
      return NULL;
    }
}

/* How many artists have no grade, and what that means. */
static char *
dup_review_of_grades (TrhBooth *booth)
{
  TrhBallotPaper *paper = trh_booth_get_paper (booth);
  const char *language = trh_booth_get_language (booth);
  guint left = paper->candidates->len - trh_booth_get_n_chosen (booth);

  if (left == 0)
    return g_strdup (trh_booth_text (TRH_TEXT_ALL_ANSWERED, language));
  return trh_booth_text_count (TRH_TEXT_UNANSWERED_ONE, language, left, "worst",
                               trh_booth_say_grade (booth, trh_ballot_paper_get_n_grades (paper)), NULL);
}

/**
 * trh_booth_dup_review:
 *
 * Returns: (transfer full): what the review says about the ballot as a whole: how many are
 * chosen, how many more could be, whether it is blank or not yet complete
 */
char *
trh_booth_dup_review (TrhBooth *booth)
{
  TrhBallotPaper *paper = trh_booth_get_paper (booth);
  const char *language = trh_booth_get_language (booth);
  guint n = trh_booth_get_n_chosen (booth), limit = trh_ballot_paper_get_limit (paper);
  g_autofree char *more = NULL, *chosen = NULL;

  if (n == 0)
    return g_strdup (trh_booth_text (TRH_TEXT_BLANK, language));
  if (paper->kind == TRH_BALLOT_PAPER_GRADES)
    return dup_review_of_grades (booth);
  if (trh_booth_is_short (booth))
    {
      g_autofree char *least = g_strdup_printf ("%u", paper->min_choices);

      return trh_booth_text_count (TRH_TEXT_UNDER_ONE, language, n, "min", least, NULL);
    }
  if (paper->kind == TRH_BALLOT_PAPER_RANKING)
    return trh_booth_text_count (TRH_TEXT_REVIEW_RANKED_ONE, language, n, NULL);
  chosen = trh_booth_text_count (TRH_TEXT_REVIEW_CHOICES_ONE, language, n, NULL);
  if (n == limit || limit == paper->candidates->len)
    return g_steal_pointer (&chosen);

  more = trh_booth_text_count (TRH_TEXT_LEFT_ONE, language, limit - n, NULL);
  return g_strconcat (more, " ", chosen, NULL);
}

/**
 * trh_booth_dup_shown_code:
 *
 * Returns: (transfer full): the code as it is written on the slip, K7MP-3TRD, with “·” for what is missing
 */
char *
trh_booth_dup_shown_code (TrhBooth *booth)
{
  const char *code = trh_booth_get_code (booth);
  GString *shown = g_string_new (NULL);

  for (guint i = 0; i < TRH_BOOTH_CODE_LENGTH; i++)
    {
      if (i == TRH_BOOTH_CODE_LENGTH / 2)
        g_string_append_c (shown, '-');
      if (i < strlen (code))
        g_string_append_c (shown, code[i]);
      else
        g_string_append (shown, "·");
    }
  return g_string_free (shown, FALSE);
}
