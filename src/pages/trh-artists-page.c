/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-artists-page.h"

#include <glib/gi18n.h>

#include "core/base/trh-text.h"
#include "core/model/trh-entity-edits.h"
#include "pages/trh-artists-table.h"
#include "pages/trh-artists-words.h"
#include "widgets/trh-dialogs.h"
#include "widgets/trh-width-bin.h"

#define NARROW_PX  700 /* below, a list of two lines instead of the table */
#define FIELD_PX   340 /* for the search field and the button that adds */
#define ALL_STATES (-1)
#define N_STATES   (TRH_ARTIST_DECLINED + 1)

struct _TrhArtistsPage
{
  TrhPage             parent_instance;

  TrhWorkspace       *workspace; /* (nullable) (owned): the one whose signals are connected */
  GtkSortListModel   *sorted;
  GtkFilterListModel *matches;
  GtkMultiSelection  *selection;
  GtkCustomFilter    *filter;
  char               *query; /* folded */
  int                 state; /* that is shown, or ALL_STATES */

  TrhWidthBin        *width_bin;
  GtkSearchEntry     *search;
  GtkBox             *state_box;
  GtkDropDown        *state_menu;
  GtkToggleButton    *state_buttons[N_STATES + 1]; /* all first */
  GtkButton          *add_button;
  GtkLabel           *add_label;
  GtkStack           *stack;
  TrhArtistsTable    *table;
  AdwStatusPage      *no_match;
  GMenuModel         *menu;
  GtkPopover         *context_menu;
};

G_DEFINE_FINAL_TYPE (TrhArtistsPage, trh_artists_page, TRH_TYPE_PAGE)

static TrhProject *
get_project (TrhArtistsPage *self)
{
  return trh_workspace_get_project (self->workspace);
}

static gboolean
matches (gpointer item, gpointer data)
{
  TrhArtistsPage *self = data;
  const TrhArtistRecord *artist = trh_entity_peek_record (item);
  g_autofree char *text = NULL;

  if (self->state != ALL_STATES && artist->state != self->state)
    return FALSE;
  if (*self->query == '\0')
    return TRUE;
  text = trh_artists_say_all (artist);
  return trh_text_matches (text, self->query);
}

/* Whether the buttons of the states fit beside the field: their labels depend on the language and
 * on the size of the text. */
static gboolean
states_fit (TrhArtistsPage *self)
{
  int room_px = trh_width_bin_get_width (self->width_bin) - FIELD_PX;

  for (guint i = 0; i < G_N_ELEMENTS (self->state_buttons); i++)
    {
      int wanted_px;

      gtk_widget_measure (GTK_WIDGET (self->state_buttons[i]), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &wanted_px, NULL, NULL);
      room_px -= wanted_px;
    }
  return room_px >= 0;
}

/* Table, list, or why there is neither. */
static void
show_view (TrhArtistsPage *self)
{
  const char *name = "table";
  gboolean fit = states_fit (self);

  if (self->workspace == NULL || trh_project_count (get_project (self), TRH_ARTISTS) == 0)
    name = "empty";
  else if (g_list_model_get_n_items (G_LIST_MODEL (self->matches)) == 0)
    name = "no-match";

  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_widget_set_visible (GTK_WIDGET (self->search), !g_str_equal (name, "empty"));
  gtk_widget_set_visible (GTK_WIDGET (self->state_box), !g_str_equal (name, "empty") && fit);
  gtk_widget_set_visible (GTK_WIDGET (self->state_menu), !g_str_equal (name, "empty") && !fit);
}

/* The selected artists, in the order of the table. */
static GPtrArray *
dup_selected (TrhArtistsPage *self)
{
  GPtrArray *artists = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GtkBitset) positions = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  for (guint64 i = 0; i < gtk_bitset_get_size (positions); i++)
    g_ptr_array_add (artists, g_list_model_get_item (G_LIST_MODEL (self->selection),
                                                     gtk_bitset_get_nth (positions, (guint) i)));
  return artists;
}

static void
enable_actions (TrhArtistsPage *self)
{
  static const char *const actions[] = {
    "artists.open", "artists.duplicate", "artists.delete", "artists.set-state", "artists.plan",
  };
  g_autoptr(GtkBitset) positions = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], !gtk_bitset_is_empty (positions));
}

static void
refilter (TrhArtistsPage *self)
{
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  enable_actions (self);
  show_view (self);
}

static void
on_search_changed (TrhArtistsPage *self)
{
  g_autofree char *query = trh_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));

  if (g_str_equal (query, self->query))
    return;
  g_free (self->query);
  self->query = g_steal_pointer (&query);
  refilter (self);
}

/* From the field, the arrow keys and Enter lead into the list. */
static void
on_search_left (TrhArtistsPage *self)
{
  gtk_widget_child_focus (GTK_WIDGET (self->table), GTK_DIR_TAB_FORWARD);
}

