/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/model/trh-entity-edits.h"

#include <glib/gi18n.h>

#include "core/base/trh-day.h"
#include "core/base/trh-limits.h"
#include "core/base/trh-text.h"
#include "core/model/trh-describe.h"
#include "core/model/trh-labels.h"
#include "core/model/trh-poll-facts.h"

/* “Camille Serre”, or “3 artists” when they are several of one type, or “3 objects”. */
static char *
describe_all (TrhProject *project, GPtrArray *entities)
{
  const TrhSchema *schema = trh_entity_get_schema (entities->pdata[0]);

  if (entities->len == 1)
    return trh_describe_inside (project, entities->pdata[0]);
  for (guint i = 1; i < entities->len; i++)
    if (trh_entity_get_schema (entities->pdata[i]) != schema)
      /* Translators: objects of several types */
      return g_strdup_printf (ngettext ("%u object", "%u objects", entities->len), entities->len);

  return trh_label_count ((TrhCollection) trh_collection_of (schema), entities->len);
}

static char **
peek_name (gpointer record)
{
  const TrhSchema *schema = ((TrhRecord *) record)->schema;
  int field = trh_schema_find (schema, "name");

  if (field < 0)
    field = trh_schema_find (schema, "title");
  return field >= 0 ? TRH_MEMBER (record, &schema->fields[field]) : NULL;
}

/**
 * trh_entity_edit_duplicate:
 * @project: the project as it stands
 * @entities: (element-type TrhEntity): one at least; neither seasons nor communes
 * @id: (out) (optional) (transfer full): the id of the first copy
 *
 * Copies objects beside their originals, with “(copy)” after a name. What points to them stays
 * with the original.
 *
 * Returns: (transfer full): the edit
 */
TrhEdit *
trh_entity_edit_duplicate (TrhProject *project, GPtrArray *entities, char **id)
{
  g_autofree char *what = describe_all (project, entities);
  /* Translators: what the person does; %s is an object or "3 artists" */
  g_autofree char *label = g_strdup_printf (C_("edit", "Duplicate %s"), what);
  TrhEdit *edit = trh_edit_new (label);

  for (guint i = 0; i < entities->len; i++)
    {
      const TrhSchema *schema = trh_entity_get_schema (entities->pdata[i]);
      TrhRecord *copy = trh_record_copy (trh_entity_peek_record (entities->pdata[i]));
      char **name = peek_name (copy);

      g_return_val_if_fail (!schema->singleton && schema->key == NULL, edit);

      g_free (copy->id);
      copy->id = g_uuid_string_random ();
      if (name != NULL && **name != '\0')
        {
          /* Translators: the name of a copy */
          g_autofree char *named = g_strdup_printf (_("%s (copy)"), *name);

          if (g_utf8_strlen (named, -1) <= TRH_MAX_TITLE)
            trh_record_set_text (name, named);
        }
      if (i == 0 && id != NULL)
        *id = g_strdup (copy->id);
      trh_edit_insert (edit, copy);
    }

  return edit;
}

/* What of @entities a vote that was held names, (transfer full), or NULL. */
static char *
describe_named (TrhProject *project, GPtrArray *entities)
{
  for (guint i = 0; i < entities->len; i++)
    {
      g_autoptr(GPtrArray) one = g_ptr_array_new ();
      g_autoptr(TrhEdit) edit = NULL;

      g_ptr_array_add (one, entities->pdata[i]);
      edit = trh_project_edit_remove (project, one, "");
      if (trh_poll_is_fact (project, edit))
        return trh_describe_entity (project, entities->pdata[i]);
    }
  return NULL;
}

/**
 * trh_entity_edit_delete:
 * @project: the project as it stands
 * @entities: (element-type TrhEntity): one at least
 * @sentence: (out) (transfer full): what is gone, as in “Camille Serre and 2 stays deleted”; or why nothing is
 *
 * Removes the objects, and what makes no sense without them. What a vote that was held names stays: the artists on its
 * ballot, the town halls where people voted.
 *
 * Returns: (transfer full) (nullable): the edit; %NULL when one of the objects stays
 */
