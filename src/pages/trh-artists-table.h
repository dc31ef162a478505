/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/model/trh-project.h"

G_BEGIN_DECLS

/* The two views of the artists: a table, and for a narrow window a list of two lines. Both show
 * one selection model. Signals: "activated" (guint): a row; "menu" (guint, double, double): where
 * the context menu is asked for, the row or %GTK_INVALID_LIST_POSITION for the selected ones. */
#define TRH_TYPE_ARTISTS_TABLE (trh_artists_table_get_type ())
G_DECLARE_FINAL_TYPE (TrhArtistsTable, trh_artists_table, TRH, ARTISTS_TABLE, AdwBin)

void       trh_artists_table_set_project (TrhArtistsTable *self, TrhProject *project);
void       trh_artists_table_set_model   (TrhArtistsTable *self, GtkSelectionModel *model);
GtkSorter *trh_artists_table_get_sorter  (TrhArtistsTable *self);
void       trh_artists_table_set_width   (TrhArtistsTable *self, int width_px, gboolean narrow);
void       trh_artists_table_scroll_to   (TrhArtistsTable *self, guint position);
void       trh_artists_table_update      (TrhArtistsTable *self);

G_END_DECLS
