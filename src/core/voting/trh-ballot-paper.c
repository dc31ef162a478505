/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/voting/trh-ballot-paper.h"

#include "core/base/trh-json.h"

G_DEFINE_BOXED_TYPE (TrhBallotPaper, trh_ballot_paper, trh_ballot_paper_ref, trh_ballot_paper_unref)

static void
candidate_free (gpointer data)
{
  TrhPaperCandidate *candidate = data;

  g_free (candidate->letter);
  g_free (candidate->name);
  g_free (candidate->discipline);
  g_free (candidate);
}

/**
 * trh_ballot_paper_new:
 * @kind: what the voter does with the candidates
 * @question: what residents are asked, in the organisers' words
 *
 * A paper without candidates, in French and English, whose order rotates.
 *
 * Returns: (transfer full): the paper
 */
TrhBallotPaper *
trh_ballot_paper_new (TrhBallotPaperKind kind, const char *question)
{
  static const char *const languages[] = { "fr", "en", NULL };
  TrhBallotPaper *self = g_atomic_rc_box_new0 (TrhBallotPaper);

  self->kind = kind;
  self->question = g_strdup (question);
  self->candidates = g_ptr_array_new_with_free_func (candidate_free);
  self->languages = g_strdupv ((char **) languages);
  self->rotates = true;
  return self;
}

/**
 * trh_ballot_paper_ref:
 *
 * Returns: (transfer full): @self
 */
TrhBallotPaper *
trh_ballot_paper_ref (TrhBallotPaper *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  TrhBallotPaper *self = data;

  g_free (self->question);
  g_ptr_array_unref (self->candidates);
  g_strfreev (self->languages);
  g_strfreev (self->grades);
}

/**
 * trh_ballot_paper_unref:
 * @self: (transfer full): a paper
 */
void
trh_ballot_paper_unref (TrhBallotPaper *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/**
 * trh_ballot_paper_add_candidate:
 * @letter: of the file on the table
 * @name: as the voter knows it
 * @discipline: (nullable): in a word or two
 *
 * Adds a choice. Its place is the index that ballots use.
 */
void
trh_ballot_paper_add_candidate (TrhBallotPaper *self, const char *letter, const char *name, const char *discipline)
{
  TrhPaperCandidate *candidate = g_new (TrhPaperCandidate, 1);

  candidate->letter = g_strdup (letter);
  candidate->name = g_strdup (name);
  candidate->discipline = g_strdup (discipline != NULL ? discipline : "");
  g_ptr_array_add (self->candidates, candidate);
}

/**
 * trh_ballot_paper_set_languages:
 * @languages: codes such as "fr"; the first is the default
 */
void
trh_ballot_paper_set_languages (TrhBallotPaper *self, const char *const *languages)
{
  g_strfreev (self->languages);
  self->languages = g_strdupv ((char **) languages);
}

/**
 * trh_ballot_paper_set_grades:
 * @grades: their names, best first; none for the usual five, which the booth says in both languages
 */
void
trh_ballot_paper_set_grades (TrhBallotPaper *self, const char *const *grades)
{
  g_strfreev (self->grades);
  self->grades = grades[0] != NULL ? g_strdupv ((char **) grades) : NULL;
}

guint
trh_ballot_paper_get_n_grades (TrhBallotPaper *self)
{
  return self->grades != NULL ? g_strv_length (self->grades) : TRH_USUAL_GRADES;
}

/**
 * trh_ballot_paper_get_candidate:
 * @index: below the number of candidates
 *
 * Returns: (transfer none): the choice at @index
 */
const TrhPaperCandidate *
trh_ballot_paper_get_candidate (TrhBallotPaper *self, guint index)
{
  g_return_val_if_fail (index < self->candidates->len, NULL);

  return g_ptr_array_index (self->candidates, index);
}

/**
 * trh_ballot_paper_dup_sum:
 *
 * Two papers with the same sum ask the same: the question, the artists with their letters in their order, the grades and the
 * limits. How it is shown does not count: languages, disciplines, whose name is first.
 *
 * Returns: (transfer full): a SHA-256, 64 hexadecimal digits
 */
char *
trh_ballot_paper_dup_sum (TrhBallotPaper *self)
{
  g_autoptr(GString) text = g_string_new (NULL);

  g_string_append_printf (text, "%d %u %u ", (int) self->kind, self->min_choices, self->max_choices);
  trh_json_append_text (text, self->question);
  for (guint i = 0; i < self->candidates->len; i++)
    {
      const TrhPaperCandidate *candidate = trh_ballot_paper_get_candidate (self, i);

      trh_json_append_text (text, candidate->letter);
      trh_json_append_text (text, candidate->name);
    }
  g_string_append_c (text, ' ');
  for (guint i = 0; self->grades != NULL && self->grades[i] != NULL; i++)
    trh_json_append_text (text, self->grades[i]);
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text->str, (gssize) text->len);
}

/**
 * trh_ballot_paper_get_limit:
 *
 * Returns: how many candidates a voter can choose, or rank: the maximum, or all of them
 */
guint
trh_ballot_paper_get_limit (TrhBallotPaper *self)
{
  guint most = self->max_choices == 0 ? self->candidates->len : MIN (self->max_choices, self->candidates->len);

  return self->kind == TRH_BALLOT_PAPER_RANKING ? MIN (most, TRH_MAX_RANKS) : most;
}
