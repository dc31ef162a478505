/* SPDX-FileCopyrightText: 2026 Serres Lez'Arts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/base/trh-record.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "core/base/trh-day.h"
#include "core/base/trh-limits.h"
#include "core/base/trh-text.h"

static void
clear (gpointer record)
{
  TrhRecord *base = record;

  for (guint i = 0; i < base->schema->n_fields; i++)
    {
      const TrhField *field = &base->schema->fields[i];

      if (field->kind == TRH_KIND_TEXT)
        g_clear_pointer ((char **) TRH_MEMBER (record, field), g_free);
      else if (field->kind == TRH_KIND_LIST)
        g_clear_pointer ((GPtrArray **) TRH_MEMBER (record, field), g_ptr_array_unref);
      else if (field->kind == TRH_KIND_TEXTS)
        g_clear_pointer ((char ***) TRH_MEMBER (record, field), g_strfreev);
    }

  g_clear_pointer (&base->unknown, json_object_unref);
  g_clear_pointer (&base->id, g_free);
}

/**
 * trh_record_new:
 * @schema: the table of its type
 * @id: (nullable): its identifier; %NULL makes a random UUID. Parts have none in any case
 *
 * Returns: (transfer full): a record whose members have their standard values
 */
gpointer
trh_record_new (const TrhSchema *schema, const char *id)
{
  TrhRecord *record = g_atomic_rc_box_alloc0 (schema->size);

  record->schema = schema;
  if (schema->singleton)
    record->id = g_strdup (schema->collection);
  else if (schema->collection != NULL)
    record->id = id != NULL ? g_strdup (id) : g_uuid_string_random ();

  for (guint i = 0; i < schema->n_fields; i++)
    {
      const TrhField *field = &schema->fields[i];

      switch (field->kind)
        {
        case TRH_KIND_TEXT:
          *(char **) TRH_MEMBER (record, field) = g_strdup ("");
          break;
        case TRH_KIND_REAL:
          *(double *) TRH_MEMBER (record, field) = field->standard;
          break;
        case TRH_KIND_INT:
          *(int *) TRH_MEMBER (record, field) = (int) field->standard;
          break;
        case TRH_KIND_BOOL:
          *(bool *) TRH_MEMBER (record, field) = field->standard > 0;
          break;
        case TRH_KIND_LIST:
          *(GPtrArray **) TRH_MEMBER (record, field) = g_ptr_array_new_with_free_func (trh_record_unref);
          break;
        case TRH_KIND_TEXTS:
          *(char ***) TRH_MEMBER (record, field) = g_new0 (char *, 1);
          break;
        default:
          g_assert_not_reached ();
        }
    }

  return record;
}

static gpointer
share (gconstpointer record, gpointer data)
{
  return trh_record_ref (record);
}

/**
 * trh_record_copy:
 * @source: a record
 *
 * Returns: (transfer full): a copy to change; its parts are shared, being frozen
 */
gpointer
trh_record_copy (gconstpointer source)
{
  const TrhRecord *from = source;
  TrhRecord *copy = g_atomic_rc_box_dup (from->schema->size, (gpointer) source);

  copy->id = g_strdup (from->id);
  if (copy->unknown != NULL)
    json_object_ref (copy->unknown);

  for (guint i = 0; i < copy->schema->n_fields; i++)
    {
      const TrhField *field = &copy->schema->fields[i];

      if (field->kind == TRH_KIND_TEXT)
        *(char **) TRH_MEMBER (copy, field) = g_strdup (*(char **) TRH_MEMBER (source, field));
      else if (field->kind == TRH_KIND_TEXTS)
        *(char ***) TRH_MEMBER (copy, field) = g_strdupv (*(char ***) TRH_MEMBER (source, field));
      else if (field->kind == TRH_KIND_LIST)
        *(GPtrArray **) TRH_MEMBER (copy, field) =
          g_ptr_array_copy (*(GPtrArray **) TRH_MEMBER (source, field), share, NULL);
    }

  return copy;
}

/*< any thread >*/
gpointer
trh_record_ref (gconstpointer record)
{
  return g_atomic_rc_box_acquire ((gpointer) record);
}

/*< any thread >*/
void
trh_record_unref (gpointer record)
{
  g_atomic_rc_box_release_full (record, clear);
}

/**
 * trh_schema_find:
 * @schema: a table
 * @name: a JSON member
 *
 * Returns: the field's index, or -1
 */
int
trh_schema_find (const TrhSchema *schema, const char *name)
{
  for (guint i = 0; i < schema->n_fields; i++)
    if (g_str_equal (schema->fields[i].name, name))
      return (int) i;

  return -1;
}

