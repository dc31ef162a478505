/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-territory-page.h"

#include <glib/gi18n.h>

#include "core/exchange/trh-territory-edits.h"
#include "core/model/trh-turnout.h"
#include "pages/trh-territory-line.h"
#include "pages/trh-territory-private.h"
#include "widgets/trh-dialogs.h"
#include "widgets/trh-pick.h"

G_DEFINE_FINAL_TYPE (TrhTerritoryPage, trh_territory_page, TRH_TYPE_PAGE)

enum { PROP_TILE_ADDRESS = 1, PROP_TILE_CREDIT, N_PROPS };
static GParamSpec *props[N_PROPS];

/* An artist who is chosen on another page stands out on the map. */
static void
follow_artist (TrhTerritoryPage *self, const char *id)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->artists));

  for (guint i = 1; i < n; i++)
    {
      g_autoptr(TrhPick) pick = g_list_model_get_item (G_LIST_MODEL (self->artists), i);

      if (g_str_equal (trh_pick_get_id (pick), id))
        gtk_drop_down_set_selected (self->artist_choice, i);
    }
}

/* The line of what is chosen, wherever it is now. */
static void
update_selected_line (TrhTerritoryPage *self)
{
  guint position = trh_territory_rows_find (self->rows, trh_workspace_get_selected_id (self->workspace));

  if (gtk_single_selection_get_selected (self->selection) == position)
    return;
  gtk_single_selection_set_selected (self->selection, position);
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
}

/* List and map follow what is chosen in the workspace. */
static void
on_selected_id (TrhTerritoryPage *self)
{
  const char *id = trh_workspace_get_selected_id (self->workspace);
  TrhCoordinate at = trh_territory_page_get_place (trh_territory_page_get_chosen (self));

  self->pointed = (TrhCoordinate) { 0, 0 };
  update_selected_line (self);
  trh_map_select (self->map, id);
  follow_artist (self, id);
  if (trh_coordinate_is_placed (at))
    trh_map_reveal (self->map, at.latitude_deg, at.longitude_deg);
  trh_territory_page_update_actions (self);
}

static void
on_row_selected (TrhTerritoryPage *self)
{
  TrhTerritoryRow *row = gtk_single_selection_get_selected_item (self->selection);

  /* a row that goes takes nothing with it: what is chosen may be something else */
  if (row != NULL && trh_territory_row_get_collection (row) != TRH_VALLEYS)
    trh_workspace_select (self->workspace, trh_territory_row_get_id (row));
}

