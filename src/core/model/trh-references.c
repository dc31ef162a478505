/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <string.h>

#include "core/base/trh-text.h"
#include "core/model/trh-project.h"

/*
 * Everything that is a reference says so in its table, with the collections it may point to.
 * One walk serves the check, the search for what points to an object, and removal.
 */

typedef void (*Visit) (TrhEntity *entity, const TrhField *field, const char *id, const char *path, gpointer data);

static gboolean
is_reference (const TrhField *field)
{
  return field->format == TRH_FORMAT_ID &&
         (field->kind == TRH_KIND_TEXT || field->kind == TRH_KIND_TEXTS);
}

/* Whether a table or one inside it holds a reference at all. */
static gboolean
has_references (const TrhSchema *schema)
{
  for (guint i = 0; i < schema->n_fields; i++)
    if (is_reference (&schema->fields[i]) ||
        (schema->fields[i].kind == TRH_KIND_LIST && has_references (schema->fields[i].child)))
      return TRUE;

  return FALSE;
}

static void
walk_record (TrhEntity *entity, gconstpointer record, const char *path, Visit visit, gpointer data)
{
  const TrhSchema *schema = ((const TrhRecord *) record)->schema;

  for (guint i = 0; i < schema->n_fields; i++)
    {
      const TrhField *field = &schema->fields[i];
      gpointer member = TRH_MEMBER (record, field);

      if (is_reference (field) && field->kind == TRH_KIND_TEXT && **(char **) member != '\0')
        visit (entity, field, *(char **) member, path, data);
      else if (is_reference (field) && field->kind == TRH_KIND_TEXTS)
        for (char **id = *(char ***) member; *id != NULL; id++)
          visit (entity, field, *id, path, data);
      else if (field->kind == TRH_KIND_LIST && has_references (field->child))
        {
          GPtrArray *list = *(GPtrArray **) member;

          for (guint j = 0; j < list->len; j++)
            {
              g_autofree char *place = g_strdup_printf ("%s.%s[%u]", path, field->name, j);

              walk_record (entity, list->pdata[j], place, visit, data);
            }
        }
    }
}

static void
walk (TrhProject *project, Visit visit, gpointer data)
{
  for (guint collection = 0; collection < TRH_N_COLLECTIONS; collection++)
    {
      const TrhSchema *schema = trh_collection_get_schema (collection);
      guint n = has_references (schema) ? trh_project_count (project, collection) : 0;

      for (guint i = 0; i < n; i++)
        {
          TrhEntity *entity = trh_project_peek (project, collection, i);
          char path[64];

          if (schema->singleton)
            g_strlcpy (path, schema->collection, sizeof path);
          else
            g_snprintf (path, sizeof path, "%s[%u]", schema->collection, i);
          walk_record (entity, trh_entity_peek_record (entity), path, visit, data);
        }
    }
}

/* Whether @collection is one of the words of @targets. */
static gboolean
is_among (const char *collection, const char *targets)
{
  gsize length = strlen (collection);

  for (const char *p = targets; (p = strstr (p, collection)) != NULL; p += length)
    if ((p == targets || p[-1] == ' ') && (p[length] == '\0' || p[length] == ' '))
      return TRUE;

  return FALSE;
}

void
trh_dangling_free (TrhDangling *dangling)
{
  g_clear_object (&dangling->entity);
  g_free (dangling->path);
  g_free (dangling->target);
  g_free (dangling);
}

typedef struct {
  TrhProject *project;
  const char *id; /* (nullable): looked for */
  GPtrArray  *found;
} Search;

static void
note_dangling (TrhEntity *entity, const TrhField *field, const char *id, const char *path, gpointer data)
{
  Search *search = data;
  TrhEntity *target = trh_project_find_any (search->project, id);

  if (target == NULL || !is_among (trh_entity_get_schema (target)->collection, field->target))
    {
      TrhDangling *dangling = g_new0 (TrhDangling, 1);

      dangling->entity = g_object_ref (entity);
      dangling->path = g_strdup_printf ("%s.%s", path, field->name);
      dangling->target = g_strdup (id);
      g_ptr_array_add (search->found, dangling);
    }
}

/**
 * trh_project_find_dangling:
 * @self: a project
 *
 * Returns: (transfer full) (element-type TrhDangling): references that lead to nothing, or
 *   to an object of another type, in the order of the file
 */
GPtrArray *
trh_project_find_dangling (TrhProject *self)
{
  Search search = { self, NULL, g_ptr_array_new_with_free_func ((GDestroyNotify) trh_dangling_free) };

  walk (self, note_dangling, &search);

  return search.found;
}

static void
note_reference (TrhEntity *entity, const TrhField *field, const char *id, const char *path, gpointer data)
{
  Search *search = data;

  if (g_str_equal (id, search->id) &&
      (search->found->len == 0 || g_ptr_array_index (search->found, search->found->len - 1) != entity))
    g_ptr_array_add (search->found, g_object_ref (entity));
}

