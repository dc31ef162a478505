/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/trh-alert-list.h"

#include <glib/gi18n.h>

#include "widgets/trh-dialogs.h"

#define LIST_PX 190 /* height of the list: three alerts and a half */

struct _TrhAlertList
{
  AdwBin              parent_instance;

  TrhWorkspace       *workspace; /* (nullable) */
  TrhAlerts          *alerts;    /* (nullable) */
  GtkSingleSelection *selection;
  GtkListView        *view;
  GtkStack           *stack;
};

G_DEFINE_FINAL_TYPE (TrhAlertList, trh_alert_list, ADW_TYPE_BIN)

enum { PROP_COUNT = 1, N_PROPS };
static GParamSpec *props[N_PROPS];

static void
trh_alert_list_dispose (GObject *object)
{
  TrhAlertList *self = TRH_ALERT_LIST (object);

  g_clear_object (&self->selection);
  g_clear_object (&self->alerts);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (trh_alert_list_parent_class)->dispose (object);
}

static void
trh_alert_list_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  g_value_set_uint (value, trh_alert_list_get_count (TRH_ALERT_LIST (object)));
}

/* Chooses what the alert is about in every view. */
static void
choose (TrhAlertList *self, TrhAlert *alert)
{
  const char *id = trh_alert_get_object_id (alert);

  if (*id == '\0')
    id = trh_alert_get_artist_id (alert);
  trh_workspace_select (self->workspace, id);
}

static void
on_activate (TrhAlertList *self, guint position)
{
  g_autoptr(TrhAlert) alert = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (alert == NULL)
    return;
  choose (self, alert);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-page", "s", "calendar");
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-inspector", NULL);
}

static void
repair (TrhAlertList *self, TrhEdit *edit)
{
  if (trh_workspace_perform (self->workspace, edit))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.tell-undo", "s", trh_edit_get_label (edit));
}

/* Why an alert has no repair to choose from. */
static const char *
why_none (TrhAlertList *self)
{
  return trh_workspace_is_read_only (self->workspace)
           ? trh_workspace_say_read_only (self->workspace)
           : _("There is no correction to offer here");
}

/* Alt+Enter: the cheapest repair of the chosen alert. */
static void
repair_chosen (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TrhAlertList *self = TRH_ALERT_LIST (widget);
  TrhAlert *alert = gtk_single_selection_get_selected_item (self->selection);
  g_autoptr(GPtrArray) repairs = alert != NULL ? trh_alerts_list_repairs (self->alerts, alert) : NULL;

  if (repairs != NULL && repairs->len > 0)
    repair (self, repairs->pdata[0]);
  else
    gtk_widget_activate_action (widget, "win.status", "s", why_none (self));
}

static void
on_repair_clicked (GtkWidget *button, TrhAlertList *self)
{
  TrhEdit *edit = g_object_get_data (G_OBJECT (button), "edit");
  GtkWidget *popover = gtk_widget_get_ancestor (button, GTK_TYPE_POPOVER);

  g_object_ref (self);
  trh_edit_ref (edit); /* the popover goes with the row when the alert does */
  gtk_popover_popdown (GTK_POPOVER (popover));
  repair (self, edit);
  trh_edit_unref (edit);
  g_object_unref (self);
}

static GtkWidget *
make_repairs (TrhAlertList *self, TrhAlert *alert)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autoptr(GPtrArray) repairs = trh_alerts_list_repairs (self->alerts, alert);

  gtk_widget_add_css_class (popover, "menu");
  for (guint i = 0; i < repairs->len; i++)
    {
      TrhEdit *edit = repairs->pdata[i];
      GtkWidget *button = gtk_button_new_with_label (trh_edit_get_label (edit));

      gtk_widget_add_css_class (button, "flat");
      gtk_widget_set_halign (gtk_button_get_child (GTK_BUTTON (button)), GTK_ALIGN_START);
      g_object_set_data_full (G_OBJECT (button), "edit", trh_edit_ref (edit), (GDestroyNotify) trh_edit_unref);
      g_signal_connect_object (button, "clicked", G_CALLBACK (on_repair_clicked), self, 0);
      gtk_box_append (GTK_BOX (box), button);
    }
  if (repairs->len == 0)
    gtk_box_append (GTK_BOX (box), gtk_label_new (why_none (self)));
  gtk_popover_set_child (GTK_POPOVER (popover), box);

  return popover;
}

/* The repairs are worked out when they are asked for: each is tried on a copy first. */
static void
fill_menu (GtkMenuButton *button, gpointer user_data)
{
  TrhAlertList *self = user_data;
  TrhAlert *alert = g_object_get_data (G_OBJECT (button), "alert");

  if (alert != NULL)
    gtk_menu_button_set_popover (button, make_repairs (self, alert));
}

static void
show_severity (GtkWidget *row, TrhAlert *alert)
{
  GtkWidget *icon = gtk_widget_get_first_child (row);
  gboolean weak = trh_alert_get_severity (alert) == TRH_SEVERITY_WEAK;
  g_autofree char *name = trh_alert_say_with_severity (alert);

  gtk_image_set_from_icon_name (GTK_IMAGE (icon), weak ? "dialog-information-symbolic" : "dialog-warning-symbolic");
  gtk_widget_remove_css_class (icon, weak ? "trh-alert-strong" : "trh-alert-weak");
  gtk_widget_add_css_class (icon, weak ? "trh-alert-weak" : "trh-alert-strong");
  trh_set_label (row, name);
}

