/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/trh-marker-button.h"

#include "widgets/trh-dialogs.h"

struct _TrhMarkerButton
{
  GtkButton        parent_instance;

  char            *id;
  TrhPoint         point;
  TrhMarkerFace    face;
  cairo_surface_t *drawn; /* (nullable): the face; copying it is all a frame costs */
  int              drawn_scale;
};

G_DEFINE_FINAL_TYPE (TrhMarkerButton, trh_marker_button, GTK_TYPE_BUTTON)

static void
draw_face (TrhMarkerButton *self)
{
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  cairo_t *cr;

  if (self->drawn != NULL && self->drawn_scale == scale)
    return;
  g_clear_pointer (&self->drawn, cairo_surface_destroy);
  self->drawn_scale = scale;
  self->drawn = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, TRH_MARKER_ROOM * scale, TRH_MARKER_ROOM * scale);
  cairo_surface_set_device_scale (self->drawn, scale, scale);
  cr = cairo_create (self->drawn);
  trh_marker_face_draw (&self->face, cr, TRH_MARKER_ROOM / 2.0, TRH_MARKER_ROOM / 2.0);
  cairo_destroy (cr);
}

static void
trh_marker_button_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TrhMarkerButton *self = TRH_MARKER_BUTTON (widget);
  float x = (float) (gtk_widget_get_width (widget) - TRH_MARKER_ROOM) / 2;
  float y = (float) (gtk_widget_get_height (widget) - TRH_MARKER_ROOM) / 2;
  cairo_t *cr;

  draw_face (self);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (x, y, TRH_MARKER_ROOM, TRH_MARKER_ROOM));
  cairo_set_source_surface (cr, self->drawn, x, y);
  cairo_paint (cr);
  cairo_destroy (cr);
}

static void
trh_marker_button_finalize (GObject *object)
{
  TrhMarkerButton *self = TRH_MARKER_BUTTON (object);

  g_clear_pointer (&self->drawn, cairo_surface_destroy);
  g_free (self->id);

  G_OBJECT_CLASS (trh_marker_button_parent_class)->finalize (object);
}

static void
trh_marker_button_class_init (TrhMarkerButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = trh_marker_button_finalize;
  GTK_WIDGET_CLASS (klass)->snapshot = trh_marker_button_snapshot;
}

static void
trh_marker_button_init (TrhMarkerButton *self)
{
  gtk_widget_set_size_request (GTK_WIDGET (self), TRH_MARKER_ROOM, TRH_MARKER_ROOM);
  gtk_widget_add_css_class (GTK_WIDGET (self), "flat");
  gtk_widget_add_css_class (GTK_WIDGET (self), "circular");
}

GtkWidget *
trh_marker_button_new (const char *id)
{
  TrhMarkerButton *self = g_object_new (TRH_TYPE_MARKER_BUTTON, NULL);

  self->id = g_strdup (id);

  return GTK_WIDGET (self);
}

const char *
trh_marker_button_get_id (TrhMarkerButton *self)
{
  return self->id;
}

/* Where on the globe its middle is; the layer puts it there. */
void
trh_marker_button_set_point (TrhMarkerButton *self, TrhPoint point)
{
  GtkWidget *layer = gtk_widget_get_parent (GTK_WIDGET (self));

  self->point = point;
  if (layer != NULL)
    gtk_widget_queue_allocate (layer);
}

TrhPoint
trh_marker_button_get_point (TrhMarkerButton *self)
{
  return self->point;
}

void
trh_marker_button_set_face (TrhMarkerButton *self, const TrhMarkerFace *face)
{
  if (trh_marker_face_equal (&self->face, face))
    return;
  self->face = *face;
  g_clear_pointer (&self->drawn, cairo_surface_destroy);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* What is drawn; lent until the next one is set. */
const TrhMarkerFace *
trh_marker_button_peek_face (TrhMarkerButton *self)
{
  return &self->face;
}

/* The short name is shown when the pointer rests, the sentence is said by assistive tools. */
void
trh_marker_button_set_name (TrhMarkerButton *self, const char *name, const char *sentence)
{
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), name);
  trh_set_label (self, sentence);
}
