/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "booth/trh-booth-deck.h"
#include "booth/trh-booth-view.h"
#include "core/voting/trh-booth-texts.h"

G_BEGIN_DECLS

struct _TrhBoothView
{
  GtkWidget parent_instance;

  TrhBooth *booth; /* (owned) */
  double    px_per_mm;

  /* Built once, relabelled */
  GtkWidget *top, *clamp, *box, *middle;
  GtkWidget *bar;
  GtkWidget *sizes[4];
  GtkWidget *contrast, *language, *help, *padlock;
  GtkWidget *stamp;
  GtkWidget *messages, *headings;
  GtkWidget *heading, *heading_label;
  GtkWidget *instruction;
  GtkWidget *note, *note_label;
  GtkWidget *body;
  GtkWidget *footer;

  /* Of the screen that is shown; those that it does not have are NULL */
  TrhBoothScreen screen;
  const char    *written_in; /* the language it was written in */
  char      *longest_note; /* (owned) (nullable) */
  GtkWidget *more;
  GtkWidget *typed;
  GtkWidget *deck;
  GPtrArray *cards;   /* (owned), by candidate; by grade where one is graded */
  GtkWidget *back, *next, *check, *cast, *remove;
  GtkWidget *go_on;   /* what Enter presses when no button has the focus */
  guint      card;    /* the card whose page is shown */
  guint      question; /* of the booth, while choices are shown */
};

/* trh-booth-screens.c */
void trh_booth_view_build  (TrhBoothView *self);
void trh_booth_view_update (TrhBoothView *self);
GtkWidget *trh_booth_view_make_name   (TrhBoothView *self, const TrhPaperCandidate *candidate);
void       trh_booth_view_add_deck    (TrhBoothView *self, GtkAccessibleRole role);

/* trh-booth-questions.c: grades, ranks and the lines of the review */
void       trh_booth_view_build_grades    (TrhBoothView *self);
void       trh_booth_view_build_ranks     (TrhBoothView *self);
void       trh_booth_view_update_grades   (TrhBoothView *self);
void       trh_booth_view_add_rows        (TrhBoothView *self);

/* trh-booth-bar.c */
void trh_booth_view_build_bar  (TrhBoothView *self);
void trh_booth_view_update_bar (TrhBoothView *self);

/* Small pieces, in trh-booth-view.c */
GtkWidget  *trh_booth_view_add_button  (GtkWidget *box, const char *label, GCallback clicked, gpointer self);
GtkWidget  *trh_booth_view_add_line    (TrhBoothView *self, const char *text);
GtkWidget  *trh_booth_wrapped_label    (const char *text);
void        trh_booth_view_set_heading (TrhBoothView *self, const char *text);
int         trh_booth_view_px          (TrhBoothView *self, double mm);
const char *trh_booth_view_say         (TrhBoothView *self, TrhBoothText text);

G_END_DECLS
