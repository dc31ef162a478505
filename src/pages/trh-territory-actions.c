/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "core/exchange/trh-territory-edits.h"
#include "core/model/trh-entity-edits.h"
#include "pages/trh-add-communes.h"
#include "pages/trh-territory-private.h"

TrhProject *
trh_territory_page_get_project (TrhTerritoryPage *self)
{
  return trh_workspace_get_project (self->workspace);
}

/* The chosen commune or venue, or %NULL. */
TrhEntity *
trh_territory_page_get_chosen (TrhTerritoryPage *self)
{
  const char *id = self->workspace != NULL ? trh_workspace_get_selected_id (self->workspace) : "";
  TrhEntity *entity = *id != '\0' ? trh_project_find_any (trh_territory_page_get_project (self), id) : NULL;

  return TRH_IS_VENUE (entity) || TRH_IS_COMMUNE (entity) ? entity : NULL;
}

/* Where an entity is; not placed when it is nowhere. */
TrhCoordinate
trh_territory_page_get_place (TrhEntity *entity)
{
  TrhCoordinate at = { 0, 0 };

  if (TRH_IS_VENUE (entity) || TRH_IS_COMMUNE (entity))
    g_object_get (entity, "latitude", &at.latitude_deg, "longitude", &at.longitude_deg, NULL);

  return at;
}

/* What the menu or the keys are about: the point of the menu, else the chosen object. */
static TrhCoordinate
get_point (TrhTerritoryPage *self)
{
  if (trh_coordinate_is_placed (self->pointed))
    return self->pointed;

  return trh_territory_page_get_place (trh_territory_page_get_chosen (self));
}

/* What can be done now. */
void
trh_territory_page_update_actions (TrhTerritoryPage *self)
{
  TrhEntity *chosen = trh_territory_page_get_chosen (self);
  gboolean writable = self->workspace != NULL && !trh_workspace_is_read_only (self->workspace);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "territory.open", chosen != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "territory.move", writable && TRH_IS_VENUE (chosen));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "territory.delete", writable && chosen != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "territory.add-venue", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "territory.add-venue-here", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "territory.add-commune-here", writable && self->territory != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "territory.add-communes", writable && self->territory != NULL);
}

/* A new venue there, in the commune whose ground it is. */
void
trh_territory_page_add_venue (TrhTerritoryPage *self, TrhCoordinate at)
{
  g_autofree char *id = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(TrhEdit) edit =
    trh_territory_edit_add_venue (self->territory, trh_territory_page_get_project (self), at, &id, &error);

  if (edit == NULL)
    trh_page_tell (TRH_PAGE (self), error->message);
  else if (trh_page_perform (TRH_PAGE (self), edit))
    {
      trh_page_tell_undo (TRH_PAGE (self), trh_edit_get_label (edit));
      trh_page_open_inspector (TRH_PAGE (self), id);
    }
}

static void
on_communes_chosen (TrhTerritoryPage *self, GPtrArray *communes)
{
  g_autoptr(TrhEdit) edit =
    trh_territory_edit_add_communes (self->territory, trh_territory_page_get_project (self), communes);

  if (trh_edit_is_empty (edit) || !trh_page_perform (TRH_PAGE (self), edit))
    return;
  trh_page_tell_undo (TRH_PAGE (self), trh_edit_get_label (edit));
  trh_map_show_all (self->map);
}