TrhEdit *
trh_entity_edit_delete (TrhProject *project, GPtrArray *entities, char **sentence)
{
  g_autofree char *what = describe_all (project, entities);
  /* Translators: what the person does; %s is an object or "3 artists" */
  g_autofree char *label = g_strdup_printf (C_("edit", "Delete %s"), what);
  g_autofree char *named = describe_named (project, entities);
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *name = trh_describe_entity (project, entities->pdata[0]);
  g_autofree char *deleted = NULL;
  gboolean begins_with_noun;
  guint gone[TRH_N_COLLECTIONS] = { 0 };
  GString *said;
  TrhEdit *edit;

  if (named != NULL)
    {
      /* Translators: %s is an artist, a commune or a venue */
      *sentence = g_strdup_printf (_("%s stays in the season: a vote that was held names it."), named);
      return NULL;
    }
  edit = trh_project_edit_remove (project, entities, label);
  said = g_string_new (NULL);
  for (guint i = 0; i < trh_edit_get_n_changes (edit); i++)
    {
      const TrhChange *change = trh_edit_get_change (edit, i);

      if (change->after == NULL)
        gone[trh_collection_of (((const TrhRecord *) change->before)->schema)]++;
    }
  for (guint i = 0; i < entities->len; i++)
    gone[trh_collection_of (trh_entity_get_schema (entities->pdata[i]))]--;

  begins_with_noun = entities->len == 1 && !g_str_equal (what, name);
  g_ptr_array_add (parts, g_steal_pointer (&what));
  for (guint i = 0; i < TRH_N_COLLECTIONS; i++)
    if (gone[i] > 0)
      g_ptr_array_add (parts, trh_label_count ((TrhCollection) i, gone[i]));
  for (guint i = 0; i < parts->len; i++)
    {
      const char *joint = i == 0 ? "" : i + 1 < parts->len ? ", "
                          /* Translators: between the last two of a list, with its spaces */
                          : C_("list", " and ");

      g_string_append_printf (said, "%s%s", joint, (char *) parts->pdata[i]);
    }
  /* Translators: %s is what is gone, as in "Camille Serre and 2 stays"; French "Supprimé : %s" */
  deleted = g_strdup_printf (_("%s deleted"), said->str);
  *sentence = begins_with_noun ? trh_text_capital (deleted) : g_strdup (deleted);
  g_string_free (said, TRUE);

  return edit;
}

static int *
find_day (gpointer record, const char *name)
{
  const TrhSchema *schema = ((TrhRecord *) record)->schema;
  int field = trh_schema_find (schema, name);

  return field >= 0 ? TRH_MEMBER (record, &schema->fields[field]) : NULL;
}

/* Keeps a first and a last day in order after one of them was set: a first day takes the last one
 * along (a stay keeps its nights), a last day may not come before. */
static gboolean
settle_days (gpointer record, const char *field, int before, GError **error)
{
  int *first = find_day (record, "first-day"), *last = find_day (record, "last-day");
  const TrhSchema *schema = ((TrhRecord *) record)->schema;
  g_autofree char *said = NULL;

  if (first == NULL || last == NULL || *first == TRH_NO_DAY || *last == TRH_NO_DAY)
    return TRUE;

  if (g_str_equal (field, "first-day") && before != TRH_NO_DAY && schema == &trh_stay_schema)
    *last = CLAMP (*last + *first - before, *first, TRH_MAX_DAY);
  else if (g_str_equal (field, "first-day"))
    *last = MAX (*last, *first);
  if (*last >= *first)
    return TRUE;

  said = trh_day_say (*first);
  /* Translators: %s is a date */
  g_set_error (error, TRH_DATA_ERROR, TRH_DATA_ERROR_INVALID, _("This is before the first day, %s"), said);
  return FALSE;
}

/* Sets one member of a record that is not frozen yet; the error names no place: the form is the place. */
static gboolean
set_member (gpointer record, const char *name, const GValue *value, GError **error)
{
  const TrhSchema *schema = ((TrhRecord *) record)->schema;
  int field = trh_schema_find (schema, name);
  g_autoptr(GError) wrong = NULL;
  int before;

  g_return_val_if_fail (field >= 0, FALSE);

  before = schema->fields[field].kind == TRH_KIND_INT ? *(int *) TRH_MEMBER (record, &schema->fields[field]) : 0;
  if (trh_record_set (record, (guint) field, value, &wrong))
    return settle_days (record, name, before, error);

  g_set_error (error, wrong->domain, wrong->code,
               /* Translators: %s is a member such as "capacity" */
               _("This value is not possible for “%s”"), trh_label_field (schema, &schema->fields[field]));
  return FALSE;
}