/* Enter or a double click: the map goes there. */
static void
on_activated (TrhTerritoryPage *self, guint position)
{
  g_autoptr(TrhTerritoryRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  TrhCoordinate at = trh_territory_page_get_place (row != NULL ? trh_territory_row_get_entity (row) : NULL);

  if (!trh_coordinate_is_placed (at))
    return;
  if (trh_split_view_get_folded (self->split))
    trh_split_view_set_show_pane (self->split, FALSE);
  trh_map_centre_on (self->map, at.latitude_deg, at.longitude_deg, TRUE);
}

static void
show_list_state (TrhTerritoryPage *self)
{
  gboolean any = g_list_model_get_n_items (G_LIST_MODEL (self->rows)) > 0;
  gboolean full = self->workspace != NULL && trh_project_count (trh_territory_page_get_project (self), TRH_COMMUNES) > 0;

  gtk_stack_set_visible_child_name (self->list_stack, any || *gtk_editable_get_text (self->search) == '\0' ? "list" : "none");
  gtk_stack_set_visible_child_name (self->stack, full ? "full" : "empty");
}

static void
on_search (TrhTerritoryPage *self)
{
  trh_territory_rows_set_query (self->rows, gtk_editable_get_text (self->search));
  show_list_state (self);
  if (self->workspace != NULL)
    gtk_single_selection_set_selected (
      self->selection, trh_territory_rows_find (self->rows, trh_workspace_get_selected_id (self->workspace)));
}

static void
on_clear (TrhTerritoryPage *self)
{
  gtk_editable_set_text (self->search, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

/* Which itineraries are shown: all, or one that stands out. */
static void
update_routes (TrhTerritoryPage *self)
{
  TrhPick *pick = gtk_drop_down_get_selected_item (self->artist_choice);

  trh_map_show_routes (self->map, gtk_check_button_get_active (self->routes_check),
                       pick != NULL ? trh_pick_get_id (pick) : "");
}

/* How many voted, on the map and in the list beside it. */
static void
update_turnout (TrhTerritoryPage *self)
{
  const gboolean show = gtk_check_button_get_active (self->turnout_check);

  trh_map_show_turnout (self->map, show);
  trh_territory_rows_show_turnout (self->rows, show);
}

/* Nothing to show before a session is closed. */
static void
update_votes (TrhTerritoryPage *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->turnout_check),
                          trh_turnout_find_poll (trh_territory_page_get_project (self)) != NULL);
}

/* The artists in the order of the project; the one that was chosen stays so. */
static void
update_artists (TrhTerritoryPage *self)
{
  TrhPick *before = gtk_drop_down_get_selected_item (self->artist_choice);
  g_autofree char *id = g_strdup (before != NULL ? trh_pick_get_id (before) : "");
  g_autoptr(GPtrArray) picks = g_ptr_array_new_with_free_func (g_object_unref);
  TrhProject *project = trh_territory_page_get_project (self);
  guint at = 0;

  g_ptr_array_add (picks, trh_pick_new ("", _("All artists")));
  for (guint i = 0; i < trh_project_count (project, TRH_ARTISTS); i++)
    {
      const TrhArtistRecord *artist = trh_project_peek_record (project, TRH_ARTISTS, i);

      if (g_str_equal (artist->base.id, id))
        at = picks->len;
      g_ptr_array_add (picks, trh_pick_new (artist->base.id, artist->name));
    }
  g_list_store_splice (self->artists, 0, g_list_model_get_n_items (G_LIST_MODEL (self->artists)), picks->pdata, picks->len);
  gtk_drop_down_set_selected (self->artist_choice, at);
  update_routes (self);
}

static gboolean
touches (TrhEdit *edit, TrhCollection collection)
{
  for (guint i = 0; i < trh_edit_get_n_changes (edit); i++)
    {
      const TrhChange *change = trh_edit_get_change (edit, i);
      const TrhRecord *record = change->after != NULL ? change->after : change->before;

      if (trh_collection_of (record->schema) == (int) collection)
        return TRUE;
    }

  return FALSE;
}

static void
on_project_changed (TrhTerritoryPage *self, TrhEdit *edit)
{
  if (touches (edit, TRH_ARTISTS))
    update_artists (self);
  if (touches (edit, TRH_RESULTS))
    update_votes (self);
  show_list_state (self);
  update_selected_line (self);
  trh_territory_page_update_actions (self);
}

/* The ground that the workspace knows: read once for all who need it. */
static void
take_territory (TrhTerritoryPage *self)
{
  TrhTerritory *territory = trh_workspace_get_territory (self->workspace);

  g_clear_pointer (&self->territory, trh_territory_unref);
  if (territory != NULL)
    self->territory = trh_territory_ref (territory);
  else
    g_warning ("the known ground cannot be read"); /* an incomplete installation */
  trh_map_set_territory (self->map, self->territory);
}

static void
on_workspace (TrhTerritoryPage *self)
{
  TrhWorkspace *workspace = trh_page_get_workspace (TRH_PAGE (self));
  TrhProject *project = workspace != NULL ? trh_workspace_get_project (workspace) : NULL;

  if (self->workspace != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->workspace, self);
      g_signal_handlers_disconnect_by_data (trh_workspace_get_project (self->workspace), self);
    }
  g_set_object (&self->workspace, workspace);
  trh_territory_rows_set_project (self->rows, project);
  trh_map_set_project (self->map, project);
  trh_map_set_alerts (self->map, workspace != NULL ? trh_workspace_get_alerts (workspace) : NULL);
  if (workspace == NULL)
    return;

  take_territory (self);
  g_signal_connect_object (workspace, "notify::selected-id", G_CALLBACK (on_selected_id), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (project, "changed", G_CALLBACK (on_project_changed), self, G_CONNECT_SWAPPED);
  update_artists (self);
  update_votes (self);
  show_list_state (self);
  on_selected_id (self);
}

static gboolean
show_words (gpointer data)
{
  TrhTerritoryPage *self = data;
  gboolean folded = trh_split_view_get_folded (self->split);

  self->words_id = 0;
  gtk_widget_set_visible (GTK_WIDGET (self->routes_label), !folded);
  gtk_widget_set_visible (GTK_WIDGET (self->communes_label), !folded);
  gtk_widget_set_visible (GTK_WIDGET (self->venue_label), !folded);

  return G_SOURCE_REMOVE;
}

/* The view folds while sizes are given out: the buttons change after that. */
static void
on_folded (TrhTerritoryPage *self)
{
  if (self->words_id == 0)
    self->words_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, show_words, self, NULL);
}