static void
on_alert_changed (GtkListItem *item)
{
  TrhAlert *alert = gtk_list_item_get_item (item);
  GtkWidget *row = gtk_list_item_get_child (item);
  GtkWidget *label;
  g_autofree char *name = NULL;

  if (alert == NULL || row == NULL)
    return;
  label = gtk_widget_get_next_sibling (gtk_widget_get_first_child (row));
  gtk_label_set_label (GTK_LABEL (label), trh_alert_get_sentence (alert));
  show_severity (row, alert);
  /* Translators: an alert, for the button that offers its repairs */
  name = g_strdup_printf (_("Repair: %s"), trh_alert_get_sentence (alert));
  trh_set_label (gtk_widget_get_last_child (row), name);
}

static void
on_setup (TrhAlertList *self, GtkListItem *item)
{
  GtkWidget *row = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, "spacing", 12,
                                 "margin-top", 4, "margin-bottom", 4, NULL);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *button = gtk_menu_button_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _("Repair"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), fill_menu, self, NULL);
  gtk_box_append (GTK_BOX (row), icon);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), button);
  gtk_list_item_set_child (item, row);
}

static void
on_bind (TrhAlertList *self, GtkListItem *item)
{
  TrhAlert *alert = gtk_list_item_get_item (item);
  GtkWidget *button = gtk_widget_get_last_child (gtk_list_item_get_child (item));

  g_object_set_data_full (G_OBJECT (button), "alert", g_object_ref (alert), g_object_unref);
  g_signal_connect_object (alert, "notify", G_CALLBACK (on_alert_changed), item, G_CONNECT_SWAPPED);
  on_alert_changed (item);
}

static void
on_unbind (TrhAlertList *self, GtkListItem *item)
{
  GtkWidget *button = gtk_widget_get_last_child (gtk_list_item_get_child (item));

  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), on_alert_changed, item);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), NULL);
  g_object_set_data (G_OBJECT (button), "alert", NULL);
}

static void
on_counted (TrhAlertList *self)
{
  gtk_stack_set_visible_child_name (self->stack, trh_alert_list_get_count (self) > 0 ? "list" : "none");
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_COUNT]);
}

static gboolean
trh_alert_list_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (TRH_ALERT_LIST (widget)->view));
}

static void
trh_alert_list_class_init (TrhAlertListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = trh_alert_list_dispose;
  object_class->get_property = trh_alert_list_get_property;
  widget_class->grab_focus = trh_alert_list_grab_focus;

  props[PROP_COUNT] = g_param_spec_uint ("count", NULL, NULL, 0, G_MAXUINT, 0,
                                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_install_action (widget_class, "alerts.repair", NULL, repair_chosen);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_ALT_MASK, "alerts.repair", NULL);
}

static void
trh_alert_list_init (TrhAlertList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *none = gtk_label_new (_("No alert: nothing stands in the way of this season"));

  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  self->view = GTK_LIST_VIEW (gtk_list_view_new (g_object_ref (GTK_SELECTION_MODEL (self->selection)), factory));
  trh_set_label (self->view, _("Alerts"));
  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_unbind), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (on_activate), self, G_CONNECT_SWAPPED);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), LIST_PX);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->view));
  gtk_label_set_wrap (GTK_LABEL (none), TRUE);
  gtk_widget_add_css_class (none, "dim-label");
  gtk_widget_set_margin_top (none, 18);
  gtk_widget_set_margin_bottom (none, 18);

  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_stack_set_hhomogeneous (self->stack, FALSE); /* the hidden sentence would ask for the width of one line */
  gtk_stack_add_named (self->stack, none, "none");
  gtk_stack_add_named (self->stack, scroller, "list");
  gtk_widget_add_css_class (GTK_WIDGET (self), "trh-alerts");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
}

/* Shows the alerts of a season from now on. */
void
trh_alert_list_set_workspace (TrhAlertList *self, TrhWorkspace *workspace)
{
  g_set_object (&self->workspace, workspace);
  g_set_object (&self->alerts, trh_workspace_get_alerts (workspace));
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->alerts));
  g_signal_connect_object (self->alerts, "items-changed", G_CALLBACK (on_counted), self, G_CONNECT_SWAPPED);
  on_counted (self);
}

guint
trh_alert_list_get_count (TrhAlertList *self)
{
  return self->alerts != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->alerts)) : 0;
}

/**
 * trh_alert_list_step:
 * @self: a list
 * @direction: 1 for the next alert, -1 for the one before
 *
 * Chooses the next alert, what it is about in every view, and gives the list the focus.
 */
void
trh_alert_list_step (TrhAlertList *self, int direction)
{
  guint n = trh_alert_list_get_count (self);
  guint at = gtk_single_selection_get_selected (self->selection);
  g_autoptr(TrhAlert) alert = NULL;

  if (n == 0)
    return;
  if (at == GTK_INVALID_LIST_POSITION)
    at = direction > 0 ? 0 : n - 1;
  else
    at = (at + n + (guint) direction) % n;
  gtk_single_selection_set_selected (self->selection, at);
  gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", at);
  alert = g_list_model_get_item (G_LIST_MODEL (self->alerts), at);
  choose (self, alert);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.status", "s", trh_alert_get_sentence (alert));
}
