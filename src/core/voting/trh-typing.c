/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/voting/trh-typing.h"

#include <glib/gi18n.h>
#include <sodium.h>
#include <string.h>

#include "core/voting/trh-grades.h"

struct _TrhTyping
{
  TrhBallotPaper *paper; /* (owned) */
  TrhPile        *pile;
  guint           typist;
  guint           settles; /* number of the one paper that both look at; 0 while a pile is typed */
  TrhTypingState  state;
  TrhNullCause    cause;
  guint           cursor;  /* of an artist */
  guint8         *marks;   /* one for each artist */
};

G_DEFINE_QUARK (trh-typing-error-quark, trh_typing_error)

static guint
get_n (const TrhTyping *self)
{
  return self->paper->candidates->len;
}

static void
begin (TrhTyping *self)
{
  sodium_memzero (self->marks, get_n (self));
  self->state = TRH_TYPING_MARKS;
  self->cause = TRH_NOT_NULL;
  self->cursor = 0;
}

/**
 * trh_typing_new:
 * @pile: of ballots of @paper; lent until the end
 * @typist: 0 or 1
 *
 * Returns: (transfer full): the next paper of @typist, of which nothing is typed yet
 */
TrhTyping *
trh_typing_new (TrhBallotPaper *paper, TrhPile *pile, guint typist)
{
  TrhTyping *self = g_new0 (TrhTyping, 1);

  self->paper = trh_ballot_paper_ref (paper);
  self->pile = pile;
  self->typist = typist;
  self->marks = g_new0 (guint8, paper->candidates->len);
  begin (self);
  return self;
}

void
trh_typing_free (TrhTyping *self)
{
  sodium_memzero (self->marks, get_n (self));
  g_free (self->marks);
  trh_ballot_paper_unref (self->paper);
  g_free (self);
}

/* Of the paper, in the pile. */
guint
trh_typing_get_number (const TrhTyping *self)
{
  return self->settles != 0 ? self->settles : trh_pile_get_n (self->pile, self->typist) + 1;
}

TrhTypingState
trh_typing_get_state (const TrhTyping *self)
{
  return self->state;
}

/* The artist whom the next key is about. */
guint
trh_typing_get_cursor (const TrhTyping *self)
{
  return self->cursor;
}

guint
trh_typing_get_mark (const TrhTyping *self, guint candidate)
{
  return self->marks[candidate];
}

/* Whether nothing is typed of this paper. */
gboolean
trh_typing_is_empty (const TrhTyping *self)
{
  return self->state == TRH_TYPING_MARKS && trh_ballot_is_blank (self->marks, get_n (self));
}

/* A mark says that the paper is neither blank nor null. */
static void
set_mark (TrhTyping *self, guint candidate, guint mark)
{
  self->state = TRH_TYPING_MARKS;
  self->cause = TRH_NOT_NULL;
  self->marks[candidate] = (guint8) mark;
}

static guint
get_most (const TrhTyping *self)
{
  return self->paper->kind == TRH_BALLOT_PAPER_GRADES ? trh_ballot_paper_get_n_grades (self->paper)
                                                      : trh_ballot_paper_get_limit (self->paper);
}

/**
 * trh_typing_press_digit:
 * @digit: 0 to 9
 *
 * Approval: ticks or clears the artist of that place, 0 being the tenth. Grades: gives the mention of that place to the
 * artist under the cursor. Ranking: writes the number that stands in that artist's box, 0 being ten. In both the cursor
 * goes on to the next artist, after the last one to the first: a paper may begin anywhere. A digit that means nothing
 * changes nothing.
 */
void
trh_typing_press_digit (TrhTyping *self, guint digit)
{
  const guint place = digit == 0 ? 10 : digit;

  if (self->paper->kind == TRH_BALLOT_PAPER_APPROVAL)
    {
      if (place > get_n (self))
        return;
      self->cursor = place - 1;
      set_mark (self, self->cursor, !self->marks[self->cursor]);
    }
  else if (place <= get_most (self))
    {
      set_mark (self, self->cursor, place);
      trh_typing_move (self, 1);
    }
}

/* Approval: ticks or clears the artist under the cursor. Others: clears that artist. */
void
trh_typing_press_space (TrhTyping *self)
{
  const gboolean ticks = self->paper->kind == TRH_BALLOT_PAPER_APPROVAL && self->marks[self->cursor] == 0;

  set_mark (self, self->cursor, ticks ? 1 : 0);
}

/* The cursor goes round. */
void
trh_typing_move (TrhTyping *self, int step)
{
  const int n = (int) get_n (self);

  self->cursor = (guint) ((((int) self->cursor + step) % n + n) % n);
}

void
trh_typing_point (TrhTyping *self, guint candidate)
{
  g_return_if_fail (candidate < get_n (self));

  self->cursor = candidate;
}

void
trh_typing_set_blank (TrhTyping *self)
{
  begin (self);
  self->state = TRH_TYPING_BLANK;
}

void
trh_typing_set_null (TrhTyping *self, TrhNullCause cause)
{
  g_return_if_fail (cause < TRH_N_NULL_CAUSES);

  begin (self);
  self->state = TRH_TYPING_NULL;
  self->cause = cause;
}

static void
show_paper (TrhTyping *self, const guint8 *marks, TrhNullCause cause)
{
  begin (self);
  self->cause = cause;
  memcpy (self->marks, marks, get_n (self));
  if (cause != TRH_NOT_NULL)
    self->state = TRH_TYPING_NULL;
  else if (trh_ballot_is_blank (marks, get_n (self)))
    self->state = TRH_TYPING_BLANK;
}

/**
 * trh_typing_go_back:
 *
 * Forgets what is typed of this paper; when nothing is, takes the one before out of the pile to change it.
 *
 * Returns: %FALSE when there is none before
 */
