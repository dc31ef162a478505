/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/trh-window-private.h"

#include <glib/gi18n.h>

#include "widgets/trh-dialogs.h"

/* What is shown beside the page, and how the keyboard goes from one to the other. */

static gboolean
has_focus_in (TrhWindow *self, gpointer pane)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  return focus != NULL && (focus == pane || gtk_widget_is_ancestor (focus, pane));
}

/* Gives the keyboard to the page that is shown, where it wants it; one that has it keeps it where it is. */
void
trh_window_focus_page (TrhWindow *self)
{
  GtkWidget *page = gtk_stack_get_visible_child (self->pages);

  if (page != NULL && has_focus_in (self, page))
    return;
  if (page == NULL || !(gtk_widget_grab_focus (page) || gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD)))
    gtk_widget_child_focus (GTK_WIDGET (self->sidebar), GTK_DIR_TAB_FORWARD);
}

/* A pane that comes over the page takes the keyboard with it; one that goes gives it back. */
void
trh_window_show_pane (TrhWindow *self, TrhSplitView *split, GtkWidget *inside, gboolean show)
{
  gboolean had_focus = has_focus_in (self, gtk_widget_get_parent (inside)); /* with the button that leads back */

  trh_split_view_set_show_pane (split, show);
  if (show && trh_split_view_get_folded (split))
    gtk_widget_child_focus (inside, GTK_DIR_TAB_FORWARD);
  else if (!show && had_focus)
    trh_window_focus_page (self);
}

static void
on_sidebar (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TrhWindow *self = TRH_WINDOW (widget);

  trh_window_show_pane (self, self->sidebar_split, GTK_WIDGET (self->sidebar),
                        !trh_split_view_get_show_pane (self->sidebar_split));
}

/* The season itself is on no page: its title, its days, its limits. */
static void
on_season (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TrhWindow *self = TRH_WINDOW (widget);
  TrhSeason *season = trh_project_get_season (trh_workspace_get_project (self->workspace));

  trh_workspace_select (self->workspace, trh_entity_get_id (TRH_ENTITY (season)));
  gtk_widget_activate_action (widget, "win.open-inspector", NULL);
}

static void
show_alerts (TrhWindow *self, gboolean show)
{
  gboolean had_focus = has_focus_in (self, self->alert_list);

  gtk_revealer_set_reveal_child (self->alerts_revealer, show);
  gtk_toggle_button_set_active (self->alerts_button, show);
  if (show)
    gtk_widget_grab_focus (GTK_WIDGET (self->alert_list));
  else if (had_focus)
    trh_window_focus_page (self);
}

static void
on_alerts (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TrhWindow *self = TRH_WINDOW (widget);

  show_alerts (self, !gtk_revealer_get_reveal_child (self->alerts_revealer));
}

static void
on_next_alert (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TrhWindow *self = TRH_WINDOW (widget);

  show_alerts (self, TRUE);
  trh_alert_list_step (self->alert_list, g_str_has_suffix (action_name, "next-alert") ? 1 : -1);
}

/* F6: sidebar, page, inspector, alerts, and around again. */
static void
on_next_pane (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TrhWindow *self = TRH_WINDOW (widget);
  GtkWidget *panes[] = {
    trh_split_view_get_show_pane (self->sidebar_split) ? GTK_WIDGET (self->sidebar) : NULL,
    gtk_stack_get_visible_child (self->pages),
    trh_split_view_get_show_pane (self->inspector_split) ? GTK_WIDGET (self->inspector_bin) : NULL,
    gtk_revealer_get_reveal_child (self->alerts_revealer) ? GTK_WIDGET (self->alert_list) : NULL,
  };
  int n = G_N_ELEMENTS (panes), here = -1, direction = g_str_has_suffix (action_name, "next-pane") ? 1 : n - 1;

  for (int i = 0; i < n; i++)
    if (panes[i] != NULL && has_focus_in (self, panes[i]))
      here = i;
  for (int i = 1; i <= n; i++)
    {
      GtkWidget *pane = panes[(here + n + i * direction) % n];

      if (pane != NULL && gtk_widget_child_focus (pane, GTK_DIR_TAB_FORWARD))
        return;
    }
}

/* What nobody closer wanted: a folded pane goes, then the list of alerts, then the choice. */
static gboolean
on_escape (GtkWidget *widget, GVariant *args, gpointer data)
{
  TrhWindow *self = TRH_WINDOW (widget);

  if (self->workspace == NULL)
    return GDK_EVENT_PROPAGATE;

  if (trh_split_view_get_folded (self->inspector_split) && trh_split_view_get_show_pane (self->inspector_split))
    trh_window_show_pane (self, self->inspector_split, GTK_WIDGET (self->inspector_bin), FALSE);
  else if (trh_split_view_get_folded (self->sidebar_split) && trh_split_view_get_show_pane (self->sidebar_split))
    trh_window_show_pane (self, self->sidebar_split, GTK_WIDGET (self->sidebar), FALSE);
  else if (has_focus_in (self, self->alert_list))
    show_alerts (self, FALSE);
  else if (has_focus_in (self, self->inspector_bin))
    trh_window_focus_page (self);
  else if (*trh_workspace_get_selected_id (self->workspace) != '\0')
    trh_workspace_select (self->workspace, "");
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

static void
on_pane_shown (TrhWindow *self)
{
  /* not while the pane is away: assistive technology would find it there */
  gtk_widget_set_visible (GTK_WIDGET (self->back_button), trh_split_view_get_folded (self->inspector_split) &&
                                                            trh_split_view_get_show_pane (self->inspector_split));
  gtk_toggle_button_set_active (self->sidebar_button, trh_split_view_get_show_pane (self->sidebar_split));
  gtk_toggle_button_set_active (self->inspector_button, trh_split_view_get_show_pane (self->inspector_split));
}

/* The buttons of the header follow the panes, however these come and go. */
void
trh_window_watch_panes (TrhWindow *self)
{
  g_signal_connect_object (self->sidebar_split, "notify::show-pane", G_CALLBACK (on_pane_shown), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->inspector_split, "notify::show-pane", G_CALLBACK (on_pane_shown), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->inspector_split, "notify::folded", G_CALLBACK (on_pane_shown), self, G_CONNECT_SWAPPED);
  trh_set_label (self->back_button, _("Back to the page"));
  on_pane_shown (self);
}

void
trh_window_install_pane_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.sidebar", NULL, on_sidebar);
  gtk_widget_class_install_action (widget_class, "win.season", NULL, on_season);
  gtk_widget_class_install_action (widget_class, "win.alerts", NULL, on_alerts);
  gtk_widget_class_install_action (widget_class, "win.next-alert", NULL, on_next_alert);
  gtk_widget_class_install_action (widget_class, "win.previous-alert", NULL, on_next_alert);
  gtk_widget_class_install_action (widget_class, "win.next-pane", NULL, on_next_pane);
  gtk_widget_class_install_action (widget_class, "win.previous-pane", NULL, on_next_pane);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
}