/**
 * trh_record_get:
 * @record: a record
 * @index: a field of its table
 * @value: (out caller-allocates): initialised to the type of the entity's property
 *
 * Reads one member; lists come as the #GPtrArray of the record, which is frozen.
 */
void
trh_record_get (gconstpointer record, guint index, GValue *value)
{
  const TrhField *field = &((const TrhRecord *) record)->schema->fields[index];

  switch (field->kind)
    {
    case TRH_KIND_TEXT:
      g_value_set_string (value, *(char **) TRH_MEMBER (record, field));
      break;
    case TRH_KIND_REAL:
      g_value_set_double (value, *(double *) TRH_MEMBER (record, field));
      break;
    case TRH_KIND_INT:
      g_value_set_int (value, *(int *) TRH_MEMBER (record, field));
      break;
    case TRH_KIND_BOOL:
      g_value_set_boolean (value, *(bool *) TRH_MEMBER (record, field));
      break;
    case TRH_KIND_LIST:
      g_value_set_boxed (value, *(GPtrArray **) TRH_MEMBER (record, field));
      break;
    case TRH_KIND_TEXTS:
      g_value_set_boxed (value, *(char ***) TRH_MEMBER (record, field));
      break;
    default:
      g_assert_not_reached ();
    }
}

/* An error about a member of the object at @path. */
static gboolean G_GNUC_PRINTF (5, 6)
refuse (GError **error, TrhDataError code, const char *path, const TrhField *field, const char *format, ...)
{
  g_autofree char *place = g_strdup_printf ("%s.%s", path, field->name);
  g_autofree char *sentence = NULL;
  va_list args;

  va_start (args, format);
  sentence = g_strdup_vprintf (format, args);
  va_end (args);
  return trh_data_error_set (error, code, place, "%s", sentence);
}

