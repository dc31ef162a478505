/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/trh-width-bin.h"

#define LEAST_PX 280

struct _TrhWidthBin
{
  GtkWidget  parent_instance;

  GtkWidget *child;   /* (nullable) */
  int        width_px;
  guint      pending; /* source that will tell the width */
};

G_DEFINE_FINAL_TYPE (TrhWidthBin, trh_width_bin, GTK_TYPE_WIDGET)

enum { PROP_CHILD = 1, PROP_WIDTH, N_PROPS };
static GParamSpec *props[N_PROPS];

static void
set_child (TrhWidthBin *self, GtkWidget *child)
{
  if (self->child != NULL)
    gtk_widget_unparent (self->child);
  self->child = child;
  if (child != NULL)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
}

static void
trh_width_bin_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                       int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  TrhWidthBin *self = TRH_WIDTH_BIN (widget);
  int least, wanted;

  *minimum = *natural = 0;
  if (self->child == NULL)
    return;
  if (orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0)
    {
      gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wanted, NULL, NULL);
      for_size = MAX (for_size, least);
    }
  gtk_widget_measure (self->child, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MIN (*minimum, LEAST_PX);
}

static gboolean
tell (gpointer data)
{
  TrhWidthBin *self = data;

  self->pending = 0;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_WIDTH]);
  return G_SOURCE_REMOVE;
}

/* What is visible may not change while it is given its place: the width is told right after. Until
 * then what is too wide is cut off. */
static void
trh_width_bin_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  TrhWidthBin *self = TRH_WIDTH_BIN (widget);
  int least;

  if (self->child != NULL)
    {
      gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      gtk_widget_allocate (self->child, MAX (width, least), height, baseline, NULL);
    }
  if (width != self->width_px)
    {
      self->width_px = width;
      if (self->pending == 0)
        self->pending = g_idle_add_full (G_PRIORITY_HIGH_IDLE, tell, self, NULL);
    }
}

static void
trh_width_bin_dispose (GObject *object)
{
  TrhWidthBin *self = TRH_WIDTH_BIN (object);

  g_clear_handle_id (&self->pending, g_source_remove);
  set_child (self, NULL);

  G_OBJECT_CLASS (trh_width_bin_parent_class)->dispose (object);
}

static void
trh_width_bin_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  TrhWidthBin *self = TRH_WIDTH_BIN (object);

  if (prop_id == PROP_CHILD)
    g_value_set_object (value, self->child);
  else if (prop_id == PROP_WIDTH)
    g_value_set_int (value, self->width_px);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
trh_width_bin_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_CHILD)
    set_child (TRH_WIDTH_BIN (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
trh_width_bin_class_init (TrhWidthBinClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = trh_width_bin_dispose;
  object_class->get_property = trh_width_bin_get_property;
  object_class->set_property = trh_width_bin_set_property;
  widget_class->measure = trh_width_bin_measure;
  widget_class->size_allocate = trh_width_bin_size_allocate;

  props[PROP_CHILD] = g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET,
                                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_WIDTH] = g_param_spec_int ("width", NULL, NULL, 0, G_MAXINT, 0,
                                        G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
trh_width_bin_init (TrhWidthBin *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/* Its width in pixels, 0 before it has one. */
int
trh_width_bin_get_width (TrhWidthBin *self)
{
  return self->width_px;
}