static void
name_state_button (TrhArtistsPage *self, int state)
{
  GtkToggleButton *button = self->state_buttons[state + 1];
  const char *label = gtk_button_get_label (GTK_BUTTON (button));
  /* Translators: a button that filters, and is on; %s is the state that is shown */
  g_autofree char *name = gtk_toggle_button_get_active (button) ? g_strdup_printf (_("%s, shown"), label) : g_strdup (label);

  trh_set_label (button, name);
}

static void
set_state (TrhArtistsPage *self, int state)
{
  if (self->state == state)
    return;
  self->state = state;
  gtk_toggle_button_set_active (self->state_buttons[state + 1], TRUE);
  gtk_drop_down_set_selected (self->state_menu, (guint) (state + 1));
  refilter (self);
}

static void
on_state_toggled (TrhArtistsPage *self, GtkToggleButton *button)
{
  for (int state = ALL_STATES; state < N_STATES; state++)
    {
      name_state_button (self, state);
      if (self->state_buttons[state + 1] == button && gtk_toggle_button_get_active (button))
        set_state (self, state);
    }
}

static void
on_state_selected (TrhArtistsPage *self)
{
  set_state (self, (int) gtk_drop_down_get_selected (self->state_menu) - 1);
}

static void
make_state_filters (TrhArtistsPage *self)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  for (int state = ALL_STATES; state < N_STATES; state++)
    {
      g_autofree char *name =
        state == ALL_STATES ? g_strdup (C_("artists", "All")) : trh_text_capital (trh_artists_name_state (state));
      GtkWidget *button = gtk_toggle_button_new_with_label (name);

      self->state_buttons[state + 1] = GTK_TOGGLE_BUTTON (button);
      if (state == ALL_STATES)
        gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
      else
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), self->state_buttons[0]);
      gtk_box_append (self->state_box, button);
      gtk_string_list_append (names, name);
      name_state_button (self, state);
      g_signal_connect_object (button, "toggled", G_CALLBACK (on_state_toggled), self, G_CONNECT_SWAPPED);
    }
  gtk_drop_down_set_model (self->state_menu, G_LIST_MODEL (names));
  trh_set_label (self->state_menu, _("Show artists by state"));
  g_signal_connect_object (self->state_menu, "notify::selected", G_CALLBACK (on_state_selected), self, G_CONNECT_SWAPPED);
  g_object_unref (names);
}

static void
on_selection_changed (TrhArtistsPage *self)
{
  g_autoptr(GPtrArray) artists = dup_selected (self);

  enable_actions (self);
  if (artists->len == 1)
    trh_workspace_select (self->workspace, trh_entity_get_id (artists->pdata[0]));
}

static guint
find_position (TrhArtistsPage *self, const char *id)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->selection)); i++)
    {
      g_autoptr(TrhEntity) artist = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (g_str_equal (trh_entity_get_id (artist), id))
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

/* Another page, the search or an alert chose an artist: show it here too. */
static void
on_selected_id (TrhArtistsPage *self)
{
  const char *id = trh_workspace_get_selected_id (self->workspace);
  guint position;

  if (trh_project_find (get_project (self), TRH_ARTISTS, id) == NULL)
    return;
  position = find_position (self, id);
  if (position == GTK_INVALID_LIST_POSITION || gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), position))
    return;
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  trh_artists_table_scroll_to (self->table, position);
}

static gboolean
touches (TrhEdit *edit, const TrhSchema *schema)
{
  for (guint i = 0; i < trh_edit_get_n_changes (edit); i++)
    {
      const TrhChange *change = trh_edit_get_change (edit, i);

      if (((const TrhRecord *) (change->before != NULL ? change->before : change->after))->schema == schema)
        return TRUE;
    }
  return FALSE;
}

static void
on_project_changed (TrhArtistsPage *self, TrhEdit *edit)
{
  if (touches (edit, &trh_artist_schema))
    {
      refilter (self);
      trh_artists_table_update (self->table);
    }
  else if (touches (edit, &trh_stay_schema))
    trh_artists_table_update (self->table);
}

static void
on_workspace (TrhArtistsPage *self)
{
  TrhWorkspace *workspace = trh_page_get_workspace (TRH_PAGE (self));

  g_return_if_fail (self->workspace == NULL); /* a window has one season for its life */
  if (workspace == NULL)
    return;
  self->workspace = g_object_ref (workspace);
  trh_artists_table_set_project (self->table, get_project (self));
  gtk_sort_list_model_set_model (self->sorted, trh_project_get_list (get_project (self), TRH_ARTISTS));
  g_signal_connect_object (workspace, "notify::selected-id", G_CALLBACK (on_selected_id), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_project (self), "changed", G_CALLBACK (on_project_changed), self, G_CONNECT_SWAPPED);
  show_view (self);
  enable_actions (self);
  on_selected_id (self);
}

