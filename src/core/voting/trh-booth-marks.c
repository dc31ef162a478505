/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/voting/trh-booth-private.h"

gboolean
trh_booth_is_chosen (TrhBooth *self, guint candidate)
{
  g_return_val_if_fail (candidate < self->paper->candidates->len, FALSE);

  return self->marks[candidate] != 0;
}

guint
trh_booth_get_n_chosen (TrhBooth *self)
{
  return self->n_chosen;
}

/**
 * trh_booth_get_mark:
 * @candidate: an index of the paper
 *
 * Returns: its mark, as in `trh-ballot.h`; 0 is none
 */
guint
trh_booth_get_mark (TrhBooth *self, guint candidate)
{
  g_return_val_if_fail (candidate < self->paper->candidates->len, 0);

  return self->marks[candidate];
}

static bool
can_mark (TrhBooth *self, TrhBallotPaperKind kind)
{
  return trh_booth_is_free (self) && self->step == TRH_BOOTH_CHOICES && self->paper->kind == kind;
}

static void
set_mark (TrhBooth *self, guint candidate, guint mark)
{
  self->n_chosen += (mark != 0) - (self->marks[candidate] != 0);
  self->marks[candidate] = (guint8) mark;
}

/**
 * trh_booth_toggle:
 * @candidate: an index of the paper
 *
 * Chooses a candidate, or no longer. One too many is refused with words: nothing is ever taken
 * back but by the voter.
 */
void
trh_booth_toggle (TrhBooth *self, guint candidate)
{
  g_return_if_fail (candidate < self->paper->candidates->len);

  if (!can_mark (self, TRH_BALLOT_PAPER_APPROVAL))
    return;

  self->note = TRH_BOOTH_NOTE_NONE;
  if (self->marks[candidate] != 0)
    set_mark (self, candidate, 0);
  else if (self->n_chosen < trh_ballot_paper_get_limit (self->paper))
    set_mark (self, candidate, 1);
  else
    {
      self->note = TRH_BOOTH_NOTE_OVER;
      self->refused = candidate;
    }
  trh_booth_tell (self);
}

/**
 * trh_booth_is_short:
 *
 * Returns: %TRUE when fewer candidates are chosen or ranked than the paper asks for; a blank ballot is not short
 */
gboolean
trh_booth_is_short (TrhBooth *self)
{
  return self->paper->kind != TRH_BALLOT_PAPER_GRADES && self->n_chosen > 0 && self->n_chosen < self->paper->min_choices;
}

/**
 * trh_booth_set_grade:
 * @candidate: an index of the paper
 * @grade: 1 for the best, 2 for the next…; 0 takes the answer back
 *
 * Grades a candidate.
 */
void
trh_booth_set_grade (TrhBooth *self, guint candidate, guint grade)
{
  g_return_if_fail (candidate < self->paper->candidates->len);
  g_return_if_fail (grade <= trh_ballot_paper_get_n_grades (self->paper));

  if (!can_mark (self, TRH_BALLOT_PAPER_GRADES))
    return;

  self->note = TRH_BOOTH_NOTE_NONE;
  set_mark (self, candidate, grade);
  trh_booth_tell (self);
}

/**
 * trh_booth_get_n_questions:
 *
 * Returns: how many screens of choices there are: one for approval, one for each candidate to grade, one for each
 * rank that can be given
 */
guint
trh_booth_get_n_questions (TrhBooth *self)
{
  switch (self->paper->kind)
    {
    case TRH_BALLOT_PAPER_GRADES:
      return self->paper->candidates->len;
    case TRH_BALLOT_PAPER_RANKING:
      return trh_ballot_paper_get_limit (self->paper);
    case TRH_BALLOT_PAPER_APPROVAL:
    default:
      return 1;
    }
}

guint
trh_booth_get_question (TrhBooth *self)
{
  return self->question;
}

