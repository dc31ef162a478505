/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "core/base/trh-text.h"
#include "core/model/trh-labels.h"
#include "pages/trh-calendar-page-private.h"
#include "pages/trh-form.h"
#include "widgets/trh-dialogs.h"

/* What opens over one bar or row: its menu, and the short form of its dates and places. */

#define FORM_WIDTH_PX 330
#define MOST_REPAIRS  6

static void
unparent_later (gpointer popover)
{
  gtk_widget_unparent (popover);
}

static gboolean
forget_popover (gpointer user_data)
{
  TrhCalendarPage *self = user_data;

  if (self->popover != NULL && !gtk_widget_get_visible (self->popover))
    g_clear_pointer (&self->popover, unparent_later);
  return G_SOURCE_REMOVE;
}

/* Not at once: the action of a menu is performed after it has closed. */
static void
on_closed (GtkPopover *popover, TrhCalendarPage *self)
{
  g_idle_add_full (G_PRIORITY_LOW, forget_popover, g_object_ref (self), g_object_unref);
}

static void
show (TrhCalendarPage *self, GtkWidget *popover, GtkWidget *at, const GdkRectangle *place)
{
  graphene_point_t point = GRAPHENE_POINT_INIT ((float) place->x, (float) place->y);
  GdkRectangle here = *place;

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  if (gtk_widget_compute_point (at, GTK_WIDGET (self), &point, &point))
    {
      here.x = (int) point.x;
      here.y = (int) point.y;
    }
  self->popover = popover;
  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &here);
  g_signal_connect_object (popover, "closed", G_CALLBACK (on_closed), self, 0);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static GMenuModel *
make_states (TrhEntity *entity)
{
  const TrhSchema *schema = trh_entity_get_schema (entity);
  const TrhField *field = &schema->fields[trh_schema_find (schema, "state")];
  GMenu *menu = g_menu_new ();

  for (int i = 0; field->choices[i] != NULL; i++)
    {
      g_autofree char *label = trh_text_capital (trh_label_choice (schema, field, i));
      g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "calendar.set-state", "i", i);
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

/* The repairs of all alerts of an object, each once by its words. */
static GMenuModel *
make_repairs (TrhCalendarPage *self, const char *id)
{
  TrhAlerts *alerts = trh_workspace_get_alerts (trh_page_get_workspace (TRH_PAGE (self)));
  g_autoptr(GPtrArray) about = trh_alerts_find (alerts, id);
  g_autoptr(GHashTable) said = g_hash_table_new (g_str_hash, g_str_equal);
  GMenu *menu = g_menu_new ();

  g_clear_pointer (&self->repairs, g_ptr_array_unref);
  self->repairs = g_ptr_array_new_with_free_func ((GDestroyNotify) trh_edit_unref);
  for (guint i = 0; i < about->len; i++)
    {
      g_autoptr(GPtrArray) repairs = trh_alerts_list_repairs (alerts, about->pdata[i]);

      for (guint j = 0; j < repairs->len && self->repairs->len < MOST_REPAIRS; j++)
        {
          TrhEdit *edit = repairs->pdata[j];
          g_autoptr(GMenuItem) item = NULL;

          if (!g_hash_table_add (said, (gpointer) trh_edit_get_label (edit)))
            continue;
          item = g_menu_item_new (trh_edit_get_label (edit), NULL);
          g_menu_item_set_action_and_target (item, "calendar.repair", "i", (int) self->repairs->len);
          g_menu_append_item (menu, item);
          g_ptr_array_add (self->repairs, trh_edit_ref (edit));
        }
    }
  return G_MENU_MODEL (menu);
}

/* Opens the menu of a stay or an encounter at a point of @at. */
void
trh_calendar_page_show_menu (TrhCalendarPage *self, const char *id, GtkWidget *at, double x, double y)
{
  TrhWorkspace *workspace = trh_page_get_workspace (TRH_PAGE (self));
  TrhEntity *entity = trh_project_find_any (trh_workspace_get_project (workspace), id);
  GdkRectangle place = { (int) x, (int) y, 1, 1 };
  g_autoptr(GMenu) menu = g_menu_new ();
  g_autoptr(GMenu) first = g_menu_new ();
  g_autoptr(GMenu) second = g_menu_new ();
  g_autoptr(GMenu) last = g_menu_new ();
  g_autoptr(GMenuModel) states = NULL;
  g_autoptr(GMenuModel) repairs = NULL;
  gboolean locked = FALSE;
  GtkWidget *popover;

  if (entity == NULL)
    return;
  trh_workspace_select (workspace, id);
  g_object_get (entity, "locked", &locked, NULL);
  states = make_states (entity);
  repairs = make_repairs (self, id);

  g_menu_append (first, _("_Open"), "calendar.open");
  g_menu_append (first, _("Change _Dates or Place…"), "calendar.edit");
  g_menu_append (first, _("Show on the _Map"), "calendar.show-on-map");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (first));
  if (g_menu_model_get_n_items (repairs) > 0)
    g_menu_append_submenu (second, _("_Correct"), repairs);
  g_menu_append_submenu (second, _("Change _State"), states);
  g_menu_append (second, locked ? _("Un_lock") : _("_Lock"), "calendar.lock");
  g_menu_append (second, _("D_uplicate"), "calendar.duplicate");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (second));
  if (TRH_IS_STAY (entity))
    g_menu_append (last, _("_Take off the Calendar"), "calendar.unplace");
  g_menu_append (last, _("D_elete"), "calendar.delete");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (last));

  popover = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  show (self, popover, at, &place);
}

/**
 * trh_calendar_page_show_form:
 * @self: a calendar
 * @id: a stay or an encounter
 * @fields: (nullable): names of the members to show; %NULL for all that matter here
 * @at: the widget that it is shown in
 * @place: where, in @at
 *
 * Opens rows of a stay or an encounter. What is refused stays in its row, with the reason under it.
 */
void
trh_calendar_page_show_form (TrhCalendarPage *self, const char *id, const char *fields, GtkWidget *at,
                             const GdkRectangle *place)
{
  TrhWorkspace *workspace = trh_page_get_workspace (TRH_PAGE (self));
  TrhEntity *entity = trh_project_find_any (trh_workspace_get_project (workspace), id);
  GtkWidget *popover, *group, *scrolled;

  if (entity == NULL)
    return;
  if (fields == NULL)
    fields = TRH_IS_STAY (entity) ? "artist venue first-day last-day state" : "title artists venue day start duration-min state";
  popover = gtk_popover_new ();
  group = adw_preferences_group_new ();
  scrolled = gtk_scrolled_window_new ();
  trh_form_add_rows (ADW_PREFERENCES_GROUP (group), workspace, entity, fields);
  gtk_widget_set_size_request (group, FORM_WIDTH_PX, -1);
  gtk_widget_set_margin_start (group, 6);
  gtk_widget_set_margin_end (group, 6);
  gtk_widget_set_margin_top (group, 6);
  gtk_widget_set_margin_bottom (group, 6);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 420);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), group);
  gtk_popover_set_child (GTK_POPOVER (popover), scrolled);
  trh_set_label (popover, _("Dates and places"));
  show (self, popover, at, place);
  gtk_widget_child_focus (group, GTK_DIR_TAB_FORWARD);
}
