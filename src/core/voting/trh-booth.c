/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/voting/trh-booth-private.h"

#include <sodium.h>
#include <string.h>

enum {
  CHANGED,
  LEFT,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TrhBooth, trh_booth, G_TYPE_OBJECT)

void
trh_booth_tell (TrhBooth *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

void
trh_booth_enter (TrhBooth *self, TrhBoothStep step, TrhBoothNote note)
{
  self->step = step;
  self->note = note;
  self->step_us = self->now_us;
  self->idle_us = 0;
  trh_booth_tell (self);
}

/* The order one voter sees: a rotation, its start dealt in shuffled rounds, so that each
 * candidate comes first equally often and nobody can foresee who is next. */
static void
deal (TrhBooth *self)
{
  guint n = self->paper->candidates->len;

  if (self->dealt || n == 0)
    return;

  self->dealt = true;
  self->start = 0;
  if (!self->paper->rotates)
    return;

  if (self->starts->len == 0)
    for (guint i = 0; i < n; i++)
      g_array_append_val (self->starts, i);

  {
    guint picked = randombytes_uniform (self->starts->len);

    self->start = g_array_index (self->starts, guint, picked);
    g_array_remove_index_fast (self->starts, picked);
  }
}

static void
forget (TrhBooth *self)
{
  sodium_memzero (self->code, sizeof self->code);
  sodium_memzero (self->owner, sizeof self->owner);
  sodium_memzero (self->marks, self->paper->candidates->len);
  sodium_memzero (&self->n_chosen, sizeof self->n_chosen);
  sodium_memzero (&self->question, sizeof self->question);
  sodium_memzero (&self->refused, sizeof self->refused);
  sodium_memzero (&self->start, sizeof self->start);
  self->dealt = false;
}

/* Erases a ballot that was not cast: its place in the round goes to another voter. */
void
trh_booth_give_up (TrhBooth *self)
{
  if (self->dealt && self->paper->rotates)
    g_array_append_val (self->starts, self->start);
  forget (self);
}

void
trh_booth_welcome (TrhBooth *self)
{
  trh_booth_give_up (self);
  self->language = 0;
  self->size = TRH_BOOTH_NORMAL;
  self->contrast = TRH_BOOTH_STANDARD;
  trh_booth_enter (self, TRH_BOOTH_WELCOME, TRH_BOOTH_NOTE_NONE);
}

/* Whether the voter's hand may do something now. Whatever it does is a sign of life. */
bool
trh_booth_is_free (TrhBooth *self)
{
  self->input_us = self->now_us;
  return self->lock == TRH_BOOTH_UNLOCKED && self->idle_us == 0;
}

/**
 * trh_booth_new:
 * @paper: what is asked
 * @box: where ballots go
 * @pin: six digits of the organisers
 *
 * Returns: (transfer full): a booth at its welcome screen
 */
TrhBooth *
trh_booth_new (TrhBallotPaper *paper, TrhBallotBox *box, const char *pin)
{
  TrhBooth *self;

  g_return_val_if_fail (strlen (pin) == TRH_BOOTH_PIN_LENGTH, NULL);
  g_return_val_if_fail (strspn (pin, "0123456789") == TRH_BOOTH_PIN_LENGTH, NULL);
  g_return_val_if_fail (paper->languages != NULL && paper->languages[0] != NULL, NULL);

  if (sodium_init () < 0)
    g_error ("libsodium cannot start");

  self = g_object_new (TRH_TYPE_BOOTH, NULL);
  self->paper = trh_ballot_paper_ref (paper);
  self->box = g_object_ref (box);
  self->marks = g_new0 (guint8, MAX (paper->candidates->len, 1));
  memcpy (self->pin, pin, sizeof self->pin);
  return self;
}

/**
 * trh_booth_get_paper:
 *
 * Returns: (transfer none): what is asked
 */
TrhBallotPaper *
trh_booth_get_paper (TrhBooth *self)
{
  return self->paper;
}

TrhBoothStep
trh_booth_get_step (TrhBooth *self)
{
  return self->step;
}

TrhBoothNote
trh_booth_get_note (TrhBooth *self)
{
  return self->note;
}

/**
 * trh_booth_get_refused:
 *
 * Returns: the candidate that was one too many, while the note is %TRH_BOOTH_NOTE_OVER
 */
guint
trh_booth_get_refused (TrhBooth *self)
{
  return self->refused;
}

static TrhBoothNote
note_of (const GError *error)
{
  if (error->domain != TRH_BOOTH_ERROR)
    return TRH_BOOTH_NOTE_FAILED;
  switch ((TrhBoothError) error->code)
    {
    case TRH_BOOTH_ERROR_TYPO:
      return TRH_BOOTH_NOTE_TYPO;
    case TRH_BOOTH_ERROR_UNKNOWN:
      return TRH_BOOTH_NOTE_UNKNOWN;
    case TRH_BOOTH_ERROR_USED:
      return TRH_BOOTH_NOTE_USED;
    case TRH_BOOTH_ERROR_CLOSED:
      return TRH_BOOTH_NOTE_CLOSED;
    case TRH_BOOTH_ERROR_UNSURE:
      return TRH_BOOTH_NOTE_UNSURE;
    case TRH_BOOTH_ERROR_FAILED:
    default:
      return TRH_BOOTH_NOTE_FAILED;
    }
}

/* What is said of a code that opens nothing. So many in a minute are no mistakes: somebody tries out what codes there are. */
static TrhBoothNote
refuse_code (TrhBooth *self, const GError *error)
{
  TrhBoothNote note = note_of (error);

  if (note != TRH_BOOTH_NOTE_UNKNOWN && note != TRH_BOOTH_NOTE_USED)
    return note;
  if (self->now_us - self->wrong_us >= TRH_BOOTH_CODE_WAIT_S * G_USEC_PER_SEC)
    {
      self->wrong_us = self->now_us;
      self->wrong_codes = 0;
    }
  if (++self->wrong_codes < TRH_BOOTH_CODE_TRIES)
    return note;
  self->wrong_codes = 0;
  self->code_wait_us = self->now_us + TRH_BOOTH_CODE_WAIT_S * G_USEC_PER_SEC;
  return TRH_BOOTH_NOTE_CODE_WAIT;
}

/* Whoever comes back to the code and types another one is somebody else: nothing of the ballot before is theirs. */
static void
begin_ballot (TrhBooth *self)
{
  if (self->owner[0] != '\0' && !g_str_equal (self->owner, self->code))
    {
      char code[TRH_BOOTH_CODE_LENGTH + 1];

      memcpy (code, self->code, sizeof code);
      trh_booth_give_up (self);
      memcpy (self->code, code, sizeof code);
      sodium_memzero (code, sizeof code);
    }
  memcpy (self->owner, self->code, sizeof self->owner);
  deal (self);
}

static void
check_code (TrhBooth *self)
{
  g_autoptr(GError) error = NULL;

  if (strlen (self->code) < TRH_BOOTH_CODE_LENGTH)
    self->note = TRH_BOOTH_NOTE_SHORT;
  else if (self->code_wait_us != 0)
    self->note = TRH_BOOTH_NOTE_CODE_WAIT;
  else if (!trh_ballot_box_check_code (self->box, self->code, &error))
    self->note = refuse_code (self, error);
  else
    {
      begin_ballot (self);
      trh_booth_enter (self, TRH_BOOTH_HOW, TRH_BOOTH_NOTE_NONE);
      return;
    }
  trh_booth_tell (self);
}

/**
 * trh_booth_go_on:
 *
 * The voter wants the next step: from the code only when the box takes it, from the review
 * never, since that is trh_booth_cast ().
 */
void
trh_booth_go_on (TrhBooth *self)
{
  if (!trh_booth_is_free (self))
    return;
  switch (self->step)
    {
    case TRH_BOOTH_WELCOME:
      trh_booth_enter (self, TRH_BOOTH_CODE, TRH_BOOTH_NOTE_NONE);
      break;
    case TRH_BOOTH_CODE:
      check_code (self);
      break;
    case TRH_BOOTH_HOW:
      trh_booth_enter (self, TRH_BOOTH_CHOICES, TRH_BOOTH_NOTE_NONE);
      break;
    case TRH_BOOTH_CHOICES:
      trh_booth_enter (self, TRH_BOOTH_REVIEW, TRH_BOOTH_NOTE_NONE);
      break;
    case TRH_BOOTH_DONE:
    case TRH_BOOTH_ERASED:
      trh_booth_welcome (self);
      break;
    case TRH_BOOTH_REVIEW:
    case TRH_BOOTH_SAVING:
      break;
    }
}

/**
 * trh_booth_go_back:
 *
 * The voter wants the step before. Marks stay; only going back to the welcome screen erases.
 */
void
trh_booth_go_back (TrhBooth *self)
{
  if (!trh_booth_is_free (self))
    return;
  switch (self->step)
    {
    case TRH_BOOTH_CODE:
      trh_booth_welcome (self);
      break;
    case TRH_BOOTH_HOW:
      trh_booth_enter (self, TRH_BOOTH_CODE, TRH_BOOTH_NOTE_NONE);
      break;
    case TRH_BOOTH_CHOICES:
      if (self->question > 0)
        trh_booth_show_question (self, self->question - 1);
      else
        trh_booth_enter (self, TRH_BOOTH_HOW, TRH_BOOTH_NOTE_NONE);
      break;
    case TRH_BOOTH_REVIEW:
      trh_booth_enter (self, TRH_BOOTH_CHOICES, TRH_BOOTH_NOTE_NONE);
      break;
    case TRH_BOOTH_WELCOME:
    case TRH_BOOTH_SAVING:
    case TRH_BOOTH_DONE:
    case TRH_BOOTH_ERASED:
      break;
    }
}

/**
 * trh_booth_type:
 * @character: a letter in either case or a digit; any other is ignored
 *
 * Adds a character to the code, or to the PIN when the curtain is drawn. The last digit of the
 * PIN also tries it.
 */
void
trh_booth_type (TrhBooth *self, char character)
{
  char upper = g_ascii_toupper (character);

  if (self->lock == TRH_BOOTH_PIN)
    trh_booth_type_pin (self, character);
  else if (trh_booth_is_free (self) && self->step == TRH_BOOTH_CODE && upper != '\0'
           && strchr (TRH_BOOTH_ALPHABET, upper) != NULL && strlen (self->code) < TRH_BOOTH_CODE_LENGTH)
    {
      self->note = TRH_BOOTH_NOTE_NONE;
      self->code[strlen (self->code)] = upper;
      trh_booth_tell (self);
    }
}

/**
 * trh_booth_erase_last:
 *
 * Takes back the last character of the code or of the PIN.
 */
void
trh_booth_erase_last (TrhBooth *self)
{
  if (self->lock == TRH_BOOTH_PIN)
    trh_booth_erase_digit (self);
  else if (trh_booth_is_free (self) && self->step == TRH_BOOTH_CODE && self->code[0] != '\0')
    {
      self->note = TRH_BOOTH_NOTE_NONE;
      self->code[strlen (self->code) - 1] = '\0';
      trh_booth_tell (self);
    }
}

/**
 * trh_booth_get_code:
 *
 * Returns: (transfer none): what was typed so far; "" once the ballot is cast or erased
 */
const char *
trh_booth_get_code (TrhBooth *self)
{
  return self->code;
}

/**
 * trh_booth_get_candidate:
 * @position: on this voter's screens, from 0
 *
 * Returns: the candidate at @position. The order stays for one voter and is not kept with the ballot.
 */
guint
trh_booth_get_candidate (TrhBooth *self, guint position)
{
  g_return_val_if_fail (position < self->paper->candidates->len, 0);

  return (self->start + position) % self->paper->candidates->len;
}

/**
 * trh_booth_can_cast:
 *
 * Returns: %TRUE when the review has been on the screen long enough, and the ballot is one
 */
gboolean
trh_booth_can_cast (TrhBooth *self)
{
  return self->step == TRH_BOOTH_REVIEW && self->lock == TRH_BOOTH_UNLOCKED && self->idle_us == 0
         && self->now_us - self->step_us >= TRH_BOOTH_WAKE_S * G_USEC_PER_SEC && !trh_booth_is_short (self);
}

static void
on_cast (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(TrhBooth) self = user_data;
  g_autoptr(GError) error = NULL;

  if (trh_ballot_box_cast_finish (TRH_BALLOT_BOX (source), result, &error))
    {
      forget (self);
      trh_booth_enter (self, TRH_BOOTH_DONE, TRH_BOOTH_NOTE_NONE);
    }
  else if (note_of (error) == TRH_BOOTH_NOTE_FAILED)
    {
      /* Nothing was stored: the voter can try again. */
      self->input_us = self->now_us;
      trh_booth_enter (self, TRH_BOOTH_REVIEW, TRH_BOOTH_NOTE_FAILED);
    }
  else
    {
      trh_booth_give_up (self);
      trh_booth_enter (self, TRH_BOOTH_CODE, note_of (error));
    }
}

/**
 * trh_booth_cast:
 *
 * Sends the ballot to the box. The step is saving until the box answers, then thanks, with
 * nothing left of the ballot or its code in memory; or the review again when nothing was stored.
 */
void
trh_booth_cast (TrhBooth *self)
{
  if (!trh_booth_is_free (self) || !trh_booth_can_cast (self))
    return;

  trh_booth_enter (self, TRH_BOOTH_SAVING, TRH_BOOTH_NOTE_NONE);
  trh_ballot_box_cast_async (self->box, self->code, self->marks, self->paper->candidates->len, NULL, on_cast,
                             g_object_ref (self));
}

/**
 * trh_booth_ask_help:
 *
 * Says how to get help; a second time, or the next step, takes the words away.
 */
void
trh_booth_ask_help (TrhBooth *self)
{
  if (!trh_booth_is_free (self))
    return;

  self->note = self->note == TRH_BOOTH_NOTE_HELP ? TRH_BOOTH_NOTE_NONE : TRH_BOOTH_NOTE_HELP;
  trh_booth_tell (self);
}

static void
trh_booth_finalize (GObject *object)
{
  TrhBooth *self = TRH_BOOTH (object);

  if (self->paper != NULL)
    forget (self);
  sodium_memzero (self->pin, sizeof self->pin);
  sodium_memzero (self->digits, sizeof self->digits);
  g_free (self->marks);
  g_clear_pointer (&self->starts, g_array_unref);
  g_clear_pointer (&self->paper, trh_ballot_paper_unref);
  g_clear_object (&self->box);
  G_OBJECT_CLASS (trh_booth_parent_class)->finalize (object);
}

static void
trh_booth_class_init (TrhBoothClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = trh_booth_finalize;

  signals[CHANGED] = g_signal_new ("changed", TRH_TYPE_BOOTH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LEFT] = g_signal_new ("left", TRH_TYPE_BOOTH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

void
trh_booth_emit_left (TrhBooth *self)
{
  g_signal_emit (self, signals[LEFT], 0);
}

static void
trh_booth_init (TrhBooth *self)
{
  self->size = TRH_BOOTH_NORMAL;
  self->starts = g_array_new (FALSE, FALSE, sizeof (guint));
}
