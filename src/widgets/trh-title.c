/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/trh-title.h"

#define MOST_LINES 3

struct _TrhTitle
{
  GtkWidget parent_instance;

  GtkLabel *title;
  GtkLabel *subtitle;
};

G_DEFINE_FINAL_TYPE (TrhTitle, trh_title, GTK_TYPE_WIDGET)

enum { PROP_TITLE = 1, PROP_SUBTITLE, N_PROPS };
static GParamSpec *props[N_PROPS];

/**
 * trh_title_set_title:
 * @title: the name of the window
 */
void
trh_title_set_title (TrhTitle *self, const char *title)
{
  if (g_strcmp0 (gtk_label_get_label (self->title), title) == 0)
    return;
  gtk_label_set_label (self->title, title);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TITLE]);
}

/**
 * trh_title_set_subtitle:
 * @subtitle: smaller words below it, "" for none
 */
void
trh_title_set_subtitle (TrhTitle *self, const char *subtitle)
{
  if (g_strcmp0 (gtk_label_get_label (self->subtitle), subtitle) == 0)
    return;
  gtk_label_set_label (self->subtitle, subtitle);
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), subtitle != NULL && *subtitle != '\0');
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SUBTITLE]);
}

static void
trh_title_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TrhTitle *self = TRH_TITLE (object);

  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, gtk_label_get_label (self->title));
      break;
    case PROP_SUBTITLE:
      g_value_set_string (value, gtk_label_get_label (self->subtitle));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
trh_title_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TrhTitle *self = TRH_TITLE (object);

  switch (id)
    {
    case PROP_TITLE:
      trh_title_set_title (self, g_value_get_string (value));
      break;
    case PROP_SUBTITLE:
      trh_title_set_subtitle (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
trh_title_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (trh_title_parent_class)->dispose (object);
}

static void
trh_title_class_init (TrhTitleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = trh_title_get_property;
  object_class->set_property = trh_title_set_property;
  object_class->dispose = trh_title_dispose;

  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "",
                                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, "",
                                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static GtkLabel *
add_label (TrhTitle *self, const char *css_class)
{
  GtkWidget *label = gtk_label_new ("");

  gtk_widget_add_css_class (label, css_class);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_lines (GTK_LABEL (label), MOST_LINES);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  return GTK_LABEL (label);
}

static void
trh_title_init (TrhTitle *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  self->title = add_label (self, "title");
  self->subtitle = add_label (self, "subtitle");
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), FALSE);
}