static void
on_map_chosen (TrhTerritoryPage *self, const char *id)
{
  trh_workspace_select (self->workspace, id);
}

static void
on_map_opened (TrhTerritoryPage *self, const char *id)
{
  trh_page_open_inspector (TRH_PAGE (self), id);
}

static void
on_map_placing (TrhTerritoryPage *self)
{
  /* the next click is on the map: let it be seen */
  if (trh_map_is_placing (self->map) && trh_split_view_get_folded (self->split))
    trh_split_view_set_show_pane (self->split, FALSE);
}

static void
on_map_placed (TrhTerritoryPage *self, const char *id, double latitude_deg, double longitude_deg)
{
  TrhVenue *venue = trh_project_find (trh_territory_page_get_project (self), TRH_VENUES, id);
  TrhCoordinate at = { latitude_deg, longitude_deg };
  g_autoptr(TrhEdit) edit = NULL;

  if (*id == '\0')
    {
      trh_territory_page_add_venue (self, at);
      return;
    }
  if (venue == NULL)
    return; /* deleted while it was being placed */
  edit = trh_territory_edit_move_venue (trh_territory_page_get_project (self), venue, at);
  if (trh_page_perform (TRH_PAGE (self), edit))
    trh_workspace_select (self->workspace, id);
}

static void
pop_up (TrhTerritoryPage *self, GtkWidget *widget, double x, double y)
{
  graphene_point_t at;

  if (!gtk_widget_compute_point (widget, GTK_WIDGET (self), &GRAPHENE_POINT_INIT ((float) x, (float) y), &at))
    return;
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &(GdkRectangle) { (int) at.x, (int) at.y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
on_map_menu (TrhTerritoryPage *self, const char *id, double latitude_deg, double longitude_deg, double x, double y)
{
  trh_workspace_select (self->workspace, id);
  self->pointed = (TrhCoordinate) { latitude_deg, longitude_deg };
  pop_up (self, GTK_WIDGET (self->map), x, y);
}

static void
on_line_menu (TrhTerritoryPage *self, int n_press, double x, double y, GtkGesture *gesture)
{
  GtkWidget *line = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  const char *id = trh_territory_line_get_id (TRH_TERRITORY_LINE (line));
  TrhEntity *entity = *id != '\0' ? trh_project_find_any (trh_territory_page_get_project (self), id) : NULL;

  if (!TRH_IS_VENUE (entity) && !TRH_IS_COMMUNE (entity))
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  trh_workspace_select (self->workspace, id);
  pop_up (self, line, x, y);
}

/* The key of menus in the list: beside the chosen line. */
static gboolean
on_list_key (TrhTerritoryPage *self, guint key, guint code, GdkModifierType state)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (key != GDK_KEY_Menu && (key != GDK_KEY_F10 || (state & GDK_SHIFT_MASK) == 0))
    return FALSE;
  if (focus != NULL && trh_territory_page_get_chosen (self) != NULL)
    pop_up (self, focus, gtk_widget_get_width (focus) / 2.0, gtk_widget_get_height (focus) / 2.0);

  return TRUE;
}

static GdkContentProvider *
on_drag_prepare (GtkDragSource *source, double x, double y, TrhTerritoryPage *self)
{
  GtkWidget *line = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  TrhVenue *venue = self->workspace != NULL
                      ? trh_project_find (trh_territory_page_get_project (self), TRH_VENUES,
                                          trh_territory_line_get_id (TRH_TERRITORY_LINE (line)))
                      : NULL;

  return venue != NULL ? gdk_content_provider_new_typed (TRH_TYPE_VENUE, venue) : NULL;
}

static void
set_up_item (TrhTerritoryPage *self, GtkListItem *item)
{
  GtkWidget *line = trh_territory_line_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkDragSource *drag = gtk_drag_source_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (on_line_menu), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (line, GTK_EVENT_CONTROLLER (click));
  gtk_drag_source_set_actions (drag, GDK_ACTION_COPY | GDK_ACTION_MOVE);
  g_signal_connect_object (drag, "prepare", G_CALLBACK (on_drag_prepare), self, 0);
  gtk_widget_add_controller (line, GTK_EVENT_CONTROLLER (drag));
  gtk_list_item_set_child (item, line);
}

static void
bind_item (TrhTerritoryPage *self, GtkListItem *item)
{
  TrhTerritoryRow *row = gtk_list_item_get_item (item);
  gboolean heading = trh_territory_row_get_collection (row) == TRH_VALLEYS;

  gtk_list_item_set_selectable (item, !heading);
  gtk_list_item_set_activatable (item, !heading);
  trh_territory_line_bind (TRH_TERRITORY_LINE (gtk_list_item_get_child (item)), trh_territory_page_get_project (self),
                           trh_workspace_get_alerts (self->workspace), row);
}

static void
unbind_item (TrhTerritoryPage *self, GtkListItem *item)
{
  trh_territory_line_unbind (TRH_TERRITORY_LINE (gtk_list_item_get_child (item)));
}

static void
trh_territory_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_TILE_ADDRESS || prop_id == PROP_TILE_CREDIT)
    g_object_get_property (G_OBJECT (TRH_TERRITORY_PAGE (object)->map), pspec->name, value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
trh_territory_page_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_TILE_ADDRESS || prop_id == PROP_TILE_CREDIT)
    g_object_set_property (G_OBJECT (TRH_TERRITORY_PAGE (object)->map), pspec->name, value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
trh_territory_page_dispose (GObject *object)
{
  TrhTerritoryPage *self = TRH_TERRITORY_PAGE (object);

  g_clear_handle_id (&self->words_id, g_source_remove);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_object (&self->rows);
  g_clear_object (&self->selection);
  g_clear_object (&self->artists);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->territory, trh_territory_unref);

  G_OBJECT_CLASS (trh_territory_page_parent_class)->dispose (object);
}

