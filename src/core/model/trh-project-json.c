/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "core/base/trh-json.h"
#include "core/base/trh-limits.h"
#include "core/base/trh-text.h"
#include "core/model/trh-project-private.h"

#define FORMAT "transhumance"

struct _TrhSnapshot
{
  char       *id;
  int         version;
  GPtrArray  *records[TRH_N_COLLECTIONS]; /* TrhRecord (owned) */
  JsonObject *unknown;                    /* (nullable) (owned) */
};

/**
 * trh_project_snapshot:
 * @self: a project
 *
 * Returns: (transfer full): its records as they are now; some microseconds per thousand
 */
TrhSnapshot *
trh_project_snapshot (TrhProject *self)
{
  TrhSnapshot *snapshot = g_new0 (TrhSnapshot, 1);

  snapshot->id = g_strdup (self->id);
  snapshot->version = MAX (self->version, TRH_PROJECT_VERSION);
  snapshot->unknown = self->unknown != NULL ? json_object_ref (self->unknown) : NULL;
  for (guint i = 0; i < TRH_N_COLLECTIONS; i++)
    {
      guint n = trh_project_count (self, i);

      snapshot->records[i] = g_ptr_array_new_full (n, trh_record_unref);
      for (guint j = 0; j < n; j++)
        g_ptr_array_add (snapshot->records[i], trh_record_ref (trh_project_peek_record (self, i, j)));
    }

  return snapshot;
}

/* On the main thread: json-glib counts references without atomics. */
void
trh_snapshot_free (TrhSnapshot *snapshot)
{
  for (guint i = 0; i < TRH_N_COLLECTIONS; i++)
    g_ptr_array_unref (snapshot->records[i]);
  g_clear_pointer (&snapshot->unknown, json_object_unref);
  g_free (snapshot->id);
  g_free (snapshot);
}

static void
append_collection (GString *out, TrhCollection collection, GPtrArray *records)
{
  const TrhSchema *schema = trh_collection_get_schema (collection);

  if (records->len == 0)
    return;
  g_string_append_printf (out, ",\n  \"%s\": ", schema->collection);
  if (schema->singleton)
    {
      trh_record_append (out, records->pdata[0], 1);
      return;
    }
  g_string_append_c (out, '[');
  for (guint i = 0; i < records->len; i++)
    {
      g_string_append (out, i > 0 ? ",\n    " : "\n    ");
      trh_record_append (out, records->pdata[i], 2);
    }
  g_string_append (out, "\n  ]");
}

/**
 * trh_snapshot_write:
 * @snapshot: a frozen project
 *
 * Writes the canonical form of version %TRH_PROJECT_VERSION: "format" first, so that the
 * file is recognised by its first bytes, then the collections in their order, empty ones
 * left out, then what we do not know. The same project always gives the same bytes.
 *
 * Returns: (transfer full): UTF-8 text that ends with a line feed
 */
GBytes *
trh_snapshot_write (const TrhSnapshot *snapshot)
{
  GString *out = g_string_sized_new (64 * 1024);

  g_string_append_printf (out, "{\n  \"format\": \"" FORMAT "\",\n  \"version\": %d,\n  \"id\": ", snapshot->version);
  trh_json_append_text (out, snapshot->id);
  for (guint i = 0; i < TRH_N_COLLECTIONS; i++)
    append_collection (out, i, snapshot->records[i]);
  if (snapshot->unknown != NULL)
    {
      JsonObjectIter iter;
      const char *name;
      JsonNode *value;

      json_object_iter_init_ordered (&iter, snapshot->unknown);
      while (json_object_iter_next_ordered (&iter, &name, &value))
        {
          g_string_append (out, ",\n  ");
          trh_json_append_text (out, name);
          g_string_append (out, ": ");
          trh_json_append_node (out, value, 1);
        }
    }
  g_string_append (out, "\n}\n");

  return g_string_free_to_bytes (out);
}

/* Returns: (transfer full): the file of the project as it is now. For small ones and tests: a save writes a
 * #TrhSnapshot in a worker. */
GBytes *
trh_project_to_bytes (TrhProject *self)
{
  g_autoptr(TrhSnapshot) snapshot = trh_project_snapshot (self);

  return trh_snapshot_write (snapshot);
}