/**
 * trh_booth_show_question:
 * @question: from 0
 *
 * Turns to a screen of choices, from another one or from the review. Marks stay. A rank can be asked for only when
 * all ranks before it are given.
 */
void
trh_booth_show_question (TrhBooth *self, guint question)
{
  bool is_near = self->step == TRH_BOOTH_CHOICES || self->step == TRH_BOOTH_REVIEW;

  if (!trh_booth_is_free (self) || !is_near || question >= trh_booth_get_n_questions (self) ||
      (self->paper->kind == TRH_BALLOT_PAPER_RANKING && question > self->n_chosen))
    return;

  self->question = question;
  trh_booth_enter (self, TRH_BOOTH_CHOICES, TRH_BOOTH_NOTE_NONE);
}

/**
 * trh_booth_find_rank:
 * @rank: from 1
 *
 * Returns: the candidate at that rank, or %G_MAXUINT
 */
guint
trh_booth_find_rank (TrhBooth *self, guint rank)
{
  for (guint c = 0; c < self->paper->candidates->len; c++)
    if (self->marks[c] == rank)
      return c;
  return G_MAXUINT;
}

/**
 * trh_booth_rank:
 * @candidate: an index of the paper, without a rank, or the one at the rank that is asked for
 *
 * Puts a candidate at the rank that is asked for, in the place of who stood there, and asks for the next rank; after
 * the last one comes the review.
 */
void
trh_booth_rank (TrhBooth *self, guint candidate)
{
  const guint rank = self->question + 1;
  guint before;

  g_return_if_fail (candidate < self->paper->candidates->len);

  if (!can_mark (self, TRH_BALLOT_PAPER_RANKING) || (self->marks[candidate] != 0 && self->marks[candidate] != rank))
    return;

  before = trh_booth_find_rank (self, rank);
  if (before != G_MAXUINT)
    set_mark (self, before, 0);
  set_mark (self, candidate, rank);
  if (rank < trh_booth_get_n_questions (self) && self->n_chosen < self->paper->candidates->len)
    trh_booth_show_question (self, self->question + 1);
  else
    trh_booth_enter (self, TRH_BOOTH_REVIEW, TRH_BOOTH_NOTE_NONE);
}

static bool
can_change_ranks (TrhBooth *self, guint candidate)
{
  return trh_booth_is_free (self) && self->paper->kind == TRH_BALLOT_PAPER_RANKING && self->marks[candidate] != 0 &&
         (self->step == TRH_BOOTH_REVIEW || self->step == TRH_BOOTH_CHOICES);
}

/**
 * trh_booth_unrank:
 * @candidate: an index of the paper
 *
 * Takes a candidate out of the ranking; those behind it move up.
 */
void
trh_booth_unrank (TrhBooth *self, guint candidate)
{
  guint rank;

  g_return_if_fail (candidate < self->paper->candidates->len);

  if (!can_change_ranks (self, candidate))
    return;

  rank = self->marks[candidate];
  set_mark (self, candidate, 0);
  for (guint c = 0; c < self->paper->candidates->len; c++)
    if (self->marks[c] > rank)
      self->marks[c]--;
  self->question = MIN (self->question, self->n_chosen);
  self->step_us = self->now_us; /* what is read anew can be cast a second later */
  trh_booth_tell (self);
}

/**
 * trh_booth_raise:
 * @candidate: an index of the paper
 *
 * Moves a candidate one rank up; who stood there moves down.
 */
void
trh_booth_raise (TrhBooth *self, guint candidate)
{
  guint above;

  g_return_if_fail (candidate < self->paper->candidates->len);

  if (!can_change_ranks (self, candidate) || self->marks[candidate] < 2)
    return;

  above = trh_booth_find_rank (self, self->marks[candidate] - 1u);
  self->marks[above]++;
  self->marks[candidate]--;
  self->step_us = self->now_us;
  trh_booth_tell (self);
}
