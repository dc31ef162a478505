/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/exchange/trh-poll-result.h"

G_BEGIN_DECLS

/* Pieces that the parts of a result share: paragraphs, tables, rows that open; and the parts themselves. */
GtkWidget  *trh_vote_add_label    (GtkWidget *box, const char *text, const char *css_class);
GtkWidget  *trh_vote_add_heading  (GtkWidget *box, const char *text);
GtkWidget  *trh_vote_grid_new     (const char *label);
void        trh_vote_grid_attach  (GtkWidget *grid, int column, int row, const char *text, gboolean is_number);
GtkWidget  *trh_vote_grid_scroll  (GtkWidget *grid);
GtkWidget  *trh_vote_fold_new     (AdwPreferencesGroup *group, const char *title, const char *subtitle);
const char *trh_vote_say_outcome  (const TrhTallyRecord *tally, gboolean drawn);
const char *trh_vote_find_letter  (const TrhPollRecord *poll, const char *artist_id);

/* trh-vote-cards.c: a card for each artist, best first, and the same as a table; @told is nullable */
GtkWidget *trh_vote_cards_new     (const TrhPollRecord *poll, const TrhResultRecord *total, const TrhTold *told);
GtkWidget *trh_vote_table_new     (const TrhPollRecord *poll, const TrhResultRecord *total, const TrhTold *told);
GtkWidget *trh_vote_legend_new    (const TrhTelling *telling);
GtkWidget *trh_vote_grades_bar_new (const TrhTelling *telling, guint candidate);

/* trh-vote-turns.c: how it was counted, and how others would have; rows of @group that open */
void       trh_vote_add_turns     (AdwPreferencesGroup *group, const TrhTold *told);
void       trh_vote_add_duels     (AdwPreferencesGroup *group, const TrhPollRecord *poll, const TrhTold *told);
void       trh_vote_add_others    (AdwPreferencesGroup *group, const TrhTold *told);

G_END_DECLS