static gboolean
invalid (GError **error, const char *path, const char *sentence)
{
  return trh_data_error_set (error, TRH_DATA_ERROR_INVALID, path, "%s", sentence);
}

static gboolean
read_head (JsonNode *root, int oldest, const char **id, int *version, GError **error)
{
  JsonObject *object;
  JsonNode *node;

  if (!JSON_NODE_HOLDS_OBJECT (root))
    {
      g_set_error_literal (error, TRH_DATA_ERROR, TRH_DATA_ERROR_INVALID,
                           _("this is not a season of Transhumances: it is no object"));
      return FALSE;
    }
  object = json_node_get_object (root);

  node = json_object_get_member (object, "format");
  if (node == NULL || json_node_get_value_type (node) != G_TYPE_STRING ||
      !g_str_equal (json_node_get_string (node), FORMAT))
    return invalid (error, "format", _("this is not a season of Transhumances"));

  node = json_object_get_member (object, "version");
  if (node == NULL || json_node_get_value_type (node) != G_TYPE_INT64 ||
      json_node_get_int (node) < oldest || json_node_get_int (node) > G_MAXINT)
    return trh_data_error_set (error, TRH_DATA_ERROR_INVALID, "version", _("a whole number from %d is expected"), oldest);
  *version = (int) json_node_get_int (node);

  node = json_object_get_member (object, "id");
  if (node == NULL || json_node_get_value_type (node) != G_TYPE_STRING || !trh_text_is_id (json_node_get_string (node)))
    return invalid (error, "id", _("an identifier is missing"));
  *id = json_node_get_string (node);

  return TRUE;
}

static gboolean
read_record (GPtrArray *records, GHashTable *ids, const TrhSchema *schema, JsonNode *node, const char *path, GError **error)
{
  TrhRecord *record = trh_record_from_json (schema, node, path, error);
  const char *other;

  if (record == NULL)
    return FALSE;
  g_ptr_array_add (records, record);
  if (schema->singleton)
    return TRUE; /* its id was taken before anything was read */
  other = g_hash_table_lookup (ids, record->id);
  if (other != NULL)
    {
      g_autofree char *place = g_strdup_printf ("%s.%s", path, schema->key != NULL ? schema->key : "id");

      /* Translators: an identifier, a list in the file */
      return trh_data_error_set (error, TRH_DATA_ERROR_INVALID, place, _("“%1$s” is already used in “%2$s”"),
                                 record->id, other);
    }
  g_hash_table_insert (ids, record->id, (gpointer) schema->collection);
  return TRUE;
}

static gboolean
read_collection (GPtrArray *records, GHashTable *ids, const TrhSchema *schema, JsonNode *node, GError **error)
{
  JsonArray *array;

  if (schema->singleton)
    return read_record (records, ids, schema, node, schema->collection, error);

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return trh_data_error_set (error, TRH_DATA_ERROR_INVALID, schema->collection, _("a list is expected"));
  array = json_node_get_array (node);
  if (json_array_get_length (array) > TRH_MAX_RECORDS)
    return trh_data_error_set (error, TRH_DATA_ERROR_TOO_LARGE, schema->collection, _("%u objects are too many"),
                               json_array_get_length (array));
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      char path[64];

      g_snprintf (path, sizeof path, "%s[%u]", schema->collection, i);
      if (!read_record (records, ids, schema, json_array_get_element (array, i), path, error))
        return FALSE;
    }
  return TRUE;
}

/* An object whose id is that of the season would take its place. */
static void
reserve_ids (GHashTable *ids)
{
  for (int i = 0; i < TRH_N_COLLECTIONS; i++)
    {
      const TrhSchema *schema = trh_collection_get_schema ((TrhCollection) i);

      if (schema->singleton)
        g_hash_table_insert (ids, (gpointer) schema->collection, (gpointer) schema->collection);
    }
}

static int
find_collection (const char *name)
{
  for (int i = 0; i < TRH_N_COLLECTIONS; i++)
    if (g_str_equal (trh_collection_get_schema ((TrhCollection) i)->collection, name))
      return i;

  return -1;
}