static void
add_artist (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TrhArtistsPage *self = TRH_ARTISTS_PAGE (widget);
  g_autoptr(TrhEdit) edit = trh_edit_new (_("Add artist"));
  TrhArtistRecord *artist = trh_record_new (&trh_artist_schema, NULL);
  g_autofree char *id = g_strdup (artist->base.id);

  trh_record_set_text (&artist->name, _("New artist"));
  artist->state = self->state != ALL_STATES ? self->state : TRH_ARTIST_APPLICATION;
  trh_edit_insert (edit, artist);
  if (!trh_page_perform (TRH_PAGE (self), edit))
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  on_search_changed (self);
  trh_page_open_inspector (TRH_PAGE (self), id);
}

static void
open_artist (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_autoptr(GPtrArray) artists = dup_selected (TRH_ARTISTS_PAGE (widget));

  if (artists->len > 0)
    trh_page_open_inspector (TRH_PAGE (widget), trh_entity_get_id (artists->pdata[0]));
}

static void
duplicate_artists (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TrhArtistsPage *self = TRH_ARTISTS_PAGE (widget);
  g_autoptr(GPtrArray) artists = dup_selected (self);
  g_autofree char *id = NULL;
  g_autoptr(TrhEdit) edit = NULL;

  if (artists->len == 0)
    return;
  edit = trh_entity_edit_duplicate (get_project (self), artists, &id);
  if (trh_page_perform (TRH_PAGE (self), edit))
    trh_workspace_select (self->workspace, id);
}

static void
delete_artists (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TrhArtistsPage *self = TRH_ARTISTS_PAGE (widget);
  g_autoptr(GPtrArray) artists = dup_selected (self);

  if (artists->len > 0)
    trh_page_delete (TRH_PAGE (self), artists);
}

/* One edit for however many rows are selected. */
static void
set_artists_state (GtkWidget *widget, const char *action_name, GVariant *state)
{
  TrhArtistsPage *self = TRH_ARTISTS_PAGE (widget);
  g_autoptr(GPtrArray) artists = dup_selected (self);
  g_autoptr(GError) error = NULL;
  g_autoptr(TrhEdit) edit = NULL;
  g_auto(GValue) value = G_VALUE_INIT;

  if (artists->len == 0)
    return;
  g_value_init (&value, G_TYPE_INT);
  g_value_set_int (&value, g_variant_get_int32 (state));
  edit = trh_entity_edit_set (get_project (self), artists, "state", &value, &error);
  if (edit == NULL)
    trh_page_tell (TRH_PAGE (self), error->message);
  else if (trh_page_perform (TRH_PAGE (self), edit) && artists->len > 1)
    trh_page_tell_undo (TRH_PAGE (self), trh_edit_get_label (edit));
}

/* A stay for each, in the tray of the calendar, where it gets its days and its place. */
static void
plan_stays (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TrhArtistsPage *self = TRH_ARTISTS_PAGE (widget);
  g_autoptr(GPtrArray) artists = dup_selected (self);
  g_autofree char *label = g_strdup_printf (ngettext ("Plan %u stay", "Plan %u stays", artists->len), artists->len);
  g_autoptr(TrhEdit) edit = trh_edit_new (label);

  for (guint i = 0; i < artists->len; i++)
    {
      TrhStayRecord *stay = trh_record_new (&trh_stay_schema, NULL);

      trh_record_set_text (&stay->artist_id, trh_entity_get_id (artists->pdata[i]));
      stay->unplaced = TRUE;
      trh_edit_insert (edit, stay);
    }
  if (artists->len > 0 && trh_page_perform (TRH_PAGE (self), edit))
    {
      trh_page_tell_undo (TRH_PAGE (self), _("The stay waits in the tray of the calendar"));
      gtk_widget_activate_action (widget, "win.show-page", "s", "calendar");
    }
}

static void
clear_filters (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TrhArtistsPage *self = TRH_ARTISTS_PAGE (widget);

  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  on_search_changed (self);
  set_state (self, ALL_STATES);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
on_activated (TrhArtistsPage *self, guint position)
{
  g_autoptr(TrhEntity) artist = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (artist != NULL)
    trh_page_open_inspector (TRH_PAGE (self), trh_entity_get_id (artist));
}

/* The menu of the selection; with the mouse, of the row under it if that one is not selected. */
static void
on_menu (TrhArtistsPage *self, guint position, double x, double y)
{
  graphene_point_t at;

  if (position != GTK_INVALID_LIST_POSITION &&
      !gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), position))
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  if (!gtk_widget_compute_point (GTK_WIDGET (self->table), GTK_WIDGET (self), &GRAPHENE_POINT_INIT ((float) x, (float) y), &at))
    return;
  gtk_popover_set_pointing_to (self->context_menu, &(GdkRectangle) { (int) at.x, (int) at.y, 1, 1 });
  gtk_popover_popup (self->context_menu);
}

