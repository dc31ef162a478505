/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/model/trh-migrations.h"

/*
 * How files of older versions become files of this one. Version 1 is the first: there is no step
 * yet. The day a member changes its meaning:
 *   - TRH_PROJECT_VERSION grows by one, and a step from the old version is added to the chain;
 *   - tests/data/versions keeps a file of the old version for ever, and what becomes of it.
 */
const TrhMigrations trh_project_migrations = { .current = TRH_PROJECT_VERSION };

/* The oldest version that can still be read. */
int
trh_migrations_get_oldest (const TrhMigrations *self)
{
  return self->current - (int) self->n_steps;
}

/**
 * trh_migrations_climb:
 * @self: a chain of steps
 * @document: what trh_json_parse() has read
 * @version: its version, from the oldest of the chain on
 * @error: return location for a #TrhDataError
 *
 * Takes all the steps from @version on. A document of the current version, or of a later one, is
 * given back as it is.
 *
 * Returns: (transfer full): the document in the current version, or %NULL with @error set
 */
JsonNode *
trh_migrations_climb (const TrhMigrations *self, JsonNode *document, int version, GError **error)
{
  g_autoptr(JsonNode) climbed = json_node_ref (document);

  g_return_val_if_fail (version >= trh_migrations_get_oldest (self), NULL);

  for (guint i = 0; i < self->n_steps && climbed != NULL; i++)
    {
      const TrhMigration *step = &self->steps[i];

      g_assert (step->from == trh_migrations_get_oldest (self) + (int) i);
      if (step->from >= version)
        {
          g_autoptr(JsonNode) before = g_steal_pointer (&climbed);

          climbed = step->migrate (before, error);
        }
    }

  return g_steal_pointer (&climbed);
}

/**
 * trh_migration_copy:
 * @object: of a document, which must not be changed
 *
 * Returns: (transfer full): one with the same members in the same order, to change
 */
JsonObject *
trh_migration_copy (JsonObject *object)
{
  JsonObject *copy = json_object_new ();
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &value))
    json_object_set_member (copy, name, json_node_copy (value));

  return copy;
}

/**
 * trh_migration_wrap:
 * @object: (transfer full): an object
 *
 * Returns: (transfer full): the node that holds it
 */
JsonNode *
trh_migration_wrap (JsonObject *object)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  json_node_take_object (node, object);
  return node;
}
