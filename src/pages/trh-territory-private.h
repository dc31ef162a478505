/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/exchange/trh-territory.h"
#include "map/trh-map.h"
#include "pages/trh-territory-page.h"
#include "pages/trh-territory-rows.h"
#include "widgets/trh-split-view.h"

G_BEGIN_DECLS

/* trh-territory-page.c keeps list and map in step, trh-territory-actions.c does what menus, buttons
 * and keys ask for. */
struct _TrhTerritoryPage
{
  TrhPage             parent_instance;

  TrhWorkspace       *workspace; /* (nullable) (owned): the one whose signals are connected */
  TrhTerritory       *territory; /* (nullable): NULL when the bundled file cannot be read */
  TrhTerritoryRows   *rows;
  GtkSingleSelection *selection;
  GListStore         *artists;   /* TrhPick, the first for all */
  TrhCoordinate       pointed;   /* what the menu is about; not placed when it is the chosen object */
  guint               words_id;  /* source that shows or hides the words of the buttons */

  GtkStack           *stack;
  GtkMenuButton      *routes_button;
  GtkWidget          *communes_button;
  GtkWidget          *venue_button;
  GtkLabel           *routes_label;
  GtkLabel           *communes_label;
  GtkLabel           *venue_label;
  GtkWidget          *first_button;
  GtkWidget          *clear_button;
  GtkCheckButton     *routes_check;
  GtkCheckButton     *turnout_check;
  GtkDropDown        *artist_choice;
  TrhSplitView       *split;
  GtkEditable        *search;
  GtkStack           *list_stack;
  GtkListView        *list;
  TrhMap             *map;
  GMenuModel         *ground_menu;
  GtkWidget          *popover;
};

TrhProject   *trh_territory_page_get_project     (TrhTerritoryPage *self);
TrhEntity    *trh_territory_page_get_chosen      (TrhTerritoryPage *self);
TrhCoordinate trh_territory_page_get_place       (TrhEntity *entity);
void          trh_territory_page_add_venue       (TrhTerritoryPage *self, TrhCoordinate at);
void          trh_territory_page_update_actions  (TrhTerritoryPage *self);
void          trh_territory_page_install_actions (GtkWidgetClass *widget_class);

G_END_DECLS
