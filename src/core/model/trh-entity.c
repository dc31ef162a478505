/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/model/trh-entity.h"

typedef struct {
  gpointer record; /* (nullable) (owned) */
} TrhEntityPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TrhEntity, trh_entity, G_TYPE_OBJECT)

static void
trh_entity_finalize (GObject *object)
{
  TrhEntityPrivate *priv = trh_entity_get_instance_private (TRH_ENTITY (object));

  g_clear_pointer (&priv->record, trh_record_unref);

  G_OBJECT_CLASS (trh_entity_parent_class)->finalize (object);
}

static void
trh_entity_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  TrhEntityPrivate *priv = trh_entity_get_instance_private (TRH_ENTITY (object));

  trh_record_get (priv->record, prop_id - 1, value);
}

static void
trh_entity_class_init (TrhEntityClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = trh_entity_finalize;
  object_class->get_property = trh_entity_get_property;
}

static void
trh_entity_init (TrhEntity *self)
{
}

/**
 * trh_entity_class_set_schema:
 * @klass: a class under construction
 * @schema: the table of its type
 *
 * Installs one read-only property for each field.
 */
void
trh_entity_class_set_schema (TrhEntityClass *klass, const TrhSchema *schema)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  klass->schema = schema;
  /* vfuncs of the parent are inherited, but the property slots are ours */
  G_OBJECT_CLASS (klass)->get_property = trh_entity_get_property;

  for (guint i = 0; i < schema->n_fields; i++)
    {
      const TrhField *field = &schema->fields[i];
      GParamSpec *pspec = NULL;

      switch (field->kind)
        {
        case TRH_KIND_TEXT:
          pspec = g_param_spec_string (field->name, NULL, NULL, NULL, flags);
          break;
        case TRH_KIND_REAL:
          pspec = g_param_spec_double (field->name, NULL, NULL, field->min, field->max, field->standard, flags);
          break;
        case TRH_KIND_INT:
          pspec = g_param_spec_int (field->name, NULL, NULL, (int) field->min, (int) field->max, (int) field->standard, flags);
          break;
        case TRH_KIND_BOOL:
          pspec = g_param_spec_boolean (field->name, NULL, NULL, field->standard > 0, flags);
          break;
        case TRH_KIND_LIST:
          pspec = g_param_spec_boxed (field->name, NULL, NULL, G_TYPE_PTR_ARRAY, flags);
          break;
        case TRH_KIND_TEXTS:
          pspec = g_param_spec_boxed (field->name, NULL, NULL, G_TYPE_STRV, flags);
          break;
        default:
          g_assert_not_reached ();
        }

      g_object_class_install_property (G_OBJECT_CLASS (klass), i + 1, pspec);
    }
}

/**
 * trh_entity_peek_record:
 * @self: an entity
 *
 * Returns: (transfer none): its record, of the struct of its type; valid until the next edit,
 *   or for as long as a reference from trh_record_ref() is held
 */
gconstpointer
trh_entity_peek_record (TrhEntity *self)
{
  TrhEntityPrivate *priv = trh_entity_get_instance_private (self);

  return priv->record;
}

const char *
trh_entity_get_id (TrhEntity *self)
{
  return ((const TrhRecord *) trh_entity_peek_record (self))->id;
}

const TrhSchema *
trh_entity_get_schema (TrhEntity *self)
{
  return TRH_ENTITY_GET_CLASS (self)->schema;
}

/* Replaces the record and notifies only the properties that differ. */
void
trh_entity_set_record (TrhEntity *self, gconstpointer record)
{
  TrhEntityPrivate *priv = trh_entity_get_instance_private (self);
  const TrhSchema *schema = TRH_ENTITY_GET_CLASS (self)->schema;
  gpointer old = priv->record;

  g_return_if_fail (((const TrhRecord *) record)->schema == schema);

  priv->record = trh_record_ref (record);

  if (old != NULL)
    {
      g_object_freeze_notify (G_OBJECT (self));
      for (guint i = 0; i < schema->n_fields; i++)
        if (!trh_record_same (old, record, i))
          g_object_notify (G_OBJECT (self), schema->fields[i].name);
      g_object_thaw_notify (G_OBJECT (self));
      trh_record_unref (old);
    }
}
