/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/voting/trh-ballot-box.h"
#include "core/voting/trh-ballot-paper.h"

G_BEGIN_DECLS

#define TRH_BOOTH_ALPHABET    "ACDEFHJKMNPQRTUVWXY346789" /* no look-alikes */
#define TRH_BOOTH_CODE_LENGTH 8
#define TRH_BOOTH_PIN_LENGTH  6
#define TRH_BOOTH_PIN_TRIES   5
#define TRH_BOOTH_CODE_TRIES  10  /* codes without a typing mistake that open nothing, in a minute */

#define TRH_BOOTH_IDLE_S      120 /* without input, then the question */
#define TRH_BOOTH_ANSWER_S    45  /* to answer it, or an organiser's at the lock */
#define TRH_BOOTH_WAKE_S      1   /* before a ballot shown for review can be cast */
#define TRH_BOOTH_DONE_S      8   /* of thanks */
#define TRH_BOOTH_ERASED_S    30  /* of telling that the ballot was erased */
#define TRH_BOOTH_PIN_WAIT_S  60  /* after too many wrong tries */
#define TRH_BOOTH_CODE_WAIT_S 60

typedef enum {
  TRH_BOOTH_WELCOME,
  TRH_BOOTH_CODE,
  TRH_BOOTH_HOW,
  TRH_BOOTH_CHOICES,
  TRH_BOOTH_REVIEW,
  TRH_BOOTH_SAVING,
  TRH_BOOTH_DONE,
  TRH_BOOTH_ERASED,
} TrhBoothStep;

/* What the screen must say beside the step itself */
typedef enum {
  TRH_BOOTH_NOTE_NONE,
  TRH_BOOTH_NOTE_SHORT,     /* the code has fewer than its 8 characters */
  TRH_BOOTH_NOTE_TYPO,
  TRH_BOOTH_NOTE_UNKNOWN,
  TRH_BOOTH_NOTE_USED,
  TRH_BOOTH_NOTE_CLOSED,
  TRH_BOOTH_NOTE_FAILED,
  TRH_BOOTH_NOTE_OVER,      /* the candidate of trh_booth_get_refused () is one too many */
  TRH_BOOTH_NOTE_HELP,
  TRH_BOOTH_NOTE_PIN_WRONG,
  TRH_BOOTH_NOTE_PIN_WAIT,
  TRH_BOOTH_NOTE_CODE_WAIT, /* too many codes were tried: no code is looked at for a while */
  TRH_BOOTH_NOTE_UNSURE,    /* the ballot is in the box, but the disk does not confirm it */
} TrhBoothNote;

/* The organisers' curtain: while it is not open, no choice may be seen */
typedef enum {
  TRH_BOOTH_UNLOCKED, /* the voter's hands */
  TRH_BOOTH_PIN,      /* the curtain is drawn, a PIN is asked */
  TRH_BOOTH_OPENED,   /* an organiser may give back, erase or leave, never cast */
} TrhBoothLock;

typedef enum {
  TRH_BOOTH_SMALL,
  TRH_BOOTH_NORMAL,
  TRH_BOOTH_LARGE,
  TRH_BOOTH_HUGE,
} TrhBoothSize;

typedef enum {
  TRH_BOOTH_STANDARD,
  TRH_BOOTH_STRONG,
  TRH_BOOTH_SOFT,
} TrhBoothContrast;

/* The steps of one voter after another: welcome, code, how it works, choices, review, cast,
 * thanks. It knows neither screens nor the urn: the booth window, the phone pages and the entry
 * of paper ballots are faces of it.
 *
 * Time comes from outside, with trh_booth_tick (). Signals: "changed" when anything a face shows
 * may differ, "left" when an organiser closes the booth. */
#define TRH_TYPE_BOOTH (trh_booth_get_type ())
G_DECLARE_FINAL_TYPE (TrhBooth, trh_booth, TRH, BOOTH, GObject)

TrhBooth        *trh_booth_new           (TrhBallotPaper *paper, TrhBallotBox *box, const char *pin);
TrhBallotPaper  *trh_booth_get_paper     (TrhBooth *self);

void             trh_booth_tick          (TrhBooth *self, gint64 now_us);
void             trh_booth_stir          (TrhBooth *self);

TrhBoothStep     trh_booth_get_step      (TrhBooth *self);
TrhBoothNote     trh_booth_get_note      (TrhBooth *self);
guint            trh_booth_get_refused   (TrhBooth *self);
TrhBoothLock     trh_booth_get_lock      (TrhBooth *self);
gboolean         trh_booth_is_idle       (TrhBooth *self);
guint            trh_booth_get_seconds_left (TrhBooth *self);

void             trh_booth_go_on         (TrhBooth *self);
void             trh_booth_go_back       (TrhBooth *self);
void             trh_booth_type          (TrhBooth *self, char character);
void             trh_booth_erase_last    (TrhBooth *self);
const char      *trh_booth_get_code      (TrhBooth *self);

guint            trh_booth_get_candidate (TrhBooth *self, guint position);
gboolean         trh_booth_is_chosen     (TrhBooth *self, guint candidate);
guint            trh_booth_get_mark      (TrhBooth *self, guint candidate);
guint            trh_booth_get_n_chosen  (TrhBooth *self);
void             trh_booth_toggle        (TrhBooth *self, guint candidate);
void             trh_booth_set_grade     (TrhBooth *self, guint candidate, guint grade);
void             trh_booth_rank          (TrhBooth *self, guint candidate);
void             trh_booth_unrank        (TrhBooth *self, guint candidate);
void             trh_booth_raise         (TrhBooth *self, guint candidate);
guint            trh_booth_find_rank     (TrhBooth *self, guint rank);

guint            trh_booth_get_n_questions (TrhBooth *self);
guint            trh_booth_get_question  (TrhBooth *self);
void             trh_booth_show_question (TrhBooth *self, guint question);

gboolean         trh_booth_is_short      (TrhBooth *self);
gboolean         trh_booth_can_cast      (TrhBooth *self);
void             trh_booth_cast          (TrhBooth *self);
void             trh_booth_stay          (TrhBooth *self);
void             trh_booth_ask_help      (TrhBooth *self);

const char      *trh_booth_get_language  (TrhBooth *self);
TrhBoothSize     trh_booth_get_size      (TrhBooth *self);
TrhBoothContrast trh_booth_get_contrast  (TrhBooth *self);
void             trh_booth_set_language  (TrhBooth *self, const char *language);
void             trh_booth_set_size      (TrhBooth *self, TrhBoothSize size);
void             trh_booth_set_contrast  (TrhBooth *self, TrhBoothContrast contrast);

void             trh_booth_lock          (TrhBooth *self);
guint            trh_booth_get_n_digits  (TrhBooth *self);
void             trh_booth_give_back     (TrhBooth *self);
void             trh_booth_erase_ballot  (TrhBooth *self);
void             trh_booth_leave         (TrhBooth *self);

G_END_DECLS
