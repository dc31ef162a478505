/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/voting/trh-ballot-paper.h"
#include "core/voting/trh-pile.h"

G_BEGIN_DECLS

/* The keys with which one person brings paper after paper into a pile, and what a line shows of it. Artists keep the
 * place of their letter, whatever the order in which a ballot was printed. Nothing is in the pile before
 * trh_typing_enter(). Plain data; wiped when it is freed. */
typedef struct _TrhTyping TrhTyping;

/* What the paper is said to be. */
typedef enum {
  TRH_TYPING_MARKS,
  TRH_TYPING_BLANK,
  TRH_TYPING_NULL,
} TrhTypingState;

/**
 * TrhTypingError:
 * @TRH_TYPING_ERROR_NOTHING: no mark was typed, nor that the paper is blank
 */
typedef enum {
  TRH_TYPING_ERROR_NOTHING,
} TrhTypingError;
#define TRH_TYPING_ERROR (trh_typing_error_quark ())
GQuark trh_typing_error_quark (void);

TrhTyping     *trh_typing_new          (TrhBallotPaper *paper, TrhPile *pile, guint typist);
void           trh_typing_free         (TrhTyping *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrhTyping, trh_typing_free)

guint          trh_typing_get_number   (const TrhTyping *self);
TrhTypingState trh_typing_get_state    (const TrhTyping *self);
guint          trh_typing_get_cursor   (const TrhTyping *self);
guint          trh_typing_get_mark     (const TrhTyping *self, guint candidate);
gboolean       trh_typing_is_empty     (const TrhTyping *self);

void           trh_typing_press_digit  (TrhTyping *self, guint digit);
void           trh_typing_press_space  (TrhTyping *self);
void           trh_typing_move         (TrhTyping *self, int step);
void           trh_typing_point        (TrhTyping *self, guint candidate);
void           trh_typing_set_blank    (TrhTyping *self);
void           trh_typing_set_null     (TrhTyping *self, TrhNullCause cause);
gboolean       trh_typing_go_back      (TrhTyping *self);
gboolean       trh_typing_enter        (TrhTyping *self, GError **error);
void           trh_typing_settle       (TrhTyping *self, guint number);

char          *trh_typing_say          (const TrhTyping *self);
char          *trh_typing_say_cursor   (const TrhTyping *self);

/* What a paper says, in a line; its cause when it is null. */
char          *trh_paper_say           (TrhBallotPaper *paper, const guint8 *marks, TrhNullCause cause);
const char    *trh_null_cause_say      (TrhNullCause cause);

G_END_DECLS