/* Reads the members of @root; %NULL with @error set when one is wrong. */
static TrhProject *
read_members (JsonNode *root, const char *id, int version, GError **error)
{
  g_autoptr(GPtrArray) records = g_ptr_array_new_with_free_func (trh_record_unref);
  g_autoptr(GHashTable) ids = g_hash_table_new (trh_text_hash, g_str_equal);
  g_autoptr(JsonObject) unknown = NULL;
  TrhProject *project;
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  reserve_ids (ids);

  json_object_iter_init_ordered (&iter, json_node_get_object (root));
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      int collection = find_collection (name);

      if (collection >= 0)
        {
          if (!read_collection (records, ids, trh_collection_get_schema ((TrhCollection) collection), node, error))
            return NULL;
        }
      else if (!g_str_equal (name, "format") && !g_str_equal (name, "version") && !g_str_equal (name, "id"))
        {
          if (unknown == NULL)
            unknown = json_object_new ();
          json_object_set_member (unknown, name, json_node_copy (node));
        }
    }

  project = trh_project_new ();
  trh_project_fill (project, records, id, version, unknown);
  return project;
}

static gboolean
check_size (GBytes *bytes, GError **error)
{
  if (g_bytes_get_size (bytes) <= TRH_MAX_PROJECT)
    return TRUE;

  g_set_error (error, TRH_DATA_ERROR, TRH_DATA_ERROR_TOO_LARGE, _("a season larger than %d MiB"),
               TRH_MAX_PROJECT / 1024 / 1024);
  return FALSE;
}

/**
 * trh_project_check_bytes:
 * @bytes: what trh_snapshot_write() gave
 * @error: return location for a #TrhDataError
 *
 * To be asked before a good file is replaced: a season that grew beyond the ceilings could be
 * written, and never be opened again. A tenth of a second for the largest; any thread.
 *
 * Returns: whether trh_project_from_bytes() will take them
 */
gboolean
trh_project_check_bytes (GBytes *bytes, GError **error)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  return check_size (bytes, error) && trh_json_scan (text, length, error);
}

/* A file without spaces grows when it is written: it must not be taken when it could not be read
 * again afterwards. */
static gboolean
check_growth (TrhProject *project, GBytes *bytes, GError **error)
{
  g_autoptr(GBytes) written = NULL;

  if (trh_json_get_most_bytes (bytes) <= TRH_MAX_PROJECT)
    return TRUE;
  written = trh_project_to_bytes (project);
  return check_size (written, error);
}

/* Lines and columns are those of the file: what a migration made has none. */
static TrhProject *
climb_and_read (JsonNode *root, const TrhMigrations *migrations, GBytes *bytes, GError **error)
{
  g_autoptr(JsonNode) document = NULL;
  TrhProject *project = NULL;
  const char *id = NULL;
  int version = 0;

  if (read_head (root, trh_migrations_get_oldest (migrations), &id, &version, error))
    {
      document = trh_migrations_climb (migrations, root, version, error);
      project = document != NULL ? read_members (document, id, version, error) : NULL;
    }
  if (project == NULL && (document == NULL || document == root))
    trh_json_place_error (bytes, error);

  return project;
}

/* trh_project_from_bytes() with another chain of migrations. */
TrhProject *
trh_project_read (GBytes *bytes, const TrhMigrations *migrations, GError **error)
{
  g_autoptr(JsonNode) root = check_size (bytes, error) ? trh_json_parse (bytes, error) : NULL;
  g_autoptr(TrhProject) project = root != NULL ? climb_and_read (root, migrations, bytes, error) : NULL;

  if (project == NULL || !check_growth (project, bytes, error))
    return NULL;

  return g_steal_pointer (&project);
}

/**
 * trh_project_from_bytes:
 * @bytes: a project file
 * @error: return location for a #TrhDataError that names line, column and path
 *
 * Reads a file whole or not at all. One of an older version is migrated; one of a later version is
 * read as far as we know it and is then read-only. References are not checked here: a dangling one
 * is kept, and trh_project_find_dangling() tells it.
 *
 * Returns: (transfer full): the project, or %NULL with @error set
 */
TrhProject *
trh_project_from_bytes (GBytes *bytes, GError **error)
{
  return trh_project_read (bytes, &trh_project_migrations, error);
}
