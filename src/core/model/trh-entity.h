/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "core/base/trh-record.h"

G_BEGIN_DECLS

/* What stays the same object while its record is replaced. Its properties come from the
 * table of its type and are read-only: no view can write past the history. */
#define TRH_TYPE_ENTITY (trh_entity_get_type ())
G_DECLARE_DERIVABLE_TYPE (TrhEntity, trh_entity, TRH, ENTITY, GObject)

struct _TrhEntityClass
{
  GObjectClass     parent_class;
  const TrhSchema *schema;
};

const char      *trh_entity_get_id      (TrhEntity *self);
gconstpointer    trh_entity_peek_record (TrhEntity *self);
const TrhSchema *trh_entity_get_schema  (TrhEntity *self);

/*< protected >*/
void trh_entity_class_set_schema (TrhEntityClass *klass, const TrhSchema *schema);
/*< for TrhProject only >*/
void trh_entity_set_record       (TrhEntity *self, gconstpointer record);

#define TRH_DEFINE_ENTITY(Type, type, schema_)                                  \
  G_DEFINE_FINAL_TYPE (Type, type, TRH_TYPE_ENTITY)                             \
  static void type##_init (Type *self) { }                                      \
  static void type##_class_init (Type##Class *klass)                            \
  {                                                                             \
    trh_entity_class_set_schema (TRH_ENTITY_CLASS (klass), schema_);            \
  }

G_END_DECLS
