/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fake-box.h"

G_BEGIN_DECLS

/* A booth, its box in memory, and a clock that the test turns. */
typedef struct {
  TrhBallotPaper *paper;
  FakeBox  *box;
  TrhBooth *booth;
  gint64    now_us;
  guint     n_left;
  guint     n_changed;
} Hall;

Hall *hall_new      (guint n_candidates, guint min_choices, guint max_choices);
void  hall_free     (Hall *hall);
void  hall_pass     (Hall *hall, double seconds);
void  hall_type     (Hall *hall, const char *text);
void  hall_act      (Hall *hall, const char *script);
char *hall_describe (Hall *hall);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Hall, hall_free)

G_END_DECLS
