/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/voting/trh-booth-private.h"

static bool
is_voting (TrhBooth *self)
{
  return self->step >= TRH_BOOTH_CODE && self->step <= TRH_BOOTH_REVIEW;
}

static bool
has_default_display (TrhBooth *self)
{
  return self->language == 0 && self->size == TRH_BOOTH_NORMAL && self->contrast == TRH_BOOTH_STANDARD;
}

/* Asks who is still there: nothing of the ballot is shown until somebody answers. */
static void
ask (TrhBooth *self)
{
  self->idle_us = self->now_us;
  self->told_s = 0;
  trh_booth_tell (self);
}

static void
tick_voter (TrhBooth *self, gint64 idle_s, gint64 shown_s)
{
  if (self->idle_us != 0)
    {
      gint64 asked_s = (self->now_us - self->idle_us) / G_USEC_PER_SEC;

      if (asked_s >= TRH_BOOTH_ANSWER_S)
        {
          trh_booth_give_up (self);
          trh_booth_enter (self, TRH_BOOTH_ERASED, TRH_BOOTH_NOTE_NONE);
        }
      else if (asked_s != self->told_s)
        {
          self->told_s = asked_s;
          trh_booth_tell (self);
        }
    }
  else if (is_voting (self) && idle_s >= TRH_BOOTH_IDLE_S)
    ask (self);
  else if (self->step == TRH_BOOTH_DONE && shown_s >= TRH_BOOTH_DONE_S)
    trh_booth_welcome (self);
  else if (self->step == TRH_BOOTH_ERASED && shown_s >= TRH_BOOTH_ERASED_S)
    trh_booth_welcome (self);
  else if (self->step == TRH_BOOTH_WELCOME && idle_s >= TRH_BOOTH_IDLE_S && !has_default_display (self))
    trh_booth_welcome (self);
}

static void
tick_lock (TrhBooth *self, gint64 idle_s)
{
  if (self->pin_wait_us != 0 && self->now_us >= self->pin_wait_us)
    {
      self->pin_wait_us = 0;
      self->wrong_pins = 0;
      self->input_us = self->now_us;
      if (self->note == TRH_BOOTH_NOTE_PIN_WAIT)
        self->note = TRH_BOOTH_NOTE_NONE;
      trh_booth_tell (self);
    }
  else if (self->lock != TRH_BOOTH_UNLOCKED && self->pin_wait_us == 0 && idle_s >= TRH_BOOTH_ANSWER_S)
    {
      trh_booth_close_curtain (self); /* whoever stands there now may be an organiser still: no choice is shown unasked */
      if (is_voting (self))
        ask (self);
      else
        trh_booth_tell (self);
    }
  else if (self->lock == TRH_BOOTH_PIN && self->pin_wait_us != 0 && trh_booth_get_seconds_left (self) != self->told_s)
    {
      self->told_s = trh_booth_get_seconds_left (self);
      trh_booth_tell (self);
    }
}

static void
tick_code (TrhBooth *self)
{
  if (self->code_wait_us == 0 || self->now_us < self->code_wait_us)
    return;
  self->code_wait_us = 0;
  if (self->note != TRH_BOOTH_NOTE_CODE_WAIT)
    return;
  self->note = TRH_BOOTH_NOTE_NONE;
  trh_booth_tell (self);
}

/**
 * trh_booth_tick:
 * @now_us: monotonic time, in microseconds; never goes back
 *
 * Says what time it is. A face calls it before every input and a few times a second: the booth
 * asks who is still there, erases, and returns to the welcome screen here.
 */
void
trh_booth_tick (TrhBooth *self, gint64 now_us)
{
  gint64 before_us = self->now_us, idle_s, shown_s;
  gint64 wakes_us = self->step_us + TRH_BOOTH_WAKE_S * G_USEC_PER_SEC;

  g_return_if_fail (now_us >= self->now_us);

  if (before_us == 0) /* the booth opens now */
    self->input_us = self->step_us = now_us;
  self->now_us = now_us;
  idle_s = (now_us - self->input_us) / G_USEC_PER_SEC;
  shown_s = (now_us - self->step_us) / G_USEC_PER_SEC;

  tick_code (self);
  tick_lock (self, idle_s);
  if (self->lock == TRH_BOOTH_UNLOCKED)
    tick_voter (self, (now_us - self->input_us) / G_USEC_PER_SEC, shown_s);
  if (self->step == TRH_BOOTH_REVIEW && before_us < wakes_us && now_us >= wakes_us)
    trh_booth_tell (self);
}

/**
 * trh_booth_stir:
 *
 * A sign of life that does nothing else: a key or a touch beside every button.
 */
void
trh_booth_stir (TrhBooth *self)
{
  self->input_us = self->now_us;
}

/**
 * trh_booth_is_idle:
 *
 * Returns: %TRUE while the booth asks whether the voter is still there
 */
gboolean
trh_booth_is_idle (TrhBooth *self)
{
  return self->idle_us != 0 && self->lock == TRH_BOOTH_UNLOCKED;
}

/**
 * trh_booth_get_seconds_left:
 *
 * Returns: seconds before the ballot is erased, or before a PIN may be tried again; else 0
 */
guint
trh_booth_get_seconds_left (TrhBooth *self)
{
  gint64 end_us = 0;

  if (self->lock == TRH_BOOTH_PIN)
    end_us = self->pin_wait_us;
  else if (self->idle_us != 0)
    end_us = self->idle_us + TRH_BOOTH_ANSWER_S * G_USEC_PER_SEC;
  if (end_us <= self->now_us)
    return 0;
  return (guint) ((end_us - self->now_us + G_USEC_PER_SEC - 1) / G_USEC_PER_SEC);
}

/**
 * trh_booth_stay:
 *
 * The voter answers that they are still there, as often as they like.
 */
void
trh_booth_stay (TrhBooth *self)
{
  self->input_us = self->now_us;
  if (!trh_booth_is_idle (self))
    return;

  self->idle_us = 0;
  trh_booth_tell (self);
}