static void
add_communes (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TrhTerritoryPage *self = TRH_TERRITORY_PAGE (widget);
  GtkWidget *window = trh_add_communes_new (self->territory, trh_territory_page_get_project (self));

  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (gtk_widget_get_root (widget)));
  g_signal_connect_object (window, "chosen", G_CALLBACK (on_communes_chosen), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

static void
begin_adding (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  trh_map_begin_placing (TRH_TERRITORY_PAGE (widget)->map, "");
}

/* The known commune around the pointed ground, when the season does not have it yet. */
static const TrhKnownCommuneRecord *
find_new_commune (TrhTerritoryPage *self)
{
  TrhCoordinate at = get_point (self);
  const TrhKnownCommuneRecord *commune;
  double distance_m;

  if (self->territory == NULL || !trh_coordinate_is_placed (at))
    return NULL;
  commune = trh_territory_find_nearest (self->territory, at, &distance_m);
  if (commune == NULL || distance_m > TRH_FAR_FROM_VILLAGES_M ||
      trh_project_find (trh_territory_page_get_project (self), TRH_COMMUNES, commune->base.id) != NULL)
    return NULL;

  return commune;
}

static void
add_commune_here (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TrhTerritoryPage *self = TRH_TERRITORY_PAGE (widget);
  const TrhKnownCommuneRecord *commune = find_new_commune (self);
  g_autoptr(GPtrArray) communes = g_ptr_array_new ();
  g_autoptr(TrhEdit) edit = NULL;

  if (commune == NULL)
    {
      trh_page_tell (TRH_PAGE (self), _("The commune around this place is in the season already, or is not known"));
      return;
    }
  g_ptr_array_add (communes, (gpointer) commune);
  edit = trh_territory_edit_add_communes (self->territory, trh_territory_page_get_project (self), communes);
  if (trh_page_perform (TRH_PAGE (self), edit))
    {
      trh_page_tell_undo (TRH_PAGE (self), trh_edit_get_label (edit));
      trh_workspace_select (self->workspace, commune->base.id);
    }
}

static void
add_venue_here (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TrhTerritoryPage *self = TRH_TERRITORY_PAGE (widget);
  TrhCoordinate at = get_point (self);

  if (trh_coordinate_is_placed (at))
    trh_territory_page_add_venue (self, at);
  else
    trh_map_begin_placing (self->map, "");
}

static void
begin_moving (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TrhTerritoryPage *self = TRH_TERRITORY_PAGE (widget);

  if (TRH_IS_VENUE (trh_territory_page_get_chosen (self)))
    trh_map_begin_placing (self->map, trh_entity_get_id (trh_territory_page_get_chosen (self)));
}

static void
centre (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TrhTerritoryPage *self = TRH_TERRITORY_PAGE (widget);
  TrhCoordinate at = get_point (self);

  if (trh_coordinate_is_placed (at))
    trh_map_centre_on (self->map, at.latitude_deg, at.longitude_deg, FALSE);
}

static void
copy_coordinates (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TrhTerritoryPage *self = TRH_TERRITORY_PAGE (widget);
  TrhCoordinate at = get_point (self);
  char latitude[G_ASCII_DTOSTR_BUF_SIZE], longitude[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *text = NULL;

  if (!trh_coordinate_is_placed (at))
    return;
  text = g_strdup_printf ("%s, %s", g_ascii_formatd (latitude, sizeof latitude, "%.5f", at.latitude_deg),
                          g_ascii_formatd (longitude, sizeof longitude, "%.5f", at.longitude_deg));
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  trh_page_tell (TRH_PAGE (self), _("Coordinates copied"));
}

static void
open_details (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TrhEntity *chosen = trh_territory_page_get_chosen (TRH_TERRITORY_PAGE (widget));

  if (chosen != NULL)
    trh_page_open_inspector (TRH_PAGE (widget), trh_entity_get_id (chosen));
}

static void
delete_chosen (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TrhTerritoryPage *self = TRH_TERRITORY_PAGE (widget);
  TrhEntity *chosen = trh_territory_page_get_chosen (self);
  g_autoptr(GPtrArray) entities = g_ptr_array_new ();

  if (chosen == NULL)
    return;
  g_ptr_array_add (entities, chosen);
  if (trh_page_delete (TRH_PAGE (self), entities))
    trh_workspace_select (self->workspace, "");
}

/* The actions of the page and their keys. */
void
trh_territory_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "territory.add-communes", NULL, add_communes);
  gtk_widget_class_install_action (widget_class, "territory.add-venue", NULL, begin_adding);
  gtk_widget_class_install_action (widget_class, "territory.add-venue-here", NULL, add_venue_here);
  gtk_widget_class_install_action (widget_class, "territory.add-commune-here", NULL, add_commune_here);
  gtk_widget_class_install_action (widget_class, "territory.move", NULL, begin_moving);
  gtk_widget_class_install_action (widget_class, "territory.centre", NULL, centre);
  gtk_widget_class_install_action (widget_class, "territory.copy", NULL, copy_coordinates);
  gtk_widget_class_install_action (widget_class, "territory.open", NULL, open_details);
  gtk_widget_class_install_action (widget_class, "territory.delete", NULL, delete_chosen);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_m, GDK_CONTROL_MASK, "territory.move", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "territory.delete", NULL);
}