/* “Rename…” or “Change capacity of Salle des fêtes”. */
static char *
label_change (TrhProject *project, GPtrArray *entities, const char *name, const GValue *value)
{
  const TrhSchema *schema = trh_entity_get_schema (entities->pdata[0]);
  int field = trh_schema_find (schema, name);
  g_autofree char *what = describe_all (project, entities);

  if (entities->len == 1 && value != NULL && (g_str_equal (name, "name") || g_str_equal (name, "title")))
    /* Translators: the old and the new name */
    return g_strdup_printf (_("Rename “%1$s” to “%2$s”"), what, g_value_get_string (value));
  /* Translators: a member such as "capacity", then an object or "3 artists" */
  return g_strdup_printf (C_("edit", "Change %1$s of %2$s"), trh_label_field (schema, &schema->fields[field]), what);
}

/**
 * trh_entity_edit_set:
 * @project: the project as it stands
 * @entities: (element-type TrhEntity): one or several of one type
 * @field: a member of their table that is no list
 * @value: of the type of its property
 * @error: return location for a #TrhDataError whose message is a sentence for the person
 *
 * What a form and a bulk change do. Setting the first day of a stay keeps its nights.
 *
 * Returns: (transfer full): the edit, or %NULL with @error set
 */
TrhEdit *
trh_entity_edit_set (TrhProject *project, GPtrArray *entities, const char *field, const GValue *value, GError **error)
{
  g_autofree char *label = label_change (project, entities, field, value);
  g_autoptr(TrhEdit) edit = trh_edit_new (label);

  for (guint i = 0; i < entities->len; i++)
    if (!set_member (trh_edit_change (edit, entities->pdata[i]), field, value, error))
      return NULL;
  if (entities->len == 1)
    {
      g_autofree char *key = g_strdup_printf ("%s %s", trh_entity_get_id (entities->pdata[0]), field);

      trh_edit_set_merge_key (edit, key);
    }

  return g_steal_pointer (&edit);
}

static GPtrArray *
change_list (TrhEdit *edit, TrhEntity *entity, const char *list)
{
  const TrhSchema *schema = trh_entity_get_schema (entity);
  int field = trh_schema_find (schema, list);
  gpointer record = trh_edit_change (edit, entity);

  g_assert (field >= 0 && schema->fields[field].kind == TRH_KIND_LIST);
  return *(GPtrArray **) TRH_MEMBER (record, &schema->fields[field]);
}

static TrhEdit *
new_list_edit (TrhProject *project, TrhEntity *entity, const char *list)
{
  g_autoptr(GPtrArray) entities = g_ptr_array_new ();
  g_autofree char *label = NULL;

  g_ptr_array_add (entities, entity);
  label = label_change (project, entities, list, NULL);
  return trh_edit_new (label);
}

/**
 * trh_entity_edit_set_part:
 * @project: the project as it stands
 * @entity: one of its objects
 * @list: a member that is a list of parts, as "availability"
 * @index: which of its parts
 * @field: a member of the part that is no list
 * @value: of the type that the part's table says
 * @error: return location for a #TrhDataError whose message is a sentence for the person
 *
 * Returns: (transfer full): the edit, or %NULL with @error set
 */
TrhEdit *
trh_entity_edit_set_part (TrhProject *project, TrhEntity *entity, const char *list, guint index,
                          const char *field, const GValue *value, GError **error)
{
  g_autoptr(TrhEdit) edit = new_list_edit (project, entity, list);
  GPtrArray *parts = change_list (edit, entity, list);
  g_autofree char *key = g_strdup_printf ("%s %s %u %s", trh_entity_get_id (entity), list, index, field);
  g_autoptr(TrhRecord) part = NULL;

  g_return_val_if_fail (index < parts->len, NULL);

  part = trh_record_copy (parts->pdata[index]);
  if (!set_member (part, field, value, error))
    return NULL;
  trh_record_unref (parts->pdata[index]);
  parts->pdata[index] = g_steal_pointer (&part);
  trh_edit_set_merge_key (edit, key);

  return g_steal_pointer (&edit);
}

/**
 * trh_entity_edit_add_part:
 * @project: the project as it stands
 * @entity: one of its objects
 * @list: a member that is a list of parts
 * @part: (transfer full): a record of its table
 *
 * Returns: (transfer full): the edit that adds it at the end
 */
TrhEdit *
trh_entity_edit_add_part (TrhProject *project, TrhEntity *entity, const char *list, gpointer part)
{
  TrhEdit *edit = new_list_edit (project, entity, list);

  g_ptr_array_add (change_list (edit, entity, list), part);
  return edit;
}

/* The edit that removes the part at @index. */
TrhEdit *
trh_entity_edit_drop_part (TrhProject *project, TrhEntity *entity, const char *list, guint index)
{
  TrhEdit *edit = new_list_edit (project, entity, list);

  g_ptr_array_remove_index (change_list (edit, entity, list), index);
  return edit;
}
