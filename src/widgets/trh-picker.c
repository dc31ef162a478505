/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/trh-picker.h"

#include <glib/gi18n.h>

#include "core/base/trh-text.h"
#include "widgets/trh-dialogs.h"

struct _TrhPicker
{
  GtkPopover          parent_instance;

  GtkWidget          *search;
  GtkWidget          *list;
  GtkWidget          *stack;
  GtkCustomFilter    *filter;
  GtkFilterListModel *matches; /* (unowned): the selection holds it */
  GtkSingleSelection *selection;
  char               *query; /* folded */
};

G_DEFINE_FINAL_TYPE (TrhPicker, trh_picker, GTK_TYPE_POPOVER)

enum { PICKED, N_SIGNALS };
static guint signals[N_SIGNALS];

static gboolean
matches (gpointer item, gpointer data)
{
  return trh_text_matches (trh_pick_get_label (item), TRH_PICKER (data)->query);
}

static void
set_up_item (TrhPicker *self, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *mark = gtk_image_new_from_icon_name ("object-select-symbolic");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  trh_set_label (mark, C_("option", "chosen"));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), mark);
  gtk_list_item_set_child (item, box);
}

static void
bind_item (TrhPicker *self, GtkListItem *item)
{
  GtkWidget *label = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  TrhPick *option = gtk_list_item_get_item (item);
  GBinding *binding = g_object_bind_property (option, "chosen", gtk_widget_get_next_sibling (label), "visible",
                                              G_BINDING_SYNC_CREATE);

  gtk_label_set_label (GTK_LABEL (label), trh_pick_get_label (option));
  gtk_widget_set_tooltip_text (label, trh_pick_get_label (option));
  g_object_set_data (G_OBJECT (item), "trh-binding", binding);
}

static void
unbind_item (TrhPicker *self, GtkListItem *item)
{
  g_binding_unbind (g_object_get_data (G_OBJECT (item), "trh-binding"));
}

static void
pick (TrhPicker *self, guint position)
{
  g_autoptr(TrhPick) option = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (option != NULL)
    g_signal_emit (self, signals[PICKED], 0, option);
}

static void
show_matches (TrhPicker *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), n > 0 ? "list" : "none");
}

static void
on_search_changed (TrhPicker *self)
{
  g_free (self->query);
  self->query = trh_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  gtk_single_selection_set_selected (self->selection, 0);
  show_matches (self);
}

static void
on_search_activated (TrhPicker *self)
{
  pick (self, gtk_single_selection_get_selected (self->selection));
}

/* From the field, the arrow keys move in the list below. */
static gboolean
on_search_key (TrhPicker *self, guint key, guint code, GdkModifierType state)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  guint at = gtk_single_selection_get_selected (self->selection);

  if (n == 0 || (key != GDK_KEY_Down && key != GDK_KEY_Up))
    return GDK_EVENT_PROPAGATE;
  at = key == GDK_KEY_Down ? MIN (at + 1, n - 1) : at > 0 ? at - 1 : 0;
  gtk_single_selection_set_selected (self->selection, at);
  gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", at);
  return GDK_EVENT_STOP;
}

static void
on_shown (TrhPicker *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_grab_focus (self->search);
}

static void
trh_picker_finalize (GObject *object)
{
  TrhPicker *self = TRH_PICKER (object);

  g_clear_object (&self->selection);
  g_clear_object (&self->filter);
  g_free (self->query);

  G_OBJECT_CLASS (trh_picker_parent_class)->finalize (object);
}

static void
trh_picker_dispose (GObject *object)
{
  TrhPicker *self = TRH_PICKER (object);

  /* the filter asks for the query, which goes before it */
  if (self->filter != NULL)
    gtk_custom_filter_set_filter_func (self->filter, NULL, NULL, NULL);

  G_OBJECT_CLASS (trh_picker_parent_class)->dispose (object);
}

static void
trh_picker_class_init (TrhPickerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = trh_picker_dispose;
  G_OBJECT_CLASS (klass)->finalize = trh_picker_finalize;

  signals[PICKED] = g_signal_new ("picked", TRH_TYPE_PICKER, G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 1, TRH_TYPE_PICK);
}

static void
trh_picker_init (TrhPicker *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *none = gtk_label_new (_("Nothing to choose from"));

  self->query = g_strdup ("");
  self->filter = gtk_custom_filter_new (matches, self, NULL);
  self->matches = gtk_filter_list_model_new (NULL, GTK_FILTER (g_object_ref (self->filter)));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (self->matches));

  g_signal_connect_object (factory, "setup", G_CALLBACK (set_up_item), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_item), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_item), self, G_CONNECT_SWAPPED);
  self->list = gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)), factory);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (self->list), TRUE);
  gtk_widget_add_css_class (self->list, "navigation-sidebar");
  g_signal_connect_object (self->list, "activate", G_CALLBACK (pick), self, G_CONNECT_SWAPPED);

  self->search = gtk_search_entry_new ();
  g_object_set (self->search, "placeholder-text", _("Search"), NULL);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (on_search_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "activate", G_CALLBACK (on_search_activated), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "stop-search", G_CALLBACK (gtk_popover_popdown), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_search_key), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->search, keys);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 300);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_widget_add_css_class (none, "dim-label");
  gtk_widget_set_margin_top (none, 24);
  gtk_widget_set_margin_bottom (none, 24);

  self->stack = gtk_stack_new ();
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_add_named (GTK_STACK (self->stack), scroller, "list");
  gtk_stack_add_named (GTK_STACK (self->stack), none, "none");
  gtk_box_append (GTK_BOX (box), self->search);
  gtk_box_append (GTK_BOX (box), self->stack);
  gtk_widget_set_size_request (box, 260, -1);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  g_signal_connect (self, "show", G_CALLBACK (on_shown), NULL);
}

/**
 * trh_picker_new:
 * @title: what is chosen, for assistive tools
 *
 * Returns: (transfer floating): a picker without options
 */
GtkWidget *
trh_picker_new (const char *title)
{
  TrhPicker *self = g_object_new (TRH_TYPE_PICKER, NULL);

  trh_set_label (self->search, title);
  trh_set_label (self->list, title);

  return GTK_WIDGET (self);
}

/**
 * trh_picker_set_options:
 * @self: a picker
 * @options: (nullable): a list of #TrhPick
 */
void
trh_picker_set_options (TrhPicker *self, GListModel *options)
{
  gtk_filter_list_model_set_model (self->matches, options);
  show_matches (self);
}