gboolean
trh_typing_go_back (TrhTyping *self)
{
  const guint n = trh_pile_get_n (self->pile, self->typist);
  TrhNullCause cause;
  const guint8 *marks;

  if (!trh_typing_is_empty (self))
    {
      begin (self);
      return TRUE;
    }
  if (self->settles != 0 || n == 0)
    return FALSE;
  marks = trh_pile_peek (self->pile, self->typist, n, &cause);
  show_paper (self, marks, cause);
  trh_pile_take_back (self->pile, self->typist);
  return TRUE;
}

/**
 * trh_typing_enter:
 * @error: return location for a #TrhTypingError or a #TrhPileError
 *
 * Puts the paper into the pile, and begins the next one.
 *
 * Returns: %FALSE with @error set
 */
gboolean
trh_typing_enter (TrhTyping *self, GError **error)
{
  gboolean done;

  if (trh_typing_is_empty (self))
    {
      g_set_error_literal (error, TRH_TYPING_ERROR, TRH_TYPING_ERROR_NOTHING,
                           _("Nothing is typed for this ballot. Press B if the paper is blank."));
      return FALSE;
    }
  if (self->settles != 0)
    done = trh_pile_settle (self->pile, self->settles, self->marks, self->cause, error);
  else
    done = trh_pile_add (self->pile, self->typist, self->marks, self->cause, error);
  if (done)
    begin (self);
  return done;
}

/* From now on one paper is typed that both look at: what trh_typing_enter() writes for both. */
void
trh_typing_settle (TrhTyping *self, guint number)
{
  begin (self);
  self->settles = number;
}

/* --- words --- */

/* Why a paper counts for nothing, in a few words. */
const char *
trh_null_cause_say (TrhNullCause cause)
{
  static const char *const causes[TRH_N_NULL_CAUSES] = {
    [TRH_NULL_TOO_MANY] = N_("too many choices"),         [TRH_NULL_IDENTITY] = N_("a mark of identity"),
    [TRH_NULL_NAME_ADDED] = N_("a name was added"),       [TRH_NULL_TORN] = N_("torn or altered"),
    [TRH_NULL_FOREIGN] = N_("not a ballot of this vote"), [TRH_NULL_SEVERAL] = N_("different ballots together"),
    [TRH_NULL_ILLEGIBLE] = N_("illegible"),
  };

  g_return_val_if_fail (cause < TRH_N_NULL_CAUSES, NULL);

  return _(causes[cause]);
}

static char *
say_mark (TrhBallotPaper *paper, guint candidate, guint mark)
{
  const TrhPaperCandidate *one = trh_ballot_paper_get_candidate (paper, candidate);

  switch (paper->kind)
    {
    case TRH_BALLOT_PAPER_GRADES:
      /* Translators: on one line: letter of a file, artist, mention */
      return g_strdup_printf (_("%1$s %2$s: %3$s"), one->letter, one->name,
                              trh_grades_translate ((const char *const *) paper->grades, mark - 1));
    case TRH_BALLOT_PAPER_RANKING:
      return g_strdup_printf ("%u. %s %s", mark, one->letter, one->name);
    case TRH_BALLOT_PAPER_APPROVAL:
    default:
      return g_strdup_printf ("%s %s", one->letter, one->name);
    }
}

static void
append_mark (GString *line, TrhBallotPaper *paper, guint candidate, guint mark)
{
  g_autofree char *words = say_mark (paper, candidate, mark);

  g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", words);
}

/* Rankings are said from the first choice on, others in the order of the letters. */
static char *
say_marks (TrhBallotPaper *paper, const guint8 *marks)
{
  const guint n = paper->candidates->len;
  GString *line = g_string_new ("");

  if (paper->kind != TRH_BALLOT_PAPER_RANKING)
    for (guint i = 0; i < n; i++)
      if (marks[i] != 0)
        append_mark (line, paper, i, marks[i]);
  for (guint rank = 1; paper->kind == TRH_BALLOT_PAPER_RANKING && rank <= TRH_MAX_RANKS; rank++)
    for (guint i = 0; i < n; i++)
      if (marks[i] == rank)
        append_mark (line, paper, i, rank);
  return g_string_free (line, FALSE);
}

/**
 * trh_paper_say:
 * @marks: (array): of the paper
 * @cause: why it is null, or %TRH_NOT_NULL
 *
 * Returns: (transfer full): what the paper says, in a line
 */
char *
trh_paper_say (TrhBallotPaper *paper, const guint8 *marks, TrhNullCause cause)
{
  if (cause != TRH_NOT_NULL)
    /* Translators: of a paper ballot; %s is why, as in “torn or altered” */
    return g_strdup_printf (C_("one paper ballot", "null: %s"), trh_null_cause_say (cause));
  if (trh_ballot_is_blank (marks, paper->candidates->len))
    return g_strdup (C_("ballot", "blank"));
  return say_marks (paper, marks);
}

/**
 * trh_typing_say:
 *
 * Returns: (transfer full): what is typed of this paper, in a line
 */
char *
trh_typing_say (const TrhTyping *self)
{
  if (trh_typing_is_empty (self))
    return g_strdup (_("nothing typed yet"));
  return trh_paper_say (self->paper, self->marks, self->cause);
}

/**
 * trh_typing_say_cursor:
 *
 * Returns: (transfer full): whom the next key is about, with the letter
 */
char *
trh_typing_say_cursor (const TrhTyping *self)
{
  const TrhPaperCandidate *one = trh_ballot_paper_get_candidate (self->paper, self->cursor);

  return g_strdup_printf ("%s %s", one->letter, one->name);
}