static gboolean
out_of_range (GError **error, const char *path, const TrhField *field, double number)
{
  char value[G_ASCII_DTOSTR_BUF_SIZE], least[G_ASCII_DTOSTR_BUF_SIZE], most[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (value, sizeof value, "%.15g", number);
  g_ascii_formatd (least, sizeof least, "%g", field->min);
  g_ascii_formatd (most, sizeof most, "%g", field->max);
  /* Translators: a number, the least and the most allowed there */
  return refuse (error, TRH_DATA_ERROR_INVALID, path, field, _("%1$s is not between %2$s and %3$s"), value, least, most);
}

/**
 * trh_field_get_most_characters:
 * @field: a text or texts
 *
 * Returns: how many characters the text, or one of the texts, may have; the number of texts is
 *   bounded by @max
 */
guint
trh_field_get_most_characters (const TrhField *field)
{
  if (field->kind == TRH_KIND_TEXT)
    return (guint) field->max;
  if (field->format == TRH_FORMAT_ID)
    return TRH_MAX_ID;

  return field->longest > 0 ? field->longest : TRH_MAX_LINE;
}

static gboolean
check_text (const char *text, const TrhField *field, const char *path, GError **error)
{
  gulong most = trh_field_get_most_characters (field);
  gulong length = strlen (text) <= most && field->min <= 1 && *text != '\0' ? 1 : (gulong) g_utf8_strlen (text, -1);

  if (field->kind == TRH_KIND_TEXT && (length < field->min || length > most))
    /* Translators: three numbers */
    return refuse (error, TRH_DATA_ERROR_TOO_LARGE, path, field,
                   ngettext ("%1$lu character, not between %2$lu and %3$lu",
                             "%1$lu characters, not between %2$lu and %3$lu", length),
                   length, (gulong) field->min, most);
  if (field->kind == TRH_KIND_TEXTS && length > most)
    return refuse (error, TRH_DATA_ERROR_TOO_LARGE, path, field, _("a text of %lu characters"), length);
  if (field->format == TRH_FORMAT_ID && *text != '\0' && !trh_text_is_id (text))
    {
      g_autofree char *shown = trh_text_clip (text);

      return refuse (error, TRH_DATA_ERROR_INVALID, path, field, _("“%s” cannot be the identifier of an object"), shown);
    }
  if (field->format == TRH_FORMAT_WEEKDAYS)
    for (const char *p = text; *p != '\0'; p++)
      if (*p < '1' || *p > '7' || (p > text && *p <= p[-1]))
        {
          g_autofree char *shown = trh_text_clip (text);

          return refuse (error, TRH_DATA_ERROR_INVALID, path, field,
                         _("“%s” are not weekdays in order, from 1 (Monday) to 7"), shown);
        }
  return TRUE;
}

static gboolean
check_field (gconstpointer record, const TrhField *field, const char *path, GError **error)
{
  gpointer member = TRH_MEMBER (record, field);

  switch (field->kind)
    {
    case TRH_KIND_TEXT:
      return check_text (*(char **) member, field, path, error);

    case TRH_KIND_TEXTS:
      {
        guint n = g_strv_length (*(char ***) member);

        if (n < field->min || n > field->max)
          return refuse (error, TRH_DATA_ERROR_TOO_LARGE, path, field,
                         ngettext ("%1$u text, not between %2$lu and %3$lu",
                                   "%1$u texts, not between %2$lu and %3$lu", n),
                         n, (gulong) field->min, (gulong) field->max);
        for (guint i = 0; i < n; i++)
          if (!check_text ((*(char ***) member)[i], field, path, error))
            return FALSE;
        return TRUE;
      }

    case TRH_KIND_LIST:
      {
        GPtrArray *list = *(GPtrArray **) member;

        if (list->len < field->min || list->len > field->max)
          return refuse (error, TRH_DATA_ERROR_TOO_LARGE, path, field,
                         ngettext ("%1$u item, not between %2$lu and %3$lu",
                                   "%1$u items, not between %2$lu and %3$lu", list->len),
                         list->len, (gulong) field->min, (gulong) field->max);
        for (guint i = 0; i < list->len; i++)
          {
            g_autofree char *place = g_strdup_printf ("%s.%s[%u]", path, field->name, i);

            if (!trh_record_check (list->pdata[i], place, error))
              return FALSE;
          }
        return TRUE;
      }

    case TRH_KIND_REAL:
      {
        double number = *(double *) member;

        return (isfinite (number) && number >= field->min && number <= field->max) ||
               out_of_range (error, path, field, number);
      }

    case TRH_KIND_INT:
      {
        int number = *(int *) member;

        return (number >= field->min && number <= field->max) || out_of_range (error, path, field, number);
      }

    case TRH_KIND_BOOL:
    default:
      return TRUE;
    }
}

/**
 * trh_record_check:
 * @record: a record
 * @path: where it stands, for the message, as in `stays[3]`
 * @error: return location for a #TrhDataError
 *
 * Returns: whether every member is within the bounds of its table
 */
gboolean
trh_record_check (gconstpointer record, const char *path, GError **error)
{
  const TrhSchema *schema = ((const TrhRecord *) record)->schema;

  for (guint i = 0; i < schema->n_fields; i++)
    if (!check_field (record, &schema->fields[i], path, error))
      return FALSE;

  return TRUE;
}

/**
 * trh_record_set:
 * @record: a record that is not frozen yet
 * @index: a field of its table
 * @value: of the type of the entity's property; lists are not set this way
 * @error: return location for a #TrhDataError
 *
 * What a form needs: writes one member if the table allows the value.
 *
 * Returns: %FALSE with @error set and @record unchanged
 */
gboolean
trh_record_set (gpointer record, guint index, const GValue *value, GError **error)
{
  const TrhSchema *schema = ((TrhRecord *) record)->schema;
  const TrhField *field = &schema->fields[index];
  g_autoptr(TrhRecord) trial = trh_record_copy (record);
  gpointer from = TRH_MEMBER (trial, field), to = TRH_MEMBER (record, field);

  switch (field->kind)
    {
    case TRH_KIND_TEXT:
      trh_record_set_text (from, g_value_get_string (value));
      break;
    case TRH_KIND_TEXTS:
      trh_record_set_texts (from, g_value_get_boxed (value));
      break;
    case TRH_KIND_REAL:
      *(double *) from = g_value_get_double (value);
      break;
    case TRH_KIND_INT:
      *(int *) from = g_value_get_int (value);
      break;
    case TRH_KIND_BOOL:
      *(bool *) from = g_value_get_boolean (value);
      break;
    case TRH_KIND_LIST:
    default:
      g_return_val_if_reached (FALSE);
    }

  if (!check_field (trial, field, schema->collection != NULL ? schema->collection : "", error))
    return FALSE;

  if (field->kind == TRH_KIND_TEXT)
    trh_record_set_text (to, *(char **) from);
  else if (field->kind == TRH_KIND_TEXTS)
    trh_record_set_texts (to, (const char *const *) *(char ***) from);
  else if (field->kind == TRH_KIND_REAL)
    *(double *) to = *(double *) from;
  else if (field->kind == TRH_KIND_INT)
    *(int *) to = *(int *) from;
  else
    *(bool *) to = *(bool *) from;

  return TRUE;
}

static gboolean
same_list (GPtrArray *a, GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (a->pdata[i] != b->pdata[i] && !trh_record_equal (a->pdata[i], b->pdata[i]))
      return FALSE;

  return TRUE;
}

static gboolean
same (gconstpointer a, gconstpointer b, const TrhField *field)
{
  gpointer left = TRH_MEMBER (a, field), right = TRH_MEMBER (b, field);

  switch (field->kind)
    {
    case TRH_KIND_TEXT:
      return g_str_equal (*(char **) left, *(char **) right);
    case TRH_KIND_REAL:
      return *(double *) left == *(double *) right;
    case TRH_KIND_INT:
      return *(int *) left == *(int *) right;
    case TRH_KIND_BOOL:
      return *(bool *) left == *(bool *) right;
    case TRH_KIND_LIST:
      return same_list (*(GPtrArray **) left, *(GPtrArray **) right);
    case TRH_KIND_TEXTS:
      return g_strv_equal (*(const char *const **) left, *(const char *const **) right);
    default:
      g_assert_not_reached ();
    }
}

/* Whether a field of the table, by its number, holds the same in both records, which are of one type. */
gboolean
trh_record_same (gconstpointer a, gconstpointer b, guint index)
{
  return same (a, b, &((const TrhRecord *) a)->schema->fields[index]);
}

/**
 * trh_record_is_standard:
 * @record: a record
 * @index: a field of its table
 *
 * Returns: whether the member has its standard value, so that the file can leave it out
 */
gboolean
trh_record_is_standard (gconstpointer record, guint index)
{
  const TrhField *field = &((const TrhRecord *) record)->schema->fields[index];
  gpointer member = TRH_MEMBER (record, field);

  switch (field->kind)
    {
    case TRH_KIND_TEXT:
      return **(char **) member == '\0';
    case TRH_KIND_REAL:
      return *(double *) member == field->standard;
    case TRH_KIND_INT:
      return *(int *) member == (int) field->standard;
    case TRH_KIND_BOOL:
      return *(bool *) member == (field->standard > 0);
    case TRH_KIND_LIST:
      return (*(GPtrArray **) member)->len == 0;
    case TRH_KIND_TEXTS:
      return **(char ***) member == NULL;
    default:
      g_assert_not_reached ();
    }
}

static gboolean
same_unknown (JsonObject *a, JsonObject *b)
{
  g_autoptr(JsonNode) left = NULL;
  g_autoptr(JsonNode) right = NULL;

  if (a == b || a == NULL || b == NULL)
    return a == b;
  left = json_node_init_object (json_node_alloc (), a);
  right = json_node_init_object (json_node_alloc (), b);
  return json_node_equal (left, right);
}

/**
 * trh_record_equal:
 * @a: a record
 * @b: another
 *
 * Returns: whether both would be written alike, members we do not know included
 */
gboolean
trh_record_equal (gconstpointer a, gconstpointer b)
{
  const TrhRecord *first = a, *second = b;

  if (first->schema != second->schema || g_strcmp0 (first->id, second->id) != 0)
    return FALSE;

  for (guint i = 0; i < first->schema->n_fields; i++)
    if (!same (a, b, &first->schema->fields[i]))
      return FALSE;

  return same_unknown (first->unknown, second->unknown);
}

/**
 * trh_record_set_text:
 * @member: a text member of a record that is not frozen yet
 * @text: (nullable): its new value; %NULL is ""
 */
void
trh_record_set_text (char **member, const char *text)
{
  char *copy = g_strdup (text != NULL ? text : "");

  g_free (*member);
  *member = copy;
}

/**
 * trh_record_set_texts:
 * @member: a member of several texts of a record that is not frozen yet
 * @texts: (nullable) (array zero-terminated=1): its new value
 */
void
trh_record_set_texts (char ***member, const char *const *texts)
{
  char **copy = texts != NULL ? g_strdupv ((char **) texts) : g_new0 (char *, 1);

  g_strfreev (*member);
  *member = copy;
}

/**
 * trh_record_add_text:
 * @member: a member of several texts of a record that is not frozen yet
 * @text: one more, at the end
 */
void
trh_record_add_text (char ***member, const char *text)
{
  guint n = g_strv_length (*member);

  *member = g_renew (char *, *member, n + 2);
  (*member)[n] = g_strdup (text);
  (*member)[n + 1] = NULL;
}
