/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/voting/trh-booth.h"

G_BEGIN_DECLS

typedef enum {
  TRH_SCREEN_NONE,
  TRH_SCREEN_WELCOME,
  TRH_SCREEN_CODE,
  TRH_SCREEN_HOW,
  TRH_SCREEN_CHOICES,
  TRH_SCREEN_REVIEW,
  TRH_SCREEN_SAVING,
  TRH_SCREEN_DONE,
  TRH_SCREEN_ERASED,
  TRH_SCREEN_IDLE,
  TRH_SCREEN_PIN,
  TRH_SCREEN_ORGANISER,
} TrhBoothScreen;

/* Bar of display and language, heading, body, main buttons: one screen of the booth at a time */
#define TRH_TYPE_BOOTH_VIEW (trh_booth_view_get_type ())
G_DECLARE_FINAL_TYPE (TrhBoothView, trh_booth_view, TRH, BOOTH_VIEW, GtkWidget)

GtkWidget     *trh_booth_view_new         (TrhBooth *booth);
void           trh_booth_view_set_scale   (TrhBoothView *self, double px_per_mm);
void           trh_booth_view_read_heading (TrhBoothView *self);
TrhBoothScreen trh_booth_view_get_screen  (TrhBoothView *self);
gboolean       trh_booth_view_do_default  (TrhBoothView *self);

G_END_DECLS
