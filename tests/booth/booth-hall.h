/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "booth/trh-booth-window.h"
#include "fake-box.h"

G_BEGIN_DECLS

typedef struct _Hall Hall;

/* Looks at a screen that is laid out and drawn; @where says which, in which language, size and contrast. */
typedef void (*HallVisitor) (Hall *hall, const char *where);

/* A booth in a window, with a ballot box in memory and a clock that the test moves. */
struct _Hall
{
  TrhBallotPaper *paper;
  FakeBox        *box;
  TrhBoothWindow *window;
  TrhBooth       *booth;
  gint64          now_us;
  HallVisitor     visit;
};

Hall      *hall_new            (guint n_candidates, guint max_choices, HallVisitor visit);
void       hall_free           (Hall *hall);
void       hall_settle         (Hall *hall);
void       hall_pass           (Hall *hall, double seconds);
void       hall_type           (Hall *hall, const char *text);
GPtrArray *hall_find           (Hall *hall, gboolean (*is_wanted) (GtkWidget *widget));
gboolean   hall_is_target      (GtkWidget *widget);
void       hall_walk           (Hall *hall, const char *language, TrhBoothSize size, TrhBoothContrast contrast);
void       hall_walk_questions (Hall *hall, const char *language, TrhBoothSize size, TrhBoothContrast contrast);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Hall, hall_free)

G_END_DECLS
