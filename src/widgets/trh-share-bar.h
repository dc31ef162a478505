/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How a part is marked beside its colour: told apart in grey too */
typedef enum {
  TRH_HATCH_NONE,
  TRH_HATCH_RISING,
  TRH_HATCH_FALLING,
  TRH_HATCH_HOLLOW, /* its outline only */
} TrhHatch;

/* A line of shares of a whole, one beside the other: votes for an artist, or grades. An image with a name, which
 * says the conclusion; a table beside it says the figures (ux rule A7). */
#define TRH_TYPE_SHARE_BAR (trh_share_bar_get_type ())
G_DECLARE_FINAL_TYPE (TrhShareBar, trh_share_bar, TRH, SHARE_BAR, GtkWidget)

GtkWidget *trh_share_bar_new  (const char *label, guint whole, gboolean half_line);
void       trh_share_bar_add  (TrhShareBar *self, guint amount, const char *colour, TrhHatch hatch, const char *words);

/* For a legend: what a part, and the line of the half, look like. */
GtkWidget *trh_share_sample_new      (const char *colour, TrhHatch hatch);
GtkWidget *trh_share_sample_new_half (void);

G_END_DECLS
