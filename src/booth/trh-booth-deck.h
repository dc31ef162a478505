/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TRH_BOOTH_CARDS 6 /* on one screen at most */

/* Cards of one height, one below the other: as many as fit, the others on further pages of about
 * equal length. Nothing scrolls. Signal "paged" after what is shown has changed. */
#define TRH_TYPE_BOOTH_DECK (trh_booth_deck_get_type ())
G_DECLARE_FINAL_TYPE (TrhBoothDeck, trh_booth_deck, TRH, BOOTH_DECK, GtkWidget)

GtkWidget *trh_booth_deck_new         (int gap_px, GtkAccessibleRole role);
void       trh_booth_deck_append      (TrhBoothDeck *self, GtkWidget *card);
void       trh_booth_deck_show_card   (TrhBoothDeck *self, guint index);
guint      trh_booth_deck_get_n_cards (TrhBoothDeck *self);
guint      trh_booth_deck_get_first   (TrhBoothDeck *self);
guint      trh_booth_deck_get_n_shown (TrhBoothDeck *self);

G_END_DECLS
