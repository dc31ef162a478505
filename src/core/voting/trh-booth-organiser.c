/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/voting/trh-booth-private.h"

#include <sodium.h>
#include <string.h>

void
trh_booth_close_curtain (TrhBooth *self)
{
  sodium_memzero (self->digits, sizeof self->digits);
  self->lock = TRH_BOOTH_UNLOCKED;
  self->note = TRH_BOOTH_NOTE_NONE;
  self->input_us = self->step_us = self->now_us; /* a review must be seen again before it is cast */
}

static void
try_pin (TrhBooth *self)
{
  if (sodium_memcmp (self->digits, self->pin, TRH_BOOTH_PIN_LENGTH) == 0)
    {
      self->lock = TRH_BOOTH_OPENED;
      self->wrong_pins = 0;
    }
  else if (++self->wrong_pins < TRH_BOOTH_PIN_TRIES)
    self->note = TRH_BOOTH_NOTE_PIN_WRONG;
  else
    {
      self->note = TRH_BOOTH_NOTE_PIN_WAIT;
      self->pin_wait_us = self->now_us + TRH_BOOTH_PIN_WAIT_S * G_USEC_PER_SEC;
      self->told_s = TRH_BOOTH_PIN_WAIT_S;
    }
  sodium_memzero (self->digits, sizeof self->digits);
}

void
trh_booth_type_pin (TrhBooth *self, char character)
{
  self->input_us = self->now_us;
  if (self->pin_wait_us != 0 || !g_ascii_isdigit (character))
    return;

  self->note = TRH_BOOTH_NOTE_NONE;
  self->digits[strlen (self->digits)] = character;
  if (strlen (self->digits) == TRH_BOOTH_PIN_LENGTH)
    try_pin (self);
  trh_booth_tell (self);
}

void
trh_booth_erase_digit (TrhBooth *self)
{
  self->input_us = self->now_us;
  if (self->digits[0] == '\0')
    return;

  self->digits[strlen (self->digits) - 1] = '\0';
  trh_booth_tell (self);
}

TrhBoothLock
trh_booth_get_lock (TrhBooth *self)
{
  return self->lock;
}

/**
 * trh_booth_lock:
 *
 * Draws the curtain and asks for the organisers' PIN. Not while a ballot is being saved.
 */
void
trh_booth_lock (TrhBooth *self)
{
  self->input_us = self->now_us;
  if (self->lock != TRH_BOOTH_UNLOCKED || self->step == TRH_BOOTH_SAVING)
    return;

  self->lock = TRH_BOOTH_PIN;
  self->idle_us = 0;
  self->note = self->pin_wait_us != 0 ? TRH_BOOTH_NOTE_PIN_WAIT : TRH_BOOTH_NOTE_NONE;
  trh_booth_tell (self);
}

/**
 * trh_booth_get_n_digits:
 *
 * Returns: how many digits of a PIN have been typed
 */
guint
trh_booth_get_n_digits (TrhBooth *self)
{
  return strlen (self->digits);
}

/**
 * trh_booth_give_back:
 *
 * Opens the curtain: the ballot is as the voter left it. Needs no PIN.
 */
void
trh_booth_give_back (TrhBooth *self)
{
  if (self->lock == TRH_BOOTH_UNLOCKED)
    return;

  trh_booth_close_curtain (self);
  trh_booth_tell (self);
}

/**
 * trh_booth_erase_ballot:
 *
 * An organiser erases the ballot that somebody left behind. Its code stays good.
 */
void
trh_booth_erase_ballot (TrhBooth *self)
{
  if (self->lock != TRH_BOOTH_OPENED)
    return;

  trh_booth_close_curtain (self);
  trh_booth_welcome (self);
}

/**
 * trh_booth_leave:
 *
 * An organiser closes the booth; a ballot that was not cast is erased.
 */
void
trh_booth_leave (TrhBooth *self)
{
  if (self->lock != TRH_BOOTH_OPENED)
    return;

  trh_booth_close_curtain (self);
  trh_booth_welcome (self);
  trh_booth_emit_left (self);
}
