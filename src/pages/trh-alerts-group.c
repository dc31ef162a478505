/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/trh-alerts-group.h"

#include <glib/gi18n.h>

#include "widgets/trh-names.h"

#define MAX_SHOWN 3 /* the form comes below; the list of alerts has them all */

struct _TrhAlertsGroup
{
  AdwBin        parent_instance;

  TrhWorkspace *workspace;
  char         *id;
  GtkWidget    *group;
  GPtrArray    *rows;    /* (unowned) AdwExpanderRow, each with its alert as data */
  guint         pending; /* source that will show the alerts */
};

G_DEFINE_FINAL_TYPE (TrhAlertsGroup, trh_alerts_group, ADW_TYPE_BIN)

static void
on_repair (TrhAlertsGroup *self, GtkWidget *row)
{
  TrhEdit *edit = g_object_get_data (G_OBJECT (row), "trh-edit");

  if (trh_workspace_perform (self->workspace, edit))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.tell-undo", "s", trh_edit_get_label (edit));
}

/* Worked out when asked for: each repair is tried on the season first. */
static void
on_expanded (TrhAlertsGroup *self, GParamSpec *pspec, AdwExpanderRow *expander)
{
  TrhAlerts *alerts = trh_workspace_get_alerts (self->workspace);
  g_autoptr(GPtrArray) repairs = NULL;

  if (!adw_expander_row_get_expanded (expander))
    return;
  g_signal_handlers_disconnect_by_func (expander, on_expanded, self);
  repairs = trh_alerts_list_repairs (alerts, g_object_get_data (G_OBJECT (expander), "trh-alert"));
  for (guint i = 0; i < repairs->len; i++)
    {
      GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "activatable", TRUE, "title-lines", 0,
                                     "icon-name", "document-edit-symbolic",
                                     "title", trh_edit_get_label (repairs->pdata[i]), NULL);

      g_object_set_data_full (G_OBJECT (row), "trh-edit", trh_edit_ref (repairs->pdata[i]), (GDestroyNotify) trh_edit_unref);
      g_signal_connect_object (row, "activated", G_CALLBACK (on_repair), self, G_CONNECT_SWAPPED);
      adw_expander_row_add_row (expander, row);
    }
  if (repairs->len == 0)
    adw_expander_row_add_row (expander, g_object_new (ADW_TYPE_ACTION_ROW, "title", _("There is no correction to offer here"),
                                                      NULL));
}

static void
add_row (TrhAlertsGroup *self, TrhAlert *alert)
{
  gboolean weak = trh_alert_get_severity (alert) == TRH_SEVERITY_WEAK;
  GtkWidget *row = g_object_new (ADW_TYPE_EXPANDER_ROW, "use-markup", FALSE, "title", trh_alert_get_sentence (alert), NULL);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                  "icon-name", weak ? "dialog-information-symbolic" : "dialog-warning-symbolic", NULL);

  trh_name_expander (ADW_EXPANDER_ROW (row), trh_alert_get_sentence (alert));
  gtk_widget_add_css_class (icon, weak ? "trh-alert-weak" : "trh-alert-strong");
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (row), icon);
  g_object_set_data_full (G_OBJECT (row), "trh-alert", g_object_ref (alert), g_object_unref);
  g_signal_connect_object (row, "notify::expanded", G_CALLBACK (on_expanded), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->rows, row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->group), row);
}

static void
add_rest (TrhAlertsGroup *self, guint n)
{
  g_autofree char *title = g_strdup_printf (ngettext ("%u more alert, in the list of alerts",
                                                      "%u more alerts, in the list of alerts", n), n);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", title, "title-lines", 0, "activatable", TRUE,
                                 "action-name", "win.alerts", NULL);

  g_ptr_array_add (self->rows, row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->group), row);
}

/* Anew each time: an edit may change what an alert says and what would repair it. */
static void
show (TrhAlertsGroup *self)
{
  g_autoptr(GPtrArray) alerts = trh_alerts_find (trh_workspace_get_alerts (self->workspace), self->id);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self->group), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < MIN (alerts->len, MAX_SHOWN); i++)
    add_row (self, alerts->pdata[i]);
  if (alerts->len > MAX_SHOWN)
    add_rest (self, alerts->len - MAX_SHOWN);
  gtk_widget_set_visible (GTK_WIDGET (self), alerts->len > 0);
}

static gboolean
on_idle (gpointer data)
{
  TrhAlertsGroup *self = data;

  self->pending = 0;
  show (self);
  return G_SOURCE_REMOVE;
}

/* Not at once: the row that was activated must not go in its own handler. */
static void
show_soon (TrhAlertsGroup *self)
{
  if (self->pending == 0)
    self->pending = g_idle_add (on_idle, self);
}

static void
trh_alerts_group_dispose (GObject *object)
{
  TrhAlertsGroup *self = TRH_ALERTS_GROUP (object);

  g_clear_handle_id (&self->pending, g_source_remove);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->id, g_free);

  G_OBJECT_CLASS (trh_alerts_group_parent_class)->dispose (object);
}

static void
trh_alerts_group_class_init (TrhAlertsGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = trh_alerts_group_dispose;
}

static void
trh_alerts_group_init (TrhAlertsGroup *self)
{
  self->rows = g_ptr_array_new ();
  self->group = adw_preferences_group_new ();
  trh_title_group (ADW_PREFERENCES_GROUP (self->group), _("Alerts"));
  adw_bin_set_child (ADW_BIN (self), self->group);
}

/**
 * trh_alerts_group_new:
 * @workspace: a workspace
 * @id: an object of its project
 *
 * Returns: (transfer floating): the alerts about that object
 */
GtkWidget *
trh_alerts_group_new (TrhWorkspace *workspace, const char *id)
{
  TrhAlertsGroup *self = g_object_new (TRH_TYPE_ALERTS_GROUP, NULL);

  self->workspace = g_object_ref (workspace);
  self->id = g_strdup (id);
  g_signal_connect_object (trh_workspace_get_alerts (workspace), "changed", G_CALLBACK (show_soon), self, G_CONNECT_SWAPPED);
  show (self);

  return GTK_WIDGET (self);
}
