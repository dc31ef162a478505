/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/trh-field-link.h"

typedef struct {
  GObject        *object; /* (owned) */
  const TrhField *field;
  char           *title;
} TrhFieldLinkPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TrhFieldLink, trh_field_link, G_TYPE_OBJECT)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
trh_field_link_finalize (GObject *object)
{
  TrhFieldLinkPrivate *priv = trh_field_link_get_instance_private (TRH_FIELD_LINK (object));

  g_clear_object (&priv->object);
  g_free (priv->title);

  G_OBJECT_CLASS (trh_field_link_parent_class)->finalize (object);
}

static void
read_property (TrhFieldLink *self, GValue *value)
{
  TrhFieldLinkPrivate *priv = trh_field_link_get_instance_private (self);
  GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (priv->object), priv->field->name);

  g_value_init (value, pspec->value_type);
  g_object_get_property (priv->object, priv->field->name, value);
}

static void
trh_field_link_class_init (TrhFieldLinkClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = trh_field_link_finalize;
  klass->read = read_property;

  signals[CHANGED] = g_signal_new ("changed", TRH_TYPE_FIELD_LINK, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
trh_field_link_init (TrhFieldLink *self)
{
}

/**
 * trh_field_link_set_up:
 * @self: a link just made
 * @object: an object with a property for each line of its table, unless the class reads in another way
 * @field: one of these lines
 * @title: what the form calls it
 */
void
trh_field_link_set_up (TrhFieldLink *self, GObject *object, const TrhField *field, const char *title)
{
  TrhFieldLinkPrivate *priv = trh_field_link_get_instance_private (self);
  g_autofree char *detailed = g_strconcat ("notify::", field->name, NULL);

  g_return_if_fail (priv->object == NULL);

  priv->object = g_object_ref (object);
  priv->field = field;
  priv->title = g_strdup (title);
  g_signal_connect_object (object, detailed, G_CALLBACK (trh_field_link_changed), self, G_CONNECT_SWAPPED);
}

GObject *
trh_field_link_get_object (TrhFieldLink *self)
{
  TrhFieldLinkPrivate *priv = trh_field_link_get_instance_private (self);

  return priv->object;
}

const TrhField *
trh_field_link_get_field (TrhFieldLink *self)
{
  TrhFieldLinkPrivate *priv = trh_field_link_get_instance_private (self);

  return priv->field;
}

const char *
trh_field_link_get_title (TrhFieldLink *self)
{
  TrhFieldLinkPrivate *priv = trh_field_link_get_instance_private (self);

  return priv->title;
}

/**
 * trh_field_link_read:
 * @self: a link
 * @value: (out caller-allocates): zero-filled; the member's value
 */
void
trh_field_link_read (TrhFieldLink *self, GValue *value)
{
  TRH_FIELD_LINK_GET_CLASS (self)->read (self, value);
}

/**
 * trh_field_link_write:
 * @self: a link
 * @value: of the type that trh_field_link_read() gives
 * @error: return location for why not, as a sentence for the person
 *
 * Returns: %FALSE with @error set and nothing changed
 */
gboolean
trh_field_link_write (TrhFieldLink *self, const GValue *value, GError **error)
{
  return TRH_FIELD_LINK_GET_CLASS (self)->write (self, value, error);
}

char *
trh_field_link_say (TrhFieldLink *self, const char *id)
{
  return TRH_FIELD_LINK_GET_CLASS (self)->say (self, id);
}

GListModel *
trh_field_link_dup_options (TrhFieldLink *self)
{
  return TRH_FIELD_LINK_GET_CLASS (self)->dup_options (self);
}

void
trh_field_link_changed (TrhFieldLink *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}