/**
 * trh_project_find_references:
 * @self: a project
 * @id: the identifier of an object
 *
 * Returns: (transfer full) (element-type TrhEntity): the entities that name it, each once
 */
GPtrArray *
trh_project_find_references (TrhProject *self, const char *id)
{
  Search search = { self, id, g_ptr_array_new_with_free_func (g_object_unref) };

  walk (self, note_reference, &search);

  return search.found;
}

/* What makes no sense without the object named: it goes with it. */
static const struct { const char *collection, *member; } inseparable[] = {
  { "stays", "artist" },
  { "venues", "commune" },
  { "legs", "from" },
  { "legs", "to" },
  { "loans", "item" },
  { "results", "poll" },
  { "reviews", "commune" },
};

static gboolean
goes_with (TrhEntity *entity, const TrhField *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (inseparable); i++)
    if (g_str_equal (trh_entity_get_schema (entity)->collection, inseparable[i].collection) &&
        g_str_equal (field->name, inseparable[i].member))
      return TRUE;

  return FALSE;
}

typedef struct {
  GHashTable *gone;     /* ids */
  GPtrArray  *removed;  /* TrhEntity */
  GHashTable *touched;  /* TrhEntity that only loses a reference */
  gboolean    again;
} Removal;

static void
note_removal (TrhEntity *entity, const TrhField *field, const char *id, const char *path, gpointer data)
{
  Removal *removal = data;

  if (!g_hash_table_contains (removal->gone, id) || g_hash_table_contains (removal->gone, trh_entity_get_id (entity)))
    return;
  if (goes_with (entity, field))
    {
      g_hash_table_add (removal->gone, (gpointer) trh_entity_get_id (entity));
      g_ptr_array_add (removal->removed, entity);
      removal->again = TRUE;
    }
  else
    g_hash_table_add (removal->touched, entity);
}

/* Takes every reference to what is gone out of a record that is not frozen yet. */
static void
forget (gpointer record, GHashTable *gone)
{
  const TrhSchema *schema = ((TrhRecord *) record)->schema;

  for (guint i = 0; i < schema->n_fields; i++)
    {
      const TrhField *field = &schema->fields[i];
      gpointer member = TRH_MEMBER (record, field);

      if (is_reference (field) && field->kind == TRH_KIND_TEXT && g_hash_table_contains (gone, *(char **) member))
        trh_record_set_text (member, "");
      else if (is_reference (field) && field->kind == TRH_KIND_TEXTS)
        {
          g_autoptr(GStrvBuilder) kept = g_strv_builder_new ();

          for (char **id = *(char ***) member; *id != NULL; id++)
            if (!g_hash_table_contains (gone, *id))
              g_strv_builder_add (kept, *id);
          g_strfreev (*(char ***) member);
          *(char ***) member = g_strv_builder_end (kept);
        }
      else if (field->kind == TRH_KIND_LIST && has_references (field->child))
        {
          GPtrArray *list = *(GPtrArray **) member;

          for (guint j = 0; j < list->len; j++)
            {
              gpointer part = trh_record_copy (list->pdata[j]);

              forget (part, gone);
              trh_record_unref (list->pdata[j]);
              list->pdata[j] = part;
            }
        }
    }
}

/**
 * trh_project_edit_remove:
 * @self: a project
 * @entities: (element-type TrhEntity): what to remove
 * @label: what the person does, in their words
 *
 * Removes the objects and what makes no sense without them (an artist's stays, a commune's
 * venues…); other references to them become empty, so that nothing dangles.
 *
 * Returns: (transfer full): the edit
 */
TrhEdit *
trh_project_edit_remove (TrhProject *self, GPtrArray *entities, const char *label)
{
  TrhEdit *edit = trh_edit_new (label);
  g_autoptr(GHashTable) gone = g_hash_table_new (trh_text_hash, g_str_equal);
  g_autoptr(GHashTable) touched = g_hash_table_new (NULL, NULL);
  g_autoptr(GPtrArray) removed = g_ptr_array_new ();
  Removal removal = { gone, removed, touched, FALSE };
  GHashTableIter iter;
  gpointer entity;

  for (guint i = 0; i < entities->len; i++)
    if (g_hash_table_add (gone, (gpointer) trh_entity_get_id (entities->pdata[i])))
      g_ptr_array_add (removed, entities->pdata[i]);
  do
    {
      removal.again = FALSE;
      g_hash_table_remove_all (touched);
      walk (self, note_removal, &removal);
    }
  while (removal.again);

  g_hash_table_iter_init (&iter, touched);
  while (g_hash_table_iter_next (&iter, &entity, NULL))
    if (!g_hash_table_contains (gone, trh_entity_get_id (entity)))
      forget (trh_edit_change (edit, entity), gone);
  for (guint i = removed->len; i > 0; i--)
    trh_edit_remove (edit, removed->pdata[i - 1]);

  return edit;
}
