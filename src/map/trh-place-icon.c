/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/trh-place-icon.h"

#include <adwaita.h>

#include "map/trh-marker-face.h"
#include "map/trh-venue-layer.h"

#define SIZE 22 /* pixels */
#define SIGN 13 /* pixels across the shape of a commune */

struct _TrhPlaceIcon
{
  GtkWidget        parent_instance;

  TrhMarkerFace    face;
  gboolean         venue;
};

G_DEFINE_FINAL_TYPE (TrhPlaceIcon, trh_place_icon, GTK_TYPE_WIDGET)

static void
trh_place_icon_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                        int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = SIZE;
}

static void
trh_place_icon_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TrhPlaceIcon *self = TRH_PLACE_ICON (widget);
  double x = gtk_widget_get_width (widget) / 2.0, y = gtk_widget_get_height (widget) / 2.0;
  cairo_t *cr = gtk_snapshot_append_cairo (
    snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget), (float) gtk_widget_get_height (widget)));

  gdk_cairo_set_source_rgba (cr, &self->face.colour);
  if (self->venue)
    trh_venue_kind_draw (self->face.kind, cr, x, y);
  else
    {
      trh_marker_trace (self->face.shape, cr, x, y, SIGN);
      cairo_fill (cr);
    }
  cairo_destroy (cr);
}

static void
trh_place_icon_class_init (TrhPlaceIconClass *klass)
{
  GTK_WIDGET_CLASS (klass)->measure = trh_place_icon_measure;
  GTK_WIDGET_CLASS (klass)->snapshot = trh_place_icon_snapshot;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
trh_place_icon_init (TrhPlaceIcon *self)
{
}

GtkWidget *
trh_place_icon_new (void)
{
  return g_object_new (TRH_TYPE_PLACE_ICON, NULL);
}

/* Shows the sign of a commune, a venue or a valley of @project. */
void
trh_place_icon_show (TrhPlaceIcon *self, TrhProject *project, TrhEntity *entity)
{
  const TrhValleyRecord *valley = NULL;

  self->venue = TRH_IS_VENUE (entity);
  if (self->venue)
    {
      trh_venue_get_face (project, trh_entity_peek_record (entity), &self->face);
      gtk_widget_queue_draw (GTK_WIDGET (self));
      return;
    }

  if (TRH_IS_COMMUNE (entity))
    valley = trh_project_find_record (project, TRH_VALLEYS,
                                      ((const TrhCommuneRecord *) trh_entity_peek_record (entity))->valley_id);
  self->face.shape = valley != NULL ? valley->marker : TRH_MARKER_DISC;
  trh_valley_get_colour (valley, adw_style_manager_get_dark (adw_style_manager_get_default ()), &self->face.colour);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