static void
trh_territory_page_class_init (TrhTerritoryPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = trh_territory_page_get_property;
  object_class->set_property = trh_territory_page_set_property;
  object_class->dispose = trh_territory_page_dispose;

  props[PROP_TILE_ADDRESS] =
    g_param_spec_string ("tile-address", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_TILE_CREDIT] =
    g_param_spec_string ("tile-credit", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (TRH_TYPE_MAP);
  g_type_ensure (TRH_TYPE_PICK);
  g_type_ensure (TRH_TYPE_SPLIT_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/trh/pages/trh-territory-page.ui");
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, TrhTerritoryPage, name)
  BIND (stack);
  BIND (routes_button);
  BIND (communes_button);
  BIND (venue_button);
  BIND (routes_label);
  BIND (communes_label);
  BIND (venue_label);
  BIND (first_button);
  BIND (clear_button);
  BIND (routes_check);
  BIND (turnout_check);
  BIND (artist_choice);
  BIND (split);
  BIND (search);
  BIND (list_stack);
  BIND (list);
  BIND (map);
  BIND (ground_menu);
#undef BIND
#define CALLBACK(name) gtk_widget_class_bind_template_callback (widget_class, name)
  CALLBACK (on_workspace);
  CALLBACK (update_routes);
  CALLBACK (update_turnout);
  CALLBACK (on_folded);
  CALLBACK (on_search);
  CALLBACK (on_activated);
  CALLBACK (on_clear);
  CALLBACK (on_map_chosen);
  CALLBACK (on_map_opened);
  CALLBACK (on_map_placed);
  CALLBACK (on_map_menu);
  CALLBACK (on_map_placing);
#undef CALLBACK
  trh_territory_page_install_actions (widget_class);
}

static void
set_names (TrhTerritoryPage *self)
{
  trh_set_label (self->routes_button, _("Show the itineraries of the artists"));
  trh_set_label (self->communes_button, _("Add communes"));
  trh_set_label (self->venue_button, _("Add a venue"));
  trh_set_label (self->first_button, _("Add the communes of a valley"));
  trh_set_label (self->clear_button, _("Show all communes and venues"));
  trh_let_buttons_wrap (GTK_WIDGET (self));
}

static void
trh_territory_page_init (TrhTerritoryPage *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = trh_territory_rows_new ();
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->rows)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (on_row_selected), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "setup", G_CALLBACK (set_up_item), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_item), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_item), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  g_object_unref (factory);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_list_key), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);

  self->artists = g_list_store_new (TRH_TYPE_PICK);
  gtk_drop_down_set_model (self->artist_choice, G_LIST_MODEL (self->artists));
  self->popover = gtk_popover_menu_new_from_model (self->ground_menu);
  gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));

  set_names (self);
  trh_territory_page_update_actions (self);
}
