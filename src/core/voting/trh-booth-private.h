/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/voting/trh-booth.h"

G_BEGIN_DECLS

struct _TrhBooth
{
  GObject parent_instance;

  TrhBallotPaper *paper; /* (owned) */
  TrhBallotBox   *box;   /* (owned) */
  char            pin[TRH_BOOTH_PIN_LENGTH + 1];

  TrhBoothStep     step;
  TrhBoothNote     note;
  TrhBoothLock     lock;
  TrhBoothSize     size;
  TrhBoothContrast contrast;
  guint            language; /* index in the languages of the paper */

  /* The voter's: zeroed as soon as it is cast or erased */
  char   code[TRH_BOOTH_CODE_LENGTH + 1];
  char   owner[TRH_BOOTH_CODE_LENGTH + 1]; /* the code that opened this ballot */
  guint8 *marks; /* (owned), one for each candidate, as in trh-ballot.h */
  guint  n_chosen; /* candidates with a mark */
  guint  question; /* the one shown: always 0, the place of an artist, or the rank before the one asked for */
  guint  refused; /* the candidate of TRH_BOOTH_NOTE_OVER */
  guint  start;   /* the candidate shown first */
  bool   dealt;   /* whether @start is this voter's */

  GArray *starts; /* (owned) (element-type guint): what is left of this round */

  char  digits[TRH_BOOTH_PIN_LENGTH + 1];
  guint wrong_pins;
  guint wrong_codes; /* since @wrong_us, whoever typed them */

  /* Monotonic, in µs */
  gint64 now_us;
  gint64 input_us;    /* the last sign of life */
  gint64 step_us;     /* when the step appeared */
  gint64 idle_us;     /* when the question appeared, 0 while it is not shown */
  gint64 pin_wait_us; /* when a PIN may be tried again, 0 at once */
  gint64 wrong_us;    /* the first of the wrong codes that count together */
  gint64 code_wait_us; /* when a code may be tried again, 0 at once */
  gint64 told_s;      /* the whole second last told to the faces */
};

/* trh-booth.c */
void trh_booth_tell          (TrhBooth *self);
void trh_booth_enter         (TrhBooth *self, TrhBoothStep step, TrhBoothNote note);
void trh_booth_give_up       (TrhBooth *self);
void trh_booth_welcome       (TrhBooth *self);
bool trh_booth_is_free       (TrhBooth *self);
void trh_booth_emit_left     (TrhBooth *self);

/* trh-booth-organiser.c */
void trh_booth_close_curtain (TrhBooth *self);
void trh_booth_type_pin      (TrhBooth *self, char character);
void trh_booth_erase_digit   (TrhBooth *self);

G_END_DECLS
