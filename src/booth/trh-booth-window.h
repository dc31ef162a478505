/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "booth/trh-booth-view.h"

G_BEGIN_DECLS

/* Returns monotonic time in microseconds. */
typedef gint64 (*TrhBoothClock) (gpointer user_data);

/* The whole screen, for one voter after another. Nothing a voter can do closes it: an organiser
 * does, and then it emits "left"; whoever opened it destroys it. Set its application before it is
 * presented, so that the session is neither locked nor ended under a voter's hands. */
#define TRH_TYPE_BOOTH_WINDOW (trh_booth_window_get_type ())
G_DECLARE_FINAL_TYPE (TrhBoothWindow, trh_booth_window, TRH, BOOTH_WINDOW, GtkWindow)

TrhBoothWindow *trh_booth_window_new       (TrhBallotPaper *paper, TrhBallotBox *box, const char *pin);
TrhBooth       *trh_booth_window_get_booth (TrhBoothWindow *self);
TrhBoothView   *trh_booth_window_get_view  (TrhBoothWindow *self);
void            trh_booth_window_shut      (TrhBoothWindow *self);
gboolean        trh_booth_window_is_shut   (TrhBoothWindow *self);
gboolean        trh_booth_window_is_alone  (TrhBoothWindow *self);
void            trh_booth_window_set_clock (TrhBoothWindow *self, TrhBoothClock clock, gpointer user_data);

G_END_DECLS