static void
suit_width (TrhArtistsPage *self)
{
  int width_px = trh_width_bin_get_width (self->width_bin);

  trh_artists_table_set_width (self->table, width_px, width_px < NARROW_PX);
  gtk_widget_set_visible (GTK_WIDGET (self->add_label), width_px >= NARROW_PX);
  show_view (self);
}

static void
trh_artists_page_dispose (GObject *object)
{
  TrhArtistsPage *self = TRH_ARTISTS_PAGE (object);

  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  if (self->filter != NULL)
    gtk_custom_filter_set_filter_func (self->filter, NULL, NULL, NULL);
  if (self->context_menu != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->context_menu));
  self->context_menu = NULL;
  g_clear_object (&self->workspace);
  g_clear_object (&self->selection);
  g_clear_object (&self->filter);

  G_OBJECT_CLASS (trh_artists_page_parent_class)->dispose (object);
}

static void
trh_artists_page_finalize (GObject *object)
{
  g_free (TRH_ARTISTS_PAGE (object)->query);

  G_OBJECT_CLASS (trh_artists_page_parent_class)->finalize (object);
}

static void
trh_artists_page_class_init (TrhArtistsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trh_artists_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = trh_artists_page_finalize;

  g_type_ensure (TRH_TYPE_ARTISTS_TABLE);
  g_type_ensure (TRH_TYPE_WIDTH_BIN);
  gtk_widget_class_set_template_from_resource (widget_class, "/trh/pages/trh-artists-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TrhArtistsPage, width_bin);
  gtk_widget_class_bind_template_child (widget_class, TrhArtistsPage, search);
  gtk_widget_class_bind_template_child (widget_class, TrhArtistsPage, state_box);
  gtk_widget_class_bind_template_child (widget_class, TrhArtistsPage, state_menu);
  gtk_widget_class_bind_template_child (widget_class, TrhArtistsPage, add_button);
  gtk_widget_class_bind_template_child (widget_class, TrhArtistsPage, add_label);
  gtk_widget_class_bind_template_child (widget_class, TrhArtistsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TrhArtistsPage, table);
  gtk_widget_class_bind_template_child (widget_class, TrhArtistsPage, no_match);
  gtk_widget_class_bind_template_child (widget_class, TrhArtistsPage, menu);
  gtk_widget_class_bind_template_callback (widget_class, on_workspace);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_left);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_menu);
  gtk_widget_class_bind_template_callback (widget_class, suit_width);
  gtk_widget_class_install_action (widget_class, "artists.add", NULL, add_artist);
  gtk_widget_class_install_action (widget_class, "artists.open", NULL, open_artist);
  gtk_widget_class_install_action (widget_class, "artists.duplicate", NULL, duplicate_artists);
  gtk_widget_class_install_action (widget_class, "artists.delete", NULL, delete_artists);
  gtk_widget_class_install_action (widget_class, "artists.set-state", "i", set_artists_state);
  gtk_widget_class_install_action (widget_class, "artists.plan", NULL, plan_stays);
  gtk_widget_class_install_action (widget_class, "artists.clear-filters", NULL, clear_filters);
}

static void
trh_artists_page_init (TrhArtistsPage *self)
{
  self->query = g_strdup ("");
  self->state = ALL_STATES;
  gtk_widget_init_template (GTK_WIDGET (self));

  self->context_menu = GTK_POPOVER (gtk_popover_menu_new_from_model (self->menu));
  gtk_popover_set_has_arrow (self->context_menu, FALSE);
  gtk_widget_set_halign (GTK_WIDGET (self->context_menu), GTK_ALIGN_START);
  gtk_widget_set_parent (GTK_WIDGET (self->context_menu), GTK_WIDGET (self));

  self->filter = gtk_custom_filter_new (matches, self, NULL);
  /* sorted before it is filtered: a letter more in the field sorts nothing anew */
  self->sorted = gtk_sort_list_model_new (NULL, g_object_ref (trh_artists_table_get_sorter (self->table)));
  self->matches = gtk_filter_list_model_new (G_LIST_MODEL (self->sorted), GTK_FILTER (g_object_ref (self->filter)));
  self->selection = gtk_multi_selection_new (G_LIST_MODEL (self->matches));
  trh_artists_table_set_model (self->table, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (on_selection_changed), self, G_CONNECT_SWAPPED);
  make_state_filters (self);
  trh_set_label (self->search, _("Filter the artists"));
  trh_set_label (self->add_button, _("Add an artist"));
  trh_let_buttons_wrap (GTK_WIDGET (self));
}
